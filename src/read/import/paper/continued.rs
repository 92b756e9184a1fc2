//! Rows that go on over the end of a printed page, as our own Word files divide them, joined again.
//!
//! Cells that are repeated on the next page carry a mark ([`crate::model::repeat`]). A row in which every cell but one is a
//! repeat goes on with the words of that one.

use std::collections::BTreeMap;

use crate::model::repeat::{CONTINUED, repeats};
use crate::read::document::{Cell, Paragraph, Table, Words};

/// A table whose divided rows are whole again.
pub fn joined(table: &Table) -> Table {
    let mut cells = table.cells.clone();
    let raw: Vec<String> = cells.iter().map(raw_text).collect();
    // Elsewhere a space is a space.
    if !raw.iter().any(|text| text.ends_with(CONTINUED)) {
        return table.clone();
    }
    let grid = grid(table);
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    // The cell that a repeat stands for.
    let mut stands_for: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, row) in grid.iter().enumerate() {
        let above = rows.last().cloned().unwrap_or_default();
        let (mut others, mut unmarked) = (Vec::new(), 0);
        for (column, cell) in row.iter().enumerate() {
            let (Some(cell), Some(Some(over))) = (*cell, above.get(column)) else { continue };
            if cells[cell].row != number || cells[cell].column != column {
                continue;
            }
            if repeats(&raw[cell], &raw[*over]) {
                stands_for.insert(cell, *over);
                unmarked += usize::from(raw[cell].ends_with(' '));
            } else {
                others.push((cell, *over));
            }
        }
        if let ([(cell, over)], true) = (others.as_slice(), unmarked > 0) {
            let words = std::mem::take(&mut cells[*cell].paragraphs);
            go_on(&mut cells[*over], words);
            continue;
        }
        rows.push(
            row.iter().map(|cell| cell.map(|cell| stands_for.get(&cell).copied().unwrap_or(cell))).collect(),
        );
    }
    whole(&rows, &cells, table.columns)
}

/// The cell at each place.
fn grid(table: &Table) -> Vec<Vec<Option<usize>>> {
    let mut grid = vec![vec![None; table.columns]; table.rows];
    for (index, cell) in table.cells.iter().enumerate() {
        for row in grid.iter_mut().skip(cell.row).take(cell.rows) {
            row.iter_mut().skip(cell.column).take(cell.columns).for_each(|place| *place = Some(index));
        }
    }
    grid
}

/// The words of a cell with the spaces at their end, which mark repeats.
fn raw_text(cell: &Cell) -> String {
    cell.paragraphs.iter().map(Paragraph::text).collect::<Vec<_>>().join("\n")
}

/// Adds the words on the next page to a cell: the first of them go on in its last paragraph.
fn go_on(cell: &mut Cell, words: Vec<Paragraph>) {
    let mut words = words.into_iter();
    match (cell.paragraphs.last_mut(), words.next()) {
        (Some(last), Some(first)) => {
            last.words.extend(first.number.map(|(text, _)| Words::Text { text, is_bold: false }));
            last.words.extend(first.words);
        }
        (None, Some(first)) => cell.paragraphs.push(first),
        (_, None) => {}
    }
    cell.paragraphs.extend(words);
}

/// A table of the rows, each cell as large as the places that are its own.
fn whole(rows: &[Vec<Option<usize>>], cells: &[Cell], columns: usize) -> Table {
    let mut areas: BTreeMap<usize, (usize, usize, usize, usize)> = BTreeMap::new();
    for (row, places) in rows.iter().enumerate() {
        for (column, cell) in places.iter().enumerate() {
            let Some(cell) = cell else { continue };
            let area = areas.entry(*cell).or_insert((row, column, row, column));
            *area = (area.0, area.1.min(column), row, area.3.max(column));
        }
    }
    let mut all: Vec<Cell> = areas
        .into_iter()
        .map(|(cell, (row, column, bottom, right))| Cell {
            row,
            column,
            rows: bottom - row + 1,
            columns: right - column + 1,
            paragraphs: cells[cell].paragraphs.clone(),
        })
        .collect();
    all.sort_by_key(|cell| (cell.row, cell.column));
    Table { rows: rows.len(), columns, cells: all }
}
