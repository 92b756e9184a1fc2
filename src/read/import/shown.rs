//! The text that a cell shows: numbers and days as their format has them, as far as it is supported.

use calamine::{Data, ExcelDateTime};

/// The text of a value under a number format, such as `0.00` or `yyyy"年"m"月"`; without one, as plainly as it can be.
pub fn text(value: &Data, format: Option<&str>) -> String {
    match value {
        Data::String(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
        Data::Int(number) => number.to_string(),
        Data::Float(number) => of_number(*number, format.unwrap_or_default()),
        Data::Bool(true) => "TRUE".to_owned(),
        Data::Bool(false) => "FALSE".to_owned(),
        Data::DateTime(moment) if moment.is_datetime() => of_day(moment, format.unwrap_or_default()),
        Data::DateTime(_) | Data::DateTimeIso(_) | Data::DurationIso(_) | Data::Error(_) | Data::Empty => {
            value.to_string()
        }
    }
}

fn of_number(number: f64, format: &str) -> String {
    // The first banner of a format is that of positive numbers.
    let format = format.split(';').next().unwrap_or_default();
    let decimals =
        format.split_once('.').map_or(0, |(_, rest)| rest.chars().take_while(|c| *c == '0').count());
    if format.contains('%') {
        return format!("{:.decimals$}%", number * 100.0);
    }
    if format.contains("#,##") {
        return grouped(&format!("{number:.decimals$}"));
    }
    if decimals > 0 || format == "0" {
        return format!("{number:.decimals$}");
    }
    // 15 digits, as workbooks keep them; 3.0 is shown as 3.
    let kept: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    kept.to_string()
}

/// A number with a comma before every three digits: 1,234,567.50.
fn grouped(number: &str) -> String {
    let whole = number.split('.').next().unwrap_or_default().trim_start_matches('-').len();
    let sign = usize::from(number.starts_with('-'));
    let comma = |i: usize| i > sign && i < sign + whole && (sign + whole - i).is_multiple_of(3);
    let digits = number.chars().enumerate();
    digits.flat_map(|(i, c)| comma(i).then_some(',').into_iter().chain([c])).collect()
}

/// A day as `2024年8月1日` or `2024-08-01`, whichever its format is nearer to; with the time where there is one.
fn of_day(moment: &ExcelDateTime, format: &str) -> String {
    let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
    let date = if format.contains('年') {
        let days = if format.contains('日') { format!("{day}日") } else { String::new() };
        format!("{year}年{month}月{days}")
    } else if format.contains('月') {
        format!("{month}月{day}日")
    } else {
        format!("{year:04}-{month:02}-{day:02}")
    };
    if hour == 0 && minute == 0 { date } else { format!("{date} {hour:02}:{minute:02}") }
}

#[cfg(test)]
mod tests {
    use calamine::Data;

    use super::text;

    #[test]
    fn numbers_are_shown_as_their_format_has_them() {
        let shown = |number, format| text(&Data::Float(number), format);
        assert_eq!(shown(3.0, None), "3");
        assert_eq!(shown(1.1, Some("0.00")), "1.10");
        assert_eq!(shown(0.1 + 0.2, None), "0.3");
        assert_eq!(shown(0.5, Some("0%")), "50%");
        assert_eq!(shown(0.1 + 0.2, Some("0.0_ ")), "0.3");
        assert_eq!(shown(12_345_678_901.0, Some("General")), "12345678901");
        assert_eq!(shown(1_234_567.5, Some("#,##0.00")), "1,234,567.50");
        assert_eq!(shown(-123_456.0, Some("#,##0_ ;[Red]-#,##0 ")), "-123,456");
        assert_eq!(shown(999.0, Some("#,##0")), "999");
    }
}
