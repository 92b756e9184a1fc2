//! Tables that are no more than names in rows, as Word sets out a list of people or several signatures: they become lines
//! of the text. So do texts that a table puts side by side.
//!
//! Such a list has no head, and its first names would be printed as one.

use crate::read::document::{Cell, Place, Table};
use crate::read::import::caption::plain;
use crate::read::import::lone_rows::is_person;
use crate::read::import::paper::line::{Line, push_cells};
use crate::read::import::paper::signs::paper_date;
use crate::text::han::is_han;
use crate::text::title::is_body;

/// A table that becomes lines.
#[derive(Clone, Copy, Debug)]
pub enum Spread {
    /// Names in rows.
    Names(Place),
    /// A text in columns side by side.
    Columns(Place),
}

/// Lines with the names of such tables row by row and with texts column by column, and these tables.
pub fn spread_tables(lines: Vec<Line>) -> (Vec<Line>, Vec<Spread>) {
    let (mut all, mut spread) = (Vec::new(), Vec::new());
    for line in lines {
        let kind = match line.table() {
            Some(table) if is_list(table) => Spread::Names(line.place),
            Some(table) if is_in_columns(table) => Spread::Columns(line.place),
            _ => {
                all.push(line);
                continue;
            }
        };
        spread.push(kind);
        line.table().into_iter().for_each(|table| push_cells(table, line.place, &mut all));
    }
    (all, spread)
}

/// Whether a table is one row of texts of several paragraphs, which puts them side by side on the page.
fn is_in_columns(table: &Table) -> bool {
    let is_text = |text: &str| text.contains('\n') && text.contains('。');
    table.rows == 1 && table.cells.iter().map(Cell::text).all(|text| is_text(&text))
}

/// Whether a table is one row of texts, or nothing but names of people, or of bodies with a day below them.
fn is_list(table: &Table) -> bool {
    if table.cells.iter().any(|cell| cell.rows > 1 || cell.columns > 1) {
        return false;
    }
    let texts: Vec<(usize, String)> = table.cells.iter().map(|cell| (cell.row, cell.text())).collect();
    if table.rows == 1 {
        return texts.iter().all(|(_, text)| !text.trim().is_empty() && !text.contains('\n'));
    }
    let said: Vec<(usize, String)> =
        texts.iter().map(|(row, text)| (*row, plain(text))).filter(|(_, text)| !text.is_empty()).collect();
    let is_of_body = |text: &str| is_body(text) && text.chars().count() > 3 || paper_date(text).is_some();
    !said.is_empty() && (are_people(&said) || said.iter().all(|(_, text)| is_of_body(text)))
}

/// Whether texts, with their rows, are names of people: few of them have a rare surname.
fn are_people(said: &[(usize, String)]) -> bool {
    let is_short = |text: &str| (2..=4).contains(&text.chars().count()) && text.chars().all(is_han);
    let known = said.iter().filter(|(_, text)| is_person(text)).count();
    let (mut first, mut known_first) = (0, 0);
    for (_, text) in said.iter().filter(|(row, _)| *row == 0) {
        first += 1;
        known_first += usize::from(is_person(text));
    }
    said.iter().all(|(_, text)| is_short(text)) && known * 4 >= said.len() * 3 && known_first * 2 > first
}
