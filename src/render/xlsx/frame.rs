//! The frame of a workbook: everything but the rows, drawn by `rust_xlsxwriter`, once for all workbooks of its kind.
//!
//! Parts that are equal in all workbooks are kept compressed. In the other parts, a placeholder stands for the number of a
//! sheet's last row, which filters, lists and tables need.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Cursor, Read, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{System, ZipArchive, ZipWriter};

use crate::render::xlsx::style::Style;

/// Placeholder row number, from 0, of the first open sheet, replaced by the real last row; each further sheet has the
/// number before. No other number of a frame is equal to a placeholder.
const LAST: u32 = 9_998;
/// Last two columns of a sheet, whose merged cells mark the place of merged cells in the XML.
const MERGED: [u16; 2] = [16_382, 16_383];
/// Placeholder for the time of writing.
const WRITTEN: &str = "1900-01-01T00:00:00Z";
/// Placeholder for title and author.
const NOBODY: &str = "-";
/// The part of title, author and time, as `rust_xlsxwriter` names it.
pub const PROPERTIES: &str = "docProps/core.xml";
/// The part with print areas and filters, which name the last row of each sheet.
const BOOK: &str = "xl/workbook.xml";
const TABLES: &str = "xl/tables/";
/// Tags around the names of ranges in [`BOOK`].
const BOOK_BOUNDS: [&str; 2] = ["<definedNames", "<calcPr"];
const TABLE_BOUNDS: [&str; 2] = ["<table ", "<tableColumns"];

/// Reason why a workbook cannot be made.
pub type Cause = Box<dyn Error + Send + Sync>;

/// A frame that is being drawn.
pub struct Draft {
    workbook: Workbook,
    sheets: Vec<&'static [Style]>,
}

/// Everything of a workbook but the rows of its open sheets.
#[derive(Debug)]
pub struct Frame {
    /// Parts that are equal in every workbook, compressed.
    pub same: ZipArchive<Cursor<Arc<[u8]>>>,
    /// The texts around title, author, last editor, time of writing and time of change.
    pub properties: [String; 6],
    /// Parts with numbers of last rows, by name: the text before, the text with placeholders, and the text behind.
    pub ends: Vec<(String, [String; 3])>,
    /// Its open sheets.
    pub sheets: Vec<Open>,
}

/// A sheet of a frame, open for rows.
#[derive(Debug)]
pub struct Open {
    /// The name of its part.
    pub part: String,
    /// The text before the size, between size and columns, the columns, and the rows of the frame.
    pub beginning: [String; 4],
    /// The text from the rows to the merged cells, and the text behind them; each split at the number of the last row.
    pub end: [Vec<String>; 2],
    /// Number of rows in the frame.
    pub rows: u32,
    /// Placeholder of that number in other parts.
    pub last: String,
    /// The numbers of its styles among the workbook's formats.
    styles: Vec<(Style, String)>,
}

/// Cache of frames, drawn on first use, by all that they depend on.
#[derive(Debug)]
pub struct Frames<K>(Mutex<BTreeMap<K, Drawn>>);

/// A frame, or the reason why it cannot be drawn.
type Drawn = Arc<OnceLock<Result<Arc<Frame>, String>>>;

impl<K: Ord> Frames<K> {
    /// An empty cache.
    pub fn new() -> Self {
        Self(Mutex::default())
    }

    /// The frame with that key, drawn on first use.
    pub fn of(
        &self,
        key: K,
        draw: impl FnOnce(&mut Draft) -> Result<(), XlsxError>,
    ) -> Result<Arc<Frame>, Cause> {
        let mut frames = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let frame = Arc::clone(frames.entry(key).or_default());
        drop(frames);
        let drawn = frame.get_or_init(|| Frame::drawn(draw).map(Arc::new).map_err(|cause| cause.to_string()));
        Ok(drawn.clone()?)
    }
}

impl Draft {
    /// Adds a sheet that is equal in every workbook.
    pub fn add(&mut self, name: &str) -> Result<&mut Worksheet, XlsxError> {
        self.workbook.add_worksheet().set_name(name)
    }

    /// Adds a sheet that is open for rows in those styles. Returns the placeholder of its last row, from 0.
    pub fn add_open(
        &mut self,
        name: &str,
        styles: &'static [Style],
    ) -> Result<(&mut Worksheet, u32), XlsxError> {
        let last = last_of(u32::try_from(self.sheets.len()).unwrap_or(u32::MAX));
        self.sheets.push(styles);
        let sheet = self.add(name)?;
        for (column, style) in (0..).zip(styles) {
            sheet.write_blank(last, column, &style.format())?;
        }
        let [first, second] = MERGED;
        sheet.merge_range(last, first, last, second, "", &Format::new())?;
        // The XML has an element for columns only if a width is set.
        sheet.set_column_width(0, 10)?;
        Ok((sheet, last))
    }
}

/// Options of a part in the archive: no time, and Unix as the system, so that equal content makes equal bytes on every
/// system. The default on Windows is MS-DOS.
pub fn packing() -> SimpleFileOptions {
    SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).system(System::Unix)
}

