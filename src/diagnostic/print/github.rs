//! Findings as workflow commands, which GitHub shows beside their lines.
//!
//! `::error file=…,line=…::message`; values escape `%` and line ends, properties also `:` and `,`.

use std::fmt::Write;

use crate::diagnostic::print::Findings;
use crate::diagnostic::print::private;
use crate::diagnostic::print::region::Region;
use crate::diagnostic::{Diagnostic, Severity, Surplus};

/// One line for each finding, and for each count of further findings.
pub fn github(findings: &Findings<'_>) -> String {
    let lines = findings.report.findings().iter().map(|finding| command(finding, findings));
    let more = findings.report.surplus().map(|more| counted(more, findings));
    lines.chain(more).collect::<Vec<_>>().join("\n")
}

/// The line for further findings of a kind, which were only counted.
fn counted(more: &Surplus, findings: &Findings<'_>) -> String {
    let name = name(more.severity);
    let file =
        property(&format!("{}{}", findings.prefix, private::path(&findings.sources.file(more.file).path)));
    let title = property(&format!("{} {}", more.code.id, more.code.name));
    let message = data(more.message().get(findings.lang));
    format!("::{name} file={file},title={title}::{message}")
}

fn command(finding: &Diagnostic, findings: &Findings<'_>) -> String {
    let Region { file, start, end } = Region::of(finding.span, findings.sources);
    let name = name(finding.severity);
    let file = property(&format!("{}{file}", findings.prefix));
    let mut line = format!("::{name} file={file},line={},endLine={}", start.line, end.line);
    // GitHub rejects columns together with several lines.
    if start.line == end.line {
        let _ = write!(line, ",col={},endColumn={}", start.column, end.column);
    }
    let title = property(&format!("{} {}", finding.code.id, finding.code.name));
    let message = data(&finding.full_text(findings.lang));
    let _ = write!(line, ",title={title}::{message}");
    line
}

fn name(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "notice",
    }
}

/// Escapes a message.
fn data(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// Escapes the value of a property, which ends at a comma or colon.
fn property(text: &str) -> String {
    data(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::{data, property};

    #[test]
    fn nothing_ends_a_value_early() {
        assert_eq!(data("100%\r\n甲: 乙, 丙"), "100%25%0D%0A甲: 乙, 丙");
        assert_eq!(property("a,b:c%"), "a%2Cb%3Ac%25");
    }
}
