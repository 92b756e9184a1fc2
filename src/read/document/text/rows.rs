//! Tables whose rows are lines: cells divided by tabs, as they are pasted out of Word and Excel, or by bars.

use crate::read::document::text::{FoundTable, TextLine, plain};
use crate::read::document::{Cell, Paragraph, Table};

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
