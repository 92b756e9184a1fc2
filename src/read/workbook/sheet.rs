//! A sheet of a workbook; cells are counted before they are stored.

use std::collections::{BTreeMap, BTreeSet};

use calamine::{Data, DataRef, Dimensions};

use crate::read::workbook::fault::Fault;
use crate::read::workbook::limits::Budget;
use crate::read::workbook::place::{LAST, Place};
use crate::read::workbook::value::{Cell, Look};

/// A sheet of a workbook.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Whether it is hidden.
    pub is_hidden: bool,
    /// Cells that have a value.
    pub cells: BTreeMap<Place, Cell>,
    /// Cells whose value is calculated.
    pub formulas: BTreeSet<Place>,
    /// Those that were never calculated: the program that wrote them stored no value.
    pub uncalculated: BTreeSet<Place>,
    /// Merged ranges.
    pub merged: Vec<Dimensions>,
    /// Hidden rows, those without height included: first and last of each range.
    pub hidden_rows: Vec<(u32, u32)>,
    /// Hidden columns, those without width included: first and last of each range.
    pub hidden_columns: Vec<(u32, u32)>,
    /// Widths of columns in characters: first and last column of each range, and the width.
    pub widths: Vec<(u32, u32, f64)>,
    /// One past the last row of the first of Excel's tables on the sheet.
    pub table_end: Option<u32>,
}

impl Sheet {
    /// A sheet without cells.
    pub(super) fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Stores a value whose text has so many bytes; they are counted before the text is copied.
    pub(super) fn put(
        &mut self,
        place: Place,
        value: impl Into<Data>,
        text: usize,
        look: Look,
        budget: &mut Budget,
    ) -> Result<(), Fault> {
        budget.cell(place)?;
        budget.text(place, text)?;
        self.cells.insert(place, Cell { value: value.into(), look });
        Ok(())
    }

    /// Stores that a value is calculated.
    pub(super) fn put_formula(&mut self, place: Place, budget: &mut Budget) -> Result<(), Fault> {
        // Not every formula has a value, and each takes its place all the same.
        budget.cell(place)?;
        self.formulas.insert(place);
        Ok(())
    }

    /// Stores the width of columns, of as many ranges as a sheet has columns.
    pub(super) fn put_width(&mut self, first: u32, last: u32, width: f64) {
        if width.is_finite() && self.widths.len() <= LAST.1 as usize {
            self.widths.push((first, last, width));
        }
    }

    /// Stores hidden rows or columns; adjacent ones are one range.
    pub(super) fn put_hidden(ranges: &mut Vec<(u32, u32)>, first: u32, last: u32) {
        match ranges.last_mut() {
            Some(before) if before.1.checked_add(1) == Some(first) => before.1 = last,
            _ => ranges.push((first, last)),
        }
    }

    /// Stores a merged range; one that lies outside of a sheet is none.
    pub(super) fn put_merged(&mut self, range: Dimensions, budget: &mut Budget) -> Result<(), Fault> {
        let Dimensions { start, end } = range;
        if start.0 <= end.0 && start.1 <= end.1 && end.0 <= LAST.0 && end.1 <= LAST.1 {
            budget.merged(start)?;
            self.merged.push(range);
        }
        Ok(())
    }
}

/// A value that is copied only after it was counted.
pub(super) struct Counted<'v>(pub(super) &'v Data);

impl From<Counted<'_>> for Data {
    fn from(counted: Counted<'_>) -> Self {
        counted.0.clone()
    }
}

/// The bytes of a value's text.
pub(super) fn size(value: &Data) -> usize {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.len(),
        _ => 0,
    }
}

/// The bytes of a value's text before it is copied.
pub(super) fn borrowed_size(value: &DataRef<'_>) -> usize {
    match value {
        DataRef::SharedString(text) => text.len(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        _ => 0,
    }
}
