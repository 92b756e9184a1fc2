//! 工作台账, 责任人联络人名单, 总结汇总 of a notice, 总览 of all of them: internal workbooks of a bureau.
//!
//! A workbook is made if the notice asks for its data or some data exists. Otherwise it would list every office as
//! late with reports that nobody asked for.

mod layout;
pub mod ledger;
mod overview;
pub mod reminder;
mod roster;
pub mod sheet;
mod summaries;
pub mod words;

use std::sync::Arc;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::style::{Formats, Style};
use crate::render::xlsx::{Cause, about as about_notice};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::date::chinese;

/// One kind of workbook.
struct Kind {
    /// File name in ASCII, which every system and mail server can store.
    file: &'static str,
    /// Whether a notice has one.
    is_kept: fn(&Notice) -> bool,
    /// Writes its sheets.
    write: fn(&Project, &Notice, &mut Book<'_>) -> Result<(), Cause>,
}

/// File name of 工作台账, without an ending.
pub const LEDGER: &str = "gongzuo-taizhang";

const KINDS: [Kind; 3] = [
    Kind { file: LEDGER, is_kept: is_followed, write: ledger::write },
    Kind { file: "mingdan", is_kept: has_names, write: roster::write },
    Kind { file: "zongjie-huizong", is_kept: has_summaries, write: summaries::write },
];

/// Whether names are asked for, or some exist.
fn has_names(notice: &Notice) -> bool {
    notice.roster_due.is_some() || notice.roster.is_some()
}

/// Whether summaries are asked for, or some exist.
fn has_summaries(notice: &Notice) -> bool {
    notice.summary_due.is_some() || !notice.summaries.is_empty()
}

/// Whether reports, names or summaries are asked for, or some exist.
fn is_followed(notice: &Notice) -> bool {
    notice.cadence.is_some() || !notice.notes.is_empty() || has_names(notice) || has_summaries(notice)
}

/// The workbooks that `status` writes: a 催办单 for each office that owes something, with the day by which it should reply,
/// and 总览 for the leaders, by the names of their files.
pub fn reminders(project: &Project, reply_by: Date) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let formats = formats();
    let mut files = reminder::reminders(project, reply_by, &formats)?;
    if overview::is_any(project) {
        let name = routes::OVERVIEW.rsplit('/').next().unwrap_or(routes::OVERVIEW);
        files.push((name.to_owned(), overview::workbook(project, &formats)?));
    }
    Ok(files)
}

/// The formats of all internal workbooks.
fn formats() -> Formats {
    Formats::new(sheet::styles().chain([Style::Data(false), Style::Data(true), Style::Note]))
}

/// The notices that have a ledger of this kind.
pub fn followed(project: &Project) -> impl Iterator<Item = &Notice> {
    project.notices.iter().filter(|notice| !notice.entries().is_empty() && is_followed(notice))
}

/// Up to three workbooks per notice with tasks, and one about all of them.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let project = edition.project;
    let formats = Arc::new(formats());
    let mut artifacts: Vec<Artifact<'e>> = overview::plan(project, &formats)?.into_iter().collect();
    for notice in project.notices.iter().filter(|notice| !notice.entries().is_empty()) {
        for kind in KINDS.iter().filter(|kind| (kind.is_kept)(notice)) {
            let path = OutputPath::new(&routes::internal(notice, kind.file))?;
            let formats = Arc::clone(&formats);
            artifacts.push(Artifact::new(path, move || {
                workbook(project, notice, kind, &formats)
                    .map_err(|cause| Error::Workbook(format!("{} {}: {cause}", notice.path, kind.file)))
            }));
        }
    }
    Ok(artifacts)
}

fn workbook(project: &Project, notice: &Notice, kind: &Kind, formats: &Formats) -> Result<Vec<u8>, Cause> {
    let mut book = Book::new(formats, &about_notice(notice))?;
    (kind.write)(project, notice, &mut book)?;
    book.finish()
}

/// Lines under the title: the notice, the day, and the mark of internal use.
fn about(project: &Project, notice: &Notice, counted: &str) -> [String; 2] {
    let day = chinese(notice.judged_on(project.today));
    [notice.title.value.clone(), format!("统计截至{day}。{counted}内部资料，不得公开。")]
}
