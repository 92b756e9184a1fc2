//! Dates as people write them in forms and papers.

use std::fmt;
use std::ops::Range;

use jiff::civil::{Date, DateTime, Time};

use crate::text::han::{before, digits};
use crate::text::space::without_spaces;

/// Parses `2024-08-01`, the only format of dates in fields.
#[must_use]
pub fn parse(text: &str) -> Option<Date> {
    let [year, month, day] = numbers(text.trim(), '-', [4, 2, 2])?;
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// The date with this year, month and day, if it exists.
#[must_use]
pub fn of_numbers(year: u32, month: u32, day: u32) -> Option<Date> {
    Date::new(i16::try_from(year).ok()?, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// Parses a date as people type it into a cell: 2024-9-30, 2024/09/30, 2024.9.30, 2024年9月30日, 20240930, in half or
/// full width, with spaces, followed by a time.
#[must_use]
pub fn loose(text: &str) -> Option<Date> {
    let narrow = |c: char| match c {
        '！'..='～' => char::from_u32(c as u32 - 0xFEE0).unwrap_or(c),
        '。' | '·' => '.',
        '—' | '–' | '−' => '-',
        c => c,
    };
    let text: String = text.trim().chars().map(narrow).collect();
    let day = text.split_once(" 00:00").map_or(text.as_str(), |(day, _)| day);
    let day = without_spaces(day);
    if day.len() == 8 && day.bytes().all(|b| b.is_ascii_digit()) {
        return of_numbers(day[..4].parse().ok()?, day[4..6].parse().ok()?, day[6..].parse().ok()?);
    }
    let with_year_sign = day.strip_suffix(['日', '号']).filter(|day| day.contains('年'));
    let (parts, separators) = if let Some(day) = with_year_sign {
        (day, ['年', '月'])
    } else {
        let separator = day.chars().find(|c| !c.is_ascii_digit()).filter(|c| "-/.".contains(*c))?;
        (day.as_str(), [separator; 2])
    };
    let (year, rest) = parts.split_once(separators[0])?;
    let (month, day) = rest.split_once(separators[1])?;
    let number = |text: &str, most: usize| {
        let good = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        good.then(|| text.parse().ok())?
    };
    of_numbers(number(year, 4).filter(|_| year.len() == 4)?, number(month, 2)?, number(day, 2)?)
}

/// `2024-08-01`, or `2024-08-01 10:00` where a time may follow, of a date that was typed in another form.
#[must_use]
pub fn iso(text: &str, takes_time: bool) -> Option<String> {
    if let Some(day) = loose(text) {
        return Some(day.to_string());
    }
    let (day, time) = text.trim().rsplit_once([' ', '\u{3000}']).filter(|_| takes_time)?;
    let time = time.replace('：', ":");
    let (hour, minute) = time.split_once(':')?;
    let number = |text: &str| {
        let is_number = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
        is_number.then(|| text.parse::<i8>().ok())?
    };
    let time = Time::new(number(hour)?, number(minute)?, 0, 0).ok()?;
    Some(Moment { day: loose(day)?, time: Some(time) }.to_string())
}

/// A time without its seconds: 2026-05-11 10:20:33.
#[must_use]
pub fn without_seconds(value: &str) -> &str {
    let is_two = |part: &str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_digit());
    match value.rsplit_once(':') {
        Some((rest, seconds))
            if is_two(seconds) && rest.rsplit_once(':').is_some_and(|(_, minute)| is_two(minute)) =>
        {
            rest
        }
        _ => value,
    }
}

/// A date with an optional time of day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// 日.
    pub day: Date,
    /// 时分, if it was written.
    pub time: Option<Time>,
}

impl Moment {
    /// Parses `2024-08-01 10:00`, or a date alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let Some((day, time)) = text.trim().split_once(' ') else {
            return Some(Self { day: parse(text)?, time: None });
        };
        let [hour, minute] = numbers(time.trim(), ':', [2, 2])?;
        let time = Time::new(i8::try_from(hour).ok()?, i8::try_from(minute).ok()?, 0, 0).ok()?;
        Some(Self { day: parse(day)?, time: Some(time) })
    }

    /// The date and time; midnight if no time was written.
    #[must_use]
    pub fn minute(self) -> DateTime {
        self.day.to_datetime(self.time.unwrap_or(Time::midnight()))
    }
}

