//! Lines and paths of files as findings show them: without the numbers of persons.
//!
//! The search sees a line only; what rules found in the whole text (numbers over two lines, in escapes, in links)
//! is hidden by its place, whatever the finding is about that shows the line.

use std::borrow::Cow;
use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ops::Range;

use crate::diagnostic::Report;
use crate::source::FileId;
use crate::text::personal::{find, hidden, is_digit, starred};

/// Bytes around a line in which a number can lie that reaches into it.
const AROUND: usize = 256;

/// Digits of the shortest number: a place with fewer names a file in which one stands.
const SHORTEST: usize = 11;

/// Where rules found numbers of persons, file by file, in order.
#[derive(Debug)]
pub struct Private {
    places: BTreeMap<FileId, Vec<Range<usize>>>,
    /// The line that was last asked for, as it may be shown: hundreds of findings may stand in one.
    last: RefCell<Option<(FileId, Range<usize>, String)>>,
}

impl Private {
    /// The places in a report.
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

    /// A line of a file in which no digit of a number is left.
    pub fn line(&self, file: FileId, text: &str, line: &Range<usize>) -> String {
        let mut last = self.last.borrow_mut();
        match &*last {
            Some((of, place, shown)) if *of == file && place == line => shown.clone(),
            _ => {
                let shown = self.hide(file, text, line);
                *last = Some((file, line.clone(), shown.clone()));
                shown
            }
        }
    }

    /// Searches a line and puts stars in place of the digits of numbers.
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
        // Within the line, and apart.
        let mut end = line.start;
        let within = ranges.into_iter().filter_map(|range| {
            let start = range.start.max(end);
            end = range.end.clamp(end, line.end);
            (start < end).then(|| start - line.start..end - line.start)
        });
        hidden(&starred(&text[line.clone()], within.collect::<Vec<_>>()))
    }
}

/// A path in which no digit of a number is left.
pub fn path(path: &str) -> Cow<'_, str> {
    let shown = hidden(path);
    if shown == path { path.into() } else { shown.into() }
}
