//! Personal numbers masked for messages, or hidden in texts.

use std::ops::Range;

use crate::text::personal::character::{Reading, read};
use crate::text::personal::hit::Kind;
use crate::text::personal::scan;
use crate::text::personal::search::find;

/// A number, the text in a [`Hit`](crate::text::personal::Hit)'s range, masked for messages.
///
/// The first 3 and last 2 digits of identity and mobile numbers and the first 4 and last 2 of cards
/// stay, in ASCII without separators or country code; each other digit becomes `*`. That is enough to
/// recognise the number. The common masks (first 6 and last 4 of an identity number, first 3 and
/// last 4 of a mobile number) show more, and the rest could be guessed from birth dates and places
/// in the same list.
#[must_use]
pub fn mask(kind: Kind, text: &str) -> String {
    let mut digits: Vec<char> =
        scan::digits(text, 0..text.len()).iter().map(|digit| char::from(digit.plain)).collect();
    let (head, longest) = match kind {
        Kind::Identity18 => (3, 18),
        Kind::Identity15 => (3, 15),
        Kind::Mobile => (3, 11),
        Kind::BankCard => (4, 19),
    };
    // Drop the country code.
    digits.drain(..digits.len().saturating_sub(longest));
    let tail = digits.len().saturating_sub(2);
    // A text shorter than any hit: mask all of it.
    let whole = digits.len() >= 11;
    let is_visible = |at: usize| whole && (at < head || at >= tail);
    let masked = digits.iter().enumerate();
    masked.map(|(at, digit)| if is_visible(at) { *digit } else { '*' }).collect()
}

/// A text with the digits of all found numbers replaced by stars, of equal byte length.
#[must_use]
pub fn hidden(text: &str) -> String {
    starred(text, find(text).into_iter().map(|hit| hit.range))
}

/// A text with digits and letters in some ranges (in order, not overlapping) replaced by stars, of equal byte length.
#[must_use]
pub fn starred(text: &str, ranges: impl IntoIterator<Item = Range<usize>>) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut from = 0;
    for range in ranges {
        shown.push_str(&text[from..range.start]);
        for character in text[range.clone()].chars() {
            if character.is_alphanumeric() || matches!(read(character), Reading::Cross | Reading::Loose(..)) {
                shown.push_str(["", "*", "**", "＊", "＊*"][character.len_utf8()]);
            } else {
                shown.push(character);
            }
        }
        from = range.end;
    }
    shown.push_str(&text[from..]);
    shown
}
