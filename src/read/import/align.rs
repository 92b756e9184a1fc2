//! Finds the rows of the sheet 数据 on the printed sheet of our own workbooks.
//!
//! A long cell is printed over several rows of its sheet, as many as it needs, and its neighbours are merged
//! beside it; each cell begins again on each page. The search finds where the rows of the sheet 数据 end.

use std::collections::BTreeSet;

use crate::model::repeat::repeats;
use crate::read::import::book::{Record, Sheet};

/// Where a record is printed.
#[derive(Clone, Copy, Debug)]
pub struct Placed {
    /// The first row of the sheet.
    pub start: usize,
    /// One past the last; the first again when only a row across the table is there.
    pub end: usize,
    /// Whether a row across the table stands before it.
    pub opens: bool,
}

/// The places of all records from row `first` on, and the row behind them; `None` when there are none that fit.
pub fn align(sheet: &Sheet, first: usize, width: usize, records: &[Record]) -> Option<(Vec<Placed>, usize)> {
    let search = Search { sheet, width, records };
    let mut failed: BTreeSet<(usize, usize)> = BTreeSet::new();
    let mut path: Vec<Step> = vec![search.step(0, first)];
    loop {
        let depth = path.len();
        let step = path.last_mut()?;
        if depth > records.len() {
            if search.only_notes(step.row) {
                let places = path.iter().filter_map(|step| step.taken).collect();
                return Some((places, path.last()?.row));
            }
            step.choices.clear();
        }
        let Some((placed, next)) = step.choices.pop() else {
            failed.insert((depth - 1, step.row));
            path.pop();
            continue;
        };
        if failed.contains(&(depth, next)) {
            continue;
        }
        step.taken = Some(placed);
        path.push(search.step(depth, next));
    }
}

struct Search<'s> {
    sheet: &'s Sheet,
    width: usize,
    records: &'s [Record],
}

/// A record that is to be placed at a row.
struct Step {
    row: usize,
    /// The candidates that are left, the best last: the place, and the row behind it.
    choices: Vec<(Placed, usize)>,
    taken: Option<Placed>,
}

impl Search<'_> {
    fn step(&self, record: usize, row: usize) -> Step {
        let mut choices = match self.records.get(record) {
            Some(record) => self.choices(record, row),
            None => Vec::new(),
        };
        choices.reverse();
        Step { row, choices, taken: None }
    }

    fn choices(&self, record: &Record, row: usize) -> Vec<(Placed, usize)> {
        let mut choices = Vec::new();
        let (banner, texts) = record;
        if !banner.is_empty() {
            let (mut joined, mut after) = (String::new(), row);
            while self.is_across(after) && banner.starts_with(&joined) && joined != *banner {
                joined.push_str(self.sheet.text(after, 0));
                after = self.sheet.area(after, 0).bottom();
            }
            if joined == *banner {
                let ends = self.is_across(after) || after >= self.sheet.rows;
                if texts.iter().all(String::is_empty) && (ends || self.width == 1) {
                    choices.push((Placed { start: after, end: after, opens: true }, after));
                }
                let place = |end| (Placed { start: after, end, opens: true }, end);
                choices.extend(self.ends(texts, after).into_iter().map(place));
            }
        }
        if self.width == 1 || !self.is_across(row) {
            let place = |end| (Placed { start: row, end, opens: false }, end);
            choices.extend(self.ends(texts, row).into_iter().map(place));
        }
        choices
    }

    /// The rows behind which a record that begins at `start` can end.
    fn ends(&self, texts: &[String], start: usize) -> Vec<usize> {
        let mut ends = Vec::new();
        let mut end = start + 1;
        // Behind the last text only blank cells can stand, one row for each record.
        while end <= self.sheet.rows.max(start + 1) {
            let mut columns = texts.iter().enumerate().take(self.width);
            if !columns.all(|(column, text)| self.says(column, start, end, text)) {
                break;
            }
            ends.push(end);
            end += 1;
            if end - 1 > start && self.width > 1 && self.is_across(end - 1) {
                break;
            }
        }
        ends
    }

    /// Whether the cells of a column say a text in these rows: whole, or a part of a cell that goes on above or below.
    fn says(&self, column: usize, start: usize, end: usize, text: &str) -> bool {
        spoken(self.sheet, column, start, text, end).is_some()
    }

    /// Whether a row is one cell across the table; a high one takes several rows of the sheet.
    fn is_across(&self, row: usize) -> bool {
        let area = self.sheet.area(row, 0);
        row < self.sheet.rows && area.columns == self.width
    }

    fn only_notes(&self, row: usize) -> bool {
        (row..self.sheet.rows).all(|row| self.is_across(row))
    }
}

/// The row behind a cell's text that is read from row `start` on, at least up to row `end`; `None` if the cells there say
/// something else. A cell over several pages has a part on each: its words again, or their continuation.
pub fn spoken(sheet: &Sheet, column: usize, start: usize, text: &str, end: usize) -> Option<usize> {
    let own = sheet.text(start, column);
    let area = sheet.area(start, column);
    let mut at = area.bottom();
    if own != text && !repeats(own, text) {
        // The parts down to the last one, and those above where the text begins.
        let mut said = own.to_owned();
        while !text.strip_suffix(&*said).is_some_and(|before| is_above(sheet, column, area.row, before)) {
            let next = sheet.text(at, column);
            if said.is_empty() || next.is_empty() || said.len() + next.len() > text.len() {
                return None;
            }
            said.push_str(next);
            at = sheet.area(at, column).bottom();
        }
    }
    while at < end {
        let next = sheet.text(at, column);
        if !next.is_empty() && !repeats(next, text) {
            return None;
        }
        at = sheet.area(at, column).bottom();
    }
    Some(at)
}

/// Whether the parts of a cell above a row say a text.
fn is_above(sheet: &Sheet, column: usize, mut row: usize, mut text: &str) -> bool {
    while !text.is_empty() {
        let Some(above) = row.checked_sub(1) else { return false };
        let part = sheet.text(above, column);
        match text.strip_suffix(part) {
            Some(before) if !part.is_empty() => text = before,
            _ => return false,
        }
        row = sheet.area(above, column).row;
    }
    true
}
