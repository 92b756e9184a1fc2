//! Terms (时限) as papers write them: 2024年12月底前, 第三季度, 上半年, 年底前, 2024—2025年. Only the last day counts.

use jiff::civil::Date;

use crate::text::date::{PartialDate, parse};
use crate::text::numeral;

/// A parsed term.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Term {
    /// The last day that the term can mean.
    pub last: Date,
    /// Whether the term includes its year.
    pub has_year: bool,
    /// Whether the term has no month, quarter or half.
    pub whole_year: bool,
}

/// Separators between the two ends of a period.
const TO: [&str; 9] = ["——", "—", "－", "–", "～", "~", "-", "至", "到"];

/// A date without a year that lies farther back than this many days belongs to the next year.
const HALF_A_YEAR: i32 = 183;

impl Term {
    /// Parses a term at the beginning of a text; returns it with the rest. A term without a year lies in `year`.
    #[must_use]
    pub fn at_start(text: &str, year: i16) -> Option<(Self, &str)> {
        if let Some(behind) = period_start(text) {
            return Self::at_start(behind.0, behind.1.unwrap_or(year));
        }
        let (mut term, rest) = Self::point(text, year)?;
        // The end of a period belongs to the term: 2024年8月至12月.
        let end = TO.iter().find_map(|to| without_close(rest).strip_prefix(to));
        if let Some((last, rest)) = end.and_then(|end| Self::at_start(end, term.last.year())) {
            term = Self { has_year: term.has_year || last.has_year, ..last };
            return Some((term, rest));
        }
        Some((term, rest))
    }

    /// Like [`Term::at_start`]; the year is inferred from the paper's date: 1月底 in a paper of December lies ahead.
    #[must_use]
    pub fn in_paper(text: &str, dated: Date) -> Option<(Self, &str)> {
        let read = Self::at_start(text, dated.year())?;
        let long_ago = !read.0.has_year && (dated - read.0.last).get_days() > HALF_A_YEAR;
        if long_ago { Self::at_start(text, dated.year().saturating_add(1)) } else { Some(read) }
    }

    fn point(text: &str, year: i16) -> Option<(Self, &str)> {
        if let Some(last) = text.get(..10).and_then(parse) {
            return Some((Self { last, has_year: true, whole_year: false }, &text[10..]));
        }
        let (given, rest) = year_at_start(text, year);
        let has_year = given.is_some();
        let year = given.unwrap_or(year);
        let term = |last, whole_year| Self { last, has_year, whole_year };
        if let Some((last, rest)) = quarter(rest, year).or_else(|| half(rest, year)) {
            return Some((term(last, false), rest));
        }
        if let Some((date, rest)) = PartialDate::at_start(rest).filter(|(date, _)| date.year.is_none()) {
            let (day, rest) = third(date, rest);
            return Some((term(PartialDate { day, ..date }.last_day(year)?, false), rest));
        }
        let year_s_end = Date::new(year, 12, 31).ok()?;
        let word = ["年底", "年末", "年终", "年内"].iter().find_map(|word| rest.strip_prefix(word));
        match word {
            Some(rest) if !has_year => Some((term(year_s_end, false), rest)),
            _ if has_year => Some((term(year_s_end, true), rest.strip_prefix('度').unwrap_or(rest))),
            _ => None,
        }
    }
}

/// The end of a period whose beginning is a bare number, 2024—2025年 or 8-12月, and the year of its beginning.
fn period_start(text: &str) -> Option<(&str, Option<i16>)> {
    let (given, rest) = year_at_start(text, 0);
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if !matches!(digits, 1 | 2 | 4) || parse(rest.get(..10).unwrap_or_default()).is_some() {
        return None;
    }
    let behind = TO.iter().find_map(|to| rest[digits..].strip_prefix(to))?;
    behind.starts_with(|c: char| c.is_ascii_digit()).then_some((behind, given))
}

