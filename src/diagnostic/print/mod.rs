//! Findings for readers: one file per form, one line in [`print()`].

mod brief;
mod excerpt;
mod fold;
mod github;
mod html;
mod human;
mod json;
mod private;
mod region;
mod sarif;

pub use brief::brief;
pub use html::{FINDINGS_STYLE, FINDINGS_STYLE_ADDRESS, findings_page, refusal_page};
pub use human::human;
pub use json::schema;

use crate::diagnostic::{Code, Report, Severity};
use crate::source::Sources;
use crate::text::message::Lang;

/// A form in which findings are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// For a person at a terminal.
    #[default]
    Human,
    /// For programs; [`schema()`] describes it.
    Json,
    /// For the log of a GitHub workflow, which shows them beside the lines of a change.
    Github,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
}

/// Findings to be printed, with all that printing takes.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'r> {
    /// The findings.
    pub report: &'r Report,
    /// The texts in which they were found.
    pub sources: &'r Sources,
    /// The language, for forms that have only one.
    pub lang: Lang,
    /// The level from which each finding stands by itself; equal ones below it are folded, for people only.
    pub whole: Severity,
    /// Every kind of finding there is, for forms that list them.
    pub codes: &'r [&'static Code],
    /// The way from the folder in which the reader stands to the project, ending in `/`, or nothing: for forms
    /// whose readers look for the files themselves.
    pub prefix: &'r str,
}

/// The findings in a form, without a line feed at the end.
#[must_use]
pub fn print(form: Form, findings: &Findings<'_>) -> String {
    match form {
        Form::Human => human::folded(findings.report, findings.sources, findings.lang, findings.whole),
        Form::Json => json::json(findings),
        Form::Github => github::github(findings),
        Form::Sarif => sarif::sarif(findings),
    }
}
