//! Every finding that importing a workbook can make, explained.

mod paper;
mod surroundings;
mod table;
mod workbook;

pub use paper::{
    HEAD_LEFT_OUT, HEADING, NOT_UNDERSTOOD, NUMBER_KEPT, PAPER_PART, PAPER_UNREADABLE, PART_MISSING,
};
pub use surroundings::{
    ATTACHMENT_DIFFERS, ATTACHMENT_NOT_HERE, NOT_LINKED, PAGE_FIELD, PAGE_WORDS, TABLE_IN_TEXT, TASK_DIFFERS,
    TASKS_MOVED,
};
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
    &PAPER_PART,
    &HEADING,
    &NUMBER_KEPT,
    &PART_MISSING,
    &NOT_UNDERSTOOD,
    &PAGE_WORDS,
    &HEAD_LEFT_OUT,
    &PAPER_UNREADABLE,
    &ATTACHMENT_NOT_HERE,
    &ATTACHMENT_DIFFERS,
    &TABLE_IN_TEXT,
    &TASKS_MOVED,
    &TASK_DIFFERS,
    &NOT_LINKED,
    &PAGE_FIELD,
];
