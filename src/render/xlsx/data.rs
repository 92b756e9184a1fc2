//! 数据: the cells of a table without merging, one row per measure, as an Excel table with filters.

use rust_xlsxwriter::{Table as ExcelTable, TableColumn as ExcelColumn, TableStyle};

use crate::model::flat::Flat;
use crate::model::table::{ColumnKind, Table};
use crate::render::xlsx::Cause;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::layout::HIGHEST_ROW;
use crate::render::xlsx::sheet::Cell;
use crate::render::xlsx::style::{Style, data_head};
use crate::render::xlsx::value::Values;
use crate::text::width::wrapped_lines;

/// Writes a table's data: a column for each of the table's, and one for the rows across it where there are any.
pub fn write(book: &mut Book<'_>, name: &str, table: &Table) -> Result<(), Cause> {
    let flat = Flat::new(table);
    let kinds = flat.kinds();
    let column = |(head, kind): (String, &ColumnKind)| (head, width(*kind), Values::of(*kind));
    let columns: Vec<_> = flat.heads().into_iter().zip(&kinds).map(column).collect();
    write_rows(book, name, &columns, flat.count(), flat.rows())
}

/// Writes a sheet with an Excel table: `count` rows of texts under heads, in columns of those widths and values.
pub fn write_rows(
    book: &mut Book<'_>,
    name: &str,
    columns: &[(impl AsRef<str>, f64, Values)],
    count: usize,
    rows: impl Iterator<Item = Vec<impl AsRef<str>>>,
) -> Result<(), Cause> {
    let mut sheet = book.sheet(name, count)?;
    let widths: Vec<f64> = columns.iter().map(|(_, width, _)| *width).collect();
    sheet.set_widths(&widths)?;
    let head = |(head, ..): &(_, f64, Values)| {
        ExcelColumn::new().set_header(AsRef::as_ref(head)).set_header_format(data_head())
    };
    let heads: Vec<ExcelColumn> = columns.iter().map(head).collect();
    let table = ExcelTable::new().set_columns(&heads).set_style(TableStyle::Light1);
    let last_column = u16::try_from(columns.len().saturating_sub(1))?;
    // A table has a row below its heads.
    sheet.worksheet.add_table(0, 0, u32::try_from(count.max(1))?, last_column, &table)?;
    sheet.worksheet.set_freeze_panes(1, 0)?;
    sheet.worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.worksheet.set_repeat_rows(0, 0)?;
    sheet.skip(1);
    for texts in rows {
        let texts: Vec<&str> = texts.iter().map(AsRef::as_ref).collect();
        let lines: Vec<usize> =
            texts.iter().zip(&widths).map(|(text, width)| lines_of(text, *width)).collect();
        let cells = texts.iter().zip(&lines).zip(columns).map(|((text, lines), (_, _, values))| Cell {
            style: Style::Data,
            text,
            values: values.on_lines(*lines),
        });
        sheet.row(height(lines.iter().copied().fold(1, usize::max)), cells)?;
    }
    Ok(())
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
