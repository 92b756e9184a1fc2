//! 总览: the workbook of the bureau's leaders. First a page to print, then the lists behind it.
//!
//! All counts are those of the internal ledgers of the notices, so they agree with their workbooks and with `status`.

mod calendar;
mod charts;
mod colour;
mod content;
mod counts;
mod lists;

use std::sync::Arc;

use crate::error::Error;
use crate::model::Project;
use crate::render::xlsx::book::{About, Book};
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::overview::content::{Content, has_progress};
use crate::render::xlsx::internal::overview::counts::Counts;
use crate::render::xlsx::style::Formats;
use crate::render::{Artifact, OutputPath, routes};

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
    let made = write(&Content::new(project), formats);
    made.map_err(|cause| Error::Workbook(format!("{}: {cause}", routes::OVERVIEW)))
}

/// Writes the sheets.
fn write(content: &Content<'_>, formats: &Formats) -> Result<Vec<u8>, Cause> {
    let site = &content.project.site;
    let about = About {
        title: "总览",
        author: site.organiser.as_ref().unwrap_or(&site.name).value.as_str().into(),
        example: site.example,
        written: content.project.today.into(),
    };
    let mut book = Book::new(formats, &about)?;
    let counts = Counts::new(content);
    charts::write(&mut book, content, &counts)?;
    lists::overdue(&mut book, content)?;
    lists::open(&mut book, content)?;
    calendar::write(&mut book, content)?;
    counts.write_notices(&mut book, content)?;
    counts.write_offices(&mut book, content)?;
    book.finish()
}
