//! A measure that somebody has to carry out, and the class of its deadlines.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::model::deadline::{Deadline, Meaning};
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::table::Table;

/// A measure, or a task without measures, that somebody has to carry out.
#[derive(Debug)]
pub struct Duty<'p> {
    /// The notice with the table.
    pub notice: &'p Notice,
    /// The item of the table.
    pub entry: Entry<'p>,
    /// The responsible offices, each once.
    pub offices: Box<[OfficeId]>,
    /// When it has to be done, each with its last day if it has one.
    pub dues: Box<[(Due, Option<Date>)]>,
    /// The responsible parties as written, separated by line feeds.
    pub owners: Box<str>,
    /// The deadlines as written, separated by line feeds.
    pub deadlines: Box<str>,
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

/// The place of a duty among all duties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DutyId(pub(super) usize);

impl Notice {
    /// The duties of the tables, in order.
    pub(super) fn duties<'p>(&'p self, register: &Register) -> impl Iterator<Item = Duty<'p>> {
        self.task_entries().into_iter().flat_map(Entry::parts).map(|entry| {
            let (owners, deadlines) = (entry.owners(), entry.deadlines());
            Duty {
                notice: self,
                offices: each_once(owners.iter().flat_map(|owner| register.offices_of(owner))),
                dues: each_once(deadlines.iter().map(|deadline| Due::of(deadline))),
                owners: in_lines(owners.iter().map(|owner| owner.text.value.as_str())),
                deadlines: in_lines(deadlines.iter().map(|deadline| deadline.text.value.as_str())),
                entry,
            }
        })
    }

    /// The responsible offices of the tables, as indexes into the register.
    #[must_use]
    pub fn offices(&self, register: &Register) -> BTreeSet<OfficeId> {
        let owners = self.tables().flat_map(Table::owners);
        owners.flat_map(|owner| register.offices_of(owner)).collect()
    }
}

/// Some values in their order. There are few of them, and a set of one takes as much memory as one of eleven.
fn each_once<T: Ord>(values: impl Iterator<Item = T>) -> Box<[T]> {
    let mut values: Vec<T> = values.collect();
    values.sort();
    values.dedup();
    values.into()
}

fn in_lines<'t>(texts: impl Iterator<Item = &'t str>) -> Box<str> {
    texts.collect::<Vec<_>>().join("\n").into()
}

impl Due {
    /// The class of a deadline, and its last day if it has one.
    #[must_use]
    pub fn of(deadline: &Deadline) -> (Self, Option<Date>) {
        match deadline.meaning {
            Meaning::By(day) | Meaning::ByThenOngoing(day) => {
                (Self::Month(day.year(), day.month()), Some(day))
            }
            Meaning::Ongoing => (Self::Ongoing, None),
            Meaning::AtOnce | Meaning::Unknown => (Self::Other, None),
        }
    }
}
