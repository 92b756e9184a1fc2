//! Rows of a table that share spans, and their cells.

use std::borrow::Cow;
use std::rc::Rc;

use crate::model::standard::BOXES;

/// Rows of the body that share spans.
#[derive(Debug)]
pub struct Block<'t> {
    /// Whether the block is a full-width row (通栏): one row with one cell.
    pub banner: bool,
    /// The rows, each with the cells that *begin* in it, from left to right.
    pub rows: Vec<Vec<GridCell<'t>>>,
}

/// A cell of the layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GridCell<'t> {
    /// Index of the (leftmost) column.
    pub column: usize,
    /// Number of columns, at least 1.
    pub columns: usize,
    /// Number of rows, at least 1.
    pub rows: usize,
    /// The text, with line feeds between lines.
    pub text: Cow<'t, str>,
}

/// A row of the body without merged cells: a value is repeated in each row that it spans.
#[derive(Debug)]
pub struct Record {
    /// The text of the full-width row above it.
    pub banner: Option<Rc<str>>,
    /// A text for each column, shared by the rows that it spans; empty for a full-width row without rows below it.
    pub cells: Vec<Rc<str>>,
}

impl Block<'_> {
    /// The rows of the block with values repeated in each row that they span.
    pub(super) fn full_rows(&self) -> Vec<Vec<Rc<str>>> {
        let mut full: Vec<Vec<(usize, Rc<str>)>> = vec![Vec::new(); self.rows.len()];
        for (row, cells) in self.rows.iter().enumerate() {
            for cell in cells {
                let text: Rc<str> = cell.text.as_ref().into();
                for covered in &mut full[row..row + cell.rows] {
                    covered.push((cell.column, Rc::clone(&text)));
                }
            }
        }
        let in_order = |mut cells: Vec<(usize, Rc<str>)>| {
            cells.sort_by_key(|(column, _)| *column);
            cells.into_iter().map(|(_, text)| text).collect()
        };
        full.into_iter().map(in_order).collect()
    }
}

impl GridCell<'_> {
    /// Whether the cell is a list of choices, one a line: ■ for chosen, □ for not chosen.
    #[must_use]
    pub fn is_boxes(&self) -> bool {
        self.text.contains('\n') && self.text.split('\n').all(|line| line.starts_with(BOXES))
    }
}
