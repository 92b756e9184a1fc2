//! A row of a ledger: a measure, or a task without measures, with its status and the state of its deadlines.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::Project;
use crate::model::deadline::{Meaning, Timing};
use crate::model::item::Entry;
use crate::model::lead::leads;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::Note;
use crate::model::status::{StatusId, StatusKind};

/// A measure, or a task without measures.
#[derive(Debug)]
pub struct Row<'p> {
    /// The item of the table.
    pub entry: Entry<'p>,
    /// The responsible offices.
    pub offices: BTreeSet<OfficeId>,
    /// 牵头单位, whose word counts for the status; empty where all offices are alike.
    pub leads: BTreeSet<OfficeId>,
    /// The notes about it and about its task as a whole, newest first.
    pub history: Vec<&'p Note>,
    /// 状态 of the newest note of a lead office, or of any office before a lead office has reported; `None` without notes.
    pub status: Option<StatusId>,
    /// The note whose status counts.
    pub deciding: Option<&'p Note>,
    /// The meaning of the status.
    pub kind: Option<StatusKind>,
    /// The state of the deadlines; of several the most urgent one. [`Timing::Open`] for an item that is done, and for the
    /// public if 进展公开 leaves 逾期 out.
    pub timing: Timing,
    /// Whether the item is permanent and never done, by its status or its deadlines.
    pub goes_on: bool,
    /// 久未报送: days since the newest report, or since the paper, if longer than 报送周期 allows and the item is not
    /// done.
    pub silent: Option<i32>,
}

impl<'p> Row<'p> {
    pub(super) fn new(
        project: &'p Project,
        notice: &'p Notice,
        entry: Entry<'p>,
        history: Vec<&'p Note>,
    ) -> Self {
        let (dated, today) = (notice.dated.value, notice.judged_on(project.today));
        let leads = leads(&entry, &project.register);
        let by_lead = |note: &&&Note| !leads.is_disjoint(&project.register.offices_of(&note.office));
        let deciding = history.iter().find(by_lead).or_else(|| history.first()).copied();
        let status = deciding.and_then(|note| note.state);
        let kind = status.map(|status| project.site.statuses.get(status).kind);
        let done = kind == Some(StatusKind::Done);
        let deadlines = entry.deadlines();
        let endless = !deadlines.is_empty() && deadlines.iter().all(|line| line.meaning == Meaning::Ongoing);
        let timings = deadlines.iter().map(|deadline| deadline.timing(dated, today));
        let last = history.first().map_or(dated, |note| note.dated.value);
        Self {
            offices: entry
                .owners()
                .into_iter()
                .flat_map(|owner| project.register.offices_of(owner))
                .collect(),
            leads,
            deciding,
            status,
            kind,
            timing: if done { Timing::Open } else { timings.reduce(more_urgent).unwrap_or(Timing::Open) },
            goes_on: !done && (endless || kind == Some(StatusKind::Ongoing)),
            silent: if done { None } else { notice.silent_since(last, today) },
            entry,
            history,
        }
    }

    /// Whether a deadline has passed.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        matches!(self.timing, Timing::Overdue(_))
    }

    /// Whether the next deadline comes soon.
    #[must_use]
    pub fn is_due_soon(&self) -> bool {
        matches!(self.timing, Timing::Soon(_))
    }

    /// The newest note.
    #[must_use]
    pub fn newest(&self) -> Option<&'p Note> {
        self.history.first().copied()
    }
}

impl Notice {
    /// Days since the last report, if 报送周期 requires another one by now.
    #[must_use]
    pub fn silent_since(&self, last: Date, today: Date) -> Option<i32> {
        let cadence = self.cadence.as_ref()?.value;
        (cadence.next(last) < today).then(|| (today - last).get_days())
    }
}

fn more_urgent(a: Timing, b: Timing) -> Timing {
    let rank = |timing: Timing| match timing {
        Timing::Overdue(days) => (0, -days),
        Timing::Soon(days) => (1, days),
        Timing::Later(days) => (2, days),
        Timing::Open => (3, 0),
    };
    if rank(b) < rank(a) { b } else { a }
}
