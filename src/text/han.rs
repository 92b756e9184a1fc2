//! Chinese characters and punctuation, and the characters around a position in a text.

use std::iter;
use std::ops::Range;

/// Whether a character is a Han character.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is an opening mark: of a quotation, a title, or brackets.
#[must_use]
pub fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '《' | '〈' | '（' | '〔' | '【' | '［' | '「' | '『')
}

/// Whether a character is a closing mark.
#[must_use]
pub fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '》' | '〉' | '）' | '〕' | '】' | '］' | '」' | '』')
}

/// Whether a character ends a sentence or clause: 。！？：；… and their half-width forms, except the point, which is also
/// part of numbers.
#[must_use]
pub fn ends(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '：' | '；' | '…' | '!' | '?' | ':' | ';')
}

/// Whether a character is a Chinese numeral: 一 to 十, or a higher unit.
#[must_use]
pub fn is_numeral(c: char) -> bool {
    matches!(
        c,
        '〇' | '零' | '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十' | '百' | '千'
    )
}

/// The character that ends at a byte.
#[must_use]
pub fn before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// The character that begins at a byte.
#[must_use]
pub fn after(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The number of ASCII digits at the beginning of a text.
#[must_use]
pub fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The characters of a text outside U+4000 to U+9FFF, with their byte positions: marks, digits, letters, and rare Han
/// characters. Common Han characters, most of a Chinese text, are skipped without decoding.
pub fn others(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (bytes, mut at) = (text.as_bytes(), 0);
    iter::from_fn(move || {
        // U+4000 to U+9FFF: three bytes each, beginning with one of these (RFC 3629, section 3).
        while matches!(bytes.get(at), Some(0xE4..=0xE9)) {
            at += 3;
        }
        let (place, other) = (at, text.get(at..)?.chars().next()?);
        at += other.len_utf8();
        Some((place, other))
    })
}

/// The ASCII digits.
pub const DIGITS: [char; 10] = ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

/// Whether a text has ASCII digits. Much cheaper than to look at its characters one by one.
#[must_use]
pub fn has_digits(text: &str) -> bool {
    text.bytes().any(|byte| byte.is_ascii_digit())
}

/// Ranges of pairs of round brackets, full- or half-width, brackets included. A pair lies in one line.
#[must_use]
pub fn brackets(text: &str) -> Vec<Range<usize>> {
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, c) in others(text) {
        match c {
            '(' | '（' => open.push(at),
            ')' | '）' => pairs.extend(open.pop().map(|start| start..at + c.len_utf8())),
            '\n' => open.clear(),
            _ => {}
        }
    }
    pairs
}

/// Whether a place lies within 《》. Titles are not longer than 200 characters.
#[must_use]
pub fn in_title(text: &str, at: usize) -> bool {
    let marks = text[..at].chars().rev().take(200);
    marks.into_iter().find(|c| matches!(c, '《' | '》')) == Some('《')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_are_paired_on_their_line() {
        let text = "甲（乙(丙)丁）戊)己(庚\n)";
        let found: Vec<&str> = brackets(text).into_iter().map(|pair| &text[pair]).collect();
        assert_eq!(found, ["(丙)", "（乙(丙)丁）"]);
    }

    #[test]
    fn all_but_common_characters() {
        let text = "《临湘》a，〇1、鿿豈😀\n㐀龥";
        let all = text.char_indices().filter(|(_, c)| !('\u{4000}'..='\u{9fff}').contains(c));
        assert!(others(text).eq(all), "{:?}", others(text).collect::<Vec<_>>());
        assert_eq!((others("").next(), others("临湘").next()), (None, None));
    }

    #[test]
    fn neighbours_at_both_ends() {
        assert_eq!((before("甲乙", 0), before("甲乙", 3), before("甲乙", 6)), (None, Some('甲'), Some('乙')));
        assert_eq!((after("甲乙", 3), after("甲乙", 6)), (Some('乙'), None));
        assert_eq!((before("甲", 1), after("甲", 1)), (None, None), "inside a character is nowhere");
    }

    #[test]
    fn marks_are_no_characters() {
        assert!("临湘〇㐀𠀀".chars().all(is_han));
        assert!(!"，A1（·—ー".chars().any(is_han));
        assert_eq!((digits("2024年"), digits("年")), (4, 0));
    }
}
