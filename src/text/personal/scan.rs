//! Normalisation of a text: its digits in order, each with its place and the separator before it.
//!
//! A word is a run of digits and Latin letters. Chinese characters end it, because numbers stand directly beside them.
//! Invisible characters (zero-width, soft hyphens, marks of emphasis) are skipped.

use std::ops::Range;

use crate::text::personal::character::{Reading, read};
use crate::text::personal::escape::{self, Escaped};

/// Length of a run of digits that is longer than any number with its country code.
const TOO_MANY: usize = 24;

/// Maximum number of adjacent marks of emphasis in Markdown; more asterisks mask a number.
const EMPHASIS: usize = 3;

/// A digit of the text.
#[derive(Clone, Debug)]
pub(super) struct Digit {
    /// The digit in ASCII; `X` only as the last digit of a word.
    pub(super) plain: u8,
    /// Byte range in the text.
    pub(super) range: Range<usize>,
    /// Whether the character can also be a word or mark beside a number: 一, ①, ².
    pub(super) loose: bool,
    /// The separator before the digit.
    pub(super) join: Join,
}

/// The separator between two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// No visible character.
    Same,
    /// One separator.
    Gap(Gap),
    /// Anything else.
    Break,
}

/// One separator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// A space.
    Blank,
    /// A hyphen or dash, alone or with a space on either side.
    Hyphen,
    /// A bracket or quotation mark.
    Bracket,
    /// A point.
    Point,
    /// A mark used inside numbers: `·`, `/`, `_`.
    Tight,
    /// A mark used between figures: a comma, `、`, `|`, and all others.
    List,
    /// A tab or the end of a line.
    Line,
}

/// The digits in a part of a text.
pub(super) fn digits(text: &str, part: Range<usize>) -> Vec<Digit> {
    let mut scanner = Scanner::default();
    let (text, mut at) = (&text[..part.end], part.start);
    while let Some(character) = text[at..].chars().next() {
        let (reading, character, length) = match escape::read(&text[at..]) {
            Some((Escaped::Character(character), length)) => (read(character), character, length),
            Some((Escaped::Nothing, length)) => (Reading::Invisible, '\\', length),
            None if matches!(character, '*' | '`') => {
                let run = text[at..].bytes().take_while(|byte| *byte == character as u8).count();
                let reading = if run > EMPHASIS { Reading::Other } else { Reading::Invisible };
                (reading, character, run)
            }
            None => (read(character), character, character.len_utf8()),
        };
        scanner.take(reading, character, at..at + length);
        at += length;
    }
    scanner.end_word();
    scanner.digits
}

/// The state of the scan.
#[derive(Debug)]
struct Scanner {
    digits: Vec<Digit>,
    /// Index of the first digit of the open word.
    word: Option<usize>,
    /// Whether the open word is not a number: it has letters, or more than an X behind its digits.
    spoilt: bool,
    /// Number of adjacent digits in the open word that are not loose.
    row: usize,
    /// The characters since the last word.
    between: Between,
    /// Whether the next word cannot be joined to the last one: a word that is not a number lies between, or there is none.
    broken: bool,
}

impl Default for Scanner {
    fn default() -> Self {
        let (digits, between) = (Vec::new(), Between::default());
        Self { digits, word: None, spoilt: false, row: 0, between, broken: true }
    }
}

impl Scanner {
    fn take(&mut self, reading: Reading, character: char, range: Range<usize>) {
        match reading {
            Reading::Digit(plain) => self.digit(plain, range, false),
            Reading::Loose(first, second) => {
                self.digit(first, range.clone(), true);
                if let Some(second) = second {
                    self.digit(second, range, true);
                }
            }
            Reading::X => self.digit(b'X', range, false),
            Reading::Letter => {
                self.begin_word();
                self.spoilt = true;
            }
            Reading::Cross => {
                if self.word.is_some_and(|start| start < self.digits.len()) {
                    self.digit(b'X', range, true);
                }
                self.end_word();
                self.between.take(reading, character);
            }
            Reading::Invisible => {}
            Reading::Blank | Reading::Line | Reading::Mark | Reading::Other => {
                self.end_word();
                self.between.take(reading, character);
            }
        }
    }

