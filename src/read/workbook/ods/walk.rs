//! A walk through the content of a document: its sheets, and the places of their cells.

use std::collections::HashMap;

use quick_xml::events::{BytesStart, Event};

use crate::read::workbook::markup::{attribute, raw, reader};
use crate::read::workbook::ods::library_sheet::LibrarySheet;
use crate::read::workbook::ods::tags::{Style, after, characters, has_value, is_collapsed, repeats};
use crate::read::workbook::{Budget, Fault, LAST, Place, Problem, Sheet};

/// Attributes that say how often a cell or a row is repeated.
const COLUMNS: &str = "table:number-columns-repeated";
const ROWS: &str = "table:number-rows-repeated";

/// A walk through a document.
pub struct Walk<'x, 'b> {
    /// The document.
    pub xml: &'x str,
    /// Its sheets.
    pub sheets: Vec<Sheet>,
    /// The sheet that the library gets.
    pub library_sheet: LibrarySheet,
    /// Styles of sheets and columns by their names.
    pub styles: HashMap<String, Style>,
    /// The limits.
    pub budget: &'b mut Budget,
}

type Events<'x> = quick_xml::Reader<&'x [u8]>;

impl<'x> Walk<'x, '_> {
    /// Goes through the document.
    pub fn document(&mut self) -> Result<(), Fault> {
        let mut reader = reader(self.xml);
        let mut style = String::new();
        loop {
            match event(&mut reader)? {
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "style:style" => {
                    style = attribute(&tag, "style:name").unwrap_or_default();
                }
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref().starts_with("style:table-") => {
                    let is_hidden = raw(&tag, "table:display").as_deref() == Some("false");
                    let width = raw(&tag, "style:column-width").and_then(|width| characters(&width));
                    if is_hidden || width.is_some() {
                        self.styles.insert(style.clone(), Style { is_hidden, width });
                    }
                }
                Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                    if let Some(name) = attribute(&tag, "table:name") {
                        let style = self.style(&tag);
                        let is_hidden = style.is_some_and(|style| style.is_hidden);
                        self.sheets.push(Sheet { is_hidden, ..Sheet::new(name.clone()) });
                        self.budget.sheets(self.sheets.len())?;
                        self.table(&mut reader).map_err(|fault| fault.on(&name))?;
                    }
                }
                Event::Eof => break,
                _ => {}
            }
        }
        self.library_sheet.finish();
        Ok(())
    }

    fn style(&self, tag: &BytesStart<'_>) -> Option<&Style> {
        self.styles.get(raw(tag, "table:style-name")?.as_ref())
    }

    /// Takes columns: their width, and whether they are hidden. Returns the column behind them.
    fn columns(&mut self, tag: &BytesStart<'_>, first: u32) -> Result<u32, Fault> {
        let next = after(first, repeats(tag, COLUMNS)?);
        let width = self.style(tag).and_then(|style| style.width);
        let last = (next - 1).min(LAST.1);
        if let Some(sheet) = self.sheets.last_mut().filter(|_| first <= last) {
            if is_collapsed(tag) {
                Sheet::put_hidden(&mut sheet.hidden_columns, first, last);
            } else if let Some(width) = width {
                sheet.put_width(first, last, width);
            }
        }
        Ok(next)
    }

    /// Takes whether rows are hidden.
    fn rows(&mut self, tag: &BytesStart<'_>, first: u32, next: u32) {
        let last = (next - 1).min(LAST.0);
        if let Some(sheet) = self.sheets.last_mut().filter(|_| is_collapsed(tag) && first <= last) {
            Sheet::put_hidden(&mut sheet.hidden_rows, first, last);
        }
    }

    fn table(&mut self, reader: &mut Events<'x>) -> Result<(), Fault> {
        let (mut row, mut column) = (0, 0);
        loop {
            match event(reader)? {
                Event::Start(tag) if tag.name().as_ref() == "table:table-row" => {
                    let next = after(row, repeats(&tag, ROWS)?);
                    self.rows(&tag, row, next);
                    self.row(reader, row, next - 1)?;
                    row = next;
                }
                Event::Empty(tag) if tag.name().as_ref() == "table:table-row" => {
                    let next = after(row, repeats(&tag, ROWS)?);
                    self.rows(&tag, row, next);
                    row = next;
                }
                Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "table:table-column" => {
                    column = self.columns(&tag, column)?;
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
            let is_kept = is_inside && has_value(tag);
            if is_inside && raw(tag, "table:formula").is_some_and(|formula| !formula.is_empty()) {
                self.formulas(start, end, is_kept)?;
            }
            if is_kept {
                self.library_sheet.open(tag, is_open, self.sheets.len() - 1, (start, end));
            }
            if is_open {
                let from = self.library_sheet.out.len();
                self.inside(reader, name.as_ref(), is_kept.then_some(start))?;
                // A text has a value beside the one that it shows where its format changes it (`@"份"`, `;;;`).
                let is_value_shown = raw(tag, "office:value-type").as_deref() == Some("string")
                    && raw(tag, "office:string-value").is_none();
                if is_kept && !is_value_shown {
                    self.library_sheet.show(from);
                }
            }
        }
    }

    fn formulas(&mut self, start: Place, end: Place, has_value: bool) -> Result<(), Fault> {
        let Some(sheet) = self.sheets.last_mut() else { return Ok(()) };
        for row in start.0..=end.0 {
            for column in start.1..=end.1 {
                sheet.put_formula((row, column), self.budget)?;
                if !has_value {
                    sheet.uncalculated.insert((row, column));
                }
            }
        }
        Ok(())
    }

    /// Goes to the end of a cell. `kept` is the place of one that the library gets: its content is copied, but for what
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
                self.library_sheet.out.push_str(self.xml.get(from..position(reader)).unwrap_or_default());
            }
        }
        if kept.is_some() {
            self.library_sheet.out.push_str("</table:table-cell>");
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
