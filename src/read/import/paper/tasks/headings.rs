//! Headings of a body that may be the names of tasks, with the text that belongs to each.

use std::cell::Cell;
use std::collections::BTreeSet;

use crate::read::document::Words;
use crate::read::import::paper::body::{Part, PartKind};
use crate::read::import::paper::line::text_of;
use crate::read::import::paper::signs::{level, normal};
use crate::read::import::paper::tasks::entry::{Entry, bare};
use crate::read::import::paper::tasks::names::is_near_to;
use crate::text::marker::Marker;

/// The most pairs of a heading and a task whose names are compared where they differ; of more, equal ones count.
const MOST_COMPARED: usize = 20_000;

/// Headings of one level that follow each other, below one of the level above them: there `{{任务要求}}` counts as they do.
pub struct Run {
    /// The headings.
    pub entries: Vec<Entry>,
    /// Whether each is a name alone, with its text in paragraphs below.
    pub is_own: bool,
}

/// The headings of a body.
pub struct Headings {
    /// Those that `{{任务要求}}` could print.
    pub runs: Vec<Run>,
    /// Lines and first sentences of all of them, and of paragraphs with a number.
    all: Vec<(usize, String)>,
    /// The number of pairs that may still be compared where they differ: comparing takes time, and a paper may have
    /// thousands of tables.
    left: Cell<usize>,
}

impl Run {
    /// The indices of its parts.
    pub fn parts(&self) -> std::ops::Range<usize> {
        let end = self.entries.last().map_or(0, Entry::end);
        self.entries.first().map_or(0, |first| first.part)..end
    }

    /// Whether a line is that of one of its headings.
    fn has(&self, line: usize) -> bool {
        self.entries.iter().any(|entry| entry.line == line)
    }
}

impl Headings {
    /// The headings of a body.
    pub fn new(parts: &[Part]) -> Self {
        let (mut runs, mut above, mut at) = (Vec::new(), None, 0);
        // Numbers that do not go on are those of paragraphs.
        let mut all: Vec<(usize, String)> = parts.iter().filter_map(numbered).collect();
        while at < parts.len() {
            let Some(own) = level_of(&parts[at]) else {
                at += 1;
                continue;
            };
            let mut entries = Vec::new();
            while let Some(entry) = parts.get(at).filter(|part| level_of(part) == Some(own)) {
                let entry = entry_at(parts, at, entry, own);
                all.push((entry.line, normal(bare(&entry.first))));
                at = entry.end();
                entries.push(entry);
            }
            let next = parts.get(at).and_then(level_of);
            // A heading below the last one of a run is a part of its text.
            let is_whole = next.is_none_or(|next| next < own);
            if is_whole && own == above.map_or(0, |above: usize| above + 1) {
                runs.push(run(entries, next.is_some()));
            }
            above = Some(own);
        }
        Self { runs, all, left: Cell::new(MOST_COMPARED) }
    }

    /// Whether names that differ may be compared with so many others.
    pub fn may_compare(&self, pairs: usize) -> bool {
        let left = self.left.get().checked_sub(pairs);
        self.left.set(left.unwrap_or_default());
        left.is_some()
    }

    /// Whether one of some names is a heading outside of some runs, or nearly one.
    pub fn has_elsewhere(&self, names: &[&String], runs: &[&Run]) -> bool {
        let normals: BTreeSet<String> = names.iter().map(|name| normal(name)).collect();
        let is_outside = |line: usize| !runs.iter().any(|run| run.has(line));
        let outside: Vec<&String> =
            self.all.iter().filter(|(line, _)| is_outside(*line)).map(|(_, first)| first).collect();
        let is_near = self.may_compare(outside.len() * names.len());
        let is_one = |first: &&String| {
            normals.contains(*first) || is_near && names.iter().any(|name| is_near_to(first, name))
        };
        outside.iter().any(is_one)
    }
}

fn level_of(part: &Part) -> Option<usize> {
    match &part.kind {
        PartKind::Heading { level, .. } => Some(*level),
        _ => None,
    }
}

fn entry_at(parts: &[Part], at: usize, part: &Part, own: usize) -> Entry {
    let (first, rest) = match &part.kind {
        PartKind::Heading { words, rest, .. } => (text_of(words), plain(rest)),
        _ => (String::new(), None),
    };
    let below = parts[at + 1..].iter().map_while(|part| paragraph(part, own)).collect();
    Entry { part: at, line: part.line, first, rest, below }
}

/// A plain paragraph that has no number of a heading's level, or of one above it.
fn paragraph(part: &Part, own: usize) -> Option<String> {
    let PartKind::Paragraph(words) = &part.kind else { return None };
    let text = plain(words).filter(|text| !text.trim().is_empty())?;
    let marker = Marker::at_start(&text);
    let is_heading = marker.and_then(|marker| level(marker, &text)).is_some_and(|level| level <= own);
    (!is_heading).then(|| text.trim().to_owned())
}

/// The line and the first words of a paragraph with a number.
fn numbered(part: &Part) -> Option<(usize, String)> {
    let PartKind::Paragraph(words) = &part.kind else { return None };
    let text = text_of(words);
    let own = text[Marker::at_start(&text)?.length..].trim();
    let end = own.find(['。', '：', ':']).unwrap_or(own.len());
    Some((part.line, normal(&own[..end])))
}

/// The text of words, where none of them has a look or an address of its own.
fn plain(words: &[Words]) -> Option<String> {
    words.iter().all(|words| matches!(words, Words::Text { is_bold: false, .. })).then(|| text_of(words))
}

/// A run. Paragraphs below the last heading are its own only where it would have no text without them, or where a
/// heading above it follows: others may be about all of them.
fn run(mut entries: Vec<Entry>, is_closed: bool) -> Run {
    let is_own = entries.iter().all(Entry::is_own);
    if let Some(last) = entries.last_mut() {
        let kept = match (is_own || last.runs_on(), is_closed) {
            (true, true) => last.below.len(),
            (true, false) => 1,
            (false, _) => 0,
        };
        last.below.truncate(kept);
    }
    Run { entries, is_own }
}
