//! Understands a table's body: the roles of columns, the rows of each task, the tasks of each group.

use crate::model::table::ColumnKind;
use crate::read::import::body::{Body, Cell};
use crate::read::import::caption::plain;
use crate::read::import::fill_down::{fill_down, gather};
use crate::read::import::groups::{begins, groups, is_several};
use crate::read::import::roles::{Blanks, fullest_column, measure_by_head, measure_column, task_column};
use crate::read::import::structure::{Group, Plan};

/// Understands a body; `names` are the columns' own heads.
pub fn plan(body: &mut Body, names: &[String], blanks: Blanks) -> Plan {
    let of = |kind| names.iter().position(|name| ColumnKind::of_name(&plain(name)) == kind);
    let mut plan = Plan::of(of);
    // Elsewhere a column of this name need not say what the tasks demand.
    plan.requirement = plan.requirement.filter(|_| blanks == Blanks::Meant);
    if plan.task.is_none() && blanks != Blanks::Meant {
        name_by_content(&mut plan, names);
    }
    if plan.task.is_none() {
        plan.task = task_column(body, names, &plan, blanks);
        plan.measure = plan.measure.filter(|column| plan.task != Some(*column));
    }
    if blanks != Blanks::Meant && plan.measure.is_none() {
        plan.measure = measure_by_head(names, &plan);
    }
    // A column that was only guessed says nothing about the blank cells below its values. Our own workbooks name theirs.
    let is_guessed = plan.task.is_none() && blanks != Blanks::Meant;
    if is_guessed {
        guess_task(&mut plan, body, names);
    }
    if blanks != Blanks::Meant {
        fill_down(body, &plan, blanks, is_guessed);
    }
    let mut tasks = task_rows(body, &plan);
    settle_number(&mut plan, body, &tasks, blanks);
    plan.requirement = plan.requirement.filter(|column| is_made_of(&body.columns[*column], &tasks));
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
    if !counts_rows(body, &plan) {
        plan.row_number = None;
    }
    plan
}

/// The tasks of a table that writes 措施 | 具体内容 are its 措施.
fn name_by_content(plan: &mut Plan, names: &[String]) {
    const CONTENTS: [&str; 6] = ["具体内容", "主要内容", "工作内容", "措施内容", "内容", "具体要求"];
    let Some(measure) = plan.measure else { return };
    let is_content = names.get(measure + 1).is_some_and(|name| CONTENTS.contains(&plain(name).as_str()));
    if is_content {
        (plan.task, plan.measure) = (Some(measure), Some(measure + 1));
    }
}

/// Decides whether 序号 counts the tasks, or the rows, or is a text.
fn settle_number(plan: &mut Plan, body: &mut Body, tasks: &[(usize, usize)], blanks: Blanks) {
    let Some(number) = plan.number else { return };
    if blanks != Blanks::Meant {
        gather(&mut body.columns[number], tasks);
    }
    if !is_made_of(&body.columns[number], tasks) {
        let is_row = |cell: &Cell| cell.rows == 1 && !cell.is_blank();
        plan.row_number = plan.number.take().filter(|number| body.columns[*number].iter().all(is_row));
    }
}

/// Whether the numbers of rows can be said: those of measures as they are, of tasks without measures as counted.
fn counts_rows(body: &Body, plan: &Plan) -> bool {
    let Some(number) = plan.row_number else { return false };
    let mut counted = 0;
    let tasks = plan.groups.iter().flat_map(|group| &group.tasks);
    let mut can_be_said = |(start, end): (usize, usize)| {
        counted += end - start;
        let has_words = plan.measure.is_some_and(|column| !body.columns[column][start].is_blank());
        end - start > 1 || has_words || body.columns[number][start].text == counted.to_string()
    };
    tasks.copied().all(&mut can_be_said) && counted == body.rows
}

/// Takes a column for that of tasks where none looks like it: every task needs a name that is printed somewhere.
fn guess_task(plan: &mut Plan, body: &Body, names: &[String]) {
    plan.task = fullest_column(body, names, plan);
    if plan.task.is_none() {
        plan.task = plan.number.take();
    }
    if plan.task.is_none() {
        plan.task = plan.measure.take();
    }
    if plan.task.is_none() {
        plan.task = (0..names.len()).find(|column| plan.holds_values(*column));
    }
}

/// Whether every value of any column that spans tasks is beside one of these cells only: a column that divides such a
/// value is not the column of groups.
fn holds_all_that_span(body: &Body, cells: &[Cell], tasks: &[(usize, usize)]) -> bool {
    let spanning = body.columns.iter().flatten().filter(|cell| is_several(tasks, cell));
    let beside = |row: usize| cells.get(cells.partition_point(|cell| cell.end() <= row));
    spanning.into_iter().all(|other| beside(other.row).is_some_and(|cell| other.end() <= cell.end()))
}

/// Whether every group has a cell of its own in the column of groups, or a row across the table with its name.
fn every_group_is_named(body: &Body, plan: &Plan) -> bool {
    let Some(column) = plan.group else { return true };
    let cells = &body.columns[column];
    let has_cell = |group: &Group| {
        let cell = cells.get(cells.partition_point(|cell| cell.row < group.rows.0));
        group.spans && cell.is_some_and(|cell| (cell.row, cell.end()) == group.rows)
    };
    plan.groups.iter().all(|group| group.banner.is_some() || group.rows.0 == group.rows.1 || has_cell(group))
}

/// The rows of each task: those of the cells of its column, else of its number or 要求, else of the values that span rows.
fn task_rows(body: &Body, plan: &Plan) -> Vec<(usize, usize)> {
    if let Some(column) = plan.task.or(plan.number).or(plan.requirement) {
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
