//! Findings as a web page, which the preview shows in place of the site until the errors are corrected.
//!
//! The place is highlighted in its line. Carets below the line would need a monospaced Chinese font.

use std::fmt::Write;

use crate::diagnostic::print::excerpt::Excerpt;
use crate::diagnostic::print::human::summary;
use crate::diagnostic::print::private::{self, Private};
use crate::diagnostic::{Code, Diagnostic, Report, Severity};
use crate::source::{Sources, Span};
use crate::text::character::printable;
use crate::text::message::{Lang, Message};

/// Number of characters on either side of a place.
const AROUND: usize = 60;

/// Address of [`FINDINGS_STYLE`]. A separate file, because the preview's Content-Security-Policy forbids inline styles.
pub const FINDINGS_STYLE_ADDRESS: &str = "/.gongkai/findings.css";

/// Stylesheet of the pages: one colour for errors, one for places, one for secondary text.
pub const FINDINGS_STYLE: &str = "\
body { margin: 0 auto; padding: 2.5rem 1.5rem 4rem; max-width: 52rem; color: #1a1a1a; background: #fff;
  font: 1rem/1.75 system-ui, \"Microsoft YaHei\", \"PingFang SC\", \"Noto Sans CJK SC\", sans-serif }
h1 { margin: 0 0 .5rem; padding-bottom: .6rem; border-bottom: 2px solid #1b4f9c; font-size: 1.5rem }
section { margin-top: 1.75rem; padding-left: 1rem; border-left: 3px solid #c8ccd2 }
section.error { border-color: #b3261e }
h2 { margin: 0; font-size: 1.0625rem }
h2 b { margin-right: .25em }
.error h2 b { color: #b3261e }
p { margin: .25rem 0 }
.quiet { color: #5a6068 }
.place { color: #1b4f9c; font-size: .875rem; overflow-wrap: anywhere }
.line { padding: .25rem .75rem; background: #f4f5f7; white-space: pre-wrap; overflow-wrap: anywhere }
mark { padding: 0 1px; color: inherit; background: #fde3a7; border-bottom: 2px solid #b3261e }
";

/// A page with all findings of a report, errors first.
#[must_use]
pub fn findings_page(report: &Report, sources: &Sources, lang: Lang) -> String {
    let errors = report.count(Severity::Error);
    let title = match (lang, errors) {
        (Lang::Zh, _) => format!("有 {errors} 处错误，改正后才能预览"),
        (Lang::En, 1) => "1 error is to be mended before there is a preview".to_owned(),
        (Lang::En, _) => format!("{errors} errors are to be mended before there is a preview"),
    };
    let mut body = format!("<p class=\"quiet\">{}</p>\n", escaped(&summary(report, lang)));
    let private = Private::of(report);
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        for finding in report.findings().iter().filter(|finding| finding.severity == severity) {
            section(&mut body, finding, sources, &private, lang);
        }
        for more in report.surplus().filter(|more| more.severity == severity) {
            head(&mut body, severity, more.code, more.message().get(lang), lang);
            let path = escaped(&private::path(&sources.file(more.file).path));
            let _ = writeln!(body, "<p class=\"place\">{path}</p>\n</section>");
        }
    }
    page(&title, &body, lang)
}

/// A page with an error of the environment.
#[must_use]
pub fn refusal_page(message: &Message, lang: Lang) -> String {
    let body = format!("<p class=\"line\">{}</p>\n", escaped(message.get(lang)));
    page(lang.pick("暂时无法预览", "There is no preview now"), &body, lang)
}

fn page(title: &str, body: &str, lang: Lang) -> String {
    let title = escaped(title);
    let again = lang.pick(
        "改正并保存后，本页自动恢复。",
        "This page comes back by itself once that is mended and saved.",
    );
    let language = lang.pick("zh-CN", "en");
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <link rel=\"stylesheet\" href=\"{FINDINGS_STYLE_ADDRESS}\">\n</head>\n<body>\n<main>\n<h1>{title}</h1>\n<p>{again}</p>\n{body}</main>\n\
         </body>\n</html>\n"
    )
}

fn head(page: &mut String, severity: Severity, code: &Code, message: &str, lang: Lang) {
    let level = severity.words().get(lang);
    let class = if severity == Severity::Error { " class=\"error\"" } else { "" };
    let message = escaped(message);
    // Writing into a `String` cannot fail.
    let _ = writeln!(page, "<section{class}>\n<h2><b>{level} {}</b> {message}</h2>", code.id);
}

fn section(page: &mut String, finding: &Diagnostic, sources: &Sources, private: &Private, lang: Lang) {
    head(page, finding.severity, finding.code, finding.message.get(lang), lang);
    place(page, finding.span, None, sources, private);
    for (span, label) in &finding.labels {
        place(page, *span, Some(label.get(lang)), sources, private);
    }
    let help = finding.help.as_ref().map(|help| (lang.pick("建议：", "help: "), help));
    let reason = finding.accepted.as_ref().map(|reason| (lang.pick("已放行：", "accepted: "), reason));
    for (name, words) in help.into_iter().chain(reason) {
        let _ = writeln!(page, "<p>{name}{}</p>", escaped(words.get(lang)));
    }
    page.push_str("</section>\n");
}

/// Adds a place: file, line and column; the excerpt with the place highlighted; its label.
fn place(page: &mut String, span: Span, label: Option<&str>, sources: &Sources, private: &Private) {
    let file = sources.file(span.file);
    let path = escaped(&private::path(&file.path));
    if file.text.is_empty() {
        let _ = writeln!(page, "<p class=\"place\">{path}</p>");
        return;
    }
    let at = sources.start(span);
    let label = label.map(|label| format!("　{label}")).unwrap_or_default();
    let _ = writeln!(page, "<p class=\"place\">{path}:{}:{}{}</p>", at.line, at.column, escaped(&label));
    let [before, marked, after] =
        Excerpt::around(span, sources, private).parts(AROUND).map(|part| escaped(&part));
    let _ = writeln!(page, "<p class=\"line\">{before}<mark>{marked}</mark>{after}</p>");
}

/// Escapes a text for HTML.
fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            c => safe.push(printable(c)),
        }
    }
    safe
}
