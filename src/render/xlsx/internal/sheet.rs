//! A sheet of an internal workbook: title, lines, headings, and rows high enough for all their text.

use rust_xlsxwriter::{IgnoreError, Worksheet};

use crate::model::grid::{Block, GridCell};
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::layout::{Layout, Piece};
use crate::render::xlsx::sheet::{Cell, Sheet as Rows};
use crate::render::xlsx::style::Style;
use crate::render::xlsx::table::{row_height, set_page};
use crate::render::xlsx::value::Values;
use crate::text::width::wrapped_lines;

/// Text of a cell without a report; such cells are highlighted.
pub const NOT_REPORTED: &str = "未报";
/// Text of a cell without a summary.
pub const NOT_HANDED_IN: &str = "未交";
/// Text of a cell without a signature.
pub const NOT_SIGNED: &str = "未签";

/// The row of the heads, from 0: under the title and two lines.
pub const HEAD: u32 = 3;

/// The styles of the cells.
pub fn styles() -> impl Iterator<Item = Style> {
    let entries = (0..16).map(|i| {
        let [centred, top, opens, closes] = [i & 8 > 0, i & 4 > 0, i & 2 > 0, i & 1 > 0];
        Style::Entry { centred, top, opens, closes }
    });
    [Style::Title, Style::Line, Style::Head, Style::Banner, Style::Lacking].into_iter().chain(entries)
}

/// A kind of sheet.
pub struct Sheet<'a> {
    /// Its name, and its title.
    pub name: &'a str,
    /// The columns.
    pub columns: &'a [Column<'a>],
    /// Number of leading columns, whose texts hold for all rows of a block and are in its first row. They are not merged,
    /// because a page break within merged cells cuts through their lines.
    pub leading: usize,
    /// Whether rows can be filtered; such a sheet has no merged cells.
    pub filters: bool,
}

/// A column.
#[derive(Clone, Copy)]
pub struct Column<'a> {
    /// Its head.
    pub head: &'a str,
    /// Its width, in Excel's units.
    pub width: f64,
    /// Whether its short values are set in the middle.
    pub centred: bool,
    /// Its values.
    pub values: Values,
}

impl<'a> Column<'a> {
    /// A column of short values, set in the middle.
    pub const fn short(head: &'a str, width: f64) -> Self {
        Self { head, width, centred: true, values: Values::Texts }
    }

    /// A column of words, set on the left.
    pub const fn words(head: &'a str, width: f64) -> Self {
        Self { head, width, centred: false, values: Values::Texts }
    }

    /// The column with other values than texts.
    pub const fn of(self, values: Values) -> Self {
        Self { values, ..self }
    }
}

/// A cell that spans rows and columns.
pub fn cell<'s>(column: usize, columns: usize, rows: usize, text: &str) -> GridCell<'s> {
    GridCell { column, columns, rows, text: text.to_owned().into() }
}

/// A row of cells, one for each column.
pub fn row<'s>(texts: &[String]) -> Block<'s> {
    let cells = texts.iter().enumerate().map(|(column, text)| cell(column, 1, 1, text));
    Block { banner: false, rows: vec![cells.collect()] }
}

impl Sheet<'_> {
    /// Writes the sheet: the lines under the title, and the rows, block by block. Returns it for what is added.
    pub fn write<'b>(
        &self,
        book: &'b mut Book<'_>,
        lines: &[String; 2],
        blocks: &[Block<'_>],
    ) -> Result<&'b mut Worksheet, Cause> {
        let widths: Vec<f64> = self.columns.iter().map(|column| column.width).collect();
        let layout = Layout { widths };
        let columns = self.columns.len();
        let rows: usize = blocks.iter().map(|block| block.rows.len()).sum();
        let mut sheet = book.sheet(self.name, rows)?;
        sheet.set_widths(&layout.widths)?;
        sheet.worksheet.set_freeze_panes(HEAD + 1, 0)?;
        set_page(sheet.worksheet);
        sheet.worksheet.set_repeat_rows(HEAD, HEAD)?;
        sheet.across(36.0, columns, Style::Title, self.name)?;
        for text in lines {
            sheet.across(row_height(layout.lines(text, 0, columns)), columns, Style::Line, text)?;
        }
        self.write_table(&mut sheet, &layout, blocks)?;
        let (last, last_column) = (sheet.last().max(HEAD + 1), u16::try_from(columns)? - 1);
        if self.filters {
            sheet.worksheet.autofilter(HEAD, 0, last, last_column)?;
        }
        sheet.worksheet.ignore_error_range(HEAD, 0, last, last_column, IgnoreError::NumberStoredAsText)?;
        Ok(sheet.worksheet)
    }

    /// Writes the heads and the rows, block by block, below what stands on the sheet.
    pub fn write_table(
        &self,
        sheet: &mut Rows<'_>,
        layout: &Layout,
        blocks: &[Block<'_>],
    ) -> Result<(), Cause> {
        let heads = self.columns.iter();
        let lines = heads.map(|column| wrapped_lines(column.head, half_widths(column.width)));
        let lines = lines.fold(1, usize::max);
        sheet
            .row(row_height(lines), self.columns.iter().map(|column| Cell::new(Style::Head, column.head)))?;
        for block in blocks {
            let mut laid_out = layout.block(block);
            laid_out.pieces.iter_mut().for_each(without_outer_line_feeds);
            let rows = laid_out.heights.len();
            let style =
                |piece: &Piece<'_>| if block.banner { Style::Banner } else { self.style(piece, rows) };
            let cells = laid_out.pieces.iter().map(|piece| {
                let is_whole = piece.first && piece.last && !block.banner;
                let values = self.columns[piece.area.column].values.on_lines(piece.lines);
                let values = if is_whole { values } else { Values::Texts };
                (piece.area, Cell { style: style(piece), text: &piece.text, values })
            });
            sheet.block(&laid_out.heights, cells)?;
        }
        Ok(())
    }

    fn style(&self, piece: &Piece<'_>, rows: usize) -> Style {
        if [NOT_REPORTED, NOT_HANDED_IN, NOT_SIGNED].contains(&piece.text.as_ref()) {
            return Style::Lacking;
        }
        let is_whole = piece.first && piece.last;
        let column = piece.area.column;
        let (opens, closes) = if column < self.leading {
            (piece.area.row == 0, piece.area.row + piece.area.rows == rows)
        } else {
            (piece.first, piece.last)
        };
        Style::Entry {
            centred: is_whole && self.columns[column].centred,
            // Aligned to the top, so that the first lines of a block are side by side. Spreading over the row's height
            // would tear the lists and short lines of reports apart.
            top: self.leading > 0 || !is_whole,
            opens,
            closes,
        }
    }
}

/// Removes line feeds at the ends of a stretch, because the next stretch begins on a new line.
fn without_outer_line_feeds(piece: &mut Piece<'_>) {
    if !piece.first && piece.text.starts_with('\n') {
        piece.text.to_mut().remove(0);
    }
    if !piece.last && piece.text.ends_with('\n') {
        piece.text.to_mut().pop();
    }
}

/// The half widths of the head's letters, 12 points, that fit beside each other.
fn half_widths(width: f64) -> usize {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 5 and 60")]
    let fitting = (width * 7.0 / 8.0) as usize;
    fitting.saturating_sub(1).max(2)
}

/// Rows with their numbers in the first column, from 1.
pub fn numbered(rows: Vec<Vec<String>>) -> Vec<Block<'static>> {
    let numbered =
        (1..).zip(rows).map(|(number, texts): (usize, _)| [vec![number.to_string()], texts].concat());
    numbered.map(|texts| row(&texts)).collect()
}