    fn begin_word(&mut self) {
        if self.word.is_none() {
            self.word = Some(self.digits.len());
            (self.spoilt, self.row) = (false, 0);
        }
    }

    fn digit(&mut self, plain: u8, range: Range<usize>, loose: bool) {
        let join = if self.word.is_some() { Join::Same } else { self.join() };
        self.begin_word();
        self.row = if loose { 0 } else { self.row + 1 };
        // X is always the last digit.
        let follows_x = join == Join::Same && self.digits.last().is_some_and(|digit| digit.plain == b'X');
        self.spoilt |= follows_x || self.row > TOO_MANY;
        if !self.spoilt {
            self.digits.push(Digit { plain, range, loose, join });
        }
    }

    fn join(&self) -> Join {
        if self.broken { Join::Break } else { self.between.gap().map_or(Join::Break, Join::Gap) }
    }

    fn end_word(&mut self) {
        let Some(start) = self.word.take() else { return };
        if self.spoilt {
            self.digits.truncate(start);
        }
        self.broken = self.spoilt;
        self.between = Between::default();
    }
}

/// The characters between two words.
#[derive(Debug, Default)]
struct Between {
    blanks: usize,
    tabs: usize,
    lines: usize,
    brackets: usize,
    mark: Option<char>,
    marks: usize,
    /// Whether there is more than one separator.
    other: bool,
    /// Whether the last character was a carriage return, which makes one line end with a following line feed.
    returned: bool,
}

impl Between {
    fn take(&mut self, reading: Reading, character: char) {
        let returned = std::mem::replace(&mut self.returned, character == '\r');
        match reading {
            Reading::Blank if character == '\t' => self.tabs += 1,
            Reading::Blank => self.blanks += 1,
            Reading::Line if returned && character == '\n' => {}
            Reading::Line => self.lines += 1,
            // `>` at the beginning of a line continues a quotation in Markdown or a mail.
            Reading::Mark if character == '>' && self.lines > 0 => {}
            Reading::Mark if is_bracket(character) => self.brackets += 1,
            Reading::Mark | Reading::Cross if self.mark.is_none_or(|mark| mark == character) => {
                self.mark = Some(character);
                self.marks += 1;
            }
            _ => self.other = true,
        }
    }

    /// The characters as a single separator: a mark, possibly doubled (——), with spaces around it; a line end with spaces
    /// around it; a bracket with a space; or a space.
    fn gap(&self) -> Option<Gap> {
        if self.other || self.marks > 2 || self.brackets > 2 || self.lines + self.tabs > 1 {
            return None;
        }
        match (self.mark, self.brackets, self.lines + self.tabs) {
            (Some(mark), 0, 0) => {
                let gap = class(mark);
                let spaces = if gap == Gap::List { 1 } else { 2 };
                (self.blanks <= spaces).then_some(gap)
            }
            (Some(mark), _, 0) => (self.blanks <= 1 && class(mark) == Gap::Hyphen).then_some(Gap::Bracket),
            (None, 0, 1) => Some(Gap::Line),
            (None, 0, _) => (self.blanks == 1).then_some(Gap::Blank),
            (None, _, 0) => (self.blanks <= 1).then_some(Gap::Bracket),
            _ => None,
        }
    }
}

fn class(mark: char) -> Gap {
    match mark {
        _ if is_hyphen(mark) => Gap::Hyphen,
        '.' | '．' => Gap::Point,
        '·' | '•' | '・' | '･' | '‧' | '∙' | '⋅' | '●' | '_' | '＿' | '/' | '／' | '\\' | '＼' | ':'
        | '：' | '#' | '＃' | '@' | '^' | '~' | '～' | '〜' => Gap::Tight,
        _ => Gap::List,
    }
}

/// Hyphens and dashes as typed.
pub(super) fn is_hyphen(character: char) -> bool {
    matches!(
        character,
        '-' | '－' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{2043}' | '\u{fe58}' | '\u{fe63}' | '\u{2500}'
    )
}

fn is_bracket(character: char) -> bool {
    "()（）[]［］【】〔〕〖〗{}｛｝「」『』《》〈〉<>＜＞“”‘’\"'＂＇".contains(character)
}
