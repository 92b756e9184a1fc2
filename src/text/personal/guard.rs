//! What stands around a number and makes it something else than a personal one.
//!
//! Only for numbers without strong proof of their own. All looks are a few characters far.

use std::ops::Range;

use crate::text::personal::word::{is_digit, is_hyphen};

/// Digits after the slash of an index number that are looked through for its hyphen.
const INDEX_LONGEST: usize = 8;

/// Whether the number goes on past its end or before its start: a decimal, a code, an 索引号.
pub(super) fn is_part_of_code(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().rev();
    let after = text[range.end..].chars();
    goes_on(before) || goes_on(after) || is_index_tail(&text[range.end..])
}

/// Whether it is a sum of money, which may well have 11 digits.
pub(super) fn is_money(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].ends_with(['¥', '￥']) || text[range.end..].starts_with('元')
}

/// The start of a number with the plus sign before it, if there is one: +86.
pub(super) fn with_plus(text: &str, start: usize) -> usize {
    let before = &text[..start];
    before.strip_suffix(['+', '＋']).unwrap_or(before).len()
}

/// Whether a point or hyphen and then a digit come next.
fn goes_on(mut characters: impl Iterator<Item = char>) -> bool {
    let joins = |it: char| it == '.' || it == '．' || is_hyphen(it);
    characters.next().is_some_and(joins) && characters.next().is_some_and(is_digit)
}

/// Whether `/2017-00110` or the like follows: the number is the publisher's code in an 索引号.
fn is_index_tail(after: &str) -> bool {
    let mut rest = after.chars();
    if !rest.next().is_some_and(|it| it == '/' || it == '／') {
        return false;
    }
    let digits = rest.clone().take(INDEX_LONGEST).take_while(|it| is_digit(*it)).count();
    digits > 0 && rest.nth(digits).is_some_and(is_hyphen)
}
