//! A workbook as cells with their merged ranges, whoever made it.

use std::collections::BTreeMap;
use std::io::Cursor;

use calamine::{Dimensions, Reader, Sheets, Xlsx, open_workbook_auto_from_rs};

use crate::read::import::hidden::hidden;
use crate::read::import::shown;
use crate::text::character::barred;

/// The most cells that merged ranges of a sheet may cover.
const MOST_MERGED: usize = 8_000_000;

/// A sheet.
#[derive(Debug)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// One past the last row in which something stands.
    pub rows: usize,
    /// One past the last column in which something stands.
    pub columns: usize,
    /// Cells that hold a formula.
    pub formulas: Vec<(usize, usize)>,
    /// Hidden rows and columns, as they are named: `3`, `D`.
    pub hidden: Vec<String>,
    /// Whether its kind of workbook tells which cells are merged.
    pub knows_merges: bool,
    texts: BTreeMap<(usize, usize), String>,
    /// Which range covers a cell.
    covered: BTreeMap<(usize, usize), usize>,
    merged: Vec<Area>,
}

/// A cell, or several that are merged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Area {
    /// First row, from 0.
    pub row: usize,
    /// First column, from 0.
    pub column: usize,
    /// Rows, at least 1.
    pub rows: usize,
    /// Columns, at least 1.
    pub columns: usize,
}

impl Area {
    /// One past its last row.
    pub fn bottom(self) -> usize {
        self.row + self.rows
    }

    /// One past its last column.
    pub fn right(self) -> usize {
        self.column + self.columns
    }
}

impl Sheet {
    /// The area that covers a cell.
    pub fn area(&self, row: usize, column: usize) -> Area {
        match self.covered.get(&(row, column)) {
            Some(range) => self.merged[*range],
            None => Area { row, column, rows: 1, columns: 1 },
        }
    }

    /// The text of the area that covers a cell; empty where nothing stands.
    pub fn text(&self, row: usize, column: usize) -> &str {
        let area = self.area(row, column);
        self.texts.get(&(area.row, area.column)).map_or("", String::as_str)
    }

    /// Cells with characters that no output can hold.
    pub fn barred(&self) -> impl Iterator<Item = ((usize, usize), char)> {
        self.texts.iter().filter_map(|(at, text)| Some((*at, barred(text).first()?.1)))
    }

    /// The areas that begin in a row and say something, from left to right.
    pub fn said(&self, row: usize) -> impl Iterator<Item = (Area, &str)> {
        let texts = self.texts.range((row, 0)..(row + 1, 0)).filter(|(_, text)| !text.trim().is_empty());
        let areas = texts.map(|((row, column), text)| (self.area(*row, *column), text.as_str()));
        areas.filter(move |(area, _)| area.row == row)
    }

    /// Whether ranges are merged down in these rows.
    pub fn merges_down(&self, from: usize, to: usize) -> bool {
        self.merged.iter().any(|area| area.rows > 1 && area.row >= from && area.row < to)
    }

    /// Merged ranges that cover nothing else, without the ranges that lie behind the last text.
    fn merge(&mut self, ranges: &[Dimensions]) {
        let size = |n: u32| n as usize;
        let mut cells = 0;
        for range in ranges {
            let (row, column) = (size(range.start.0), size(range.start.1));
            let (bottom, right) = (size(range.end.0) + 1, size(range.end.1) + 1);
            if !self.texts.is_empty() && (row >= self.rows + 1_000 || column >= self.columns + 100) {
                continue;
            }
            // A range that was drawn to the end of the sheet ends where the rows do.
            let bottom = if bottom > self.rows + 100_000 { self.rows.max(row + 1) } else { bottom };
            let area = Area { row, column, rows: bottom - row, columns: right.saturating_sub(column).max(1) };
            cells += area.rows * area.columns;
            if cells > MOST_MERGED {
                return;
            }
            let place = self.merged.len();
            self.merged.push(area);
            for row in area.row..area.bottom() {
                for column in area.column..area.right() {
                    self.covered.insert((row, column), place);
                }
            }
        }
        self.rows = self.merged.iter().map(|area| area.bottom()).chain([self.rows]).max().unwrap_or(0);
        self.columns = self.merged.iter().map(|area| area.right()).chain([self.columns]).max().unwrap_or(0);
    }
}

/// Every sheet of a workbook with something on it; `None` when it cannot be read.
pub fn sheets(bytes: &[u8]) -> Option<Vec<Sheet>> {
    let mut book = open_workbook_auto_from_rs(Cursor::new(bytes)).ok()?;
    let names = book.sheet_names();
    Some(names.into_iter().filter_map(|name| sheet(&mut book, name, bytes)).collect())
}

fn sheet(book: &mut Sheets<Cursor<&[u8]>>, name: String, bytes: &[u8]) -> Option<Sheet> {
    let range = book.worksheet_range(&name).ok()?;
    let styles = book.worksheet_style(&name).ok();
    let (top, left) = range.start()?;
    let mut texts = BTreeMap::new();
    for (row, column, value) in range.used_cells() {
        let (row, column) = (top as usize + row, left as usize + column);
        let at = (u32::try_from(row).unwrap_or(u32::MAX), u32::try_from(column).unwrap_or(u32::MAX));
        let style = styles.as_ref().and_then(|styles| styles.get(at));
        let format = style.and_then(|style| style.number_format.as_ref());
        let text = shown::text(value, format.map(|format| format.format_code.as_str()));
        if !text.is_empty() {
            texts.insert((row, column), text);
        }
    }
    let formulas = book.worksheet_formula(&name).map_or_else(
        |_| Vec::new(),
        |range| {
            let (top, left) = range.start().unwrap_or_default();
            let cells = range.used_cells().filter(|(_, _, formula)| !formula.is_empty());
            cells.map(|(row, column, _)| (top as usize + row, left as usize + column)).collect()
        },
    );
    let merges = match book {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(&name).unwrap_or_default(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(&name).unwrap_or_default(),
        // The library does not tell them; blank cells below a value are read as merged with it.
        Sheets::Xlsb(_) | Sheets::Ods(_) => Vec::new(),
    };
    let tabled = match book {
        Sheets::Xlsx(book) => table_end(book, &name),
        Sheets::Xls(_) | Sheets::Xlsb(_) | Sheets::Ods(_) => None,
    };
    let rows = texts.keys().map(|(row, _)| row + 1).chain(tabled).max().unwrap_or(0);
    let columns = texts.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    let hidden = hidden(bytes, &name).unwrap_or_default();
    let knows_merges = matches!(book, Sheets::Xlsx(_) | Sheets::Xls(_));
    let mut sheet = Sheet {
        name,
        rows,
        columns,
        formulas,
        hidden,
        knows_merges,
        texts,
        covered: BTreeMap::new(),
        merged: Vec::new(),
    };
    sheet.merge(&merges);
    Some(sheet)
}

/// One past the last row of a table of Excel's, which may be blank: there it is the table that tells.
fn table_end(book: &mut Xlsx<Cursor<&[u8]>>, sheet: &str) -> Option<usize> {
    book.load_tables().ok()?;
    let name = (*book.table_names_in_sheet(sheet).first()?).clone();
    let (row, _) = book.table_by_name(&name).ok()?.data().end()?;
    Some(row as usize + 1)
}
