//! Workbooks in the open document format (ods).

mod library_sheet;
mod tags;
mod walk;

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, Ods, Reader};

use crate::read::package::Package;
use crate::read::workbook::markup::Archive;
use crate::read::workbook::ods::library_sheet::{LibrarySheet, WIDTH};
use crate::read::workbook::ods::walk::Walk;
use crate::read::workbook::{Budget, Counted, Fault, Look, Problem, Workbook, size};

/// The type of the document, which stands in a part of its own.
const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Whether an archive is such a workbook, or at least some open document.
pub fn is_ods(package: &mut Package<'_>) -> bool {
    package.find("content.xml").is_some()
        && package.read("mimetype").is_ok_and(|kind| kind.trim_ascii_start().starts_with(TYPE))
}

/// Reads a workbook.
///
/// A cell or row may be repeated as often as it declares, and the library repeats it in memory, with every blank cell
/// between two others. So it gets one sheet of our own with each cell that has a value once, side by side;
/// their real places are computed here.
pub fn read(package: &mut Package<'_>, budget: &mut Budget) -> Result<Workbook, Fault> {
    if package.read_text("META-INF/manifest.xml").is_ok_and(|xml| xml.contains("encryption-data")) {
        return Err(Problem::Password.into());
    }
    let content = package.read_text("content.xml")?;
    let mut walk = Walk {
        xml: &content,
        sheets: Vec::new(),
        library_sheet: LibrarySheet::default(),
        styles: HashMap::new(),
        budget,
    };
    walk.document()?;
    let Walk { mut sheets, library_sheet, .. } = walk;
    let library = hand_on(&library_sheet.out)?;
    drop(content);
    let read = |i: usize| {
        let row = u32::try_from(i / WIDTH).unwrap_or(u32::MAX);
        let column = u32::try_from(i % WIDTH).unwrap_or(u32::MAX);
        library.get_value((row, column)).filter(|value| **value != Data::Empty)
    };
    for cell in &library_sheet.cells {
        let Some(value) = read(cell.at) else { continue };
        let look = match cell.shown.and_then(read) {
            Some(Data::String(text)) => Look::Shown(text.as_str().into()),
            _ => Look::Plain,
        };
        let text = if let Look::Shown(text) = &look { text.len() } else { 0 } + size(value);
        let sheet = &mut sheets[cell.sheet];
        let name = sheet.name.clone();
        for row in cell.start.0..=cell.end.0 {
            for column in cell.start.1..=cell.end.1 {
                let put = sheet.put((row, column), Counted(value), text, look.clone(), budget);
                put.map_err(|fault| fault.on(&name))?;
            }
        }
    }
    Ok(Workbook { sheets, knows_merges: false })
}

/// Reads the sheet of our own.
fn hand_on(rows: &str) -> Result<calamine::Range<Data>, Fault> {
    let mut archive = Archive::new();
    archive.add("mimetype", &[TYPE])?;
    archive.add("META-INF/manifest.xml", &[b"<manifest:manifest/>"])?;
    let (start, end) =
        ("<office:spreadsheet><table:table table:name=\"0\">", "</table:table></office:spreadsheet>");
    archive.add("content.xml", &[start.as_bytes(), rows.as_bytes(), end.as_bytes()])?;
    let mut library: Ods<Cursor<Vec<u8>>> = Ods::new(archive.finish()?).map_err(|_| Problem::Damaged)?;
    library.worksheet_range("0").map_err(|_| Problem::Damaged.into())
}
