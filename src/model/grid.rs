//! The layout of a table in rows and spans, computed once for all formats.
//!
//! One rule of merging: a value spans exactly the rows of the node on which it is written. On a group it spans the
//! group's tasks, on a task its measures, on a measure one row; in the header, a tier spans the adjacent columns that
//! share it. Only this module computes spans. The body is made block by block, so that a long table need not be laid
//! out as a whole; no span crosses the border of a block.

mod block;

use std::borrow::Cow;
use std::rc::Rc;

use crate::model::part::{Before, Part};
use crate::model::table::{Cell, ColumnKind, Counted, Group, Measure, Table, TableColumn, Task};

pub use block::{Block, GridCell, Record};

/// The layout of a table.
#[derive(Clone, Copy, Debug)]
pub struct Grid<'t> {
    /// The columns, from left to right.
    pub columns: &'t [TableColumn],
    groups: &'t [Group],
    /// Whether the numbers of measures have a column of their own.
    numbers_measures: bool,
}

impl<'t> Grid<'t> {
    /// The layout of a table.
    #[must_use]
    pub fn new(table: &'t Table) -> Self {
        Self { columns: &table.columns, groups: &table.groups, numbers_measures: table.numbers_measures() }
    }

    /// The rows of the header, each with the cells that begin in it; none where every head is blank. The last tier of a
    /// column with fewer tiers spans down to the bottom. Neighbours with equal heads have one cell, blank ones their own.
    #[must_use]
    pub fn head(&self) -> Vec<Vec<GridCell<'t>>> {
        if self.columns.iter().all(TableColumn::has_blank_head) {
            return Vec::new();
        }
        let depth = self.columns.iter().map(|column| column.header.len()).max().unwrap_or(1);
        let rows = (0..depth).map(|tier| {
            let mut row: Vec<GridCell<'t>> = Vec::new();
            for (column, shape) in self.columns.iter().enumerate().filter(|(_, s)| tier < s.header.len()) {
                let is_last = tier + 1 == shape.header.len();
                let shared = column > 0 && shares_tier(&self.columns[column - 1], shape, tier);
                match row.last_mut() {
                    Some(cell) if shared => cell.columns += 1,
                    _ => {
                        let rows = if is_last { depth - tier } else { 1 };
                        row.push(GridCell { rows, ..cell(column, &*shape.header[tier].value) });
                    }
                }
            }
            row
        });
        rows.collect()
    }

    /// The body, block by block.
    pub fn blocks(&self) -> impl Iterator<Item = Block<'t>> + use<'t> {
        let grid = *self;
        self.parts().map(move |part| grid.block(part))
    }

    /// The sources of the blocks, for callers that need only some blocks.
    pub fn parts(&self) -> impl Iterator<Item = Part<'t>> + use<'t> {
        let grid = *self;
        let mut before = Before::default();
        self.groups.iter().flat_map(move |group| {
            let start = before;
            group.tasks.iter().for_each(|task| before.pass(task));
            let banner = group.banner.as_ref().map(|text| Part::Banner(&text.value));
            // Cells of the group span all its tasks, so the tasks are one block.
            let whole = grid.spans_tasks(group);
            let together = whole.then_some(Part::Group(group, start));
            let tasks = if whole { &[] } else { group.tasks.as_slice() };
            let apart = tasks.iter().scan(start, |before, task| {
                let part = Part::Task(task, *before);
                before.pass(task);
                Some(part)
            });
            banner.into_iter().chain(together).chain(apart)
        })
    }

    /// The block of a part.
    #[must_use]
    pub fn block(&self, part: Part<'t>) -> Block<'t> {
        match part {
            Part::Banner(text) => self.banner(text),
            Part::Group(group, start) => self.group(group, start),
            Part::Task(task, before) => Block { banner: false, rows: self.task(before, task, &[]) },
        }
    }

    /// The body without merged cells.
    pub fn records(&self) -> impl Iterator<Item = Record> + use<'t> {
        let mut blocks = self.blocks().peekable();
        let mut banner: Option<Rc<str>> = None;
        let of_block = move || -> Option<Vec<Record>> {
            let block = blocks.next()?;
            if !block.banner {
                let banner = &banner;
                let full = block.full_rows().into_iter();
                return Some(full.map(|cells| Record { banner: banner.clone(), cells }).collect());
            }
            banner = block.rows.first().and_then(|cells| Some(cells.first()?.text.as_ref().into()));
            let empty = blocks.peek().is_none_or(|next| next.banner);
            Some(if empty { vec![Record { banner: banner.clone(), cells: Vec::new() }] } else { Vec::new() })
        };
        std::iter::from_fn(of_block).flatten()
    }

    fn banner(&self, text: &'t str) -> Block<'t> {
        let across = GridCell { columns: self.columns.len().max(1), ..cell(0, text) };
        Block { banner: true, rows: vec![vec![across]] }
    }

    /// Whether the group has cells of its own beside its tasks.
    fn spans_tasks(&self, group: &Group) -> bool {
        (0..self.columns.len()).any(|column| self.group_text(group, column).is_some())
    }

    fn group_text(&self, group: &'t Group, column: usize) -> Option<Cow<'t, str>> {
        match self.columns[column].kind {
            ColumnKind::Group => group.printed_name().map(Cow::from),
            _ => text_in(&group.cells, column),
        }
    }

    fn group(&self, group: &'t Group, mut before: Before) -> Block<'t> {
        let mut beside: Vec<GridCell<'t>> = (0..self.columns.len())
            .filter_map(|column| Some(cell(column, self.group_text(group, column)?)))
            .collect();
        let columns_beside: Vec<usize> = beside.iter().map(|cell| cell.column).collect();
        let mut rows: Vec<Vec<GridCell<'t>>> = Vec::new();
        for task in &group.tasks {
            rows.extend(self.task(before, task, &columns_beside));
            before.pass(task);
        }
        if rows.is_empty() {
            let blank = (0..self.columns.len()).filter(|column| !columns_beside.contains(column));
            rows.push(blank.map(|column| cell(column, "")).collect());
        }
        for cell in &mut beside {
            cell.rows = rows.len();
        }
        rows[0].append(&mut beside);
        rows[0].sort_by_key(|cell| cell.column);
        Block { banner: false, rows }
    }

    /// The rows of a task, without the columns that the group fills.
    fn task(&self, before: Before, task: &'t Task, columns_beside: &[usize]) -> Vec<Vec<GridCell<'t>>> {
        let height = task.measures.len().max(1);
        let shapes = self.columns.iter().enumerate().filter(|(column, _)| !columns_beside.contains(column));
        let mut columns: Vec<_> = shapes
            .map(|(column, shape)| (column, shape, task_text(shape, column, before.tasks, task)))
            .collect();
        let mut rows = Vec::with_capacity(height);
        for row in 0..height {
            let measure = task.measures.get(row);
            let cells = columns.iter_mut().filter_map(|(column, shape, of_task)| match of_task {
                Some(text) if row == 0 => {
                    Some(GridCell { rows: height, ..cell(*column, std::mem::take(text)) })
                }
                Some(_) => None,
                None if shape.kind == ColumnKind::Number => {
                    Some(cell(*column, row_number(shape.counts, before.rows + row, measure)))
                }
                None => Some(cell(*column, self.measure_text(shape, *column, measure))),
            });
            rows.push(cells.collect());
        }
        rows
    }

    fn measure_text(&self, shape: &TableColumn, column: usize, measure: Option<&'t Measure>) -> Cow<'t, str> {
        let text = measure.and_then(|measure| match shape.kind {
            ColumnKind::Measure if self.numbers_measures => {
                Some(measure.text.as_ref()?.value.as_str().into())
            }
            ColumnKind::Measure => Some(measure.printed_text()),
            _ => text_in(&measure.cells, column),
        });
        text.unwrap_or_default()
    }
}

/// The number of a row of a task, in a column that counts measures or rows; `index` counts from 0.
#[must_use]
pub fn row_number(counts: Counted, index: usize, measure: Option<&Measure>) -> Cow<'_, str> {
    let given = measure.and_then(|measure| measure.number.as_ref());
    match given.filter(|_| counts == Counted::Measures) {
        Some(number) => number.value.as_str().into(),
        None => (index + 1).to_string().into(),
    }
}

/// Whether two neighbours have one cell for a tier of their headers: a tier above the last one where they are equal down to
/// it, the last one where they are equal as a whole and say something.
fn shares_tier(left: &TableColumn, right: &TableColumn, tier: usize) -> bool {
    let tiers = |column: &TableColumn| column.header.len();
    let is_last = tier + 1 >= tiers(left).min(tiers(right));
    let can_share = !is_last || tiers(left) == tiers(right) && !right.header[tier].value.trim().is_empty();
    can_share && (0..=tier).all(|above| left.header[above].value == right.header[above].value)
}

fn cell<'t>(column: usize, text: impl Into<Cow<'t, str>>) -> GridCell<'t> {
    GridCell { column, columns: 1, rows: 1, text: text.into() }
}

/// The text of a task in a column, if it has one there.
fn task_text<'t>(shape: &TableColumn, column: usize, index: usize, task: &'t Task) -> Option<Cow<'t, str>> {
    match shape.kind {
        ColumnKind::Number if shape.counts == Counted::Tasks => Some(task.printed_number(index)),
        ColumnKind::Number => None,
        ColumnKind::Task => Some(task.name.value.as_str().into()),
        ColumnKind::Requirement => {
            Some(task.requirement.as_ref().map_or_else(Cow::default, |text| text.value.as_str().into()))
        }
        _ => text_in(&task.cells, column),
    }
}

fn text_in(cells: &[Cell], column: usize) -> Option<Cow<'_, str>> {
    cells.iter().find(|cell| cell.column == column)?.value.printed()
}
