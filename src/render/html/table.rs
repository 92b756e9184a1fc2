//! 责任分解表 on a page: the view of a table for templates.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::grid::{Grid, GridCell};
use crate::model::long::Long;
use crate::model::part::Part;
use crate::model::table::{ColumnKind, Table};
use crate::render::columns::Columns;
use crate::render::html::report::StatusView;

/// About so many characters stand in a line of a measure on a printed page, and on half of such a page: 27 lines in all.
const CHARACTERS_OF_A_LINE: usize = 24;
const CHARACTERS_OF_HALF_A_PAGE: usize = 13 * CHARACTERS_OF_A_LINE;

/// A table.
#[derive(Debug, Serialize)]
pub struct TableView<'p> {
    /// 表名.
    pub name: &'p str,
    /// Whether it is seen above the table.
    pub prints_name: bool,
    /// The line 填报单位, if there is one.
    pub reporting_line: Option<Cow<'p, str>>,
    /// Whether there is a line 填报单位, for templates that write its first words.
    pub has_reporting_unit: bool,
    /// 填报单位, for the same: blank or a name.
    pub reporting_unit: &'p str,
    /// The rows of the head.
    pub head: Vec<Vec<CellView<'p>>>,
    /// The body: rows that belong together.
    pub blocks: Vec<BlockView<'p>>,
    /// Number of columns.
    pub width: usize,
    /// The class of each column's width; blank for the one that gets the rest.
    pub widths: &'p [&'static str],
    /// The classes of the room for the table.
    pub room: &'p str,
    /// The look of a table that is divided into printed pages.
    pub paged: Option<PagedView>,
    /// 表注, with line feeds between the lines of each.
    pub notes: Vec<&'p str>,
}

/// The look of a table that is divided into printed pages.
#[derive(Debug, Serialize)]
pub struct PagedView {
    /// The width of each column in percent.
    pub shares: Vec<String>,
    /// The size of letters in points.
    pub size: f64,
}

/// Rows that belong together: those of a group or a task, or one row across the table.
#[derive(Debug, Serialize)]
pub struct BlockView<'p> {
    /// Whether this is a row across the table.
    pub section: bool,
    /// Whether it begins a printed page.
    pub begins_page: bool,
    /// The rows.
    pub rows: Vec<Vec<CellView<'p>>>,
}

/// A cell.
#[derive(Debug, Serialize)]
pub struct CellView<'p> {
    /// Its text, with line feeds between its lines.
    pub text: Cow<'p, str>,
    /// The rows that it spans.
    pub rows: usize,
    /// The columns that it spans.
    pub columns: usize,
    /// Its column's kind: `group`, `number`, `task`, `measure`, `office`, `person`, `deadline`, `score`, `check`
    /// or `text`, with `boxes` where its lines begin with ■ or □; in the head, `tier` for one that stands over several columns.
    pub kind: &'static str,
    /// The class of its column's width, of a head over one column.
    pub width: &'static str,
    /// Whether its text begins at the left, as long texts do; those of measures and requirements always do.
    pub left: bool,
    /// Its column's head, for narrow screens.
    pub head: Cow<'p, str>,
    /// Whether it is the head of its rows: a group or a task.
    pub heads: bool,
    /// Values of rows above that span this row, too. Narrow screens show each row as a card that repeats them: they are
    /// attached to the last cell of the row that is no heading, if possible one with a text.
    pub again: Vec<Spanned<'p>>,
    /// The progress of the row, beside its measure, or else where `again` would be.
    pub progress: Option<ProgressView<'p>>,
    /// Whether it names rows that may go on over printed pages, so that it is to be repeated at the top of each.
    pub runs: bool,
}

/// The public progress of a row.
#[derive(Debug, Serialize)]
pub struct ProgressView<'p> {
    /// Its present status.
    pub status: StatusView<'p>,
    /// The day of the last report, `2024-09-30`.
    pub day: String,
    /// Its place in the ledger.
    pub href: String,
}

/// The progress of a row of a table, by its number from 0, 通栏 not counted.
pub type ProgressOf<'f, 'p> = &'f dyn Fn(usize) -> Option<ProgressView<'p>>;

/// A value repeated from a cell of a row above.
#[derive(Clone, Debug, Serialize)]
pub struct Spanned<'p> {
    /// Its column's head.
    pub head: Cow<'p, str>,
    /// Its text.
    pub text: Cow<'p, str>,
}

impl TableView<'_> {
    /// Removes repeated values and progress, for pages without the stylesheet.
    pub fn without_screen_parts(&mut self) {
        for cell in self.blocks.iter_mut().flat_map(|block| &mut block.rows).flatten() {
            cell.again.clear();
            cell.progress = None;
            cell.runs = false;
        }
    }
}

/// The view of a whole table.
pub fn view<'t>(table: &'t Table, columns: &'t Columns, progress: ProgressOf<'_, 't>) -> TableView<'t> {
    with(table, columns, Grid::new(table).parts(), true, progress)
}

/// The view of the stretch of that number; 表注 stand under the last.
pub fn stretch<'t>(
    long: &Long<'t>,
    columns: &'t Columns,
    number: usize,
    progress: ProgressOf<'_, 't>,
) -> TableView<'t> {
    let parts = long.parts_of(number).iter().copied();
    with(long.table, columns, parts, number + 1 == long.stretches.len(), progress)
}

