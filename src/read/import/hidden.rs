//! Hidden rows and columns, which are left out of a table.

use std::collections::{BTreeMap, BTreeSet};

use calamine::Dimensions;

use crate::read::workbook::cell::letters;

/// The rows or columns of a workbook that are not hidden.
#[derive(Debug, Default)]
pub struct Shown {
    /// Their numbers in the workbook.
    pub kept: Vec<usize>,
    /// One past the last row or column; what lies behind it is not hidden.
    end: usize,
}

impl Shown {
    /// All but the hidden ones, which are given as ranges.
    pub fn new(hidden: &[(u32, u32)], end: usize) -> Self {
        let mut is_kept = vec![true; end];
        for (first, last) in hidden {
            let (first, last) = (*first as usize, (*last as usize + 1).min(end));
            is_kept.get_mut(first..last).unwrap_or_default().fill(false);
        }
        Self { kept: (0..end).filter(|i| is_kept[*i]).collect(), end }
    }

    /// How many are kept before one of the workbook.
    pub fn before(&self, original: usize) -> usize {
        if original >= self.end {
            return self.kept.len() + (original - self.end);
        }
        self.kept.partition_point(|kept| *kept < original)
    }

    /// The number of one of the workbook among those that are kept.
    pub fn index(&self, original: usize) -> Option<usize> {
        let is_kept = original >= self.end || self.kept.binary_search(&original).is_ok();
        is_kept.then(|| self.before(original))
    }

    /// The number in the workbook.
    pub fn original(&self, index: usize) -> usize {
        self.kept.get(index).copied().unwrap_or_else(|| self.end + index.saturating_sub(self.kept.len()))
    }
}

/// Takes out the texts of hidden rows and columns, moves the others to their new places, and returns the names of those
/// rows and columns. A merged cell that begins in a hidden row shows its text all the same.
pub fn take_hidden(
    texts: &mut BTreeMap<(usize, usize), String>,
    (rows, columns): &(Shown, Shown),
    merged: &[Dimensions],
) -> Vec<String> {
    if rows.kept.len() == rows.end && columns.kept.len() == columns.end {
        return Vec::new();
    }
    for range in merged {
        let start = (range.start.0 as usize, range.start.1 as usize);
        let first = (rows.original(rows.before(start.0)), columns.original(columns.before(start.1)));
        let is_inside = first.0 <= range.end.0 as usize && first.1 <= range.end.1 as usize;
        if first != start
            && is_inside
            && let Some(text) = texts.remove(&start)
        {
            texts.insert(first, text);
        }
    }
    let (mut hidden_rows, mut hidden_columns) = (BTreeSet::new(), BTreeSet::new());
    for ((row, column), text) in std::mem::take(texts) {
        match (rows.index(row), columns.index(column)) {
            (Some(row), Some(column)) => {
                texts.insert((row, column), text);
            }
            _ if text.trim().is_empty() => {}
            (None, _) => {
                hidden_rows.insert(row + 1);
            }
            (_, None) => {
                hidden_columns.insert(column);
            }
        }
    }
    let names = hidden_rows.into_iter().map(|row| row.to_string());
    hidden_columns.into_iter().map(letters).chain(names).collect()
}

/// A merged range without its hidden rows and columns; `None` where nothing is left of it.
pub fn visible_range(range: &Dimensions, (rows, columns): &(Shown, Shown)) -> Option<Dimensions> {
    let bounds = |shown: &Shown, first: u32, last: u32| {
        let (first, end) = (shown.before(first as usize), shown.before(last as usize + 1));
        (end > first).then(|| Some((u32::try_from(first).ok()?, u32::try_from(end - 1).ok()?)))?
    };
    let (top, bottom) = bounds(rows, range.start.0, range.end.0)?;
    let (left, right) = bounds(columns, range.start.1, range.end.1)?;
    Some(Dimensions { start: (top, left), end: (bottom, right) })
}
