//! A workbook read back by another library, and by looking into its XML for what that does not tell.

use std::fmt::Write;
use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};

/// A merged range: first row, first column, last row, last column, from 0.
pub type Merge = (u32, u32, u32, u32);

/// One sheet.
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Every cell with text: row, column, text.
    pub cells: Vec<(u32, u32, String)>,
    /// Merged ranges, in order.
    pub merges: Vec<Merge>,
    /// Row heights in points, by row.
    pub heights: Vec<(u32, f64)>,
    /// The sheet's XML.
    pub xml: String,
}

impl Sheet {
    /// The text of a cell; empty where there is none.
    pub fn text(&self, row: u32, column: u32) -> &str {
        self.cells.iter().find(|cell| (cell.0, cell.1) == (row, column)).map_or("", |cell| &cell.2)
    }

    /// The sheet's texts, merged ranges and heights.
    pub fn dump(&self) -> String {
        let mut text = format!("== {} ==\n", self.name);
        for (row, column, value) in &self.cells {
            writeln!(text, "{row},{column}: {}", value.replace('\n', "⏎")).unwrap();
        }
        writeln!(text, "merged: {:?}", self.merges).unwrap();
        writeln!(text, "heights: {:?}", self.heights).unwrap();
        text
    }
}

/// Every sheet of a workbook, in order.
pub fn sheets(bytes: &[u8]) -> Vec<Sheet> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let sheet = |(i, name): (usize, String)| {
        let range = book.worksheet_range(&name).unwrap();
        let (top, left) = range.start().unwrap_or_default();
        let cells = range.used_cells().map(|(row, column, data)| {
            let text = match data {
                Data::String(text) => text.clone(),
                other => panic!("{name} {row},{column}: everything is text, not {other:?}"),
            };
            (top + u32::try_from(row).unwrap(), left + u32::try_from(column).unwrap(), text)
        });
        let cells = cells.filter(|cell| !cell.2.is_empty()).collect();
        let areas = book.merge_cells_by_sheet_name(&name).unwrap();
        let mut merges: Vec<Merge> =
            areas.iter().map(|area| (area.start.0, area.start.1, area.end.0, area.end.1)).collect();
        merges.sort_unstable();
        let xml = part(bytes, &format!("xl/worksheets/sheet{}.xml", i + 1));
        Sheet { name, cells, merges, heights: heights(&xml), xml }
    };
    names.into_iter().enumerate().map(sheet).collect()
}

/// A part of a workbook, which is a zip archive.
pub fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut text = String::new();
    archive.by_name(name).unwrap().read_to_string(&mut text).unwrap();
    text
}

fn heights(xml: &str) -> Vec<(u32, f64)> {
    let rows = xml.split("<row ").skip(1).map(|row| &row[..row.find('>').unwrap()]);
    let attribute = |row: &str, name: &str| {
        let value = row.split_once(&format!("{name}=\""))?.1;
        Some(value[..value.find('"')?].to_owned())
    };
    let height = |row: &str| {
        let number: u32 = attribute(row, "r")?.parse().ok()?;
        Some((number - 1, attribute(row, "ht")?.parse().ok()?))
    };
    rows.filter_map(height).collect()
}
