//! 责任分解表 on a page: the view of a table for templates.

use std::borrow::Cow;
use std::collections::BTreeMap;

use serde::Serialize;

use crate::model::grid::{Block, Grid, GridCell};
use crate::model::long::Long;
use crate::model::table::{ColumnKind, Table, TableColumn};

/// A table.
#[derive(Debug, Serialize)]
pub struct TableView<'p> {
    /// 表名.
    pub name: &'p str,
    /// Whether there is a line 填报单位.
    pub has_reporting_unit: bool,
    /// 填报单位: blank or a name.
    pub reporting_unit: &'p str,
    /// The rows of the head.
    pub head: Vec<Vec<CellView<'p>>>,
    /// The body: rows that belong together.
    pub blocks: Vec<BlockView<'p>>,
    /// Number of columns.
    pub width: usize,
    /// The class of each column's width, blank where none was given; empty where none was given at all.
    pub widths: Vec<&'static str>,
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
    /// Its column's head, for narrow screens.
    pub head: Cow<'p, str>,
    /// Whether it is the head of its rows: a group or a task.
    pub heads: bool,
    /// Values of rows above that span this row, too. Narrow screens show each row as a card that repeats them: they are
    /// attached to the last cell of the row that is no heading, if possible one with a text.
    pub again: Vec<Spanned<'p>>,
}

/// A value repeated from a cell of a row above.
#[derive(Clone, Debug, Serialize)]
pub struct Spanned<'p> {
    /// Its column's head.
    pub head: Cow<'p, str>,
    /// Its text.
    pub text: Cow<'p, str>,
}

impl TableView<'_> {
    /// Removes the repeated values, for pages without the stylesheet of cards.
    pub fn without_cards(&mut self) {
        let cells = self.blocks.iter_mut().flat_map(|block| &mut block.rows).flatten();
        cells.for_each(|cell| cell.again.clear());
    }
}

/// The view of a whole table.
pub fn view(table: &Table) -> TableView<'_> {
    with(table, Grid::new(table).blocks(), true)
}

/// The view of the stretch of that number; 表注 stand under the last.
pub fn stretch<'t>(long: &Long<'t>, number: usize) -> TableView<'t> {
    with(long.table, long.blocks(number), number + 1 == long.stretches.len())
}

fn with<'t>(table: &'t Table, blocks: impl Iterator<Item = Block<'t>>, ends: bool) -> TableView<'t> {
    let grid = Grid::new(table);
    let notes = table.notes.iter().filter(|_| ends);
    let head = grid.head().into_iter().map(|row| row.into_iter().map(|c| head_cell(c, table)).collect());
    TableView {
        name: &table.name.value,
        has_reporting_unit: table.reporting_unit.is_some(),
        reporting_unit: table.reporting_unit.as_ref().map_or("", |unit| &unit.value),
        head: head.collect(),
        blocks: blocks.map(|block| block_view(block, table)).collect(),
        width: table.columns.len(),
        widths: widths(&table.columns),
        paged: None,
        notes: notes.map(|note| note.value.as_str()).collect(),
    }
}

/// Widths in Han characters, each with the class of `style.css` that gives it to a column: the policy for content does
/// not let a page say a width itself.
const WIDTHS: [(u16, &str); 13] = [
    (2, "w2"),
    (3, "w3"),
    (4, "w4"),
    (5, "w5"),
    (6, "w6"),
    (8, "w8"),
    (10, "w10"),
    (12, "w12"),
    (16, "w16"),
    (20, "w20"),
    (24, "w24"),
    (32, "w32"),
    (40, "w40"),
];

/// The class of the width that is nearest to each column's.
fn widths(columns: &[TableColumn]) -> Vec<&'static str> {
    if columns.iter().all(|column| column.width.is_none()) {
        return Vec::new();
    }
    let nearest = |width: u16| WIDTHS.into_iter().min_by_key(|(han, _)| (han * 2).abs_diff(width));
    let class = |column: &TableColumn| column.width.and_then(nearest).map_or("", |(_, class)| class);
    columns.iter().map(class).collect()
}

fn block_view<'t>(block: Block<'t>, table: &'t Table) -> BlockView<'t> {
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
            let view = body_cell(cell, table);
            if view.rows > 1 && !view.text.is_empty() && !is_heading(&view) {
                let value = Spanned { head: view.head.clone(), text: view.text.clone() };
                spanned.insert(column, (row + view.rows, value));
            }
            views.push(view);
        }
        let suits = |(i, view): &(usize, &mut CellView<'t>)| (!is_heading(view), !view.text.is_empty(), *i);
        if let Some((_, cell)) = views.iter_mut().enumerate().max_by_key(suits) {
            cell.again = again;
        }
        views
    };
    let rows = block.rows.into_iter().enumerate().map(row_view).collect();
    BlockView { section: block.banner, begins_page: false, rows }
}

fn head_cell<'t>(cell: GridCell<'t>, table: &Table) -> CellView<'t> {
    let kind = if cell.columns > 1 { "tier" } else { table.columns[cell.column].kind.key() };
    let GridCell { text, rows, columns, .. } = cell;
    CellView { text, rows, columns, kind, head: "".into(), heads: false, again: Vec::new() }
}

/// A cell of the body.
pub fn body_cell<'t>(cell: GridCell<'t>, table: &'t Table) -> CellView<'t> {
    let column: &TableColumn = &table.columns[cell.column];
    let kind = if cell.is_boxes() { "text boxes" } else { column.kind.key() };
    let heads = !cell.text.is_empty() && matches!(kind, "group" | "task");
    let GridCell { text, rows, columns, .. } = cell;
    CellView { text, rows, columns, kind, head: column.heading(), heads, again: Vec::new() }
}
