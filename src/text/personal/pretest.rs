//! A cheap filter for the parts of a text that can hold a number; nearly all text has none.

use std::ops::Range;

use crate::text::personal::character::{Reading, read};

/// Digits of the shortest number.
const SHORTEST: usize = 11;

/// Chinese digits between U+4000 and U+9FFF.
const HAN: [char; 23] = [
    '零', '一', '壹', '幺', '二', '贰', '貳', '三', '叁', '參', '四', '肆', '五', '伍', '六', '陆', '陸',
    '七', '柒', '八', '捌', '九', '玖',
];

/// The Chinese digits, indexed by the last six bits of their code points.
const HAN_BY_END: [[u32; 2]; 64] = {
    let mut table = [[0; 2]; 64];
    let mut i = 0;
    while i < HAN.len() {
        let code = HAN[i] as u32;
        let slot = &mut table[(code & 63) as usize];
        let free = if slot[0] == 0 { 0 } else { 1 };
        assert!(slot[free] == 0);
        slot[free] = code;
        i += 1;
    }
    table
};

/// The parts with at least eleven digits and no word between them. The ranges include the neighbouring characters,
/// because a letter beside digits makes them part of a word.
pub(super) fn parts(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let mut parts = Vec::new();
    // Letters of the escapes `&nbsp;` and `\u{200b}` do not end a part.
    let (mut start, mut digits, mut at, mut escaped) = (0, 0, 0, false);
    while let Some(byte) = bytes.get(at) {
        let (counted, length) = match byte {
            // U+4000 to U+9FFF (RFC 3629, section 3): nearly all of a Chinese text.
            0xE4..=0xE9 => (is_han_digit(&bytes[at..]).then_some(1), 3),
            b'0'..=b'9' => (Some(1), 1),
            // X may be the last digit of an identity number.
            b'x' | b'X' => (Some(0), 1),
            b'a'..=b'z' | b'A'..=b'Z' => (escaped.then_some(0), 1),
            0..=0x7F => {
                escaped = matches!(byte, b'&' | b'\\') || escaped && matches!(byte, b'{' | b'#');
                (Some(0), 1)
            }
            _ => {
                let Some(character) = text[at..].chars().next() else { break };
                (count(character), character.len_utf8())
            }
        };
        if let Some(more) = counted {
            digits += more;
        } else {
            if digits >= SHORTEST {
                parts.push(start..at + length);
            }
            (start, digits) = (at, 0);
        }
        at += length;
    }
    if digits >= SHORTEST {
        parts.push(start..text.len());
    }
    parts
}

fn is_han_digit(bytes: &[u8]) -> bool {
    let [first, second, third, ..] = bytes else { return false };
    let code = u32::from(first & 15) << 12 | u32::from(second & 63) << 6 | u32::from(third & 63);
    let [one, other] = HAN_BY_END[usize::from(third & 63)];
    code == one || code == other
}

/// Number of digits in a rare character; `None` for a character that ends a number.
fn count(character: char) -> Option<usize> {
    match character {
        // Chinese punctuation, quotation marks, dashes and spaces.
        '\u{2000}'..='\u{206f}'
        | '\u{3000}'..='\u{3006}'
        | '\u{3008}'..='\u{3020}'
        | '\u{ff01}'..='\u{ff0f}'
        | '\u{ff1a}'..='\u{ff20}' => Some(0),
        _ => match read(character) {
            Reading::Digit(_) | Reading::Loose(_, None) => Some(1),
            Reading::Loose(_, Some(_)) => Some(2),
            Reading::Letter | Reading::Other => None,
            _ => Some(0),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::is_han_digit;
    use crate::text::personal::character::{Reading, read};

    #[test]
    fn chinese_digits_are_the_same_as_to_the_search() {
        for character in '\u{4000}'..='\u{9fff}' {
            let is_digit = matches!(read(character), Reading::Loose(..));
            assert_eq!(is_han_digit(character.to_string().as_bytes()), is_digit, "{character}");
        }
    }
}
