//! 数据: the cells of a table without merging, one row per measure, as an Excel table with filters.

use rust_xlsxwriter::{Table as ExcelTable, TableColumn as ExcelColumn, TableStyle, XlsxError};

use crate::model::flat::Flat;
use crate::model::table::{ColumnKind, Table};
use crate::render::xlsx::book::Book;
use crate::render::xlsx::frame::{Cause, Draft};
use crate::render::xlsx::layout::HIGHEST_ROW;
use crate::render::xlsx::style::{Style, data_head};
use crate::text::width::wrapped_lines;

/// Draws the frame of the sheet: an Excel table with the given headings.
pub fn draw(draft: &mut Draft, name: &str, heads: &[String]) -> Result<(), XlsxError> {
    let (sheet, last) = draft.add_open(name, &[Style::Data])?;
    let column = |head| ExcelColumn::new().set_header(head).set_header_format(data_head());
    let columns: Vec<ExcelColumn> = heads.iter().map(column).collect();
    let table = ExcelTable::new().set_columns(&columns).set_style(TableStyle::Light1);
    let last_column = u16::try_from(heads.len().saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.add_table(0, 0, last, last_column, &table)?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// Writes a table's data: a column for each of the table's, and one for the rows across it where there are any.
pub fn write(book: &mut Book<'_>, table: &Table) -> Result<(), Cause> {
    let flat = Flat::new(table);
    let widths: Vec<f64> = flat.kinds().into_iter().map(width).collect();
    write_rows(book, &widths, flat.rows())
}

/// Writes rows of texts in columns of those widths.
pub fn write_rows(
    book: &mut Book<'_>,
    widths: &[f64],
    rows: impl Iterator<Item = Vec<impl AsRef<str>>>,
) -> Result<(), Cause> {
    book.sheet(Some(widths), |sheet| {
        for texts in rows {
            let texts = || texts.iter().map(AsRef::as_ref);
            let lines = texts().zip(widths).map(|(text, width)| lines_of(text, *width));
            sheet.row(height(lines.fold(1, usize::max)), texts().map(|text| (Style::Data, text)))?;
        }
        Ok(())
    })
}

fn width(kind: ColumnKind) -> f64 {
    match kind {
        ColumnKind::Number | ColumnKind::Check => 8.0,
        ColumnKind::Measure => 80.0,
        ColumnKind::Group | ColumnKind::Task => 28.0,
        _ => 20.0,
    }
}

/// The lines that a text fills in a column of a width; 11 points, a little more than a unit per half Han.
fn lines_of(text: &str, width: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 8 and 80")]
    let fitting = (width * 0.9) as usize;
    wrapped_lines(text, fitting)
}

/// The height of a row; limited to the maximum of Excel: longer texts can be read in the cell or on the first sheet.
fn height(lines: usize) -> f64 {
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    (f64::from(lines) * 16.0 + 4.0).min(HIGHEST_ROW)
}
