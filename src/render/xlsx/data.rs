//! Sheets to work with: rows of cells without merging, as an Excel table with filters.

use rust_xlsxwriter::{Note, Table as ExcelTable, TableColumn as ExcelColumn, TableStyle};

use crate::model::flat::Flat;
use crate::model::table::{ColumnKind, Table};
use crate::render::print::heights::HIGHEST_ROW;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::sheet::Cell;
use crate::render::xlsx::style::{Style, data_head};
use crate::render::xlsx::value::Values;
use crate::text::width::{columns as width, wrapped_lines};

/// Says of a cell that its row cannot be as high as its text.
const TOO_LONG: &str = "这一格的文字，行高显示不全；全文都在格里，选中后在编辑栏里看。";

/// Excel's unit is the width of a digit, 7 pixels; a half width of 11 points has 22/3 of them.
const UNITS_PER_COLUMN: f64 = 22.0 / 21.0;
/// Half widths beside a text: the edges of the cell, and a character that line-breaking rules push to the next line.
const SLACK: usize = 3;
/// Half widths that the button of a filter takes beside a head.
const BUTTON: usize = 3;
/// Height of a line, in points.
const LINE: f64 = 16.0;
/// Space above and below the lines of a row, in points.
const PADDING: f64 = 4.0;

/// A column of a sheet of data.
#[derive(Debug)]
pub struct Column {
    /// Its head; different from all others of the sheet.
    pub head: String,
    /// Its values.
    pub values: Values,
    /// The most half widths of a line; longer texts are wrapped.
    pub most: usize,
    /// Whether its values are set in the middle.
    pub centred: bool,
}

impl Column {
    /// A column of a kind.
    pub fn new(head: impl Into<String>, kind: ColumnKind) -> Self {
        let most = match kind {
            ColumnKind::Measure => 80,
            ColumnKind::Group | ColumnKind::Task => 32,
            _ => 24,
        };
        let centred =
            matches!(kind, ColumnKind::Number | ColumnKind::Score | ColumnKind::Check | ColumnKind::Deadline);
        Self { head: head.into(), values: Values::of(kind), most, centred }
    }
}

/// Writes a table's data: a column for each of the table's, and one for the rows across it where there are any.
pub fn write(book: &mut Book<'_>, name: &str, table: &Table) -> Result<(), Cause> {
    let flat = Flat::new(table);
    let columns = flat.heads().into_iter().zip(flat.kinds()).map(|(head, kind)| Column::new(head, kind));
    write_rows(book, name, &columns.collect::<Vec<_>>(), || flat.rows())
}

/// Writes a sheet of rows of texts under heads, as an Excel table. The rows are asked for twice: their lengths decide on
/// the widths of the columns, and rows of a large sheet need not be kept.
pub fn write_rows<R, T>(
    book: &mut Book<'_>,
    name: &str,
    columns: &[Column],
    rows: impl Fn() -> R,
) -> Result<(), Cause>
where
    R: Iterator<Item = Vec<T>>,
    T: AsRef<str>,
{
    let (widths, count) = measure(columns, rows());
    let mut sheet = book.sheet(name, count)?;
    sheet.set_widths(&widths.iter().map(|width| units(*width)).collect::<Vec<_>>())?;
    let head = |column: &Column| ExcelColumn::new().set_header(&column.head).set_header_format(data_head());
    let heads: Vec<ExcelColumn> = columns.iter().map(head).collect();
    let table = ExcelTable::new().set_columns(&heads).set_style(TableStyle::Light1);
    let last_column = u16::try_from(columns.len().saturating_sub(1))?;
    // A table has a row below its heads.
    sheet.worksheet.add_table(0, 0, u32::try_from(count.max(1))?, last_column, &table)?;
    sheet.worksheet.set_freeze_panes(1, 0)?;
    sheet.worksheet.set_landscape().set_paper_size(9).set_print_fit_to_pages(1, 0);
    sheet.worksheet.set_repeat_rows(0, 0)?;
    sheet.skip(1);
    for (row, texts) in (1..).zip(rows()) {
        let lines: Vec<usize> =
            texts.iter().zip(&widths).map(|(text, width)| wrapped_lines(text.as_ref(), *width)).collect();
        let cells = texts.iter().zip(&lines).zip(columns).map(|((text, lines), column)| Cell {
            style: Style::Data(column.centred),
            text: text.as_ref(),
            values: column.values.on_lines(*lines),
        });
        sheet.row(height(lines.iter().copied().fold(1, usize::max)).min(HIGHEST_ROW), cells)?;
        for (column, _) in (0..).zip(&lines).filter(|(_, lines)| height(**lines) > HIGHEST_ROW) {
            sheet.worksheet.insert_note(row, column, &Note::new(TOO_LONG).add_author_prefix(false))?;
        }
    }
    Ok(())
}

/// The width of each column, in half widths of text: its longest line, up to the most; and the number of rows.
fn measure(columns: &[Column], rows: impl Iterator<Item = Vec<impl AsRef<str>>>) -> (Vec<usize>, usize) {
    let mut widths: Vec<usize> =
        columns.iter().map(|column| (width(&column.head) + BUTTON).min(column.most)).collect();
    let mut count = 0;
    for texts in rows {
        count += 1;
        for ((text, widest), column) in texts.iter().zip(&mut widths).zip(columns) {
            // No text is wider than its bytes.
            let lines = text.as_ref().split('\n').filter(|line| line.len() > *widest);
            *widest = lines.map(width).fold(*widest, usize::max).min(column.most.max(*widest));
        }
    }
    (widths, count)
}

/// The width of a column of that many half widths, in Excel's units.
fn units(width: usize) -> f64 {
    f64::from(u32::try_from(width + SLACK).unwrap_or(u32::MAX)) * UNITS_PER_COLUMN
}

/// The height of a row with that number of lines, in points.
fn height(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE + PADDING
}
