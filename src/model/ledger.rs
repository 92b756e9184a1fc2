//! 进展台账: how far every item of a notice is, as of a day.
//!
//! What the ledger page, the internal workbooks, the rules of schedule and `status` say is all drawn from here, so
//! that none of them counts differently. Notes of later days are left out.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::model::Project;
use crate::model::deadline::{Meaning, Timing};
use crate::model::item::{Entry, Item};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::{Note, StatusId, StatusKind, Statuses};
use crate::source::Span;

/// Whose eyes a ledger is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// The public: of published notes only, so that no count betrays an internal one.
    Public,
    /// The bureau: of all notes.
    Internal,
}

/// How far every item of a notice is.
#[derive(Debug)]
pub struct Ledger<'p> {
    /// 统计截至: the day as of which it holds.
    pub today: Date,
    /// The tasks, in the order of the tables.
    pub tasks: Vec<TaskRow<'p>>,
    statuses: &'p Statuses,
}

/// A task.
#[derive(Debug)]
pub struct TaskRow<'p> {
    /// The task as a whole.
    pub entry: Entry<'p>,
    /// The notes about the task as a whole, newest first. They are in the rows' histories as well.
    pub notes: Vec<&'p Note>,
    /// Its measures; the task itself where it has none.
    pub rows: Vec<Row<'p>>,
}

/// One thing that somebody has to do.
#[derive(Debug)]
pub struct Row<'p> {
    /// What it is.
    pub entry: Entry<'p>,
    /// The responsible offices.
    pub offices: BTreeSet<OfficeId>,
    /// The notes about it and about its task as a whole, newest first.
    pub history: Vec<&'p Note>,
    /// 状态 of the newest note; `None` when nobody has reported.
    pub status: Option<StatusId>,
    /// What that status means.
    pub kind: Option<StatusKind>,
    /// How its deadlines stand: of several, the one that presses most. [`Timing::Open`] when it is done.
    pub timing: Timing,
    /// Whether it goes on without end and is therefore never done: so says its status, or its deadlines.
    pub goes_on: bool,
    /// 久未报送: the days since the newest report, or since the paper, where that is longer than 报送周期 allows
    /// and it is not done.
    pub silent: Option<i32>,
}

/// What a number of rows come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// All of them.
    pub items: usize,
    /// How many have each status, in the site's order.
    pub by_status: BTreeMap<StatusId, usize>,
    /// Those on which nobody has reported.
    pub unreported: usize,
    /// Those that are done.
    pub done: usize,
    /// Those that go on without end.
    pub going_on: usize,
    /// 逾期.
    pub overdue: usize,
    /// 将到期.
    pub soon: usize,
}

/// 序时进度: how much of a year is gone at the end of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearGone {
    /// The year.
    pub year: i16,
    /// Its days that are gone, the day itself included; none before the year, all after it.
    pub days: i16,
    /// All its days.
    pub of: i16,
}

impl<'p> Ledger<'p> {
    /// The ledger of a notice as of the project's day.
    #[must_use]
    pub fn new(project: &'p Project, notice: &'p Notice, reach: Reach) -> Self {
        let today = project.today;
        let counts = |note: &&Note| match reach {
            Reach::Public => note.is_published(today),
            Reach::Internal => note.dated.value <= today,
        };
        let mut notes: BTreeMap<Item, Vec<&Note>> = BTreeMap::new();
        // Notes stand by day; the newest comes first here.
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
        let tasks = notice.task_entries().into_iter().map(task).collect();
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

    /// Every office that is responsible for something.
    #[must_use]
    pub fn offices(&self) -> BTreeSet<OfficeId> {
        self.rows().flat_map(|row| row.offices.iter().copied()).collect()
    }

    /// What all rows come to.
    #[must_use]
    pub fn totals(&self) -> Totals {
        self.sum(self.rows())
    }

    /// What the rows of an office come to. A row of several offices counts for each of them.
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

    /// The places of the deadlines that nobody waits for any longer, all that stands under them being done.
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

/// Two lists of notes, each newest first, as one.
fn newest_first<'p>(own: Vec<&'p Note>, of_task: &[&'p Note]) -> Vec<&'p Note> {
    let mut all = own;
    all.extend(of_task);
    all.sort_by(|a, b| (b.dated.value, &b.name).cmp(&(a.dated.value, &a.name)));
    all
}

impl<'p> Row<'p> {
    fn new(project: &'p Project, notice: &'p Notice, entry: Entry<'p>, history: Vec<&'p Note>) -> Self {
        let (paper, today) = (notice.dated.value, project.today);
        let status = history.first().and_then(|note| note.state);
        let kind = status.map(|status| project.site.statuses.get(status).kind);
        let done = kind == Some(StatusKind::Done);
        let deadlines = entry.deadlines();
        let endless = !deadlines.is_empty() && deadlines.iter().all(|line| line.meaning == Meaning::Ongoing);
        let timings = deadlines.iter().map(|deadline| deadline.timing(paper, today));
        let last = history.first().map_or(paper, |note| note.dated.value);
        Self {
            offices: entry
                .owners()
                .into_iter()
                .flat_map(|owner| project.register.offices_of(owner))
                .collect(),
            status,
            kind,
            timing: if done { Timing::Open } else { timings.reduce(most_pressing).unwrap_or(Timing::Open) },
            goes_on: !done && (endless || kind == Some(StatusKind::Ongoing)),
            silent: if done { None } else { notice.silent_since(last, today) },
            entry,
            history,
        }
    }

    /// Whether a deadline of it has passed.
    #[must_use]
    pub fn is_overdue(&self) -> bool {
        matches!(self.timing, Timing::Overdue(_))
    }

    /// Whether its next deadline comes soon.
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
    /// The days since a report of the day `last`, where 报送周期 asks for another one by now.
    #[must_use]
    pub fn silent_since(&self, last: Date, today: Date) -> Option<i32> {
        let cadence = self.cadence.as_ref()?.value;
        (cadence.next(last) < today).then(|| (today - last).get_days())
    }
}

fn most_pressing(a: Timing, b: Timing) -> Timing {
    let rank = |timing: Timing| match timing {
        Timing::Overdue(days) => (0, -days),
        Timing::Soon(days) => (1, days),
        Timing::Later(days) => (2, days),
        Timing::Open => (3, 0),
    };
    if rank(b) < rank(a) { b } else { a }
}

impl Totals {
    /// Those that can be done: all but those that go on without end.
    #[must_use]
    pub fn with_an_end(&self) -> usize {
        self.items - self.going_on
    }
}

impl YearGone {
    /// How much of the year of a paper is gone on a day.
    #[must_use]
    pub fn of(paper: Date, today: Date) -> Self {
        let of = paper.days_in_year();
        let days = match today.year().cmp(&paper.year()) {
            std::cmp::Ordering::Less => 0,
            std::cmp::Ordering::Equal => today.day_of_year(),
            std::cmp::Ordering::Greater => of,
        };
        Self { year: paper.year(), days, of }
    }
}
