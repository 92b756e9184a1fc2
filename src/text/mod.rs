//! Words: languages, numerals, dates, widths and Markdown, for Chinese official papers.
//!
//! Floor 1: pure functions on text, nothing of the field's model.

pub mod date;
pub mod han;
pub mod link;
pub mod mark;
pub mod markdown;
pub mod message;
pub mod numeral;
pub mod personal;
pub mod similar;
pub mod width;
