//! Tables whose rows are lines: cells divided by tabs, as they are pasted out of Word and Excel, by bars, or by spaces
//! that make columns.

use crate::read::document::text::{FoundTable, TextLine, plain};
use crate::read::document::{Cell, Paragraph, Table};
use crate::text::width::columns;

/// The table with which lines begin.
pub fn rows(lines: &[TextLine<'_>]) -> Option<FoundTable> {
    let first = lines.first()?;
    let is_bars = is_barred(first);
    let cells_of = |text: &str| if is_bars { barred(text) } else { tabbed(text) };
    let is_row = |line: &TextLine<'_>| if is_bars { is_barred(line) } else { is_tabbed(line) };
    if !is_barred(first) && !first.text.contains('\t') {
        return None;
    }
    let length = lines.iter().take_while(|line| is_row(line)).count();
    let texts = lines[..length].iter().map(|line| cells_of(line.whole));
    let texts: Vec<Vec<String>> = texts.filter(|row| !is_rule(row)).collect();
    (texts.len() > 1).then(|| (table(&texts), length))
}

/// The table with which lines begin whose cells are set with spaces: at least three rows of equally many cells, each of
/// which begins where the one above it does. The heads are words without numbers or stops.
pub fn spaced(lines: &[TextLine<'_>]) -> Option<FoundTable> {
    let heads = cells_at(lines.first()?)?;
    let is_head = |text: &str| !text.contains(|c: char| c.is_numeric() || "：:。；，、".contains(c));
    if !heads.iter().all(|(_, text)| is_head(text)) {
        return None;
    }
    let near = |cells: &[(usize, String)]| {
        cells.len() == heads.len()
            && cells.iter().zip(&heads).all(|((one, _), (other, _))| one.abs_diff(*other) <= 1)
    };
    let rows = lines.iter().map_while(|line| cells_at(line).filter(|cells| near(cells)));
    let texts: Vec<Vec<String>> = rows.map(|row| row.into_iter().map(|(_, text)| text).collect()).collect();
    (texts.len() >= LEAST.0).then(|| (table(&texts), texts.len()))
}

/// The least rows and columns of a table that is set with spaces.
const LEAST: (usize, usize) = (3, 3);

/// The cells of a line that are divided by two spaces or more, with the columns at which they begin.
fn cells_at(line: &TextLine<'_>) -> Option<Vec<(usize, String)>> {
    let (mut cells, mut column, mut gap) = (Vec::<(usize, String)>::new(), 0, 2);
    for c in line.whole.trim_end().chars().filter(|c| *c != '\u{feff}') {
        let width = columns(c.encode_utf8(&mut [0; 4]));
        if c.is_whitespace() {
            gap += width;
        } else {
            match cells.last_mut().filter(|_| gap < 2) {
                Some((_, text)) => {
                    text.push_str(if gap == 1 { " " } else { "" });
                    text.push(c);
                }
                None => cells.push((column, c.to_string())),
            }
            gap = 0;
        }
        column += width;
    }
    (cells.len() >= LEAST.1).then_some(cells)
}

/// A table of texts without merged cells.
fn table(texts: &[Vec<String>]) -> Table {
    let columns = texts.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: usize, column: usize| {
        let text = texts[row].get(column).map_or("", String::as_str).trim();
        let words = if text.is_empty() { Vec::new() } else { vec![plain(text)] };
        let paragraphs = vec![Paragraph { words, ..Paragraph::default() }];
        Cell { row, column, rows: 1, columns: 1, paragraphs }
    };
    let cells = (0..texts.len()).flat_map(|row| (0..columns).map(move |column| cell(row, column))).collect();
    Table { rows: texts.len(), columns, cells }
}

/// A tab behind words; one before them is an indent.
fn is_tabbed(line: &TextLine<'_>) -> bool {
    !line.text.is_empty() && line.whole.trim_start().contains('\t')
}

fn tabbed(line: &str) -> Vec<String> {
    line.trim_end_matches(['\r', '\n']).split('\t').map(str::to_owned).collect()
}

fn is_barred(line: &TextLine<'_>) -> bool {
    line.text.len() > 2 && line.text.starts_with('|') && line.text.ends_with('|')
}

fn barred(line: &str) -> Vec<String> {
    let inner = line.trim().trim_start_matches('|');
    let inner = inner.strip_suffix('|').unwrap_or(inner);
    inner.replace("\\|", "\u{1}").split('|').map(|cell| cell.replace('\u{1}', "|")).collect()
}

/// The line below the head of a table in Markdown.
fn is_rule(row: &[String]) -> bool {
    row.iter().all(|cell| cell.contains('-') && cell.trim().chars().all(|c| matches!(c, '-' | ':')))
}
