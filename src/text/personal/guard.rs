//! Context of a number that speaks against a personal number, or for it.
//!
//! Only for numbers without strong proof of their own. Only a few words around the number are looked at.

use std::ops::Range;

use crate::text::personal::character::decimal;
use crate::text::personal::scan::is_hyphen;

/// Maximum number of digits between the slash and the hyphen of an index number.
const INDEX_LONGEST: usize = 8;

/// Bytes before and behind a number that are searched for evidence.
const NEAR: (usize, usize) = (72, 24);

/// Evidence of a mobile number.
pub(super) const PHONE: &[&str] = &[
    "电话", "手机", "联系", "号码", "微信", "致电", "拨打", "短信", "来电", "電話", "手機", "phone",
    "mobile", "tel", "call", "+86", "＋86",
];

/// Evidence of a bank card.
pub(super) const CARD: &[&str] =
    &["卡", "账号", "帐号", "账户", "帐户", "开户", "银行", "存折", "card", "account"];

/// Evidence of an identity number.
pub(super) const IDENTITY: &[&str] = &["身份", "证件", "证号", "居民"];

/// Units and nouns that follow a counted figure.
const COUNTED: [char; 28] = [
    '元', '万', '亿', '%', '％', '人', '次', '个', '项', '家', '吨', '户', '亩', '份', '件', '起', '分',
    '岁', '年', '米', '处', '名', '台', '套', '条', '场', '期', '千',
];

/// Whether the number is part of a longer one: a decimal, a code, an 索引号.
pub(super) fn is_part_of_code(text: &str, range: &Range<usize>) -> bool {
    let before = text[..range.start].chars().rev();
    let after = text[range.end..].chars();
    goes_on(before) || goes_on(after) || is_index_tail(&text[range.end..])
}

/// Whether the number is a sum of money, which can have 11 digits.
pub(super) fn is_money(text: &str, range: &Range<usize>) -> bool {
    text[..range.start].ends_with(['¥', '￥']) || text[range.end..].starts_with(['元', '万', '亿'])
}

/// Whether the number is followed by a unit or a counted noun.
pub(super) fn is_counted(text: &str, range: &Range<usize>) -> bool {
    text[range.end..].trim_start_matches(' ').starts_with(COUNTED)
}

/// Whether one of the words is near the number.
pub(super) fn has_word_near(text: &str, range: &Range<usize>, words: &[&str]) -> bool {
    let (before, after) = NEAR;
    let from = text.ceil_char_boundary(range.start.saturating_sub(before));
    let to = text.floor_char_boundary((range.end + after).min(text.len()));
    [&text[from..range.start], &text[range.end..to]].iter().any(|around| {
        let around = around.to_ascii_lowercase();
        words.iter().any(|word| around.contains(word))
    })
}

/// The start of a number including a plus sign: +86.
pub(super) fn with_plus(text: &str, start: usize) -> usize {
    let before = &text[..start];
    before.strip_suffix(['+', '＋']).unwrap_or(before).len()
}

/// Whether a point or hyphen and a digit follow.
fn goes_on(mut characters: impl Iterator<Item = char>) -> bool {
    let joins = |it: char| it == '.' || it == '．' || is_hyphen(it);
    characters.next().is_some_and(joins) && characters.next().and_then(decimal).is_some()
}

/// Whether `/2017-00110` or the like follows; then the number is the publisher's code in an 索引号.
fn is_index_tail(after: &str) -> bool {
    let mut rest = after.chars();
    if !rest.next().is_some_and(|it| it == '/' || it == '／') {
        return false;
    }
    let digits = rest.clone().take(INDEX_LONGEST).take_while(|it| decimal(*it).is_some()).count();
    digits > 0 && rest.nth(digits).is_some_and(is_hyphen)
}
