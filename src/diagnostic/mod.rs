//! What was found in the text that people wrote: located, coded, in both languages.
//!
//! A finding is plain data; how it is printed lives in [`mod@print`] alone. Floor 2: knows places and words, not
//! notices. What the *world* refused (a disk, a permission) is an [`Error`](crate::error::Error), never a finding.

mod code;
pub mod print;
mod report;

pub use code::{About, Code, FAMILIES, LEVELS, Severity};
pub use report::{Diagnostic, KEPT, Report, Surplus};
