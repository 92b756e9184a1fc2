//! A finding, and all findings of a run.

use crate::diagnostic::{Code, Severity};
use crate::source::Span;
use crate::text::message::{Lang, Message};
use crate::text::personal::hidden;

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
    pub fn accept(&mut self, reason: Message) {
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

/// All findings of a run.
#[derive(Clone, Debug, Default)]
pub struct Report {
    findings: Vec<Diagnostic>,
}

impl Report {
    /// Adds a finding. Whatever it quotes, it spreads nobody's identity, mobile or card number: they are hidden in
    /// its words, and no mend repeats them.
    pub fn push(&mut self, mut finding: Diagnostic) {
        let labels = finding.labels.iter_mut().map(|(_, message)| message);
        for message in labels.chain([&mut finding.message]).chain(&mut finding.help) {
            *message = Message { zh: hidden(&message.zh), en: hidden(&message.en) };
        }
        finding.fix = finding.fix.filter(|(_, text)| hidden(text) == *text);
        self.findings.push(finding);
    }

    /// Adds the findings of another report.
    pub fn append(&mut self, other: Self) {
        self.findings.extend(other.findings);
    }

    /// The findings; by file, place and code after [`Report::sort`].
    #[must_use]
    pub fn findings(&self) -> &[Diagnostic] {
        &self.findings
    }

    /// The findings, to change their level or accept them.
    pub fn findings_mut(&mut self) -> &mut [Diagnostic] {
        &mut self.findings
    }

    /// Gives every finding of a kind another level.
    pub fn set_level(&mut self, id: &str, level: Severity) {
        for finding in self.findings.iter_mut().filter(|finding| finding.code.id == id) {
            finding.severity = level;
        }
    }

    /// Drops every finding of a kind.
    pub fn forget(&mut self, id: &str) {
        self.findings.retain(|finding| finding.code.id != id);
    }

    /// Puts the findings into the order in which people read them.
    pub fn sort(&mut self) {
        self.findings.sort_by_key(|finding| (finding.span, finding.code.id));
    }

    /// How many findings have this level.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.findings.iter().filter(|finding| finding.severity == severity).count()
    }

    /// Whether anything stops the build.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }
}
