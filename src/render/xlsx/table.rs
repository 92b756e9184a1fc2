//! 责任分解表: the sheet that is printed, signed and handed out.

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::model::grid::Grid;
use crate::model::table::{ColumnKind, Table};
use crate::render::xlsx::layout::{HIGHEST_ROW, Layout, Piece};
use crate::render::xlsx::style;
use crate::text::width::wrapped_lines;

/// A4, in Excel's numbering.
const A4: u8 = 9;

/// Margins of the page in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.6, 0.6, 0.7, 0.75, 0.3, 0.4];

/// Writes a table under the label of its attachment.
pub fn write(sheet: &mut Worksheet, table: &Table, label: &str) -> Result<(), XlsxError> {
    let grid = Grid::new(table);
    let layout = Layout::new(&grid);
    for (column, width) in layout.widths.iter().enumerate() {
        sheet.set_column_width(index(column), *width)?;
    }
    let head = write_above(sheet, table, label, &layout)?;
    write_head(sheet, table, head, &layout)?;
    let body = head + 1;
    for (row, height) in layout.heights.iter().enumerate() {
        sheet.set_row_height(body + line(row), *height)?;
    }
    let formats = Formats::new();
    for piece in &layout.pieces {
        let centred = table.columns[piece.column].kind != ColumnKind::Measure;
        let format = formats.of(piece, centred && is_short(piece, &layout));
        write_piece(sheet, body, piece, format)?;
    }
    sheet.set_freeze_panes(body, 0)?;
    set_page(sheet, head)
}

/// 附件, title and 填报单位, across the whole table. Returns the row of the table's head.
fn write_above(sheet: &mut Worksheet, table: &Table, label: &str, layout: &Layout) -> Result<u32, XlsxError> {
    let last = index(layout.widths.len().saturating_sub(1));
    sheet.set_row_height(0, 24)?;
    across(sheet, 0, last, label, &style::label())?;
    let units: f64 = layout.widths.iter().sum();
    // A title of 18 points fills half as much again as the text of 12.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page is about 130 units wide"
    )]
    let title_lines = wrapped_lines(&table.name.value, ((units * 7.0 / 12.0) as usize).max(2));
    let lines = u32::try_from(title_lines).unwrap_or(u32::MAX);
    sheet.set_row_height(1, (f64::from(lines) * 27.0 + 9.0).min(HIGHEST_ROW))?;
    across(sheet, 1, last, &table.name.value, &style::title())?;
    let Some(unit) = &table.reporting_unit else { return Ok(2) };
    sheet.set_row_height(2, 22)?;
    across(sheet, 2, last, &format!("填报单位（加盖公章）：{}", unit.value), &style::unit())?;
    Ok(3)
}

fn across(sheet: &mut Worksheet, row: u32, last: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
    if last == 0 {
        sheet.write_string_with_format(row, 0, text, format)?;
    } else {
        sheet.merge_range(row, 0, row, last, text, format)?;
    }
    Ok(())
}

fn write_head(sheet: &mut Worksheet, table: &Table, row: u32, layout: &Layout) -> Result<(), XlsxError> {
    let format = style::head();
    let mut lines = 1;
    for (i, column) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(row, index(i), &column.header, &format)?;
        lines = lines.max(layout.lines(&column.header, i));
    }
    let lines = u32::try_from(lines).unwrap_or(u32::MAX);
    sheet.set_row_height(row, (f64::from(lines) * style::LINE + style::ROW_PADDING).min(HIGHEST_ROW))?;
    Ok(())
}

fn write_piece(sheet: &mut Worksheet, body: u32, piece: &Piece, format: &Format) -> Result<(), XlsxError> {
    let (row, column) = (body + line(piece.row), index(piece.column));
    if piece.rows == 1 {
        sheet.write_string_with_format(row, column, &piece.text, format)?;
    } else {
        sheet.merge_range(row, column, row + line(piece.rows) - 1, column, &piece.text, format)?;
    }
    Ok(())
}

/// A value is set in the middle unless its lines fill the column.
fn is_short(piece: &Piece, layout: &Layout) -> bool {
    piece.first && piece.last && layout.lines(&piece.text, piece.column) <= 6
}

/// The formats of the body, made once for all cells.
struct Formats {
    centred: Format,
    left: Format,
    /// By whether the cell begins and whether it ends in the piece.
    stretches: [[Format; 2]; 2],
}

impl Formats {
    fn new() -> Self {
        let stretch = |first| [style::stretch(first, false), style::stretch(first, true)];
        Self {
            centred: style::cell(true),
            left: style::cell(false),
            stretches: [stretch(false), stretch(true)],
        }
    }

    fn of(&self, piece: &Piece, centred: bool) -> &Format {
        match (piece.first && piece.last, centred) {
            (true, true) => &self.centred,
            (true, false) => &self.left,
            (false, _) => &self.stretches[usize::from(piece.first)][usize::from(piece.last)],
        }
    }
}

fn set_page(sheet: &mut Worksheet, head: u32) -> Result<(), XlsxError> {
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_paper_size(A4);
    sheet.set_landscape();
    sheet.set_margins(left, right, top, bottom, header, footer);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    // 一字线 on each side, as GB/T 9704-2012 7.5 has page numbers.
    sheet.set_footer("&C&\"宋体\"&14— &P —");
    sheet.set_repeat_rows(head, head)?;
    Ok(())
}

fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

fn line(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
