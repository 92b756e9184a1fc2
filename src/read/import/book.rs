//! A workbook from any program as cells with their merged ranges.

use std::collections::{BTreeMap, BTreeSet};

use calamine::Dimensions;

use crate::model::table::WIDEST_COLUMN;
use crate::read::import::far_cells::{FAR, take_far};
use crate::read::import::hidden::{Shown, take_hidden, visible_range};
use crate::read::workbook::{self, Fault, Limits, NEW_ERRORS};
use crate::text::character::barred;

/// A row of the sheet 数据: the row across the table under which it stands, and a text for each column.
pub type Record = (String, Vec<String>);

/// The most cells that merged ranges of a sheet may cover.
const MOST_MERGED: usize = 2_000_000;

/// The errors that every version of Excel shows.
const ERRORS: [&str; 7] = ["#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!"];

/// A sheet.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// One past the last row in which something stands.
    pub rows: usize,
    /// One past the last column in which something stands.
    pub columns: usize,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Cells that hold a formula and its value.
    pub formulas: Vec<(usize, usize)>,
    /// Cells that hold a formula without a value.
    pub uncalculated: Vec<(usize, usize)>,
    /// Cells whose value their number format does not show, as `;;;` does. Zeros that are not shown are not among them.
    pub concealed: Vec<(usize, usize)>,
    /// Hidden rows and columns that were left out although something stands in them, as they are named: `3`, `D`.
    pub hidden: Vec<String>,
    /// Whether merged cells can be read from its kind of workbook.
    pub knows_merges: bool,
    /// Number of cells far away from all others that were left out, and the first of them with its text.
    pub far: Option<(usize, (usize, usize), String)>,
    /// The first merged range that was left out, because those before it cover too many cells.
    pub unmerged: Option<(usize, usize)>,
    /// The number of rows at the top that are lines above a table of a paper: its places are counted without them.
    pub lines_above: usize,
    /// Rows and columns of the workbook that are kept; all other places are counted without the hidden ones.
    shown: (Shown, Shown),
    /// Widths that were set: first and last column of the workbook, and the width in characters.
    widths: Vec<(u32, u32, f64)>,
    texts: BTreeMap<(usize, usize), String>,
    /// Index of the merged range that covers a cell.
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
    /// A sheet of texts and merged ranges that no workbook holds.
    pub fn of_texts(name: String, texts: BTreeMap<(usize, usize), String>, merged: &[Dimensions]) -> Self {
        let rows = texts.keys().map(|(row, _)| row + 1).max().unwrap_or(0);
        let columns = texts.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
        let shown = (Shown::new(&[], rows), Shown::new(&[], columns));
        let mut sheet = Self { name, rows, columns, shown, texts, knows_merges: true, ..Self::default() };
        sheet.merge(merged);
        sheet
    }

    /// Row and column in the workbook, or in the table of a paper.
    pub fn original(&self, (row, column): (usize, usize)) -> (usize, usize) {
        (self.shown.0.original(row).saturating_sub(self.lines_above), self.shown.1.original(column))
    }

    /// The width of a column as Excel shows it, in characters; `None` where nobody set one.
    pub fn width(&self, column: usize) -> Option<u16> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 1 and 255")]
        self.exact_width(column).map(|width| width.round().clamp(1.0, f64::from(WIDEST_COLUMN)) as u16)
    }

    /// The width of a column of our own workbooks where 宽 gave it: only such a width is a whole number of characters.
    pub fn given_width(&self, column: usize) -> Option<u16> {
        /// Far less than a pixel, which is a seventh of a character.
        const ROUNDED: f64 = 0.03;
        self.width(column).filter(|width| {
            self.exact_width(column).is_some_and(|exact| (exact - f64::from(*width)).abs() < ROUNDED)
        })
    }

    fn exact_width(&self, column: usize) -> Option<f64> {
        /// The part of a stored width that Excel adds for the edges of the cell: 5 of 7 pixels.
        const EDGES: f64 = 5.0 / 7.0;
        let original = u32::try_from(self.shown.1.original(column)).ok()?;
        let of_column = self.widths.iter().find(|(first, last, _)| (*first..=*last).contains(&original));
        of_column.map(|(.., width)| width - EDGES)
    }

    /// Cells that show an error, such as `#N/A`.
    pub fn errors(&self) -> impl Iterator<Item = (usize, usize)> {
        let is_error = |text: &str| ERRORS.contains(&text) || NEW_ERRORS.contains(&text);
        self.texts.iter().filter(move |(_, text)| is_error(text.trim())).map(|(at, _)| *at)
    }

    /// The area that covers a cell.
    pub fn area(&self, row: usize, column: usize) -> Area {
        match self.covered.get(&(row, column)) {
            Some(range) => self.merged[*range],
            None => Area { row, column, rows: 1, columns: 1 },
        }
    }

    /// The text of the area that covers a cell; empty for a blank cell.
    pub fn text(&self, row: usize, column: usize) -> &str {
        let area = self.area(row, column);
        self.texts.get(&(area.row, area.column)).map_or("", String::as_str)
    }

    /// Cells with characters that no output can hold.
    pub fn barred(&self) -> impl Iterator<Item = ((usize, usize), char)> {
        self.texts.iter().filter_map(|(at, text)| Some((*at, barred(text).first()?.1)))
    }

    /// The areas with a text that begin in a row, from left to right.
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
            // A range that was drawn to the end of the sheet ends where the rows and columns do.
            let bottom = if bottom > self.rows + 100_000 { self.rows.max(row + 1) } else { bottom };
            let right = if right > self.columns + 1_000 { self.columns.max(column + 1) } else { right };
            let area = Area { row, column, rows: bottom - row, columns: right.saturating_sub(column).max(1) };
            cells += area.rows * area.columns;
            if cells > MOST_MERGED {
                self.unmerged = Some((row, column));
                break;
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

/// Every sheet of a workbook with something on it.
pub fn sheets(bytes: &[u8], limits: Limits) -> Result<Vec<Sheet>, Fault> {
    let book = workbook::open(bytes, limits)?;
    let full = book.sheets.into_iter().filter(|sheet| !sheet.cells.is_empty());
    Ok(full.map(|read| sheet(read, book.knows_merges)).collect())
}

fn sheet(read: workbook::Sheet, knows_merges: bool) -> Sheet {
    let at = |(row, column): workbook::Place| (row as usize, column as usize);
    let (mut texts, mut concealed) = (BTreeMap::new(), BTreeSet::new());
    for (place, cell) in read.cells {
        let text = cell.text();
        if !text.is_empty() {
            texts.insert(at(place), text);
        } else if cell.has_value() {
            concealed.insert(place);
        }
    }
    let (far, (bottom, right)) = take_far(&mut texts);
    let rows = texts.keys().map(|(row, _)| row + 1).max().unwrap_or(0);
    let columns = texts.keys().map(|(_, column)| column + 1).max().unwrap_or(0);
    // A table of Excel may be blank at its end: its range then gives the last row.
    let tabled = read.table_end.map(|end| end as usize).filter(|end| *end <= rows + FAR.0);
    let rows = rows.max(tabled.unwrap_or(0));
    let shown = (Shown::new(&read.hidden_rows, rows), Shown::new(&read.hidden_columns, columns));
    let hidden = take_hidden(&mut texts, &shown, &read.merged);
    let is_near = |(row, column): &(usize, usize)| *row < bottom && *column < right;
    let visible = |cells: BTreeSet<workbook::Place>| -> Vec<(usize, usize)> {
        let near = cells.into_iter().map(at).filter(is_near);
        near.filter_map(|(row, column)| Some((shown.0.index(row)?, shown.1.index(column)?))).collect()
    };
    let formulas = read.formulas.difference(&read.uncalculated).copied().collect();
    let merged: Vec<Dimensions> =
        read.merged.iter().filter_map(|range| visible_range(range, &shown)).collect();
    let mut sheet = Sheet {
        name: read.name,
        rows: shown.0.kept.len(),
        columns: shown.1.kept.len(),
        is_hidden: read.is_hidden,
        formulas: visible(formulas),
        uncalculated: visible(read.uncalculated),
        concealed: visible(concealed),
        hidden,
        knows_merges,
        far,
        unmerged: None,
        lines_above: 0,
        shown,
        widths: read.widths,
        texts,
        covered: BTreeMap::new(),
        merged: Vec::new(),
    };
    sheet.merge(&merged);
    sheet
}
