//! 查找: indexes of notices by section and year, and of duties by office and month of the deadline.
//!
//! Built in one pass over the project, so that no page has to search all of it.

mod duty;

use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::section::SectionId;

pub use duty::{Due, Duty, DutyId};

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
        let mut duties: Vec<Duty<'_>> = of_notices.collect::<Vec<_>>().into_iter().flatten().collect();
        duties.shrink_to_fit();
        for notice in &newest {
            by_section.entry(notice.section).or_default().push(notice);
            by_year.entry(notice.published.value.day.year()).or_default().push(notice);
        }
        let mut by_office: BTreeMap<OfficeId, Vec<DutyId>> = BTreeMap::new();
        let mut by_due: BTreeMap<Due, Vec<(Option<Date>, DutyId)>> = BTreeMap::new();
        for (place, duty) in duties.iter().enumerate() {
            let id = DutyId(place);
            for office in &*duty.offices {
                by_office.entry(*office).or_default().push(id);
            }
            for (due, day) in &*duty.dues {
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
