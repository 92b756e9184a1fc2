//! Findings for programs: one JSON object, in both languages at once, described by its own JSON Schema.

mod parts;

use std::borrow::Cow;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::diagnostic::print::json::parts::{Both, Fix, Label, Level};
use crate::diagnostic::print::region::Region;
use crate::diagnostic::print::{Findings, private};
use crate::diagnostic::{Diagnostic, Surplus};
use crate::source::Sources;

/// The document that `gongkai check --format json` prints.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Findings")]
struct Output<'r> {
    /// Every finding, by file and place.
    findings: Vec<Finding<'r>>,
    /// Findings that were only counted: of each kind in each file, the first 1,000 are printed, the others counted.
    more: Vec<More<'r>>,
}

/// Findings of one kind and severity in one file past the first 1,000.
#[derive(Debug, Serialize, JsonSchema)]
struct More<'r> {
    /// The kind of finding, such as T002.
    #[schemars(regex(pattern = "^[A-Z][0-9]{3}$"))]
    code: &'r str,
    /// The kind's name, such as unknown-office.
    name: &'r str,
    /// How bad they are, after the project's own levels and acceptances.
    severity: Level,
    /// The file, relative to the project's root, with `/`.
    file: Cow<'r, str>,
    /// How many there are besides the findings.
    #[schemars(range(min = 1))]
    count: usize,
}

/// One finding. Lines and columns count from 1, columns in characters (Unicode scalar values); the end is just
/// past the last character. A finding about a folder, whose path ends with `/`, stands at line 1, column 1.
#[derive(Debug, Serialize, JsonSchema)]
struct Finding<'r> {
    /// The kind of finding, such as T002; `gongkai explain T002` explains it.
    #[schemars(regex(pattern = "^[A-Z][0-9]{3}$"))]
    code: &'r str,
    /// The kind's name, such as unknown-office.
    name: &'r str,
    /// How bad it is, after the project's own levels and acceptances.
    severity: Level,
    /// The file, relative to the project's root, with `/`.
    file: Cow<'r, str>,
    /// Line of the first character.
    #[schemars(range(min = 1))]
    line: usize,
    /// Column of the first character.
    #[schemars(range(min = 1))]
    column: usize,
    /// Line of the end.
    #[schemars(range(min = 1))]
    end_line: usize,
    /// Column of the end.
    #[schemars(range(min = 1))]
    end_column: usize,
    /// The mistake in words.
    message: Both<'r>,
    /// How to mend it, if that can be said.
    help: Option<Both<'r>>,
    /// Why it stays as it is, if a notice accepts it (放行); its severity is then note.
    accepted: Option<Both<'r>>,
    /// Other places that matter.
    labels: Vec<Label<'r>>,
    /// The mend as an edit of the same file, if there is exactly one.
    fix: Option<Fix<'r>>,
}

/// All findings of a report.
pub fn json(findings: &Findings<'_>) -> String {
    let of = |finding| Finding::of(finding, findings.sources);
    let output = Output {
        findings: findings.report.findings().iter().map(of).collect(),
        more: findings.report.surplus().map(|more| More::of(more, findings.sources)).collect(),
    };
    // Strings and numbers cannot fail to be written.
    serde_json::to_string_pretty(&output).unwrap_or_default()
}

/// The JSON Schema of what `gongkai check --format json` prints. Readers should expect fields to be added.
#[must_use]
pub fn schema() -> Schema {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Output<'_>>();
    schema.insert("title".to_owned(), "gongkai check --format json".into());
    schema
}

impl<'r> Finding<'r> {
    fn of(finding: &'r Diagnostic, sources: &'r Sources) -> Self {
        let Region { file, start, end } = Region::of(finding.span, sources);
        Self {
            code: finding.code.id,
            name: finding.code.name,
            severity: finding.severity.into(),
            file,
            line: start.line,
            column: start.column,
            end_line: end.line,
            end_column: end.column,
            message: (&finding.message).into(),
            help: finding.help.as_ref().map(Both::from),
            accepted: finding.accepted.as_ref().map(Both::from),
            labels: finding.labels.iter().map(|label| Label::of(label, sources)).collect(),
            fix: finding.fix_here().map(|fix| Fix::of(fix, sources)),
        }
    }
}

impl<'r> More<'r> {
    fn of(more: &Surplus, sources: &'r Sources) -> Self {
        let Surplus { code, severity, file, count } = *more;
        let file = private::path(&sources.file(file).path);
        Self { code: code.id, name: code.name, severity: severity.into(), file, count }
    }
}
