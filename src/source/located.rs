//! A value with its place in the source.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use crate::source::{FileId, Span};

/// The struct name by which [`Located`] asks our deserializer for a place. Other deserializers fail.
pub const LOCATED: &str = "$gongkai::Located";

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
}

impl<T> Located<T> {
    /// Binds a value to its place.
    pub fn new(value: T, span: Span) -> Self {
        Self { value, span }
    }

    /// Another value at the same place.
    pub fn with<U>(&self, value: U) -> Located<U> {
        Located { value, span: self.span }
    }
}

impl Located<String> {
    /// A part of the text with its own place. If the text differs from the file (escapes, folded lines), the place is that
    /// of the whole text.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Located<&str> {
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
        let quote = usize::from(self.span.range().len() == self.value.len() + 2);
        let begin = self.span.start as usize + quote;
        let range = (part.start as usize).saturating_sub(begin)..(part.end as usize).saturating_sub(begin);
        let is_part = part != self.span && self.value.get(range.clone()).is_some();
        if is_part { range } else { 0..self.value.len() }
    }
}

impl<T> Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Located<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_tuple_struct(LOCATED, 4, LocatedVisitor(PhantomData))
    }
}

/// The schema of the value alone: users do not write places.
impl<T: JsonSchema> JsonSchema for Located<T> {
    fn inline_schema() -> bool {
        T::inline_schema()
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn schema_id() -> Cow<'static, str> {
        T::schema_id()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// Receives file, start, end and value, in this order.
struct LocatedVisitor<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for LocatedVisitor<T> {
    type Value = Located<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value with its place")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut parts: A) -> Result<Located<T>, A::Error> {
        let missing = || A::Error::custom("a value without its place");
        let file = FileId(parts.next_element()?.ok_or_else(missing)?);
        let start = parts.next_element()?.ok_or_else(missing)?;
        let end = parts.next_element()?.ok_or_else(missing)?;
        let value = parts.next_element()?.ok_or_else(missing)?;
        Ok(Located { value, span: Span { file, start, end } })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

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