/// Parses 2024年, 今年 or 明年. 年 alone belongs to 年底.
fn year_at_start(text: &str, year: i16) -> (Option<i16>, &str) {
    for (words, later) in [(["今年", "本年", "当年"], 0), (["明年", "次年", "翌年"], 1)] {
        if let Some(rest) = words.iter().find_map(|word| text.strip_prefix(word)) {
            return (Some(year.saturating_add(later)), rest);
        }
    }
    let written = text.get(..4).filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let written = written.and_then(|digits| digits.parse().ok()).filter(|year| *year >= 1000);
    match (written, text.get(4..).and_then(|rest| rest.strip_prefix('年'))) {
        (Some(year), Some(rest)) => (Some(year), rest),
        _ => (None, text),
    }
}

/// 第三季度, 三季度, 第3季度.
fn quarter(text: &str, year: i16) -> Option<(Date, &str)> {
    let text = text.strip_prefix('第').unwrap_or(text);
    let digit = text.chars().next()?;
    let rest = text[digit.len_utf8()..].strip_prefix("季度")?;
    let written = &text[..digit.len_utf8()];
    let n = written.parse().ok().or_else(|| numeral::number(written)).filter(|n| (1..=4).contains(n))?;
    Some((month_s_end(year, i8::try_from(n * 3).ok()?)?, rest))
}

fn half(text: &str, year: i16) -> Option<(Date, &str)> {
    let halves = [("上半年", 6), ("下半年", 12)];
    let (rest, month) =
        halves.iter().find_map(|(name, month)| text.strip_prefix(name).map(|r| (r, *month)))?;
    Some((month_s_end(year, month)?, rest))
}

/// Parses 上旬 and 中旬, which end within the month.
fn third(date: PartialDate, rest: &str) -> (Option<i8>, &str) {
    let thirds = [("上旬", Some(10)), ("中旬", Some(20)), ("下旬", None)];
    let found = thirds.iter().find_map(|(name, day)| rest.strip_prefix(name).map(|rest| (*day, rest)));
    found.filter(|_| date.day.is_none()).unwrap_or((date.day, rest))
}

fn without_close(rest: &str) -> &str {
    rest.strip_prefix(['初', '底', '末']).unwrap_or(rest)
}

fn month_s_end(year: i16, month: i8) -> Option<Date> {
    Date::new(year, month, 1).ok().map(Date::last_of_month)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn the_last_day_and_the_rest() {
        let cases = [
            ("2024年12月31日前", date(2024, 12, 31), "前"),
            ("2024-12-31前", date(2024, 12, 31), "前"),
            ("12月底前", date(2024, 12, 31), "底前"),
            ("12月上旬报", date(2024, 12, 10), "报"),
            ("12月中旬", date(2024, 12, 20), ""),
            ("2024年第三季度", date(2024, 9, 30), ""),
            ("四季度", date(2024, 12, 31), ""),
            ("2025年上半年", date(2025, 6, 30), ""),
            ("下半年", date(2024, 12, 31), ""),
            ("年底前", date(2024, 12, 31), "前"),
            ("今年年底前", date(2024, 12, 31), "年底前"),
            ("明年3月", date(2025, 3, 31), ""),
            ("2024年底前", date(2024, 12, 31), "底前"),
            ("2024年度", date(2024, 12, 31), ""),
            ("2024-2025年", date(2025, 12, 31), ""),
            ("2021—2025年", date(2025, 12, 31), ""),
            ("2024年8月至12月", date(2024, 12, 31), ""),
            ("2024年8-12月底", date(2024, 12, 31), "底"),
            ("2024年8月1日—2025年1月31日", date(2025, 1, 31), ""),
        ];
        for (text, last, rest) in cases {
            let read = Term::at_start(text, 2024);
            assert_eq!(read.map(|(term, rest)| (term.last, rest)), Some((last, rest)), "{text}");
        }
        let in_december = |text| Term::in_paper(text, date(2024, 12, 20)).map(|(term, _)| term.last);
        assert_eq!(in_december("1月底前"), Some(date(2025, 1, 31)));
        assert_eq!(in_december("2024年1月底前"), Some(date(2024, 1, 31)));
        assert_eq!(in_december("11月底前"), Some(date(2024, 11, 30)));
        for wrong in ["长期", "2024年2月30日", "13月", "1.10", "五季度", "2024", ""] {
            assert_eq!(Term::at_start(wrong, 2024), None, "{wrong}");
        }
    }
}
