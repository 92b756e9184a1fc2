//! Tables of a paper: 责任分解表 become a [`Sheet`] and are imported like one of a workbook; others stay in the text.

use std::collections::BTreeMap;

use calamine::Dimensions;

use crate::read::document::Table;
use crate::read::import::book::Sheet;

/// A table as a sheet, with lines above and below it as rows across it.
pub fn sheet(name: String, above: &[String], table: &Table, below: &[String]) -> Sheet {
    let (mut texts, mut merged) = (BTreeMap::new(), Vec::new());
    let range = |row: usize, column: usize, rows: usize, columns: usize| {
        let cut = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let end = (cut(row + rows.max(1) - 1), cut(column + columns.max(1) - 1));
        (rows * columns > 1).then_some(Dimensions { start: (cut(row), cut(column)), end })
    };
    let behind = above.len() + table.rows;
    let across = above.iter().enumerate().chain((behind..).zip(below));
    for (row, line) in across {
        texts.insert((row, 0), line.clone());
        merged.extend(range(row, 0, 1, table.columns));
    }
    for cell in &table.cells {
        let row = above.len() + cell.row;
        texts.insert((row, cell.column), cell.text());
        merged.extend(range(row, cell.column, cell.rows, cell.columns));
    }
    texts.retain(|_, text| !text.is_empty());
    Sheet::of_texts(name, above.len(), texts, &merged)
}

/// The title of a table that stands in its first row, across it.
pub fn title(table: &Table) -> Option<String> {
    let first = table.cells.iter().find(|cell| cell.row == 0 && cell.column == 0)?;
    let text = first.text();
    let is_across = first.rows == 1 && table.columns > 1 && first.columns >= table.columns;
    (is_across && !text.is_empty()).then_some(text)
}

/// Whether cells of a table are merged.
pub fn is_merged(table: &Table) -> bool {
    table.cells.iter().any(|cell| cell.rows > 1 || cell.columns > 1)
}