/// Placeholder in a frame for the number of a sheet's last row.
struct Last {
    /// The number in the drawn XML.
    written: String,
    /// The placeholder in the stored text: a character that XML cannot have, so that no other number is replaced.
    kept: String,
}

impl Last {
    fn of(sheet: u32) -> Self {
        Self { written: (last_of(sheet) + 1).to_string(), kept: format!("\0{sheet}\0") }
    }

    fn marked(&self, xml: &str) -> String {
        xml.replace(&self.written, &self.kept)
    }
}

/// The row, from 0, in which the open sheet of that number shows its styles.
fn last_of(sheet: u32) -> u32 {
    LAST.saturating_sub(sheet)
}

impl Frame {
    fn drawn(draw: impl FnOnce(&mut Draft) -> Result<(), XlsxError>) -> Result<Self, Cause> {
        let mut draft = Draft { workbook: Workbook::new(), sheets: Vec::new() };
        draw(&mut draft)?;
        let written = ExcelDateTime::from_ymd(1900, 1, 1)?;
        let properties = DocProperties::new().set_title(NOBODY).set_author(NOBODY);
        draft.workbook.set_properties(&properties.set_creation_datetime(&written));
        let bytes = draft.workbook.save_to_buffer()?;
        let mut drawn = ZipArchive::new(Cursor::new(bytes))?;
        let mut same = ZipWriter::new(Cursor::new(Vec::new()));
        let (mut properties, mut ends, mut sheets) = (None, Vec::new(), Vec::new());
        let open = || (0..).zip(&draft.sheets).map(|(sheet, styles)| (Last::of(sheet), *styles));
        for i in 0..drawn.len() {
            let mut part = drawn.by_index(i)?;
            let name = part.name()?.into_owned();
            let mut text = String::new();
            part.read_to_string(&mut text)?;
            drop(part);
            let mut shown = open().filter(|(last, _)| text.contains(&format!("<row r=\"{}\"", last.written)));
            if name == PROPERTIES {
                let text = text.replace(&format!(">{NOBODY}<"), ">\0<").replace(WRITTEN, "\0");
                properties = text.split('\0').map(str::to_owned).collect::<Vec<_>>().try_into().ok();
            } else if let Some((last, styles)) = shown.next() {
                sheets.push(Open::new(name, &text, last, styles).ok_or("a sheet of another form")?);
            } else if name == BOOK || name.starts_with(TABLES) {
                // Headings of a table are content and may hold the number.
                let bounds = if name == BOOK { BOOK_BOUNDS } else { TABLE_BOUNDS };
                let [start, end] = bounds.map(|tag| text.find(tag).unwrap_or(text.len()));
                let [before, said, behind] = [&text[..start], &text[start..end], &text[end..]];
                let said = open().fold(said.to_owned(), |text, (last, _)| last.marked(&text));
                ends.push((name, [before.to_owned(), said, behind.to_owned()]));
            } else {
                // Compressed once, so at the best level. Not copied raw: its header names the operating system.
                same.start_file(name, packing().compression_level(Some(9)))?;
                same.write_all(text.as_bytes())?;
            }
        }
        let same: Arc<[u8]> = same.finish()?.into_inner().into();
        let same = ZipArchive::new(Cursor::new(same))?;
        Ok(Self { same, properties: properties.ok_or(PROPERTIES)?, ends, sheets })
    }
}

impl Open {
    /// The sheet of a part; `None` if its XML is not as expected.
    fn new(part: String, xml: &str, last: Last, styles: &[Style]) -> Option<Self> {
        let (before, rest) = xml.split_once("<dimension ")?;
        let (views, rest) = rest.split_once("/>")?.1.split_once("<cols>")?;
        let (columns, rest) = rest.split_once("</cols>")?;
        let (rows, rest) = rest.strip_prefix("<sheetData>")?.split_once("</sheetData>")?;
        let (between, rest) = rest.split_once("<mergeCells")?;
        let behind = rest.split_once("</mergeCells>")?.1;
        let (rows, shown) = rows.split_once(&format!("<row r=\"{}\"", last.written))?;
        // The cell of each style, then those that are merged.
        let formats =
            shown.split(" s=\"").skip(1).filter_map(|cell| Some(cell.split_once('"')?.0.to_owned()));
        let styles: Vec<_> = styles.iter().copied().zip(formats).collect();
        let beginning = [before, views, columns, rows].map(str::to_owned);
        let end = [between, behind].map(|text| text.split(&last.written).map(str::to_owned).collect());
        let rows = u32::try_from(rows.matches("<row ").count()).ok()?;
        Some(Self { part, beginning, end, rows, last: last.kept, styles })
    }

    /// The number of a style among the workbook's formats.
    pub fn format(&self, style: Style) -> Result<&str, Cause> {
        let found = self.styles.iter().find(|(known, _)| *known == style);
        found
            .map(|(_, format)| format.as_str())
            .ok_or_else(|| format!("no {style:?} in {}", self.part).into())
    }
}
