//! 查找: indexes of notices by section and year, and of duties by office and month of the deadline.
//!
//! Built in one pass over the project, so that no page has to search all of it.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::model::Project;
use crate::model::deadline::{Deadline, Meaning};
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::section::SectionId;
use crate::model::table::Table;

/// A measure, or a task without measures, that somebody has to carry out.
#[derive(Debug)]
pub struct Duty<'p> {
    /// The notice with the table.
    pub notice: &'p Notice,
    /// The item of the table.
    pub entry: Entry<'p>,
    /// The responsible offices.
    pub offices: BTreeSet<OfficeId>,
    /// When it has to be done, each with its last day if it has one.
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

/// The place of a duty among all duties.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct DutyId(usize);

/// Lists for 查找, each in the order in which it is shown.
#[derive(Debug)]
pub struct BrowseIndex<'p> {
    /// All notices, newest first.
    pub newest: Vec<&'p Notice>,
    /// The notices of each section that has some, newest first.
    by_section: BTreeMap<SectionId, Vec<&'p Notice>>,
    /// The notices that were published in each year, newest first.
    pub by_year: BTreeMap<i16, Vec<&'p Notice>>,
    /// Every duty: those of the newest notice first, those of one notice in the order of its tables.
    duties: Vec<Duty<'p>>,
    /// The duties of each office that has some.
    pub by_office: BTreeMap<OfficeId, Vec<DutyId>>,
    /// The duties by their deadlines, those of a month by day; a duty with several deadlines stands under each.
    pub by_due: BTreeMap<Due, Vec<(Option<Date>, DutyId)>>,
}

impl<'p> BrowseIndex<'p> {
    /// Builds the indexes of a project.
    #[must_use]
    pub fn new(project: &'p Project) -> Self {
        let newest = project.newest();
        let mut by_section: BTreeMap<SectionId, Vec<&Notice>> = BTreeMap::new();
        let mut by_year: BTreeMap<i16, Vec<&Notice>> = BTreeMap::new();
        let of_notices = newest.par_iter().map(|notice| notice.duties(&project.register).collect::<Vec<_>>());
        let duties: Vec<Duty<'_>> = of_notices.collect::<Vec<_>>().into_iter().flatten().collect();
        for notice in &newest {
            by_section.entry(notice.section).or_default().push(notice);
            by_year.entry(notice.published.value.day.year()).or_default().push(notice);
        }
        let mut by_office: BTreeMap<OfficeId, Vec<DutyId>> = BTreeMap::new();
        let mut by_due: BTreeMap<Due, Vec<(Option<Date>, DutyId)>> = BTreeMap::new();
        for (place, duty) in duties.iter().enumerate() {
            let id = DutyId(place);
            for office in &duty.offices {
                by_office.entry(*office).or_default().push(id);
            }
            for (due, day) in &duty.dues {
                by_due.entry(*due).or_default().push((*day, id));
            }
        }
        for dated in by_due.values_mut() {
            dated.sort();
        }
        Self { newest, by_section, by_year, duties, by_office, by_due }
    }

    /// The duty with that id.
    #[must_use]
    pub fn duty(&self, id: DutyId) -> &Duty<'p> {
        &self.duties[id.0]
    }

    /// The notices that lie in a section itself, newest first.
    #[must_use]
    pub fn in_section(&self, section: SectionId) -> &[&'p Notice] {
        self.by_section.get(&section).map_or(&[], Vec::as_slice)
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
    pub fn offices(&self, register: &Register) -> BTreeSet<OfficeId> {
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
            Meaning::By(day) | Meaning::ByThenOngoing(day) => {
                (Self::Month(day.year(), day.month()), Some(day))
            }
            Meaning::Ongoing => (Self::Ongoing, None),
            Meaning::AtOnce | Meaning::Unknown => (Self::Other, None),
        }
    }
}
