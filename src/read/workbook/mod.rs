//! The only reader of workbooks from outside: xlsx, xls, xlsb and ods become cells.
//!
//! The library that reads them trusts the sizes that a file declares: a sheet with one cell at XFD1048576 takes 549 GB,
//! a damaged xls never ends. So every format is parsed here first, within [`Limits`], and the library only gets a
//! workbook that this module wrote itself from the necessary parts. Cells are counted before they are
//! stored, panics of the library are caught, and every failure is one [`Fault`].

pub(in crate::read) mod cell;
mod fault;
mod format;
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
use jiff::civil::{Date, DateTime, Time};

pub use fault::{Codes, Fault, Problem};
pub use format::Format;
pub use limits::{Budget, Limits};
pub use xlsx::{NEW_ERRORS, resolve};

use crate::read::package::guard;
use crate::read::package::{Package, is_package};
use crate::read::workbook::format::general;

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

/// Row and column of a cell, from 0.
pub type Place = (u32, u32);

/// The value of a cell.
#[derive(Debug)]
pub struct Cell {
    /// Its value.
    pub value: Data,
    /// How it is shown.
    pub look: Look,
}

/// How a value is shown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// As plainly as it can be.
    #[default]
    Plain,
    /// Under a number format.
    Format {
        /// The code of the format, such as `0.00`. It is parsed when it is needed: parsed formats take much memory.
        code: Arc<str>,
        /// Whether days are counted from 1904.
        from_1904: bool,
    },
    /// As this text, which stands in the workbook beside the value.
    Shown(Arc<str>),
}

impl Cell {
    /// Whether there is a value other than a blank text or zero, shown or not.
    pub fn has_value(&self) -> bool {
        match &self.value {
            Data::String(text) => !text.trim().is_empty(),
            Data::Int(number) => *number != 0,
            Data::Float(number) => *number != 0.0,
            Data::Empty => false,
            _ => true,
        }
    }

    /// The text that the cell shows, with line feeds at line ends.
    pub fn text(&self) -> String {
        let plain = |text: &str| text.replace("\r\n", "\n").replace('\r', "\n");
        let number = match (&self.value, &self.look) {
            (_, Look::Shown(text)) => return plain(text),
            (Data::String(text), Look::Format { code, .. }) => return plain(&Format::new(code).text(text)),
            (Data::String(text), Look::Plain) => return plain(text),
            (Data::Bool(is_true), _) => return if *is_true { "TRUE" } else { "FALSE" }.to_owned(),
            #[expect(clippy::cast_precision_loss, reason = "workbooks keep fifteen digits")]
            (Data::Int(number), _) => *number as f64,
            (Data::Float(number), _) => *number,
            (Data::DateTime(moment), _) => moment.as_f64(),
            (Data::DateTimeIso(text), _) => match serial(text) {
                Some(number) => number,
                None => return text.clone(),
            },
            (Data::DurationIso(_) | Data::Error(_) | Data::Empty, _) => return self.value.to_string(),
        };
        match &self.look {
            // A day written out counts from 1900 in every workbook.
            Look::Format { code, from_1904 } => {
                let from_1904 = *from_1904 && !matches!(self.value, Data::DateTimeIso(_));
                Format::new(code).number(number, from_1904)
            }
            _ if matches!(self.value, Data::DateTimeIso(_)) => self.value.to_string(),
            _ => general(number),
        }
    }
}

/// The number of a day and time written out, such as `2025-08-15T09:30:00`.
fn serial(text: &str) -> Option<f64> {
    let first = Date::constant(1899, 12, 30);
    let (date, time) = match text.trim_end_matches('Z') {
        text if text.contains('T') => {
            let moment: DateTime = text.parse().ok()?;
            (moment.date(), moment.time())
        }
        text => (text.parse().ok()?, Time::midnight()),
    };
    let seconds = i32::from(time.hour()) * 3_600 + i32::from(time.minute()) * 60 + i32::from(time.second());
    Some(f64::from((date - first).get_days()) + f64::from(seconds) / 86_400.0)
}

/// The rows and columns that a sheet of Excel has.
const LAST: Place = (1_048_575, 16_383);

/// Reads a workbook.
pub fn open(bytes: &[u8], limits: Limits) -> Result<Workbook, Fault> {
    if bytes.len() > limits.bytes {
        return Err(Problem::Bytes(limits.bytes).into());
    }
    guard::catch(|| read(bytes, limits)).unwrap_or_else(|| Err(Problem::Damaged.into()))
}

/// Whether a file is a workbook by what it holds, whatever its name ends with.
#[must_use]
pub fn is_by_content(bytes: &[u8]) -> bool {
    let is_workbook = || {
        if xls::is_compound(bytes) {
            let file = cfb::CompoundFile::open(std::io::Cursor::new(bytes));
            return file.is_ok_and(|file| file.exists("/Workbook") || file.exists("/Book"));
        }
        let Ok(mut package) = Package::open(bytes, Limits::default().package) else { return false };
        let is_excel = package.find("xl/workbook.xml").or_else(|| package.find("xl/workbook.bin")).is_some();
        is_excel || ods::is_ods(&mut package)
    };
    guard::catch(is_workbook).unwrap_or(false)
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
        return xlsb::read(&mut package, &main, &mut budget);
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
        look: Look,
        budget: &mut Budget,
    ) -> Result<(), Fault> {
        budget.cell(place)?;
        budget.text(place, text)?;
        self.cells.insert(place, Cell { value: value.into(), look });
        Ok(())
    }

    /// Stores that a value is calculated.
    fn put_formula(&mut self, place: Place, budget: &mut Budget) -> Result<(), Fault> {
        // Not every formula has a value, and each takes its place all the same.
        budget.cell(place)?;
        self.formulas.insert(place);
        Ok(())
    }

    /// Stores the width of columns, of as many ranges as a sheet has columns.
    fn put_width(&mut self, first: u32, last: u32, width: f64) {
        if width.is_finite() && self.widths.len() <= LAST.1 as usize {
            self.widths.push((first, last, width));
        }
    }

    /// Stores hidden rows or columns; adjacent ones are one range.
    fn put_hidden(ranges: &mut Vec<(u32, u32)>, first: u32, last: u32) {
        match ranges.last_mut() {
            Some(before) if before.1.checked_add(1) == Some(first) => before.1 = last,
            _ => ranges.push((first, last)),
        }
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
