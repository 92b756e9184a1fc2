//! Words: languages, numerals, dates, widths and Markdown, for Chinese official papers.
//!
//! Floor 1: pure functions on text, nothing of the field's model.

pub mod address;
pub mod character;
pub mod characters;
pub mod date;
pub mod difference;
pub mod encoding;
pub mod filename;
pub mod han;
pub mod law;
pub mod link;
pub mod markdown;
pub mod marker;
pub mod message;
pub mod near_miss;
pub mod number;
pub mod numeral;
pub mod period;
pub mod personal;
pub mod place;
pub mod placeholder;
pub mod quantity;
pub mod similar;
pub mod space;
pub mod term;
pub mod title;
pub mod width;
