//! A worksheet that is being written, row by row.
//!
//! Rows are written downwards, one after the other, so that the rows of a large sheet need not be kept in memory.

use std::collections::BTreeMap;

use rust_xlsxwriter::utility::row_col_to_cell;
use rust_xlsxwriter::{Format, Worksheet, XlsxError};

use crate::render::print::heights::HIGHEST_ROW;
use crate::render::print::layout::{Area, divided};
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::style::{Formats, Style};
use crate::render::xlsx::value::Values;

/// A worksheet that is being written.
pub struct Sheet<'b> {
    /// The sheet itself, for settings.
    pub worksheet: &'b mut Worksheet,
    formats: &'b Formats,
    /// The looks of cells that show a number in a format of its own: a copy for each cell takes a twentieth of the time.
    numbers: BTreeMap<(Style, String), Format>,
    /// Number of rows so far.
    row: u32,
}

/// A cell to be written.
#[derive(Clone, Copy, Debug)]
pub struct Cell<'t> {
    /// Its look.
    pub style: Style,
    /// The text that it shows.
    pub text: &'t str,
    /// The values of its column.
    pub values: Values,
}

impl<'t> Cell<'t> {
    /// A cell of a column of texts.
    pub fn new(style: Style, text: &'t str) -> Self {
        Self { style, text, values: Values::Texts }
    }
}

impl<'b> Sheet<'b> {
    /// Begins a worksheet.
    pub fn new(worksheet: &'b mut Worksheet, formats: &'b Formats) -> Self {
        Self { worksheet, formats, numbers: BTreeMap::new(), row: 0 }
    }

    /// Sets the widths of the columns from the left, in Excel's units.
    pub fn set_widths(&mut self, widths: &[f64]) -> Result<(), Cause> {
        for (column, width) in (0..).zip(widths) {
            self.worksheet.set_column_width(column, *width)?;
        }
        Ok(())
    }

    /// The row that is written next, from 0.
    pub fn next(&self) -> u32 {
        self.row
    }

    /// The last row so far, from 0.
    pub fn last(&self) -> u32 {
        self.row.saturating_sub(1)
    }

    /// Leaves rows out that are written already, such as the heads of an Excel table.
    pub fn skip(&mut self, rows: u32) {
        self.row += rows;
    }

    /// Writes rows of those heights, in points, that belong together, and their cells, from the top down.
    pub fn block<'t>(
        &mut self,
        heights: &[f64],
        cells: impl IntoIterator<Item = (Area, Cell<'t>)>,
    ) -> Result<(), Cause> {
        let first = self.row;
        for height in heights {
            self.worksheet.set_row_height(self.row, *height)?;
            self.row += 1;
        }
        for (area, cell) in cells {
            let row = u32::try_from(area.row).ok().and_then(|row| row.checked_add(first));
            let row = row.ok_or(XlsxError::RowColumnLimitError)?;
            let last = row + u32::try_from(area.rows)? - 1;
            let [left, right] = [area.column, area.column + area.columns - 1].map(u16::try_from);
            let (left, right) = (left?, right?);
            let written = self.write([row, last], [left, right], cell);
            written.map_err(|cause| format!("{}: {cause}", row_col_to_cell(row, left)))?;
        }
        Ok(())
    }

    /// Writes a cell from the first to the last of rows and columns.
    fn write(&mut self, [row, last]: [u32; 2], [left, right]: [u16; 2], cell: Cell<'_>) -> Result<(), Cause> {
        let format = self.formats.get(cell.style)?;
        let number = cell.values.number(cell.text);
        if row < last || left < right {
            let text = if number.is_some() { "" } else { cell.text };
            self.worksheet.merge_range(row, left, last, right, text, format)?;
        } else if number.is_none() {
            self.worksheet.write_string_with_format(row, left, cell.text, format)?;
        }
        if let Some((number, code)) = number {
            let shown = self.numbers.entry((cell.style, code));
            let shown = shown.or_insert_with_key(|(_, code)| format.clone().set_num_format(code));
            self.worksheet.write_number_with_format(row, left, number, shown)?;
        }
        Ok(())
    }

    /// Writes one row of cells beside each other, from the left.
    pub fn row<'t>(&mut self, height: f64, cells: impl IntoIterator<Item = Cell<'t>>) -> Result<(), Cause> {
        let area = |column| Area { row: 0, rows: 1, column, columns: 1 };
        let cells = cells.into_iter().enumerate().map(|(column, cell)| (area(column), cell));
        self.block(&[height], cells)
    }

    /// Writes a text across `columns` columns, in one row or in as many as that height needs.
    pub fn across(&mut self, height: f64, columns: usize, style: Style, text: &str) -> Result<(), Cause> {
        let heights = divided(height, HIGHEST_ROW);
        let area = Area { row: 0, rows: heights.len(), column: 0, columns: columns.max(1) };
        self.block(&heights, [(area, Cell::new(style, text))])
    }
}
