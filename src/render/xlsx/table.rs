//! 责任分解表: the sheet that is printed, signed and handed out.

use std::{mem, ptr};

use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::model::grid::Grid;
use crate::model::standard::BOXES;
use crate::model::table::{ColumnKind, Table};
use crate::render::xlsx::layout::{HIGHEST_ROW, LaidOut, Layout, Piece};
use crate::render::xlsx::style;
use crate::text::width::wrapped_lines;

/// A4, in Excel's numbering.
const A4: u8 = 9;

/// Margins of the page in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.6, 0.6, 0.7, 0.75, 0.3, 0.4];

/// Writes a table under the label of its attachment, row by row downwards: a large sheet forgets what is above.
pub fn write(sheet: &mut Worksheet, table: &Table, label: Option<&str>) -> Result<(), XlsxError> {
    let grid = Grid::new(table);
    let layout = Layout::new(&grid);
    for (column, width) in layout.widths.iter().enumerate() {
        sheet.set_column_width(index(column), *width)?;
    }
    let head = write_above(sheet, table, label, &layout)?;
    let body = write_head(sheet, &grid, head, &layout)?;
    let formats = Formats::new();
    let mut next = body;
    for block in grid.blocks() {
        let format = |piece: &Piece| formats.of(piece, block.section, table);
        next = write_block(sheet, next, layout.block(&block), format)?;
    }
    write_notes(sheet, table, next, &layout)?;
    sheet.set_freeze_panes(body, 0)?;
    set_page(sheet, head, body - 1)
}

/// 附件, title and 填报单位, across the whole table. Returns the row of the table's head.
fn write_above(
    sheet: &mut Worksheet,
    table: &Table,
    label: Option<&str>,
    layout: &Layout,
) -> Result<u32, XlsxError> {
    let last = index(layout.widths.len().saturating_sub(1));
    let mut row = 0;
    if let Some(label) = label {
        sheet.set_row_height(row, 24)?;
        across(sheet, row, last, label, &style::label())?;
        row += 1;
    }
    let units: f64 = layout.widths.iter().sum();
    // A title of 18 points fills half as much again as the text of 12.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page is about 130 units wide"
    )]
    let title_lines = wrapped_lines(&table.name.value, ((units * 7.0 / 12.0) as usize).max(2));
    let lines = u32::try_from(title_lines).unwrap_or(u32::MAX);
    sheet.set_row_height(row, (f64::from(lines) * 27.0 + 9.0).min(HIGHEST_ROW))?;
    across(sheet, row, last, &table.name.value, &style::title())?;
    let Some(unit) = &table.reporting_unit else { return Ok(row + 1) };
    sheet.set_row_height(row + 1, 22)?;
    across(sheet, row + 1, last, &format!("填报单位（加盖公章）：{}", unit.value), &style::unit())?;
    Ok(row + 2)
}

/// Writes a text across the columns of a row up to the last.
pub fn across(
    sheet: &mut Worksheet,
    row: u32,
    last: u16,
    text: &str,
    format: &Format,
) -> Result<(), XlsxError> {
    if last == 0 {
        sheet.write_string_with_format(row, 0, text, format)?;
    } else {
        sheet.merge_range(row, 0, row, last, text, format)?;
    }
    Ok(())
}

/// Writes the head's rows from `first` on. Returns the row behind them.
fn write_head(sheet: &mut Worksheet, grid: &Grid<'_>, first: u32, layout: &Layout) -> Result<u32, XlsxError> {
    let format = style::head();
    let rows = grid.head();
    let mut heights = vec![style::LINE + style::ROW_PADDING; rows.len()];
    let cells = || rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |c| (row, c)));
    for (row, cell) in cells() {
        let lines = layout.lines(&cell.text, cell.column, cell.columns);
        let lines = u32::try_from(lines).unwrap_or(u32::MAX);
        let beside: f64 = heights[row..row + cell.rows - 1].iter().sum();
        let own = f64::from(lines) * style::LINE + style::ROW_PADDING - beside;
        let last = &mut heights[row + cell.rows - 1];
        *last = last.max(own).min(HIGHEST_ROW);
    }
    for (row, height) in heights.iter().enumerate() {
        sheet.set_row_height(first + line(row), *height)?;
    }
    for (row, cell) in cells() {
        write_over(
            sheet,
            first + line(row),
            cell.rows,
            cell.column,
            cell.columns,
            cell.text.to_string(),
            &format,
        )?;
    }
    Ok(first + line(rows.len()))
}

/// 表注, a row each, under the table.
fn write_notes(sheet: &mut Worksheet, table: &Table, first: u32, layout: &Layout) -> Result<(), XlsxError> {
    let last = index(layout.widths.len().saturating_sub(1));
    let format = style::note();
    for (row, note) in (first..).zip(&table.notes) {
        let lines = u32::try_from(layout.lines(&note.value, 0, layout.widths.len())).unwrap_or(u32::MAX);
        sheet.set_row_height(row, (f64::from(lines) * style::LINE + style::ROW_PADDING).min(HIGHEST_ROW))?;
        across(sheet, row, last, &note.value, &format)?;
    }
    Ok(())
}

