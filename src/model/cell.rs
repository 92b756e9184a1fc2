//! A value in a column of a table: texts, offices or deadlines, a line each.

use std::borrow::Cow;

use crate::model::deadline::Deadline;
use crate::model::office::Owner;
use crate::source::Located;

/// A value in a column.
#[derive(Debug)]
pub struct Cell {
    /// Index of the column in [`Table::columns`](crate::model::table::Table::columns).
    pub column: usize,
    /// The value.
    pub value: Value,
}

/// The value of a cell.
#[derive(Debug)]
pub enum Value {
    /// Lines of text.
    Text(Vec<Located<String>>),
    /// Responsible offices, a line each.
    Offices(Vec<Owner>),
    /// Deadlines, a line each.
    Deadlines(Vec<Deadline>),
}

impl Value {
    /// The lines with their places.
    #[must_use]
    pub fn texts(&self) -> Vec<&Located<String>> {
        match self {
            Self::Text(lines) => lines.iter().collect(),
            Self::Offices(owners) => owners.iter().map(|owner| &owner.text).collect(),
            Self::Deadlines(deadlines) => deadlines.iter().map(|line| &line.text).collect(),
        }
    }

    /// The lines as they are printed.
    #[must_use]
    pub fn lines(&self) -> Vec<&str> {
        self.texts().into_iter().map(|line| line.value.as_str()).collect()
    }

    /// The lines joined by line feeds; `None` without lines.
    #[must_use]
    pub fn printed(&self) -> Option<Cow<'_, str>> {
        match self.lines()[..] {
            [] => None,
            [line] => Some(line.into()),
            ref lines => Some(lines.join("\n").into()),
        }
    }
}

impl Value {
    /// The responsible parties in the cell; empty for other values.
    #[must_use]
    pub fn owners(&self) -> &[Owner] {
        match self {
            Self::Offices(owners) => owners,
            Self::Text(_) | Self::Deadlines(_) => &[],
        }
    }
}
