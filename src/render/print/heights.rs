//! Heights of rows, in points.

use crate::model::grid::GridCell;
use crate::render::print::layout::Layout;

/// Height of one line of the table's text in points, enough for every substitute of 仿宋.
pub const LINE: f64 = 18.0;

/// Space above and below the lines of a row, in points.
pub const ROW_PADDING: f64 = 8.0;

/// Maximum row height in points (Excel's limit).
pub const HIGHEST_ROW: f64 = 409.0;

/// Height of rows with that number of lines, in points.
pub fn height(lines: usize) -> f64 {
    f64::from(u32::try_from(lines).unwrap_or(u32::MAX)) * LINE + ROW_PADDING
}

/// Heights of the rows of a table's head, in points.
pub fn head_heights(rows: &[Vec<GridCell<'_>>], layout: &Layout) -> Vec<f64> {
    let mut heights = vec![height(1); rows.len()];
    for (row, cell) in rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |c| (row, c))) {
        let beside: f64 = heights[row..row + cell.rows - 1].iter().sum();
        let own = height(layout.lines(&cell.text, cell.column, cell.columns)) - beside;
        let last = &mut heights[row + cell.rows - 1];
        *last = last.max(own).min(layout.highest_row());
    }
    heights
}

/// Number of lines that fit into a height; at least one.
pub(super) fn fitting(height: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a page")]
    let lines = ((height - ROW_PADDING) / LINE).floor() as usize;
    lines.max(1)
}
