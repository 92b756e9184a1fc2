//! Findings that are only counted.

use crate::diagnostic::{Code, Severity};
use crate::message;
use crate::source::FileId;
use crate::text::message::Message;

/// The number of findings of one kind and level in one file beyond the first [`KEPT`](crate::diagnostic::KEPT).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surplus {
    /// The kind.
    pub code: &'static Code,
    /// The level.
    pub severity: Severity,
    /// The file.
    pub file: FileId,
    /// The number.
    pub count: usize,
}

impl Surplus {
    /// The count as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        let count = self.count;
        message!("本文件中此类问题还有 {count} 处", "and {count} more of this kind in this file")
    }
}
