//! Equal findings, gathered below the first of them.

use std::collections::BTreeMap;
use std::fmt::Write;

use crate::diagnostic::print::private;
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::{FileId, Sources, Span};
use crate::text::message::Lang;

/// Files that are named below a finding.
const FILES: usize = 3;
/// Places in each of them that are named by line and column.
const PLACES: usize = 20;

/// Equal findings in one file that stop the work and stand alone; further ones are folded below the last of these.
const STOPPING: usize = 3;

/// A finding with the places of all that equal it.
///
/// Equal findings differ in nothing but their own place: kind, level, words, mend, reason and second places are the
/// same, so that the first, shown whole, misleads nobody about the others.
#[derive(Debug)]
pub struct Fold<'r> {
    /// The first of them.
    pub first: &'r Diagnostic,
    /// The places of the others, in order.
    pub others: Vec<Span>,
}

/// Findings in their order, equal ones folded. Those of level `whole` and above stop the work, and each has to be looked
/// at: the first [`STOPPING`] of a file stand alone. With `whole` at the lowest level nothing is folded.
pub fn fold(report: &Report, whole: Severity) -> Vec<Fold<'_>> {
    let (mut folds, mut known) = (Vec::<Fold<'_>>::new(), BTreeMap::new());
    for finding in report.findings() {
        let alone = Fold { first: finding, others: Vec::new() };
        if whole == Severity::Note {
            folds.push(alone);
            continue;
        }
        let Diagnostic { code, severity, message, labels, help, accepted, .. } = finding;
        let is_whole = *severity >= whole;
        let file = is_whole.then_some(finding.span.file);
        let key = (code.id, severity, message, labels, help, accepted, file);
        let (count, at) = known.entry(key).or_insert((0, folds.len()));
        *count += 1;
        if is_whole && *count <= STOPPING {
            *at = folds.len();
        }
        match folds.get_mut(*at) {
            Some(fold) => fold.others.push(finding.span),
            None => folds.push(alone),
        }
    }
    folds
}

/// The places of folded findings, below the first of them: a line for each file, or nothing where there are none.
pub fn places(others: &[Span], sources: &Sources, lang: Lang) -> String {
    let count = others.len();
    let mut text = match (lang, count) {
        (_, 0) => return String::new(),
        (Lang::Zh, _) => format!("\n另有{count}处："),
        (Lang::En, 1) => "\nand 1 more place:".to_owned(),
        (Lang::En, _) => format!("\nand {count} more places:"),
    };
    let more = lang.pick("……", "…");
    let mut files: BTreeMap<FileId, Vec<Span>> = BTreeMap::new();
    for span in others {
        files.entry(span.file).or_default().push(*span);
    }
    for (file, spans) in files.iter().take(FILES) {
        let file = sources.file(*file);
        // Writing into a string does not fail.
        let _ = write!(text, "\n  {}", private::path(&file.path));
        if !file.text.is_empty() {
            let place = |span: &Span| {
                let at = sources.start(*span);
                format!("{}:{}", at.line, at.column)
            };
            let mut printed: Vec<String> = spans.iter().take(PLACES).map(place).collect();
            if spans.len() > PLACES {
                printed.push(more.to_owned());
            }
            let _ = write!(text, ":{}", printed.join(lang.pick("、", ", ")));
        }
    }
    if files.len() > FILES {
        let _ = write!(text, "\n  {more}");
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::{About, Code};
    use crate::message;
    use crate::text::message::Words;

    const NO_STOP: Code = Code {
        id: "W008",
        name: "no-full-stop",
        severity: Severity::Warning,
        about: About {
            what: Words::new("段末没有句号。", "A paragraph without a full stop."),
            why: Words::new("", ""),
            example: "",
            mend: Words::new("", ""),
        },
    };

    /// Findings at the beginning of every line of some files, in words that `words` gives for each line.
    fn printed(files: &[usize], whole: Severity, words: impl Fn(usize, Diagnostic) -> Diagnostic) -> String {
        let (mut report, mut sources) = (Report::default(), Sources::default());
        for (i, lines) in files.iter().enumerate() {
            let file = sources.add(format!("{i}.md"), "x\n".repeat(*lines));
            for line in 0..*lines {
                let finding =
                    Diagnostic::new(&NO_STOP, Span::new(file, 2 * line, 2 * line + 1), message!("甲", "a"));
                report.push(words(line, finding));
            }
        }
        let folds = fold(&report, whole);
        let printed = folds.iter().map(|fold| {
            let at = sources.start(fold.first.span).line;
            format!("{at}{}", places(&fold.others, &sources, Lang::En))
        });
        printed.collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn equal_findings_are_gathered_below_the_first() {
        let same = |_, finding| finding;
        assert_eq!(printed(&[1], Severity::Error, same), "1");
        assert_eq!(printed(&[2], Severity::Error, same), "1\nand 1 more place:\n  0.md:2:1");
        assert_eq!(
            printed(&[3, 2], Severity::Error, same),
            "1\nand 4 more places:\n  0.md:2:1, 3:1\n  1.md:1:1, 2:1"
        );
    }

    #[test]
    fn many_places_are_cut_short_and_counted() {
        let many = printed(&[22, 1, 1, 1], Severity::Error, |_, finding| finding);
        let lines = (2..22).map(|line| format!("{line}:1")).collect::<Vec<_>>().join(", ");
        assert_eq!(many, format!("1\nand 24 more places:\n  0.md:{lines}, …\n  1.md:1:1\n  2.md:1:1\n  …"));
    }

    /// The first three of a file stand alone.
    #[test]
    fn what_stops_the_work_is_folded_where_there_are_many() {
        let stopping = |files: &[usize]| printed(files, Severity::Warning, |_, finding| finding);
        assert_eq!(stopping(&[3]), "1\n2\n3");
        assert_eq!(stopping(&[5, 1]), "1\n2\n3\nand 2 more places:\n  0.md:4:1, 5:1\n1");
        assert_eq!(printed(&[5], Severity::Note, |_, finding| finding), "1\n2\n3\n4\n5");
    }

    #[test]
    fn what_differs_or_stops_stands_alone() {
        assert_eq!(printed(&[2], Severity::Warning, |_, finding| finding), "1\n2");
        let second = |change: fn(Diagnostic) -> Diagnostic| {
            printed(&[2], Severity::Error, |line, finding| if line == 1 { change(finding) } else { finding })
        };
        assert_eq!(second(|finding| Diagnostic { severity: Severity::Note, ..finding }), "1\n2");
        assert_eq!(second(|finding| Diagnostic { message: message!("乙", "b"), ..finding }), "1\n2");
        assert_eq!(second(|finding| finding.help(message!("乙", "b"))), "1\n2");
        assert_eq!(second(|finding| Diagnostic { accepted: Some(message!("乙", "b")), ..finding }), "1\n2");
        let labelled = |finding: Diagnostic| {
            let at = finding.span;
            finding.label(at, message!("乙", "b"))
        };
        assert_eq!(second(labelled), "1\n2");
    }
}