/// `2024-08-01 10:00`, the format that portals ask for (网页设计规范), or the date alone.
impl fmt::Display for Moment {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.time {
            Some(time) => write!(f, "{} {:02}:{:02}", self.day, time.hour(), time.minute()),
            None => write!(f, "{}", self.day),
        }
    }
}

/// 2024年8月1日: Arabic digits, the full year, no leading zeros (GB/T 9704-2012 7.3.5).
#[must_use]
pub fn chinese(day: Date) -> String {
    format!("{}年{}月{}日", day.year(), day.month(), day.day())
}

/// A date in Chinese that may lack its year or day: `2024年12月31日`, `2024年12月` or `12月31日`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartialDate {
    /// 年.
    pub year: Option<i16>,
    /// 月.
    pub month: i8,
    /// 日.
    pub day: Option<i8>,
}

impl PartialDate {
    /// Parses a date at the beginning of a text; returns it with the rest of the text.
    #[must_use]
    pub fn at_start(text: &str) -> Option<(Self, &str)> {
        let (first, rest) = leading_number(text)?;
        let (year, month, rest) = match rest.strip_prefix('年') {
            Some(rest) => {
                let (month, rest) = leading_number(rest)?;
                (Some(i16::try_from(first).ok().filter(|year| *year >= 1000)?), month, rest)
            }
            None => (None, first, rest),
        };
        let rest = rest.strip_prefix('月')?;
        let month = i8::try_from(month).ok().filter(|month| (1..=12).contains(month))?;
        let (day, rest) = match leading_number(rest) {
            Some((day, after)) if after.starts_with(['日', '号']) => {
                (Some(i8::try_from(day).ok()?), &after[after.chars().next().map_or(0, char::len_utf8)..])
            }
            _ => (None, rest),
        };
        Some((Self { year, month, day }, rest))
    }

    /// The last day that the date can mean; a date without a year lies in `year`.
    #[must_use]
    pub fn last_day(self, year: i16) -> Option<Date> {
        let year = self.year.unwrap_or(year);
        match self.day {
            Some(day) => Date::new(year, self.month, day).ok(),
            None => Date::new(year, self.month, 1).ok().map(Date::last_of_month),
        }
    }
}

/// A number from 1 to `most`, followed by `unit`, at the beginning of a text; returns it with the rest.
#[must_use]
pub fn number<'t>(text: &'t str, unit: &str, most: u8) -> Option<(&'t str, &'t str)> {
    let (number, rest) = text.split_at(digits(text));
    let is_in = number.len() <= 2 && number.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n));
    is_in.then(|| rest.strip_prefix(unit)).flatten().map(|rest| (number, rest))
}

/// A date written 2024.8.1 or 2024/8/1 at a byte of a text: its range, and the date as official papers write it.
/// Version numbers and IP addresses do not count.
#[must_use]
pub fn pointed(text: &str, at: usize) -> Option<(Range<usize>, String)> {
    let year = text[at..].get(..4).filter(|year| digits(year) == 4 && ("1900".."2100").contains(year))?;
    let separator = text[at + 4..].chars().next().filter(|c| "./．".contains(*c))?.to_string();
    let (month, rest) = number(&text[at + 4 + separator.len()..], &separator, 12)?;
    let (day, rest) = number(rest, "", 31)?;
    let joins = |c: char| c.is_ascii_alphanumeric() || "-_./．".contains(c);
    let goes_on = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || "-_/版".contains(c))
        || rest.starts_with(['.', '．']) && digits(rest.trim_start_matches(['.', '．'])) > 0;
    if before(text, at).is_some_and(joins) || goes_on {
        return None;
    }
    // S006 points at a day that no calendar has: there is no right way of writing it.
    of_numbers(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    let plain = |n: &str| n.trim_start_matches('0').to_owned();
    Some((at..text.len() - rest.len(), format!("{year}年{}月{}日", plain(month), plain(day))))
}

