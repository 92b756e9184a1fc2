//! Lines of a text in a cell, as Excel, WPS and `LibreOffice` break them for Chinese readers.
//!
//! Their own line breaking keeps signs away from the beginnings of lines. We only have to count with it: a line feed
//! of ours would be a character that nobody wrote.

use crate::text::marker::{clause_ends, items};
use crate::text::width::columns_of;

/// Byte offsets at which the lines of a text begin in `width` half widths; at least one, 0.
pub fn starts(text: &str, width: usize) -> Vec<usize> {
    let mut starts = vec![0];
    each_further_line(text, width, |start| starts.push(start));
    starts
}

/// Number of lines of a text in `width` half widths; at least one.
pub fn count(text: &str, width: usize) -> usize {
    // No character has more half widths than bytes.
    if text.len() <= width && !text.contains('\n') {
        return 1;
    }
    let mut lines = 1;
    each_further_line(text, width, |_| lines += 1);
    lines
}

/// Length in bytes of the beginning of a text that takes at most `lines` lines: up to an item mark, else to the end of a
/// clause, if one is near, else to the end of the last line.
pub fn beginning(text: &str, width: usize, lines: usize) -> usize {
    let starts = starts(text, width);
    let Some(end) = starts.get(lines.max(1)).copied() else { return text.len() };
    let early = starts[lines * 5 / 6];
    let item = items(&text[..end]).into_iter().map(|(at, _)| at).rfind(|at| *at > early);
    let clause = || clause_ends(&text[..end]).into_iter().rfind(|at| *at > early);
    item.or_else(clause).unwrap_or(end)
}

fn each_further_line(text: &str, width: usize, mut begin: impl FnMut(usize)) {
    // The word, from its beginning to the current character, is not divided unless it is longer than a line.
    let (mut line, mut used, mut word, mut word_width, mut before) = (0, 0, 0, 0, ' ');
    for (at, c) in text.char_indices() {
        if c == '\n' {
            (line, used, word, word_width, before) = (at + 1, 0, at + 1, 0, ' ');
            begin(line);
            continue;
        }
        let wide = columns_of(c);
        if can_break(before, c) {
            (word, word_width) = (at, 0);
        }
        if used + wide > width && at > line {
            if word > line && word_width + wide <= width {
                (line, used) = (word, word_width);
            } else {
                (line, used, word, word_width) = (at, 0, at, 0);
            }
            begin(line);
        }
        used += wide;
        word_width += wide;
        before = c;
    }
}

/// Whether a line may end between two characters.
fn can_break(before: char, after: char) -> bool {
    let is_of_word = |c: char| c.is_ascii_alphanumeric() || c == '.';
    !(is_closing(after) || is_opening(before) || is_of_word(before) && is_of_word(after))
}

/// Signs that do not begin a line (GB/T 15834-2011, 5.1).
fn is_closing(c: char) -> bool {
    matches!(
        c,
        '，' | '。'
            | '、'
            | '；'
            | '：'
            | '？'
            | '！'
            | '”'
            | '’'
            | '）'
            | '》'
            | '〉'
            | '】'
            | '〕'
            | '』'
            | '」'
            | '％'
            | '%'
            | ','
            | ';'
            | ':'
            | '?'
            | '!'
            | ')'
            | ']'
            | '}'
            | '℃'
    )
}

/// Signs that do not end a line (GB/T 15834-2011, 5.1).
fn is_opening(c: char) -> bool {
    matches!(c, '“' | '‘' | '（' | '《' | '〈' | '【' | '〔' | '『' | '「' | '(' | '[' | '{')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, width: usize) -> Vec<&str> {
        let starts = starts(text, width);
        assert_eq!(starts.len(), count(text, width));
        let ends = starts.iter().skip(1).copied().chain([text.len()]);
        starts.iter().zip(ends).map(|(start, end)| &text[*start..end]).collect()
    }

    #[test]
    fn no_sign_stands_at_the_wrong_end_of_a_line() {
        assert_eq!(lines("甲乙丙。丁", 6), ["甲乙", "丙。丁"]);
        assert_eq!(lines("甲乙（丙丁）", 6), ["甲乙", "（丙", "丁）"]);
        assert_eq!(lines("甲乙丙》。", 6), ["甲乙", "丙》。"]);
        assert_eq!(lines("甲2024年", 6), ["甲2024", "年"]);
        assert_eq!(lines("甲20245年", 6), ["甲", "20245", "年"]);
        assert_eq!(lines("1（续）", 6), ["1", "（续）"]);
        assert_eq!(lines("一\n\n二三", 2), ["一\n", "\n", "二", "三"]);
        assert_eq!(lines("", 6), [""]);
        assert_eq!(lines("。。。。", 4), ["。。", "。。"], "signs alone are divided anywhere");
        assert_eq!(lines("甲", 1), ["甲"], "a column too narrow for a character still ends");
    }

    #[test]
    fn a_beginning_ends_before_an_item_or_behind_a_clause_or_anywhere() {
        let take = |text: &str, lines| text[..beginning(text, 20, lines)].chars().count();
        let items = format!("{}（2）{}", "甲".repeat(25), "乙".repeat(90));
        assert_eq!(take(&items, 3), 25);
        let clauses = format!("{}；{}", "甲".repeat(24), "乙".repeat(90));
        assert_eq!(take(&clauses, 3), 25);
        assert_eq!(take(&"甲".repeat(250), 3), 30);
        assert_eq!(take("甲乙", 3), 2);
        assert_eq!(take(&"甲".repeat(250), 0), 10, "something is always taken");
    }
}
