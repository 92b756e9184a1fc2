//! Numbers and days among the texts of cells: a workbook stores them as such, where their format shows the same text.

use jiff::civil::{Date, date};

use crate::model::table::{ColumnKind, LONGEST_CELL};
use crate::text::number::without_thousands;

/// Most significant digits of a number that a workbook keeps (Excel specifications and limits).
const DIGITS: usize = 15;

/// The day before which the count of days differs between programs: Excel has a 29 February in 1900.
const FIRST_DAY: Date = date(1900, 3, 1);

/// The day from which Excel counts, as far as days from [`FIRST_DAY`] on are concerned.
const ORIGIN: Date = date(1899, 12, 30);

/// Separators behind year, month and day in texts and in number formats.
const FORMS: [([&str; 3], [&str; 3]); 3] = [
    (["-", "-", ""], ["-", "-", ""]),
    // A stroke alone would be replaced by the separator that the system has.
    (["/", "/", ""], ["\\/", "\\/", ""]),
    (["年", "月", "日"], ["\"年\"", "\"月\"", "\"日\""]),
];

/// The values of a column, as far as a workbook calculates with them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Values {
    /// Texts only.
    Texts,
    /// Whole numbers from 0, such as 序号. `1.10` is the tenth part of the first and stays a text.
    Ordinals,
    /// Numbers, such as 分值.
    Numbers,
    /// Days.
    Days,
}

impl Values {
    /// The values of a kind of column.
    pub fn of(kind: ColumnKind) -> Self {
        match kind {
            ColumnKind::Number => Self::Ordinals,
            ColumnKind::Score => Self::Numbers,
            ColumnKind::Deadline | ColumnKind::Text => Self::Days,
            _ => Self::Texts,
        }
    }

    /// The values of a cell of that many lines: a number that does not fit on one line would be shown as `####`.
    pub fn on_lines(self, lines: usize) -> Self {
        if lines == 1 { self } else { Self::Texts }
    }

    /// A text as number and number format; `None` if it is neither number nor day, or would be shown otherwise.
    pub fn number(self, text: &str) -> Option<(f64, String)> {
        match self {
            Self::Texts => None,
            Self::Ordinals => is_digits(text).then(|| number(text))?,
            Self::Numbers => number(text),
            Self::Days => day(text),
        }
    }
}

/// A text cut to the maximum length of a cell, with `end` instead of the rest.
pub fn fitting(text: String, end: &str) -> String {
    // No text has more UTF-16 units than bytes.
    if text.len() <= LONGEST_CELL || text.encode_utf16().count() <= LONGEST_CELL {
        return text;
    }
    let mut room = LONGEST_CELL - end.encode_utf16().count();
    let kept = text.chars().take_while(|c| {
        let fits = c.len_utf16() <= room;
        room -= c.len_utf16().min(room);
        fits
    });
    kept.collect::<String>() + end
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A number from 0 without sign, exponent or needless zeros in front. It keeps its decimals, and commas between thousands;
/// no number format shows those of full width.
fn number(text: &str) -> Option<(f64, String)> {
    if text.contains('，') {
        return None;
    }
    let has_commas = text.contains(',');
    let plain = if has_commas { without_commas(text)? } else { text.to_owned() };
    let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, "0"));
    let is_plain = is_digits(whole) && is_digits(decimals) && (whole == "0" || !whole.starts_with('0'));
    if !is_plain || plain.len() > DIGITS {
        return None;
    }
    let mut format = if has_commas { "#,##0" } else { "0" }.to_owned();
    if plain.contains('.') {
        format = format!("{format}.{}", "0".repeat(decimals.len()));
    }
    Some((plain.parse().ok()?, format))
}

/// A number without the commas between its thousands; `None` if a comma stands elsewhere.
fn without_commas(text: &str) -> Option<String> {
    let (whole, decimals) = text.split_once('.').map_or((text, None), |(whole, part)| (whole, Some(part)));
    let whole = without_thousands(whole)?;
    Some(decimals.map_or_else(|| whole.clone(), |decimals| format!("{whole}.{decimals}")))
}

