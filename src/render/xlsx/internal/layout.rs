//! Row heights and long cells of an internal sheet, computed because Excel does not fit heights to merged cells.
//!
//! The maximum row height of Excel is 409 points. So a cell of more than [`LINES_PER_ROW`] lines is laid out over several
//! rows, broken at its own item marks, and its neighbours are merged down beside it: every character is visible, and a
//! page can end between any two of these rows.

use std::borrow::Cow;

use crate::model::grid::{Block, GridCell};
use crate::render::print::heights::{HIGHEST_ROW, LINE, ROW_PADDING};
use crate::render::print::layout::Area;
use crate::text::marker::{clause_ends, items};
use crate::text::width::wrapped_lines;

/// Maximum number of lines of a cell in one row: about a third of a page.
const LINES_PER_ROW: usize = 10;

/// Number of lines in a stretch of a longer cell: few, so that little of a page stays empty.
const LINES_PER_STRETCH: usize = 5;

/// Excel's unit is the width of a digit of 11 points, 7 pixels; half a Han character of 12 points has 8.
const UNITS_PER_COLUMN: f64 = 8.0 / 7.0;

/// The columns of a sheet.
#[derive(Debug)]
pub struct Layout {
    /// Width of each column, in Excel's units.
    pub widths: Vec<f64>,
}

/// A block of the table, laid out.
#[derive(Debug)]
pub struct LaidOut<'t> {
    /// Height of each row, in points.
    pub heights: Vec<f64>,
    /// The cells, from the top down.
    pub pieces: Vec<Piece<'t>>,
}

/// A cell, or a stretch of one that lies over several rows.
#[derive(Debug)]
pub struct Piece<'t> {
    /// Place in the block.
    pub area: Area,
    /// Its content.
    pub text: Cow<'t, str>,
    /// Number of lines.
    pub lines: usize,
    /// Whether the cell begins here.
    pub first: bool,
    /// Whether the cell ends here.
    pub last: bool,
}

impl Layout {
    /// Lays a block out.
    pub fn block<'t>(&self, block: &'t Block<'_>) -> LaidOut<'t> {
        let lines_of = |text: &str, cell: &GridCell<'_>| self.lines(text, cell.column, cell.columns);
        let stretches = stretches(block, &lines_of);
        let starts = row_starts(&stretches);
        let mut pieces = Vec::new();
        for (row, cells) in stretches.into_iter().enumerate() {
            for (cell, texts) in cells {
                let end = starts[row + cell.rows];
                pieces.extend(pieces_of(cell, starts[row], end, texts));
            }
        }
        pieces.sort_by_key(|piece| (piece.area.row, piece.area.column));
        let heights = heights(&pieces, starts[starts.len() - 1]);
        LaidOut { heights, pieces }
    }

    /// Number of lines of a text across `columns` columns from `column` on.
    pub fn lines(&self, text: &str, column: usize, columns: usize) -> usize {
        let width: f64 = self.widths[column..column + columns].iter().sum();
        wrapped_lines(text, text_columns(width))
    }
}

/// The columns of text that a column of a sheet holds: its own padding and the indent taken off, and one Han character
/// that line-breaking rules may push to the next line.
fn text_columns(width: f64) -> usize {
    // Widths are small and positive.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 5 and 250")]
    let fitting = (width / UNITS_PER_COLUMN).floor().max(5.0) as usize;
    fitting - 3
}

/// A text, or a part of a text, in one row.
struct Stretch<'t> {
    text: Cow<'t, str>,
    lines: usize,
}

/// The stretches of every cell, row by row: several, if the text is too long for one row.
fn stretches<'g, 't>(
    block: &'g Block<'t>,
    lines_of: &impl Fn(&str, &GridCell<'_>) -> usize,
) -> Vec<Vec<(&'g GridCell<'t>, Vec<Stretch<'g>>)>> {
    let of_cell = |cell: &'g GridCell<'t>| {
        let lines = lines_of(&cell.text, cell);
        if cell.rows > 1 || lines <= LINES_PER_ROW {
            return (cell, vec![Stretch { text: cell.text.as_ref().into(), lines }]);
        }
        let texts = broken(&cell.text, &|text| lines_of(text, cell)).into_iter();
        (cell, texts.map(|text| Stretch { lines: lines_of(&text, cell), text: text.into() }).collect())
    };
    block.rows.iter().map(|cells| cells.iter().map(of_cell).collect()).collect()
}

/// The sheet's row at which each row of the block begins, and the end of the last.
fn row_starts(stretches: &[Vec<(&GridCell<'_>, Vec<Stretch<'_>>)>]) -> Vec<usize> {
    let most =
        |cells: &Vec<(&GridCell<'_>, Vec<Stretch<'_>>)>| cells.iter().map(|(_, texts)| texts.len()).max();
    let mut needed: Vec<usize> = stretches.iter().map(|cells| most(cells).unwrap_or(1)).collect();
    // A value beside several rows may be longer than all of them: its last row gets more rows of the sheet.
    let cells = stretches.iter().enumerate().flat_map(|(row, cells)| cells.iter().map(move |c| (row, c)));
    for (row, (cell, texts)) in cells.filter(|(_, (cell, _))| cell.rows > 1) {
        let rows: usize = needed[row..row + cell.rows].iter().sum();
        let wanted = texts.iter().map(|text| text.lines).sum::<usize>().div_ceil(2 * LINES_PER_ROW);
        if wanted > rows {
            needed[row + cell.rows - 1] += wanted - rows;
        }
    }
    let mut starts = vec![0];
    for rows in needed {
        starts.push(starts[starts.len() - 1] + rows);
    }
    starts
}

/// The pieces of one cell between two rows of the sheet: a row each, the last one reaching to the end.
fn pieces_of<'t>(
    cell: &GridCell<'_>,
    start: usize,
    end: usize,
    texts: Vec<Stretch<'t>>,
) -> impl Iterator<Item = Piece<'t>> {
    let (column, columns) = (cell.column, cell.columns);
    let count = texts.len();
    texts.into_iter().enumerate().map(move |(i, Stretch { text, lines })| {
        let last = i + 1 == count;
        let row = start + i;
        let rows = if last { end - row } else { 1 };
        Piece { area: Area { row, rows, column, columns }, text, lines, first: i == 0, last }
    })
}

