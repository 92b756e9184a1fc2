//! The one sheet that the library gets: each cell with a value once, side by side.

use std::fmt::Write;

use quick_xml::events::BytesStart;

use crate::read::workbook::Place;
use crate::read::workbook::markup::attributes;

/// Number of columns of the sheet.
pub const WIDTH: usize = 256;

/// A cell with a value, and its place, or the area over which it is repeated.
pub struct Placed {
    /// Its sheet.
    pub sheet: usize,
    /// Where it stands first.
    pub start: Place,
    /// Where it stands last.
    pub end: Place,
    /// Its number on that sheet.
    pub at: usize,
    /// The number of a further cell with the text that it shows.
    pub shown: Option<usize>,
}

/// The sheet as it is written.
#[derive(Default)]
pub struct LibrarySheet {
    /// Its cells.
    pub cells: Vec<Placed>,
    /// Its rows.
    pub out: String,
    /// Number of its cells.
    count: usize,
}

impl LibrarySheet {
    /// Writes the opening tag of a cell without the attributes of its place.
    pub fn open(&mut self, tag: &BytesStart<'_>, is_open: bool, sheet: usize, (start, end): (Place, Place)) {
        let at = self.next();
        self.cells.push(Placed { sheet, start, end, at, shown: None });
        self.out.push_str("<table:table-cell");
        for attribute in attributes(tag) {
            let key = attribute.key.as_ref();
            if key.starts_with("office:") || key.starts_with("calcext:") {
                let value = attribute.value.replace('"', "&quot;");
                let _ = write!(self.out, " {key}=\"{value}\"");
            }
        }
        self.out.push_str(if is_open { ">" } else { "/>" });
    }

    /// Begins a row where one is full, and returns the number of the next cell.
    fn next(&mut self) -> usize {
        if self.count.is_multiple_of(WIDTH) {
            self.out.push_str(if self.count == 0 { "" } else { "</table:table-row>" });
            self.out.push_str("<table:table-row>");
        }
        self.count += 1;
        self.count - 1
    }

    /// Writes the content of the last cell once more as that of a text: it is what the cell shows.
    pub fn show(&mut self, from: usize) {
        let content = self.out.get(from..).unwrap_or_default().to_owned();
        // The end of the cell is there already.
        if content == "</table:table-cell>" {
            return;
        }
        let at = self.next();
        self.out.push_str("<table:table-cell office:value-type=\"string\">");
        self.out.push_str(&content);
        if let Some(cell) = self.cells.last_mut() {
            cell.shown = Some(at);
        }
    }

    /// Ends the last row.
    pub fn finish(&mut self) {
        if self.count > 0 {
            self.out.push_str("</table:table-row>");
        }
    }
}
