//! Automatic corrections of findings, applied to the text of one file.

use std::ops::Range;

use crate::diagnostic::Diagnostic;
use crate::source::Span;

/// Kind of change that an automatic correction makes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// 格式: how something is written in YAML or Markdown, and the format's own names. Nothing that people wrote for
    /// readers changes.
    Form,
    /// 文字: words, marks or numbers that readers see.
    Words,
}

/// The text of a file after some corrections.
#[derive(Clone, Debug)]
pub struct Mended<'f> {
    /// The text.
    pub text: String,
    /// The findings whose corrections were applied.
    pub applied: Vec<&'f Diagnostic>,
}

/// Applies the corrections of findings in one file to its text. Of those that overlap only the first is applied: the
/// others may no longer be right. `None` if nothing changes.
#[must_use]
pub fn mend<'f>(text: &str, findings: impl IntoIterator<Item = &'f Diagnostic>) -> Option<Mended<'f>> {
    let fixes = findings.into_iter().filter_map(|finding| Some((finding, finding.fix_here()?)));
    let range = |span: Span, right: &str| {
        if right.is_empty() { with_spaces(text, span.range()) } else { span.range() }
    };
    let mut fixes: Vec<_> =
        fixes.map(|(finding, (span, right))| (range(span, right), right, finding)).collect();
    fixes.sort_by_key(|(range, ..)| (range.start, range.end));
    let mut mended = Mended { text: String::with_capacity(text.len()), applied: Vec::new() };
    let mut last = 0..0;
    for (range, right, finding) in fixes {
        let overlaps = range.start < last.end || range == last && !mended.applied.is_empty();
        let Some(before) = text.get(last.end..range.start).filter(|_| !overlaps) else { continue };
        let Some(wrong) = text.get(range.clone()) else { continue };
        let right = with_line_ends(right, text, &range);
        if wrong == right {
            continue;
        }
        mended.text.push_str(before);
        mended.text.push_str(&right);
        mended.applied.push(finding);
        last = range;
    }
    mended.text.push_str(text.get(last.end..)?);
    (!mended.applied.is_empty()).then_some(mended)
}

/// A place that is removed with the spaces around it, where nothing else stands in its line: they would be left alone.
fn with_spaces(text: &str, place: Range<usize>) -> Range<usize> {
    let (Some(before), Some(behind)) = (text.get(..place.start), text.get(place.end..)) else { return place };
    let is_space = |c: char| c.is_whitespace() && !matches!(c, '\n' | '\r');
    let start = before.trim_end_matches(is_space);
    if !(start.is_empty() || start.ends_with('\n')) {
        return place;
    }
    let rest = behind.trim_start_matches(is_space);
    if text.get(place.clone()).is_some_and(|wrong| wrong.ends_with('\n')) {
        start.len()..place.end
    } else if rest.is_empty() || rest.starts_with(['\n', '\r']) {
        start.len()..text.len() - rest.len()
    } else {
        place
    }
}

/// A new text with the line ends of the file at its place.
fn with_line_ends(right: &str, text: &str, place: &Range<usize>) -> String {
    let next = text[place.start..].find('\n').map(|at| place.start + at);
    let feed = next.or_else(|| text[..place.start].rfind('\n'));
    if !right.contains('\n') || !feed.is_some_and(|at| text[..at].ends_with('\r')) {
        return right.to_owned();
    }
    right.replace("\r\n", "\n").replace('\n', "\r\n")
}

#[cfg(test)]
mod tests {
    use super::mend;
    use crate::diagnostic::{About, Code, Diagnostic, Severity};
    use crate::message;
    use crate::source::{FileId, Span};
    use crate::text::message::Words;

    const NONE: Words = Words::new("", "");
    const CODE: Code = Code {
        id: "X001",
        name: "x",
        severity: Severity::Warning,
        about: About { what: NONE, why: NONE, example: "", mend: NONE },
    };

    fn mended(text: &str, fixes: &[(usize, usize, &str)]) -> Option<(String, usize)> {
        let finding = |(start, end, right): &(usize, usize, &str)| {
            let span = Span::new(FileId(0), *start, *end);
            Diagnostic::new(&CODE, span, message!("甲", "a")).fix(span, *right)
        };
        let findings: Vec<Diagnostic> = fixes.iter().map(finding).collect();
        mend(text, &findings).map(|mended| (mended.text, mended.applied.len()))
    }

    #[test]
    fn of_overlapping_corrections_the_first_is_applied() {
        assert_eq!(mended("abcdef", &[(4, 5, "E"), (1, 3, ""), (2, 4, "X")]), Some(("adEf".into(), 2)));
        assert_eq!(mended("abc", &[(1, 1, "-"), (1, 1, "+"), (1, 2, "B")]), Some(("a-Bc".into(), 2)));
        assert_eq!(mended("abc", &[(0, 0, "-"), (0, 3, "x")]), Some(("-x".into(), 2)));
        assert_eq!(mended("abc", &[(0, 1, "a"), (2, 9, "x")]), None, "no change; outside the text");
        assert_eq!(mended("甲", &[(1, 2, "x")]), None, "within a character");
    }

    #[test]
    fn new_lines_end_as_those_around_them() {
        assert_eq!(mended("a\r\nb\r\n", &[(0, 1, "x\ny")]), Some(("x\r\ny\r\nb\r\n".into(), 1)));
        assert_eq!(mended("a\r\nb", &[(3, 4, "x\r\ny\nz")]), Some(("a\r\nx\r\ny\r\nz".into(), 1)));
        assert_eq!(mended("a\nb\r\n", &[(0, 1, "x\ny")]), Some(("x\ny\nb\r\n".into(), 1)));
        assert_eq!(mended("a", &[(0, 1, "x\ny")]), Some(("x\ny".into(), 1)));
    }
}
