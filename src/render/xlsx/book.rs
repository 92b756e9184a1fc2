//! A workbook: its frame, and the rows that are its own.
//!
//! Most of what a small workbook costs is the same in every one of its kind: styles, theme, page, packing. So it takes
//! over what the frame has packed, and only the rows are written here: downwards, one after the other, so that those
//! of a large sheet need not be kept. A text stands within its cell (`inlineStr`, ECMA-376 Part 1, 18.18.11), as
//! `rust_xlsxwriter` writes large sheets.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io::{Cursor, Write};

use jiff::civil::DateTime;
use quick_xml::escape::partial_escape;
use rust_xlsxwriter::utility::column_number_to_name;
use zip::{CompressionMethod, ZipWriter};

use crate::model::table::LONGEST_CELL;
use crate::render::xlsx::frame::{Cause, Frame, Open, PROPERTIES, packing};
use crate::render::xlsx::style::Style;
use crate::text::han::others;

/// The most rows of a sheet (Excel specifications and limits).
const MOST_ROWS: u32 = 1_048_576;
/// A part of fewer bytes is not packed: to make ready for packing takes longer than to write it as it is.
const FEW: usize = 12 << 10;
/// A sheet of more bytes is packed while it is written, not kept.
const MANY: usize = 1 << 20;

/// Whose workbook it is.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its title.
    pub title: &'a str,
    /// Who wrote it.
    pub author: &'a str,
    /// The time of what is in it, so that the same content makes the same bytes on any day.
    pub written: DateTime,
}

/// A workbook that is being written.
pub struct Book<'f> {
    frame: &'f Frame,
    zip: ZipWriter<Cursor<Vec<u8>>>,
    properties: String,
    /// The last row of each sheet so far, from 1.
    last: Vec<u32>,
}

/// A sheet that is being written, downwards.
pub struct Sheet<'b> {
    open: &'b Open,
    zip: &'b mut ZipWriter<Cursor<Vec<u8>>>,
    /// Bytes that are not packed yet.
    xml: String,
    is_begun: bool,
    columns: Option<String>,
    merged: Vec<String>,
    /// The rows that stand already.
    row: u32,
    /// How many columns were written into.
    width: usize,
}

/// Where a cell stands among rows that are written together, or several that are merged.
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

impl<'f> Book<'f> {
    /// Begins a workbook with that frame.
    pub fn new(frame: &'f Frame, about: About<'_>) -> Result<Self, Cause> {
        // Most fit: growing would copy them several times over.
        let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(2 * FEW)));
        zip.merge_archive(frame.same.clone())?;
        let written = format!("{}Z", about.written);
        let [title, author] = [about.title, about.author].map(escaped);
        let [title, author]: [&str; 2] = [&title, &author];
        let said = [title, author, author, &written, &written, ""];
        let properties =
            frame.properties.iter().zip(said).flat_map(|(before, said)| [before, said]).collect();
        Ok(Self { frame, zip, properties, last: Vec::new() })
    }

    /// Writes the next open sheet; its columns get those widths, in Excel's units, where the frame has not given them.
    pub fn sheet(
        &mut self,
        widths: Option<&[f64]>,
        write: impl FnOnce(&mut Sheet<'_>) -> Result<(), Cause>,
    ) -> Result<(), Cause> {
        let open = self.frame.sheets.get(self.last.len()).ok_or("more sheets than the frame has")?;
        let mut sheet = Sheet {
            open,
            zip: &mut self.zip,
            xml: String::with_capacity(FEW),
            is_begun: false,
            columns: widths.map(columns),
            merged: Vec::new(),
            row: open.rows,
            width: 0,
        };
        write(&mut sheet)?;
        self.last.push(sheet.finish()?);
        Ok(())
    }

    /// The whole workbook.
    pub fn finish(mut self) -> Result<Vec<u8>, Cause> {
        for (part, [before, said, behind]) in &self.frame.ends {
            let sheets = self.frame.sheets.iter().zip(&self.last);
            let said =
                sheets.fold(said.clone(), |said, (open, last)| said.replace(&open.last, &last.to_string()));
            put(&mut self.zip, part, &[before, &said, behind])?;
        }
        put(&mut self.zip, PROPERTIES, &[&self.properties])?;
        Ok(self.zip.finish()?.into_inner())
    }
}

