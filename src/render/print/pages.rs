//! Pages of a printed table: where each ends, and the words of cells that go on over the end.
//!
//! A row that fits on a page is not divided. A cell merged over several pages has its words on each of them; text that
//! is too long for that flows on. Each part is a merged range of its own, so each page closes with a line.

use std::borrow::Cow;

use crate::model::grid::{Block, Grid, GridCell};
use crate::model::repeat::repeated;
use crate::model::table::{ColumnKind, TableColumn};
use crate::render::print::heights::{fitting, height};
use crate::render::print::layout::{Area, Layout, divided};
use crate::render::print::lines;

/// The most lines of words that are repeated on further pages; longer text flows on. Also the fewest lines of a long row
/// at the end of a page.
const WORDS: usize = 8;

/// The most page breaks of a sheet that programs read (Excel specifications and limits: 1,026; the library: 1,023).
const MOST_BREAKS: usize = 1_023;

/// The pages of a sheet.
pub struct Pages<'l> {
    layout: &'l Layout,
    /// Height for the table's body on a page, in points.
    page: f64,
    /// Height that is left on the current page.
    left: f64,
    /// Whether nothing of the body is on the current page.
    is_fresh: bool,
    /// Number of pages that have ended.
    ended: usize,
}

/// Rows that belong together, laid out.
#[derive(Debug, Default)]
pub struct LaidOut<'t> {
    /// Height of each row of the sheet, in points.
    pub heights: Vec<f64>,
    /// The cells, from the top down.
    pub pieces: Vec<Piece<'t>>,
    /// The rows with which a page begins.
    pub breaks: Vec<usize>,
}

/// A cell, or the part of one that is on a page.
#[derive(Debug)]
pub struct Piece<'t> {
    /// Its place.
    pub area: Area,
    /// Its text.
    pub text: Cow<'t, str>,
    /// Number of lines.
    pub lines: usize,
    /// Whether this is a row across the table.
    pub banner: bool,
    /// Whether the text is part of one that flows over several pages.
    pub flows: bool,
    /// Whether the next page has more of the text.
    pub goes_on: bool,
}

/// A cell whose last row is still to come.
struct Open<'b, 't> {
    cell: &'b GridCell<'t>,
    /// The row of the block behind its last one.
    end: usize,
    /// The row of the sheet in which its part on the current page begins.
    start: usize,
    /// Text that is still to be written.
    rest: &'b str,
    /// Whether a part is on an earlier page.
    goes_on: bool,
    /// The kind of its column.
    kind: ColumnKind,
}

impl<'l> Pages<'l> {
    /// Pages whose head has that height; the first one has more above the table, and all.
    pub fn new(layout: &'l Layout, above: f64, head: f64) -> Self {
        let page = (layout.page_height() - head).max(height(WORDS));
        Self { layout, page, left: page - above % page, is_fresh: true, ended: 0 }
    }

