//! Chinese numerals of number formats: `[DBNum1]` and `[DBNum2]`.

use crate::read::workbook::format::section::Numerals;
use crate::text::numeral::DIGITS as CHINESE;

const FORMAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];

/// Every digit of a text in these numerals, one by one: 二〇二五.
pub fn digits(text: &str, numerals: Numerals) -> String {
    let names = match numerals {
        Numerals::Arabic => return text.to_owned(),
        Numerals::Chinese => CHINESE,
        Numerals::Formal => FORMAL,
    };
    let name = |c: char| c.to_digit(10).map_or(c, |digit| names[digit as usize]);
    text.chars().map(name).collect()
}

/// A whole number read aloud: 一十二, 壹佰零贰. The digits have no leading zeros.
pub fn spoken(whole: &str, numerals: Numerals) -> String {
    let (names, units) = match numerals {
        Numerals::Arabic => return whole.to_owned(),
        Numerals::Chinese => (CHINESE, ["", "十", "百", "千"]),
        Numerals::Formal => (FORMAL, ["", "拾", "佰", "仟"]),
    };
    let large = ["", "万", "亿", "万"];
    let values: Vec<usize> =
        whole.chars().filter_map(|c| c.to_digit(10)).map(|digit| digit as usize).collect();
    if values.iter().all(|digit| *digit == 0) {
        return names[0].to_string();
    }
    let (mut text, mut awaits_zero, mut has_any) = (String::new(), false, false);
    for (i, digit) in values.iter().enumerate() {
        let place = values.len() - 1 - i;
        if *digit == 0 {
            awaits_zero = !text.is_empty();
        } else {
            if std::mem::take(&mut awaits_zero) {
                text.push(names[0]);
            }
            text.push(names[*digit]);
            text.push_str(units[place % 4]);
            has_any = true;
        }
        // 亿 stands behind its own four digits even where they are all zero: 一万亿.
        if place > 0 && place.is_multiple_of(4) && (has_any || place == 8) {
            text.push_str(large[(place / 4).min(3)]);
            has_any = false;
        }
    }
    text
}
