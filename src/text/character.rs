//! Barred characters, deceptive characters, and texts shortened for quotation in messages.

use crate::text::han::others;
use crate::text::personal::hidden;

/// Maximum number of characters that a message quotes from the beginning and from the end of a text.
const QUOTED: (usize, usize) = (400, 200);
/// Characters around a cut that are searched for personal numbers, so that a number is hidden even if the cut divides
/// it.
const MARGIN: usize = 300;

/// Whether pages and workbooks cannot hold a character: control characters except tab and line ends, and
/// noncharacters. XML 1.0 (section 2.2) excludes most of them, and all are errors in HTML.
#[must_use]
pub fn is_barred(c: char) -> bool {
    c.is_control() && !matches!(c, '\t' | '\n' | '\r') || is_noncharacter(c)
}

/// U+FDD0 to U+FDEF and the last two of each plane (Unicode, section 23.7).
fn is_noncharacter(c: char) -> bool {
    matches!(c, '\u{FDD0}'..='\u{FDEF}') || u32::from(c) & 0xFFFE == 0xFFFE
}

/// Whether a character is invisible and can disguise a text: controls of the writing direction (Unicode, annex 9), and
/// tags.
#[must_use]
pub fn is_deceptive(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{E0000}'..='\u{E007F}')
}

/// The character as a page may show it: a barred or deceptive one becomes U+FFFD, which shows that it exists.
#[must_use]
pub fn printable(c: char) -> char {
    if is_barred(c) || is_deceptive(c) { '\u{FFFD}' } else { c }
}

/// The barred characters of a text with their byte positions.
#[must_use]
pub fn barred(text: &str) -> Vec<(usize, char)> {
    if !may_hold_barred(text) {
        return Vec::new();
    }
    others(text).filter(|(_, c)| is_barred(*c)).collect()
}

/// Cheap test before decoding: whether a text has bytes with which barred characters begin. Nearly no text has.
fn may_hold_barred(text: &str) -> bool {
    let alone = |byte: &u8| {
        let is_control = *byte < 0x20 && !matches!(byte, b'\t' | b'\n' | b'\r');
        is_control || matches!(byte, 0x7F | 0xC2 | 0xF0..)
    };
    let bytes = text.as_bytes();
    bytes.iter().any(alone) || bytes.windows(2).any(|pair| matches!(pair, [0xEF, 0xB7 | 0xBF]))
}

/// The name of a character, such as U+000B.
#[must_use]
pub fn name(c: char) -> String {
    format!("U+{:04X}", u32::from(c))
}

/// A text made safe for quotation in a message: personal numbers hidden, control characters and deceptive characters
/// replaced by their names, at most a few hundred characters.
#[must_use]
pub fn quotable(text: &str) -> String {
    let quoted = if text.len() > QUOTED.0 + QUOTED.1 { abridged(text) } else { None };
    visible(quoted.unwrap_or_else(|| hidden(text)))
}

/// A text with control characters and deceptive characters replaced by their names.
#[must_use]
pub fn visible(text: String) -> String {
    if !text.contains(|c| is_barred(c) || is_deceptive(c)) {
        return text;
    }
    let visible = |c: char| if is_barred(c) || is_deceptive(c) { format!("<{}>", name(c)) } else { c.into() };
    text.chars().map(visible).collect()
}

/// The beginning and the end of a long text; `None` for a short one.
fn abridged(text: &str) -> Option<String> {
    let (first, last) = QUOTED;
    let byte = |count: usize| text.char_indices().nth(count).map(|(at, _)| at);
    byte(first + last)?;
    let head = hidden(&text[..byte(first + MARGIN).unwrap_or(text.len())]);
    let from = text.char_indices().rev().nth(last + MARGIN - 1).map_or(0, |(at, _)| at);
    let tail = hidden(&text[from..]);
    let kept = tail.chars().count().saturating_sub(last);
    Some(head.chars().take(first).chain("……".chars()).chain(tail.chars().skip(kept)).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quick_look_passes_over_no_barred_character() {
        for c in ('\0'..=char::MAX).filter(|c| is_barred(*c)) {
            let text = format!("甲，《乙》{c}");
            assert_eq!(barred(&text), [(text.len() - c.len_utf8(), c)], "{}", name(c));
        }
        assert!(!may_hold_barred("《临湘市》（2024年），a\tb\r\n“甲”……　①"));
        assert_eq!(barred("·￥😀"), [], "what is looked at more closely and is fine");
    }

    #[test]
    fn xml_has_a_place_for_all_others() {
        for c in ('\0'..=char::MAX).filter(|c| !is_barred(*c)) {
            // XML 1.0, section 2.2: Char.
            let fits =
                matches!(c, '\t' | '\n' | '\r' | ' '..='\u{D7FF}' | '\u{E000}'..='\u{FFFD}' | '\u{10000}'..);
            assert!(fits, "{}", name(c));
        }
    }

    #[test]
    fn quotations_are_short_and_harmless() {
        assert_eq!(quotable("甲\u{1b}[31m乙\u{202e}丙\n丁"), "甲<U+001B>[31m乙<U+202E>丙\n丁");
        let long = format!("始{}终", "长".repeat(1_000_000));
        let short = quotable(&long);
        assert_eq!(short.chars().count(), QUOTED.0 + QUOTED.1 + 2);
        assert!(short.starts_with("始长") && short.ends_with("长终") && short.contains("长……长"));
        let just = "长".repeat(QUOTED.0 + QUOTED.1);
        assert_eq!(quotable(&just), just);
    }

    #[test]
    fn no_cut_goes_through_a_number() {
        let number = "11010519491231002X";
        for at in QUOTED.0 - 20..=QUOTED.0 + 2 {
            let text = format!("{}{number}{}", "长".repeat(at), "长".repeat(1_000));
            assert!(!quotable(&text).contains(|c: char| c.is_ascii_digit()), "{at}");
            let text = format!("{}{number}{}", "长".repeat(1_000), "长".repeat(at + QUOTED.1 - QUOTED.0));
            assert!(!quotable(&text).contains(|c: char| c.is_ascii_digit()), "{at}");
        }
    }
}
