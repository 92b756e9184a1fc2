//! Escaped characters: HTML character references, and the escapes of YAML, JSON and Rust.

/// Maximum length of a reference in bytes; enough for `&#x0000031;` and all names of spaces and marks.
const LONGEST: usize = 32;

/// The meaning of an escape.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Escaped {
    /// A character.
    Character(char),
    /// Nothing visible: the backslash before a mark in Markdown.
    Nothing,
}

/// The escape at the beginning of a text, and its length in bytes.
pub(super) fn read(text: &str) -> Option<(Escaped, usize)> {
    match text.as_bytes().first()? {
        b'&' => reference(text),
        b'\\' => backslash(text),
        _ => None,
    }
}

/// `&#49;`, `&#x31;`. Every named reference counts as a space.
fn reference(text: &str) -> Option<(Escaped, usize)> {
    let end = text.bytes().take(LONGEST).position(|byte| byte == b';')?;
    let name = &text[1..end];
    let character = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(hex) => of_hex(hex)?,
            None => char::from_u32(number.parse().ok()?)?,
        },
        None if !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric()) => ' ',
        None => return None,
    };
    Some((Escaped::Character(character), end + 1))
}

/// `\x31`, `\u0031`, `\U00000031`, `\u{31}`, `\n`, an escaped mark, or an escaped line end.
fn backslash(text: &str) -> Option<(Escaped, usize)> {
    let rest = &text[1..];
    let fixed = |length: usize| {
        let character = of_hex(rest.get(1..=length)?)?;
        Some((Escaped::Character(character), length + 2))
    };
    match rest.as_bytes().first()? {
        b'n' | b'r' => Some((Escaped::Character('\n'), 2)),
        b't' => Some((Escaped::Character('\t'), 2)),
        b'x' => fixed(2),
        b'U' => fixed(8),
        b'u' => match rest[1..].strip_prefix('{') {
            Some(inner) => {
                let end = inner.bytes().take(7).position(|byte| byte == b'}')?;
                Some((Escaped::Character(of_hex(&inner[..end])?), end + 4))
            }
            None => fixed(4),
        },
        mark if mark.is_ascii_punctuation() || matches!(mark, b'\n' | b'\r') => Some((Escaped::Nothing, 1)),
        _ => None,
    }
}

fn of_hex(digits: &str) -> Option<char> {
    let good = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
    char::from_u32(u32::from_str_radix(digits, 16).ok().filter(|_| good)?)
}
