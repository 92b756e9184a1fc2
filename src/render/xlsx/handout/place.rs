//! Places in the workbook of a handout: the sheet to fill in, its rows, and how counts become places.

use crate::render::print::heights::{HIGHEST_ROW, ROW_PADDING};
use crate::render::xlsx::style;

/// Name of the sheet to fill in.
pub const SHEET: &str = "进展填报";
/// The row above the headings, which marks the columns to fill in.
pub const BAND: u32 = 3;
/// The row of the heads.
pub const HEAD: u32 = 4;

pub fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

pub fn line(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}

/// Height of a row with so many lines.
pub fn height(lines: usize) -> f64 {
    (f64::from(line(lines)) * style::FORM_LINE + ROW_PADDING).min(HIGHEST_ROW)
}