/// Adds a part, packed when it is long.
fn put(zip: &mut ZipWriter<Cursor<Vec<u8>>>, part: &str, pieces: &[&str]) -> Result<(), Cause> {
    let length: usize = pieces.iter().map(|piece| piece.len()).sum();
    begin(zip, part, length >= FEW)?;
    for piece in pieces {
        zip.write_all(piece.as_bytes())?;
    }
    Ok(())
}

/// Begins a part. Packed at the quickest level: a third less time, a fifth more bytes, of which there are few.
fn begin(zip: &mut ZipWriter<Cursor<Vec<u8>>>, part: &str, is_packed: bool) -> Result<(), Cause> {
    zip.start_file(
        part,
        if is_packed {
            packing().compression_method(CompressionMethod::Deflated).compression_level(Some(1))
        } else {
            packing().compression_method(CompressionMethod::Stored)
        },
    )?;
    Ok(())
}

/// Columns of those widths. A width counts digits of 7 pixels, a column has 5 more (ECMA-376 Part 1, 18.3.1.13).
fn columns(widths: &[f64]) -> String {
    let mut xml = String::new();
    for (number, width) in (1..).zip(widths) {
        let pixels = (width * 7.0 + 5.0).round();
        let width = (pixels * 256.0 / 7.0).trunc() / 256.0;
        // Writing into a String cannot fail.
        let _ = write!(xml, r#"<col min="{number}" max="{number}" width="{width}" customWidth="1"/>"#);
    }
    xml
}

impl Sheet<'_> {
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

    /// Writes one row: a text across so many columns.
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
        // Put together from pieces: formatting takes several times as long as all else here.
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

    /// The part before the rows. The size of the sheet is known only of one that was kept as a whole.
    fn beginning(&self, last: Option<u32>) -> Result<String, Cause> {
        let size = match (last, self.width.checked_sub(1)) {
            (Some(last), Some(column)) => format!(r#"<dimension ref="A1:{}{last}"/>"#, name(column)?),
            _ => String::new(),
        };
        let [before, views, columns, rows] = &self.open.beginning;
        let columns = self.columns.as_ref().unwrap_or(columns);
        Ok([before, &size, views, "<cols>", columns, "</cols><sheetData>", rows].concat())
    }

    /// Packs the rows that stand so far.
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
    fn finish(mut self) -> Result<u32, Cause> {
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

/// The name of a column.
fn name(column: usize) -> Result<Cow<'static, str>, Cause> {
    const FIRST: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    match FIRST.get(column..=column) {
        Some(letter) => Ok(letter.into()),
        None => Ok(column_number_to_name(u16::try_from(column)?).into()),
    }
}

/// A height in points as it is written: a whole number of a screen's pixels, of which 96 make an inch and 72 points do.
fn points(height: f64) -> String {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "no row is higher than 409 points"
    )]
    let pixels = (height / 0.75).round() as u32;
    let part = ["", ".75", ".5", ".25"][pixels as usize % 4];
    (pixels * 3 / 4).to_string() + part
}

/// A text as it stands in a workbook's XML: `_x0001_` for a character that XML has no place for (ECMA-376 Part 1,
/// `ST_Xstring`), and so that a written `_x` is not taken for the beginning of one.
fn escaped(text: &str) -> Cow<'_, str> {
    let is_barred = |c: char| c < ' ' && !matches!(c, '\t' | '\n') || matches!(c, '\u{FFFE}' | '\u{FFFF}');
    if !text.contains('_') && !others(text).any(|(_, c)| is_barred(c)) {
        return partial_escape(text);
    }
    let mut safe = String::new();
    for c in partial_escape(text.replace("_x", "_x005F_x")).chars() {
        match c {
            c if is_barred(c) => safe.extend(format!("_x{:04X}_", u32::from(c)).chars()),
            c => safe.push(c),
        }
    }
    safe.into()
}
