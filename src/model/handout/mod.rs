//! 进展填报表: the form that an office fills in, with a row for each of its duties.
//!
//! Rows, columns and fixed texts are defined here only, so that writing a handout and reading it back agree. An item is
//! one row, so that rows can be sorted; a text that does not fit the maximum row height of Excel is cut at the end of an
//! item, with a reference to the full text.

mod duties;
mod form;
mod identity;
mod role;
mod text;

pub use duties::{concerns, cooperates, duties};
pub use form::{Column, Form, SLACK};
pub use identity::{Identity, Mark, VERSION};
pub use role::{FILLED, Role};
pub use text::{MOST_LINES, is_shown_as};
