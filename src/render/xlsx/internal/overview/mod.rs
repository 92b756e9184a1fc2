//! 总览: the workbook of the bureau's leaders. First a page to print, then the lists behind it.
//!
//! All counts are those of the internal ledgers of the notices, so they agree with their workbooks and with `status`.

mod calendar;
mod charts;
mod counts;
mod lists;

use std::sync::Arc;

use crate::error::Error;
use crate::model::Project;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::render::xlsx::book::{About, Book};
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::is_followed;
use crate::render::xlsx::internal::overview::counts::Counts;
use crate::render::xlsx::style::Formats;
use crate::render::{Artifact, OutputPath, routes};

/// The content of the workbook.
struct Content<'p> {
    project: &'p Project,
    /// The notices that are followed, each with the progress of its items.
    ledgers: Vec<(&'p Notice, Ledger<'p>)>,
}

/// The workbook, if any notice is followed.
pub fn plan<'e>(project: &'e Project, formats: &Arc<Formats>) -> Result<Option<Artifact<'e>>, Error> {
    let formats = Arc::clone(formats);
    let path = OutputPath::new(routes::OVERVIEW)?;
    let made = move || workbook(project, &formats);
    Ok(is_any(project).then(|| Artifact::new(path, made)))
}

/// Whether any notice is followed.
pub fn is_any(project: &Project) -> bool {
    project.notices.iter().any(has_progress)
}

/// The workbook.
pub fn workbook(project: &Project, formats: &Formats) -> Result<Vec<u8>, Error> {
    let made = Content::new(project).write(formats);
    made.map_err(|cause| Error::Workbook(format!("{}: {cause}", routes::OVERVIEW)))
}

fn has_progress(notice: &Notice) -> bool {
    is_followed(notice) && !notice.entries().is_empty()
}

impl<'p> Content<'p> {
    fn new(project: &'p Project) -> Self {
        let notices = project.notices.iter().filter(|notice| has_progress(notice));
        let ledgers = notices.map(|notice| (notice, Ledger::new(project, notice, Audience::Internal)));
        Self { project, ledgers: ledgers.collect() }
    }

    fn write(&self, formats: &Formats) -> Result<Vec<u8>, Cause> {
        let site = &self.project.site;
        let about = About {
            title: "总览",
            author: site.organiser.as_ref().unwrap_or(&site.name).value.as_str().into(),
            example: site.example,
            written: self.project.today.into(),
        };
        let mut book = Book::new(formats, &about)?;
        let counts = Counts::new(self);
        charts::write(&mut book, self, &counts)?;
        lists::overdue(&mut book, self)?;
        lists::open(&mut book, self)?;
        calendar::write(&mut book, self)?;
        counts.write_notices(&mut book, self)?;
        counts.write_offices(&mut book, self)?;
        book.finish()
    }

    /// The lines under a title.
    fn lines(&self, counted: &str) -> [String; 2] {
        let site = &self.project.site;
        let organiser = site.organiser.as_ref().unwrap_or(&site.name).value.clone();
        let day = crate::text::date::chinese(self.project.today);
        [organiser, format!("统计截至{day}。{counted}内部资料，不得公开。")]
    }
}
