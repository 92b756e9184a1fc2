//! A finding: its kind, place and words, and its automatic correction.

use crate::diagnostic::{Code, Severity};
use crate::message;
use crate::source::Span;
use crate::text::message::{Lang, Message};
use crate::text::similar::Near;

/// One finding.
#[derive(Clone, Debug)]
pub struct Diagnostic {
    /// The kind.
    pub code: &'static Code,
    /// The level, usually the default of the kind.
    pub severity: Severity,
    /// The mistake, a sentence without a full stop.
    pub message: Message,
    /// The place.
    pub span: Span,
    /// Related places, each with a short text.
    pub labels: Vec<(Span, Message)>,
    /// Advice on correcting it.
    pub help: Option<Message>,
    /// 放行: the reason why the finding was accepted.
    pub accepted: Option<Message>,
    /// The automatic correction: a place, and its new text.
    pub fix: Option<(Span, String)>,
}

impl Diagnostic {
    /// A finding with the default level of its kind.
    #[must_use]
    pub fn new(code: &'static Code, span: Span, message: Message) -> Self {
        let severity = code.severity;
        Self { code, severity, message, span, labels: Vec::new(), help: None, accepted: None, fix: None }
    }

    /// Adds a related place.
    #[must_use]
    pub fn label(mut self, span: Span, message: Message) -> Self {
        self.labels.push((span, message));
        self
    }

    /// Sets the advice.
    #[must_use]
    pub fn help(mut self, help: Message) -> Self {
        self.help = Some(help);
        self
    }

    /// Asks whether a known word was meant; a certain one is the automatic correction.
    #[must_use]
    pub fn did_you_mean(self, span: Span, near: Near<'_>) -> Self {
        let word = near.word;
        let finding = self.help(message!("是否想写“{word}”？", "did you mean {word:?}?"));
        if near.is_certain { finding.fix(span, word) } else { finding }
    }

    /// Accepts the finding for a reason; removes advice and automatic correction.
    pub(super) fn accept(&mut self, reason: Message) {
        self.severity = Severity::Note;
        self.help = None;
        self.fix = None;
        self.accepted = Some(reason);
    }

    /// Message and advice, or reason of acceptance, in one text.
    #[must_use]
    pub fn full_text(&self, lang: Lang) -> String {
        let help = self.help.as_ref().map(|help| (lang.pick("建议", "help"), help));
        let reason = self.accepted.as_ref().map(|reason| (lang.pick("已放行", "accepted"), reason));
        let mut lines = vec![self.message.get(lang).to_owned()];
        let more = help.into_iter().chain(reason);
        lines.extend(more.map(|(title, words)| format!("{title}: {}", words.get(lang))));
        lines.join("\n")
    }

    /// The automatic correction, if it changes the file of the finding.
    #[must_use]
    pub fn fix_here(&self) -> Option<(Span, &str)> {
        let (span, text) = self.fix.as_ref()?;
        (span.file == self.span.file).then_some((*span, text.as_str()))
    }

    /// Sets the automatic correction: the new text at `span`.
    #[must_use]
    pub fn fix(mut self, span: Span, text: impl Into<String>) -> Self {
        self.fix = Some((span, text.into()));
        self
    }
}
