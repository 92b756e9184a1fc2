//! The open duties of each office for a notice as of a day: overdue reports, names for the roster, a signed summary.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::Project;
use crate::model::deadline::SOON;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::progress::Note;
use crate::model::status::StatusKind;
use crate::model::summary::YearSummary;

/// The open duties of an office.
#[derive(Debug)]
pub struct Owed {
    /// The office.
    pub office: OfficeId,
    /// The last day on which it reported anything, if it ever did.
    pub last_report: Option<Date>,
    /// 久未报送: days since the last report, or since the paper, if longer than 报送周期 allows; `None` if all items of the
    /// office are done.
    pub silent: Option<i32>,
    /// 名单.
    pub roster: Naming,
    /// 总结.
    pub summary: Summing,
}

/// State of an office's names in the roster.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Naming {
    /// The notice has neither 名单报送 nor a roster.
    NotAsked,
    /// 责任人 and 联络人 are named.
    Named,
    /// 责任人 or 联络人 is missing. Days until 名单报送, negative after it; `None` without a date.
    Missing(Option<i32>),
}

/// State of an office's summary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Summing {
    /// The notice has no 总结报送.
    NotAsked,
    /// The summary is signed.
    Signed,
    /// The summary is not signed. Days until 总结报送, negative after it.
    Unsigned(i32),
    /// The summary is missing. Days until 总结报送, negative after it.
    Missing(i32),
}

impl Owed {
    /// The open duties of every responsible office, in the order of the register.
    #[must_use]
    pub fn of(project: &Project, notice: &Notice) -> Vec<Self> {
        // Nobody owes anything for what was closed.
        if notice.is_closed(project.today) {
            return Vec::new();
        }
        let ledger = Ledger::new(project, notice, Audience::Internal);
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

    /// Whether a report, name or summary is due now or within [`SOON`] days.
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
        // Notes are sorted by day, so the last one wins.
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
    /// State of an office's names in the roster.
    #[must_use]
    pub fn naming(&self, office: OfficeId, register: &Register, today: Date) -> Naming {
        let days = self.roster_due.as_ref().map(|due| (due.value - today).get_days());
        let Some(roster) = &self.roster else {
            return days.map_or(Naming::NotAsked, |days| Naming::Missing(Some(days)));
        };
        if roster.missing(office, register).is_empty() { Naming::Named } else { Naming::Missing(days) }
    }

    /// The year of the summaries due at 总结报送: the year of that date, or the year before if it lies in the first quarter.
    #[must_use]
    pub fn summary_year(&self) -> Option<i16> {
        let due = self.summary_due.as_ref()?.value;
        Some(if due.month() <= 3 { due.year() - 1 } else { due.year() })
    }

    /// The summary of an office for a year, preferably a signed one.
    #[must_use]
    pub fn summary_of(&self, office: OfficeId, year: i16, register: &Register) -> Option<&YearSummary> {
        let own = self.summaries.iter().filter(|summary| {
            summary.year.as_ref().is_some_and(|own| own.value == year)
                && register.offices_of(&summary.office).contains(&office)
        });
        // `max_by_key` returns the last maximum; `true` (signed) is greater than `false`.
        own.max_by_key(|summary| summary.is_signed())
    }

    /// State of an office's summary.
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
