//! The place of a cell on a sheet.

/// Row and column of a cell, from 0.
pub type Place = (u32, u32);

/// The rows and columns that a sheet of Excel has.
pub(super) const LAST: Place = (1_048_575, 16_383);
