//! Findings for a person at a terminal: the line, the caret, the reason, the mend.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::print::private::{self, Private};
use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::source::{Sources, Span};
use crate::text::message::Lang;

/// Columns that a line may fill; a longer one is cut around its place. A paragraph is one line to us.
const WIDTH: usize = 120;

/// All findings of a report, with ANSI colours, and a closing line that counts them.
#[must_use]
pub fn human(report: &Report, sources: &Sources, lang: Lang) -> String {
    let (mut text, private) = (String::new(), Private::of(report));
    for finding in report.findings() {
        text.push_str(&frame(finding, sources, &private, lang));
        text.push_str("\n\n");
    }
    text.push_str(&summary(report, lang));
    text
}

fn frame(finding: &Diagnostic, sources: &Sources, private: &Private, lang: Lang) -> String {
    let title = level(finding.severity, lang).primary_title(finding.message.get(lang)).id(finding.code.id);
    let main = place(Group::with_title(title), finding.span, None, sources, private);
    let main = finding
        .labels
        .iter()
        .fold(main, |group, (span, message)| place(group, *span, Some(message.get(lang)), sources, private));
    let mut groups = vec![main];
    if let Some(help) = &finding.help {
        let title = Level::HELP.with_name(lang.pick("建议", "help")).secondary_title(help.get(lang));
        groups.push(Group::with_title(title));
    }
    if let Some(reason) = &finding.accepted {
        let title = Level::NOTE.with_name(lang.pick("已放行", "accepted")).secondary_title(reason.get(lang));
        groups.push(Group::with_title(title));
    }
    Renderer::styled().term_width(WIDTH).render(&groups)
}

/// Adds a place to a group: its file, line and column, and, where there is text, the line with carets.
fn place<'a>(
    group: Group<'a>,
    span: Span,
    label: Option<&'a str>,
    sources: &'a Sources,
    private: &Private,
) -> Group<'a> {
    let file = sources.file(span.file);
    let path = private::path(&file.path);
    if file.text.is_empty() {
        return group.element(Origin::path(path));
    }
    let line = line_of(&file.text, span.start as usize);
    let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
    let carets = kind.span(carets(&file.text, span, &line)).label(label);
    // Whatever a finding is about, the line must not spread a person's numbers.
    let shown = private.line(span.file, &file.text, &line);
    let snippet = Snippet::source(shown).line_start(sources.start(span).line).path(path);
    group.element(snippet.annotation(carets))
}

/// The bytes of the line in which a place lies, without its end.
pub fn line_of(text: &str, at: usize) -> Range<usize> {
    let at = at.min(text.len());
    let start = text[..at].rfind('\n').map_or(0, |end| end + 1);
    let line = text[start..].lines().next().unwrap_or_default();
    start..start + line.len()
}

/// Where the carets stand, counted in the line; an empty span gets one caret.
pub fn carets(text: &str, span: Span, line: &Range<usize>) -> Range<usize> {
    let start = (span.start as usize).clamp(line.start, line.end);
    let end = (span.end as usize).clamp(start, line.end);
    let end = if end == start { text.ceil_char_boundary((start + 1).min(line.end)) } else { end };
    start - line.start..end - line.start
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    let name = severity.words().get(lang);
    match severity {
        Severity::Error => Level::ERROR.with_name(name),
        Severity::Warning => Level::WARNING.with_name(name),
        Severity::Note => Level::NOTE.with_name(name),
    }
}

/// How many findings there are of each level.
pub fn summary(report: &Report, lang: Lang) -> String {
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|severity| report.count(severity));
    let plural = |n: usize| if n == 1 { "" } else { "s" };
    match lang {
        Lang::Zh => format!("共 {errors} 处错误，{warnings} 处警告，{notes} 处提示"),
        Lang::En => format!(
            "{errors} error{}, {warnings} warning{}, {notes} note{}",
            plural(errors),
            plural(warnings),
            plural(notes)
        ),
    }
}
