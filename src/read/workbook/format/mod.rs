//! Number formats of workbooks: the text that Excel shows for a number, a day or a text.
//!
//! Our own, because no library that was tried with the formats of the tests shows what Excel shows: `ssfmt` 0.1 prints
//! 1.00 for 1.005, cuts `#,##0,` off instead of rounding and shows what `;;;` hides; `umya-spreadsheet` 3.1 makes
//! `[25bnu11]` of `[DBNum1]`; `ironcalc_base` 0.9 fails at it; none knows `aaaa`, `上午/下午` or `0!.0,`. Not supported: eras
//! of Japan and calendars other than the Gregorian.

mod builtin;
mod day;
mod decimal;
mod han;
mod number;
mod parse;
mod section;

pub use builtin::builtin;

use crate::read::workbook::format::decimal::Decimal;
use crate::read::workbook::format::section::{Condition, Section, Token};

/// A number format: up to four sections for positive numbers, negative numbers, zero and texts.
#[derive(Debug)]
pub struct Format {
    sections: Vec<Section>,
    /// The section of texts.
    words: Option<Section>,
}

impl Format {
    /// Parses the code of a format, such as `0.00` or `yyyy"年"m"月"`. Every code has a meaning.
    pub fn new(code: &str) -> Self {
        let mut sections = parse::sections(code);
        sections.truncate(4);
        let says_words = |section: &Section| section.tokens.contains(&Token::Words);
        let is_last = sections.len() == 4 || sections.last().is_some_and(says_words);
        let words = if is_last { sections.pop() } else { None };
        Self { sections, words }
    }

    /// The text that is shown for a number. `from_1904` tells that days are counted from 1904.
    pub fn number(&self, value: f64, from_1904: bool) -> String {
        let Some((section, is_signed)) = self.choose(value) else { return general(value) };
        let shown = if section.is_day() {
            day::show(section, if from_1904 { value + 1_462.0 } else { value })
        } else if is_signed {
            Some(number::show(section, value.abs()))
        } else {
            let sign = if value < 0.0 { "-" } else { "" };
            Some(format!("{sign}{}", number::show(section, value.abs())))
        };
        // Excel fills the cell with # where a number is no day; the number says more.
        shown.unwrap_or_else(|| general(value)).trim().to_owned()
    }

    /// The text that is shown for a text.
    pub fn text(&self, words: &str) -> String {
        let Some(section) = &self.words else { return words.to_owned() };
        let shown = section.tokens.iter().filter_map(|token| match token {
            Token::Text(text) => Some(text.as_str()),
            Token::Words => Some(words),
            _ => None,
        });
        shown.collect()
    }

    /// The section for a number, and whether it shows the sign itself.
    fn choose(&self, value: f64) -> Option<(&Section, bool)> {
        let is_conditional = self.sections.iter().any(|section| section.condition.is_some());
        if is_conditional {
            let meets = |section: &&Section| section.condition.is_none_or(|condition| condition.holds(value));
            let section = self.sections.iter().find(meets)?;
            let is_negative = section.condition.is_some_and(Condition::is_negative);
            return Some((section, is_negative));
        }
        match self.sections.as_slice() {
            [] => None,
            [only] => Some((only, false)),
            [_, negative, ..] if value < 0.0 => Some((negative, true)),
            [_, _, zero] if value == 0.0 => Some((zero, true)),
            [positive, ..] => Some((positive, false)),
        }
    }
}

/// A number as Excel shows it without a format: up to ten digits and a point. A whole number keeps all its digits: an
/// exponent would only say that the column is narrow.
pub fn general(value: f64) -> String {
    let sign = if value < 0.0 { "-" } else { "" };
    format!("{sign}{}", Decimal::new(value.abs()).general())
}

#[cfg(test)]
mod tests;
