//! The workbook of a notice: its tables for printing, and their cells as plain data.

mod book;
mod cause;
mod data;
pub mod handout;
pub mod internal;
mod progress;
mod sheet;
mod style;
mod table;
mod value;

use std::sync::Arc;

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::render::publication::Publication;
use crate::render::xlsx::book::{About, Book};
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::progress::Progress;
use crate::render::xlsx::style::{Formats, Style};
use crate::render::{Artifact, Edition, OutputPath, routes};

/// One workbook per notice that has a table, and one for each of the site's catalogues.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let formats =
        Arc::new(Formats::new([&table::STYLES[..], &[Style::Data(false), Style::Data(true)]].concat()));
    let mut artifacts = Vec::new();
    let tables = |publication: &&Publication<'_>| publication.notice.tables().next().is_some();
    for publication in edition.publications.iter().filter(tables) {
        let path = OutputPath::new(&routes::workbook(publication.notice))?;
        let formats = Arc::clone(&formats);
        artifacts.push(Artifact::new(path, move || {
            of_notice(edition.project, publication, &formats)
                .map_err(|cause| Error::Workbook(format!("{}: {cause}", publication.notice.path)))
        }));
    }
    for standard in &edition.project.standards {
        let path = routes::standard(edition.project.section(standard.section), "xlsx");
        let formats = Arc::clone(&formats);
        artifacts.push(Artifact::new(OutputPath::new(&path)?, move || {
            of_table(&standard.table, "标准目录", edition, &formats)
        }));
    }
    let path = OutputPath::new(routes::CATALOGUE_BOOK)?;
    artifacts
        .push(Artifact::new(path, move || of_table(&edition.catalogue.table(), "目录", edition, &formats)));
    Ok(artifacts)
}

/// The workbook of a notice: its tables to print, each under its label, and behind them their data.
fn of_notice(project: &Project, publication: &Publication<'_>, formats: &Formats) -> Result<Vec<u8>, Cause> {
    let notice = publication.notice;
    let tables = numbered_tables(notice);
    // Sheets need names of their own; a single one needs no number.
    let numbered =
        |name: &str, i: usize| if tables.len() > 1 { format!("{name}{}", i + 1) } else { name.to_owned() };
    let mut book = Book::new(formats, &about(notice))?;
    for (i, (label, table)) in tables.iter().enumerate() {
        table::write(&mut book, &numbered("责任分解表", i), table, label.as_deref(), false)?;
    }
    // The printed tables are those of the paper; the sheets behind them show its progress.
    if notice.has_example_progress(project.today) {
        book.mark_examples();
    }
    let progress = Progress::new(publication, &project.site.statuses);
    for (i, (_, table)) in tables.iter().enumerate() {
        progress::write_table(&mut book, &numbered("数据", i), notice, table, &progress)?;
    }
    progress::write_offices(&mut book, notice, &project.register, &progress)?;
    book.finish()
}

/// A workbook of one table of the site, dated as the newest notice: the table to print, and its data.
fn of_table(table: &Table, name: &str, edition: &Edition<'_>, formats: &Formats) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let newest = project.notices.iter().map(|notice| notice.published.value.minute()).max();
    let about = About {
        title: &table.name.value,
        author: project.site.organiser.as_ref().unwrap_or(&project.site.name).value.as_str().into(),
        example: project.site.example,
        written: newest.unwrap_or_else(|| project.today.into()),
    };
    let made = || {
        let mut book = Book::new(formats, &about)?;
        table::write(&mut book, name, table, None, true)?;
        data::write(&mut book, "数据", table)?;
        book.finish()
    };
    made().map_err(|cause: Cause| Error::Workbook(cause.to_string()))
}

/// The notice's tables, each under the label that it has among all attachments: 附件, or 附件1, 附件2 … Tasks of
/// the body are no attachment.
fn numbered_tables(notice: &Notice) -> Vec<(Option<String>, &Table)> {
    let attached = notice
        .attachments_with_ids()
        .filter_map(|(id, attachment)| Some((notice.attachment_label(id), attachment.table()?)));
    attached.chain(notice.inline.iter().map(|table| (None, table))).collect()
}

/// Title and author; the day is the paper's.
fn about(notice: &Notice) -> About<'_> {
    About {
        title: &notice.title.value,
        author: notice.issuer(),
        example: notice.example,
        written: notice.published.value.minute(),
    }
}
