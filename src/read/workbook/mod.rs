//! The one door to spreadsheets from outside: xlsx, xls, xlsb and ods become cells, whoever made them.
//!
//! The library that reads them trusts what a file declares: a sheet with one cell at XFD1048576 takes 549 GB, a
//! damaged xls never ends. So every format is taken apart here first, within [`Limits`], and the library only gets a
//! workbook that this module has written itself from the parts that are needed. Cells are counted before they are
//! stored, panics of the library are caught, and every failure is one [`Fault`].

pub(in crate::read) mod cell;
mod fault;
mod markup;
mod ods;
mod xls;
mod xlsb;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calamine::{Data, DataRef, Dimensions};

pub use fault::{Fault, Kind, Problem};

use crate::read::package::guard;
use crate::read::package::{self, Package, is_package};

/// The most that is taken from one workbook.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Unpacked bytes.
    pub package: package::Limits,
    /// Bytes of the file itself.
    pub bytes: usize,
    /// Cells with a value, on all sheets.
    pub cells: usize,
    /// Bytes of their texts. A text that is stored once may stand in millions of cells.
    pub text: usize,
    /// Sheets.
    pub sheets: usize,
    /// Merged ranges, on all sheets.
    pub merged: usize,
}

impl Limits {
    /// Limits for workbooks `factor` times as large, which take as many times the memory.
    #[must_use]
    pub fn times(self, factor: u32) -> Self {
        let many = factor as usize;
        Self {
            package: self.package.times(factor),
            bytes: self.bytes.saturating_mul(many),
            cells: self.cells.saturating_mul(many),
            text: self.text.saturating_mul(many),
            sheets: self.sheets.saturating_mul(many),
            merged: self.merged.saturating_mul(many),
        }
    }
}

impl Default for Limits {
    /// A hundred times the largest table that was seen, and less than 512 MiB of memory for the worst file.
    fn default() -> Self {
        Self {
            package: package::Limits::default(),
            bytes: 64 << 20,
            cells: 2_000_000,
            text: 64 << 20,
            sheets: 1_000,
            merged: 100_000,
        }
    }
}

/// A workbook.
#[derive(Debug, Default)]
pub struct Workbook {
    /// Its sheets, in order; those that are charts have no cells.
    pub sheets: Vec<Sheet>,
    /// Whether its format tells which cells are merged.
    pub knows_merges: bool,
}

/// A sheet of a workbook.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// Cells that have a value.
    pub cells: BTreeMap<Place, Cell>,
    /// Cells whose value is calculated.
    pub formulas: BTreeSet<Place>,
    /// Merged ranges.
    pub merged: Vec<Dimensions>,
    /// Hidden rows and columns, as they are named: `3`, `D`; at most a thousand of them.
    pub hidden: Vec<String>,
    /// One past the last row of the first of Excel's tables on the sheet.
    pub table_end: Option<u32>,
}

/// Row and column of a cell, from 0.
pub type Place = (u32, u32);

/// The value of a cell.
#[derive(Debug)]
pub struct Cell {
    /// Its value.
    pub value: Data,
    /// Its number format, such as `0.00`, where it has one of its own.
    pub format: Option<Arc<str>>,
}

/// The rows and columns that a sheet of Excel has.
const LAST: Place = (1_048_575, 16_383);

/// The most hidden rows and columns that are named.
const HIDDEN: usize = 1_000;

/// Reads a workbook.
pub fn open(bytes: &[u8], limits: Limits) -> Result<Workbook, Fault> {
    if bytes.len() > limits.bytes {
        return Err(Problem::Bytes(limits.bytes).into());
    }
    guard::catch(|| read(bytes, limits)).unwrap_or_else(|| Err(Problem::Damaged.into()))
}

