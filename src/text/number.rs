//! Decimal numbers as people write them in tables.

use serde_json::Number;

/// A number with or without decimals, sign and commas between thousands: `20.50`, `1,200`, `-3`. Digits of other forms, units
/// and signs make it a text.
#[must_use]
pub fn decimal(text: &str) -> Option<Number> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let is_grouped = || {
        let mut groups = whole.split([',', '，']);
        let first = groups.next().is_some_and(|first| is_digits(first) && first.len() <= 3);
        first && groups.all(|group| is_digits(group) && group.len() == 3)
    };
    if !is_digits(decimals) || !(is_digits(whole) || is_grouped()) {
        return None;
    }
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '，' | '+')).collect();
    match plain.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(plain.parse().ok()?),
    }
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn numbers_of_tables() {
        let read = |text: &str| decimal(text).map_or_else(|| "-".to_owned(), |number| number.to_string());
        for (text, number) in [
            ("20", "20"),
            ("20.50", "20.5"),
            ("1,200", "1200"),
            ("12,345.6", "12345.6"),
            ("-3", "-3"),
            ("0", "0"),
        ] {
            assert_eq!(read(text), number);
        }
        for text in ["", "5分", "1,20", "1,2000", ".5", "5.", "1.2.3", "二十", "20%", "１２", "1e5", "∞"]
        {
            assert_eq!(read(text), "-", "{text}");
        }
    }
}
