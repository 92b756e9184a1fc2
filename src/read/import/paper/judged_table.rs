//! A table of a paper that knows its likeness to a 责任分解表.

use std::cell::OnceCell;

use crate::read::document::Table;
use crate::read::import::paper::likeness::{Likeness, likeness};

/// A table, and its likeness to one of duties. That is judged once, when it is first asked for: several steps of the import
/// ask, and judging reads the whole table.
#[derive(Debug)]
pub struct JudgedTable {
    table: Table,
    likeness: OnceCell<Likeness>,
}

impl JudgedTable {
    /// A table that is not judged yet.
    pub fn new(table: Table) -> Self {
        Self { table, likeness: OnceCell::new() }
    }

    /// The table.
    pub fn table(&self) -> &Table {
        &self.table
    }

    /// Its likeness to a table of duties.
    pub fn likeness(&self) -> &Likeness {
        self.likeness.get_or_init(|| likeness(&self.table))
    }
}
