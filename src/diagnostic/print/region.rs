//! The place of a finding for programs: lines and columns of both ends.

use std::borrow::Cow;

use crate::diagnostic::print::private;
use crate::source::{LineColumn, Sources, Span};

/// A place in a file. Lines and columns count from 1, columns in characters; the end is exclusive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Region<'s> {
    /// The path of the file below the project's root, with `/`; a folder ends with `/`. Personal numbers are hidden.
    pub file: Cow<'s, str>,
    /// The first character.
    pub start: LineColumn,
    /// The character behind the last one.
    pub end: LineColumn,
}

impl<'s> Region<'s> {
    /// The place of a span. The place of a folder, which has no text, is line 1, column 1.
    pub fn of(span: Span, sources: &'s Sources) -> Self {
        let file = private::path(&sources.file(span.file).path);
        Self { file, start: sources.start(span), end: sources.end(span) }
    }
}
