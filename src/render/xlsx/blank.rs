//! A workbook of which many are handed out that differ in the rows of one sheet: drawn and packed once, then copied.
//!
//! Most of what a small workbook costs is the same in every one of its kind: styles, theme, page, packing. So
//! `rust_xlsxwriter` draws it once, the cells of its rows blank. A copy takes the parts that are the same over as they
//! are packed, and gets its own rows, each in the formats of the blank's. A text stands within its cell (`inlineStr`,
//! ECMA-376 Part 1, 18.18.11), as that library writes large sheets.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::error::Error;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};
use std::sync::Arc;

use jiff::civil::DateTime;
use quick_xml::escape::partial_escape;
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::model::table::LONGEST_CELL;
use crate::text::han::others;

/// The number, from 0, of the blank's last row: its formats are those of all rows to come, and wherever its number
/// stands, that of a copy's last row will stand. Nothing else in a blank has this number.
pub const LAST: u32 = 9_998;
/// The same as a workbook writes it, from 1.
const LAST_WRITTEN: &str = "9999";
/// When a blank was written; a copy says its own time.
const WRITTEN: &str = "1900-01-01T00:00:00Z";
/// A part of fewer bytes is not packed: to make ready for packing takes longer than to write it as it is.
const FEW: usize = 32 << 10;

/// The parts in which copies differ, as `rust_xlsxwriter` names them.
const PROPERTIES: &str = "docProps/core.xml";
const BOOK: &str = "xl/workbook.xml";
const SHEET: &str = "xl/worksheets/sheet2.xml";

/// Why a workbook cannot be made.
pub type Cause = Box<dyn Error + Send + Sync>;

/// A workbook without rows.
#[derive(Debug)]
pub struct Blank {
    /// The parts that are the same in every copy, packed.
    same: ZipArchive<Cursor<Arc<[u8]>>>,
    properties: String,
    book: String,
    /// The sheet before its rows and behind them.
    sheet: [String; 2],
    /// The blank's rows by their numbers: where each cell begins, without the number, and its format.
    formats: BTreeMap<u32, Vec<(String, String)>>,
}

/// One row of a copy.
#[derive(Debug)]
pub struct Row {
    /// In points.
    pub height: f64,
    /// The text of each cell, from the left; an empty one leaves its cell blank.
    pub texts: Vec<String>,
}

impl Blank {
    /// A blank of what was drawn: a workbook of two sheets, the second with a blank cell for every text of its copies.
    pub fn new(mut drawn: Workbook, author: &str) -> Result<Self, Cause> {
        let written = ExcelDateTime::from_ymd(1900, 1, 1)?;
        let properties = DocProperties::new().set_title("-").set_author(author);
        // Packed once, so packed well.
        drawn.set_properties(&properties.set_creation_datetime(&written)).set_zip_compression_level(9);
        let bytes = drawn.save_to_buffer()?;
        let mut drawn = ZipArchive::new(Cursor::new(bytes))?;
        let mut same = ZipWriter::new(Cursor::new(Vec::new()));
        let mut differing = BTreeMap::new();
        for i in 0..drawn.len() {
            let mut part = drawn.by_index(i)?;
            let name = part.name()?.into_owned();
            if [PROPERTIES, BOOK, SHEET].contains(&name.as_str()) {
                let mut text = String::new();
                part.read_to_string(&mut text)?;
                differing.insert(name, text);
            } else {
                drop(part);
                same.raw_copy_file(drawn.by_index_raw(i)?)?;
            }
        }
        let same: Arc<[u8]> = same.finish()?.into_inner().into();
        let mut part = |name| differing.remove(name).ok_or(name);
        let sheet = part(SHEET)?;
        let (before, rest) = sheet.split_once("<sheetData>").ok_or(SHEET)?;
        let (rows, behind) = rest.split_once("</sheetData>").ok_or(SHEET)?;
        Ok(Self {
            same: ZipArchive::new(Cursor::new(same))?,
            properties: part(PROPERTIES)?,
            book: part(BOOK)?,
            sheet: [format!("{before}<sheetData>"), format!("</sheetData>{behind}")],
            formats: rows.split("<row ").skip(1).filter_map(formats).collect(),
        })
    }

    /// A copy with rows from the top of the sheet on, under a title, written at a time.
    pub fn copy(&self, title: &str, written: DateTime, rows: &[Row]) -> Result<Vec<u8>, Cause> {
        let last = rows.len().to_string();
        let [before, behind] = &self.sheet;
        let mut sheet = before.replace(LAST_WRITTEN, &last);
        for (number, row) in (0..).zip(rows) {
            let formats = self.formats.get(&number).or_else(|| self.formats.get(&LAST));
            write_row(&mut sheet, number + 1, row, formats.map_or(&[], Vec::as_slice))?;
        }
        sheet.push_str(&behind.replace(LAST_WRITTEN, &last));
        let properties = self.properties.replace(WRITTEN, &format!("{written}Z"));
        let title = format!("<dc:title>{}</dc:title>", escaped(title));
        let properties = properties.replacen("<dc:title>-</dc:title>", &title, 1);
        let book = self.book.replace(LAST_WRITTEN, &last);

        // Most copies fit: growing would copy them several times over.
        let mut copy = ZipWriter::new(Cursor::new(Vec::with_capacity(FEW)));
        copy.merge_archive(self.same.clone())?;
        let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
        let plain = options.compression_method(CompressionMethod::Stored);
        let packed = options.compression_method(CompressionMethod::Deflated).compression_level(Some(1));
        for (name, text) in [(PROPERTIES, properties), (BOOK, book), (SHEET, sheet)] {
            copy.start_file(name, if text.len() < FEW { plain } else { packed })?;
            copy.write_all(text.as_bytes())?;
        }
        Ok(copy.finish()?.into_inner())
    }
}

/// The number of a drawn row, from 0, and its cells' columns and formats.
fn formats(row: &str) -> Option<(u32, Vec<(String, String)>)> {
    let (number, _) = row.strip_prefix("r=\"")?.split_once('"')?;
    let cells = row.split("<c r=\"").skip(1).filter_map(|cell| {
        let (place, rest) = cell.split_once("\" s=\"")?;
        let column = place.trim_end_matches(|c: char| c.is_ascii_digit());
        Some((column.to_owned(), rest.split_once('"')?.0.to_owned()))
    });
    Some((number.parse::<u32>().ok()?.checked_sub(1)?, cells.collect()))
}

fn write_row(xml: &mut String, number: u32, row: &Row, formats: &[(String, String)]) -> Result<(), Cause> {
    // A height is a number of a screen's pixels, of which 96 make an inch and 72 points do.
    let height = (row.height / 0.75).round() * 0.75;
    write!(xml, r#"<row r="{number}" spans="1:{}" ht="{height}" customHeight="1">"#, formats.len())?;
    // Put together from pieces: formatting takes several times as long as all else here.
    let number = number.to_string();
    for ((column, format), text) in formats.iter().zip(&row.texts) {
        xml.extend([r#"<c r=""#, column, &number, r#"" s=""#, format]);
        if text.is_empty() {
            xml.push_str(r#""/>"#);
            continue;
        }
        // No text has more UTF-16 units than bytes.
        if text.len() > LONGEST_CELL && text.encode_utf16().count() > LONGEST_CELL {
            return Err(format!("{column}{number}: more than {LONGEST_CELL} characters").into());
        }
        xml.extend([r#"" t="inlineStr"><is><t xml:space="preserve">"#, &escaped(text), "</t></is></c>"]);
    }
    xml.push_str("</row>");
    Ok(())
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