fn read(bytes: &[u8], limits: Limits) -> Result<Workbook, Fault> {
    let mut budget = Budget { limits, cells: 0, text: 0, merged: 0 };
    if xls::is_compound(bytes) {
        return xls::read(bytes, &mut budget);
    }
    if !is_package(bytes) {
        return Err(fault::of_other_content(bytes).into());
    }
    let mut package = Package::open(bytes, limits.package)?;
    if ods::is_ods(&mut package) {
        return ods::read(&mut package, &mut budget);
    }
    let main = xlsx::main_part(&mut package)?;
    if main.to_ascii_lowercase().ends_with(".bin") {
        return xlsb::read(&mut package, &mut budget);
    }
    xlsx::read(&mut package, &main, &mut budget)
}

/// Counts what is stored, over all sheets of a workbook.
struct Budget {
    limits: Limits,
    cells: usize,
    text: usize,
    merged: usize,
}

impl Budget {
    /// Counts a cell that is to be stored.
    fn cell(&mut self, place: Place) -> Result<(), Fault> {
        if place > (LAST.0, u32::MAX) || place.1 > LAST.1 {
            return Err(Problem::Damaged.into());
        }
        self.cells += 1;
        if self.cells > self.limits.cells {
            return Err(Fault::from(Problem::Cells(self.limits.cells)).at(place));
        }
        Ok(())
    }

    /// Counts a text that is to be stored.
    fn text(&mut self, place: Place, bytes: usize) -> Result<(), Fault> {
        self.text = self.text.saturating_add(bytes);
        if self.text > self.limits.text {
            return Err(Fault::from(Problem::Text(self.limits.text)).at(place));
        }
        Ok(())
    }

    /// Counts a merged range that is to be stored.
    fn merged(&mut self, place: Place) -> Result<(), Fault> {
        self.merged += 1;
        if self.merged > self.limits.merged {
            return Err(Fault::from(Problem::Merged(self.limits.merged)).at(place));
        }
        Ok(())
    }

    /// Checks a number of sheets.
    fn sheets(&self, count: usize) -> Result<(), Fault> {
        let most = self.limits.sheets;
        if count > most { Err(Problem::Sheets(most).into()) } else { Ok(()) }
    }
}

impl Sheet {
    /// A sheet without cells.
    fn new(name: String) -> Self {
        Self { name, ..Self::default() }
    }

    /// Stores a value whose text has so many bytes; they are counted before the text is copied.
    fn put(
        &mut self,
        place: Place,
        value: impl Into<Data>,
        text: usize,
        format: Option<Arc<str>>,
        budget: &mut Budget,
    ) -> Result<(), Fault> {
        budget.cell(place)?;
        budget.text(place, text)?;
        self.cells.insert(place, Cell { value: value.into(), format });
        Ok(())
    }

    /// Stores that a value is calculated.
    fn put_formula(&mut self, place: Place, budget: &mut Budget) -> Result<(), Fault> {
        // Not every formula has a value, and each takes its place all the same.
        budget.cell(place)?;
        self.formulas.insert(place);
        Ok(())
    }

    /// Stores a merged range; one that lies outside of a sheet is none.
    fn put_merged(&mut self, range: Dimensions, budget: &mut Budget) -> Result<(), Fault> {
        let Dimensions { start, end } = range;
        if start.0 <= end.0 && start.1 <= end.1 && end.0 <= LAST.0 && end.1 <= LAST.1 {
            budget.merged(start)?;
            self.merged.push(range);
        }
        Ok(())
    }
}

/// A value that is copied only after it was counted.
struct Counted<'v>(&'v Data);

impl From<Counted<'_>> for Data {
    fn from(counted: Counted<'_>) -> Self {
        counted.0.clone()
    }
}

/// The bytes of a value's text.
fn size(value: &Data) -> usize {
    match value {
        Data::String(text) | Data::DateTimeIso(text) | Data::DurationIso(text) => text.len(),
        _ => 0,
    }
}

/// The bytes of a value's text before it is copied.
fn borrowed_size(value: &DataRef<'_>) -> usize {
    match value {
        DataRef::SharedString(text) => text.len(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests;
