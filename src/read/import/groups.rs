//! Divides the tasks of a table into groups: by the rows across the table, and by the values that span several.

use std::collections::BTreeMap;

use crate::read::import::body::{Body, Cell};
use crate::read::import::structure::{Group, Plan};

/// The groups between one row across the table and the next.
pub fn groups(body: &Body, plan: &Plan, tasks: &[(usize, usize)], lone: &[usize]) -> Vec<Group> {
    if !plan.grouped {
        return vec![Group { rows: (0, body.rows), tasks: tasks.to_vec(), ..Group::default() }];
    }
    let mut groups = Vec::new();
    let mut bounds: Vec<(usize, Option<String>)> = Vec::new();
    if body.banners.first().is_none_or(|(row, _)| *row > 0) {
        bounds.push((0, None));
    }
    bounds.extend(body.banners.iter().map(|(row, text)| (*row, Some(text.clone()))));
    for (i, (start, banner)) in bounds.iter().enumerate() {
        let end = bounds.get(i + 1).map_or(body.rows, |(row, _)| *row);
        let mut segment = segment(body, plan, (*start, end), tasks, lone);
        if segment.is_empty() && banner.is_some() {
            segment.push(Group { rows: (*start, *start), ..Group::default() });
        }
        if let Some(first) = segment.first_mut() {
            first.banner.clone_from(banner);
        }
        groups.extend(segment);
    }
    groups
}

fn segment(
    body: &Body,
    plan: &Plan,
    rows: (usize, usize),
    tasks: &[(usize, usize)],
    lone: &[usize],
) -> Vec<Group> {
    let first = tasks.partition_point(|task| task.0 < rows.0);
    let within = &tasks[first..tasks.partition_point(|task| task.1 <= rows.1).max(first)];
    let lone = lone.iter().filter(|row| rows.0 <= **row && **row < rows.1);
    let mut chosen: BTreeMap<usize, usize> = lone.map(|row| (*row, row + 1)).collect();
    for (start, end) in candidates(body, plan, rows, within) {
        let before = chosen.range(..end).next_back();
        if before.is_none_or(|(_, other)| *other <= start) {
            chosen.insert(start, end);
        }
    }
    let mut groups: Vec<Group> = Vec::new();
    let mut row = rows.0;
    for (start, end, spans) in
        chosen.into_iter().map(|(start, end)| (start, end, true)).chain([(rows.1, rows.1, false)])
    {
        let between = (start > row).then_some((row, start, false));
        let own = spans.then_some((start, end, true));
        for (start, end, spans) in between.into_iter().chain(own) {
            let first = within.partition_point(|task| task.0 < start);
            let last = within.partition_point(|task| task.0 < end);
            groups.push(Group {
                banner: None,
                rows: (start, end),
                spans,
                tasks: within[first..last].to_vec(),
            });
        }
        row = end;
    }
    groups
}

/// Whether a task begins in a row.
pub fn begins(tasks: &[(usize, usize)], row: usize) -> bool {
    tasks.binary_search_by_key(&row, |task| task.0).is_ok()
}

/// Whether a cell spans more than one task.
pub fn is_several(tasks: &[(usize, usize)], cell: &Cell) -> bool {
    let next = tasks.partition_point(|task| task.0 <= cell.row);
    tasks.get(next).is_some_and(|task| task.0 < cell.end())
}

/// The rows that groups may have: those of the cells of their column, then those of values that span tasks, the
/// largest first.
fn candidates(
    body: &Body,
    plan: &Plan,
    rows: (usize, usize),
    tasks: &[(usize, usize)],
) -> Vec<(usize, usize)> {
    let within = |column: usize| {
        let cells = &body.columns[column];
        let first = cells.partition_point(|cell| cell.row < rows.0);
        &cells[first..cells.partition_point(|cell| cell.row < rows.1).max(first)]
    };
    let aligned = |cell: &&Cell| {
        // Behind the last task of a group, a row of a group without tasks may stand.
        let behind = tasks.partition_point(|task| task.0 < cell.end());
        let ends = behind > 0 && tasks[behind - 1].1 == cell.end();
        begins(tasks, cell.row) && ends && cell.end() <= rows.1
    };
    let own = plan.group.into_iter().flat_map(within).filter(aligned);
    let own = own.filter(|cell| !cell.is_blank() || is_several(tasks, cell));
    let mut spans: Vec<(usize, usize)> = own.map(|cell| (cell.row, cell.end())).collect();
    let values = (0..body.columns.len()).filter(|column| plan.holds_values(*column));
    let others = values.flat_map(within).filter(aligned).filter(|cell| is_several(tasks, cell));
    let mut others: Vec<(usize, usize)> = others.map(|cell| (cell.row, cell.end())).collect();
    others.sort_by_key(|span| (usize::MAX - (span.1 - span.0), span.0));
    others.dedup();
    spans.extend(others);
    spans
}
