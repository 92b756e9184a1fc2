//! A finding, and all findings of a run.

use std::collections::BTreeMap;

use crate::diagnostic::{Code, Severity};
use crate::say;
use crate::source::{FileId, Span};
use crate::text::character::quotable;
use crate::text::message::{Lang, Message};
use crate::text::personal::hidden;

/// Findings of one kind in one file that are kept with their places. Nobody mends more at once, and a file of a
/// million bad lines would take a gigabyte.
pub const KEPT: usize = 1_000;

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// Its kind.
    pub code: &'static Code,
    /// Its level, usually the kind's own.
    pub severity: Severity,
    /// What is wrong, a sentence without a full stop.
    pub message: Message,
    /// Where.
    pub span: Span,
    /// Other places that matter, each with a few words.
    pub labels: Vec<(Span, Message)>,
    /// How to mend it.
    pub help: Option<Message>,
    /// 放行: why it stays as it is, in the words of whoever accepted it.
    pub accepted: Option<Message>,
    /// The mend itself: the text that should stand at the place instead.
    pub fix: Option<(Span, String)>,
}

impl Diagnostic {
    /// A finding of a kind, at its kind's level.
    #[must_use]
    pub fn new(code: &'static Code, span: Span, message: Message) -> Self {
        let severity = code.severity;
        Self { code, severity, message, span, labels: Vec::new(), help: None, accepted: None, fix: None }
    }

    /// Adds another place.
    #[must_use]
    pub fn label(mut self, span: Span, message: Message) -> Self {
        self.labels.push((span, message));
        self
    }

    /// Says how to mend it.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Lets it stay as it is, for a reason. What was to be mended is mended no longer.
    fn accept(&mut self, reason: Message) {
        self.severity = Severity::Note;
        self.help = None;
        self.fix = None;
        self.accepted = Some(reason);
    }

    /// What is wrong, and below it the mend or why it is accepted: for readers that show one text.
    #[must_use]
    pub fn full_text(&self, lang: Lang) -> String {
        let help = self.help.as_ref().map(|help| (lang.pick("建议", "help"), help));
        let reason = self.accepted.as_ref().map(|reason| (lang.pick("已放行", "accepted"), reason));
        let mut lines = vec![self.message.get(lang).to_owned()];
        let more = help.into_iter().chain(reason);
        lines.extend(more.map(|(title, words)| format!("{title}: {}", words.get(lang))));
        lines.join("\n")
    }

    /// The mend, as long as it lies in the file of the finding itself.
    #[must_use]
    pub fn fix_here(&self) -> Option<(Span, &str)> {
        let (span, text) = self.fix.as_ref()?;
        (span.file == self.span.file).then_some((*span, text.as_str()))
    }

    /// Gives the text that should stand at `span`.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some((span, text.into()));
        self
    }
}

/// Findings of one kind and level in one file past the first [`KEPT`]: counted, without their places.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surplus {
    /// Their kind.
    pub code: &'static Code,
    /// Their level.
    pub severity: Severity,
    /// Their file.
    pub file: FileId,
    /// How many.
    pub count: usize,
}

impl Surplus {
    /// The count as a sentence.
    #[must_use]
    pub fn message(&self) -> Message {
        let count = self.count;
        say!("本文件中此类问题还有 {count} 处", "and {count} more of this kind in this file")
    }
}

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
    /// Findings that are kept of each kind in each file.
    kept: BTreeMap<(FileId, &'static str), usize>,
    surplus: BTreeMap<(FileId, &'static str, Severity), Surplus>,
}

impl Report {
    /// Adds a finding. Whatever it quotes, it spreads nobody's identity, mobile or card number: they are hidden in
    /// its words, and no mend repeats them. A text of any length is quoted in a few hundred characters, and a
    /// terminal gets none that could steer it.
    pub fn push(&mut self, finding: Diagnostic) {
        self.push_within(finding.span.file, finding);
    }

    /// Adds a finding that is counted with those of another file: a cell's place is a file of its own, and what is
    /// counted is counted for the workbook.
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

    /// Adds a finding that takes time to make, such as the search for the nearest name; it is made only if it is kept.
    pub fn push_with(&mut self, code: &'static Code, file: FileId, make: impl FnOnce() -> Diagnostic) {
        if self.is_full(code, file) {
            self.count_only(Surplus { code, severity: code.severity, file, count: 1 });
        } else {
            self.push(make());
        }
    }

    /// Whether further findings of a kind in a file are counted only.
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

    /// Whether another finding of that kind in that file is kept; one that is not is counted.
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

    fn count_only(&mut self, more: Surplus) {
        let key = (more.file, more.code.id, more.severity);
        self.surplus.entry(key).and_modify(|known| known.count += more.count).or_insert(more);
    }

    /// The findings; by file, place and code after [`Report::sort`].
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// Findings that were counted without being kept, by file and kind.
    pub fn surplus(&self) -> impl Iterator<Item = &Surplus> {
        self.surplus.values()
    }

    /// Lets the findings of a kind in some files stay as they are, for a reason. Whether there were any.
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

    /// Gives every finding of a kind another level.
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

    /// Drops every finding of a kind.
    pub fn forget(&mut self, id: &str) {
        self.findings.retain(|finding| finding.code.id != id);
        self.surplus.retain(|_, more| more.code.id != id);
    }

    /// Puts the findings into the order in which people read them.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|finding| (finding.span, finding.code.id));
    }

    /// How many findings have this level, those that were counted only included.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        let kept = self.findings.iter().filter(|finding| finding.severity == severity).count();
        let more = self.surplus().filter(|more| more.severity == severity);
        kept + more.map(|more| more.count).sum::<usize>()
    }

    /// Whether anything stops the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}

fn quoted(message: &Message) -> Message {
    Message { zh: quotable(&message.zh), en: quotable(&message.en) }
}
