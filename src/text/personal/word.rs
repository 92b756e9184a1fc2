//! Words of digits: the runs of digits and letters in a text that could be a number or its part.
//!
//! Words are bounded by anything but ASCII and full-width digits and letters. Chinese characters
//! bound them, as numbers stand right beside those.

use std::ops::Range;

/// The longest number looked for, a bank card, in digits.
const LONGEST: usize = 19;

/// A run of 1 to 19 digits, or of 17 and an X, with no digit or letter on either side.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// Its place in the text, in bytes.
    pub(super) range: Range<usize>,
    plain: [u8; LONGEST],
    length: usize,
}

impl Word {
    /// Its digits in ASCII, X in capital.
    pub(super) fn digits(&self) -> &[u8] {
        &self.plain[..self.length]
    }

    fn new(start: usize) -> Self {
        Self { range: start..start, plain: [0; LONGEST], length: 0 }
    }

    /// Takes one more character. The length goes on counting past the digits that are kept.
    fn push(&mut self, plain: u8, end: usize) {
        if let Some(place) = self.plain.get_mut(self.length) {
            *place = plain;
        }
        self.length += 1;
        self.range.end = end;
    }

    fn is_number(&self) -> bool {
        if self.length > LONGEST {
            return false;
        }
        let digits = match self.digits() {
            [head @ .., b'X'] if head.len() == 17 => head,
            all => all,
        };
        digits.iter().all(u8::is_ascii_digit)
    }
}

/// The words of `text` that are numbers, in order; words with other letters are left out.
pub(super) fn split(text: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut open: Option<Word> = None;
    for (at, character) in text.char_indices() {
        match plain(character) {
            Some(byte) => open.get_or_insert_with(|| Word::new(at)).push(byte, at + character.len_utf8()),
            None => words.extend(open.take().filter(Word::is_number)),
        }
    }
    words.extend(open.filter(Word::is_number));
    words
}

/// The digit or capital letter a character of a word stands for; `None` outside of words.
pub(super) fn plain(character: char) -> Option<u8> {
    let ascii = match character {
        // Full-width forms keep the order of ASCII (Unicode block U+FF00).
        '！'..='～' => u32::from(character) - 0xFEE0,
        _ => u32::from(character),
    };
    u8::try_from(ascii).ok().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_uppercase())
}

/// Whether a character is a digit, ASCII or full-width.
pub(super) fn is_digit(character: char) -> bool {
    plain(character).is_some_and(|byte| byte.is_ascii_digit())
}

/// Spaces and hyphens that may stand between the groups of one number.
pub(super) fn is_separator(character: char) -> bool {
    matches!(character, ' ' | '\u{a0}' | '\u{3000}') || is_hyphen(character)
}

/// Hyphens as typed: ASCII, full-width, Unicode's own two and the short dash.
pub(super) fn is_hyphen(character: char) -> bool {
    matches!(character, '-' | '－' | '\u{2010}' | '\u{2011}' | '–')
}
