//! Validity of numbers by their digits: dates, provinces, check digits.
//!
//! The input has ASCII digits and X only. A wrong length gives `false`.

use jiff::civil::Date;

/// 省级行政区划代码 (GB/T 2260), the first two digits of an old identity number.
const PROVINCES: [u32; 34] = [
    11, 12, 13, 14, 15, 21, 22, 23, 31, 32, 33, 34, 35, 36, 37, 41, 42, 43, 44, 45, 46, 50, 51, 52, 53, 54,
    61, 62, 63, 64, 65, 71, 81, 82,
];

/// GB 11643-1999: date at the 7th to 14th place and the check digit of ISO 7064 MOD 11-2.
///
/// The area code is not looked up: codes change, and people keep numbers with old codes.
pub(super) fn is_identity18(digits: &[u8]) -> bool {
    let [body @ .., last] = digits else {
        return false;
    };
    let plain = body.len() == 17 && body.iter().all(u8::is_ascii_digit);
    if !plain || digits[0] == b'0' || !has_date(digits, 1800) {
        return false;
    }
    let sum = body.iter().fold(0, |sum, digit| (sum + value(*digit)) * 2 % 11);
    // The weighted sum with the check digit is 1 mod 11; X is 10.
    let last = if *last == b'X' { 10 } else { value(*last) };
    (sum + last) % 11 == 1
}

/// Whether an identity number has a known province and a birth date from 1900 on. Asked in groups and web addresses,
/// where a row of figures has a right check digit by chance.
pub(super) fn is_of_our_time(digits: &[u8]) -> bool {
    PROVINCES.contains(&number(&digits[..2])) && has_date(digits, 1900)
}

/// GB 11643-1989: a province, and a date of the 1900s at the 7th to 12th place.
pub(super) fn is_identity15(digits: &[u8]) -> bool {
    digits.len() == 15
        && digits.iter().all(u8::is_ascii_digit)
        && PROVINCES.contains(&number(&digits[..2]))
        && is_date(1900 + number(&digits[6..8]), &digits[8..12])
}

/// Whether 11 digits begin as mobile numbers do: 13 to 19.
///
/// No list of ranges, because new ranges (工信部号段) are opened every year.
pub(super) fn is_mobile(digits: &[u8]) -> bool {
    matches!(digits, [b'1', b'3'..=b'9', ..]) && digits.iter().all(u8::is_ascii_digit)
}

/// ISO/IEC 7812: 16 to 19 digits with a Luhn check digit, beginning as cards in China do.
///
/// First digits are 35 (JCB), 4 (Visa), 5 (Mastercard), 6 (银联) and 9 (early bank cards); other
/// numbers with 3 have 14 or 15 digits. Excluded are codes made of an area and a date
/// (项目编码, mistyped identity numbers), and social credit codes without letters.
pub(super) fn is_card(digits: &[u8]) -> bool {
    let begins = matches!(digits, [b'3', b'5', ..] | [b'4'..=b'6' | b'9', ..]);
    begins
        && (16..=19).contains(&digits.len())
        && digits.iter().all(u8::is_ascii_digit)
        && is_luhn(digits)
        && !has_date(digits, 1900)
        && !is_credit_code(digits)
}

fn is_luhn(digits: &[u8]) -> bool {
    let sum: u32 = digits
        .iter()
        .rev()
        .enumerate()
        .map(|(at, digit)| match value(*digit) {
            digit if at % 2 == 0 => digit,
            digit if digit > 4 => 2 * digit - 9,
            digit => 2 * digit,
        })
        .sum();
    sum.is_multiple_of(10)
}

/// 统一社会信用代码 (GB 32100-2015) without letters: weights are powers of 3, the sum is 0 mod 31.
///
/// Numbers with 6 count as cards: such codes are rare (旅游部门), and all 银联 cards begin with 6.
fn is_credit_code(digits: &[u8]) -> bool {
    let [body @ .., last] = digits else {
        return false;
    };
    if body.len() != 17 || digits[0] == b'6' {
        return false;
    }
    let weighted = body.iter().rev().fold(0, |sum, digit| (sum * 3 + value(*digit)) % 31);
    (weighted + value(*last)).is_multiple_of(31)
}

/// Whether the 7th to 14th digits are a date from the year `since` to 2099.
fn has_date(digits: &[u8], since: u32) -> bool {
    let year = number(&digits[6..10]);
    (since..2100).contains(&year) && is_date(year, &digits[10..14])
}

fn is_date(year: u32, month_day: &[u8]) -> bool {
    let (month, day) = month_day.split_at(2);
    let (Ok(year), Ok(month), Ok(day)) =
        (i16::try_from(year), i8::try_from(number(month)), i8::try_from(number(day)))
    else {
        return false;
    };
    Date::new(year, month, day).is_ok()
}

/// The value of at most four digits.
fn number(digits: &[u8]) -> u32 {
    digits.iter().fold(0, |sum, digit| sum * 10 + value(*digit))
}

/// The value of a digit. Callers handle X, which is always the last.
fn value(digit: u8) -> u32 {
    u32::from(digit.saturating_sub(b'0'))
}
