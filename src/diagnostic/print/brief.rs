//! Findings beside the result of a build: what stops it in full, everything else as a count of each kind.
//!
//! Hundreds of warnings ahead of the one line that says where the site lies would hide it from whoever builds for the
//! first time; `gongkai check` is there to read them.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use crate::diagnostic::print::human::{counted, frame, heading, summary};
use crate::diagnostic::print::private::Private;
use crate::diagnostic::{Code, Report, Severity};
use crate::source::Sources;
use crate::text::message::Lang;

/// Findings of level `whole` and above one by one, a line for each kind of the others, and a line that counts all;
/// with ANSI colours. Nothing where nothing was found.
#[must_use]
pub fn brief(report: &Report, sources: &Sources, lang: Lang, whole: Severity) -> String {
    let private = Private::of(report);
    let findings = report.findings().iter().filter(|finding| finding.severity >= whole);
    let more = report.surplus().filter(|more| more.severity >= whole);
    let mut parts: Vec<String> = findings.map(|finding| frame(finding, sources, &private, lang)).collect();
    parts.extend(more.map(|more| counted(more, sources, lang)));
    let kinds = kinds(report, whole);
    let mut end = summary(report, lang);
    if !kinds.is_empty() {
        let lines = kinds.iter().map(|(kind, count)| line(kind, *count, lang));
        parts.push(lines.collect::<Vec<_>>().join("\n"));
        end = format!("{}\n{end}", lang.pick("运行 gongkai check 逐处查看", "`gongkai check` shows them"));
    }
    if parts.is_empty() {
        return String::new();
    }
    parts.push(end);
    parts.join("\n\n")
}

/// A kind of findings: the worst first, then by code. Accepted ones are a kind of their own: nothing is to be mended.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Kind {
    severity: Reverse<Severity>,
    id: &'static str,
    is_accepted: bool,
}

/// Kinds of findings below the level `whole`, each with its code and the number of its places.
fn kinds(report: &Report, whole: Severity) -> BTreeMap<Kind, (&'static Code, usize)> {
    let mut kinds = BTreeMap::new();
    let mut add = |code: &'static Code, severity, is_accepted, count| {
        if severity < whole {
            let kind = Kind { severity: Reverse(severity), id: code.id, is_accepted };
            kinds.entry(kind).or_insert((code, 0)).1 += count;
        }
    };
    for finding in report.findings() {
        add(finding.code, finding.severity, finding.accepted.is_some(), 1);
    }
    for more in report.surplus() {
        // Acceptance holds for all findings of a kind in a file.
        let of_its_kind = report
            .findings()
            .iter()
            .find(|finding| finding.code == more.code && finding.span.file == more.file);
        let is_accepted = of_its_kind.is_some_and(|finding| finding.accepted.is_some());
        add(more.code, more.severity, is_accepted, more.count);
    }
    kinds
}

/// A kind as a line: its level, its code, what is found, in how many places.
fn line(kind: &Kind, (code, count): (&Code, usize), lang: Lang) -> String {
    let what = code.about.what.get(lang).trim_end_matches(['。', '.']);
    let accepted = if kind.is_accepted { lang.pick("，已放行", ", accepted") } else { "" };
    let words = match (lang, count) {
        (Lang::Zh, _) => format!("{what}（{count}处{accepted}）"),
        (Lang::En, 1) => format!("{what} (1 place{accepted})"),
        (Lang::En, _) => format!("{what} ({count} places{accepted})"),
    };
    heading(kind.severity.0, code, &words, lang)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{About, Diagnostic, KEPT};
    use crate::message;
    use crate::source::Span;
    use crate::text::message::Words;

    const TYPED: Code = Code {
        id: "W003",
        name: "typed-number",
        severity: Severity::Warning,
        about: About {
            what: Words::new("手工写了序号。", "A number was typed."),
            why: Words::new("", ""),
            example: "",
            mend: Words::new("", ""),
        },
    };

    #[test]
    fn findings_without_places_are_counted_with_their_kind() {
        let (mut report, mut sources) = (Report::default(), Sources::default());
        for count in [KEPT + 5, 1] {
            let file = sources.add(format!("{count}.md"), "x\n".repeat(count));
            for line in 0..count {
                report.push(Diagnostic::new(
                    &TYPED,
                    Span::new(file, 2 * line, 2 * line + 1),
                    message!("甲", "a"),
                ));
            }
        }
        let printed = |report: &Report| {
            let text = brief(report, &sources, Lang::En, Severity::Error);
            anstream::adapter::strip_str(&text).to_string()
        };
        let end = "\n\n`gongkai check` shows them\n";
        assert_eq!(
            printed(&report),
            format!("warning[W003]: A number was typed (1006 places){end}0 errors, 1006 warnings, 0 notes")
        );
        let first = report.findings()[0].span.file;
        report.accept("W003", |file| file == first, &message!("原件如此", "so it is"));
        assert_eq!(
            printed(&report),
            format!(
                "warning[W003]: A number was typed (1 place)\nnote[W003]: A number was typed (1005 places, accepted)\
                 {end}0 errors, 1 warning, 1005 notes"
            )
        );
        assert_eq!(printed(&Report::default()), "");
    }
}
