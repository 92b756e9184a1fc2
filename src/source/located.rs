//! A value with its place in the source.

mod deserialize;
mod margin;

use std::ops::{Deref, Range};

use crate::source::Span;

pub use deserialize::LOCATED;
pub use margin::Margin;

/// Maximum length in bytes of a value that is searched for folded lines whenever a part is asked for. Parts of longer
/// values get the place of the whole, because a thousand findings there would be slow.
const LONGEST: usize = 1 << 16;

/// A value with its place; dereferences to the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// The place.
    pub span: Span,
    /// Its margin in the file, if it is a block of YAML.
    margin: Margin,
}

impl<T> Located<T> {
    /// Binds a value to its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span, margin: Margin::default() }
    }

    /// Another value at the same place.
    pub fn with<U>(&self, value: U) -> Located<U> {
        Located::new(value, self.span)
    }
}

impl Located<String> {
    /// A part of the text with its own place. If the text differs from the file (escapes, folded lines) otherwise than by
    /// the margin of a block, the place is that of the whole text.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Located<&str> {
        if self.has_margin() {
            let [start, end] = [range.start, range.end].map(|at| self.margin.written(&self.value, at));
            return Located::new(self.value.get(range).unwrap_or_default(), self.span.part(start, end));
        }
        let length = self.span.range().len();
        let quotes = length.saturating_sub(self.value.len());
        let span = match quotes {
            0 => self.span.part(range.start, range.end),
            // Two quotation marks: the value is as written. A folded line also makes it shorter by two, but leaves a space.
            2 if self.value.len() <= LONGEST && !self.value.contains([' ', '\n']) => {
                self.span.part(range.start + 1, range.end + 1)
            }
            _ => self.span,
        };
        Located::new(self.value.get(range).unwrap_or_default(), span)
    }

    /// The byte range of the value for the place of a [`part`](Self::part) of it; the whole where the place is that of the
    /// whole.
    #[must_use]
    pub fn range_of(&self, part: Span) -> Range<usize> {
        if self.has_margin() {
            let of = |at: u32| self.margin.read(&self.value, at.saturating_sub(self.span.start) as usize);
            return of(part.start)..of(part.end);
        }
        let quote = usize::from(self.span.range().len() == self.value.len() + 2);
        let begin = self.span.start as usize + quote;
        let range = (part.start as usize).saturating_sub(begin)..(part.end as usize).saturating_sub(begin);
        let is_part = part != self.span && self.value.get(range.clone()).is_some();
        if is_part { range } else { 0..self.value.len() }
    }

    /// Whether it is a block whose lines stand in the file as they are, but for what stands before each.
    fn has_margin(&self) -> bool {
        self.margin != Margin::default() && self.value.len() <= LONGEST
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::FileId;

    #[test]
    fn a_part_has_its_place_where_the_text_stands_as_it_is_read() {
        let part = |text: &str, length: usize| {
            let span = Span::new(FileId(0), 100, 100 + length);
            Located::new(text.to_owned(), span).part(3..6).span.range()
        };
        assert_eq!(part("甲乙丙", 9), 103..106);
        assert_eq!(part("甲乙丙", 11), 104..107, "in quotation marks");
        assert_eq!(part("甲乙丙", 15), 100..115, "with escapes");
        assert_eq!(part("甲乙 丙", 12), 100..112, "folded, or quoted: nobody knows");
    }
}
