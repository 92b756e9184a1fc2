//! The table as rows and spans, computed once for every format that draws it.
//!
//! One rule of merging: a value spans exactly the rows of the node on which it is written. On the task it
//! spans the task's measures, on the measure one row. Nobody else computes spans.

use std::borrow::Cow;

use crate::model::table::{Cell, ColumnKind, Measure, Table, TableColumn, Task};

/// A table, laid out.
#[derive(Debug)]
pub struct Grid<'t> {
    /// The columns, from left to right.
    pub columns: &'t [TableColumn],
    /// The rows of the body; each holds the cells that *begin* in it, from left to right.
    pub rows: Vec<Vec<GridCell<'t>>>,
    /// The first row of each task.
    pub task_starts: Vec<usize>,
}

/// One drawn cell.
#[derive(Debug)]
pub struct GridCell<'t> {
    /// Its column.
    pub column: usize,
    /// The rows that it spans, at least 1.
    pub rows: usize,
    /// Its text, a line each; never without a line.
    pub lines: Vec<Cow<'t, str>>,
}

impl<'t> Grid<'t> {
    /// Lays a table out.
    #[must_use]
    pub fn new(table: &'t Table) -> Self {
        let mut grid = Self { columns: &table.columns, rows: Vec::new(), task_starts: Vec::new() };
        for (index, task) in table.tasks.iter().enumerate() {
            grid.add_task(index, task);
        }
        grid
    }

    fn add_task(&mut self, index: usize, task: &'t Task) {
        self.task_starts.push(self.rows.len());
        let height = task.measures.len().max(1);
        for row in 0..height {
            let measure = task.measures.get(row);
            let cells = self.columns.iter().enumerate().filter_map(|(column, shape)| {
                let of_task = task_lines(shape, column, index, task);
                match (of_task, row) {
                    (Some(lines), 0) => Some(GridCell { column, rows: height, lines }),
                    (Some(_), _) => None,
                    (None, _) => {
                        Some(GridCell { column, rows: 1, lines: measure_lines(shape, column, measure) })
                    }
                }
            });
            self.rows.push(cells.collect());
        }
    }
}

impl GridCell<'_> {
    /// The whole text, with line feeds between its lines.
    #[must_use]
    pub fn text(&self) -> String {
        self.lines.join("\n")
    }
}

/// What the task itself says in a column, if it says anything there.
fn task_lines<'t>(
    shape: &TableColumn,
    column: usize,
    index: usize,
    task: &'t Task,
) -> Option<Vec<Cow<'t, str>>> {
    match shape.kind {
        ColumnKind::Number => Some(vec![task.printed_number(index).into()]),
        ColumnKind::Task => Some(vec![task.name.value.as_str().into()]),
        _ => lines_in(&task.cells, column),
    }
}

fn measure_lines<'t>(shape: &TableColumn, column: usize, measure: Option<&'t Measure>) -> Vec<Cow<'t, str>> {
    let lines = measure.and_then(|measure| match shape.kind {
        ColumnKind::Measure => {
            Some(measure.printed_text().split('\n').map(|l| l.to_owned().into()).collect())
        }
        _ => lines_in(&measure.cells, column),
    });
    lines.unwrap_or_else(|| vec!["".into()])
}

fn lines_in(cells: &[Cell], column: usize) -> Option<Vec<Cow<'_, str>>> {
    let cell = cells.iter().find(|cell| cell.column == column)?;
    let lines = cell.value.lines();
    let lines = lines.into_iter().flat_map(|line| line.split('\n')).map(Cow::from);
    Some(lines.collect::<Vec<_>>()).filter(|lines| !lines.is_empty())
}
