//! The rows of a head, and the tiers of each column in them.

use crate::model::table::ColumnKind;
use crate::read::import::book::{Area, Sheet};
use crate::read::import::caption::plain;

/// The most tiers of a head.
pub(super) const TIERS: usize = 6;

/// The rows that the head takes: where cells are merged over several columns, there is a tier below them.
pub(super) fn depth(sheet: &Sheet, head: usize, left: usize, right: usize) -> usize {
    let areas = |row: usize| (left..right).map(move |column| sheet.area(row, column));
    let mut depth = areas(head).map(|area| area.bottom() - head).max().unwrap_or(1).clamp(1, TIERS);
    let wide = |area: Area| area.columns > 1 && area.columns < right - left;
    // A row with a text below a head of one column belongs to the body.
    let body = |depth: usize| {
        let ends = |area: Area| area.columns == 1 && area.bottom() == head + depth;
        let mut below = (left..right).filter(|column| ends(sheet.area(head + depth - 1, *column)));
        below.any(|column| !sheet.text(head + depth, column).trim().is_empty())
    };
    while depth < TIERS
        && head + depth + 1 < sheet.rows
        && areas(head + depth - 1).any(|area| wide(area) && area.bottom() == head + depth)
        && !body(depth)
    {
        depth += 1;
    }
    if depth == 1 && goes_on_unmerged(sheet, head, left, right) { 2 } else { depth }
}

/// Whether the row below is a second tier although nothing is merged: it has texts under a head that blank
/// cells follow, and none in the columns of numbers and tasks.
fn goes_on_unmerged(sheet: &Sheet, head: usize, left: usize, right: usize) -> bool {
    let below = head + 1;
    let keys = |column: &usize| {
        let kind = ColumnKind::of_name(&plain(sheet.text(head, *column)));
        matches!(kind, ColumnKind::Number | ColumnKind::Task)
    };
    let mut keys = (left..right).filter(keys).peekable();
    let blank = |row: usize, column: usize| sheet.text(row, column).trim().is_empty();
    keys.peek().is_some()
        && keys.all(|column| blank(below, column))
        && (left + 1..right).any(|column| blank(head, column) && !blank(below, column))
        && sheet.said(below).count() > 1
        && sheet.said(below).all(|(_, text)| text.chars().count() <= 20)
}

/// The tiers of each column: the different cells above its body, from the top. Where nothing is merged, `guess`
/// takes a head to stand over the blank cells on its right and below it.
pub(super) fn tiers(
    sheet: &Sheet,
    head: usize,
    depth: usize,
    (left, right): (usize, usize),
    guess: bool,
) -> Vec<Vec<String>> {
    let merged = (left..right).any(|column| {
        let area = sheet.area(head, column);
        area.rows > 1 || area.columns > 1
    });
    let mut above = String::new();
    let column = |column: usize| {
        let mut tiers: Vec<String> = Vec::new();
        let mut row = head;
        while row < head + depth {
            tiers.push(sheet.text(row, column).to_owned());
            row = sheet.area(row, column).bottom().max(row + 1);
        }
        if guess && depth > 1 && !merged {
            if tiers[0].trim().is_empty() && tiers.iter().skip(1).any(|tier| !tier.trim().is_empty()) {
                tiers[0].clone_from(&above);
            }
            while tiers.len() > 1 && tiers.last().is_some_and(|tier| tier.trim().is_empty()) {
                tiers.pop();
            }
        }
        above = tiers.first().cloned().unwrap_or_default();
        tiers
    };
    (left..right).map(column).collect()
}
