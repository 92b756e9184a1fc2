//! Findings as values for the templates of the desk: words, places with their lines, the automatic correction.

use serde::Serialize;

use crate::diagnostic::print::excerpt::Excerpt;
use crate::diagnostic::print::private::{self, Private};
use crate::diagnostic::{Diagnostic, Report};
use crate::source::{Sources, Span};
use crate::text::character::printable;
use crate::text::message::Lang;

/// Number of characters on either side of a place.
const AROUND: usize = 40;

/// A finding as people see it, with personal numbers hidden.
#[derive(Clone, Debug, Serialize)]
pub struct Shown {
    /// `T002`.
    pub code: &'static str,
    /// `error`, `warning` or `note`.
    pub level: &'static str,
    /// The mistake.
    pub message: String,
    /// The place of the finding first, then related ones.
    pub places: Vec<ShownPlace>,
    /// The advice.
    pub help: Option<String>,
    /// The reason of an accepted finding.
    pub accepted: Option<String>,
    /// The new text of the automatic correction, if it changes the file of the finding.
    pub fix: Option<String>,
}

/// A place with its line.
#[derive(Clone, Debug, Serialize)]
pub struct ShownPlace {
    /// The file, below the project.
    pub path: String,
    /// Line from 1; `None` for a file without text.
    pub line: Option<usize>,
    /// The words about a related place.
    pub label: Option<String>,
    /// The text before the place, the place, the text behind it.
    pub text: [String; 3],
}

/// A maker of shown findings, for the findings of one report.
#[derive(Debug)]
pub struct Shower<'r> {
    sources: &'r Sources,
    private: Private,
    lang: Lang,
}

impl<'r> Shower<'r> {
    /// A maker for the findings of a report.
    #[must_use]
    pub fn new(report: &Report, sources: &'r Sources, lang: Lang) -> Self {
        Self { sources, private: Private::of(report), lang }
    }

    /// A finding as people see it.
    #[must_use]
    pub fn show(&self, finding: &Diagnostic) -> Shown {
        let text = |text: &str| text.chars().map(printable).collect::<String>();
        let labels = finding.labels.iter();
        let related = labels.map(|(span, label)| self.place(*span, Some(text(label.get(self.lang)))));
        Shown {
            code: finding.code.id,
            level: finding.severity.words().en,
            message: text(finding.message.get(self.lang)),
            places: std::iter::once(self.place(finding.span, None)).chain(related).collect(),
            help: finding.help.as_ref().map(|help| text(help.get(self.lang))),
            accepted: finding.accepted.as_ref().map(|reason| text(reason.get(self.lang))),
            fix: finding.fix_here().map(|(_, new)| text(new)),
        }
    }

    fn place(&self, span: Span, label: Option<String>) -> ShownPlace {
        let file = self.sources.file(span.file);
        let path = private::path(&file.path).into_owned();
        if file.text.is_empty() {
            return ShownPlace { path, line: None, label, text: Default::default() };
        }
        let parts = Excerpt::around(span, self.sources, &self.private).parts(AROUND);
        let text = parts.map(|part| part.chars().map(printable).collect());
        ShownPlace { path, line: Some(self.sources.start(span).line), label, text }
    }
}
