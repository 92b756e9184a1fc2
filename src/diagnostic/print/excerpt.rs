//! The excerpt of a line around a place.
//!
//! A paragraph is one line, and a file may be a single line of ten megabytes with a thousand findings, so only the
//! surroundings of the place are read from a long line.

use std::ops::Range;

use crate::diagnostic::print::private::Private;
use crate::source::{Sources, Span};

/// Maximum length in bytes of a line that is taken as a whole.
const WHOLE: usize = 16_384;
/// Bytes on either side of a place in a longer line, and maximum length of the place.
const AROUND: usize = 600;

/// A line, or a part of a line.
#[derive(Debug)]
pub struct Excerpt {
    /// The text, with personal numbers hidden whatever the finding is about.
    pub text: String,
    /// The place in the text. An empty place is extended by one character, if there is one.
    pub place: Range<usize>,
    /// Whether the line continues before and behind the excerpt.
    pub is_cut: (bool, bool),
}

impl Excerpt {
    /// The surroundings of a span in its first line.
    pub fn around(span: Span, sources: &Sources, private: &Private) -> Self {
        let text = &sources.file(span.file).text;
        let line = sources.line(span);
        let place = place(text, span, &line);
        if line.len() <= WHOLE {
            let place = place.start - line.start..place.end - line.start;
            return Self { text: private.line(span.file, text, &line), place, is_cut: (false, false) };
        }
        let place = place.start..text.floor_char_boundary(place.end.min(place.start + AROUND));
        let start = text.floor_char_boundary(place.start.saturating_sub(AROUND)).max(line.start);
        let bracketed = start..text.ceil_char_boundary((place.end + AROUND).min(line.end));
        Self {
            text: private.line(span.file, text, &bracketed),
            place: place.start - bracketed.start..place.end - bracketed.start,
            is_cut: (bracketed.start > line.start, bracketed.end < line.end),
        }
    }
}

impl Excerpt {
    /// The text before the place, the place, and the text behind it, with at most `around` characters on either side.
    pub fn parts(&self, around: usize) -> [String; 3] {
        let (before, rest) = self.text.split_at(self.place.start);
        let (marked, after) = rest.split_at(self.place.len());
        let from = before.char_indices().rev().nth(around - 1).map_or(0, |(at, _)| at);
        let to = after.char_indices().nth(around).map_or(after.len(), |(at, _)| at);
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        let (left, right) = (cut(from > 0 || self.is_cut.0), cut(to < after.len() || self.is_cut.1));
        [format!("{left}{}", &before[from..]), marked.to_owned(), format!("{}{right}", &after[..to])]
    }
}

/// The part of a span in a line.
fn place(text: &str, span: Span, line: &Range<usize>) -> Range<usize> {
    let start = (span.start as usize).clamp(line.start, line.end);
    let end = (span.end as usize).clamp(start, line.end);
    let end = if end == start { text.ceil_char_boundary((start + 1).min(line.end)) } else { end };
    start..end
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diagnostic::Report;

    /// The excerpt of a line around a word in it, the word in brackets.
    fn bracketed(line: &str, word: &str) -> String {
        let mut sources = Sources::default();
        let file = sources.add("a.md".into(), format!("前\n{line}\n后\n"));
        let at = sources.file(file).text.find(word).unwrap();
        let Excerpt { text, place, is_cut } =
            Excerpt::around(Span::new(file, at, at + word.len()), &sources, &Private::of(&Report::default()));
        let (before, rest) = text.split_at(place.start);
        let (word, after) = rest.split_at(place.len());
        let cut = |is_cut: bool| if is_cut { "…" } else { "" };
        format!("{}{before}[{word}]{after}{}", cut(is_cut.0), cut(is_cut.1))
    }

    #[test]
    fn a_long_line_is_cut_around_the_place() {
        assert_eq!(bracketed("甲乙丙", "乙"), "甲[乙]丙");
        let long = "长".repeat(1_000_000);
        let around = "长".repeat(AROUND / 3);
        assert_eq!(bracketed(&format!("{long}乙{long}"), "乙"), format!("…{around}[乙]{around}…"));
        assert_eq!(bracketed(&format!("乙{long}"), "乙"), format!("[乙]{around}…"));
        assert_eq!(bracketed(&format!("{long}乙"), "乙"), format!("…{around}[乙]"));
        assert_eq!(bracketed(&long, &long), format!("[{around}]{around}…"));
    }

    #[test]
    fn no_number_is_shown_where_a_line_is_cut() {
        let long = "长".repeat(6_000);
        for gap in AROUND / 3 - 8..=AROUND / 3 + 1 {
            let gap = "长".repeat(gap);
            let line = format!("{long}11010519491231002X{gap}乙{gap}11010519491231002X{long}");
            let excerpt = bracketed(&line, "乙");
            assert!(!excerpt.contains(|c: char| c.is_ascii_digit()), "{excerpt}");
        }
    }
}
