//! A worksheet that is being written, row by row.
//!
//! Rows are written downwards, one after the other, so that the rows of a large sheet need not be kept in memory. A text
//! is written into its cell (`inlineStr`, ECMA-376 Part 1, 18.18.11), as `rust_xlsxwriter` writes large sheets.

use std::fmt::Write as _;
use std::io::Write;

use crate::model::table::LONGEST_CELL;
use crate::render::xlsx::frame::{Cause, Open};
use crate::render::xlsx::part::{Archive, FEW, begin, put};
use crate::render::xlsx::style::Style;
use crate::render::xlsx::xml::{columns, escaped, name, points};

/// Maximum number of rows of a sheet (Excel specifications and limits).
const MOST_ROWS: u32 = 1_048_576;
/// Size in bytes above which rows are compressed while the sheet is written, to limit memory.
const MANY: usize = 1 << 20;

/// A worksheet that is being written.
pub struct Sheet<'b> {
    open: &'b Open,
    zip: &'b mut Archive,
    /// Rows that are not compressed yet.
    xml: String,
    is_begun: bool,
    columns: Option<String>,
    merged: Vec<String>,
    /// Number of rows so far.
    row: u32,
    /// Number of columns with cells.
    width: usize,
}

/// Place of a cell, or of merged cells, in a block of rows.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// Its first row, from 0.
    pub row: usize,
    /// Its rows, at least 1.
    pub rows: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// Its columns, at least 1.
    pub columns: usize,
}

impl<'b> Sheet<'b> {
    /// Begins a worksheet; its columns get `widths`, in Excel's units, where the frame has not given them.
    pub fn new(open: &'b Open, zip: &'b mut Archive, widths: Option<&[f64]>) -> Self {
        Self {
            open,
            zip,
            xml: String::with_capacity(FEW),
            is_begun: false,
            columns: widths.map(columns),
            merged: Vec::new(),
            row: open.rows,
            width: 0,
        }
    }

    /// Writes rows of those heights, in points, that belong together, and their cells.
    pub fn block<'t>(
        &mut self,
        heights: &[f64],
        cells: impl IntoIterator<Item = (Area, Style, &'t str)>,
    ) -> Result<(), Cause> {
        let mut rows: Vec<Vec<(usize, &str, &str)>> = vec![Vec::new(); heights.len()];
        for (area, style, text) in cells {
            let format = self.open.format(style)?;
            for (row, cells) in rows.iter_mut().enumerate().skip(area.row).take(area.rows) {
                for column in area.column..area.column + area.columns {
                    let begins = (row, column) == (area.row, area.column);
                    cells.push((column, format, if begins { text } else { "" }));
                }
            }
            if area.rows > 1 || area.columns > 1 {
                self.merge(area)?;
            }
        }
        for (height, mut cells) in heights.iter().zip(rows) {
            cells.sort_by_key(|(column, ..)| *column);
            self.write(*height, cells)?;
        }
        Ok(())
    }

    /// Writes one row of cells beside each other, from the left.
    pub fn row<'t>(
        &mut self,
        height: f64,
        cells: impl IntoIterator<Item = (Style, &'t str)>,
    ) -> Result<(), Cause> {
        let open = self.open;
        let mut written = Vec::new();
        for (column, (style, text)) in cells.into_iter().enumerate() {
            written.push((column, open.format(style)?, text));
        }
        self.write(height, written)
    }

    /// Writes one row with a text across `columns` columns.
    pub fn across(&mut self, height: f64, columns: usize, style: Style, text: &str) -> Result<(), Cause> {
        let area = Area { row: 0, rows: 1, column: 0, columns: columns.max(1) };
        self.block(&[height], [(area, style, text)])
    }

