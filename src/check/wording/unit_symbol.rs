//! W037: symbols of units in the wrong case, and units that are no longer lawful: KM, Kg, kw, 公分.
//!
//! GB 3100-93: letters of unit symbols are small, except those of units that are named after persons (W, V, Pa, Hz). Only
//! symbols directly behind a number are read.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::han::{before, has_digits, is_numeral, others};
use crate::text::message::Words;

/// 计量单位的写法.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W037",
    name: "unit-symbol",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "计量单位的大小写不对，或者用了已经废除的单位。",
            "A unit's symbol has the wrong case, or the unit is no longer lawful.",
        ),
        why: Words::new(
            "GB/T 9704-2012 第9章要求计量单位用法符合 GB 3100；单位符号一般小写，来自人名的首字母大写。",
            "GB/T 9704-2012, 9, asks for units by GB 3100: small letters, capitals for units named after persons.",
        ),
        example: "全长5KM，重10Kg，装机50kw",
        mend: Words::new("全长5km，重10kg，装机50kW", "全长5km，重10kg，装机50kW"),
    },
};

/// Wrong symbols and the right ones.
const SYMBOLS: [(&str, &str); 20] = [
    ("KM", "km"),
    ("Km", "km"),
    ("KG", "kg"),
    ("Kg", "kg"),
    ("kw", "kW"),
    ("Kw", "kW"),
    ("KW", "kW"),
    ("kwh", "kW·h"),
    ("kWh", "kW·h"),
    ("KWh", "kW·h"),
    ("KWH", "kW·h"),
    ("kv", "kV"),
    ("KV", "kV"),
    ("Kv", "kV"),
    ("kpa", "kPa"),
    ("Kpa", "kPa"),
    ("KPa", "kPa"),
    ("Mpa", "MPa"),
    ("CM", "cm"),
    ("MM", "mm"),
];

/// The old name of a centimetre.
const OLD_UNIT: &str = "公分";

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        let text = passage.text();
        let old = if passage.may_hold(OLD_UNIT) { old_units(text) } else { Vec::new() };
        for (words, right) in symbols(text).into_iter().chain(old) {
            if passage.is_address(&words) {
                continue;
            }
            let wrong = &text[words.clone()];
            let message = message!("计量单位“{wrong}”的写法不对", "the unit {wrong} is not written so");
            report.push(passage.advice(&CODE, words, message, right));
        }
    }
}

/// Symbols of letters directly behind a number.
fn symbols(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let bytes = text.as_bytes();
    if !has_digits(text) {
        return Vec::new();
    }
    let starts = others(text).filter(|(at, c)| {
        c.is_ascii_alphabetic() && *at > 0 && (bytes[at - 1].is_ascii_digit() || bytes[at - 1] == b' ')
    });
    let found = starts.filter_map(|(at, _)| {
        before(text[..at].trim_end_matches(' '), text[..at].trim_end_matches(' ').len())
            .filter(char::is_ascii_digit)?;
        let length = bytes[at..].iter().take_while(|byte| byte.is_ascii_alphanumeric()).count();
        let (_, right) = SYMBOLS.into_iter().find(|(wrong, _)| *wrong == &text[at..at + length])?;
        // Letters before the number make it a name: GB5KM.
        let number =
            text[..at].trim_end_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ',' | ' '));
        (!number.ends_with(|c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_' | '/')))
            .then_some((at..at + length, right))
    });
    found.collect()
}

/// 公分 behind a number.
fn old_units(text: &str) -> Vec<(Range<usize>, &'static str)> {
    let found = text
        .match_indices(OLD_UNIT)
        .filter(|(at, _)| before(text, *at).is_some_and(|c| c.is_ascii_digit() || is_numeral(c)));
    found.map(|(at, unit)| (at..at + unit.len(), "厘米")).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W037"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_right_symbol_is_told() {
        crate::testing::assert_snapshot!(
            body("全长5KM，重10 Kg，装机50kw，水深30公分。"),
            snapbox::str![[r#"
警告[W037]: 计量单位“KM”的写法不对
  --> content/栏目/通知/notice.md:13:4
   |
13 | 全长5KM，重10 Kg，装机50kw，水深30公分。
   |      ^^
   |
建议: 改为“km”

警告[W037]: 计量单位“Kg”的写法不对
  --> content/栏目/通知/notice.md:13:11
   |
13 | 全长5KM，重10 Kg，装机50kw，水深30公分。
   |               ^^
   |
建议: 改为“kg”

警告[W037]: 计量单位“kw”的写法不对
  --> content/栏目/通知/notice.md:13:18
   |
13 | 全长5KM，重10 Kg，装机50kw，水深30公分。
   |                         ^^
   |
建议: 改为“kW”

警告[W037]: 计量单位“公分”的写法不对
  --> content/栏目/通知/notice.md:13:25
   |
13 | 全长5KM，重10 Kg，装机50kw，水深30公分。
   |                                   ^^^^
   |
建议: 改为“厘米”
"#]]
        );
    }

    #[test]
    fn right_symbols_and_names_stay() {
        for text in [
            "全长5km，重10kg，装机50kW，电压10kV，压力0.6MPa，用电100kW·h。",
            "KM公司、型号X5KM、KG系列、10KMS。",
            "办公分工、公分母、三个公分支。",
            "见https://a.cn/5KM 页面，`5KM`。",
            "30厘米、5千米、10公里、20公斤。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
