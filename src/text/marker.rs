//! Item numbers at the beginning of a text, and their styles: （1） 1. 1、 ① 一是 （一） 一、

mod style;

use crate::text::han::{before, others};
use crate::text::numeral;

pub use style::Style;

/// An item's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// The style.
    pub style: Style,
    /// The value.
    pub number: usize,
    /// The length in bytes.
    pub length: usize,
}

/// Marks behind a number, whether for Chinese numerals, and the style. Half and full width are one style.
const TAILS: [(char, bool, Style); 8] = [
    ('.', true, Style::Point),
    ('．', true, Style::Point),
    ('、', true, Style::Comma),
    ('）', true, Style::HalfBracket),
    (')', true, Style::HalfBracket),
    ('、', false, Style::ChineseComma),
    ('是', false, Style::Spoken),
    ('．', false, Style::ChineseComma),
];

impl Marker {
    /// Parses a text that consists of a number.
    #[must_use]
    pub fn whole(text: &str) -> Option<Self> {
        let text = text.trim();
        if let Some(marker) = Self::at_start(text) {
            return (marker.length == text.len()).then_some(marker);
        }
        let (number, length, arabic) = digits(text)?;
        let style = if arabic { Style::Digits } else { Style::Chinese };
        (length == text.len()).then_some(Self { style, number, length })
    }

    /// Parses the number at the beginning of a text. `1.5` is not an item number: a digit follows the point.
    #[must_use]
    pub fn at_start(text: &str) -> Option<Self> {
        let first = text.chars().next()?;
        if let Some(number) = circled(first) {
            return Some(Self { style: Style::Circled, number, length: first.len_utf8() });
        }
        if let Some(inner) = text.strip_prefix(['（', '(']) {
            let (number, length, arabic) = digits(inner)?;
            let close = inner[length..].chars().next().filter(|c| matches!(c, '）' | ')'))?;
            let style = if arabic { Style::Brackets } else { Style::ChineseBrackets };
            let length = first.len_utf8() + length + close.len_utf8();
            return Some(Self { style, number, length });
        }
        let (number, length, arabic) = digits(text)?;
        let mut behind = text[length..].chars();
        let tail = behind.next()?;
        let (_, _, style) = TAILS.into_iter().find(|(c, of, _)| *c == tail && *of == arabic)?;
        let followed = behind.next().is_some_and(|c| c.is_ascii_digit());
        (!followed).then_some(Self { style, number, length: length + tail.len_utf8() })
    }
}

/// The items of a text with their byte positions. An item begins at the start of a text, a line or a clause; with
/// brackets and circles it begins anywhere except behind 第.
#[must_use]
pub fn items(text: &str) -> Vec<(usize, Marker)> {
    let (mut found, mut end) = (Vec::new(), 0);
    let mut take = |at: usize, is_free: bool| {
        let marker = Marker::at_start(&text[at..]).filter(|_| at >= end);
        if let Some(marker) = marker.filter(|marker| !is_free || marker.style.is_free()) {
            found.push((at, marker));
            end = at + marker.length;
        }
    };
    take(0, false);
    for (at, c) in others(text) {
        if before(text, at) != Some('第') {
            take(at, true);
        }
        if matches!(c, '。' | '；' | '：' | '！' | '？' | ';' | ':' | '\n') {
            take(at + c.len_utf8(), false);
        }
    }
    found
}

/// Byte positions behind the marks that end a sentence or clause (。；！？;), for texts without item numbers.
#[must_use]
pub fn clause_ends(text: &str) -> Vec<usize> {
    let ends = others(text).filter(|(_, c)| matches!(c, '。' | '；' | '！' | '？' | ';' | '\n'));
    ends.map(|(at, c)| at + c.len_utf8()).filter(|at| *at < text.len()).collect()
}

/// The number at the beginning of a text, its length in bytes, and whether it has Arabic digits. At most three digits
/// are read, as this is called at every position of a long text.
fn digits(text: &str) -> Option<(usize, usize, bool)> {
    let arabic = text.bytes().take(4).take_while(u8::is_ascii_digit).count();
    if (1..=3).contains(&arabic) {
        return Some((text[..arabic].parse().ok()?, arabic, true));
    }
    // Up to 九百九十九.
    let is_digit =
        |(i, c): &(usize, char)| "一二三四五六七八九十".contains(*c) || *i > 0 && "百零".contains(*c);
    let chinese = text.chars().take(6).enumerate().take_while(is_digit);
    let end: usize = chinese.map(|(_, c)| c.len_utf8()).sum();
    (1..=15).contains(&end).then(|| Some((numeral::number(&text[..end])?, end, false)))?
}

fn circled(c: char) -> Option<usize> {
    let at = |from: char, first: usize| Some((c as usize) - (from as usize) + first);
    match c {
        '①'..='⑳' => at('①', 1),
        '㉑'..='㉟' => at('㉑', 21),
        '㊱'..='㊿' => at('㊱', 36),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A text cut before its items.
    fn cut(text: &str) -> Vec<&str> {
        let mut cuts: Vec<usize> = items(text).into_iter().map(|(at, _)| at).filter(|at| *at > 0).collect();
        cuts.insert(0, 0);
        cuts.push(text.len());
        cuts.windows(2).map(|pair| &text[pair[0]..pair[1]]).collect()
    }

    #[test]
    fn finds_the_items_of_the_notice() {
        assert_eq!(
            cut("模式：（1）发文；（2）制定。一是宣传网。①开展；②运用。二是排查网。(10)预防"),
            [
                "模式：",
                "（1）发文；",
                "（2）制定。",
                "一是宣传网。",
                "①开展；",
                "②运用。",
                "二是排查网。",
                "(10)预防"
            ]
        );
        let whole = "村（社区）、镇（街道）统一是大事（2024年）";
        assert_eq!(cut(whole), [whole], "words that look alike");
    }

    #[test]
    fn reads_every_style_back() {
        use Style::{
            Brackets, Chinese, ChineseBrackets, ChineseComma, Circled, Comma, Digits, HalfBracket, Point,
            Spoken,
        };
        for style in [
            ChineseComma,
            ChineseBrackets,
            Point,
            Comma,
            Brackets,
            HalfBracket,
            Circled,
            Spoken,
            Digits,
            Chinese,
        ] {
            let read = Marker::whole(style.sample()).map(|marker| (marker.style, marker.number));
            assert_eq!(read, Some((style, 1)), "{}", style.sample());
        }
        let number = |text| Marker::whole(text).map(|marker| marker.number);
        assert_eq!([number("(12)"), number("十二、"), number("⑫")], [Some(12); 3]);
        assert_eq!(
            [number("（一百）"), number("一百零一、"), number("九百九十九")],
            [Some(100), Some(101), Some(999)]
        );
        for wrong in ["", "百、", "1.2", "2024", "第一", "甲", "（1", "（a）"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn items_begin_clauses() {
        let found = |text| items(text).iter().map(|(_, marker)| marker.style.sample()).collect::<Vec<_>>();
        assert_eq!(found("（1）甲。一是乙；①丙；1.丁"), ["（1）", "一是", "①", "1."]);
        assert_eq!(found("按第（三）项，1.5倍；2024年，统一是大事、一、二班（2024年）"), [""; 0]);
    }
}
