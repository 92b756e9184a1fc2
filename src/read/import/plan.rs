//! Understands a table's body: which column holds what, which rows make a task, which tasks a group.

use std::collections::BTreeSet;

use crate::model::table::ColumnKind;
use crate::read::import::body::{Body, Cell};
use crate::read::import::frame::plain;
use crate::read::import::groups::{begins, groups, is_several};
use crate::read::import::structure::{Group, Plan};

/// Meaning of blank cells below a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// They are blank: our own workbooks merge whatever spans rows.
    Meant,
    /// They are blank, but for numbers and tasks: those may stand in the first row only.
    Merged,
    /// They go with the value: nothing is merged in this table.
    Below,
}

/// Understands a body; `names` are the columns' own heads.
pub fn plan(body: &mut Body, names: &[String], blanks: Blanks) -> Plan {
    let of = |kind| names.iter().position(|name| ColumnKind::of_name(&plain(name)) == kind);
    let mut plan = Plan {
        group: of(ColumnKind::Group),
        number: of(ColumnKind::Number),
        task: of(ColumnKind::Task),
        measure: of(ColumnKind::Measure),
        groups: Vec::new(),
        grouped: false,
    };
    if plan.task.is_none() {
        plan.task = task_column(body, names, &plan, blanks);
        plan.measure = plan.measure.filter(|column| plan.task != Some(*column));
    }
    if blanks != Blanks::Meant {
        fill_down(body, &plan, blanks);
    }
    let mut tasks = task_rows(body, &plan);
    if let Some(number) = plan.number {
        if blanks != Blanks::Meant {
            gather(&mut body.columns[number], &tasks);
        }
        if !is_made_of(&body.columns[number], &tasks) {
            plan.number = None;
        }
    }
    plan.measure = plan.measure.filter(|column| body.columns[*column].iter().all(|cell| cell.rows == 1));
    let aligned = |cells: &[Cell]| {
        let ends = |row: usize| row == body.rows || begins(&tasks, row);
        cells.iter().filter(|cell| !cell.is_blank()).all(|cell| begins(&tasks, cell.row) && ends(cell.end()))
    };
    let spanning = |cells: &[Cell]| cells.iter().any(|cell| is_several(&tasks, cell));
    plan.group = plan.group.filter(|column| aligned(&body.columns[*column])).or_else(|| {
        let before = plan.task.unwrap_or(0);
        let text = |column: &usize| ColumnKind::of_name(&plain(&names[*column])) == ColumnKind::Text;
        (0..before).filter(|column| plan.holds_values(*column)).filter(text).find(|column| {
            let cells = &body.columns[*column];
            aligned(cells) && spanning(cells) && holds_all_that_span(body, cells, &tasks)
        })
    });
    let lone = lone_rows(body, &plan);
    if plan.measure.is_none() && plan.task.is_some() {
        plan.measure = measure_column(body, names, &plan, &lone);
    }
    let wide =
        body.columns.iter().enumerate().any(|(column, cells)| {
            plan.task != Some(column) && plan.number != Some(column) && spanning(cells)
        });
    plan.grouped = wide || !body.banners.is_empty() || !lone.is_empty();
    if !plan.grouped {
        plan.group = None;
    }
    tasks.retain(|task| lone.binary_search(&task.0).is_err());
    plan.groups = groups(body, &plan, &tasks, &lone);
    if !every_group_is_named(body, &plan) {
        plan.group = None;
        plan.groups = groups(body, &plan, &tasks, &lone);
    }
    plan
}

/// Whether every value that spans tasks, in whichever column, stands beside one cell of these: a column that
/// divides such a value cannot be that of the groups.
fn holds_all_that_span(body: &Body, cells: &[Cell], tasks: &[(usize, usize)]) -> bool {
    let spanning = body.columns.iter().flatten().filter(|cell| is_several(tasks, cell));
    let beside = |row: usize| cells.get(cells.partition_point(|cell| cell.end() <= row));
    spanning.into_iter().all(|other| beside(other.row).is_some_and(|cell| other.end() <= cell.end()))
}

/// Whether the column of groups has one cell for each group, or a row across the table tells the group instead.
fn every_group_is_named(body: &Body, plan: &Plan) -> bool {
    let Some(column) = plan.group else { return true };
    let cells = &body.columns[column];
    let has_cell = |group: &Group| {
        let cell = cells.get(cells.partition_point(|cell| cell.row < group.rows.0));
        group.spans && cell.is_some_and(|cell| (cell.row, cell.end()) == group.rows)
    };
    plan.groups.iter().all(|group| group.banner.is_some() || group.rows.0 == group.rows.1 || has_cell(group))
}

/// The column that holds the tasks where no head tells: one whose cells the other columns keep to. The leftmost
/// of texts that span several rows, or that have blank cells below them, comes first; then the leftmost of texts,
/// then of measures, a row each.
fn task_column(body: &Body, names: &[String], plan: &Plan, blanks: Blanks) -> Option<usize> {
    let below = blanks == Blanks::Below;
    let rows_of = |column: usize| body.columns[column].iter().map(|cell| (cell.row, cell.rows));
    let kind = |column: usize| ColumnKind::of_name(&plain(&names[column]));
    let rank = |column: usize| {
        let cells = &body.columns[column];
        let spans = cells.iter().any(|cell| cell.rows > 1) || below && cells.iter().any(Cell::is_blank);
        (!spans, kind(column) == ColumnKind::Measure, column)
    };
    let fits = |column: &usize| {
        let cells = &body.columns[*column];
        let rows = if below { cells.len().min(1) } else { cells.len() };
        let full = rows > 0 && cells[..rows].iter().all(|cell| !cell.is_blank());
        let measures = kind(*column) == ColumnKind::Measure && plan.number.is_none();
        // In our own workbooks a number spans what its task does.
        let numbered = plan.number.filter(|_| blanks == Blanks::Meant);
        let numbered = numbered.is_none_or(|number| rows_of(number).eq(rows_of(*column)));
        full && !measures && numbered && (below || keeps_to(body, *column))
    };
    let text = |column: &usize| matches!(kind(*column), ColumnKind::Text | ColumnKind::Measure);
    (0..names.len()).filter(text).filter(fits).min_by_key(|column| rank(*column))
}

