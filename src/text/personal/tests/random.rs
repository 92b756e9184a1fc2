use jiff::civil::Date;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;

use super::super::*;

/// Check digit by the weights of GB 11643, written apart from the code under test.
fn with_check_digit(body: &str) -> String {
    let weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    let sum: usize =
        body.bytes().zip(weights).map(|(digit, weight)| usize::from(digit - b'0') * weight).sum();
    format!("{body}{}", &"10X98765432"[sum % 11..=sum % 11])
}

fn identity18() -> impl Strategy<Value = String> {
    let date = (1850_i16..2099, 1_i8..=12, 1_i8..=31)
        .prop_filter_map("no such day", |(year, month, day)| Date::new(year, month, day).ok());
    (110_000..=830_000_u32, date, 0..1000_u32).prop_map(|(area, date, serial)| {
        with_check_digit(&format!("{area}{}{serial:03}", date.strftime("%Y%m%d")))
    })
}

/// Equal cases on each run, so that a commit that passed passes again.
fn config() -> ProptestConfig {
    ProptestConfig { rng_seed: RngSeed::Fixed(2024), failure_persistence: None, ..ProptestConfig::default() }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn identity_numbers_in_chinese_text_are_found(
        before in "[一-龥，。：（、\n ]{0,30}", number in identity18(), after in "[一-龥，。：）、\n ]{0,30}",
    ) {
        let text = format!("{before}{number}{after}");
        let range = before.len()..before.len() + number.len();
        prop_assert_eq!(find(&text), [Hit { kind: Kind::Identity18, range }]);
    }

    #[test]
    fn one_wrong_digit_is_no_identity_number(number in identity18(), place in 0..18_usize, by in 1..10_u8) {
        let mut bytes = number.into_bytes();
        bytes[place] = match bytes[place] {
            b'X' => b'0' + by,
            digit => b'0' + (digit - b'0' + by) % 10,
        };
        let text = String::from_utf8(bytes).unwrap();
        prop_assert!(find(&text).iter().all(|hit| hit.kind != Kind::Identity18), "{}", text);
    }

    #[test]
    fn mobile_numbers_in_chinese_text_are_found(
        before in "[一-龥，。：]{0,9}", number in "1[3-9][0-9]{9}|(\\+86 |86-)?1[3-9][0-9]-[0-9]{4}-[0-9]{4}", after in "[一-龥&&[^元万亿]]{0,9}",
    ) {
        let text = format!("{before}{number}{after}");
        let range = before.len()..before.len() + number.len();
        prop_assert_eq!(find(&text), [Hit { kind: Kind::Mobile, range }]);
    }

    #[test]
    fn any_text_is_fine(text in any::<String>()) {
        assert_sound(&text)?;
    }

    #[test]
    fn any_numbers_are_fine(text in "([0-9０-９]{1,19}|86|0086|1[3-9][0-9]|[0-9]{4}|[xXＸ +＋./:\\-－　元年￥aw]){0,60}") {
        assert_sound(&text)?;
    }
}

/// Hits are in order, apart, whole characters, and their masks hide them.
fn assert_sound(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for Hit { kind, range } in find(text) {
        prop_assert!(end <= range.start && range.start < range.end);
        end = range.end;
        let number = text.get(range);
        prop_assert!(number.is_some());
        let masked = mask(kind, number.unwrap_or_default());
        prop_assert!(masked.matches('*').count() >= 6, "{}", masked);
    }
    Ok(())
}