    fn merge(&mut self, area: Area) -> Result<(), Cause> {
        let row = |row: usize| u32::try_from(row).ok().and_then(|row| row.checked_add(self.row + 1));
        let (first, last) = (row(area.row), row(area.row + area.rows - 1));
        let (first, last) = first.zip(last).ok_or("more rows than a sheet has")?;
        let (left, right) = (name(area.column)?, name(area.column + area.columns - 1)?);
        let merged = [&*left, &first.to_string(), ":", &right, &last.to_string()].concat();
        self.merged.push(merged);
        Ok(())
    }

    fn write(&mut self, height: f64, cells: Vec<(usize, &str, &str)>) -> Result<(), Cause> {
        if self.row >= MOST_ROWS {
            return Err(format!("more than {MOST_ROWS} rows").into());
        }
        self.row += 1;
        let number = self.row.to_string();
        // Appended in pieces: `format!` takes several times as long as the rest of this function.
        self.xml.extend([r#"<row r=""#, &number, r#"" ht=""#, &points(height), r#"" customHeight="1">"#]);
        for (column, format, text) in cells {
            self.width = self.width.max(column + 1);
            let column = &*name(column)?;
            self.xml.extend([r#"<c r=""#, column, &number, r#"" s=""#, format]);
            if text.is_empty() {
                self.xml.push_str(r#""/>"#);
                continue;
            }
            // No text has more UTF-16 units than bytes.
            if text.len() > LONGEST_CELL && text.encode_utf16().count() > LONGEST_CELL {
                return Err(format!("{column}{number}: more than {LONGEST_CELL} characters").into());
            }
            let is_kept = text.starts_with(char::is_whitespace) || text.ends_with(char::is_whitespace);
            let opening = if is_kept { r#"<t xml:space="preserve">"# } else { "<t>" };
            self.xml.extend([r#"" t="inlineStr"><is>"#, opening, &escaped(text), "</t></is></c>"]);
        }
        self.xml.push_str("</row>");
        if self.xml.len() > MANY {
            self.pack()?;
        }
        Ok(())
    }

    /// The part before the rows. The size of a sheet that was compressed in parts is unknown here.
    fn beginning(&self, last: Option<u32>) -> Result<String, Cause> {
        let size = match (last, self.width.checked_sub(1)) {
            (Some(last), Some(column)) => format!(r#"<dimension ref="A1:{}{last}"/>"#, name(column)?),
            _ => String::new(),
        };
        let [before, views, columns, rows] = &self.open.beginning;
        let columns = self.columns.as_ref().unwrap_or(columns);
        Ok([before, &size, views, "<cols>", columns, "</cols><sheetData>", rows].concat())
    }

    /// Compresses the rows so far.
    fn pack(&mut self) -> Result<(), Cause> {
        if !self.is_begun {
            let beginning = self.beginning(None)?;
            begin(self.zip, &self.open.part, true)?;
            self.zip.write_all(beginning.as_bytes())?;
            self.is_begun = true;
        }
        self.zip.write_all(self.xml.as_bytes())?;
        self.xml.clear();
        Ok(())
    }

    /// Writes what is left. Returns the number of the last row, from 1; a table has a row below its heads.
    pub fn finish(mut self) -> Result<u32, Cause> {
        let last = self.row.max(self.open.rows + 1);
        let said = last.to_string();
        let [between, behind] = self.open.end.each_ref().map(|pieces| pieces.join(&said));
        let mut end = ["</sheetData>", &between].concat();
        if !self.merged.is_empty() {
            write!(end, r#"<mergeCells count="{}">"#, self.merged.len())?;
            for area in &self.merged {
                end.extend([r#"<mergeCell ref=""#, area, r#""/>"#]);
            }
            end.push_str("</mergeCells>");
        }
        end.push_str(&behind);
        if self.is_begun {
            self.pack()?;
            self.zip.write_all(end.as_bytes())?;
        } else {
            let beginning = self.beginning(Some(last))?;
            put(self.zip, &self.open.part, &[&beginning, &self.xml, &end])?;
        }
        Ok(last)
    }
}
