//! The place of a cell in a workbook, for people and for findings.

use crate::read::attached::letters;
use crate::source::{Sources, Span};

/// A cell as workbooks name it, row and column from 0: `C5`.
pub fn name((row, column): (usize, usize)) -> String {
    format!("{}{}", letters(column), row + 1)
}

/// A place for a finding about a workbook, one of its sheets, or a cell on it: `表.xlsx › 责任分解表 › C5`. A
/// workbook has no lines, so the place has no text of its own.
pub fn place(sources: &mut Sources, file: &str, sheet: Option<&str>, cell: Option<&str>) -> Span {
    let parts = [Some(file), sheet, cell];
    let path = parts.into_iter().flatten().collect::<Vec<_>>().join(" › ");
    Span::head(sources.add(path, String::new()))
}