    /// Lays a whole table out: hands each block over, with the row across the table above it.
    pub fn all(&mut self, grid: &Grid<'_>, mut each: impl FnMut(&LaidOut<'_>)) {
        let mut banner: Option<Block<'_>> = None;
        for block in grid.blocks() {
            if !block.banner {
                each(&self.block(grid.columns, banner.take().as_ref(), Some(&block)));
            } else if let Some(before) = banner.replace(block) {
                each(&self.block(grid.columns, Some(&before), None));
            }
        }
        each(&self.block(grid.columns, banner.as_ref(), None));
    }

    /// Lays a row across the table and a block below it out.
    pub fn block<'b, 't>(
        &mut self,
        columns: &[TableColumn],
        banner: Option<&'b Block<'t>>,
        block: Option<&'b Block<'t>>,
    ) -> LaidOut<'b> {
        let mut sheet = LaidOut::default();
        let needed = block.map(|block| self.heights(block)).unwrap_or_default();
        let banner = banner.and_then(|banner| banner.rows.first()?.first());
        let above = banner.map_or(0.0, |cell| height(self.lines(&cell.text, cell)));
        self.keep_together(&mut sheet, above, block, &needed);
        if let Some(cell) = banner {
            let lines = self.lines(&cell.text, cell);
            let area =
                Area { row: 0, rows: self.add_row(&mut sheet, above), column: 0, columns: cell.columns };
            let text = Cow::Borrowed(cell.text.as_ref());
            sheet.pieces.push(Piece { area, text, lines, banner: true, flows: false, goes_on: false });
        }
        let mut open: Vec<Open<'b, 't>> = Vec::new();
        for (row, cells) in block.iter().flat_map(|block| block.rows.iter().enumerate()) {
            let start = sheet.heights.len();
            open.extend(cells.iter().map(|cell| Open {
                cell,
                end: row + cell.rows,
                start,
                rest: cell.text.as_ref(),
                goes_on: false,
                kind: columns[cell.column].kind,
            }));
            let first = block.map_or(0.0, |block| self.first_height(block, row, &needed));
            self.row(&mut sheet, &mut open, first, needed[row]);
            let (closed, others): (Vec<_>, Vec<_>) = open.into_iter().partition(|cell| cell.end == row + 1);
            open = others;
            for mut cell in closed {
                self.add_part(&mut sheet, &mut cell, true);
            }
        }
        sheet.pieces.sort_by_key(|piece| (piece.area.row, piece.area.column));
        sheet
    }

    /// The heights that the rows of a block need, whether there is such a page or not.
    fn heights(&self, block: &Block<'_>) -> Vec<f64> {
        let mut heights = vec![height(1); block.rows.len()];
        let cells =
            || block.rows.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |c| (row, c)));
        for (row, cell) in cells().filter(|(_, cell)| cell.rows == 1) {
            heights[row] = height(self.lines(&cell.text, cell)).max(heights[row]);
        }
        // The excess of a cell over several rows is distributed among them. Where it flows, some lines stay empty.
        for (row, cell) in cells().filter(|(_, cell)| cell.rows > 1) {
            let lines = self.lines(&cell.text, cell);
            let flows = if lines > WORDS { (height(lines) / self.page).ceil() * height(2) } else { 0.0 };
            let spanned = &mut heights[row..row + cell.rows];
            let lacking = height(lines) + flows - spanned.iter().sum::<f64>();
            if lacking > 0.0 {
                let share = lacking / f64::from(u32::try_from(cell.rows).unwrap_or(u32::MAX));
                for height in spanned {
                    *height += share;
                }
            }
        }
        heights
    }

    /// Begins a page before a block that would better begin there: if its first row, or the words of cells that begin
    /// in it, do not fit on the rest of the page, or if it is short and does not fit as a whole.
    fn keep_together<'b>(
        &mut self,
        sheet: &mut LaidOut<'b>,
        above: f64,
        block: Option<&'b Block<'_>>,
        needed: &[f64],
    ) {
        let all = above + needed.iter().sum::<f64>();
        let first = above + block.map_or(0.0, |block| self.first_height(block, 0, needed));
        if all > self.left && (first > self.left || all <= self.page / 3.0) {
            self.end_page(sheet, &mut []);
        }
    }

    /// The height that must be left on a page so that a row begins on it: with it, words of the cells that begin in it
    /// and go on over the end of the page.
    fn first_height(&self, block: &Block<'_>, row: usize, needed: &[f64]) -> f64 {
        let ends = |cell: &GridCell<'_>| needed[row..row + cell.rows].iter().sum::<f64>() <= self.left;
        let words = block.rows[row].iter().filter(|cell| cell.rows > 1 && !ends(cell));
        let words = words.map(|cell| height(self.lines(&cell.text, cell).min(WORDS) + 1));
        let own = if needed[row] > self.page { height(WORDS) } else { needed[row] };
        words.fold(own, f64::max)
    }

    /// Adds the rows of the sheet for a row of a block, on as many pages as it needs.
    fn row<'b>(&mut self, sheet: &mut LaidOut<'b>, open: &mut [Open<'b, '_>], first: f64, needed: f64) {
        if first > self.left && !self.is_fresh {
            self.end_page(sheet, open);
        }
        let is_of_row = |cell: &&Open<'b, '_>| cell.cell.rows == 1 && !cell.rest.is_empty();
        let mut rest = needed;
        while rest > self.left {
            // The line below the page's last row stands close to the words.
            let written = open.iter().filter(is_of_row).map(|cell| {
                let width = self.width(cell.cell);
                let end = lines::beginning(cell.rest, width, fitting(self.left));
                height(lines::count(&cell.rest[..end], width))
            });
            let part =
                written.reduce(f64::max).map_or(self.left, |part| part.max(height(WORDS)).min(self.left));
            self.add_row(sheet, part);
            self.end_page(sheet, open);
            let unwritten =
                open.iter().filter(is_of_row).map(|cell| height(self.lines(cell.rest, cell.cell)));
            rest = unwritten.fold(rest - part, f64::max);
        }
        self.add_row(sheet, rest);
    }

    /// Adds a row of the sheet, or several equal ones if the program shows none of that height. Returns how many.
    fn add_row(&mut self, sheet: &mut LaidOut<'_>, height: f64) -> usize {
        let rows = divided(height, self.layout.highest_row());
        let count = rows.len();
        sheet.heights.extend(rows);
        self.left -= height;
        self.is_fresh = false;
        count
    }

    /// Ends the current page behind the rows so far. Behind the last break that programs read, pages end anywhere.
    fn end_page<'b>(&mut self, sheet: &mut LaidOut<'b>, open: &mut [Open<'b, '_>]) {
        if self.ended == MOST_BREAKS {
            self.left = f64::INFINITY;
            return;
        }
        let row = sheet.heights.len();
        for cell in open.iter_mut().filter(|cell| cell.start < row) {
            self.add_part(sheet, cell, false);
            (cell.start, cell.goes_on) = (row, true);
        }
        sheet.breaks.push(row);
        self.ended += 1;
        (self.left, self.is_fresh) = (self.page, true);
    }

    /// Adds the part of a cell that is on the current page, from the row in which it begins there to the last one so far.
    fn add_part<'b>(&mut self, sheet: &mut LaidOut<'b>, open: &mut Open<'b, '_>, is_last: bool) {
        let (cell, rows) = (open.cell, sheet.heights.len() - open.start);
        let whole = cell.text.as_ref();
        let width = self.width(cell);
        let room: f64 = sheet.heights[open.start..].iter().sum();
        let flows = (open.goes_on || !is_last) && lines::count(whole, width) > WORDS;
        let text: Cow<'b, str> = match flows {
            true => {
                let end =
                    if is_last { open.rest.len() } else { lines::beginning(open.rest, width, fitting(room)) };
                let part = &open.rest[..end];
                let is_written = open.rest.is_empty() && open.goes_on;
                open.rest = &open.rest[end..];
                if is_written { repeated("", open.kind).into() } else { part.into() }
            }
            false if open.goes_on => repeated(whole, open.kind).into(),
            false => whole.into(),
        };
        let goes_on = flows && !is_last && !open.rest.is_empty();
        let lines = lines::count(&text, width);
        let lacking = height(lines) - room;
        if lacking > 0.0
            && let Some(last) = sheet.heights.last_mut()
        {
            let raised = (*last + lacking).min(self.layout.highest_row().max(*last));
            self.left -= raised - *last;
            *last = raised;
        }
        let area = Area { row: open.start, rows, column: cell.column, columns: cell.columns };
        sheet.pieces.push(Piece { area, text, lines, banner: false, flows, goes_on });
    }

    fn width(&self, cell: &GridCell<'_>) -> usize {
        self.layout.room(cell.column, cell.columns, 1.0)
    }

    fn lines(&self, text: &str, cell: &GridCell<'_>) -> usize {
        self.layout.lines(text, cell.column, cell.columns)
    }
}
