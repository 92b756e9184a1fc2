//! Fixed texts of a row, cut to the row height of Excel.

use std::borrow::Cow;

use crate::model::handout::role::Role;
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::table::{ColumnKind, Group, TableColumn, Value};
use crate::text::marker::{clause_ends, items};
use crate::text::space::without_spaces;
use crate::text::width::wrapped_lines;

/// Maximum number of lines in a row: Excel's maximum row height is 409 points, a line has 16.5.
pub const MOST_LINES: usize = 24;

/// Suffix of a text that was cut.
const REST: &str = "……（全文见责任分解表）";

/// The heading that all tables have for a role, if they agree on one that is not blank.
pub fn own_heading(notice: &Notice, role: Role) -> Option<String> {
    let kind = match role {
        Role::Group => ColumnKind::Group,
        Role::Number => ColumnKind::Number,
        Role::Task => ColumnKind::Task,
        Role::Measure => ColumnKind::Measure,
        Role::Offices => ColumnKind::Office,
        Role::Deadline => ColumnKind::Deadline,
        _ => return None,
    };
    let columns = notice.tables().flat_map(|table| &table.columns).filter(|column| column.kind == kind);
    let mut headings: Vec<Cow<'_, str>> = columns.map(TableColumn::heading).collect();
    headings.dedup();
    match headings.as_slice() {
        [one] if !one.trim().is_empty() => Some(one.clone().into_owned()),
        _ => None,
    }
}

/// The words for a group: its printed name, or else the row across the table.
pub fn group_of(group: &Group) -> Option<String> {
    group.printed_name().or_else(|| group.banner.as_ref().map(|banner| banner.value.clone()))
}

/// Whether a text on a handout, perhaps cut, is that of the table. White space is not compared, because programs that
/// save a workbook change it.
#[must_use]
pub fn is_shown_as(found: &str, whole: &str) -> bool {
    let (found, whole) = (without_spaces(found), without_spaces(whole));
    found == whole || found.strip_suffix(REST).is_some_and(|start| whole.starts_with(start))
}

/// The measure's text, or else the texts of its other columns.
pub fn measure(entry: &Entry<'_>) -> String {
    let Some(measure) = entry.measure else { return String::new() };
    let words = measure.printed_text();
    if !words.trim().is_empty() {
        return words.into_owned();
    }
    let texts = measure.cells.iter().filter(|cell| matches!(cell.value, Value::Text(_)));
    let texts = texts.map(|cell| {
        let heading = entry.table.columns[cell.column].heading();
        format!("{heading}：{}", cell.value.printed().unwrap_or_default())
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// The texts of an entry in the columns of a kind; with several such columns, each text under its heading.
pub fn lines(entry: &Entry<'_>, kind: ColumnKind) -> String {
    let several = entry.table.columns.iter().filter(|column| column.kind == kind).count() > 1;
    let mut cells: Vec<_> =
        entry.cells().into_iter().filter(|cell| entry.table.columns[cell.column].kind == kind).collect();
    cells.sort_by_key(|cell| cell.column);
    let texts = cells.into_iter().map(|cell| {
        let text = cell.value.printed().unwrap_or_default();
        if several { format!("{}：{text}", entry.table.columns[cell.column].heading()).into() } else { text }
    });
    texts.collect::<Vec<_>>().join("\n")
}

/// A text cut to the maximum number of lines in a column of a width, and its number of lines.
pub fn cut_to_lines(text: String, width: usize) -> (String, usize) {
    let lines = wrapped_lines(&text, width);
    if lines <= MOST_LINES {
        return (text, lines);
    }
    let fits = |end: &usize| wrapped_lines(&format!("{}{REST}", &text[..*end]), width) <= MOST_LINES;
    // Upper limit: every character is at least one half width.
    let ends: Vec<usize> = text.char_indices().map(|(at, _)| at).take(MOST_LINES * width).collect();
    let most = ends[ends.partition_point(fits).saturating_sub(1)];
    let last = |places: Vec<usize>| places.into_iter().filter(|at| *at <= most).max();
    let item = last(items(&text).into_iter().map(|(at, _)| at).collect());
    let clause = last(clause_ends(&text));
    // Cut at the end of an item or clause, unless that would lose more than half.
    let end = item.filter(|at| at * 2 > most).or(clause).filter(|at| at * 2 > most).unwrap_or(most);
    let cut = format!("{}{REST}", text[..end].trim_end());
    let lines = wrapped_lines(&cut, width);
    (cut, lines)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_text_ends_with_an_item() {
        let item = |n: usize| format!("（{n}）{}；", "甲".repeat(50));
        let text: String = (1..40).map(item).collect();
        let (cut, lines) = cut_to_lines(text.clone(), 40);
        assert!(lines <= MOST_LINES && lines > MOST_LINES - 4);
        let start = cut.strip_suffix(REST).unwrap();
        assert!(text.starts_with(start) && start.ends_with('；'), "{cut}");
    }

    #[test]
    fn texts_without_items_end_with_a_clause_or_anywhere() {
        let clauses = format!("{}。", "甲".repeat(30)).repeat(50);
        assert!(cut_to_lines(clauses, 40).0.ends_with(&format!("。{REST}")));
        for text in ["甲".repeat(32_767), "a\n".repeat(400), "\n".repeat(400)] {
            let (cut, lines) = cut_to_lines(text, 10);
            assert!(lines <= MOST_LINES && cut.ends_with(REST), "{cut}");
        }
        assert_eq!(cut_to_lines("短".to_owned(), 10), ("短".to_owned(), 1));
    }
}
