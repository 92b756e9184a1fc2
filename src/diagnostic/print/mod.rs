//! Output formats of findings: one file for each format, one line in [`print()`].

mod brief;
mod diff;
mod excerpt;
mod fold;
mod github;
mod html;
mod human;
mod json;
mod private;
mod region;
mod sarif;
mod shown;

pub use brief::brief;
pub use diff::{Version, diff};
pub use html::{FINDINGS_STYLE, FINDINGS_STYLE_ADDRESS, findings_page, refusal_page};
pub use human::{folded, human};
pub use json::schema;
pub use shown::{Shower, Shown, ShownPlace};

use crate::diagnostic::{Code, Report, Severity};
use crate::source::Sources;
use crate::text::message::Lang;

/// An output format of findings.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Form {
    /// For people at a terminal.
    #[default]
    Human,
    /// For programs; [`schema()`] describes it.
    Json,
    /// Workflow commands for the log of a GitHub workflow.
    Github,
    /// SARIF 2.1.0, for code scanning and editors.
    Sarif,
}

/// Findings to be printed, with everything that printing needs.
#[derive(Clone, Copy, Debug)]
pub struct Findings<'r> {
    /// The findings.
    pub report: &'r Report,
    /// The texts of the files.
    pub sources: &'r Sources,
    /// The language, for formats with only one.
    pub lang: Lang,
    /// The lowest level of findings that stop the work, which are folded only where a file has many equal ones; equal
    /// findings below it are always folded, for people only.
    pub whole: Severity,
    /// Every kind of finding, for formats that list them.
    pub codes: &'r [&'static Code],
    /// The path from the reader's folder to the project, ending with `/` or empty, for formats whose readers open the files
    /// themselves.
    pub prefix: &'r str,
}

/// The findings in a format, without a line feed at the end.
#[must_use]
pub fn print(form: Form, findings: &Findings<'_>) -> String {
    match form {
        Form::Human => folded(findings.report, findings.sources, findings.lang, findings.whole),
        Form::Json => json::json(findings),
        Form::Github => github::github(findings),
        Form::Sarif => sarif::sarif(findings),
    }
}
