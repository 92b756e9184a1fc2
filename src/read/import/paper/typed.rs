//! Numbers at the beginning of lines that our headings cannot have: they stay as they are typed, and people are told.

use crate::text::han::is_han;
use crate::text::marker::{Marker, Style};

/// The longest line that looks like a heading, in characters.
const LONGEST: usize = 40;

/// Whether a line looks like a heading whose number is not one of 一、 （一） 1. （1）: 1、 ① 一, 1.1. `below` is the line
/// below it.
pub fn foreign_number(text: &str, below: Option<&str>) -> bool {
    let text = text.trim();
    let is_title = text.chars().count() <= LONGEST
        && !text.contains(['。', '；', ';', '！', '？'])
        && !text.ends_with(['，', ',', '、', '：', ':', '.', '．', '…']);
    if !is_title {
        return false;
    }
    if is_decimal(text) || is_chinese(text) || is_chapter(text) {
        return true;
    }
    // Text below the first of them: in a list the next item stands there.
    let is_foreign = |marker: &Marker| {
        matches!(marker.style, Style::Comma | Style::HalfBracket | Style::Circled)
            && marker.number == 1
            && !text[marker.length..].trim().is_empty()
            && below
                .is_some_and(|below| Marker::at_start(below).is_none_or(|below| below.style != marker.style))
    };
    Marker::at_start(text).is_some_and(|marker| is_foreign(&marker))
}

/// Whether a line begins with 1 总体目标, 1.1 指标, 1.1.1指标. A measure begins with one, too: 1.5万元, 3 个.
fn is_decimal(text: &str) -> bool {
    let end = text.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    let parts: Vec<&str> = number.split('.').collect();
    let is_number = parts.iter().all(|part| (1..=2).contains(&part.len()) && !part.starts_with('0'));
    let is_spaced = rest.starts_with(char::is_whitespace);
    let words = rest.trim_start();
    is_number
        && (is_spaced || parts.len() > 2)
        && words.chars().count() > 1
        && words.starts_with(is_han)
        && !words.starts_with(['年', '月', '日', '个', '万', '亿', '元', '人', '名', '时', '点', '米'])
}

/// Whether a line begins with 一, or 二. or 三．, where 、 is meant.
fn is_chinese(text: &str) -> bool {
    let end = text.find(|c| !"一二三四五六七八九十".contains(c)).unwrap_or(text.len());
    let rest = &text[end..];
    (1..=9).contains(&end)
        && rest.starts_with([',', '，', '.', '．'])
        && rest.chars().nth(1).is_some_and(is_han)
}

/// Whether a line begins with 第一章, as rules number their parts.
fn is_chapter(text: &str) -> bool {
    let Some(rest) = text.strip_prefix('第') else { return false };
    let end = rest.find(|c| !"一二三四五六七八九十百".contains(c)).unwrap_or(rest.len());
    let rest = &rest[end..];
    let is_part = ["章", "节", "编", "部分"].iter().any(|part| rest.starts_with(part));
    (1..=15).contains(&end) && is_part && rest.contains(char::is_whitespace)
}

/// Whether a narrow stop ends a sentence in a text, as keyboards without Chinese marks write them: 清理垃圾.组织清理.
pub fn ends_with_narrow_stop(text: &str) -> bool {
    let chars: Vec<char> = text.chars().collect();
    chars.iter().enumerate().any(|(at, c)| {
        matches!(c, '.' | '．')
            && at > 0
            && is_han(chars[at - 1])
            && chars.get(at + 1).is_none_or(|next| is_han(*next))
    })
}
