//! Workbooks of every format, written part by part, and everything that is read of them.

mod faults;
mod limits;
mod other_formats;
mod xlsx;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{Fault, Limits, Look, Problem, Workbook, open};

/// A workbook as everything that is read of it.
fn dump(book: &Workbook) -> String {
    let mut lines = Vec::new();
    for sheet in &book.sheets {
        let hidden = (&sheet.hidden_columns, &sheet.hidden_rows);
        let is_hidden = if sheet.is_hidden { " (hidden)" } else { "" };
        lines.push(format!("[{}]{is_hidden} hidden {hidden:?} table {:?}", sheet.name, sheet.table_end));
        for ((row, column), cell) in &sheet.cells {
            let formula = if sheet.formulas.contains(&(*row, *column)) { " =" } else { "" };
            let shown = match cell.look {
                Look::Plain => String::new(),
                _ => format!(" {}", cell.text()),
            };
            lines.push(format!("{row},{column} {:?}{shown}{formula}", cell.value));
        }
        lines.extend(sheet.merged.iter().map(|range| format!("{:?}-{:?}", range.start, range.end)));
    }
    lines.join("\n")
}

fn read(bytes: &[u8]) -> Result<String, Fault> {
    open(bytes, Limits::default()).map(|book| dump(&book))
}

/// The problem of a file, with its sheet and cell as findings name them.
fn fault(bytes: &[u8]) -> (Problem, String) {
    let fault = read(bytes).unwrap_err();
    let cell =
        fault.cell.map(|(row, column)| crate::read::workbook::cell::name((row as usize, column as usize)));
    (fault.problem, [fault.sheet, cell].into_iter().flatten().collect::<Vec<_>>().join("!"))
}

fn archive<'p>(parts: impl IntoIterator<Item = (&'p str, &'p [u8])>) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        writer.start_file(name, SimpleFileOptions::default()).unwrap();
        writer.write_all(bytes).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

const ROOT: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;

const BOOK: &[u8] =
    r#"<workbook><sheets><sheet name="分工" sheetId="1" r:id="rId1"/></sheets></workbook>"#.as_bytes();

const BOOK_RELATIONS: &[u8] = br#"<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;

/// An xlsx with one sheet, and parts that replace others or come to them.
fn xlsx(sheet: &str, others: &[(&str, &[u8])]) -> Vec<u8> {
    let usual = [
        ("_rels/.rels", ROOT),
        ("xl/workbook.xml", BOOK),
        ("xl/_rels/workbook.xml.rels", BOOK_RELATIONS),
        ("xl/worksheets/sheet1.xml", sheet.as_bytes()),
    ];
    let kept = usual.into_iter().filter(|(name, _)| others.iter().all(|(other, _)| name != other));
    archive(kept.chain(others.iter().copied()))
}

fn sheet(rows: &str) -> String {
    format!("<worksheet><dimension ref=\"A1:XFD1048576\"/><sheetData>{rows}</sheetData></worksheet>")
}

/// An ods with these tables.
fn ods(tables: &str) -> Vec<u8> {
    let content = format!(
        "<office:document-content><office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>"
    );
    archive([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("META-INF/manifest.xml", b"<manifest:manifest/>"),
        ("content.xml", content.as_bytes()),
    ])
}
