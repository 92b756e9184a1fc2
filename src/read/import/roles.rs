//! The columns that hold tasks and measures of tables whose heads do not name them.

use crate::model::table::ColumnKind;
use crate::read::import::body::{Body, Cell};
use crate::read::import::caption::plain;
use crate::read::import::structure::Plan;

/// Meaning of blank cells below a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Blanks {
    /// They are blank: our own workbooks merge whatever spans rows.
    Meant,
    /// They are blank, except for numbers and tasks, which may be written in their first row only.
    Merged,
    /// They belong to the value: nothing is merged in this table.
    Below,
}

/// The column of tasks where no head names it: a column whose cells no cell of another column divides. Preferred is
/// the leftmost column of texts that span several rows or have blank cells below them, then of texts in single rows,
/// then of measures.
pub fn task_column(body: &Body, names: &[String], plan: &Plan, blanks: Blanks) -> Option<usize> {
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
        // In our own workbooks a number spans what its task does, and so does 要求.
        let numbered = plan.number.or(plan.requirement).filter(|_| blanks == Blanks::Meant);
        let numbered = numbered.is_none_or(|number| rows_of(number).eq(rows_of(*column)));
        full && !measures && numbered && (below || keeps_to(body, *column))
    };
    let text = |column: &usize| matches!(kind(*column), ColumnKind::Text | ColumnKind::Measure);
    (0..names.len()).filter(text).filter(fits).min_by_key(|column| rank(*column))
}

/// The column of texts with the most values, the leftmost of equal ones: where no other is the column of tasks, its values
/// name them.
pub fn fullest_column(body: &Body, names: &[String], plan: &Plan) -> Option<usize> {
    let is_text = |column: &usize| ColumnKind::of_name(&plain(&names[*column])) == ColumnKind::Text;
    let count = |column: &usize| body.columns[*column].iter().filter(|cell| !cell.is_blank()).count();
    let columns = (0..names.len()).filter(|column| plan.holds_values(*column)).filter(is_text);
    columns.rev().max_by_key(count).filter(|column| count(column) > 0)
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

/// The column behind that of tasks whose head says that it has what is to be done: 整改措施, else 工作内容, else the second
/// column below the head of the tasks.
pub fn measure_by_head(names: &[String], plan: &Plan) -> Option<usize> {
    const CONTENTS: [&str; 12] = [
        "主要任务",
        "具体任务",
        "工作内容",
        "具体内容",
        "主要内容",
        "任务内容",
        "目标任务",
        "任务目标",
        "任务分解",
        "工作任务",
        "具体工作",
        "主要工作",
    ];
    let task = plan.task?;
    let rank = |column: usize| {
        let name = plain(&names[column]);
        let is_measure = ["措施", "举措"].iter().any(|end| name.ends_with(end));
        let ranks =
            [is_measure, CONTENTS.contains(&name.as_str()), name == format!("{}2", plain(&names[task]))];
        ranks.iter().position(|fits| *fits)
    };
    let is_text = |column: &usize| {
        matches!(ColumnKind::of_name(&plain(&names[*column])), ColumnKind::Text | ColumnKind::Task)
    };
    let columns = (task + 1..names.len()).filter(|column| plan.holds_values(*column)).filter(is_text);
    let ranked = columns.filter_map(|column| Some((rank(column)?, column)));
    ranked.min().map(|(_, column)| column)
}

/// The column of measures where no head names it: the column with the longest texts in single rows.
pub fn measure_column(body: &Body, names: &[String], plan: &Plan, lone: &[usize]) -> Option<usize> {
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
