//! Rows that go on over the end of a printed page, as our own Word files divide them, joined again.
//!
//! Our rows that begin a page say so, until another program saves the file; then （续） tells them. In them, cells that are repeated carry a mark ([`crate::model::repeat`]), and so does
//! the part of a cell of which the next page has more: a row of repeats and continuations goes on with the row above it.

use std::collections::BTreeMap;

use crate::model::repeat::{CONTINUED, continued, repeats};
use crate::read::document::{Cell, Paragraph, Table, Words};

/// A table whose divided rows are whole again.
pub fn joined(table: &Table) -> Table {
    let grid = grid(table);
    let begins_page = |row: &[Option<usize>]| {
        let first = row.first().copied().flatten().and_then(|cell| table.cells[cell].paragraphs.first());
        first.is_some_and(|paragraph| paragraph.look.begins_page)
    };
    let mut cells = table.cells.clone();
    // The words last shown of each cell: those of its last part.
    let mut raw: Vec<String> = cells.iter().map(raw_text).collect();
    if !grid.iter().skip(1).any(|row| begins_page(row)) && !raw.iter().any(|text| text.ends_with(CONTINUED)) {
        return table.clone();
    }
    let mut rows: Vec<Vec<Option<usize>>> = Vec::new();
    // The cell that a repeat stands for.
    let mut stands_for: BTreeMap<usize, usize> = BTreeMap::new();
    for (number, row) in grid.iter().enumerate() {
        let above = rows.last().cloned().unwrap_or_default();
        let is_repeated = |(cell, over): (&Option<usize>, &Option<usize>)| {
            let (Some(cell), Some(over)) = (*cell, *over) else { return false };
            raw[cell].ends_with(CONTINUED) && repeats(&raw[cell], &raw[over])
        };
        let is_behind_end = begins_page(row) || row.iter().zip(&above).any(is_repeated);
        let above = if is_behind_end { above } else { Vec::new() };
        let mut is_new = above.is_empty();
        for (column, cell) in row.iter().enumerate() {
            let (Some(cell), Some(Some(over))) = (*cell, above.get(column)) else { continue };
            if cells[cell].row != number || cells[cell].column != column {
                continue;
            }
            if repeats(&raw[cell], &raw[*over]) {
                stands_for.insert(cell, *over);
            } else if continued(&raw[*over]).is_some() {
                let words = std::mem::take(&mut cells[cell].paragraphs);
                append(&mut cells[*over], words);
                raw[*over] = std::mem::take(&mut raw[cell]);
                stands_for.insert(cell, *over);
            } else {
                is_new = true;
            }
        }
        if is_new {
            let stands_for = |cell: usize| stands_for.get(&cell).copied().unwrap_or(cell);
            rows.push(row.iter().map(|cell| cell.map(stands_for)).collect());
        }
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

/// Adds the words on the next page to a cell, without the mark before them: the first of them go on in its last
/// paragraph.
fn append(cell: &mut Cell, words: Vec<Paragraph>) {
    let mut words = words.into_iter();
    match (cell.paragraphs.last_mut(), words.next()) {
        (Some(last), Some(first)) => {
            if let Some(Words::Text { text, .. }) = last.words.last_mut()
                && let Some(unmarked) = continued(text)
            {
                *text = unmarked.to_owned();
            }
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
