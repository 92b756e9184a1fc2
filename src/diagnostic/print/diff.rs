//! The lines of a file that corrections change, as a unified diff with personal numbers hidden.

use std::fmt::Write;

use similar::{ChangeTag, TextDiff};

use crate::diagnostic::Report;
use crate::diagnostic::print::private::{self, Private};
use crate::source::{FileId, Sources};
use crate::text::character::visible;

/// Number of unchanged lines around a change.
const CONTEXT: usize = 2;
/// Colours of a terminal: removed, added, none.
const COLOURS: [&str; 3] = ["\u{1b}[31m", "\u{1b}[32m", "\u{1b}[0m"];

/// One version of a project, with the findings that say which lines have personal numbers.
#[derive(Clone, Copy, Debug)]
pub struct Version<'v> {
    /// The findings.
    pub report: &'v Report,
    /// The texts.
    pub sources: &'v Sources,
}

/// The difference between two versions of the file with this path, with ANSI colours and a line feed at the end.
#[must_use]
pub fn diff(path: &str, before: Version<'_>, after: Version<'_>) -> String {
    let lines = [before, after].map(|version| Lines::of(path, version));
    let [old, new] = &lines;
    let differences = TextDiff::from_lines(old.text, new.text);
    let [removed, added, plain] = COLOURS;
    let name = private::path(path);
    let mut printed = format!("{removed}--- {name}{plain}\n{added}+++ {name}{plain}\n");
    for hunk in differences.unified_diff().context_radius(CONTEXT).iter_hunks() {
        // Writing to a string cannot fail.
        let _ = writeln!(printed, "{}", hunk.header());
        for change in hunk.iter_changes() {
            let (colour, sign) = match change.tag() {
                ChangeTag::Delete => (removed, '-'),
                ChangeTag::Insert => (added, '+'),
                ChangeTag::Equal => (plain, ' '),
            };
            let line = match (change.old_index(), change.new_index()) {
                (Some(line), _) => old.line(line),
                (None, line) => new.line(line.unwrap_or_default()),
            };
            let _ = writeln!(printed, "{colour}{sign}{line}{plain}");
        }
    }
    printed
}

/// The lines of one version.
struct Lines<'v> {
    file: FileId,
    text: &'v str,
    /// First byte of each line, and the length of the text.
    starts: Vec<usize>,
    private: Private,
}

impl<'v> Lines<'v> {
    fn of(path: &str, version: Version<'v>) -> Self {
        let file = version.sources.id(path);
        let text = file.map_or("", |file| version.sources.file(file).text.as_str());
        let feeds = text.match_indices('\n').map(|(at, _)| at + 1);
        let starts = std::iter::once(0).chain(feeds).chain([text.len()]).collect();
        Self { file: file.unwrap_or(FileId(0)), text, starts, private: Private::of(version.report) }
    }

    /// A line as it can be printed.
    fn line(&self, number: usize) -> String {
        let start = self.starts.get(number).copied().unwrap_or(self.text.len());
        let end = self.starts.get(number + 1).copied().unwrap_or(self.text.len());
        let length = self.text[start..end].trim_end_matches(['\r', '\n']).len();
        visible(self.private.line(self.file, self.text, &(start..start + length)))
    }
}
