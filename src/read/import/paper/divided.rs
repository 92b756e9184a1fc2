//! Tables that people divided over several pages (续表), joined again.
//!
//! The parts have the same columns, and the head stands above each of them again or the numbers of the first column go
//! on. Other words between two parts become a row across the table. In doubt the parts stay tables of their own.

use crate::read::document::{Cell, Paragraph, Place, Table};
use crate::read::import::caption::plain;
use crate::read::import::frame::frame;
use crate::read::import::paper::judged_table::JudgedTable;
use crate::read::import::paper::line::{Content, Line};
use crate::read::import::paper::sheet;
use crate::read::import::paper::signs::{attachment_label, paper_date};
use crate::text::marker::Marker;

/// The most lines between two parts, and the most characters of one.
const BETWEEN: (usize, usize) = (2, 40);

/// A part of a table below another.
#[derive(Debug)]
pub struct Divided {
    /// Its place.
    pub place: Place,
    /// The words between both that were left out.
    pub left_out: String,
    /// Whether it was joined with the part above it.
    pub is_joined: bool,
    /// Whether both have the same head.
    pub is_alike: bool,
}

/// The part above.
struct Above {
    /// Its line.
    line: usize,
    /// The rows of its head.
    head: Vec<Vec<(usize, String)>>,
    /// The last number of its first column.
    last: Option<usize>,
}

/// Joins the parts of tables, and tells of each.
pub fn join_tables(lines: Vec<Line>) -> (Vec<Line>, Vec<Divided>) {
    let (mut all, mut told): (Vec<Line>, Vec<Divided>) = (Vec::new(), Vec::new());
    let mut above: Option<Above> = None;
    for line in lines {
        let Some(below) = line.table() else {
            all.push(line);
            continue;
        };
        if let Some(above) = above.as_mut().filter(|above| can_stand_between(&all[above.line + 1..]))
            && let Some((joined, part)) = part(above, below, line.place, &all)
        {
            told.push(part);
            if let Some(joined) = joined {
                above.last = last_number(below).or(above.last);
                all.truncate(above.line + 1);
                all[above.line].content = Content::Table(JudgedTable::new(joined));
                continue;
            }
        }
        above = Some(Above { line: all.len(), head: head(below), last: last_number(below) });
        all.push(line);
    }
    (all, told)
}

/// The whole of two parts and the finding about them; no whole where it is not certain, nothing where they are two tables.
fn part(above: &Above, below: &Table, place: Place, all: &[Line]) -> Option<(Option<Table>, Divided)> {
    let upper = &all[above.line];
    let table = upper.table()?;
    let is_alike = table.columns == below.columns;
    let is_repeated = is_alike && !above.head.is_empty() && rows(below, above.head.len()) == above.head;
    let skipped = if is_repeated { above.head.len() } else { 0 };
    let between: Vec<&Line> = all[above.line + 1..].iter().collect();
    let first = first_number(below, skipped);
    let goes_on = first.is_some() && first == above.last.map(|last| last + 1);
    let is_marked = !between.is_empty() && between.iter().all(|line| is_mark(&line.text));
    let is_unnumbered = first.is_none() && above.last.is_none();
    let is_joined = is_alike && goes_on && !above.head.is_empty()
        || is_repeated && (is_marked || between.is_empty() && is_unnumbered && upper.is_of_duties());
    if !is_joined {
        let is_told = is_marked || is_repeated && upper.is_of_duties();
        let part = Divided { place, left_out: String::new(), is_joined, is_alike: is_repeated };
        return is_told.then_some((None, part));
    }
    let (marks, words): (Vec<&Line>, Vec<&Line>) = between.into_iter().partition(|line| is_mark(&line.text));
    let left_out = marks.iter().map(|line| line.text.trim()).collect::<Vec<_>>().join("；");
    Some((
        Some(joined(table, below, skipped, &words)),
        Divided { place, left_out, is_joined, is_alike: is_repeated },
    ))
}

/// Both parts as one table, without the rows of the second head, and with the words between them across it.
fn joined(above: &Table, below: &Table, skipped: usize, words: &[&Line]) -> Table {
    let mut whole = above.clone();
    for line in words {
        let paragraph = Paragraph { words: line.words().to_vec(), look: line.look(), ..Paragraph::default() };
        whole.cells.push(Cell {
            row: whole.rows,
            column: 0,
            rows: 1,
            columns: whole.columns,
            paragraphs: vec![paragraph],
        });
        whole.rows += 1;
    }
    let cells = below.cells.iter().filter(|cell| cell.row >= skipped);
    whole.cells.extend(cells.map(|cell| Cell { row: whole.rows + cell.row - skipped, ..cell.clone() }));
    whole.rows += below.rows - skipped;
    whole
}

/// Whether lines may stand between two parts: few short ones, none of which is a sentence, a day, or 附件.
fn can_stand_between(lines: &[Line]) -> bool {
    let can_stand = |line: &Line| {
        let text = line.text.trim();
        text.chars().count() <= BETWEEN.1
            && !text.ends_with(['。', '；', '：', ':'])
            && (is_mark(text) || attachment_label(text).is_none() && paper_date(text).is_none())
    };
    lines.len() <= BETWEEN.0 && lines.iter().all(can_stand)
}

/// Whether a line only says that a table goes on: 续表, （续）, 责任分解表（续）.
fn is_mark(text: &str) -> bool {
    let words = plain(text);
    let bare = words.trim_end_matches(|c: char| c.is_ascii_digit() || "一二三四五六七八九十）)".contains(c));
    bare.ends_with('续') || bare.starts_with('续') && bare.chars().count() <= 10 || bare.ends_with("续表")
}

/// The rows of a table's head.
fn head(table: &Table) -> Vec<Vec<(usize, String)>> {
    let frame = frame(&sheet::sheet(String::new(), &[], table, &[]));
    frame.map_or_else(Vec::new, |frame| rows(table, frame.body))
}

/// The words of the first rows of a table, with their columns.
fn rows(table: &Table, count: usize) -> Vec<Vec<(usize, String)>> {
    let mut rows = vec![Vec::new(); count];
    for cell in table.cells.iter().take_while(|cell| cell.row < count) {
        rows[cell.row].push((cell.column, plain(&cell.text())));
    }
    rows
}

/// The number in the first column of the first row behind a head.
fn first_number(table: &Table, row: usize) -> Option<usize> {
    number(table.cells.iter().find(|cell| cell.row == row && cell.column == 0)?)
}

/// The last number of the first column.
fn last_number(table: &Table) -> Option<usize> {
    table.cells.iter().rev().filter(|cell| cell.column == 0).find_map(number)
}

/// The number that is all of a cell: 8, 8., （八）.
fn number(cell: &Cell) -> Option<usize> {
    let text = plain(&cell.text());
    text.parse().ok().or_else(|| Marker::whole(&text).map(|marker| marker.number))
}
