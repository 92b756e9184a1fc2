//! Limits of what is taken from one workbook, and the count of what was taken.

use crate::read::package;
use crate::read::workbook::{Fault, LAST, Place, Problem};

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

/// Counts what is stored, over all sheets of a workbook.
pub struct Budget {
    /// The limits.
    pub limits: Limits,
    cells: usize,
    text: usize,
    merged: usize,
}

impl Budget {
    /// A budget of which nothing is used.
    pub fn new(limits: Limits) -> Self {
        Self { limits, cells: 0, text: 0, merged: 0 }
    }

    /// Counts a cell that is to be stored.
    pub fn cell(&mut self, place: Place) -> Result<(), Fault> {
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
    pub fn text(&mut self, place: Place, bytes: usize) -> Result<(), Fault> {
        self.text = self.text.saturating_add(bytes);
        if self.text > self.limits.text {
            return Err(Fault::from(Problem::Text(self.limits.text)).at(place));
        }
        Ok(())
    }

    /// Counts a merged range that is to be stored.
    pub fn merged(&mut self, place: Place) -> Result<(), Fault> {
        self.merged += 1;
        if self.merged > self.limits.merged {
            return Err(Fault::from(Problem::Merged(self.limits.merged)).at(place));
        }
        Ok(())
    }

    /// Checks a number of sheets.
    pub fn sheets(&self, count: usize) -> Result<(), Fault> {
        let most = self.limits.sheets;
        if count > most { Err(Problem::Sheets(most).into()) } else { Ok(()) }
    }
}
