//! A sheet of an internal workbook: title, lines, heads, and rows of which every character is seen and printed.

use rust_xlsxwriter::{Format, FormatAlign, IgnoreError, Workbook, XlsxError};

use crate::model::grid::{Block, GridCell};
use crate::render::xlsx::layout::{HIGHEST_ROW, Layout, Piece};
use crate::render::xlsx::style;
use crate::render::xlsx::table::{across, index, line, set_page, write_block};
use crate::text::width::wrapped_lines;

/// What a cell says that says nothing but that something is missing: it is marked.
pub const NOT_REPORTED: &str = "未报";
/// The same of a summary.
pub const NOT_HANDED_IN: &str = "未交";
/// The same of a signature.
pub const NOT_SIGNED: &str = "未签";

/// A sheet.
pub struct Sheet<'s> {
    /// Its name, and its title.
    pub name: &'s str,
    /// The lines under the title.
    pub lines: Vec<String>,
    /// The columns.
    pub columns: &'s [Column],
    /// The first columns, which say what holds for all rows of a block, in its first row. They are not merged down:
    /// where a page ends within merged cells, it cuts through their lines.
    pub leading: usize,
    /// The rows, block by block.
    pub blocks: Vec<Block<'s>>,
    /// Whether rows can be filtered: nothing may be merged then.
    pub filters: bool,
}

/// A column.
pub struct Column {
    /// Its head.
    pub head: &'static str,
    /// Its width, in Excel's units.
    pub width: f64,
    /// Whether its short values are set in the middle.
    pub centred: bool,
}

impl Column {
    /// A column of short values, set in the middle.
    pub const fn short(head: &'static str, width: f64) -> Self {
        Self { head, width, centred: true }
    }

    /// A column of words, set on the left.
    pub const fn words(head: &'static str, width: f64) -> Self {
        Self { head, width, centred: false }
    }
}

/// A cell that spans rows and columns.
pub fn cell<'s>(column: usize, columns: usize, rows: usize, text: &str) -> GridCell<'s> {
    GridCell { column, columns, rows, text: text.to_owned().into() }
}

/// A row of cells, one for each column.
pub fn row<'s>(texts: &[String]) -> Block<'s> {
    let cells = texts.iter().enumerate().map(|(column, text)| cell(column, 1, 1, text));
    Block { section: false, rows: vec![cells.collect()] }
}

impl Sheet<'_> {
    /// Adds the sheet to a workbook.
    pub fn write(&self, workbook: &mut Workbook) -> Result<(), XlsxError> {
        let sheet = workbook.add_worksheet().set_name(self.name)?;
        let layout = Layout { widths: self.columns.iter().map(|column| column.width).collect() };
        let last = index(self.columns.len()) - 1;
        sheet.set_row_height(0, 36)?;
        across(sheet, 0, last, self.name, &style::title())?;
        let under_title = style::note().set_align(FormatAlign::Center);
        for (row, text) in (1..).zip(&self.lines) {
            sheet.set_row_height(row, height(layout.lines(text, 0, self.columns.len())))?;
            across(sheet, row, last, text, &under_title)?;
        }
        let head = line(self.lines.len()) + 1;
        let mut lines = 1;
        for (i, column) in self.columns.iter().enumerate() {
            lines = lines.max(wrapped_lines(column.head, half_widths(column.width)));
            sheet.set_column_width(index(i), column.width)?;
            sheet.write_string_with_format(head, index(i), column.head, &style::head())?;
        }
        sheet.set_row_height(head, height(lines))?;
        let formats = Formats::new(self.leading > 0);
        let mut next = head + 1;
        for block in &self.blocks {
            let mut laid_out = layout.block(block);
            laid_out.pieces.iter_mut().for_each(without_outer_line_feeds);
            let rows = laid_out.heights.len();
            let format = |piece: &Piece| {
                if block.section { &formats.section } else { self.format(&formats, piece, rows) }
            };
            next = write_block(sheet, next, laid_out, format)?;
        }
        if self.filters {
            sheet.autofilter(head, 0, next - 1, last)?;
        }
        sheet.ignore_error_range(head, 0, next, last, IgnoreError::NumberStoredAsText)?;
        sheet.set_freeze_panes(head + 1, 0)?;
        set_page(sheet, head, head)
    }

    fn format<'f>(&self, formats: &'f Formats, piece: &Piece, rows: usize) -> &'f Format {
        let (opens, closes) = if piece.column < self.leading {
            (piece.row == 0, piece.row + piece.rows == rows)
        } else {
            (piece.first, piece.last)
        };
        let kind = match piece.text.as_str() {
            NOT_REPORTED | NOT_HANDED_IN | NOT_SIGNED => return &formats.lacking,
            _ if !(piece.first && piece.last) => 2,
            _ => usize::from(self.columns[piece.column].centred),
        };
        &formats.entries[kind][usize::from(opens)][usize::from(closes)]
    }
}

/// Between two stretches of a text a line ends anyway.
fn without_outer_line_feeds(piece: &mut Piece) {
    if !piece.first && piece.text.starts_with('\n') {
        piece.text.remove(0);
    }
    if !piece.last && piece.text.ends_with('\n') {
        piece.text.pop();
    }
}

/// The formats of the rows, made once for all cells.
struct Formats {
    section: Format,
    lacking: Format,
    /// Set on the left, set in the middle, and stretches of a long text; by whether the cell opens and whether it
    /// closes here.
    entries: [[[Format; 2]; 2]; 3],
}

impl Formats {
    /// All of them; of cells beside each other in a block the first lines stand side by side.
    fn new(in_blocks: bool) -> Self {
        let upright = if in_blocks { FormatAlign::Top } else { FormatAlign::VerticalCenter };
        let by_ends = |centred: bool, upright: FormatAlign| {
            let entry = |opens, closes| style::entry(centred, opens, closes).set_align(upright);
            [false, true].map(|opens| [false, true].map(|closes| entry(opens, closes)))
        };
        // Reports have lists and short lines, which would stand far apart if they were spread over the row's height.
        let entries = [by_ends(false, upright), by_ends(true, upright), by_ends(false, FormatAlign::Top)];
        Self { section: style::section(), lacking: style::lacking(), entries }
    }
}

/// The half widths of the head's letters, 12 points, that fit beside each other.
fn half_widths(width: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 5 and 60")]
    let fitting = (width * 7.0 / 8.0) as usize;
    fitting.saturating_sub(1).max(2)
}

fn height(lines: usize) -> f64 {
    (f64::from(line(lines)) * style::LINE + style::ROW_PADDING).min(HIGHEST_ROW)
}
