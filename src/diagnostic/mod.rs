//! Findings about the content: located, coded, in both languages.
//!
//! A finding is plain data; only [`mod@print`] knows how to print it. Floor 2: knows places and words, not notices.
//! Errors of the environment (a disk, a permission) are an [`Error`](crate::error::Error), never a finding.

mod basis;
mod code;
mod finding;
mod mend;
pub mod print;
mod report;
mod surplus;

pub use basis::Basis;
pub use code::{About, Code, FAMILIES, LEVELS, Severity};
pub use finding::Diagnostic;
pub use mend::{Class, Mended, mend};
pub use report::{KEPT, Report};
pub use surplus::Surplus;
