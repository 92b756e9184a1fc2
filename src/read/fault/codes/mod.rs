//! Every finding that reading can make, explained.

mod fields;
mod files;
mod markup;

pub use fields::{
    COMMENT_IN_TEXT, DUPLICATE_KEY, FOLDED_TEXT, HOLIDAY, LAW, MISSING_KEY, TOO_MANY_COLUMNS, UNKNOWN_KEY,
    UNKNOWN_WORD, WRONG_DATE, WRONG_SHAPE, YAML_ALIAS, YAML_SYNTAX,
};
pub use files::{BAD_NAME, BARRED_CHARACTER, ENCODING, MISSING_FILE, NOT_A_FILE, STRAY_FOLDER, UNNAMED_FILE};
pub use markup::{FRONT_MATTER, TABLE_PLACE, UNKNOWN_PLACEHOLDER, UNSAFE_MARKUP};

use crate::diagnostic::Code;

/// Every finding that reading can make.
pub const CODES: &[&Code] = &[
    &ENCODING,
    &YAML_SYNTAX,
    &FRONT_MATTER,
    &UNKNOWN_KEY,
    &MISSING_KEY,
    &WRONG_SHAPE,
    &WRONG_DATE,
    &DUPLICATE_KEY,
    &MISSING_FILE,
    &NOT_A_FILE,
    &UNKNOWN_PLACEHOLDER,
    &STRAY_FOLDER,
    &YAML_ALIAS,
    &UNKNOWN_WORD,
    &BAD_NAME,
    &HOLIDAY,
    &LAW,
    &UNSAFE_MARKUP,
    &BARRED_CHARACTER,
    &TOO_MANY_COLUMNS,
    &FOLDED_TEXT,
    &COMMENT_IN_TEXT,
    &UNNAMED_FILE,
    &TABLE_PLACE,
];
