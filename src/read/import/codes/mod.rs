//! Every finding that importing a workbook can make, explained.

mod table;
mod workbook;

pub use table::{
    ERROR_VALUE, FAR_CELLS, FORMULA, HIDDEN, MERGE_NOT_KEPT, NO_TITLE, NOT_PLACED, PERSONAL_NOTE, SKIPPED,
    UNCALCULATED,
};
pub use workbook::{LOCKED, NO_TABLE, NOT_A_WORKBOOK, SEVERAL_TABLES, TOO_LARGE};

use crate::diagnostic::Code;

/// Every finding that importing a workbook can make.
pub const CODES: &[&Code] = &[
    &NOT_A_WORKBOOK,
    &NO_TABLE,
    &SEVERAL_TABLES,
    &NOT_PLACED,
    &MERGE_NOT_KEPT,
    &FORMULA,
    &HIDDEN,
    &SKIPPED,
    &NO_TITLE,
    &LOCKED,
    &TOO_LARGE,
    &FAR_CELLS,
    &ERROR_VALUE,
    &UNCALCULATED,
    &PERSONAL_NOTE,
];
