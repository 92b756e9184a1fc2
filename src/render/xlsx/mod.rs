//! The workbook of a notice: its tables as they are printed, and the same cells as plain data.

mod blank;
mod data;
pub mod handout;
pub mod internal;
mod layout;
mod style;
mod table;

use jiff::civil::DateTime;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::render::{Artifact, Edition, OutputPath, routes};

/// The rows from which on a table is written without keeping it in memory.
const LARGE: usize = 10_000;

/// The format's name.
pub const NAME: &str = "xlsx";

/// One workbook per notice that has a table, and one for each of the site's catalogues.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = Vec::new();
    for (i, notice) in edition.project.notices.iter().enumerate() {
        if notice.tables().next().is_some() {
            let path = OutputPath::new(&routes::workbook(notice))?;
            artifacts.push(Artifact::new(path, move || edition.workbook(i)));
        }
    }
    let standards = &edition.project.standards;
    for standard in standards {
        let path = routes::standard(edition.project.column(standard.column), "xlsx");
        artifacts.push(Artifact::new(OutputPath::new(&path)?, move || {
            let made = of_table(&standard.table, "标准目录", edition.project);
            made.map_err(|error| Error::Workbook(error.to_string()))
        }));
    }
    let path = OutputPath::new(routes::CATALOGUE_BOOK)?;
    artifacts.push(Artifact::new(path, move || {
        let made = of_table(&edition.catalogue().table(), "目录", edition.project);
        made.map_err(|error| Error::Workbook(error.to_string()))
    }));
    Ok(artifacts)
}

/// The workbook of a notice.
pub fn workbook(notice: &Notice) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = new_workbook(&properties(notice)?);
    let tables = numbered_tables(notice);
    // Sheets need names of their own; a single one needs no number.
    let sheet =
        |name: &str, i: usize| if tables.len() > 1 { format!("{name}{}", i + 1) } else { name.to_owned() };
    for (i, (label, table)) in tables.iter().enumerate() {
        table::write(add_sheet(&mut workbook, &sheet("责任分解表", i), table)?, table, label.as_deref())?;
    }
    for (i, (_, table)) in tables.iter().enumerate() {
        data::write(add_sheet(&mut workbook, &sheet("数据", i), table)?, table)?;
    }
    workbook.save_to_buffer()
}

/// A sheet for a table. The rows of a large one wait in an unnamed file of the system's, which the workbook's
/// writer opens and takes away again, not in memory.
fn add_sheet<'w>(
    workbook: &'w mut Workbook,
    name: &str,
    table: &Table,
) -> Result<&'w mut Worksheet, XlsxError> {
    let sheet = if table.tasks().map(|task| task.measures.len().max(1)).sum::<usize>() > LARGE {
        workbook.add_worksheet_with_constant_memory()?
    } else {
        workbook.add_worksheet()
    };
    sheet.set_name(name)
}

/// A workbook of one table that is the site's own: a sheet to print, and one of data. Its day is that of the newest
/// notice.
fn of_table(table: &Table, name: &str, project: &Project) -> Result<Vec<u8>, XlsxError> {
    let newest = project.notices.iter().map(|notice| notice.published.value.minute()).max();
    let author = project.site.organiser.as_ref().unwrap_or(&project.site.name);
    let properties = DocProperties::new()
        .set_title(&table.name.value)
        .set_author(&author.value)
        .set_creation_datetime(&excel_time(newest.unwrap_or_else(|| project.today.into()))?);
    let mut workbook = new_workbook(&properties);
    table::write(add_sheet(&mut workbook, name, table)?, table, None)?;
    data::write(add_sheet(&mut workbook, "数据", table)?, table)?;
    workbook.save_to_buffer()
}

/// The notice's tables, each under the label that it has among all attachments: 附件, or 附件1, 附件2 … Tasks of
/// the body are no attachment.
fn numbered_tables(notice: &Notice) -> Vec<(Option<String>, &Table)> {
    let attachments = notice.attachments.iter().enumerate();
    let attached = attachments
        .filter_map(|(i, attachment)| Some((Some(notice.attachment_label(i)), attachment.table()?)));
    attached.chain(notice.inline.iter().map(|table| (None, table))).collect()
}

/// A workbook without sheets. Packed at the quickest level: a third less time, a fifth more bytes, of which there
/// are few.
fn new_workbook(properties: &DocProperties) -> Workbook {
    let mut workbook = Workbook::new();
    workbook.set_properties(properties);
    workbook.set_zip_compression_level(1);
    workbook
}

/// Title and author; the day is the paper's, so that the same content makes the same bytes on any day.
fn properties(notice: &Notice) -> Result<DocProperties, XlsxError> {
    Ok(DocProperties::new()
        .set_title(&notice.title.value)
        .set_author(&notice.issuer.value)
        .set_creation_datetime(&excel_time(notice.published.value.minute())?))
}

fn excel_time(time: DateTime) -> Result<ExcelDateTime, XlsxError> {
    let part = |n: i8| u8::try_from(n).unwrap_or_default();
    ExcelDateTime::from_ymd(
        u16::try_from(time.year()).unwrap_or_default(),
        part(time.month()),
        part(time.day()),
    )?
    .and_hms(u16::from(part(time.hour())), part(time.minute()), 0)
}
