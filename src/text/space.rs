//! White space in texts.

/// A text without white space: words are often spaced out (序 号).
#[must_use]
pub fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}
