//! Findings for a terminal: line, carets, reason, advice.

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};

use crate::diagnostic::print::excerpt::Excerpt;
use crate::diagnostic::print::fold::{fold, places};
use crate::diagnostic::print::private::{self, Private};
use crate::diagnostic::{Code, Diagnostic, Report, Severity, Surplus};
use crate::source::{Sources, Span};
use crate::text::message::Lang;

/// Maximum width of a line in columns; longer lines are cut around the place.
const WIDTH: usize = 120;

/// All findings of a report with ANSI colours, and a last line with their numbers.
#[must_use]
pub fn human(report: &Report, sources: &Sources, lang: Lang) -> String {
    folded(report, sources, lang, Severity::Note)
}

/// All findings of a report; equal ones are folded, those of level `whole` and above only where a file has many.
#[must_use]
pub fn folded(report: &Report, sources: &Sources, lang: Lang, whole: Severity) -> String {
    let (mut text, private) = (String::new(), Private::of(report));
    let folds = fold(report, whole);
    let findings = folds
        .iter()
        .map(|fold| frame(fold.first, sources, &private, lang) + &places(&fold.others, sources, lang));
    let more = report.surplus().map(|more| counted(more, sources, lang));
    for frame in findings.chain(more) {
        text.push_str(&frame);
        text.push_str("\n\n");
    }
    text.push_str(&summary(report, lang));
    text
}

/// A finding: the line, the caret, the mend.
pub fn frame(finding: &Diagnostic, sources: &Sources, private: &Private, lang: Lang) -> String {
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

/// A level, a kind and some words, in one line.
pub fn heading(severity: Severity, code: &Code, words: &str, lang: Lang) -> String {
    let title = level(severity, lang).primary_title(words).id(code.id);
    Renderer::styled().term_width(WIDTH).render(&[Group::with_title(title)])
}

/// Count of the findings of a kind that were not kept, with their file.
pub fn counted(more: &Surplus, sources: &Sources, lang: Lang) -> String {
    let message = more.message();
    let title = level(more.severity, lang).primary_title(message.get(lang)).id(more.code.id);
    let group = Group::with_title(title).element(Origin::path(private::path(&sources.file(more.file).path)));
    Renderer::styled().term_width(WIDTH).render(&[group])
}

/// Adds a place to a group: file, line and column, and the line with carets if there is text.
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
    let Excerpt { text, place, is_cut } = Excerpt::around(span, sources, private);
    let kind = if label.is_some() { AnnotationKind::Context } else { AnnotationKind::Primary };
    let carets = kind.span(place).label(label);
    let at = sources.start(span);
    let snippet = Snippet::source(text).line_start(at.line);
    if is_cut.0 {
        // Given explicitly, because the renderer would count the column in the shortened line.
        let origin = Origin::path(path).line(at.line).char_column(at.column);
        return group.element(origin).element(snippet.annotation(carets));
    }
    group.element(snippet.path(path).annotation(carets))
}

fn level(severity: Severity, lang: Lang) -> Level<'static> {
    let name = severity.words().get(lang);
    match severity {
        Severity::Error => Level::ERROR.with_name(name),
        Severity::Warning => Level::WARNING.with_name(name),
        Severity::Note => Level::NOTE.with_name(name),
    }
}

/// The numbers of findings by level.
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
