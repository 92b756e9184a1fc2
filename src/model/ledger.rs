//! 进展台账: the progress of every item of a notice, as of a day.
//!
//! The ledger page, the internal workbooks, the rules of schedule and `status` all use this module, so that their counts
//! agree. Notes with later dates are left out. The status is what the lead office says; reports of cooperating offices are
//! shown and do not change it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::Project;
use crate::model::deadline::{Meaning, Timing};
use crate::model::item::{Entry, Item};
use crate::model::lead::leads;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::{Note, StatusId, StatusKind, Statuses};
use crate::source::Span;

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

/// Counts of rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All rows.
    pub items: usize,
    /// How many have each status, in the site's order.
    pub by_status: BTreeMap<StatusId, usize>,
    /// Those on which nobody has reported.
    pub unreported: usize,
    /// Rows that are done.
    pub done: usize,
    /// Permanent rows.
    pub going_on: usize,
    /// 逾期.
    pub overdue: usize,
    /// 将到期.
    pub soon: usize,
}

/// 序时进度: the elapsed part of a year at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearGone {
    /// The year.
    pub year: i16,
    /// Elapsed days, including the day itself; 0 before the year, all after it.
    pub days: i16,
    /// All days of the year.
    pub of: i16,
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

impl<'p> Row<'p> {
    fn new(project: &'p Project, notice: &'p Notice, entry: Entry<'p>, history: Vec<&'p Note>) -> Self {
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

impl Totals {
    /// Rows that can be done: all except permanent ones.
    #[must_use]
    pub fn with_an_end(&self) -> usize {
        self.items - self.going_on
    }
}

impl YearGone {
    /// The elapsed part of a paper's year on a day.
    #[must_use]
    pub fn of(dated: Date, today: Date) -> Self {
        let of = dated.days_in_year();
        let days = match today.year().cmp(&dated.year()) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => today.day_of_year(),
            std::cmp::Ordering::Greater => of,
        };
        Self { year: dated.year(), days, of }
    }
}
