//! 数据: the same cells, one row per measure, nothing merged, as a table with filters.

use std::collections::BTreeSet;

use rust_xlsxwriter::{Table as ExcelTable, TableColumn as ExcelColumn, TableStyle, Worksheet, XlsxError};

use crate::model::grid::{Grid, GridCell};
use crate::model::table::{ColumnKind, Table, TableColumn};
use crate::render::xlsx::layout::HIGHEST_ROW;
use crate::render::xlsx::style;
use crate::text::width::wrapped_lines;

/// The head over the rows across the table.
const SECTION: &str = "通栏";

/// Writes a table's data: a column for each of the table's, and one for the rows across it where there are any.
pub fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let format = style::data_cell();
    let sectioned = table.groups.iter().any(|group| group.section.is_some());
    let kinds = sectioned.then_some(ColumnKind::Group).into_iter();
    let kinds: Vec<ColumnKind> = kinds.chain(table.columns.iter().map(|column| column.kind)).collect();
    let mut rows = 0;
    for (row, record) in (1..).zip(Grid::new(table).records()) {
        let section = sectioned.then(|| record.section.map_or_else(String::new, |cell| cell.text()));
        let texts = section.into_iter().chain(record.cells.iter().map(GridCell::text));
        let mut lines = 1;
        for (column, text) in texts.enumerate() {
            lines = lines_of(&text, kinds[column]).max(lines);
            sheet.write_string_with_format(row, index(column), &text, &format)?;
        }
        sheet.set_row_height(row, height(lines))?;
        rows = row;
    }
    for (i, kind) in kinds.iter().enumerate() {
        sheet.set_column_width(index(i), width(*kind))?;
    }
    let last = index(kinds.len().saturating_sub(1));
    sheet.add_table(0, 0, rows.max(1), last, &excel_table(table, sectioned))?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// The table's heads, each different and none blank: Excel asks for that.
fn excel_table(table: &Table, sectioned: bool) -> ExcelTable {
    let mut used = BTreeSet::new();
    let heads = sectioned.then(|| SECTION.to_owned()).into_iter();
    let heads = heads.chain(table.columns.iter().map(TableColumn::heading));
    let columns = heads.enumerate().map(|(i, mut head)| {
        if head.trim().is_empty() {
            head = format!("列{}", i + 1);
        }
        while !used.insert(head.to_lowercase()) {
            head.push('′');
        }
        ExcelColumn::new().set_header(head).set_header_format(style::data_head())
    });
    ExcelTable::new().set_columns(&columns.collect::<Vec<_>>()).set_style(TableStyle::Light1)
}

fn width(kind: ColumnKind) -> f64 {
    match kind {
        ColumnKind::Number | ColumnKind::Check => 8.0,
        ColumnKind::Measure => 80.0,
        ColumnKind::Group | ColumnKind::Task => 28.0,
        ColumnKind::Office
        | ColumnKind::Person
        | ColumnKind::Deadline
        | ColumnKind::Score
        | ColumnKind::Text => 20.0,
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

fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}
