//! Workbooks in the open document format (ods).

use std::fmt::Write;
use std::io::Cursor;

use calamine::{Data, Ods, Reader};
use quick_xml::events::{BytesStart, Event};

use crate::read::package::Package;
use crate::read::workbook::markup::{Archive, attribute, attributes, raw, reader};
use crate::read::workbook::{Budget, Counted, Fault, LAST, Place, Problem, Sheet, Workbook, size};

/// The type of the document, which stands in a part of its own.
const TYPE: &[u8] = b"application/vnd.oasis.opendocument.spreadsheet";

/// Attributes that say how often a cell or a row is repeated.
const COLUMNS: &str = "table:number-columns-repeated";
const ROWS: &str = "table:number-rows-repeated";

/// The columns of the sheet on which all cells are handed on.
const WIDTH: usize = 256;

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
    let mut walk = Walk { xml: &content, sheets: Vec::new(), cells: Vec::new(), out: String::new(), budget };
    walk.document()?;
    let Walk { mut sheets, cells, out, .. } = walk;
    let library = hand_on(&out)?;
    drop(content);
    for (i, cell) in cells.iter().enumerate() {
        let row = u32::try_from(i / WIDTH).unwrap_or(u32::MAX);
        let column = u32::try_from(i % WIDTH).unwrap_or(u32::MAX);
        let value = library.get_value((row, column)).filter(|value| **value != Data::Empty);
        let Some(value) = value else { continue };
        let sheet = &mut sheets[cell.sheet];
        let name = sheet.name.clone();
        for row in cell.start.0..=cell.end.0 {
            for column in cell.start.1..=cell.end.1 {
                let put = sheet.put((row, column), Counted(value), size(value), None, budget);
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

/// A cell with a value, and its place, or the area over which it is repeated.
struct Placed {
    sheet: usize,
    start: Place,
    end: Place,
}

/// A walk through a document.
struct Walk<'x, 'b> {
    xml: &'x str,
    sheets: Vec<Sheet>,
    cells: Vec<Placed>,
    /// The rows of the sheet that is handed on.
    out: String,
    budget: &'b mut Budget,
}

type Events<'x> = quick_xml::Reader<&'x [u8]>;

impl<'x> Walk<'x, '_> {
    fn document(&mut self) -> Result<(), Fault> {
        let mut reader = reader(self.xml);
        loop {
            match event(&mut reader)? {
                Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                    if let Some(name) = attribute(&tag, "table:name") {
                        self.sheets.push(Sheet::new(name.clone()));
                        self.budget.sheets(self.sheets.len())?;
                        self.table(&mut reader).map_err(|fault| fault.on(&name))?;
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        if !self.cells.is_empty() {
            self.out.push_str("</table:table-row>");
        }
        Ok(())
    }

    fn table(&mut self, reader: &mut Events<'x>) -> Result<(), Fault> {
        let mut row = 0;
        loop {
            match event(reader)? {
                Event::Start(tag) if tag.name().as_ref() == "table:table-row" => {
                    let next = after(row, repeats(&tag, ROWS)?);
                    self.row(reader, row, next - 1)?;
                    row = next;
                }
                Event::Empty(tag) if tag.name().as_ref() == "table:table-row" => {
                    row = after(row, repeats(&tag, ROWS)?);
                }
                Event::End(tag) if tag.name().as_ref() == "table:table" => return Ok(()),
                Event::Eof => return Err(Problem::Damaged.into()),
                _ => {}
            }
        }
    }

    /// Reads a row that stands in the rows from `first` to `last`.
    fn row(&mut self, reader: &mut Events<'x>, first: u32, last: u32) -> Result<(), Fault> {
        let mut column = 0;
        loop {
            let event = event(reader)?;
            let (tag, is_open) = match &event {
                Event::Start(tag) => (tag, true),
                Event::Empty(tag) => (tag, false),
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => return Ok(()),
                Event::Eof => return Err(Problem::Damaged.into()),
                _ => continue,
            };
            let name = tag.name();
            if !matches!(name.as_ref(), "table:table-cell" | "table:covered-table-cell") {
                continue;
            }
            let next = after(column, repeats(tag, COLUMNS)?);
            let (start, end) = ((first, column), (last.min(LAST.0), (next - 1).min(LAST.1)));
            column = next;
            let is_inside = start.0 <= LAST.0 && start.1 <= LAST.1;
            if is_inside && raw(tag, "table:formula").is_some_and(|formula| !formula.is_empty()) {
                self.formulas(start, end)?;
            }
            let is_kept = is_inside && has_value(tag);
            if is_kept {
                self.open(tag, is_open, start, end);
            }
            if is_open {
                self.inside(reader, name.as_ref(), is_kept.then_some(start))?;
            }
        }
    }

    fn formulas(&mut self, start: Place, end: Place) -> Result<(), Fault> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        for row in start.0..=end.0 {
            for column in start.1..=end.1 {
                sheet.put_formula((row, column), self.budget)?;
            }
        }
        Ok(())
    }

    /// Writes the opening tag of a cell without the attributes of its place.
    fn open(&mut self, tag: &BytesStart<'_>, is_open: bool, start: Place, end: Place) {
        if self.cells.len().is_multiple_of(WIDTH) {
            let row = if self.cells.is_empty() { "" } else { "</table:table-row>" };
            self.out.push_str(row);
            self.out.push_str("<table:table-row>");
        }
        self.cells.push(Placed { sheet: self.sheets.len() - 1, start, end });
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

    /// Goes to the end of a cell. `kept` is the place of one that is handed on: its content is copied, but for what
    /// a table inside of it holds.
    fn inside(&mut self, reader: &mut Events<'x>, name: &str, kept: Option<Place>) -> Result<(), Fault> {
        let mut depth = 0_usize;
        loop {
            let from = position(reader);
            let event = event(reader)?;
            let mut is_copied = kept.is_some() && depth == 0;
            match &event {
                Event::Start(tag) if tag.name().as_ref() == name => {
                    depth += 1;
                    is_copied = false;
                }
                Event::Empty(tag) if tag.name().as_ref() == name => is_copied = false,
                Event::End(tag) if tag.name().as_ref() == name => {
                    is_copied = false;
                    match depth.checked_sub(1) {
                        Some(less) => depth = less,
                        None => break,
                    }
                }
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "text:s" => {
                    // So many spaces, however many.
                    let spaces = repeats(tag, "text:c")?;
                    let spaces = usize::try_from(spaces).unwrap_or(usize::MAX);
                    self.budget.text(kept.unwrap_or_default(), spaces)?;
                }
                Event::Eof => return Err(Problem::Damaged.into()),
                Event::Start(_) | Event::Empty(_) | Event::End(_) | Event::Text(_) | Event::GeneralRef(_) => {
                }
                _ => is_copied = false,
            }
            if is_copied {
                self.out.push_str(self.xml.get(from..position(reader)).unwrap_or_default());
            }
        }
        if kept.is_some() {
            self.out.push_str("</table:table-cell>");
        }
        Ok(())
    }
}

fn event<'x>(reader: &mut Events<'x>) -> Result<Event<'x>, Fault> {
    reader.read_event().map_err(|_| Problem::Damaged.into())
}

fn position(reader: &Events<'_>) -> usize {
    usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX)
}

/// How often something is repeated; at least once.
fn repeats(tag: &BytesStart<'_>, name: &str) -> Result<u64, Fault> {
    match raw(tag, name) {
        None => Ok(1),
        Some(count) if !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit()) => {
            Ok(count.parse().unwrap_or(u64::MAX).max(1))
        }
        Some(_) => Err(Problem::Damaged.into()),
    }
}

/// The row or column behind one that is repeated; far outside of every sheet they are all the same.
fn after(at: u32, count: u64) -> u32 {
    u32::try_from(u64::from(at).saturating_add(count)).unwrap_or(u32::MAX)
}

/// Whether a cell has a value.
fn has_value(tag: &BytesStart<'_>) -> bool {
    let is_value = |key: &str| {
        matches!(key, "office:value-type" | "calcext:value-type")
            || key.starts_with("office:") && key.ends_with("value")
    };
    attributes(tag).any(|attribute| is_value(attribute.key.as_ref()))
}
