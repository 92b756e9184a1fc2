//! A value together with the place where it was written.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::{Deref, Range};

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use crate::source::{FileId, Span};

/// The name under which [`Located`] asks a deserializer for a place. One that has none (any but ours) fails.
pub const LOCATED: &str = "$gongkai::Located";

/// Bytes up to which a value is searched for folds whenever a part of it is asked for; a thousand findings in a longer
/// one would be slow, and are given its whole place.
const LONGEST: usize = 1 << 16;

/// A value and where it stands. Reads like the value itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Located<T> {
    /// What was written.
    pub value: T,
    /// Where.
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
    /// The part `range` of the text with its own place, as far as the text stands in the file as it is read;
    /// where it does not (escapes, folded lines), the place is that of the whole.
    #[must_use]
    pub fn part(&self, range: Range<usize>) -> Located<&str> {
        let written = self.span.range().len();
        let quotes = written.saturating_sub(self.value.len());
        let span = match quotes {
            0 => self.span.part(range.start, range.end),
            // A line that is folded in two columns is shorter by two as well; where it was stands a space.
            2 if self.value.len() <= LONGEST && !self.value.contains([' ', '\n']) => {
                self.span.part(range.start + 1, range.end + 1)
            }
            _ => self.span,
        };
        Located::new(self.value.get(range).unwrap_or_default(), span)
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

/// Described as the value itself: its place is ours to find.
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

/// Receives file, start, end and the value itself, in this order.
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
        let part = |text: &str, written: usize| {
            let span = Span::new(FileId(0), 100, 100 + written);
            Located::new(text.to_owned(), span).part(3..6).span.range()
        };
        assert_eq!(part("甲乙丙", 9), 103..106);
        assert_eq!(part("甲乙丙", 11), 104..107, "in quotation marks");
        assert_eq!(part("甲乙丙", 15), 100..115, "with escapes");
        assert_eq!(part("甲乙 丙", 12), 100..112, "folded, or quoted: nobody knows");
    }
}
