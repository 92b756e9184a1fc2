//! Lines and paths of files with personal numbers hidden.
//!
//! Searching a single line misses numbers over two lines, in escapes and in links. The rules found those in the whole
//! text, so they are hidden by their places, whichever finding prints the line.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Report;
use crate::source::FileId;
use crate::text::personal::{find, hidden, is_digit, starred};

/// Bytes around a line that are searched for numbers reaching into it.
const AROUND: usize = 256;

/// Digits of the shortest number. The place of a finding with fewer digits is the name of a file with a number inside.
const SHORTEST: usize = 11;

/// Places of personal numbers that rules found, by file, sorted.
#[derive(Debug)]
pub struct Private {
    places: BTreeMap<FileId, Vec<Range<usize>>>,
    /// Cache of the last line: hundreds of findings may have the same line.
    last: RefCell<Option<(FileId, Range<usize>, String)>>,
}

impl Private {
    /// Collects the places from a report.
    pub fn of(report: &Report) -> Self {
        let mut places: BTreeMap<FileId, Vec<Range<usize>>> = BTreeMap::new();
        for finding in report.findings().iter().filter(|finding| finding.code.id.starts_with('P')) {
            places.entry(finding.span.file).or_default().push(finding.span.range());
        }
        for ranges in places.values_mut() {
            ranges.sort_by_key(|range| (range.start, range.end));
        }
        Self { places, last: RefCell::new(None) }
    }

    /// A line of a file with personal numbers hidden.
    pub fn line(&self, file: FileId, text: &str, line: &Range<usize>) -> String {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((of, place, hidden_line)) if *of == file && place == line => hidden_line.clone(),
            _ => {
                let hidden_line = self.hide(file, text, line);
                *last = Some((file, line.clone(), hidden_line.clone()));
                hidden_line
            }
        }
    }

    /// Replaces the digits of personal numbers in a line by stars.
    fn hide(&self, file: FileId, text: &str, line: &Range<usize>) -> String {
        let from = text.floor_char_boundary(line.start.saturating_sub(AROUND));
        let to = text.ceil_char_boundary((line.end + AROUND).min(text.len()));
        let around =
            find(&text[from..to]).into_iter().map(|hit| hit.range.start + from..hit.range.end + from);
        let known = self.places.get(&file).into_iter().flatten().filter(|range| {
            let here = range.start < line.end && line.start < range.end;
            let digits = text.get((*range).clone()).filter(|_| here);
            digits.is_some_and(|text| text.chars().filter(|c| is_digit(*c)).count() >= SHORTEST)
        });
        let mut ranges: Vec<Range<usize>> = around.chain(known.cloned()).collect();
        ranges.sort_by_key(|range| range.start);
        // Clip the ranges to the line and make them disjoint.
        let mut end = line.start;
        let within = ranges.into_iter().filter_map(|range| {
            let start = range.start.max(end);
            end = range.end.clamp(end, line.end);
            (start < end).then(|| start - line.start..end - line.start)
        });
        hidden(&starred(&text[line.clone()], within.collect::<Vec<_>>()))
    }
}

/// A path with personal numbers hidden.
pub fn path(path: &str) -> Cow<'_, str> {
    let hidden_line = hidden(path);
    if hidden_line == path { path.into() } else { hidden_line.into() }
}
