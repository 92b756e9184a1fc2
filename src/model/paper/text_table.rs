//! A table within the text of a paper.

use crate::model::paper::inline::Inline;
use crate::source::Span;

/// A table within the text of a paper.
#[derive(Debug)]
pub struct TextTable {
    /// The alignment of each column.
    pub alignments: Vec<Alignment>,
    /// The cells of the head.
    pub head: Vec<TextCell>,
    /// The rows below it; each has as many cells as the head.
    pub rows: Vec<Vec<TextCell>>,
    /// The place of the head's and each row's end, in this order.
    pub row_ends: Vec<Span>,
}

/// The alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// None was written.
    None,
    /// `:--`.
    Left,
    /// `:-:`.
    Center,
    /// `--:`.
    Right,
}

/// A cell of a table within the text.
#[derive(Debug)]
pub struct TextCell {
    /// The words.
    pub inlines: Vec<Inline>,
    /// The cell's place.
    pub span: Span,
}

impl TextTable {
    /// The head and the rows below it.
    pub fn all_rows(&self) -> impl Iterator<Item = &[TextCell]> {
        std::iter::once(self.head.as_slice()).chain(self.rows.iter().map(Vec::as_slice))
    }
}
