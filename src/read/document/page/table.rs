//! Tables of a page, as browsers lay out their cells.

use crate::read::document::fault::{Fault, Problem};
use crate::read::document::page::blocks::Walk;
use crate::read::document::page::tree::Page;
use crate::read::document::{Block, BlockKind, Cell, Paragraph, Place, Table};

/// The most columns of a table.
const COLUMNS: usize = 500;
/// The most places of a table's grid, filled or not: whoever reads the table visits each.
const GRID: usize = 2_000_000;

/// A row: the element around it, and its cells.
type Row = (usize, Vec<usize>);

/// The rows of a table, those of tables within it left out.
fn rows(page: &Page, table: usize) -> Vec<Row> {
    let (mut rows, mut at) = (Vec::<Row>::new(), table + 1);
    while at < page.nodes[table].end {
        let node = &page.nodes[at];
        match node.name.as_str() {
            "table" => at = node.end,
            "tr" => {
                rows.push((node.parent, Vec::new()));
                at += 1;
            }
            "td" | "th" => {
                match rows.last_mut() {
                    Some((_, cells)) => cells.push(at),
                    None => rows.push((node.parent, vec![at])),
                }
                at = node.end;
            }
            _ => at += 1,
        }
    }
    rows
}

/// For each row the first row behind its group, such as `tbody`: no cell goes further down.
fn group_ends(rows: &[Row]) -> Vec<usize> {
    let mut ends = vec![rows.len(); rows.len()];
    for row in (1..rows.len()).rev() {
        ends[row - 1] = if rows[row - 1].0 == rows[row].0 { ends[row] } else { row };
    }
    ends
}

/// The value of a span: 1 where it is none.
fn span(page: &Page, cell: usize, name: &str) -> usize {
    page.nodes[cell].get(name).and_then(|value| value.trim().parse().ok()).unwrap_or(1)
}

impl Walk<'_> {
    /// Whether a table shows data. One of a single cell, or of rows of one cell around further tables, only gives the
    /// page its form.
    pub fn is_table(&self, at: usize) -> bool {
        let rows = rows(self.page, at);
        let cells: usize = rows.iter().map(|(_, cells)| cells.len()).sum();
        let is_wide = rows.iter().any(|(_, cells)| cells.len() > 1);
        let has_tables =
            || (at + 1..self.page.nodes[at].end).any(|node| self.page.nodes[node].name == "table");
        cells > 1 && (is_wide || !has_tables())
    }

    /// Adds a table, with the words above it as paragraphs.
    pub fn table(&mut self, at: usize, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        let page = self.page;
        let caption = (at + 1..page.nodes[at].end).find(|node| page.nodes[*node].name == "caption");
        if let Some(caption) = caption.filter(|caption| page.nodes[*caption].parent == at) {
            let above = self.blocks(caption, true)?;
            blocks.extend(above);
        }
        let place = Place::Paragraph(self.count + 1);
        let mut table = Table::default();
        let rows = rows(page, at);
        // The first row from which each column is free again.
        let mut free = vec![0usize; COLUMNS];
        let ends = group_ends(&rows);
        for (row, (_, cells)) in rows.iter().enumerate() {
            let left = ends[row] - row;
            let mut column = 0;
            for cell in cells {
                let Some(start) = (column..COLUMNS).find(|at| free[*at] <= row) else { break };
                let most = (start..COLUMNS).take_while(|at| free[*at] <= row).count();
                let columns = span(page, *cell, "colspan").clamp(1, most.max(1));
                let down = match span(page, *cell, "rowspan") {
                    0 => left,
                    rows => rows.min(left),
                };
                free[start..start + columns].fill(row + down);
                column = start + columns;
                table.columns = table.columns.max(column);
                self.budget.paragraph().map_err(|fault| fault.at(place))?;
                let paragraphs = self.cell(*cell)?;
                table.cells.push(Cell { row, column: start, rows: down, columns, paragraphs });
            }
        }
        table.rows = rows.len();
        if table.rows.saturating_mul(table.columns) > GRID {
            return Err(Fault::from(Problem::Paragraphs(GRID)).at(place));
        }
        blocks.push(Block { place, kind: BlockKind::Table(table) });
        Ok(())
    }

    fn cell(&mut self, at: usize) -> Result<Vec<Paragraph>, Fault> {
        let blocks = self.blocks(at, true)?;
        let paragraphs = blocks.into_iter().filter_map(|block| match block.kind {
            BlockKind::Paragraph(paragraph) => Some(paragraph),
            BlockKind::Table(_) => None,
        });
        Ok(paragraphs.collect())
    }
}
