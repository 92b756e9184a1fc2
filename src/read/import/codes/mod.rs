//! Every finding that importing can make, explained.

mod document;
mod table;
mod workbook;

pub use document::{
    CHANGING_FIELD, COMMENT, DELETED_WORDS, DOCUMENT_LOCKED, DOCUMENT_TOO_LARGE, HIDDEN_WORDS,
    INSERTED_WORDS, NESTED_TABLE, NOT_A_DOCUMENT, NOTE, OBJECT, PAGE_EDGE, PICTURE, STRUCK_WORDS,
};
pub use table::{
    ERROR_VALUE, FAR_CELLS, FORMULA, HIDDEN, MERGE_NOT_KEPT, NO_TITLE, NOT_PLACED, PERSONAL_NOTE, SKIPPED,
    UNCALCULATED,
};
pub use workbook::{LOCKED, NO_TABLE, NOT_A_WORKBOOK, SEVERAL_TABLES, TOO_LARGE};

use crate::diagnostic::Code;

/// Every finding that importing can make.
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
    &NOT_A_DOCUMENT,
    &DOCUMENT_LOCKED,
    &DOCUMENT_TOO_LARGE,
    &DELETED_WORDS,
    &INSERTED_WORDS,
    &HIDDEN_WORDS,
    &COMMENT,
    &NOTE,
    &PAGE_EDGE,
    &CHANGING_FIELD,
    &OBJECT,
    &PICTURE,
    &NESTED_TABLE,
    &STRUCK_WORDS,
];
