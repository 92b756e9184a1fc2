//! Decimal numbers as people write them in tables.

use serde_json::Number;

/// A number with or without decimals, sign and commas between thousands: `20.50`, `1,200`, `-3`. Digits of other forms, units
/// and signs make it a text.
#[must_use]
pub fn decimal(text: &str) -> Option<Number> {
    let unsigned = text.strip_prefix(['-', '+']).unwrap_or(text);
    let (whole, decimals) = unsigned.split_once('.').unwrap_or((unsigned, "0"));
    let is_digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !is_digits(decimals) || !is_digits(&without_thousands(whole)?) {
        return None;
    }
    let plain: String = text.chars().filter(|c| !matches!(c, ',' | '，' | '+')).collect();
    match plain.parse::<i64>() {
        Ok(whole) => Some(whole.into()),
        Err(_) => Number::from_f64(plain.parse().ok()?),
    }
}

/// The digits of a whole number: 1200 for 1,200. A mark that is not before three digits is none of thousands.
#[must_use]
pub fn without_thousands(whole: &str) -> Option<String> {
    let mut parts = whole.split([',', '，']);
    let first = parts.next()?;
    let is_marked = first.len() < whole.len();
    let is_good = !is_marked || (1..=3).contains(&first.len()) && parts.all(|part| part.len() == 3);
    is_good.then(|| whole.replace([',', '，'], ""))
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
