//! 责任分解表: the sheet that is printed, signed and handed out.

use rust_xlsxwriter::Worksheet;

use crate::model::grid::{Block, Grid};
use crate::model::part::Part;
use crate::model::table::Table;
use crate::render::print::heights::{HIGHEST_ROW, head_heights, height};
use crate::render::print::layout::{Area, Layout, PageArea};
use crate::render::print::lines::count;
use crate::render::print::pages::{Pages, Piece};
use crate::render::print::widths::HALF_WIDTH;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::sheet::{Cell, Sheet};
use crate::render::xlsx::style::Style;
use crate::render::xlsx::value::Values;

/// A4, in Excel's numbering.
const A4: u8 = 9;

/// A4 landscape between the margins. The width is that of 1,045 pixels of 1/96 inch, less the 6 % by which `LibreOffice`
/// draws columns wider than Excel, because it does not round the width of a digit; the height is less what programs may
/// draw rows higher.
const PAGE: PageArea =
    PageArea { half_widths: 1045.0 * 0.92 / HALF_WIDTH, height: 490.0 * 0.97, highest_row: HIGHEST_ROW };

/// Margins of the page in inches: left, right, top, bottom, header, footer.
const MARGINS: [f64; 6] = [0.4, 0.4, 0.7, 0.75, 0.3, 0.4];

/// The styles of the cells.
pub const STYLES: [Style; 8] = [
    Style::Label,
    Style::Title,
    Style::Unit,
    Style::Head,
    Style::Short,
    Style::Long,
    Style::Banner,
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
    let layout = Layout::new(&grid, PAGE);
    let mut sheet = book.sheet(name, grid.parts().map(Part::rows).sum())?;
    sheet.set_widths(&layout.units().collect::<Vec<_>>())?;
    let above = write_above(&mut sheet, table, label, &layout)?;
    let head = sheet.next();
    let head_height = write_head(&mut sheet, &grid, &layout)?;
    let body = sheet.next();
    // Above a name that fills the window nothing could be scrolled.
    if above + head_height < HIGHEST_ROW {
        sheet.worksheet.set_freeze_panes(body, 0)?;
    }
    set_page(sheet.worksheet);
    if head < body {
        sheet.worksheet.set_repeat_rows(head, body - 1)?;
    }
    // Under "fit to width" Excel ignores the ends of pages that a workbook sets.
    sheet.worksheet.set_print_scale(layout.scale());
    let mut printed = Printed {
        pages: Pages::new(&layout, above + head_height, head_height),
        table,
        layout: &layout,
        has_days,
        breaks: Vec::new(),
    };
    let mut banner = None;
    for block in grid.blocks() {
        if !block.banner {
            printed.write(&mut sheet, banner.take().as_ref(), Some(&block))?;
        } else if let Some(before) = banner.replace(block) {
            printed.write(&mut sheet, Some(&before), None)?;
        }
    }
    printed.write(&mut sheet, banner.as_ref(), None)?;
    sheet.worksheet.set_page_breaks(&printed.breaks)?;
    // 表注, a row each, under the table.
    let columns = layout.columns();
    for note in &table.notes {
        sheet.across(height(layout.lines(&note.value, 0, columns)), columns, Style::Note, &note.value)?;
    }
    Ok(())
}

/// The body of a table that is being written.
struct Printed<'t> {
    pages: Pages<'t>,
    table: &'t Table,
    layout: &'t Layout,
    /// Whether days are days to calculate with.
    has_days: bool,
    /// The rows with which pages begin.
    breaks: Vec<u32>,
}

impl Printed<'_> {
    /// Writes a row across the table, and a block below it.
    fn write(
        &mut self,
        sheet: &mut Sheet<'_>,
        banner: Option<&Block<'_>>,
        block: Option<&Block<'_>>,
    ) -> Result<(), Cause> {
        let laid_out = self.pages.block(&self.table.columns, banner, block);
        for row in &laid_out.breaks {
            self.breaks.push(sheet.next() + u32::try_from(*row)?);
        }
        let cells = laid_out.pieces.iter().map(|piece| {
            let cell = Cell { style: self.style(piece), text: &piece.text, values: self.values(piece) };
            (piece.area, cell)
        });
        sheet.block(&laid_out.heights, cells)
    }

    fn style(&self, piece: &Piece<'_>) -> Style {
        match piece {
            Piece { banner: true, .. } => Style::Banner,
            _ if !piece.flows && self.layout.is_centred(piece.area.column) => Style::Short,
            _ => Style::Long,
        }
    }

    /// The values of a cell's column; a part of a cell is a text.
    fn values(&self, piece: &Piece<'_>) -> Values {
        if piece.banner || piece.flows {
            return Values::Texts;
        }
        let values = Values::of(self.table.columns[piece.area.column].kind).on_lines(piece.lines);
        if self.has_days || values != Values::Days { values } else { Values::Texts }
    }
}

/// Writes 附件, title and 填报单位, across the whole table. Returns their height.
fn write_above(
    sheet: &mut Sheet<'_>,
    table: &Table,
    label: Option<&str>,
    layout: &Layout,
) -> Result<f64, Cause> {
    let columns = layout.columns();
    let mut all = 0.0;
    let mut across = |height: f64, style, text: &str| {
        all += height;
        sheet.across(height, columns, style, text)
    };
    if let Some(label) = label {
        across(24.0, Style::Label, label)?;
    }
    // A title of 18 points takes 1.5 times the width of a text of 12 points.
    let lines = count(&table.name.value, layout.room(0, columns, 1.5));
    let height = f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * 27.0 + 9.0;
    across(height, Style::Title, &table.name.value)?;
    if let Some(unit) = table.reporting_line() {
        across(22.0, Style::Unit, &unit)?;
    }
    Ok(all)
}

/// Writes the head. Returns its height.
fn write_head(sheet: &mut Sheet<'_>, grid: &Grid<'_>, layout: &Layout) -> Result<f64, Cause> {
    let rows = grid.head();
    let heights = head_heights(&rows, layout);
    let cells = rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |c| (row, c)));
    let cells = cells.map(|(row, cell)| {
        let area = Area { row, rows: cell.rows, column: cell.column, columns: cell.columns };
        (area, Cell::new(Style::Head, &cell.text))
    });
    sheet.block(&heights, cells)?;
    Ok(heights.iter().sum())
}

/// A4 landscape, one page wide, page numbers.
pub fn set_page(sheet: &mut Worksheet) {
    let [left, right, top, bottom, header, footer] = MARGINS;
    sheet.set_paper_size(A4);
    sheet.set_landscape();
    sheet.set_margins(left, right, top, bottom, header, footer);
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_print_center_horizontally(true);
    // 一字线 on each side, as GB/T 9704-2012 7.5 has page numbers.
    sheet.set_footer("&C&\"宋体\"&14— &P —");
}

/// Height of one row with that number of lines, in points.
pub fn row_height(lines: usize) -> f64 {
    height(lines).min(HIGHEST_ROW)
}
