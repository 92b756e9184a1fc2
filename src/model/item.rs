//! 事项: the subject of a progress note, a task or measure, with its values in the table.
//!
//! Written as its 代号, or as a position: `1.2` is the second measure of the first task and `1` the task itself, counted
//! through the table regardless of groups and printed numbers. If a notice has several tables, `附件2 1.2` and
//! `正文 1.2` name the table, `表2 1.2` the second of them where it has no label; the default is the first one.

use crate::model::table::{Group, Measure, Table, Task};

/// The place of a table among those of its notice, as [`Tables::iter`](crate::model::tables::Tables::iter) counts them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TableId(pub(in crate::model) usize);

/// The place of a task or measure in a notice's tables.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// The table.
    pub table: TableId,
    /// The task in it, from 0, counted through all groups.
    pub task: usize,
    /// Index of the measure; `None` for the task as a whole.
    pub measure: Option<usize>,
}

/// An item with its table, group, task and measure.
#[derive(Clone, Copy, Debug)]
pub struct Entry<'p> {
    /// The position.
    pub item: Item,
    /// The table.
    pub table: &'p Table,
    /// The group of the task.
    pub group: &'p Group,
    /// The task.
    pub task: &'p Task,
    /// The measure; `None` for the task as a whole.
    pub measure: Option<&'p Measure>,
    /// The number of rows of the table before it; every measure, and every task without measures, has one.
    pub rows_before: usize,
}

impl TableId {
    /// The first table, which is meant where none is named.
    pub const FIRST: Self = Self(0);

    /// Its number, from 1.
    #[must_use]
    pub fn number(self) -> usize {
        self.0 + 1
    }
}

impl Item {
    /// Whether `other` is this item or a measure of it.
    #[must_use]
    pub fn covers(self, other: Self) -> bool {
        (self.table, self.task) == (other.table, other.task)
            && (self.measure.is_none() || self.measure == other.measure)
    }
}
