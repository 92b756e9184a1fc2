//! 数据: the same cells, one row per measure, nothing merged, as a table with filters.

use rust_xlsxwriter::{Table as ExcelTable, TableColumn as ExcelColumn, TableStyle, Worksheet, XlsxError};

use crate::model::flat::Flat;
use crate::model::table::{ColumnKind, Table};
use crate::render::xlsx::layout::HIGHEST_ROW;
use crate::render::xlsx::{LARGE, style};
use crate::text::width::wrapped_lines;

/// Writes a table's data: a column for each of the table's, and one for the rows across it where there are any.
pub fn write(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let flat = Flat::new(table);
    let widths: Vec<f64> = flat.kinds().into_iter().map(width).collect();
    write_rows(sheet, &flat.heads(), &widths, flat.count(), flat.rows())
}

/// Writes so many rows of texts under different heads, in columns of those widths, as a table with filters.
///
/// Of a large table only the rows that are not as high as its first are given a height of their own: the workbook's
/// writer keeps three hundred bytes for each of these until the end.
pub fn write_rows(
    sheet: &mut Worksheet,
    heads: &[String],
    widths: &[f64],
    count: usize,
    rows: impl Iterator<Item = Vec<impl AsRef<str>>>,
) -> Result<(), XlsxError> {
    let format = style::data_cell();
    for (i, width) in widths.iter().enumerate() {
        sheet.set_column_width(index(i), *width)?;
    }
    let last = index(widths.len().saturating_sub(1));
    let large = count > LARGE;
    let mut usual = None;
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    // The heads are written with the table, and rows can be written downwards only.
    sheet.add_table(0, 0, count.max(1), last, &excel_table(heads))?;
    for (row, texts) in (1..).zip(rows) {
        let mut lines = 1;
        for (column, text) in texts.iter().enumerate() {
            let text = text.as_ref();
            lines = lines_of(text, widths[column]).max(lines);
            if text.is_empty() {
                sheet.write_blank(row, index(column), &format)?;
            } else {
                sheet.write_string(row, index(column), text)?;
            }
        }
        // A format is looked up by all that it says: once for the row, not for every cell.
        sheet.set_range_format(row, 0, row, last, &format)?;
        let height = height(lines);
        if large && row == 1 {
            sheet.set_default_row_height(height);
            usual = Some(height);
        }
        if usual != Some(height) {
            sheet.set_row_height(row, height)?;
        }
    }
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

fn excel_table(heads: &[String]) -> ExcelTable {
    let column = |head| ExcelColumn::new().set_header(head).set_header_format(style::data_head());
    let columns: Vec<ExcelColumn> = heads.iter().map(column).collect();
    ExcelTable::new().set_columns(&columns).set_style(TableStyle::Light1)
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

/// The lines that a text fills in a column of a width; 11 points, a little more than a unit per half Han.
fn lines_of(text: &str, width: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 8 and 80")]
    let fitting = (width * 0.9) as usize;
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
