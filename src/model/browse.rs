//! 查找: indexes of notices by column and year, and of duties by office and month of the deadline.
//!
//! Built in one pass over the project, so that no page has to search all of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::model::Project;
use crate::model::column::ColumnId;
use crate::model::deadline::{Deadline, Meaning};
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::office::Register;
use crate::model::table::Table;

/// A measure, or a task without measures, that somebody has to carry out.
#[derive(Debug)]
pub struct Duty<'p> {
    /// The notice with the table.
    pub notice: &'p Notice,
    /// The item of the table.
    pub entry: Entry<'p>,
    /// The responsible offices, as indexes into the register.
    pub offices: BTreeSet<usize>,
    /// The deadlines, each with its last day if it has one.
    pub dues: BTreeSet<(Due, Option<Date>)>,
    /// The responsible parties as written, separated by line feeds.
    pub owners: String,
    /// The deadlines as written, separated by line feeds.
    pub deadlines: String,
}

/// The class of a deadline in the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Due {
    /// Year and month of the last day.
    Month(i16, i8),
    /// 长期: permanent or recurring.
    Ongoing,
    /// 立即, and texts that were not understood.
    Other,
}

/// The indexes, each list in the order of display. Duties are indexes into [`BrowseIndex::duties`].
#[derive(Debug)]
pub struct BrowseIndex<'p> {
    /// All notices, newest first.
    pub newest: Vec<&'p Notice>,
    /// The notices of each column, newest first, by [`ColumnId`](crate::model::column::ColumnId).
    pub by_column: Vec<Vec<&'p Notice>>,
    /// The notices by year of publication, newest first.
    pub by_year: BTreeMap<i16, Vec<&'p Notice>>,
    /// All duties: newest notice first, within a notice in the order of the tables.
    pub duties: Vec<Duty<'p>>,
    /// The duties of each office, by index into the register.
    pub by_office: Vec<Vec<usize>>,
    /// The duties by deadline, within a month by day; a duty with several deadlines is listed under each.
    pub by_due: BTreeMap<Due, Vec<(Option<Date>, usize)>>,
}

impl<'p> BrowseIndex<'p> {
    /// Builds the indexes of a project.
    #[must_use]
    pub fn new(project: &'p Project) -> Self {
        let newest = project.newest();
        let mut by_column = vec![Vec::new(); project.columns.len()];
        let mut by_year: BTreeMap<i16, Vec<&Notice>> = BTreeMap::new();
        let of_notices = newest.par_iter().map(|notice| notice.duties(&project.register).collect::<Vec<_>>());
        let duties: Vec<Duty<'_>> = of_notices.collect::<Vec<_>>().into_iter().flatten().collect();
        for notice in &newest {
            let ColumnId(column) = notice.column;
            by_column[column].push(*notice);
            by_year.entry(notice.published.value.day.year()).or_default().push(notice);
        }
        let mut by_office = vec![Vec::new(); project.register.offices.len()];
        let mut by_due: BTreeMap<Due, Vec<(Option<Date>, usize)>> = BTreeMap::new();
        for (i, duty) in duties.iter().enumerate() {
            for office in &duty.offices {
                by_office[*office].push(i);
            }
            for (due, day) in &duty.dues {
                by_due.entry(*due).or_default().push((*day, i));
            }
        }
        for dated in by_due.values_mut() {
            dated.sort();
        }
        Self { newest, by_column, by_year, duties, by_office, by_due }
    }
}

impl Notice {
    /// The duties of the tables, in order.
    fn duties<'p>(&'p self, register: &Register) -> impl Iterator<Item = Duty<'p>> {
        self.task_entries().into_iter().flat_map(Entry::parts).map(|entry| {
            let (owners, deadlines) = (entry.owners(), entry.deadlines());
            Duty {
                notice: self,
                offices: owners.iter().flat_map(|owner| register.offices_of(owner)).collect(),
                dues: deadlines.iter().map(|deadline| Due::of(deadline)).collect(),
                owners: in_lines(owners.iter().map(|owner| owner.text.value.as_str())),
                deadlines: in_lines(deadlines.iter().map(|deadline| deadline.text.value.as_str())),
                entry,
            }
        })
    }

    /// The responsible offices of the tables, as indexes into the register.
    #[must_use]
    pub fn offices(&self, register: &Register) -> BTreeSet<usize> {
        let owners = self.tables().flat_map(Table::owners);
        owners.flat_map(|owner| register.offices_of(owner)).collect()
    }
}

fn in_lines<'t>(texts: impl Iterator<Item = &'t str>) -> String {
    texts.collect::<Vec<_>>().join("\n")
}

impl Due {
    /// The class of a deadline, and its last day if it has one.
    #[must_use]
    pub fn of(deadline: &Deadline) -> (Self, Option<Date>) {
        match deadline.meaning {
            Meaning::By(day) => (Self::Month(day.year(), day.month()), Some(day)),
            Meaning::Ongoing => (Self::Ongoing, None),
            Meaning::AtOnce | Meaning::Unknown => (Self::Other, None),
        }
    }
}
