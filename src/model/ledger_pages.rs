//! The division of a long ledger into pages, and the places of items in it.

use std::ops::Range;

use crate::model::item::{Item, TableId};
use crate::model::ledger::{Ledger, Row, TaskRow};
use crate::model::long::ROWS;

impl<'p> Ledger<'p> {
    /// The tasks on each page, at least one page: whole tasks, together at most [`ROWS`] rows, unless one has more.
    #[must_use]
    pub fn pages(&self) -> Vec<Range<usize>> {
        divided(self.tasks.iter().map(|task| task.rows.len()), ROWS)
    }

    /// The row of the ledger for a row of a table, 通栏 not counted.
    #[must_use]
    pub fn row_of(&self, table: TableId, row: usize) -> Option<&Row<'p>> {
        let place = |task: &TaskRow<'_>| (task.entry.item.table, task.entry.rows_before);
        let behind = self.tasks.partition_point(|task| place(task) <= (table, row));
        let task = &self.tasks[behind.checked_sub(1)?];
        (task.entry.item.table == table).then(|| task.rows.get(row - task.entry.rows_before))?
    }

    /// The page that shows an item, from 0.
    #[must_use]
    pub fn page_of(&self, item: Item, pages: &[Range<usize>]) -> usize {
        let place = |task: &TaskRow<'_>| (task.entry.item.table, task.entry.item.task);
        let task = self.tasks.partition_point(|task| place(task) < (item.table, item.task));
        pages.partition_point(|page| page.end <= task).min(pages.len().saturating_sub(1))
    }
}

/// Ranges of tasks with those numbers of rows, each of at most `most` rows.
fn divided(rows: impl Iterator<Item = usize>, most: usize) -> Vec<Range<usize>> {
    let (mut pages, mut page, mut used) = (Vec::new(), 0..0, 0);
    for rows in rows {
        if !page.is_empty() && used + rows > most {
            pages.push(page.clone());
            (page.start, used) = (page.end, 0);
        }
        page.end += 1;
        used += rows;
    }
    pages.push(page);
    pages
}

#[cfg(test)]
mod tests {
    use super::divided;

    #[test]
    fn tasks_stay_whole_and_larger_ones_stand_alone() {
        let pages = |rows: &[usize]| {
            let pages = divided(rows.iter().copied(), 3);
            let pages: Vec<String> =
                pages.iter().map(|page| format!("{}-{}", page.start, page.end)).collect();
            pages.join(" ")
        };
        assert_eq!(pages(&[]), "0-0");
        assert_eq!(pages(&[1, 1, 1]), "0-3");
        assert_eq!(pages(&[1, 2, 1]), "0-2 2-3");
        assert_eq!(pages(&[1, 5, 1, 1]), "0-1 1-2 2-4");
        assert_eq!(pages(&[5]), "0-1");
    }
}
