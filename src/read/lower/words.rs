//! Words out of short lists: their meanings, and findings about other words.

use crate::read::fault::fields;
use crate::read::lower::Lower;
use crate::read::yaml::field::{Field, Text};
use crate::text::similar::near;

impl Lower<'_> {
    /// The meaning of a word out of a short list; another word is reported.
    pub(super) fn word<T: Copy>(&self, text: &Text, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text.value.trim());
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let near = near(&text.value, known.iter().copied());
            self.report.borrow_mut().push(fields::unknown_word(text.span, &text.value, &known, near));
        }
        found.map(|(_, meaning)| *meaning)
    }

    /// One of the words that the model knows, else the usual one.
    pub(super) fn word_or_usual<T: Copy + Default>(&self, field: Field<Text>, words: &[(&str, T)]) -> T {
        field.given().and_then(|word| self.word(&word, words)).unwrap_or_default()
    }
}