/// Writes a block from a row on. Returns the row behind it.
pub fn write_block<'f>(
    sheet: &mut Worksheet,
    first: u32,
    mut block: LaidOut,
    format: impl Fn(&Piece) -> &'f Format,
) -> Result<u32, XlsxError> {
    for (row, height) in block.heights.iter().enumerate() {
        sheet.set_row_height(first + line(row), *height)?;
    }
    let plain = |piece: &Piece| piece.rows == 1 && piece.columns == 1 && !piece.text.is_empty();
    let alike = |left: &Piece, right: &Piece| {
        (left.row, left.column + 1) == (right.row, right.column)
            && plain(left)
            && plain(right)
            && ptr::eq(format(left), format(right))
    };
    for run in block.pieces.chunk_by_mut(alike) {
        let format = format(&run[0]);
        write_run(sheet, first + line(run[0].row), run, format)?;
    }
    Ok(first + line(block.heights.len()))
}

/// Writes a piece, or several that stand beside each other and have one format. These are written without it and
/// get it together: a format is looked up by all that it says, which costs as much as the rest of a cell.
fn write_run(sheet: &mut Worksheet, row: u32, run: &mut [Piece], format: &Format) -> Result<(), XlsxError> {
    if let [Piece { rows, column, columns, text, .. }] = run {
        return write_over(sheet, row, *rows, *column, *columns, mem::take(text), format);
    }
    let (first, last) = (index(run[0].column), index(run[run.len() - 1].column));
    for (column, piece) in (first..).zip(run) {
        sheet.write_string(row, column, mem::take(&mut piece.text))?;
    }
    sheet.set_range_format(row, first, row, last, format)?;
    Ok(())
}

/// Writes a text into a cell, or over several that are merged.
fn write_over(
    sheet: &mut Worksheet,
    row: u32,
    rows: usize,
    column: usize,
    columns: usize,
    text: String,
    format: &Format,
) -> Result<(), XlsxError> {
    let (column, last) = (index(column), index(column + columns - 1));
    if rows == 1 && columns == 1 {
        sheet.write_string_with_format(row, column, text, format)?;
    } else {
        sheet.merge_range(row, column, row + line(rows) - 1, last, &text, format)?;
    }
    Ok(())
}

/// A value is set in the middle unless its lines fill the column; words that are no name, and choices behind boxes,
/// stand on the left from three lines on.
fn is_short(piece: &Piece, kind: ColumnKind) -> bool {
    let most = if kind == ColumnKind::Text { 2 } else { 6 };
    let boxes = piece.text.contains('\n') && piece.text.starts_with(BOXES);
    piece.first && piece.last && !boxes && piece.lines <= most
}

/// The formats of the body, made once for all cells.
struct Formats {
    centred: Format,
    left: Format,
    section: Format,
    /// By whether the cell begins and whether it ends in the piece.
    stretches: [[Format; 2]; 2],
}

impl Formats {
    fn new() -> Self {
        let stretch = |first| [style::stretch(first, false), style::stretch(first, true)];
        Self {
            centred: style::cell(true),
            left: style::cell(false),
            section: style::section(),
            stretches: [stretch(false), stretch(true)],
        }
    }

    fn of(&self, piece: &Piece, section: bool, table: &Table) -> &Format {
        if section && piece.first && piece.last {
            return &self.section;
        }
        let kind = table.columns[piece.column].kind;
        let centred = kind != ColumnKind::Measure && is_short(piece, kind);
        match (piece.first && piece.last, centred) {
            (true, true) => &self.centred,
            (true, false) => &self.left,
            (false, _) => &self.stretches[usize::from(piece.first)][usize::from(piece.last)],
        }
    }
}

/// A4 landscape, one page wide, the head on every page, page numbers.
pub fn set_page(sheet: &mut Worksheet, head: u32, last_head: u32) -> Result<(), XlsxError> {
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_paper_size(A4);
    sheet.set_landscape();
    sheet.set_margins(left, right, top, bottom, header, footer);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    // 一字线 on each side, as GB/T 9704-2012 7.5 has page numbers.
    sheet.set_footer("&C&\"宋体\"&14— &P —");
    sheet.set_repeat_rows(head, last_head)?;
    Ok(())
}

/// A column as workbooks count it.
pub fn index(column: usize) -> u16 {
    u16::try_from(column).unwrap_or(u16::MAX)
}

/// A row as workbooks count it.
pub fn line(row: usize) -> u32 {
    u32::try_from(row).unwrap_or(u32::MAX)
}
