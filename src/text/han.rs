//! Chinese characters and their marks, and what stands beside a place in a text.

use std::iter;
use std::ops::Range;

/// Whether a character is a Han character.
#[must_use]
pub fn is_han(c: char) -> bool {
    matches!(c, '〇' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// Whether a character is a Chinese mark that opens: a quotation, a title, brackets.
#[must_use]
pub fn opens(c: char) -> bool {
    matches!(c, '“' | '‘' | '《' | '〈' | '（' | '〔' | '【' | '［' | '「' | '『')
}

/// Whether a character is a Chinese mark that closes.
#[must_use]
pub fn closes(c: char) -> bool {
    matches!(c, '”' | '’' | '》' | '〉' | '）' | '〕' | '】' | '］' | '」' | '』')
}

/// Whether a character ends a sentence or leads on to what follows: 。！？：；… and their half-width forms,
/// but for the point, which also stands in numbers.
#[must_use]
pub fn ends(c: char) -> bool {
    matches!(c, '。' | '！' | '？' | '：' | '；' | '…' | '!' | '?' | ':' | ';')
}

/// The numerals of Chinese: 一 to 十, and the units above.
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

/// How many bytes of a text's beginning are ASCII digits.
#[must_use]
pub fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// The characters of a text that are not between U+4000 and U+9FFF, each with its byte: marks, digits, letters, and
/// no Han character that is met every day. Most of a Chinese text is passed over without being decoded.
pub fn others(text: &str) -> impl Iterator<Item = (usize, char)> {
    let (bytes, mut at) = (text.as_bytes(), 0);
    iter::from_fn(move || {
        // Those between begin with these bytes and have three each (RFC 3629, section 3).
        while matches!(bytes.get(at), Some(0xE4..=0xE9)) {
            at += 3;
        }
        let (place, other) = (at, text.get(at..)?.chars().next()?);
        at += other.len_utf8();
        Some((place, other))
    })
}

/// Pairs of round brackets, full- or half-width, with their bytes from the opening to the closing one. A pair
/// does not reach over the end of a line.
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
