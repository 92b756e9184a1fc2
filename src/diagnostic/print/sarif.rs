//! Findings as SARIF 2.1.0 (OASIS), the format of code scanning and editors.
//!
//! Every kind of finding is listed as a rule with its explanation, so that a viewer needs nothing else. An accepted
//! finding (放行) is a result with a suppression in the source, which viewers hide or grey out.

use serde_json::{Value, json};

use crate::diagnostic::print::Findings;
use crate::diagnostic::print::private;
use crate::diagnostic::print::region::Region;
use crate::diagnostic::{Code, Diagnostic, Severity, Surplus};
use crate::source::Span;
use crate::text::link;
use crate::text::message::{Lang, Words};

/// The schema of the format.
const SCHEMA: &str =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/// The id of the base of our relative addresses; the reader knows its value.
const BASE: &str = "SRCROOT";

/// A log with one run.
pub fn sarif(findings: &Findings<'_>) -> String {
    let lang = findings.lang;
    let rules: Vec<Value> = findings.codes.iter().map(|code| rule(code, lang)).collect();
    let results = findings.report.findings().iter().map(|finding| result(finding, findings));
    let more = findings.report.surplus().map(|more| counted(more, findings));
    let results: Vec<Value> = results.chain(more).collect();
    let base = Words::new("运行时所在的文件夹", "the folder in which the program ran");
    let log = json!({
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": {
                "name": "gongkai",
                "semanticVersion": env!("CARGO_PKG_VERSION"),
                "rules": rules,
            }},
            "language": lang.pick("zh-CN", "en-US"),
            "columnKind": "unicodeCodePoints",
            "originalUriBaseIds": { BASE: { "description": { "text": base.get(lang) } } },
            "results": results,
        }],
    });
    format!("{log:#}")
}

fn rule(code: &Code, lang: Lang) -> Value {
    let about = &code.about;
    let (what, why) = (about.what.get(lang), about.why.get(lang));
    let help = about.parts().map(|(title, text)| format!("{}:\n{}", title.get(lang), text.get(lang)));
    json!({
        "id": code.id,
        "name": code.name,
        "shortDescription": { "text": what },
        "fullDescription": { "text": format!("{what}{}{why}", lang.pick("", " ")) },
        "help": { "text": help.join("\n\n") },
        "defaultConfiguration": { "level": level(code.severity) },
        "properties": { "basis": code.basis().words().get(lang), "binding": code.basis().is_binding() },
    })
}

fn result(finding: &Diagnostic, findings: &Findings<'_>) -> Value {
    let mut result = json!({
        "ruleId": finding.code.id,
        "level": level(finding.severity),
        "message": { "text": finding.full_text(findings.lang) },
        "locations": [location(finding.span, findings)],
    });
    add_rule(&mut result, finding.code, findings);
    if !finding.labels.is_empty() {
        let labels = finding.labels.iter().map(|(span, message)| {
            let mut place = location(*span, findings);
            place["message"] = json!({ "text": message.get(findings.lang) });
            place
        });
        result["relatedLocations"] = labels.collect();
    }
    if let Some(reason) = &finding.accepted {
        let reason = reason.get(findings.lang);
        result["suppressions"] = json!([{ "kind": "inSource", "justification": reason }]);
    }
    if let Some((span, text)) = finding.fix_here() {
        let place = location(span, findings);
        let physical = &place["physicalLocation"];
        result["fixes"] = json!([{ "artifactChanges": [{
            "artifactLocation": physical["artifactLocation"],
            "replacements": [{ "deletedRegion": physical["region"], "insertedContent": { "text": text } }],
        }]}]);
    }
    result
}

/// One result for all further findings of a kind, which were only counted.
fn counted(more: &Surplus, findings: &Findings<'_>) -> Value {
    let mut result = json!({
        "ruleId": more.code.id,
        "level": level(more.severity),
        "message": { "text": more.message().get(findings.lang) },
        "locations": [{ "physicalLocation": {
            "artifactLocation": artifact(&private::path(&findings.sources.file(more.file).path), findings),
        }}],
        "occurrenceCount": more.count,
    });
    add_rule(&mut result, more.code, findings);
    result
}

fn add_rule(result: &mut Value, code: &Code, findings: &Findings<'_>) {
    if let Some(rule) = findings.codes.iter().position(|known| known.id == code.id) {
        result["ruleIndex"] = rule.into();
    }
}

fn artifact(file: &str, findings: &Findings<'_>) -> Value {
    json!({ "uri": link::encoded(&format!("{}{file}", findings.prefix)), "uriBaseId": BASE })
}

fn location(span: Span, findings: &Findings<'_>) -> Value {
    let Region { file, start, end } = Region::of(span, findings.sources);
    json!({ "physicalLocation": {
        "artifactLocation": artifact(&file, findings),
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    }})
}

fn level(severity: Severity) -> &'static str {
    match severity {
        Severity::Error => "error",
        Severity::Warning => "warning",
        Severity::Note => "note",
    }
}
