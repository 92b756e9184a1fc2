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
            folded.then(|| syntax::folded(places.block_head(span), None)).into_iter().collect()
        }
        ScalarStyle::Literal => {
            let head = places.block_head(span);
            let keeps_feed = places.text_of(head) == "|";
            keeps_feed.then(|| syntax::last_line_feed(head)).into_iter().collect()
        }
    }
}

/// `第1 #2 项`: a number sign directly before a character is text. A comment has a space behind its sign.
fn comment_behind(places: &Places<'_>, value: Span) -> Option<Span> {
    let rest = places.line_from(Span { start: value.end, ..value });
    let comment = rest.trim_start();
    let is_text = comment.strip_prefix('#')?.starts_with(|c: char| !c.is_whitespace() && c != '#');
    let at = value.end as usize + (rest.len() - comment.len());
    (is_text && value.start < value.end).then(|| Span::new(value.file, at, at + comment.len()))
}

/// Whether a line feed stands between two Chinese characters or marks, where YAML puts a space.
fn is_folded(written: &str) -> bool {
    let lines: Vec<&str> = written.lines().map(str::trim).collect();
    lines.windows(2).any(|pair| joins(pair[0], pair[1]))
}

/// Whether two lines are joined without a space in Chinese.
fn joins(line: &str, next: &str) -> bool {
    let is_chinese = |c: char| is_han(c) || "，。、；：！？“”‘’（）《》〈〉〔〕—…".contains(c);
    line.chars().next_back().is_some_and(is_chinese) && next.chars().next().is_some_and(is_chinese)
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
