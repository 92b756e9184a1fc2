//! The normal form of a text: its digits in order, each with its place and with what stands before it.
//!
//! Words are bounded by anything but digits and Latin letters; Chinese characters bound them, as numbers stand
//! right beside those. What no reader sees (zero-width characters, soft hyphens, marks of emphasis) bounds nothing.

use std::ops::Range;

use crate::text::personal::character::{Reading, read};
use crate::text::personal::escape::{self, Escaped};

/// More digits in a row than any number has, its country code included.
const TOO_MANY: usize = 24;

/// The most marks of emphasis in a row that Markdown takes for such; more hide what was there.
const EMPHASIS: usize = 3;

/// A digit of the text.
#[derive(Clone, Debug)]
pub(super) struct Digit {
    /// In ASCII; X in capital, which is the last of its word.
    pub(super) plain: u8,
    /// Its place in the text, in bytes.
    pub(super) range: Range<usize>,
    /// Whether it may be a word or a mark beside a number: 一, ①, ².
    pub(super) loose: bool,
    /// The separator between it and the digit before.
    pub(super) join: Join,
}

/// The separator between two digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// Nothing that a reader sees.
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
    /// A mark that stands within numbers: `·`, `/`, `_`.
    Tight,
    /// A mark that stands between figures: a comma, `、`, `|`, and all others.
    List,
    /// A tab or the end of a line.
    Line,
}

/// The digits in a part of a text.
pub(super) fn digits(text: &str, part: Range<usize>) -> Vec<Digit> {
    let mut scanner = Scanner::default();
    let (text, mut at) = (&text[..part.end], part.start);
    while let Some(character) = text[at..].chars().next() {
        let (reading, shown, length) = match escape::read(&text[at..]) {
            Some((Escaped::Character(character), length)) => (read(character), character, length),
            Some((Escaped::Nothing, length)) => (Reading::Invisible, '\\', length),
            None if matches!(character, '*' | '`') => {
                let run = text[at..].bytes().take_while(|byte| *byte == character as u8).count();
                let reading = if run > EMPHASIS { Reading::Other } else { Reading::Invisible };
                (reading, character, run)
            }
            None => (read(character), character, character.len_utf8()),
        };
        scanner.take(reading, shown, at..at + length);
        at += length;
    }
    scanner.end_word();
    scanner.digits
}

/// The state of a search while a text is gone through.
#[derive(Debug)]
struct Scanner {
    digits: Vec<Digit>,
    /// Where the open word begins among the digits.
    word: Option<usize>,
    /// Whether the open word is no number: it has letters, or more than an X after its digits.
    spoilt: bool,
    /// Digits in a row that are not loose, in the open word.
    row: usize,
    /// Characters since the last word.
    between: Between,
    /// Whether nothing joins the next word to the last: one that was no number stood there, or nothing yet.
    broken: bool,
}

impl Default for Scanner {
    fn default() -> Self {
        let (digits, between) = (Vec::new(), Between::default());
        Self { digits, word: None, spoilt: false, row: 0, between, broken: true }
    }
}

impl Scanner {
    fn take(&mut self, reading: Reading, shown: char, range: Range<usize>) {
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
                self.between.take(reading, shown);
            }
            Reading::Invisible => {}
            Reading::Blank | Reading::Line | Reading::Mark | Reading::Other => {
                self.end_word();
                self.between.take(reading, shown);
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
        // Only a last place is an X.
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
    /// Whether there is something that no single separator is.
    other: bool,
    /// Whether the last character was a carriage return: with the line feed behind it is one end of a line.
    returned: bool,
}

impl Between {
    fn take(&mut self, reading: Reading, shown: char) {
        let returned = std::mem::replace(&mut self.returned, shown == '\r');
        match reading {
            Reading::Blank if shown == '\t' => self.tabs += 1,
            Reading::Blank => self.blanks += 1,
            Reading::Line if returned && shown == '\n' => {}
            Reading::Line => self.lines += 1,
            // A quotation in Markdown or in a letter goes on.
            Reading::Mark if shown == '>' && self.lines > 0 => {}
            Reading::Mark if is_bracket(shown) => self.brackets += 1,
            Reading::Mark | Reading::Cross if self.mark.is_none_or(|mark| mark == shown) => {
                self.mark = Some(shown);
                self.marks += 1;
            }
            _ => self.other = true,
        }
    }

    /// The one separator that it is: a mark, which may be doubled (——) and have a space on either side; or the end
    /// of a line with the spaces around it; or a bracket, with a space; or a space.
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