fn leading_number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    (1..=4).contains(&digits).then(|| text[..digits].parse().ok().map(|n| (n, &text[digits..])))?
}

fn numbers<const N: usize>(text: &str, separator: char, lengths: [usize; N]) -> Option<[u32; N]> {
    let mut parts = text.split(separator);
    let mut found = [0; N];
    for (slot, length) in found.iter_mut().zip(lengths) {
        let part = parts.next().filter(|part| part.len() == length)?;
        *slot = part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse().ok())??;
    }
    parts.next().is_none().then_some(found)
}

/// A minute of China Standard Time in the format of RFC 3339.
#[must_use]
pub fn beijing(moment: Moment) -> String {
    let minute = moment.minute();
    format!("{}T{:02}:{:02}:00+08:00", minute.date(), minute.hour(), minute.minute())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_form_has_one_way_of_writing() {
        assert_eq!(parse("2024-08-01"), Some(date(2024, 8, 1)));
        for wrong in ["2024-8-1", "2024-02-30", "2024/08/01", "2024-08-01x", "+024-08-01", "", "二〇二四"]
        {
            assert_eq!(parse(wrong), None, "{wrong}");
        }
        for moment in ["2024-08-01 10:05", "2024-08-01"] {
            assert_eq!(Moment::parse(moment).map(|moment| moment.to_string()).as_deref(), Some(moment));
        }
        assert_eq!(Moment::parse("2024-08-01 24:00"), None);
    }

    #[test]
    fn a_cell_has_many() {
        for text in [
            "2024-09-03",
            "2024-9-3",
            " 2024/09/3 ",
            "2024.9.3",
            "2024年9月3日",
            "2024年09月03号",
            "20240903",
            "２０２４－９－３",
            "２０２４年９月３日",
            "2024 年 9 月 3 日",
            "2024。9。3",
            "2024—9—3",
            "2024-09-03 00:00:00",
        ] {
            assert_eq!(loose(text), Some(date(2024, 9, 3)), "{text}");
        }
        for wrong in [
            "2024-2-30",
            "9月3日",
            "2024年9月",
            "2024-9/3",
            "24-9-3",
            "2024-09-031",
            "三季度",
            "",
            "2024",
            "2024-13-1",
        ] {
            assert_eq!(loose(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn papers_write_no_leading_zeros() {
        assert_eq!(chinese(date(2024, 8, 1)), "2024年8月1日");
    }

    #[test]
    fn dates_with_points() {
        let right = |text, at| pointed(text, at).map(|(words, right)| (&text[words], right));
        assert_eq!(right("自2024.08.1起", 3), Some(("2024.08.1", "2024年8月1日".to_owned())));
        assert_eq!(right("2024/8/1", 0), Some(("2024/8/1", "2024年8月1日".to_owned())));
        for text in [
            "2024.8",
            "2024.8/1",
            "2024.8.1.5",
            "2024.8.1版",
            "2024.13.1",
            "2024.2.30",
            "1024.8.1",
            "2024.8.100",
        ] {
            assert_eq!(right(text, 0), None, "{text}");
        }
        assert_eq!(right("v2024.8.1", 1), None);
    }

    #[test]
    fn chinese_dates_may_leave_parts_out() {
        let read = |text| PartialDate::at_start(text).map(|(day, rest)| (day.last_day(2024), rest));
        assert_eq!(read("2024年12月"), Some((Some(date(2024, 12, 31)), "")));
        assert_eq!(read("2月底前"), Some((Some(date(2024, 2, 29)), "底前")));
        assert_eq!(read("7月29日前"), Some((Some(date(2024, 7, 29)), "前")));
        assert_eq!(read("2025年2月30日"), Some((None, "")));
        assert_eq!(read("13月"), None);
        assert_eq!(read("长期坚持"), None);
    }
}
