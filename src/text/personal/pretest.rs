//! Whether a text is worth being searched: nearly none is, and finding that out has to cost next to nothing.

use crate::text::personal::character::{Reading, han_digit, read};

/// Digits of the shortest number.
const SHORTEST: usize = 11;

/// By the last six bits of a Han character, whether it may be a digit: most need no further look.
const MAY_BE_DIGITS: u64 = {
    const DIGITS: [char; 25] = [
        '零', '一', '壹', '幺', '二', '贰', '貳', '三', '叁', '參', '四', '肆', '五', '伍', '六', '陆', '陸',
        '七', '柒', '八', '捌', '九', '玖', '一', '二',
    ];
    let (mut bits, mut i) = (0, 0);
    while i < DIGITS.len() {
        bits |= 1 << (DIGITS[i] as u32 & 63);
        i += 1;
    }
    bits
};

/// Whether eleven digits follow each other with no word between them.
pub(super) fn may_hold_one(text: &str) -> bool {
    let bytes = text.as_bytes();
    // Letters of `&nbsp;` and `\u{200b}` are no words.
    let (mut digits, mut at, mut escaped) = (0, 0, false);
    while let Some(byte) = bytes.get(at) {
        match byte {
            // Between U+4000 and U+9FFF (RFC 3629, section 3): nearly all of a Chinese text.
            0xE4..=0xE9 => {
                let is_digit = bytes.get(at + 2).is_some_and(|last| MAY_BE_DIGITS >> (last & 63) & 1 == 1)
                    && text[at..].chars().next().and_then(han_digit).is_some();
                digits = if is_digit { digits + 1 } else { 0 };
                at += 3;
            }
            b'0'..=b'9' => {
                digits += 1;
                at += 1;
            }
            b'a'..=b'z' | b'A'..=b'Z' => {
                digits = if escaped { digits } else { 0 };
                at += 1;
            }
            0..=0x7F => {
                escaped = matches!(byte, b'&' | b'\\') || escaped && *byte == b'{';
                at += 1;
            }
            _ => {
                let Some(character) = text[at..].chars().next() else { break };
                digits = after(character, digits);
                at += character.len_utf8();
            }
        }
        if digits >= SHORTEST {
            return true;
        }
    }
    false
}

/// How many digits follow each other once a character is read that is not met every day.
fn after(character: char, digits: usize) -> usize {
    match character {
        // Chinese marks, and quotation marks, dashes and spaces.
        '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3006}' | '\u{3008}'..='\u{3020}' => digits,
        '\u{ff01}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' => digits,
        _ => match read(character) {
            Reading::Digit(_) | Reading::Loose(_, None) => digits + 1,
            Reading::Loose(_, Some(_)) => digits + 2,
            Reading::Letter | Reading::Other => 0,
            _ => digits,
        },
    }
}
