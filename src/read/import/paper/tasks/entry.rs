//! A heading of a body that may be the name of a task, with its text.

use crate::model::table::is_sentence;

/// A heading and its text.
pub struct Entry {
    /// Index of its part.
    pub part: usize,
    /// Its line.
    pub line: usize,
    /// Its first sentence.
    pub first: String,
    /// The words that run on behind it; `None` where these have a look or an address.
    pub rest: Option<String>,
    /// The plain paragraphs below it.
    pub below: Vec<String>,
}

impl Entry {
    /// Whether it is a name alone with its text below it.
    pub fn is_own(&self) -> bool {
        self.rest.as_deref() == Some("") && !self.below.is_empty() && !is_sentence(&self.first)
    }

    /// Whether it is a sentence alone, behind which the first paragraph below it is printed.
    pub fn runs_on(&self) -> bool {
        self.rest.as_deref() == Some("") && !self.below.is_empty() && is_sentence(&self.first)
    }

    /// The index of the part behind it.
    pub fn end(&self) -> usize {
        self.part + 1 + self.below.len()
    }

    /// The words of 要求: those that run on, and the paragraphs below, a line each.
    pub fn text(&self, running: &str) -> String {
        let below = self.below.iter().map(String::as_str);
        std::iter::once(running).filter(|words| !words.is_empty()).chain(below).collect::<Vec<_>>().join("\n")
    }
}

/// A text without the full stop behind it.
pub fn bare(first: &str) -> &str {
    first.strip_suffix('。').unwrap_or(first)
}
