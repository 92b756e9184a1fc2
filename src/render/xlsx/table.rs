//! 责任分解表: the sheet that is printed, signed and handed out.

use rust_xlsxwriter::{Worksheet, XlsxError};

use crate::model::grid::{Grid, Part};
use crate::model::standard::BOXES;
use crate::model::table::{ColumnKind, Table};
use crate::render::xlsx::Cause;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::layout::{HIGHEST_ROW, Layout, Piece};
use crate::render::xlsx::sheet::{Area, Cell, Sheet};
use crate::render::xlsx::style::{LINE, ROW_PADDING, Style};
use crate::render::xlsx::value::Values;
use crate::text::width::wrapped_lines;

/// A4, in Excel's numbering.
const A4: u8 = 9;

/// Margins of the page in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.6, 0.6, 0.7, 0.75, 0.3, 0.4];

/// The styles of the cells.
pub const STYLES: [Style; 12] = [
    Style::Label,
    Style::Title,
    Style::Unit,
    Style::Head,
    Style::Short,
    Style::Long,
    Style::Banner,
    Style::Stretch(false, false),
    Style::Stretch(false, true),
    Style::Stretch(true, false),
    Style::Stretch(true, true),
    Style::Note,
];

/// Writes a sheet with a table under the label of its attachment. `has_days`: whether days are days to calculate with.
pub fn write(
    book: &mut Book<'_>,
    name: &str,
    table: &Table,
    label: Option<&str>,
    has_days: bool,
) -> Result<(), Cause> {
    let grid = Grid::new(table);
    let layout = Layout::new(&grid);
    let mut sheet = book.sheet(name, grid.parts().map(Part::rows).sum())?;
    sheet.set_widths(&layout.widths)?;
    let above = write_above(&mut sheet, table, label, &layout)?;
    let body = above + write_head(&mut sheet, &grid, &layout)?;
    sheet.worksheet.set_freeze_panes(body, 0)?;
    set_page(sheet.worksheet, above, body - 1)?;
    for block in grid.blocks() {
        let laid_out = layout.block(&block);
        let cells = laid_out.pieces.iter().map(|piece| {
            let values = values_of(piece, block.banner, table);
            let days = has_days || values != Values::Days;
            let values = if days { values } else { Values::Texts };
            (piece.area, Cell { style: style_of(piece, block.banner, table), text: &piece.text, values })
        });
        sheet.block(&laid_out.heights, cells)?;
    }
    // 表注, a row each, under the table.
    let columns = layout.widths.len();
    for note in &table.notes {
        sheet.across(height(layout.lines(&note.value, 0, columns)), columns, Style::Note, &note.value)?;
    }
    Ok(())
}

/// Writes 附件, title and 填报单位, across the whole table. Returns the number of rows.
fn write_above(
    sheet: &mut Sheet<'_>,
    table: &Table,
    label: Option<&str>,
    layout: &Layout,
) -> Result<u32, Cause> {
    let columns = layout.widths.len();
    if let Some(label) = label {
        sheet.across(24.0, columns, Style::Label, label)?;
    }
    let units: f64 = layout.widths.iter().sum();
    // A title of 18 points takes 1.5 times the width of a text of 12 points.
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a page is about 130 units wide"
    )]
    let title_lines = wrapped_lines(&table.name.value, ((units * 7.0 / 12.0) as usize).max(2));
    let lines = u32::try_from(title_lines).unwrap_or(u32::MAX);
    let height = (f64::from(lines) * 27.0 + 9.0).min(HIGHEST_ROW);
    sheet.across(height, columns, Style::Title, &table.name.value)?;
    if let Some(unit) = &table.reporting_unit {
        sheet.across(22.0, columns, Style::Unit, &format!("填报单位（加盖公章）：{}", unit.value))?;
    }
    Ok(1 + u32::from(label.is_some()) + u32::from(table.reporting_unit.is_some()))
}

/// Writes the head. Returns the number of its rows.
fn write_head(sheet: &mut Sheet<'_>, grid: &Grid<'_>, layout: &Layout) -> Result<u32, Cause> {
    let rows = grid.head();
    let mut heights = vec![LINE + ROW_PADDING; rows.len()];
    let cells = || rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |c| (row, c)));
    for (row, cell) in cells() {
        let lines = layout.lines(&cell.text, cell.column, cell.columns);
        let lines = u32::try_from(lines).unwrap_or(u32::MAX);
        let beside: f64 = heights[row..row + cell.rows - 1].iter().sum();
        let own = f64::from(lines) * LINE + ROW_PADDING - beside;
        let last = &mut heights[row + cell.rows - 1];
        *last = last.max(own).min(HIGHEST_ROW);
    }
    let cells = cells().map(|(row, cell)| {
        let area = Area { row, rows: cell.rows, column: cell.column, columns: cell.columns };
        (area, Cell::new(Style::Head, &cell.text))
    });
    sheet.block(&heights, cells)?;
    Ok(u32::try_from(rows.len())?)
}

/// Whether a value is centred: unless its lines fill the column. Words that are no name, and choices behind boxes, are
/// on the left from three lines on.
fn is_short(piece: &Piece<'_>, kind: ColumnKind) -> bool {
    let most = if kind == ColumnKind::Text { 2 } else { 6 };
    let boxes = piece.text.contains('\n') && piece.text.starts_with(BOXES);
    !boxes && piece.lines <= most
}

fn style_of(piece: &Piece<'_>, banner: bool, table: &Table) -> Style {
    if !(piece.first && piece.last) {
        return Style::Stretch(piece.first, piece.last);
    }
    let kind = table.columns[piece.area.column].kind;
    match banner {
        true => Style::Banner,
        false if kind != ColumnKind::Measure && is_short(piece, kind) => Style::Short,
        false => Style::Long,
    }
}

/// The values of a cell's column; a part of a cell is a text.
fn values_of(piece: &Piece<'_>, banner: bool, table: &Table) -> Values {
    let is_whole = piece.first && piece.last && !banner;
    let kind = table.columns[piece.area.column].kind;
    if is_whole { Values::of(kind).on_lines(piece.lines) } else { Values::Texts }
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

/// Height of a row with that number of lines, in points.
pub fn height(lines: usize) -> f64 {
    (f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE + ROW_PADDING).min(HIGHEST_ROW)
}
