//! Tables of a paper: 责任分解表 become a [`Sheet`] and are imported like one of a workbook; others stay in the text.

use std::collections::BTreeMap;

use calamine::Dimensions;

use crate::model::column_kind::ColumnKind;
use crate::model::table::MOST_COLUMNS;
use crate::read::document::Table;
use crate::read::import::book::Sheet;
use crate::read::import::caption::plain;
use crate::read::import::foot::foot;
use crate::read::import::frame::frame;
use crate::read::import::paper::line::cell_text;

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
        texts.insert((row, cell.column), cell_text(cell));
        merged.extend(range(row, cell.column, cell.rows, cell.columns));
    }
    texts.retain(|_, text| !text.is_empty());
    Sheet::of_texts(name, texts, &merged)
}

/// Whether a table divides duties: one of its columns says what is to be done, another by whom or by when.
pub fn is_of_duties(table: &Table) -> bool {
    const WORK: [&str; 9] = ["任务", "措施", "举措", "事项", "内容", "工作", "项目", "目标", "指标"];
    const DUTY: [ColumnKind; 3] = [ColumnKind::Office, ColumnKind::Person, ColumnKind::Deadline];
    if table.columns < 2 || table.columns > MOST_COLUMNS || table.rows < 2 {
        return false;
    }
    let sheet = sheet(String::new(), &[], table, &[]);
    let Some(frame) = frame(&sheet) else { return false };
    let names: Vec<String> = frame.names.iter().map(|name| plain(name)).collect();
    let kinds: Vec<ColumnKind> = names.iter().map(|name| ColumnKind::of_name(name)).collect();
    let says_work = names.iter().zip(&kinds).any(|(name, kind)| {
        matches!(kind, ColumnKind::Task | ColumnKind::Measure)
            || *kind == ColumnKind::Text && WORK.iter().any(|word| name.contains(word))
    });
    let is_filled = (frame.body..sheet.rows).any(|row| sheet.said(row).count() > 1);
    // A second table below a blank row would be left out.
    let is_one = foot(&sheet, &frame).other_table.is_none();
    says_work && is_filled && is_one && kinds.iter().any(|kind| DUTY.contains(kind))
}

/// Whether cells of a table are merged.
pub fn is_merged(table: &Table) -> bool {
    table.cells.iter().any(|cell| cell.rows > 1 || cell.columns > 1)
}
