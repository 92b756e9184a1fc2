//! Columns of a printed sheet: widths, the room for text, alignment.

use crate::model::grid::Grid;
use crate::render::xlsx::print::lines;
use crate::render::xlsx::print::widths::{Columns, HALF_WIDTH, UNIT, columns};

/// Width of the columns of a page, in pixels of 1/96 inch: A4 landscape between the margins, less the 6 % by which
/// `LibreOffice` draws columns wider than Excel, because it does not round the width of a digit.
const PAGE: f64 = 1045.0 * 0.92;

/// Height of A4 landscape between the margins, in points, less what programs may draw rows higher.
const PAGE_HEIGHT: f64 = 490.0 * 0.97;

/// The columns of a printed sheet.
#[derive(Debug)]
pub struct Layout(Columns);

impl Layout {
    /// The columns for a table.
    pub fn new(grid: &Grid<'_>) -> Self {
        Self(columns(grid, PAGE / HALF_WIDTH))
    }

    /// The scale in percent at which all columns are on one page.
    pub fn scale(&self) -> u16 {
        self.0.scale
    }

    /// Whether the cells of a column are centred.
    pub fn is_centred(&self, column: usize) -> bool {
        self.0.centred[column]
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.0.half_widths.len()
    }

    /// Widths of the columns, in Excel's units. Only those of 宽 are whole, so that an import knows them: others are a pixel
    /// narrower where they would be.
    pub fn units(&self) -> impl Iterator<Item = f64> {
        let units = |column: usize| {
            let pixels = self.pixels(column, 1) - UNIT.1;
            let is_whole = (pixels / UNIT.0).fract() == 0.0;
            let nudged = if is_whole && !self.0.given[column] { pixels - 1.0 } else { pixels };
            nudged / UNIT.0
        };
        (0..self.columns()).map(units)
    }

    /// Width of columns in pixels.
    fn pixels(&self, column: usize, columns: usize) -> f64 {
        let of = |column: usize| {
            let text = u32::try_from(self.0.half_widths[column]).unwrap_or(u32::MAX);
            (f64::from(text) + self.0.paddings[column]) * HALF_WIDTH
        };
        (column..column + columns).map(of).sum()
    }

    /// Half widths of a line across columns, of letters of 12 points times `size`.
    pub fn room(&self, column: usize, columns: usize, size: f64) -> usize {
        if columns == 1 && size <= 1.0 {
            return self.0.half_widths[column];
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundreds")]
        let fitting = ((self.pixels(column, columns) / HALF_WIDTH - self.0.paddings[column]) / size) as usize;
        fitting.max(2)
    }

    /// Number of lines of a text across columns.
    pub fn lines(&self, text: &str, column: usize, columns: usize) -> usize {
        lines::count(text, self.room(column, columns, 1.0))
    }

    /// Height of a page in points of the sheet.
    pub fn page_height(&self) -> f64 {
        PAGE_HEIGHT * 100.0 / f64::from(self.0.scale)
    }
}
