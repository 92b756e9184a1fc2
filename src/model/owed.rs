//! What each office owes about a notice as of a day: work that is late or due, reports, names, a signed summary.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::Project;
use crate::model::deadline::SOON;
use crate::model::ledger::{Ledger, Reach};
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::progress::{Note, StatusKind};
use crate::model::summary::Summary;

/// What one office owes.
#[derive(Debug)]
pub struct Owed {
    /// The office.
    pub office: OfficeId,
    /// The last day on which it reported anything, if it ever did.
    pub last_report: Option<Date>,
    /// 久未报送: the days since then, or since the paper, where that is longer than 报送周期 allows. Never of an
    /// office whose items are all done.
    pub silent: Option<i32>,
    /// 名单.
    pub roster: Naming,
    /// 总结.
    pub summary: Summing,
}

/// Whether an office has named who is in charge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// Nobody asks: the notice has neither 名单报送 nor a roster.
    NotAsked,
    /// 责任人 and 联络人 are named.
    Named,
    /// One of them is missing, or both. The days until 名单报送, negative once it has passed; `None` without it.
    Missing(Option<i32>),
}

/// Whether an office has handed in its signed summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summing {
    /// Nobody asks: the notice has no 总结报送.
    NotAsked,
    /// It is there and signed.
    Signed,
    /// It is there, unsigned. The days until 总结报送, negative once it has passed.
    Unsigned(i32),
    /// It is not there. The days as before.
    Missing(i32),
}

impl Owed {
    /// What every office that is responsible for something owes, in the order of the register.
    #[must_use]
    pub fn of(project: &Project, notice: &Notice) -> Vec<Self> {
        let ledger = Ledger::new(project, notice, Reach::Internal);
        let last_reports = LastReports::new(project, notice);
        let of_office = |office: OfficeId| {
            let last_report = last_reports.of(office);
            let last = last_report.unwrap_or(notice.dated.value);
            let done = ledger.rows_of(office).all(|row| row.kind == Some(StatusKind::Done));
            Self {
                office,
                last_report,
                silent: if done { None } else { notice.silent_since(last, project.today) },
                roster: notice.naming(office, &project.register, project.today),
                summary: notice.summing(office, &project.register, project.today),
            }
        };
        ledger.offices().into_iter().map(of_office).collect()
    }

    /// Whether it owes a report, a name or a summary by now, or will within [`SOON`] days.
    #[must_use]
    pub fn owes_papers(&self) -> bool {
        let near = |days: i32| days <= SOON;
        let roster = matches!(self.roster, Naming::Missing(days) if days.is_none_or(near));
        let summary = matches!(self.summary, Summing::Unsigned(days) | Summing::Missing(days) if near(days));
        self.silent.is_some() || roster || summary
    }
}

/// The last day on which each office reported.
struct LastReports(BTreeMap<OfficeId, Date>);

impl LastReports {
    fn new(project: &Project, notice: &Notice) -> Self {
        let mut last = BTreeMap::new();
        let come = |note: &&Note| note.dated.value <= project.today;
        // Notes stand by day, so that the last one stays.
        for note in notice.notes.iter().filter(come) {
            for office in project.register.offices_of(&note.office) {
                last.insert(office, note.dated.value);
            }
        }
        Self(last)
    }

    fn of(&self, office: OfficeId) -> Option<Date> {
        self.0.get(&office).copied()
    }
}

impl Notice {
    /// Whether an office has named who is in charge.
    #[must_use]
    pub fn naming(&self, office: OfficeId, register: &Register, today: Date) -> Naming {
        let days = self.roster_due.as_ref().map(|due| (due.value - today).get_days());
        let Some(roster) = &self.roster else {
            return days.map_or(Naming::NotAsked, |days| Naming::Missing(Some(days)));
        };
        if roster.missing(office, register).is_empty() { Naming::Named } else { Naming::Missing(days) }
    }

    /// The year of which 总结报送 asks for summaries: its own, or the one before where it lies in the first quarter.
    #[must_use]
    pub fn summary_year(&self) -> Option<i16> {
        let due = self.summary_due.as_ref()?.value;
        Some(if due.month() <= 3 { due.year() - 1 } else { due.year() })
    }

    /// The summary of an office for a year; of several a signed one.
    #[must_use]
    pub fn summary_of(&self, office: OfficeId, year: i16, register: &Register) -> Option<&Summary> {
        let own = self.summaries.iter().filter(|summary| {
            summary.year.as_ref().is_some_and(|own| own.value == year)
                && register.offices_of(&summary.office).contains(&office)
        });
        // The last of equals wins, and signed comes after unsigned.
        own.max_by_key(|summary| summary.is_signed())
    }

    /// Whether an office has handed in its signed summary.
    #[must_use]
    pub fn summing(&self, office: OfficeId, register: &Register, today: Date) -> Summing {
        let (Some(due), Some(year)) = (&self.summary_due, self.summary_year()) else {
            return Summing::NotAsked;
        };
        let days = (due.value - today).get_days();
        match self.summary_of(office, year, register).filter(|summary| summary.was_written_by(today)) {
            Some(summary) if summary.was_signed_by(today) => Summing::Signed,
            Some(_) => Summing::Unsigned(days),
            None => Summing::Missing(days),
        }
    }
}
