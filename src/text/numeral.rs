//! The numerals of official papers: 一、 （一） 1. （1）.
//!
//! GB/T 9704-2012 7.3.3 names these four levels, in this order.

use crate::text::han::{digits, is_numeral};

/// The digits of a number that is written digit by digit: 二〇二四.
pub const DIGITS: [char; 10] = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/// A number as a Chinese numeral: 一, 十, 十二, 二十, 一百零一. Zero is 零.
#[must_use]
pub fn chinese(n: usize) -> String {
    const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
    const UNITS: [(usize, char); 4] = [(10_000, '万'), (1_000, '千'), (100, '百'), (10, '十')];
    if n < 10 {
        return DIGITS[n].to_string();
    }
    if n < 20 {
        return format!("十{}", if n == 10 { String::new() } else { chinese(n - 10) });
    }
    let (unit, name) = UNITS.into_iter().find(|(unit, _)| n >= *unit).unwrap_or((10, '十'));
    let rest = n % unit;
    let tail = match rest {
        0 => String::new(),
        _ if rest * 10 < unit => format!("零{}", spoken(rest)),
        _ => spoken(rest),
    };
    format!("{}{name}{tail}", chinese(n / unit))
}

/// Like [`chinese`], but 十 inside a larger number is 一十 (一百一十二).
fn spoken(n: usize) -> String {
    if (10..20).contains(&n) { format!("一{}", chinese(n)) } else { chinese(n) }
}

/// Parses a Chinese numeral below a thousand, such as 二十, 〇 or 两.
#[must_use]
pub fn number(text: &str) -> Option<usize> {
    let (mut total, mut digit) = (0, None);
    for c in text.chars() {
        let unit = match c {
            '百' => 100,
            '十' => 10,
            _ => {
                digit = Some("零一二三四五六七八九".chars().position(|d| d == plain(c))?);
                continue;
            }
        };
        total += digit.take().unwrap_or(1) * unit;
    }
    (!text.is_empty()).then(|| total + digit.unwrap_or(0))
}

/// The plain form of a digit with variants.
fn plain(c: char) -> char {
    match c {
        '〇' => '零',
        '两' => '二',
        _ => c,
    }
}

/// The number before the `n`th heading, from 1, of a level, from 0: 一、 （一） 1. （1）. Bracketed numerals have no further
/// mark, Arabic ones have a point.
#[must_use]
pub fn heading(level: usize, n: usize) -> String {
    match level {
        0 => format!("{}、", chinese(n)),
        1 => format!("（{}）", chinese(n)),
        2 => format!("{n}."),
        _ => format!("（{n}）"),
    }
}

/// Length in bytes of a typed item number at the beginning of a text, without the mark behind it: 十二, （一）, 1, (1),
/// ① or 第一. 0 for a year such as 2024.
#[must_use]
pub fn typed(text: &str) -> usize {
    match text.chars().next() {
        Some('0'..='9') if digits(text) <= 2 => digits(text),
        Some(c) if is_numeral(c) => numerals(text),
        Some(c @ ('①'..='⑳' | '⑴'..='⒇')) => c.len_utf8(),
        Some(c @ '第') => match numerals(&text[c.len_utf8()..]) {
            0 => 0,
            length => c.len_utf8() + length,
        },
        Some(open @ ('（' | '(')) => {
            let inner = &text[open.len_utf8()..];
            let length = numerals(inner).max(digits(inner).min(2));
            let close = inner[length..].chars().next().filter(|c| ['）', ')'].contains(c));
            close.filter(|_| length > 0).map_or(0, |close| open.len_utf8() + length + close.len_utf8())
        }
        _ => 0,
    }
}

fn numerals(text: &str) -> usize {
    text.chars().take_while(|c| is_numeral(*c)).map(char::len_utf8).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_before_items() {
        for (text, number) in [
            ("十二、目标", "十二"),
            ("（一）目标", "（一）"),
            ("(3)目标", "(3)"),
            ("1.目标", "1"),
            ("第一，目标", "第一"),
            ("①目标", "①"),
            ("2024年", ""),
            ("（2024）", ""),
            ("（试行）", ""),
            ("第", ""),
            ("", ""),
        ] {
            assert_eq!(&text[..typed(text)], number, "{text}");
        }
    }

    #[test]
    fn reads_as_spoken() {
        let pairs = [
            (0, "零"),
            (7, "七"),
            (10, "十"),
            (12, "十二"),
            (20, "二十"),
            (21, "二十一"),
            (99, "九十九"),
            (100, "一百"),
            (101, "一百零一"),
            (110, "一百一十"),
            (112, "一百一十二"),
            (1_000, "一千"),
            (1_010, "一千零一十"),
            (2_024, "二千零二十四"),
            (10_001, "一万零一"),
            (100_000, "十万"),
        ];
        for (n, word) in pairs {
            assert_eq!(chinese(n), word);
        }
    }

    #[test]
    fn every_number_to_ten_thousand_has_its_own_word() {
        let words: std::collections::BTreeSet<String> = (0..=10_000).map(chinese).collect();
        assert_eq!(words.len(), 10_001);
    }

    #[test]
    fn numerals_are_read_back() {
        for n in 0..1_000 {
            assert_eq!(number(&chinese(n)), Some(n), "{n}");
        }
        assert_eq!(number("两"), Some(2));
        for wrong in ["", "工作日", "20", "一个"] {
            assert_eq!(number(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn levels_of_an_official_paper() {
        let marks: Vec<String> = (0..4).map(|level| heading(level, 3)).collect();
        assert_eq!(marks, ["三、", "（三）", "3.", "（3）"]);
    }
}
