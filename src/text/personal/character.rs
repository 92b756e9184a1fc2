//! Classification of single characters: digits of every script and style, separators, letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_width::UnicodeWidthChar;

/// The role of a character in the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reading {
    /// A decimal digit of any script, in ASCII: 1, １, 𝟏, ١.
    Digit(u8),
    /// One or two digits in a form that can also be a word, an item number or a note reference: 一, ①, ⑬, ².
    Loose(u8, Option<u8>),
    /// X or x, the last place of some identity numbers.
    X,
    /// A character that looks like X: ×, Χ, Х.
    Cross,
    /// A letter; a run of digits beside it is part of a word.
    Letter,
    /// An invisible character: zero-width, combining, or control.
    Invisible,
    /// A space of any kind, a tab included.
    Blank,
    /// The end of a line.
    Line,
    /// Any other punctuation mark.
    Mark,
    /// A character that ends a number: Han, and letters of other scripts.
    Other,
}

/// Zeros of the scripts' decimal digits (Unicode 16, category Nd); the other nine digits follow each zero.
const ZEROS: [u32; 74] = [
    0x30, 0x660, 0x6f0, 0x7c0, 0x966, 0x9e6, 0xa66, 0xae6, 0xb66, 0xbe6, 0xc66, 0xce6, 0xd66, 0xde6, 0xe50,
    0xed0, 0xf20, 0x1040, 0x1090, 0x17e0, 0x1810, 0x1946, 0x19d0, 0x1a80, 0x1a90, 0x1b50, 0x1bb0, 0x1c40,
    0x1c50, 0xa620, 0xa8d0, 0xa900, 0xa9d0, 0xa9f0, 0xaa50, 0xabf0, 0xff10, 0x104a0, 0x10d30, 0x10d40,
    0x11066, 0x110f0, 0x11136, 0x111d0, 0x112f0, 0x11450, 0x114d0, 0x11650, 0x116c0, 0x116d0, 0x116da,
    0x11730, 0x118e0, 0x11950, 0x11bf0, 0x11c50, 0x11d50, 0x11da0, 0x11f50, 0x16a60, 0x16ac0, 0x16b50,
    0x1ccf0, 0x1d7ce, 0x1d7d8, 0x1d7e2, 0x1d7ec, 0x1d7f6, 0x1e140, 0x1e2f0, 0x1e4f0, 0x1e5f1, 0x1e950,
    0x1fbf0,
];

/// Classifies a character.
pub(super) fn read(character: char) -> Reading {
    if character.is_ascii() {
        return read_ascii(character);
    }
    if let Some(digit) = decimal(character) {
        return Reading::Digit(digit);
    }
    match character {
        'Ｘ' | 'ｘ' => Reading::X,
        'Ａ'..='Ｚ' | 'ａ'..='ｚ' => Reading::Letter,
        '×' | 'Χ' | 'χ' | 'Х' | 'х' | '✕' | '✖' | '╳' | '⨯' | 'Ⅹ' | 'ⅹ' => Reading::Cross,
        '\u{2028}' | '\u{2029}' | '\u{85}' => Reading::Line,
        // Hangul fillers are blank; interlinear annotation anchors are controls.
        '\u{115f}' | '\u{fff9}'..='\u{fffb}' => Reading::Invisible,
        _ if character.is_whitespace() => Reading::Blank,
        _ => han_digit(character).or_else(|| styled(character)).unwrap_or_else(|| unread(character)),
    }
}

fn read_ascii(character: char) -> Reading {
    match character {
        '0'..='9' => Reading::Digit(character as u8),
        'X' | 'x' => Reading::X,
        'A'..='Z' | 'a'..='z' => Reading::Letter,
        ' ' | '\t' => Reading::Blank,
        '\n' | '\r' | '\u{b}' | '\u{c}' => Reading::Line,
        _ if character.is_ascii_control() => Reading::Invisible,
        _ => Reading::Mark,
    }
}

/// Classifies a character that is not a digit.
fn unread(character: char) -> Reading {
    if character.width().unwrap_or(0) == 0 || is_combining_mark(character) {
        Reading::Invisible
    } else if character.is_alphanumeric() {
        Reading::Other
    } else {
        Reading::Mark
    }
}

/// The ASCII digit that a decimal digit of any script stands for.
pub(super) fn decimal(character: char) -> Option<u8> {
    let code = u32::from(character);
    let zero = ZEROS[..ZEROS.partition_point(|zero| *zero <= code)].last()?;
    u8::try_from(code - zero).ok().filter(|value| *value < 10).map(|value| b'0' + value)
}

/// Chinese digits, financial ones (壹) and 幺 included. 十 and 百 are left out: they make amounts, not digit runs.
pub(super) fn han_digit(character: char) -> Option<Reading> {
    let value = match character {
        '〇' | '零' | '○' | '◯' => 0,
        '一' | '壹' | '幺' => 1,
        '二' | '贰' | '貳' => 2,
        '三' | '叁' | '參' => 3,
        '四' | '肆' => 4,
        '五' | '伍' => 5,
        '六' | '陆' | '陸' => 6,
        '七' | '柒' => 7,
        '八' | '捌' => 8,
        '九' | '玖' => 9,
        _ => return None,
    };
    Some(Reading::Loose(b'0' + value, None))
}

/// A digit, or a number below a hundred: circled, bracketed, with a point, superscript or subscript.
fn styled(character: char) -> Option<Reading> {
    if !character.is_numeric() && !('🄀'..='🄌').contains(&character) {
        return None;
    }
    let code = u32::from(character);
    let number = match character {
        // These characters have no decomposition in Unicode.
        '❶'..='❿' => code - 0x2775,
        '➀'..='➉' => code - 0x277f,
        '➊'..='➓' => code - 0x2789,
        '⓫'..='⓴' => code - 0x24e0,
        '⓵'..='⓾' => code - 0x24f4,
        '⓿' | '🄋' | '🄌' => 0,
        _ => return decomposed(character),
    };
    number_of(number)
}

/// The digits in a compatibility decomposition: `(1)`, `1.`, `一`.
fn decomposed(character: char) -> Option<Reading> {
    let mut number = None;
    for part in std::iter::once(character).nfkc() {
        match part {
            '0'..='9' => number = Some(number.unwrap_or(0) * 10 + u32::from(part) - 0x30),
            '(' | ')' | '.' | ',' => {}
            _ => return han_digit(part).filter(|_| number.is_none()),
        }
    }
    number_of(number?)
}

fn number_of(number: u32) -> Option<Reading> {
    let digit = |value: u32| u8::try_from(value).ok().map(|value| b'0' + value);
    match number {
        0..=9 => Some(Reading::Loose(digit(number)?, None)),
        10..=99 => Some(Reading::Loose(digit(number / 10)?, digit(number % 10))),
        _ => None,
    }
}
