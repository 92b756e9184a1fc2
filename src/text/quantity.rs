//! Quantities within a text: a number at its beginning, in digits or Chinese numerals.

use crate::text::han::{digits, is_numeral};
use crate::text::numeral::number;

/// The length in bytes of a number with digits at the beginning of a text: 3, 3.5, 1,200; 0 without one.
#[must_use]
pub fn decimal_length(text: &str) -> usize {
    let mut length = digits(text);
    // The mark must stand before a digit: 3. and 3， end a clause.
    while length > 0 && text[length..].starts_with(['.', ',']) && digits(&text[length + 1..]) > 0 {
        length += 1 + digits(&text[length + 1..]);
    }
    length
}

/// The length in bytes of a number in digits or in Chinese numerals at the beginning of a text.
#[must_use]
pub fn number_length(text: &str) -> usize {
    let is_part = |c: &char| is_numeral(*c) || matches!(c, '两' | '万' | '亿' | '几' | '数');
    match decimal_length(text) {
        0 => text.chars().take_while(is_part).map(char::len_utf8).sum(),
        length => length,
    }
}

/// The whole number at the beginning of a text, 8 or 八, and its length in bytes.
#[must_use]
pub fn whole(text: &str) -> Option<(usize, usize)> {
    let length = digits(text);
    if length > 0 {
        return Some((text[..length].parse().ok()?, length));
    }
    let length = text.chars().take_while(|c| is_numeral(*c) || *c == '两').map(char::len_utf8).sum();
    Some((number(&text[..length])?, length))
}

/// A number at the end of a text: its start in bytes.
#[must_use]
pub fn decimal_start(text: &str) -> usize {
    let is_part = |c: char| c.is_ascii_digit() || matches!(c, '.' | ',');
    text.len() - text.chars().rev().take_while(|c| is_part(*c)).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_at_the_beginning() {
        assert_eq!(
            ["3个", "3.5%", "1,200元", "3。", "3.", "x", ""].map(decimal_length),
            [1, 3, 5, 1, 1, 0, 0]
        );
        assert_eq!(["三十人", "2人", "几十人", "人"].map(number_length), [6, 1, 6, 0]);
        assert_eq!(
            [whole("十二项"), whole("12项"), whole("两项"), whole("项")],
            [Some((12, 6)), Some((12, 2)), Some((2, 3)), None]
        );
        assert_eq!(["约3.5", "GB1,2", "甲"].map(decimal_start), [3, 2, 3]);
    }
}
