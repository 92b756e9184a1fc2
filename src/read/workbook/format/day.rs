//! A day or a time under a section of a format.

use jiff::ToSpan;
use jiff::civil::Date;

use crate::read::workbook::format::han;
use crate::read::workbook::format::section::{Numerals, Part, Section, Token};

/// One past the number of 9999-12-31, the last day that a workbook has.
const END: f64 = 2_958_466.0;

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
const WEEKDAYS: [&str; 7] = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];
const CHINESE_WEEKDAYS: [char; 7] = ['日', '一', '二', '三', '四', '五', '六'];

/// The text that a section shows for a number of days since the end of 1899; `None` where that is no day.
pub fn show(section: &Section, value: f64) -> Option<String> {
    if !(0.0..END).contains(&value) {
        return None;
    }
    let decimals =
        section.tokens.iter().filter(|token| matches!(token, Token::Day(Part::Fraction, _))).count();
    let moment = Moment::new(value, decimals.min(3))?;
    let is_half = |token: &Token| matches!(token, Token::Day(Part::Half | Part::ChineseHalf, _));
    let is_halved = section.tokens.iter().any(is_half);
    let mut fraction = moment.fraction.chars();
    let mut text = String::new();
    for token in &section.tokens {
        match token {
            Token::Day(Part::Fraction, _) => text.push(fraction.next().unwrap_or('0')),
            Token::Day(part, count) => {
                let shown = moment.part(*part, *count, is_halved, section.is_chinese);
                text.push_str(&match (section.numerals, part) {
                    (Numerals::Arabic, _) => shown,
                    (numerals, Part::Year) => han::digits(&shown, numerals),
                    (numerals, _) => spoken(&shown, numerals),
                });
            }
            Token::Text(words) => text.push_str(words),
            Token::Point => text.push('.'),
            Token::Comma => text.push(','),
            Token::Slash => text.push('/'),
            Token::Percent => text.push('%'),
            _ => {}
        }
    }
    Some(text)
}

/// A part of a day read aloud, as on documents: 十五, not 一十五.
fn spoken(shown: &str, numerals: Numerals) -> String {
    if !shown.bytes().all(|digit| digit.is_ascii_digit()) {
        return shown.to_owned();
    }
    let spoken = han::spoken(shown.trim_start_matches('0'), numerals);
    match spoken.strip_prefix("一十") {
        Some(rest) => format!("十{rest}"),
        None => spoken,
    }
}

/// A number of days as a day and a time.
struct Moment {
    year: i16,
    month: i8,
    day: i8,
    weekday: usize,
    /// Whole seconds since the end of 1899.
    seconds: i64,
    /// Digits behind the point of the seconds.
    fraction: String,
}

impl Moment {
    #[expect(clippy::cast_possible_truncation, reason = "days have seven digits at most")]
    fn new(value: f64, decimals: usize) -> Option<Self> {
        let unit = 10_i64.pow(u32::try_from(decimals).unwrap_or(0));
        // Times are fractions of a day: 9:30 may be stored as 9:29:59.9999.
        let units = (value * 86_400.0 * [1.0, 10.0, 100.0, 1_000.0][decimals]).round() as i64;
        let (seconds, fraction) = (units / unit, units % unit);
        let number = seconds / 86_400;
        let fraction = if decimals == 0 { String::new() } else { format!("{fraction:0decimals$}") };
        let weekday = usize::try_from((number + 6) % 7).unwrap_or(0);
        // In Excel 1900 is a leap year, and its first day has a day before it.
        let (year, month, day) = match number {
            0 => (1900, 1, 0),
            60 => (1900, 2, 29),
            number => {
                let first =
                    if number < 60 { Date::constant(1899, 12, 31) } else { Date::constant(1899, 12, 30) };
                let date = first.checked_add(number.days()).ok()?;
                (date.year(), date.month(), date.day())
            }
        };
        Some(Self { year, month, day, weekday, seconds, fraction })
    }

    fn part(&self, part: Part, count: usize, is_halved: bool, is_chinese: bool) -> String {
        let padded = |number: i64| if count > 1 { format!("{number:02}") } else { number.to_string() };
        let hour = self.seconds / 3_600 % 24;
        match part {
            Part::Year if count < 3 && self.year >= 0 && count == 2 => format!("{:02}", self.year % 100),
            Part::Year => format!("{:04}", self.year),
            Part::Month if count < 3 => padded(self.month.into()),
            Part::Month => self.month_name(count, is_chinese),
            Part::Day if count < 3 => padded(self.day.into()),
            Part::Day => self.day_name(count, is_chinese),
            Part::Weekday => {
                let name = CHINESE_WEEKDAYS[self.weekday];
                if count > 3 { format!("星期{name}") } else { name.to_string() }
            }
            Part::Quarter => ((self.month - 1) / 3 + 1).to_string(),
            Part::Hour if is_halved => padded((hour + 11) % 12 + 1),
            Part::Hour => padded(hour),
            Part::Minute => padded(self.seconds / 60 % 60),
            Part::Second => padded(self.seconds % 60),
            Part::Hours => format!("{:0count$}", self.seconds / 3_600),
            Part::Minutes => format!("{:0count$}", self.seconds / 60),
            Part::Seconds => format!("{:0count$}", self.seconds),
            Part::Half => if hour < 12 { "AM" } else { "PM" }.to_owned(),
            Part::ChineseHalf => if hour < 12 { "上午" } else { "下午" }.to_owned(),
            Part::Fraction => String::new(),
        }
    }

    fn month_name(&self, count: usize, is_chinese: bool) -> String {
        let index = usize::try_from(self.month - 1).unwrap_or(0).min(11);
        if is_chinese {
            let number = han::spoken(&self.month.to_string(), Numerals::Chinese);
            return format!(
                "{}月",
                number.strip_prefix("一十").map_or(number.clone(), |rest| format!("十{rest}"))
            );
        }
        let name = MONTHS[index];
        name[..match count {
            3 => 3,
            5 => 1,
            _ => name.len(),
        }]
            .to_owned()
    }

    fn day_name(&self, count: usize, is_chinese: bool) -> String {
        if is_chinese {
            let name = CHINESE_WEEKDAYS[self.weekday];
            return if count > 3 { format!("星期{name}") } else { format!("周{name}") };
        }
        let name = WEEKDAYS[self.weekday];
        name[..if count == 3 { 3 } else { name.len() }].to_owned()
    }
}
