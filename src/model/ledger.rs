//! 进展台账: the progress of every item of a notice, as of a day.
//!
//! The ledger page, the internal workbooks, the rules of schedule and `status` all use this module, so that their counts
//! agree. Notes with later dates are left out. The status is what the lead office says; reports of cooperating offices are
//! shown and do not change it.

mod row;
mod totals;
mod year_gone;

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::Project;
use crate::model::deadline::Timing;
use crate::model::item::{Entry, Item};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::Note;
use crate::model::status::{StatusKind, Statuses};
use crate::source::Span;

pub use row::Row;
pub use totals::Totals;
pub use year_gone::YearGone;

/// Audience of a ledger: the public or the bureau.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    /// The public: only published notes count, so that no count reveals an internal note.
    Public,
    /// The bureau: all notes count.
    Internal,
}

/// The progress of every item of a notice.
#[derive(Debug)]
pub struct Ledger<'p> {
    /// 统计截至: the day of the ledger, at the latest that of 办结.
    pub today: Date,
    /// The tasks, in the order of the tables.
    pub tasks: Vec<TaskRow<'p>>,
    statuses: &'p Statuses,
}

/// A task with its rows.
#[derive(Debug)]
pub struct TaskRow<'p> {
    /// The task as a whole.
    pub entry: Entry<'p>,
    /// The notes about the task as a whole, newest first; also part of the rows' histories.
    pub notes: Vec<&'p Note>,
    /// The measures; the task itself if it has none.
    pub rows: Vec<Row<'p>>,
}

impl<'p> Ledger<'p> {
    /// The ledger of a notice as of the project's day.
    #[must_use]
    pub fn new(project: &'p Project, notice: &'p Notice, audience: Audience) -> Self {
        let today = notice.judged_on(project.today);
        let counts = |note: &&Note| match audience {
            Audience::Public => note.is_published(today),
            Audience::Internal => note.dated.value <= today,
        };
        let mut notes: BTreeMap<Item, Vec<&Note>> = BTreeMap::new();
        // Notes are sorted by day; the newest comes first here.
        for note in notice.notes.iter().rev().filter(counts) {
            if let Some(item) = note.about {
                notes.entry(item).or_default().push(note);
            }
        }
        let on = |item: Item| notes.get(&item).cloned().unwrap_or_default();
        let task = |entry: Entry<'p>| {
            let of_task = on(entry.item);
            let row = |part: Entry<'p>| {
                let own = if part.item == entry.item { Vec::new() } else { on(part.item) };
                Row::new(project, notice, part, newest_first(own, &of_task))
            };
            TaskRow { entry, rows: entry.parts().into_iter().map(row).collect(), notes: of_task }
        };
        let mut tasks: Vec<TaskRow<'_>> = notice.task_entries().into_iter().map(task).collect();
        if audience == Audience::Public && !notice.shown_progress.overdue {
            let rows = tasks.iter_mut().flat_map(|task| &mut task.rows);
            rows.for_each(|row| row.timing = Timing::Open);
        }
        Self { today, tasks, statuses: &project.site.statuses }
    }

    /// Every row, in order.
    pub fn rows(&self) -> impl Iterator<Item = &Row<'p>> {
        self.tasks.iter().flat_map(|task| &task.rows)
    }

    /// The rows of an office, in order.
    pub fn rows_of(&self, office: OfficeId) -> impl Iterator<Item = &Row<'p>> {
        self.rows().filter(move |row| row.offices.contains(&office))
    }

    /// Every responsible office, as an index into the register.
    #[must_use]
    pub fn offices(&self) -> BTreeSet<OfficeId> {
        self.rows().flat_map(|row| row.offices.iter().copied()).collect()
    }

    /// The counts of all rows.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.sum(self.rows())
    }

    /// The counts of an office's rows. A row of several offices counts for each of them.
    #[must_use]
    pub fn totals_of(&self, office: OfficeId) -> Totals {
        self.sum(self.rows_of(office))
    }

    fn sum<'r>(&self, rows: impl Iterator<Item = &'r Row<'p>>) -> Totals
    where
        'p: 'r,
    {
        let by_status = self.statuses.iter().map(|(id, _)| (id, 0)).collect();
        let mut totals = Totals { by_status, ..Totals::default() };
        for row in rows {
            totals.items += 1;
            match row.status {
                Some(status) => *totals.by_status.entry(status).or_default() += 1,
                None => totals.unreported += 1,
            }
            totals.done += usize::from(row.kind == Some(StatusKind::Done));
            totals.going_on += usize::from(row.goes_on);
            totals.overdue += usize::from(row.is_overdue());
            totals.soon += usize::from(row.is_due_soon());
        }
        totals
    }

    /// The places of the deadlines whose items are all done.
    #[must_use]
    pub fn met(&self) -> BTreeSet<Span> {
        let places = |done: bool| -> BTreeSet<Span> {
            let rows = self.rows().filter(|row| (row.kind == Some(StatusKind::Done)) == done);
            rows.flat_map(|row| row.entry.deadlines()).map(|deadline| deadline.text.span).collect()
        };
        let waiting = places(false);
        places(true).difference(&waiting).copied().collect()
    }
}

/// Merges two lists of notes, each newest first.
fn newest_first<'p>(own: Vec<&'p Note>, of_task: &[&'p Note]) -> Vec<&'p Note> {
    let mut all = own;
    all.extend(of_task);
    all.sort_by(|a, b| (b.dated.value, &b.name).cmp(&(a.dated.value, &a.name)));
    all
}
