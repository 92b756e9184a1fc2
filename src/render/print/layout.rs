//! Columns of a printed sheet: widths, the room for text, alignment.

use crate::model::grid::Grid;
use crate::render::print::lines;
use crate::render::print::widths::{Columns, HALF_WIDTH, UNIT, columns};

/// The part of a page that a table may fill, at a scale of 100 %.
#[derive(Clone, Copy, Debug)]
pub struct PageArea {
    /// Its width in half widths of 12 points.
    pub half_widths: f64,
    /// Its height in points.
    pub height: f64,
    /// The height of the highest row that the program shows, in points.
    pub highest_row: f64,
}

/// Place of a cell, or of merged cells, in a block of rows.
#[derive(Clone, Copy, Debug)]
pub struct Area {
    /// Its first row, from 0.
    pub row: usize,
    /// Its rows, at least 1.
    pub rows: usize,
    /// Its first column, from 0.
    pub column: usize,
    /// Its columns, at least 1.
    pub columns: usize,
}

/// The columns of a printed sheet.
#[derive(Debug)]
pub struct Layout {
    columns: Columns,
    page: PageArea,
}

impl Layout {
    /// The columns for a table on pages of that kind.
    pub fn new(grid: &Grid<'_>, page: PageArea) -> Self {
        Self { columns: columns(grid, page.half_widths), page }
    }

    /// The scale in percent at which all columns are on one page.
    pub fn scale(&self) -> u16 {
        self.columns.scale
    }

    /// Whether the cells of a column are centred.
    pub fn is_centred(&self, column: usize) -> bool {
        self.columns.centred[column]
    }

    /// Number of columns.
    pub fn columns(&self) -> usize {
        self.columns.half_widths.len()
    }

    /// Widths of the columns, in Excel's units. Only those of 宽 are whole, so that an import knows them: others are a pixel
    /// narrower where they would be.
    pub fn units(&self) -> impl Iterator<Item = f64> {
        let units = |column: usize| {
            let pixels = self.half_widths(column, 1) * HALF_WIDTH - UNIT.1;
            let is_whole = (pixels / UNIT.0).fract() == 0.0;
            let nudged = if is_whole && !self.columns.given[column] { pixels - 1.0 } else { pixels };
            nudged / UNIT.0
        };
        (0..self.columns()).map(units)
    }

    /// Width of columns in half widths, the space beside their texts included.
    pub fn half_widths(&self, column: usize, columns: usize) -> f64 {
        let of = |column: usize| {
            let text = u32::try_from(self.columns.half_widths[column]).unwrap_or(u32::MAX);
            f64::from(text) + self.columns.paddings[column]
        };
        (column..column + columns).map(of).sum()
    }

    /// Half widths of a line across columns, of letters of 12 points times `size`.
    pub fn room(&self, column: usize, columns: usize, size: f64) -> usize {
        if columns == 1 && size <= 1.0 {
            return self.columns.half_widths[column];
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some hundreds")]
        let fitting = ((self.half_widths(column, columns) - self.columns.paddings[column]) / size) as usize;
        fitting.max(2)
    }

    /// Number of lines of a text across columns.
    pub fn lines(&self, text: &str, column: usize, columns: usize) -> usize {
        lines::count(text, self.room(column, columns, 1.0))
    }

    /// Height of the highest row that the program shows, in points.
    pub fn highest_row(&self) -> f64 {
        self.page.highest_row
    }

    /// Height of a page in points of the sheet.
    pub fn page_height(&self) -> f64 {
        self.page.height * 100.0 / f64::from(self.columns.scale)
    }
}

/// Heights of the equal rows that a height in points needs: one, or several where the highest row is lower.
pub fn divided(height: f64, highest_row: f64) -> Vec<f64> {
    let rows = (height / highest_row).ceil().max(1.0);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cell has 32,767 characters"
    )]
    let count = rows as usize;
    vec![height / rows; count]
}
