//! The workbook of a notice: its tables for printing, and their cells as plain data.

mod book;
mod data;
mod frame;
pub mod handout;
pub mod internal;
mod layout;
mod part;
mod sheet;
mod style;
mod table;
mod xml;

use crate::error::Error;
use crate::model::flat::Flat;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::render::xlsx::book::{About, Book};
use crate::render::xlsx::frame::Cause;
use crate::render::{Artifact, Edition, OutputPath, routes};

/// Key of a frame of tables: for each table, the names of its sheets, the number of rows before the body, and the headings
/// of the plain rows.
pub type Shape = Vec<([String; 2], table::Rows, Vec<String>)>;

/// Cache of frames of workbooks of tables.
pub type Frames = frame::Frames<Shape>;

/// One workbook per notice that has a table, and one for each of the site's catalogues.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = Vec::new();
    for notice in edition.project.notices.iter().filter(|notice| notice.tables().next().is_some()) {
        let path = OutputPath::new(&routes::workbook(notice))?;
        artifacts.push(Artifact::new(path, || of_notice(notice, &edition.frames)));
    }
    for standard in &edition.project.standards {
        let path = routes::standard(edition.project.section(standard.section), "xlsx");
        artifacts.push(Artifact::new(OutputPath::new(&path)?, move || {
            of_table(&standard.table, "标准目录", edition)
        }));
    }
    let path = OutputPath::new(routes::CATALOGUE_BOOK)?;
    artifacts.push(Artifact::new(path, move || of_table(&edition.catalogue.table(), "目录", edition)));
    Ok(artifacts)
}

/// The workbook of a notice.
fn of_notice(notice: &Notice, frames: &Frames) -> Result<Vec<u8>, Error> {
    let tables = numbered_tables(notice);
    let tables: Vec<_> = tables.iter().map(|(label, table)| (label.as_deref(), *table)).collect();
    let made = of_tables(&tables, "责任分解表", about(notice), frames);
    made.map_err(|cause| Error::Workbook(format!("{}: {cause}", notice.path)))
}

/// A workbook of one table of the site, dated as the newest notice.
fn of_table(table: &Table, name: &str, edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let newest = project.notices.iter().map(|notice| notice.published.value.minute()).max();
    let about = About {
        title: &table.name.value,
        author: &project.site.organiser.as_ref().unwrap_or(&project.site.name).value,
        written: newest.unwrap_or_else(|| project.today.into()),
    };
    let made = of_tables(&[(None, table)], name, about, &edition.frames);
    made.map_err(|cause| Error::Workbook(cause.to_string()))
}

/// A workbook of tables, each under its label: sheets to print, and behind them those of data.
fn of_tables(
    tables: &[(Option<&str>, &Table)],
    name: &str,
    about: About<'_>,
    frames: &Frames,
) -> Result<Vec<u8>, Cause> {
    // Sheets need names of their own; a single one needs no number.
    let numbered =
        |name: &str, i: usize| if tables.len() > 1 { format!("{name}{}", i + 1) } else { name.to_owned() };
    let shapes = tables.iter().enumerate().map(|(i, (label, table))| {
        let rows = table::Rows::of(table, label.is_some());
        ([name, "数据"].map(|name| numbered(name, i)), rows, Flat::new(table).heads())
    });
    let shape: Shape = shapes.collect();
    let frame = frames.of(shape.clone(), |draft| {
        for ([name, _], rows, _) in &shape {
            table::draw(draft, name, *rows)?;
        }
        shape.iter().try_for_each(|([_, name], _, heads)| data::draw(draft, name, heads))
    })?;
    let mut book = Book::new(&frame, about)?;
    for (label, table) in tables {
        table::write(&mut book, table, *label)?;
    }
    for (_, table) in tables {
        data::write(&mut book, table)?;
    }
    book.finish()
}

/// The notice's tables, each under the label that it has among all attachments: 附件, or 附件1, 附件2 … Tasks of
/// the body are no attachment.
fn numbered_tables(notice: &Notice) -> Vec<(Option<String>, &Table)> {
    let attached = notice
        .attachments_with_ids()
        .filter_map(|(id, attachment)| Some((Some(notice.attachment_label(id)), attachment.table()?)));
    attached.chain(notice.inline.iter().map(|table| (None, table))).collect()
}

/// Title and author; the day is the paper's.
fn about(notice: &Notice) -> About<'_> {
    About {
        title: &notice.title.value,
        author: &notice.issuer.value,
        written: notice.published.value.minute(),
    }
}
