//! The open duties of each office for a notice as of a day: overdue reports, names for the roster, a signed summary.

mod papers;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::model::Project;
use crate::model::deadline::SOON;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::Note;
use crate::model::status::StatusKind;

pub use papers::{Naming, Summing};

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