/// A day, as the number of days by which workbooks count.
fn day(text: &str) -> Option<(f64, String)> {
    FORMS.iter().find_map(|(between, formats)| {
        let (year, rest) = text.split_once(between[0])?;
        let (month, rest) = rest.split_once(between[1])?;
        let day = rest.strip_suffix(between[2])?;
        let is_short = |part: &str| is_digits(part) && part.len() <= 2;
        if !(is_digits(year) && year.len() == 4 && is_short(month) && is_short(day)) {
            return None;
        }
        let written = Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()?;
        if written < FIRST_DAY {
            return None;
        }
        // Two digits may be written because every month has two.
        let digits =
            |letter: &str, part: &str| letter.repeat(if part.starts_with('0') { 2 } else { part.len() });
        let format = ["yyyy", formats[0], &digits("m", month), formats[1], &digits("d", day), formats[2]];
        Some((f64::from((written - ORIGIN).get_days()), format.concat()))
    })
}

#[cfg(test)]
mod tests {
    use super::Values::{self, Days, Numbers, Ordinals, Texts};

    fn shown(values: Values, text: &str) -> String {
        values.number(text).map_or_else(|| "text".to_owned(), |(number, format)| format!("{number} {format}"))
    }

    #[test]
    fn numbers_keep_their_decimals_and_ordinals_have_none() {
        for (text, expected) in [("1", "1 0"), ("120", "120 0"), ("0", "0 0")] {
            assert_eq!([Ordinals, Numbers].map(|values| shown(values, text)), [expected; 2]);
        }
        for (text, expected) in [("20.50", "20.5 0.00"), ("0.5", "0.5 0.0"), ("1.10", "1.1 0.00")] {
            assert_eq!([Ordinals, Numbers].map(|values| shown(values, text)), ["text", expected], "{text}");
        }
        let most = ["123456789012345", "1234567890123.5"].map(|text| shown(Numbers, text));
        assert_eq!(most, ["123456789012345 0", "1234567890123.5 0.0"]);
        for (text, expected) in [
            ("1,200", "1200 #,##0"),
            ("12,345,678", "12345678 #,##0"),
            ("1,200.50", "1200.5 #,##0.00"),
            ("999,999,999,999,999", "999999999999999 #,##0"),
        ] {
            assert_eq!([Ordinals, Numbers].map(|values| shown(values, text)), ["text", expected], "{text}");
        }
        for text in [
            "",
            " 1",
            "1 ",
            "01",
            "00",
            "-1",
            "+1",
            "=1",
            "1.",
            ".5",
            "1e3",
            "1，200",
            "１,２００",
            "1,200，300",
            "0,123",
            "01,200",
            "12,00",
            "1,2000",
            "1,",
            ",200",
            "-1,200",
            "1,200.",
            "1.5,000",
            "1,999,999,999,999,999",
            "5%",
            "一",
            "１",
            "1\n2",
            "1.1.1",
            "1234567890123456",
            "NaN",
            "inf",
        ] {
            assert_eq!(
                [Ordinals, Numbers, Days, Texts].map(|values| shown(values, text)),
                ["text"; 4],
                "{text:?}"
            );
        }
        assert_eq!([Texts, Days].map(|values| shown(values, "1")), ["text"; 2]);
    }

    #[test]
    fn days_keep_the_form_in_which_they_were_written() {
        for (text, expected) in [
            ("2024-09-01", "45536 yyyy-mm-dd"),
            ("2024-12-31", "45657 yyyy-mm-dd"),
            ("2024-9-1", "45536 yyyy-m-d"),
            ("2024/9/1", "45536 yyyy\\/m\\/d"),
            ("2024年9月1日", "45536 yyyy\"年\"m\"月\"d\"日\""),
            ("2024年09月01日", "45536 yyyy\"年\"mm\"月\"dd\"日\""),
            ("2024年12月31日", "45657 yyyy\"年\"mm\"月\"dd\"日\""),
            ("1900-03-01", "61 yyyy-mm-dd"),
            ("9999-12-31", "2958465 yyyy-mm-dd"),
        ] {
            assert_eq!(shown(Days, text), expected);
        }
        for text in [
            "1900-02-28",
            "2024-02-30",
            "2024-13-01",
            "24-9-1",
            "2024年12月",
            "2024年9月1日前",
            "2024-9-1 ",
            "2024-09-01 08:00",
            "2024.9.1",
            "2024-9",
            "2024-009-1",
            "-2024-9-1",
        ] {
            assert_eq!(shown(Days, text), "text", "{text}");
        }
    }
}