fn with<'t>(
    table: &'t Table,
    columns: &'t Columns,
    parts: impl Iterator<Item = Part<'t>>,
    ends: bool,
    progress: ProgressOf<'_, 't>,
) -> TableView<'t> {
    let grid = Grid::new(table);
    let notes = table.notes.iter().filter(|_| ends);
    let head =
        grid.head().into_iter().map(|row| row.into_iter().map(|c| head_cell(c, table, columns)).collect());
    TableView {
        name: &table.name.value,
        prints_name: table.prints_name,
        reporting_line: table.reporting_line(),
        has_reporting_unit: table.reporting_unit.is_some(),
        reporting_unit: table.reporting_unit.as_ref().map_or("", |unit| &unit.value),
        head: head.collect(),
        blocks: parts.map(|part| block_view(part, table, columns, progress)).collect(),
        width: table.columns.len(),
        widths: &columns.widths,
        room: &columns.room,
        paged: None,
        notes: notes.map(|note| note.value.as_str()).collect(),
    }
}

fn block_view<'t>(
    part: Part<'t>,
    table: &'t Table,
    columns: &Columns,
    progress: ProgressOf<'_, 't>,
) -> BlockView<'t> {
    let block = Grid::new(table).block(part);
    // On a card the number stands beside the task's name, as one heading over the cards of the task.
    let is_numbered = table.columns.iter().any(|column| column.kind == ColumnKind::Task);
    let is_heading = |cell: &CellView<'_>| cell.heads || is_numbered && cell.kind == "number";
    // By column: the row behind the last one that it spans, and the value.
    let mut spanned: BTreeMap<usize, (usize, Spanned<'t>)> = BTreeMap::new();
    let row_view = |(row, cells): (usize, Vec<GridCell<'t>>)| {
        spanned.retain(|_, (end, _)| *end > row);
        let again = spanned.values().map(|(_, value)| value.clone()).collect();
        let mut views = Vec::with_capacity(cells.len());
        for cell in cells {
            let column = cell.column;
            let view = body_cell(cell, table, columns);
            if view.rows > 1 && !view.text.is_empty() && !is_heading(&view) {
                let value = Spanned { head: view.head.clone(), text: view.text.clone() };
                spanned.insert(column, (row + view.rows, value));
            }
            views.push(view);
        }
        let fitness = |i: usize, view: &CellView<'_>| (!is_heading(view), !view.text.is_empty(), i);
        if let Some((_, cell)) = views.iter_mut().enumerate().max_by_key(|(i, view)| fitness(*i, view)) {
            cell.again = again;
        }
        let fitness = |i: usize, view: &CellView<'_>| (view.kind == "measure", fitness(i, view));
        if let Some((_, cell)) = views.iter_mut().enumerate().max_by_key(|(i, view)| fitness(*i, view)) {
            cell.progress = part.rows_before().and_then(|before| progress(before + row));
        }
        views
    };
    let mut rows: Vec<_> = block.rows.into_iter().enumerate().map(row_view).collect();
    mark_names_of_long_rows(&mut rows);
    BlockView { section: block.banner, begins_page: false, rows }
}

/// Marks groups, numbers and tasks beside which stands more than half of a printed page.
fn mark_names_of_long_rows(rows: &mut [Vec<CellView<'_>>]) {
    let length_of = |cells: &Vec<CellView<'_>>| {
        let own = cells.iter().filter(|cell| cell.rows == 1).map(|cell| cell.text.chars().count());
        own.max().unwrap_or(0).max(CHARACTERS_OF_A_LINE)
    };
    let lengths: Vec<usize> = rows.iter().map(length_of).collect();
    for (row, cells) in rows.iter_mut().enumerate() {
        for cell in cells.iter_mut().filter(|cell| matches!(cell.kind, "group" | "number" | "task")) {
            let length: usize = lengths[row..].iter().take(cell.rows).sum();
            cell.runs = !cell.text.is_empty() && length > CHARACTERS_OF_HALF_A_PAGE;
        }
    }
}

fn head_cell<'t>(cell: GridCell<'t>, table: &Table, widths: &Columns) -> CellView<'t> {
    let kind = if cell.columns > 1 { "tier" } else { table.columns[cell.column].kind.key() };
    let width = if cell.columns > 1 { "" } else { widths.widths[cell.column] };
    let GridCell { text, rows, columns, .. } = cell;
    CellView {
        text,
        rows,
        columns,
        kind,
        width,
        left: false,
        head: "".into(),
        heads: false,
        again: Vec::new(),
        progress: None,
        runs: false,
    }
}

/// A cell of the body.
pub fn body_cell<'t>(cell: GridCell<'t>, table: &'t Table, columns: &Columns) -> CellView<'t> {
    let column = &table.columns[cell.column];
    let kind = if cell.is_boxes() { "text boxes" } else { column.kind.key() };
    let heads = !cell.text.is_empty() && matches!(kind, "group" | "task");
    let left = !columns.centred[cell.column] && !matches!(kind, "measure" | "requirement");
    let GridCell { text, rows, columns, .. } = cell;
    CellView {
        text,
        rows,
        columns,
        kind,
        width: "",
        left,
        head: column.heading(),
        heads,
        again: Vec::new(),
        progress: None,
        runs: false,
    }
}