/// Heights of rows by their highest piece; the excess of a spanning piece is distributed among its rows.
fn heights(pieces: &[Piece<'_>], rows: usize) -> Vec<f64> {
    let mut heights = vec![LINE + ROW_PADDING; rows];
    let needed = |piece: &Piece<'_>| {
        let lines = u32::try_from(piece.lines).unwrap_or(u32::MAX);
        f64::from(lines) * LINE + ROW_PADDING
    };
    for piece in pieces.iter().filter(|piece| piece.area.rows == 1) {
        let height = &mut heights[piece.area.row];
        *height = height.max(needed(piece)).min(HIGHEST_ROW);
    }
    for piece in pieces.iter().filter(|piece| piece.area.rows > 1) {
        let spanned = &mut heights[piece.area.row..piece.area.row + piece.area.rows];
        let lacking = needed(piece) - spanned.iter().sum::<f64>();
        if lacking > 0.0 {
            let share = lacking / f64::from(u32::try_from(piece.area.rows).unwrap_or(u32::MAX));
            for height in spanned {
                *height = (*height + share).min(HIGHEST_ROW);
            }
        }
    }
    heights
}

/// Breaks a text that is too long for one row into stretches of at most [`LINES_PER_STRETCH`] lines: at item marks, else at the ends of
/// clauses, else anywhere. Joined, the stretches equal the text.
fn broken(text: &str, lines_of: &impl Fn(&str) -> usize) -> Vec<String> {
    if lines_of(text) <= LINES_PER_ROW {
        return vec![text.to_owned()];
    }
    let mut stretches: Vec<String> = Vec::new();
    let starts: Vec<usize> = items(text).into_iter().map(|(at, _)| at).filter(|at| *at > 0).collect();
    for part in parts(text, &starts) {
        for part in small_enough(part, lines_of) {
            match stretches.last_mut() {
                Some(last) if lines_of(&format!("{last}{part}")) <= LINES_PER_STRETCH => last.push_str(part),
                _ => stretches.push(part.to_owned()),
            }
        }
    }
    stretches
}

/// A part that fits into one row, or the pieces of it that do.
fn small_enough<'t>(part: &'t str, lines_of: &impl Fn(&str) -> usize) -> Vec<&'t str> {
    if lines_of(part) <= LINES_PER_STRETCH {
        return vec![part];
    }
    let clauses = parts(part, &clause_ends(part));
    clauses.into_iter().flat_map(|clause| anywhere(clause, lines_of)).collect()
}

/// A clause cut into pieces that fit, at any character.
fn anywhere<'t>(clause: &'t str, lines_of: &impl Fn(&str) -> usize) -> Vec<&'t str> {
    let mut pieces = Vec::new();
    let mut rest = clause;
    while lines_of(rest) > LINES_PER_STRETCH {
        let ends: Vec<usize> = rest.char_indices().skip(1).map(|(at, _)| at).collect();
        let fitting = ends.partition_point(|end| lines_of(&rest[..*end]) <= LINES_PER_STRETCH).max(1);
        let (piece, after) = rest.split_at(ends[fitting - 1]);
        pieces.push(piece);
        rest = after;
    }
    pieces.push(rest);
    pieces
}

/// A text cut at byte offsets.
fn parts<'t>(text: &'t str, cuts: &[usize]) -> Vec<&'t str> {
    let starts = std::iter::once(0).chain(cuts.iter().copied());
    let ends = cuts.iter().copied().chain(std::iter::once(text.len()));
    starts.zip(ends).map(|(start, end)| &text[start..end]).filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::{LINES_PER_ROW, LINES_PER_STRETCH, broken};
    use crate::text::width::wrapped_lines;

    fn check(text: &str) -> Vec<String> {
        let lines = |text: &str| wrapped_lines(text, 20);
        let stretches = broken(text, &lines);
        assert_eq!(stretches.concat(), text, "nothing is lost or doubled");
        let most = if stretches.len() == 1 { LINES_PER_ROW } else { LINES_PER_STRETCH };
        assert!(stretches.iter().all(|stretch| lines(stretch) <= most), "{stretches:?}");
        stretches
    }

    #[test]
    fn short_text_stays_whole() {
        assert_eq!(check("一二三").len(), 1);
        assert_eq!(check("").len(), 1);
    }

    #[test]
    fn long_text_is_broken_at_its_items() {
        let text = format!("总则：（1）{}；（2）{}。", "甲".repeat(40), "乙".repeat(60));
        let stretches = check(&text);
        assert!(stretches[1].starts_with("（2）"), "{stretches:?}");
    }

    #[test]
    fn text_without_items_is_broken_at_clauses_or_anywhere() {
        let clauses = format!("{}。{}。", "甲".repeat(80), "乙".repeat(80));
        assert!(check(&clauses).iter().any(|stretch| stretch.starts_with('乙')));
        assert_eq!(check(&"甲".repeat(250)).len(), 5);
        assert!(check(&"a\n".repeat(25)).len() >= 3);
    }
}
