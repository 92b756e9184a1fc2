//! White space in texts.

/// A text without white space: words are often spaced out (序 号).
#[must_use]
pub fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

/// The text behind a word with which it begins, spaces within the word aside: 附　件 is 附件.
#[must_use]
pub fn behind_word<'t>(text: &'t str, word: &str) -> Option<&'t str> {
    let mut rest = text.trim_start();
    for (at, c) in word.chars().enumerate() {
        let here = if at == 0 { rest } else { rest.trim_start() };
        rest = here.strip_prefix(c)?;
    }
    Some(rest)
}
