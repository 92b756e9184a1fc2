//! A project with the data that its formats share, computed before files are planned.

use std::collections::{BTreeMap, BTreeSet};

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::model::Project;
use crate::model::browse::BrowseIndex;
use crate::model::catalogue::Catalogue;
use crate::model::office::{OfficeId, Register};
use crate::model::site::Part;
use crate::render::publication::Publication;
use crate::render::routes;
use crate::render::theme::Theme;
use crate::text::filename::free;

/// Maximum number of notices for the site's own search script; larger sites are searched by Pagefind.
const MOST_SEARCHED: usize = 2000;

/// The project, its templates, and data shared by the formats, computed before files are planned.
#[derive(Debug)]
pub struct Edition<'p> {
    /// The project.
    pub project: &'p Project,
    /// The templates.
    pub theme: &'p Theme,
    /// Names of the formats to make; all if empty.
    pub(super) formats: &'p [String],
    /// The notices, by path.
    pub(super) publications: Vec<Publication<'p>>,
    /// 政府信息公开目录.
    pub(super) catalogue: Catalogue<'p>,
    /// Lists for 查找.
    pub(super) browse_index: BrowseIndex<'p>,
    /// The folder of each office's page.
    pub(super) office_folders: BTreeMap<OfficeId, String>,
}

impl<'p> Edition<'p> {
    /// A project with its templates, of which all formats are made.
    #[must_use]
    pub fn new(project: &'p Project, theme: &'p Theme) -> Self {
        Self::only(project, theme, &[])
    }

    /// An edition with the named formats only; all if none is named.
    #[must_use]
    pub fn only(project: &'p Project, theme: &'p Theme, formats: &'p [String]) -> Self {
        let notices = project.notices.par_iter();
        Self {
            project,
            theme,
            formats,
            publications: notices.map(|notice| Publication::new(project, notice)).collect(),
            catalogue: Catalogue::new(project),
            browse_index: BrowseIndex::new(project),
            office_folders: office_folders(&project.register),
        }
    }

    /// Whether a format is made.
    pub(super) fn makes(&self, format: &str) -> bool {
        self.formats.is_empty() || self.formats.iter().any(|name| name == format)
    }

    /// The address of the first page of an office's duties.
    pub(super) fn office_page(&self, office: OfficeId) -> String {
        routes::office(&self.office_folders[&office])
    }

    /// Whether any open notice has a public ledger with items, so that there is 总览.
    pub(super) fn has_overview(&self) -> bool {
        let mut open = self.open_publications();
        open.any(|publication| {
            publication.ledger.as_ref().is_some_and(|ledger| ledger.rows().next().is_some())
        })
    }

    /// Notices that are not closed. Those with invented progress are no part of any count, but for a site that is an
    /// example as a whole.
    pub(super) fn open_publications(&self) -> impl Iterator<Item = &Publication<'p>> {
        let (today, site) = (self.project.today, &self.project.site);
        self.publications.iter().filter(move |publication| {
            let notice = publication.notice;
            let is_true = site.example || !notice.example && !notice.has_example_progress(today);
            is_true && !notice.is_closed(today)
        })
    }

    /// Whether the search page has data of its own.
    pub(super) fn is_searched(&self) -> bool {
        self.project.site.shows(Part::Search) && self.project.notices.len() <= MOST_SEARCHED
    }
}

/// The names of the folders in which the offices have their pages.
fn office_folders(register: &Register) -> BTreeMap<OfficeId, String> {
    let mut used = BTreeSet::new();
    register.offices_with_ids().map(|(id, office)| (id, free(&office.name.value, &mut used))).collect()
}
