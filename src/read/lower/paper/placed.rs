//! `{{责任分解表}}` becomes the attached table for which it stands.

use crate::model::attachment::AttachmentId;
use crate::read::lower::paper::tasks::{TaskTable, same};

/// The reasons why a placeholder stands for no table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unplaced {
    /// There is no attached table.
    Missing,
    /// No attached table has that file.
    Unknown,
    /// The table has the label 附件.
    Labelled,
    /// It may be one of several tables.
    Several,
}

/// The attached table that a placeholder names by its file, or the only one that has no label where `named` is blank.
pub fn placed_table(tables: &[TaskTable<'_>], named: &str) -> Result<AttachmentId, Unplaced> {
    let attached = || tables.iter().filter_map(|table| Some((table, table.attachment?)));
    if attached().next().is_none() {
        return Err(Unplaced::Missing);
    }
    let is_named = |table: &TaskTable<'_>| named.is_empty() || same(table.file, named);
    let mut free = attached().filter(|(table, _)| is_named(table) && !table.labelled);
    match (free.next(), free.next()) {
        (Some((_, id)), None) => Ok(id),
        (Some(_), Some(_)) => Err(Unplaced::Several),
        (None, _) if attached().any(|(table, _)| is_named(table)) => Err(Unplaced::Labelled),
        (None, _) => Err(Unplaced::Unknown),
    }
}
