//! Text that YAML reads without complaint, and otherwise than it stands there: comments, folded lines, a last line feed.

use saphyr_parser::ScalarStyle;

use crate::diagnostic::Diagnostic;
use crate::read::fault::syntax;
use crate::read::yaml::places::Places;
use crate::source::Span;
use crate::text::han::is_han;

/// Findings about text that a scalar loses or gains, except the comment in place of a blank value.
pub fn of_scalar(places: &Places<'_>, span: Span, style: ScalarStyle) -> Vec<Diagnostic> {
    let written = places.text_of(span);
    let folded = is_folded(written);
    match style {
        ScalarStyle::Plain => {
            let comment = comment_behind(places, span).map(syntax::swallowed);
            let folded = folded.then(|| syntax::folded(span, on_one_line(written)));
            comment.into_iter().chain(folded).collect()
        }
        ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => {
            folded.then(|| syntax::folded(span, None)).into_iter().collect()
        }
        ScalarStyle::Folded => {
            let head = places.block_head(span);
            let folded = folded.then(|| syntax::folded(head, None));
            folded.or_else(|| last_line_feed(places, head)).into_iter().collect()
        }
        ScalarStyle::Literal => last_line_feed(places, places.block_head(span)).into_iter().collect(),
    }
}

/// A block whose sign keeps the line feed at its end: `|`, `>`, `|+`, `|2`.
fn last_line_feed(places: &Places<'_>, head: Span) -> Option<Diagnostic> {
    let sign = places.text_of(head);
    let is_sign = sign.starts_with(['|', '>']) && !sign.contains('-');
    is_sign.then(|| syntax::last_line_feed(head, &format!("{}-", sign.replace('+', ""))))
}

/// `第1 #2 项`: a number sign directly before a character is text, and before 1号 even behind a space. A comment has a
/// space behind its sign.
fn comment_behind(places: &Places<'_>, value: Span) -> Option<Span> {
    let rest = places.line_from(Span { start: value.end, ..value });
    let comment = rest.trim_start();
    let words = comment.strip_prefix('#')?;
    let number = words.trim_start().trim_start_matches(|c: char| c.is_ascii_digit());
    let is_number = number.len() < words.trim_start().len() && number.starts_with('号');
    let is_text = is_number || words.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let at = value.end as usize + (rest.len() - comment.len());
    (is_text && value.start < value.end).then(|| Span::new(value.file, at, at + comment.len()))
}

/// Whether a line feed stands between two Chinese characters, marks or digits, where YAML puts a space.
fn is_folded(written: &str) -> bool {
    let lines: Vec<&str> = written.lines().map(str::trim).collect();
    lines.windows(2).any(|pair| joins(pair[0], pair[1]))
}

/// Whether two lines are joined without a space in Chinese.
fn joins(line: &str, next: &str) -> bool {
    let is_chinese = |c: char| is_han(c) || "，。、；：！？“”‘’（）《》〈〉〔〕—…".contains(c);
    let (Some(last), Some(first)) = (line.chars().next_back(), next.chars().next()) else { return false };
    match (is_chinese(last), is_chinese(first)) {
        (true, true) => true,
        // 2025\n年
        (false, true) => last.is_ascii_digit(),
        (true, false) => first.is_ascii_digit(),
        (false, false) => false,
    }
}

/// A folded text as it was meant; `None` if a line ends a sentence, and may have been meant as a line.
fn on_one_line(written: &str) -> Option<String> {
    let (lines, _) = written.trim_end().rsplit_once('\n')?;
    if lines.lines().any(|line| line.trim_end().ends_with(['。', '；', '：', '！', '？'])) {
        return None;
    }
    let mut whole = String::new();
    for line in written.lines().map(str::trim).filter(|line| !line.is_empty()) {
        if !whole.is_empty() && !joins(&whole, line) {
            whole.push(' ');
        }
        whole.push_str(line);
    }
    Some(whole)
}
