//! Every finding that collecting can make, explained.

mod cell;
mod row;
mod workbook;

pub use cell::{FORMULA, FUTURE_DAY, MERGED_CELLS, MISSING_CELL, STRAY_TEXT, UNKNOWN_STATUS, WRONG_DAY};
pub use row::{CHANGED_TEXT, CONTRADICTION, NOTE_EXISTS, UNKNOWN_ROW};
pub use workbook::{FOREIGN, GIVEN_TWICE, LOCKED, NOT_A_WORKBOOK, NOTHING_FILLED, OTHER_FILE, TOO_LARGE};

use crate::diagnostic::Code;

/// Every finding that collecting can make.
pub const CODES: &[&Code] = &[
    &NOT_A_WORKBOOK,
    &FOREIGN,
    &NOTHING_FILLED,
    &GIVEN_TWICE,
    &UNKNOWN_ROW,
    &CHANGED_TEXT,
    &MISSING_CELL,
    &WRONG_DAY,
    &FUTURE_DAY,
    &UNKNOWN_STATUS,
    &STRAY_TEXT,
    &MERGED_CELLS,
    &FORMULA,
    &CONTRADICTION,
    &NOTE_EXISTS,
    &LOCKED,
    &TOO_LARGE,
    &OTHER_FILE,
];
