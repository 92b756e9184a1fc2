//! The result of an action, shown on the page from which it was asked for.

use serde::Serialize;

use crate::cli::desk::address::Tab;
use crate::diagnostic::print::{Shower, Shown};
use crate::diagnostic::{Report, Severity};
use crate::error::Error;
use crate::pipeline::Checked;
use crate::source::Sources;
use crate::text::message::Lang;

/// Maximum number of findings of an outcome that are shown.
const SHOWN: usize = 200;

/// The result of an action.
#[derive(Debug, Serialize)]
pub struct Outcome {
    /// The page on which it is shown.
    #[serde(skip)]
    pub tab: Tab,
    /// Whether it was done.
    pub is_done: bool,
    /// The action, or the reason why it was not done, in lines.
    pub text: String,
    /// The findings of an import, a collection or a trial.
    pub findings: Vec<Shown>,
    /// Number of further findings.
    pub more: usize,
    /// The page of the site that shows the result.
    pub show: Option<String>,
    /// Whether the content was changed.
    #[serde(skip)]
    pub is_changed: bool,
    /// The project after the change, where it was tried before it was written.
    #[serde(skip)]
    pub next: Option<Box<Checked>>,
}

impl Outcome {
    /// Something that was done, and has changed the content.
    pub fn done(tab: Tab, text: impl Into<String>) -> Self {
        Self {
            tab,
            is_done: true,
            text: text.into(),
            findings: Vec::new(),
            more: 0,
            show: None,
            is_changed: true,
            next: None,
        }
    }

    /// Something that was not done, and has changed nothing.
    pub fn refused(tab: Tab, text: impl Into<String>) -> Self {
        Self { is_done: false, is_changed: false, ..Self::done(tab, text) }
    }

    /// An error of the environment.
    pub fn failed(tab: Tab, error: &Error, lang: Lang) -> Self {
        Self::refused(tab, error.message().get(lang))
    }

    /// Adds findings, the gravest first.
    pub fn with(mut self, report: &Report, sources: &Sources, lang: Lang) -> Self {
        let mut report = report.clone();
        report.sort_for_work(false);
        let shower = Shower::new(&report, sources, lang);
        let all: usize = [Severity::Error, Severity::Warning, Severity::Note]
            .map(|level| report.count(level))
            .iter()
            .sum();
        self.findings = report.findings().iter().take(SHOWN).map(|finding| shower.show(finding)).collect();
        self.more = all - self.findings.len();
        self
    }
}
