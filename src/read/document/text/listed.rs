//! Tables whose cells stand one below the other, as a page without its borders is copied: the heads, then the rows, in
//! which cells that span rows stand once.
//!
//! Where a row ends can be told in two ways: every number in the first column is followed by equally many cells, or
//! the last column is one of deadlines, which look like none of the other cells.

use jiff::civil::Date;

use crate::model::column_kind::ColumnKind;
use crate::model::deadline::{Deadline, Meaning};
use crate::read::document::text::{FoundTable, TextLine, plain};
use crate::read::document::{Cell, Paragraph, Table};
use crate::source::{FileId, Located, Span};
use crate::text::marker::{Marker, Style};

/// The most columns of such a table, and the most lines in a cell of offices.
const MOST: (usize, usize) = (12, 20);

/// The longest head, deadline or office, in characters.
const SHORT: usize = 30;

/// A row: the lines of each of its cells, without those that go on from the row above.
type Row<'t> = Vec<Vec<&'t str>>;

/// The table with which lines begin.
pub fn listed(lines: &[TextLine<'_>]) -> Option<FoundTable> {
    if bare(lines.first()?.text) != "序号" {
        return None;
    }
    let said: Vec<(usize, &str)> = lines
        .iter()
        .enumerate()
        .filter(|(_, line)| !line.text.is_empty())
        .map(|(i, line)| (i, line.text))
        .collect();
    let texts: Vec<&str> = said.iter().map(|(_, text)| *text).collect();
    let heads = texts.iter().take(MOST.0 + 1).position(|text| counts(text, 1)).filter(|heads| *heads > 2)?;
    if texts[..heads].iter().any(|head| is_long(head) || head.contains('。')) {
        return None;
    }
    let kinds: Vec<ColumnKind> = texts[..heads].iter().map(|head| ColumnKind::of_name(&bare(head))).collect();
    let body = &texts[heads..];
    let tasks = rows_of_deadlines(body, &kinds).or_else(|| equal_rows(body, heads))?;
    let count = tasks.iter().flatten().flatten().map(Vec::len).sum::<usize>() + heads;
    let length = said[count - 1].0 + 1;
    Some((table(&texts[..heads], &tasks), length))
}

/// Rows of as many cells as there are heads, one line each; each is a task. At least two of them, so that a list is
/// no table.
fn equal_rows<'t>(texts: &[&'t str], columns: usize) -> Option<Vec<Vec<Row<'t>>>> {
    let rows = texts.chunks_exact(columns);
    let rows: Vec<&[&str]> =
        (1..).zip(rows).take_while(|(number, row)| counts(row[0], *number)).map(|(_, row)| row).collect();
    let is_row = |row: &[&str]| row[1..].iter().all(|text| Marker::whole(text).is_none());
    let fits = rows.len() > 1 && rows.iter().all(|row| is_row(row)) && !goes_on(texts, rows.len());
    fits.then(|| rows.iter().map(|row| vec![row.iter().map(|text| vec![*text]).collect()]).collect())
}

/// Whether the number behind the last row stands further down: rows are of unequal length.
fn goes_on(texts: &[&str], rows: usize) -> bool {
    texts.iter().any(|text| counts(text, rows + 1))
}

/// The tasks of a table whose last column holds deadlines, each with its rows. The first row of a task begins with the
/// cells that span its rows: all up to the column of tasks.
fn rows_of_deadlines<'t>(texts: &[&'t str], kinds: &[ColumnKind]) -> Option<Vec<Vec<Row<'t>>>> {
    let spanning = kinds.iter().position(|kind| *kind == ColumnKind::Task).map_or(1, |task| task + 1);
    let own = &kinds[spanning..];
    let offices = own.iter().filter(|kind| **kind == ColumnKind::Office).count();
    if own.last() != Some(&ColumnKind::Deadline) || own.len() < 2 || offices > 1 {
        return None;
    }
    let (mut at, mut tasks) = (0, Vec::new());
    while texts.get(at).is_some_and(|text| counts(text, tasks.len() + 1)) {
        let keys = texts.get(at..at + spanning)?;
        at += spanning;
        let mut rows: Vec<Row<'t>> = Vec::new();
        while let Some((cells, length)) = row(&texts[at..], own, tasks.len() + 2) {
            let above = keys.iter().map(|key| if rows.is_empty() { vec![*key] } else { Vec::new() });
            rows.push(above.chain(cells).collect());
            at += length;
        }
        if rows.is_empty() {
            return None;
        }
        tasks.push(rows);
    }
    (!tasks.is_empty() && !goes_on(texts, tasks.len())).then_some(tasks)
}

