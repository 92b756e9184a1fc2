//! Blank cells below a value: the cells above extend over them.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::import::body::{Body, Cell};
use crate::read::import::groups::begins;
use crate::read::import::roles::Blanks;
use crate::read::import::structure::Plan;
use crate::text::marker::Marker;

/// Extends the cells of groups, numbers and tasks over the blank cells below them.
pub(super) fn fill_down(body: &mut Body, plan: &Plan, blanks: Blanks, is_guessed: bool) {
    let task = plan.task.filter(|_| !is_guessed);
    let keys: Vec<usize> = [plan.number, task].into_iter().flatten().collect();
    let unnamed = unnamed_rows(body, plan.number, task);
    let starts: BTreeSet<usize> = body.banners.iter().map(|(row, _)| *row).collect();
    // A cell merged from above continues the value, too.
    let blank = |body: &Body, column: usize, row: usize| {
        let cells = &body.columns[column];
        let cell = cells.get(cells.partition_point(|cell| cell.end() <= row));
        cell.is_none_or(|cell| cell.row < row || cell.is_blank())
    };
    let continued: Vec<bool> = (0..body.rows)
        .map(|row| {
            let keys_blank = !keys.is_empty() && keys.iter().all(|column| blank(body, *column, row));
            let group = plan.group.is_none_or(|column| blank(body, column, row));
            // Between merged cells, a row without a measure stands alone.
            let measure = plan.measure.filter(|_| blanks == Blanks::Merged);
            let alone = measure.is_some_and(|column| blank(body, column, row));
            row > 0 && keys_blank && group && !alone && !starts.contains(&row)
        })
        .collect();
    // A number of its own makes no task of a row: the task above goes on there.
    let goes_on = |row: usize| {
        let group = plan.group.is_none_or(|column| blank(body, column, row));
        row > 0 && group && !starts.contains(&row) && unnamed.contains_key(&row)
    };
    let further: BTreeSet<usize> = (0..body.rows).filter(|row| goes_on(*row)).collect();
    body.unnamed = further.iter().filter_map(|row| unnamed.get(row).copied()).collect();
    for column in keys {
        let is_task = task == Some(column);
        join(&mut body.columns[column], |cell| continued[cell.row] || is_task && further.contains(&cell.row));
    }
    if let Some(group) = plan.group {
        join(&mut body.columns[group], |cell| cell.is_blank() && !starts.contains(&cell.row));
    }
}

/// The rows that have a number and a blank cell in the column of tasks, each with the place of that cell.
fn unnamed_rows(body: &Body, number: Option<usize>, task: Option<usize>) -> BTreeMap<usize, (usize, usize)> {
    let (Some(number), Some(task)) = (number, task) else { return BTreeMap::new() };
    let numbered = body.columns[number].iter().filter(|cell| Marker::whole(cell.text.trim()).is_some());
    let numbered: BTreeSet<usize> = numbered.map(|cell| cell.row).collect();
    let blank = body.columns[task].iter().filter(|cell| cell.is_blank() && numbered.contains(&cell.row));
    blank.map(|cell| (cell.row, cell.at)).collect()
}

/// Joins cells with the cells above them.
fn join(cells: &mut Vec<Cell>, belongs: impl Fn(&Cell) -> bool) {
    let mut joined: Vec<Cell> = Vec::new();
    for cell in cells.drain(..) {
        match joined.last_mut() {
            Some(last) if belongs(&cell) => last.rows += cell.rows,
            _ => joined.push(cell),
        }
    }
    *cells = joined;
}

/// Joins a value with the blank cells below it within one task.
pub(super) fn gather(cells: &mut Vec<Cell>, tasks: &[(usize, usize)]) {
    join(cells, |cell| cell.is_blank() && !begins(tasks, cell.row));
}