/// Whether every cell that spans rows spans one cell of a column, or several that no other cell divides: tasks
/// and groups of them, nothing deeper.
fn keeps_to(body: &Body, column: usize) -> bool {
    let own = &body.columns[column];
    let at = |row: usize| own.binary_search_by_key(&row, |cell| cell.row).ok();
    let mut groups = Vec::new();
    for cell in body.columns.iter().flatten().filter(|cell| cell.rows > 1) {
        let end = if cell.end() == body.rows { Some(own.len()) } else { at(cell.end()) };
        match (at(cell.row), end) {
            (Some(first), Some(end)) if end > first + 1 => groups.push((first, end)),
            (Some(_), Some(_)) => {}
            _ => return false,
        }
    }
    groups.sort_unstable();
    groups.dedup();
    groups.windows(2).all(|pair| pair[0].1 <= pair[1].0)
}

/// The column that holds the measures where no head tells: the one with the longest texts, a row each.
fn measure_column(body: &Body, names: &[String], plan: &Plan, lone: &[usize]) -> Option<usize> {
    let tasks = &body.columns[plan.task?];
    if tasks.iter().all(|cell| cell.rows == 1) {
        return None;
    }
    let text = |column: &usize| ColumnKind::of_name(&plain(&names[*column])) == ColumnKind::Text;
    let length =
        |column: &usize| body.columns[*column].iter().map(|cell| cell.text.chars().count()).sum::<usize>();
    let single = |column: &usize| {
        body.columns[*column]
            .iter()
            .all(|cell| cell.rows == 1 && (cell.text.is_empty() || lone.binary_search(&cell.row).is_err()))
    };
    let columns = (0..names.len()).filter(|column| plan.holds_values(*column)).filter(text).filter(single);
    columns.max_by_key(length).filter(|column| length(column) > 12 * body.rows)
}

/// Lets the cells of groups, numbers and tasks reach over the blank cells below them.
fn fill_down(body: &mut Body, plan: &Plan, blanks: Blanks) {
    let keys: Vec<usize> = [plan.number, plan.task].into_iter().flatten().collect();
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
    for column in keys {
        join(&mut body.columns[column], |cell| continued[cell.row]);
    }
    if let Some(group) = plan.group {
        join(&mut body.columns[group], |cell| cell.is_blank() && !starts.contains(&cell.row));
    }
}

/// Joins cells to the ones above them.
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

/// The rows of each task: those of the cells of its column, else of its number, else of the values that span rows.
fn task_rows(body: &Body, plan: &Plan) -> Vec<(usize, usize)> {
    if let Some(column) = plan.task.or(plan.number) {
        return body.columns[column].iter().map(|cell| (cell.row, cell.end())).collect();
    }
    let mut spans: Vec<(usize, usize)> = body
        .columns
        .iter()
        .flatten()
        .filter(|cell| cell.rows > 1)
        .map(|cell| (cell.row, cell.end()))
        .collect();
    spans.sort_by_key(|span| (span.1 - span.0, span.0));
    let mut covered = vec![false; body.rows];
    let mut tasks = Vec::new();
    for span in spans {
        if !covered[span.0..span.1].contains(&true) {
            covered[span.0..span.1].fill(true);
            tasks.push(span);
        }
    }
    tasks.extend((0..body.rows).filter(|row| !covered[*row]).map(|row| (row, row + 1)));
    tasks.sort_unstable();
    tasks
}

/// Takes a value and the blank cells below it, within one task, for one cell.
fn gather(cells: &mut Vec<Cell>, tasks: &[(usize, usize)]) {
    join(cells, |cell| cell.is_blank() && !begins(tasks, cell.row));
}

fn is_made_of(cells: &[Cell], tasks: &[(usize, usize)]) -> bool {
    cells.len() == tasks.len() && cells.iter().zip(tasks).all(|(cell, task)| (cell.row, cell.end()) == *task)
}

/// Rows of groups that have no tasks: numbers, tasks and measures are blank there.
fn lone_rows(body: &Body, plan: &Plan) -> Vec<usize> {
    let keys: Vec<usize> = [plan.number, plan.task].into_iter().flatten().collect();
    if keys.is_empty() {
        return Vec::new();
    }
    let keys: Vec<usize> = keys.into_iter().chain(plan.measure).collect();
    let said = keys.iter().flat_map(|column| &body.columns[*column]).filter(|cell| !cell.is_blank());
    // A value that spans this row and others makes the row one of a group's.
    let spanning = body.columns.iter().flatten().filter(|cell| cell.rows > 1);
    let mut blank = vec![true; body.rows];
    for cell in said.chain(spanning) {
        blank[cell.row..cell.end()].fill(false);
    }
    (0..body.rows).filter(|row| blank[*row]).collect()
}
