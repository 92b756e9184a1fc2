//! The table as plain rows under one row of heads, as programs read it: the same for every format that has no
//! merged cells.

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::rc::Rc;

use crate::model::grid::{Grid, Part};
use crate::model::table::{ColumnKind, Table, TableColumn};

/// The head over the rows across the table.
pub const SECTION: &str = "通栏";

/// A table without merged cells: every value stands in each row that it spans.
#[derive(Clone, Copy, Debug)]
pub struct Flat<'t> {
    table: &'t Table,
    sectioned: bool,
}

impl<'t> Flat<'t> {
    /// A table's plain rows.
    #[must_use]
    pub fn new(table: &'t Table) -> Self {
        Self { table, sectioned: table.groups.iter().any(|group| group.section.is_some()) }
    }

    /// Whether the first column holds the rows across the table.
    #[must_use]
    pub fn is_sectioned(&self) -> bool {
        self.sectioned
    }

    /// A head for each column, in one line, each different and none blank: the rows across the table first where
    /// there are any.
    #[must_use]
    pub fn heads(&self) -> Vec<String> {
        heads(self.sectioned, self.table.columns.iter().map(TableColumn::heading).map(Cow::into_owned))
    }

    /// What the values of each column are.
    #[must_use]
    pub fn kinds(&self) -> Vec<ColumnKind> {
        let section = self.sectioned.then_some(ColumnKind::Group).into_iter();
        section.chain(self.table.columns.iter().map(|column| column.kind)).collect()
    }

    /// How many rows there are.
    #[must_use]
    pub fn count(&self) -> usize {
        let parts: Vec<Part<'_>> = Grid::new(self.table).parts().collect();
        let is_section = |part: Option<&Part<'_>>| part.is_none_or(|part| matches!(part, Part::Section(_)));
        let rows = |(i, part): (usize, &Part<'_>)| match part {
            // A row of its own only where nothing stands below it.
            Part::Section(_) => usize::from(is_section(parts.get(i + 1))),
            other => other.rows(),
        };
        parts.iter().enumerate().map(rows).sum()
    }

    /// The rows, each with a text for each head; a row across the table with nothing below it has no others.
    pub fn rows(&self) -> impl Iterator<Item = Vec<Rc<str>>> + use<'t> {
        let (sectioned, width) = (self.sectioned, self.table.columns.len());
        let empty: Rc<str> = "".into();
        Grid::new(self.table).records().map(move |record| {
            let section = sectioned.then(|| record.section.unwrap_or_else(|| Rc::clone(&empty)));
            let blank = std::iter::repeat_n(Rc::clone(&empty), width.saturating_sub(record.cells.len()));
            section.into_iter().chain(record.cells).chain(blank).collect()
        })
    }
}

/// Heads made different and not blank, whatever their case, as tables of Excel have to be.
#[must_use]
pub fn heads(sectioned: bool, headings: impl Iterator<Item = String>) -> Vec<String> {
    let mut used = BTreeSet::new();
    let all = sectioned.then(|| SECTION.to_owned()).into_iter().chain(headings);
    let different = all.enumerate().map(|(i, mut head)| {
        if head.trim().is_empty() {
            head = format!("列{}", i + 1);
        }
        while !used.insert(head.to_lowercase()) {
            head.push('′');
        }
        head
    });
    different.collect()
}
