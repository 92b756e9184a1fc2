//! The only reader of workbooks from outside: xlsx, xls, xlsb and ods become cells.
//!
//! The library that reads them trusts the sizes that a file declares: a sheet with one cell at XFD1048576 takes 549 GB,
//! a damaged xls never ends. So every format is parsed here first, within [`Limits`], and the library only gets a
//! workbook that this module wrote itself from the necessary parts. Cells are counted before they are
//! stored, panics of the library are caught, and every failure is one [`Fault`].

pub(in crate::read) mod cell;
mod fault;
mod limits;
mod markup;
mod ods;
mod records;
mod xls;
mod xlsb;
mod xlsx;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use calamine::{Data, DataRef, Dimensions};

pub use fault::{Codes, Fault, Problem};
pub use limits::{Budget, Limits};

use crate::read::package::guard;
use crate::read::package::{Package, is_package};

/// A workbook.
#[derive(Debug, Default)]
pub struct Workbook {
    /// Its sheets, in order; those that are charts have no cells.
    pub sheets: Vec<Sheet>,
    /// Whether merged cells can be read from its format.
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
    let mut budget = Budget::new(limits);
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
