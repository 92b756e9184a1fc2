//! Content of 总览: the ledgers of the notices that are followed, and the lines above each of its lists.

use crate::model::Project;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::render::xlsx::internal::is_followed;

/// The content of the workbook.
pub struct Content<'p> {
    /// The project.
    pub project: &'p Project,
    /// The notices that are followed, each with the progress of its items.
    pub ledgers: Vec<(&'p Notice, Ledger<'p>)>,
}

impl<'p> Content<'p> {
    /// The ledgers as the bureau sees them.
    pub fn new(project: &'p Project) -> Self {
        let notices = project.notices.iter().filter(|notice| has_progress(notice));
        let ledgers = notices.map(|notice| (notice, Ledger::new(project, notice, Audience::Internal)));
        Self { project, ledgers: ledgers.collect() }
    }

    /// The lines under a title.
    pub fn lines(&self, counted: &str) -> [String; 2] {
        let site = &self.project.site;
        let organiser = site.organiser.as_ref().unwrap_or(&site.name).value.clone();
        let day = crate::text::date::chinese(self.project.today);
        [organiser, format!("统计截至{day}。{counted}内部资料，不得公开。")]
    }
}

/// Whether a notice is followed and has items.
pub fn has_progress(notice: &Notice) -> bool {
    is_followed(notice) && !notice.entries().is_empty()
}
