//! Places that a YAML parser counts in characters, as bytes of the file.

use std::ops::Range;

use saphyr_parser::Span as Mark;

use crate::source::{FileId, Span};

/// Turns the parser's places, which count characters, into bytes of the file.
pub struct Places<'s> {
    /// The file.
    pub file: FileId,
    /// The byte of the file at which the text begins.
    pub base: usize,
    /// The text.
    pub text: &'s str,
    offsets: Vec<u32>,
}

impl<'s> Places<'s> {
    /// The places of a text that stands in its file from byte `base` on.
    pub fn new(file: FileId, base: usize, text: &'s str) -> Self {
        Self { file, base, text, offsets: byte_offsets(text) }
    }

    /// The byte of the file at which a character begins.
    pub fn at(&self, character: usize) -> usize {
        self.base + self.offsets.get(character).map_or(self.text.len(), |at| *at as usize)
    }

    /// The span of a mark, without the white space that ends a block, and without the comment behind a quoted text, up to
    /// which the parser counts.
    pub fn span(&self, mark: Mark) -> Span {
        let (start, end) = (self.at(mark.start.index()), self.at(mark.end.index()));
        let text = self.text.get(start - self.base..end - self.base).unwrap_or_default();
        let text = text.trim_end();
        Span::new(self.file, start, start + before_comment(text).unwrap_or(text).len())
    }

    /// The text of a span.
    pub fn text_of(&self, span: Span) -> &'s str {
        let range = span.start as usize - self.base..span.end as usize - self.base;
        self.text.get(range).unwrap_or_default()
    }

    /// Whether a span begins with a character.
    pub fn begins_with(&self, span: Span, mark: char) -> bool {
        self.text.get(span.start as usize - self.base..).is_some_and(|text| text.starts_with(mark))
    }

    /// The rest of the line from a span's start.
    pub fn line_from(&self, span: Span) -> &'s str {
        let rest = self.text.get(span.start as usize - self.base..).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    /// The line that holds a key and its value and nothing else, with its line feed.
    pub fn whole_line(&self, key: Span, value: Span) -> Option<Span> {
        let [key, value] =
            [key, value].map(|span| span.start as usize - self.base..span.end as usize - self.base);
        let start = self.text.get(..key.start)?.rfind('\n')? + 1;
        let end = value.end + self.text.get(value.end..)?.find('\n')?;
        let is_alone = [start..key.start, value.end..end]
            .into_iter()
            .all(|around| self.text.get(around).is_some_and(|text| text.trim().is_empty()));
        let is_one_line = self.text.get(key.start..value.end).is_some_and(|text| !text.contains('\n'));
        (is_alone && is_one_line).then(|| Span::new(self.file, self.base + start, self.base + end + 1))
    }

    /// The sign of a block (`|`, `>-`) whose content or sign a span begins with.
    pub fn block_head(&self, span: Span) -> Span {
        let at = span.start as usize - self.base;
        let before = &self.text[..at];
        let start =
            if self.text[at..].starts_with(['|', '>']) { at } else { before.rfind(['|', '>']).unwrap_or(at) };
        let sign = self.text[start..].lines().next().unwrap_or_default();
        let length =
            sign.find(|c: char| !matches!(c, '|' | '>' | '-' | '+' | '0'..='9')).unwrap_or(sign.len());
        Span::new(self.file, self.base + start, self.base + start + length)
    }

    /// The span from the start of one value to the end of another, without trailing white space.
    pub fn join(&self, start: Span, end: Mark) -> Span {
        let from = start.start as usize;
        let to = self.at(end.end.index());
        let text = self.text.get(from - self.base..to - self.base).unwrap_or_default();
        Span::new(self.file, from, from + text.trim_end().len())
    }
}

/// A quoted text without the comment behind it; `None` if there is none.
fn before_comment(text: &str) -> Option<&str> {
    let quote = text.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        match c {
            '\\' if quote == '"' => drop(characters.next()),
            // Two single quotes stand for one.
            c if c == quote && quote == '\'' && characters.next_if(|(_, next)| *next == quote).is_some() => {}
            c if c == quote => {
                let rest = &text[at + 1..];
                let is_comment = rest.starts_with(char::is_whitespace) && rest.trim_start().starts_with('#');
                return is_comment.then(|| &text[..=at]);
            }
            _ => {}
        }
    }
    None
}

/// The escapes of a text in double quotes, each with the character for which it stands (YAML 1.2, section 5.7).
pub fn escapes(text: &str) -> impl Iterator<Item = (Range<usize>, char)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + text.get(from..)?.find('\\')?;
            let mark = text[at + 1..].chars().next()?;
            let behind = at + 1 + mark.len_utf8();
            let digits = match mark {
                'x' => 2,
                'u' => 4,
                'U' => 8,
                _ => 0,
            };
            from = behind + digits;
            let c = match mark {
                '0' => Some('\0'),
                'a' => Some('\u{7}'),
                'b' => Some('\u{8}'),
                'v' => Some('\u{B}'),
                'f' => Some('\u{C}'),
                'e' => Some('\u{1B}'),
                'N' => Some('\u{85}'),
                _ => text
                    .get(behind..from)
                    .and_then(|digits| u32::from_str_radix(digits, 16).ok())
                    .and_then(char::from_u32),
            };
            if let Some(c) = c {
                return Some((at..from, c));
            }
        }
    })
}

/// The byte at which each character begins.
fn byte_offsets(text: &str) -> Vec<u32> {
    text.char_indices().map(|(at, _)| u32::try_from(at).unwrap_or(u32::MAX)).collect()
}

#[cfg(test)]
mod tests {
    use super::before_comment;

    #[test]
    fn a_comment_behind_a_quoted_text_is_none_of_it() {
        assert_eq!(before_comment("\"1.1\"   # 第1项"), Some("\"1.1\""));
        assert_eq!(before_comment("'甲''乙' # 丙"), Some("'甲''乙'"));
        assert_eq!(before_comment("\"甲\\\" # 乙\" # 丙"), Some("\"甲\\\" # 乙\""));
        for whole in ["\"1.1\"", "'甲 # 乙'", "甲 # 乙", "\"甲", "", "\"甲\"#乙"] {
            assert_eq!(before_comment(whole), None, "{whole}");
        }
    }
}
