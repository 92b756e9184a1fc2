//! 数据: the same cells, one row per measure, nothing merged, as a table with filters.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Table as ExcelTable, TableColumn, TableStyle, Worksheet, XlsxError};

use crate::model::grid::Grid;
use crate::model::table::{ColumnKind, Table};
use crate::render::xlsx::layout::HIGHEST_ROW;
use crate::render::xlsx::style;
use crate::text::width::wrapped_lines;

/// Writes a table's data.
pub fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let grid = Grid::new(table);
    let format = style::data_cell();
    let mut lines = vec![1; grid.rows.len()];
    for (row, cells) in grid.rows.iter().enumerate() {
        for cell in cells {
            let text = cell.text();
            let needed = lines_of(&text, table.columns[cell.column].kind);
            for covered in row..row + cell.rows {
                sheet.write_string_with_format(below_head(covered), index(cell.column), &text, &format)?;
            }
            for lines in &mut lines[row..row + cell.rows] {
                *lines = needed.max(*lines);
            }
        }
    }
    for (row, lines) in lines.into_iter().enumerate() {
        sheet.set_row_height(below_head(row), height(lines))?;
    }
    for (i, column) in table.columns.iter().enumerate() {
        sheet.set_column_width(index(i), width(column.kind))?;
    }
    let last_row = u32::try_from(grid.rows.len().max(1)).unwrap_or(u32::MAX);
    sheet.add_table(0, 0, last_row, index(table.columns.len().saturating_sub(1)), &excel_table(table))?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// The table's heads, each different and none blank: Excel asks for that.
fn excel_table(table: &Table) -> ExcelTable {
    let mut used = BTreeSet::new();
    let columns = table.columns.iter().enumerate().map(|(i, column)| {
        let mut head = column.header.replace('\n', "");
        if head.trim().is_empty() {
            head = format!("列{}", i + 1);
        }
        while !used.insert(head.to_lowercase()) {
            head.push('′');
        }
        TableColumn::new().set_header(head).set_header_format(style::data_head())
    });
    ExcelTable::new().set_columns(&columns.collect::<Vec<_>>()).set_style(TableStyle::Light1)
}

fn width(kind: ColumnKind) -> f64 {
    match kind {
        ColumnKind::Number => 8.0,
        ColumnKind::Measure => 80.0,
        ColumnKind::Task => 28.0,
        ColumnKind::Office | ColumnKind::Deadline | ColumnKind::Score | ColumnKind::Text => 20.0,
    }
}

/// The lines that a text fills in a column of its kind; 11 points, a little more than a unit per half Han.
fn lines_of(text: &str, kind: ColumnKind) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 8 and 80")]
    let fitting = (width(kind) * 0.9) as usize;
    wrapped_lines(text, fitting)
}

/// The height of a row; what is longer than Excel's highest row is read in the cell or on the first sheet.
fn height(lines: usize) -> f64 {
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    (f64::from(lines) * 16.0 + 4.0).min(HIGHEST_ROW)
}

fn below_head(row: usize) -> u32 {
    u32::try_from(row + 1).unwrap_or(u32::MAX)
}

fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
