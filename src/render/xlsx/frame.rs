//! The frame of a workbook: everything but the rows, drawn by `rust_xlsxwriter`, once for all workbooks of its kind.
//!
//! The parts that are the same in all of them are kept packed. In the others, a number that occurs nowhere else stands for that
//! of a sheet's last row, which filters, lists and tables name.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::{Cursor, Read, Write};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};
use zip::write::SimpleFileOptions;
use zip::{System, ZipArchive, ZipWriter};

use crate::render::xlsx::style::Style;

/// The row, from 0, in which a frame's first open sheet shows its styles; that of each further one is the row above.
/// Nothing else in a frame has such a number, and wherever it stands, that of a workbook's last row will stand.
const LAST: u32 = 9_998;
/// Cells, merged so that the frame says where it keeps merged cells: the last two columns that a sheet can have.
const MERGED: [u16; 2] = [16_382, 16_383];
/// When a frame was written; a workbook says its own time.
const WRITTEN: &str = "1900-01-01T00:00:00Z";
/// Title and author of a frame.
const NOBODY: &str = "-";
/// The part of title, author and time, as `rust_xlsxwriter` names it.
pub const PROPERTIES: &str = "docProps/core.xml";
/// The parts that say where sheets end, likewise.
const BOOK: &str = "xl/workbook.xml";
const TABLES: &str = "xl/tables/";
/// Between which tags these say where a sheet ends.
const BOOK_BOUNDS: [&str; 2] = ["<definedNames", "<calcPr"];
const TABLE_BOUNDS: [&str; 2] = ["<table ", "<tableColumns"];

/// Why a workbook cannot be made.
pub type Cause = Box<dyn Error + Send + Sync>;

/// A frame that is being drawn.
pub struct Draft {
    workbook: Workbook,
    sheets: Vec<&'static [Style]>,
}

/// Everything of a workbook but the rows of its open sheets.
#[derive(Debug)]
pub struct Frame {
    /// The parts that are the same in every workbook, packed.
    pub same: ZipArchive<Cursor<Arc<[u8]>>>,
    /// The text around its title, its author, who changed it last, when it was written, and when it was changed.
    pub properties: [String; 6],
    /// The parts that say where sheets end, by their names: what may say it, and what stands before and behind.
    pub ends: Vec<(String, [String; 3])>,
    /// Its open sheets.
    pub sheets: Vec<Open>,
}

/// A sheet of a frame, open for rows.
#[derive(Debug)]
pub struct Open {
    /// Its part's name.
    pub part: String,
    /// Before its size, from there to its columns, the columns, and the rows that it has already.
    pub beginning: [String; 4],
    /// From the rows to the merged cells, and behind them: the pieces between which the number of its last row stands.
    pub end: [Vec<String>; 2],
    /// How many rows it has already.
    pub rows: u32,
    /// Placeholder of that number in other parts.
    pub last: String,
    /// The numbers of its styles among the workbook's formats.
    styles: Vec<(Style, String)>,
}

/// Frames by what they depend on, each drawn when it is first asked for.
#[derive(Debug)]
pub struct Frames<K>(Mutex<BTreeMap<K, Drawn>>);

/// A frame, or why it cannot be drawn.
type Drawn = Arc<OnceLock<Result<Arc<Frame>, String>>>;

impl<K: Ord> Frames<K> {
    /// None yet.
    pub fn new() -> Self {
        Self(Mutex::default())
    }

    /// The frame with that key, which is drawn now if it was not before.
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
    /// Adds a sheet that is the same in every workbook.
    pub fn add(&mut self, name: &str) -> Result<&mut Worksheet, XlsxError> {
        self.workbook.add_worksheet().set_name(name)
    }

    /// Adds a sheet that is open for rows in those styles. The number, from 0, will be that of its last row.
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
        // So that it has columns.
        sheet.set_column_width(0, 10)?;
        Ok((sheet, last))
    }
}

/// How a part is entered in the archive: with no time, and as made on Unix on every system, so that the same content
/// makes the same bytes. The library would enter MS-DOS on Windows.
pub fn packing() -> SimpleFileOptions {
    SimpleFileOptions::default().last_modified_time(zip::DateTime::default()).system(System::Unix)
}

/// Placeholder in a frame for the number of a sheet's last row.
struct Last {
    /// As it was drawn.
    written: String,
    /// As it is kept: no XML has such a character, so that no other number is taken for it.
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
                // The heads of a table are people's words.
                let bounds = if name == BOOK { BOOK_BOUNDS } else { TABLE_BOUNDS };
                let [start, end] = bounds.map(|tag| text.find(tag).unwrap_or(text.len()));
                let [before, said, behind] = [&text[..start], &text[start..end], &text[end..]];
                let said = open().fold(said.to_owned(), |text, (last, _)| last.marked(&text));
                ends.push((name, [before.to_owned(), said, behind.to_owned()]));
            } else {
                // Packed once, so packed well. Not copied as it is: its header tells the system it was drawn on.
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
    /// The sheet of a part; `None` when it is not put together as expected.
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
