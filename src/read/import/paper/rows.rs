//! Tables that are no more than names in rows, as Word sets out a list of people or several signatures: they become lines
//! of the text.
//!
//! Such a list has no head, and its first names would be printed as one.

use crate::read::document::{Place, Table};
use crate::read::import::caption::plain;
use crate::read::import::lone_rows::is_person;
use crate::read::import::paper::line::{Line, cell_text, push_cells};
use crate::read::import::paper::signs::paper_date;
use crate::text::han::is_han;
use crate::text::title::is_body;

/// Lines with the names of such tables row by row, and the places of these tables.
pub fn spread_lists(lines: Vec<Line>) -> (Vec<Line>, Vec<Place>) {
    let (mut all, mut places) = (Vec::new(), Vec::new());
    for line in lines {
        match line.table().filter(|table| is_list(table)) {
            Some(table) => {
                places.push(line.place);
                push_cells(table, line.place, &mut all);
            }
            None => all.push(line),
        }
    }
    (all, places)
}

/// Whether a table is one row of texts, or nothing but names of people, or of bodies with a day below them.
fn is_list(table: &Table) -> bool {
    if table.cells.iter().any(|cell| cell.rows > 1 || cell.columns > 1) {
        return false;
    }
    let texts: Vec<(usize, String)> = table.cells.iter().map(|cell| (cell.row, cell_text(cell))).collect();
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
