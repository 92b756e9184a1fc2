//! What there is: a bureau's site, its offices, its notices and their tables, typed and immutable.
//!
//! Everything that people wrote is [`Located`] and kept word for word; what could be
//! understood of it (days, offices) stands beside the words. Knows no file format, no rule, no output.

pub mod attached;
pub mod browse;
pub mod catalogue;
pub mod deadline;
pub mod disclosure;
pub mod flat;
pub mod grid;
pub mod handout;
pub mod index;
pub mod item;
pub mod ledger;
pub mod long;
pub mod metadata;
pub mod notice;
pub mod office;
pub mod owed;
pub mod progress;
pub mod public;
pub mod roster;
pub mod section;
pub mod share;
pub mod site;
pub mod standard;
pub mod stored;
pub mod summary;
pub mod table;

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::calendar::Calendar;
use crate::model::notice::{Notice, PublishedFile};
use crate::model::office::Register;
use crate::model::section::{Section, SectionId};
use crate::model::site::Site;
use crate::model::standard::Standard;
use crate::source::Located;

/// A whole project as of a day.
#[derive(Debug)]
pub struct Project {
    /// The day on which the project is judged and built.
    pub today: Date,
    /// 工作日历: the statutory one, and what the project adds to it.
    pub calendar: Calendar,
    /// 本站.
    pub site: Site,
    /// 机构名录.
    pub register: Register,
    /// 栏目, parents before their children.
    pub sections: Vec<Section>,
    /// 基层政务公开标准目录, in the order of their sections.
    pub standards: Vec<Standard>,
    /// 公开事项, by path.
    pub notices: Vec<Notice>,
    /// Files that are published as they are, by their path below `content/`, which is also their address.
    pub files: BTreeMap<String, PublishedFile>,
    /// The project's own templates, by file name; each takes the place of the built-in one.
    pub templates: BTreeMap<String, Located<String>>,
}

impl Project {
    /// Every section with its id, parents before their children.
    pub fn sections_with_ids(&self) -> impl Iterator<Item = (SectionId, &Section)> {
        self.sections.iter().enumerate().map(|(place, section)| (SectionId(place), section))
    }

    /// The section with that id.
    #[must_use]
    pub fn section(&self, id: SectionId) -> &Section {
        &self.sections[id.0]
    }

    /// The way from the top down to a section, itself included.
    #[must_use]
    pub fn trail(&self, id: SectionId) -> Vec<&Section> {
        let mut trail: Vec<&Section> =
            std::iter::successors(Some(self.section(id)), |section| Some(self.section(section.parent?)))
                .collect();
        trail.reverse();
        trail
    }

    /// All notices, newest first.
    #[must_use]
    pub fn newest(&self) -> Vec<&Notice> {
        let mut notices: Vec<&Notice> = self.notices.iter().collect();
        notices.sort_by(|a, b| b.published.value.cmp(&a.published.value).then_with(|| a.path.cmp(&b.path)));
        notices
    }
}
