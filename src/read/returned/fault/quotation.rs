//! Short quotations of texts in findings.

use crate::text::difference::difference;

/// The most characters that are quoted of a text.
const QUOTED: usize = 24;

/// The beginning of a text, in one line.
pub(super) fn quoted(text: &str) -> String {
    let line = text.replace('\n', " ");
    let short: String = line.chars().take(QUOTED).collect();
    if short == line { line } else { format!("{short}……") }
}

/// A text from a little before the place where it differs from another.
pub(super) fn around(text: &str, other: &str) -> String {
    let (differs, _) = difference(text, other);
    let before: Vec<usize> = text[..differs.start].char_indices().map(|(at, _)| at).collect();
    let start = before.get(before.len().saturating_sub(6)).copied().unwrap_or(differs.start);
    let start = if before.len() <= 6 { 0 } else { start };
    let dots = if start > 0 { "……" } else { "" };
    format!("{dots}{}", quoted(&text[start..]))
}