/// The cells of the row with which texts begin, and their number of lines: a line for each column, more for offices.
fn row<'t>(texts: &[&'t str], kinds: &[ColumnKind], next: usize) -> Option<(Row<'t>, usize)> {
    if texts.first().is_none_or(|first| counts(first, next)) {
        return None;
    }
    let office = kinds.iter().position(|kind| *kind == ColumnKind::Office);
    let first = office.map_or(kinds.len() - 1, |office| office + 1);
    let most = texts.len().min(kinds.len() + MOST.1);
    let end = (first..most).find(|at| is_deadline(texts[*at]))?;
    let extra = (end + 1).checked_sub(kinds.len())?;
    if extra > 0 && office.is_none() {
        return None;
    }
    let mut at = 0;
    let cells: Row<'t> = (0..kinds.len())
        .map(|column| {
            let lines = if Some(column) == office { 1 + extra } else { 1 };
            at += lines;
            texts[at - lines..at].to_vec()
        })
        .collect();
    let are_offices = office.is_none_or(|office| cells[office].iter().all(|text| is_short(text)));
    are_offices.then_some((cells, end + 1))
}

fn table(heads: &[&str], tasks: &[Vec<Row<'_>>]) -> Table {
    let head = |(column, text): (usize, &&str)| cell((0, column), 1, &[*text]);
    let mut cells: Vec<Cell> = heads.iter().enumerate().map(head).collect();
    let mut row = 1;
    for rows in tasks {
        for (i, texts) in rows.iter().enumerate() {
            for (column, lines) in texts.iter().enumerate().filter(|(_, lines)| !lines.is_empty()) {
                let is_spanning = rows.len() > 1 && rows[1][column].is_empty();
                let spanned = if is_spanning { rows.len() } else { 1 };
                cells.push(cell((row + i, column), spanned, lines));
            }
        }
        row += rows.len();
    }
    Table { rows: row, columns: heads.len(), cells }
}

/// A cell with a paragraph for each line; one that ends with 、 goes on in the next.
fn cell((row, column): (usize, usize), rows: usize, lines: &[&str]) -> Cell {
    let mut texts: Vec<String> = Vec::new();
    for line in lines {
        match texts.last_mut().filter(|last| last.ends_with(['、', '，'])) {
            Some(last) => last.push_str(line),
            None => texts.push((*line).to_owned()),
        }
    }
    let paragraphs = texts.iter().map(|text| Paragraph { words: vec![plain(text)], ..Paragraph::default() });
    Cell { row, column, rows, columns: 1, paragraphs: paragraphs.collect() }
}

/// Whether a text is this number, in plain digits.
fn counts(text: &str, number: usize) -> bool {
    Marker::whole(text).is_some_and(|marker| marker.number == number && marker.style == Style::Digits)
}

fn bare(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

fn is_long(text: &str) -> bool {
    text.chars().count() > SHORT
}

fn is_short(text: &str) -> bool {
    !is_long(text) && !text.ends_with('。')
}

fn is_deadline(text: &str) -> bool {
    let located = Located::new(text.to_owned(), Span::head(FileId(0)));
    is_short(text) && Deadline::new(located, Date::constant(2000, 1, 1)).meaning != Meaning::Unknown
}
