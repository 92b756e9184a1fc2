//! All findings of a run.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::finding::Diagnostic;
use crate::diagnostic::{Code, Severity, Surplus};
use crate::source::{FileId, Span};
use crate::text::character::quotable;
use crate::text::message::Message;
use crate::text::personal::hidden;

/// Maximum number of findings of one kind in one file that are stored; further ones are counted. Nobody corrects more at
/// once, and a file of a million bad lines would take a gigabyte.
pub const KEPT: usize = 1_000;

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
    /// Number of stored findings by file and kind.
    kept: BTreeMap<(FileId, &'static str), usize>,
    surplus: BTreeMap<(FileId, &'static str, Severity), Surplus>,
    /// Files of which nothing is built, each with the places in it that are shown all the same.
    held: BTreeMap<FileId, Vec<Span>>,
}

impl Report {
    /// Adds a finding, with safe texts: personal numbers are hidden and never part of a correction, long quotations are
    /// shortened, and control characters are replaced.
    pub fn push(&mut self, finding: Diagnostic) {
        self.push_within(finding.span.file, finding);
    }

    /// Adds a finding that counts for another file: every cell of a workbook is a file of its own, but findings are limited
    /// for the whole workbook.
    pub fn push_within(&mut self, file: FileId, mut finding: Diagnostic) {
        if !self.has_room(file, &finding) {
            return;
        }
        let labels = finding.labels.iter_mut().map(|(_, message)| message);
        for message in labels.chain([&mut finding.message]).chain(&mut finding.help) {
            *message = quoted(message);
        }
        finding.fix = finding.fix.filter(|(_, text)| hidden(text) == *text);
        self.findings.push(finding);
    }

    /// Adds a finding that is expensive to make, such as a search for similar names; it is made only if it will be stored.
    pub fn push_with(&mut self, code: &'static Code, file: FileId, make: impl FnOnce() -> Diagnostic) {
        if self.is_full(code, file) {
            self.count_only(Surplus { code, severity: code.severity, file, count: 1 });
        } else {
            self.push(make());
        }
    }

    /// Whether further findings of a kind in a file are only counted.
    #[must_use]
    pub fn is_full(&self, code: &Code, file: FileId) -> bool {
        self.kept.get(&(file, code.id)).is_some_and(|kept| *kept >= KEPT)
    }

    /// Adds the findings of another report.
    pub fn append(&mut self, other: Self) {
        for finding in other.findings {
            if self.has_room(finding.span.file, &finding) {
                self.findings.push(finding);
            }
        }
        for more in other.surplus.into_values() {
            self.count_only(more);
        }
    }

    /// Reserves room for a finding, or counts it if its kind is full.
    fn has_room(&mut self, file: FileId, finding: &Diagnostic) -> bool {
        let Diagnostic { code, severity, .. } = *finding;
        let kept = self.kept.entry((file, code.id)).or_default();
        let has_room = *kept < KEPT;
        if has_room {
            *kept += 1;
        } else {
            self.count_only(Surplus { code, severity, file, count: 1 });
        }
        has_room
    }

    /// Counts findings that are not stored.
    pub fn count_only(&mut self, more: Surplus) {
        let key = (more.file, more.code.id, more.severity);
        self.surplus.entry(key).and_modify(|known| known.count += more.count).or_insert(more);
    }

    /// The findings; by file, place and code after [`Report::sort`].
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Findings that were only counted, by file and kind.
    pub fn surplus(&self) -> impl Iterator<Item = &Surplus> {
        self.surplus.values()
    }

    /// Accepts the findings of a kind in some files, for a reason. Returns whether there were any.
    pub fn accept(&mut self, id: &str, is_meant: impl Fn(FileId) -> bool, reason: &Message) -> bool {
        let reason = quoted(reason);
        let mut found = false;
        for finding in &mut self.findings {
            if finding.code.id == id && is_meant(finding.span.file) {
                found = true;
                finding.accept(reason.clone());
            }
        }
        self.level_surplus(Severity::Note, |more| more.code.id == id && is_meant(more.file));
        found
    }

    /// Changes the level of all findings of a kind.
    pub fn set_level(&mut self, id: &str, level: Severity) {
        for finding in self.findings.iter_mut().filter(|finding| finding.code.id == id) {
            finding.severity = level;
        }
        self.level_surplus(level, |more| more.code.id == id);
    }

    fn level_surplus(&mut self, level: Severity, is_meant: impl Fn(&Surplus) -> bool) {
        for more in std::mem::take(&mut self.surplus).into_values() {
            let severity = if is_meant(&more) { level } else { more.severity };
            self.count_only(Surplus { severity, ..more });
        }
    }

    /// Removes all findings of a kind.
    pub fn forget(&mut self, id: &str) {
        self.findings.retain(|finding| finding.code.id != id);
        self.surplus.retain(|_, more| more.code.id != id);
    }

    /// Keeps the findings that are asked for, at least of a level.
    pub fn keep(&mut self, is_asked_for: impl Fn(&Code) -> bool, least: Severity) {
        self.findings.retain(|finding| finding.severity >= least && is_asked_for(finding.code));
        self.surplus.retain(|_, more| more.severity >= least && is_asked_for(more.code));
    }

    /// Keeps the errors, unless nothing is built of their files, and the findings in some files.
    pub fn keep_errors_and(&mut self, is_concerned: impl Fn(FileId) -> bool) {
        let held = &self.held;
        let is_kept = |severity: Severity, span: Span| {
            severity == Severity::Error && !is_held(held, span) || is_concerned(span.file)
        };
        self.findings.retain(|finding| is_kept(finding.severity, finding.span));
        self.surplus.retain(|_, more| is_kept(more.severity, Span::head(more.file)));
    }

    /// Sorts the findings for people who work through them: the gravest first; with `by_kind` those of one kind
    /// together, else in reading order.
    pub fn sort_for_work(&mut self, by_kind: bool) {
        let kind = |finding: &Diagnostic| if by_kind { finding.code.id } else { "" };
        self.findings
            .sort_by_key(|finding| (Reverse(finding.severity), kind(finding), finding.span, finding.code.id));
    }

    /// Sorts the findings into reading order.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|finding| (finding.span, finding.code.id));
    }

    /// Number of findings with this level, including those that were only counted.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.findings.iter().filter(|finding| finding.severity == severity).count();
        let more = self.surplus().filter(|more| more.severity == severity);
        kept + more.map(|more| more.count).sum::<usize>()
    }

    /// Whether there are errors, which stop the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.stops(Severity::Error)
    }

    /// Whether there are findings of a level or a worse one, but for files of which nothing is built.
    #[must_use]
    pub fn stops(&self, level: Severity) -> bool {
        let stops = |severity: Severity, span: Span| severity >= level && !is_held(&self.held, span);
        let surplus = self.surplus.values().any(|more| stops(more.severity, Span::head(more.file)));
        surplus || self.findings.iter().any(|finding| stops(finding.severity, finding.span))
    }

    /// Names files of which nothing is built, but for some places in them: their errors are told, and stop nothing.
    pub fn hold(&mut self, files: impl IntoIterator<Item = (FileId, Vec<Span>)>) {
        self.held.extend(files);
    }
}

/// Whether nothing is built of a place.
fn is_held(held: &BTreeMap<FileId, Vec<Span>>, place: Span) -> bool {
    let is_shown = |shown: &Span| shown.start <= place.start && place.end <= shown.end;
    held.get(&place.file).is_some_and(|shown| !shown.iter().any(is_shown))
}

fn quoted(message: &Message) -> Message {
    Message { zh: quotable(&message.zh), en: quotable(&message.en) }
}
