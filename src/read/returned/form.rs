//! A sheet of a handout, its columns found by their heads.

use std::collections::BTreeMap;

use crate::model::handout::{FILLED, Role};
use crate::read::returned::book::{self, Cell, Sheet};
use crate::text::space::without_spaces;

/// A sheet of a handout, with its columns by their heads.
pub struct Form<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// File and sheet, as findings name them.
    pub place: String,
    /// The row of the heads.
    pub head: u32,
    /// The column of the identities.
    pub identity: u32,
    /// The columns by their heads without white space.
    pub columns: BTreeMap<String, u32>,
}

impl Form<'_> {
    /// A cell, as findings name it.
    pub fn at(&self, cell: Cell) -> String {
        format!("{} › {}", self.place, book::name(cell))
    }

    /// The column with that head.
    pub fn column(&self, heading: &str) -> Option<u32> {
        self.columns.get(&without_spaces(heading)).copied()
    }

    /// The cells filled into a row, with their texts, by role.
    pub fn filled(&self, row: u32) -> BTreeMap<Role, (Cell, String)> {
        let cells = FILLED.iter().filter_map(|role| {
            let cell = (row, self.column(role.heading())?);
            Some((*role, (cell, self.sheet.text(cell))))
        });
        // A formula without a value is told as a formula, not passed over as a blank cell.
        cells.filter(|(_, (cell, text))| !text.is_empty() || self.sheet.is_uncalculated(*cell)).collect()
    }
}
