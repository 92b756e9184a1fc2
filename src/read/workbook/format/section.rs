//! The sections of a number format and their parts.

use std::cmp::Ordering;

/// A section of a format.
#[derive(Debug, Default)]
pub struct Section {
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    /// The numbers that it is for, where it says so.
    pub condition: Option<Condition>,
    /// How digits are written.
    pub numerals: Numerals,
    /// Whether its words are Chinese: names of months and days of the week.
    pub is_chinese: bool,
}

/// A part of a section.
#[derive(Clone, Debug, PartialEq)]
pub enum Token {
    /// A text that is shown as it is.
    Text(String),
    /// A place for a digit: `0`, `#` or `?`.
    Digit(char),
    /// The decimal point.
    Point,
    /// Between digits: thousands are separated; behind them: the number is divided by a thousand.
    Comma,
    /// The number is multiplied by a hundred.
    Percent,
    /// An exponent; whether its plus sign is shown.
    Exponent(bool),
    /// The bar of a fraction.
    Slash,
    /// The number without a format.
    General,
    /// The text of the cell.
    Words,
    /// A part of a day or a time.
    Day(Part, usize),
}

/// A part of a day or a time; a format repeats its letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// y, e.
    Year,
    /// m.
    Month,
    /// d.
    Day,
    /// a.
    Weekday,
    /// q.
    Quarter,
    /// h.
    Hour,
    /// m beside hours or seconds.
    Minute,
    /// s.
    Second,
    /// Digits behind the point of seconds.
    Fraction,
    /// `[h]`.
    Hours,
    /// `[m]`.
    Minutes,
    /// `[s]`.
    Seconds,
    /// AM/PM.
    Half,
    /// 上午/下午.
    ChineseHalf,
}

/// How digits are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Numerals {
    /// 12.
    #[default]
    Arabic,
    /// 十二.
    Chinese,
    /// 壹拾贰.
    Formal,
}

/// The numbers that a section is for, such as `[>=10]`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Condition {
    less: bool,
    equal: bool,
    greater: bool,
    bound: f64,
}

impl Condition {
    /// Reads a condition.
    pub fn new(text: &str) -> Option<Self> {
        let bound = text.trim_start_matches(['<', '>', '=']);
        let sign = &text[..text.len() - bound.len()];
        let (less, equal, greater) = match sign {
            "<" => (true, false, false),
            "<=" => (true, true, false),
            "=" => (false, true, false),
            ">=" => (false, true, true),
            ">" => (false, false, true),
            "<>" => (true, false, true),
            _ => return None,
        };
        Some(Self { less, equal, greater, bound: bound.trim().parse().ok()? })
    }

    /// Whether a number meets it.
    pub fn holds(self, value: f64) -> bool {
        match value.partial_cmp(&self.bound) {
            Some(Ordering::Less) => self.less,
            Some(Ordering::Equal) => self.equal,
            Some(Ordering::Greater) => self.greater,
            None => false,
        }
    }

    /// Whether only negative numbers meet it: their section has a sign of its own.
    pub fn is_negative(self) -> bool {
        !self.greater && (self.bound < 0.0 || self.bound == 0.0 && !self.equal)
    }
}

impl Section {
    /// Whether it shows a day or a time.
    pub fn is_day(&self) -> bool {
        self.tokens.iter().any(|token| matches!(token, Token::Day(..)))
    }
}
