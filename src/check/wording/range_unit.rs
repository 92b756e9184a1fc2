//! W036: % or 万, 亿 left out behind the first number of a range.
//!
//! GB/T 15835-2011, 5.1: the unit of the first number may be left out only where nothing becomes unclear: 15%～30%, 9亿～16亿. A
//! first number that is not smaller has its own, smaller unit (5000～1万元) and stays.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::han::{before, has_digits};
use crate::text::message::Words;
use crate::text::quantity::{decimal_length, decimal_start};

/// 数值范围省了单位.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W036",
    name: "range-unit",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "数值范围的前一个数省了“%”或者“万、亿”。",
            "The first number of a range lacks its %, 万 or 亿.",
        ),
        why: Words::new(
            "GB/T 15835-2011（数值范围的表示）：省略会造成歧义时，前一个数的单位不省略；“3～5万元”会被读成三元到五万元。",
            "GB/T 15835-2011, ranges: the first unit stays where its lack is unclear; 3～5万元 reads as from three yuan.",
        ),
        example: "罚款3～5万元，增长10-20%",
        mend: Words::new("罚款3万元～5万元，增长10%～20%", "罚款3万元～5万元，增长10%～20%"),
    },
};

const SIGNS: [&str; 8] = ["～", "~", "—", "-", "－", "–", "至", "到"];
const UNITS: [char; 4] = ['%', '％', '万', '亿'];

fn check(prose: &Prose<'_>, report: &mut Report) {
    // Cheap test first: most texts have none of the units.
    for passage in prose.passages_with(&UNITS) {
        let text = passage.text();
        if !has_digits(text) {
            continue;
        }
        for (words, unit, right) in ranges(text) {
            if passage.is_address(&words) {
                continue;
            }
            let message = message!("前一个数后面少了“{unit}”", "the first number lacks {unit}");
            report.push(passage.advice(&CODE, words, message, &right));
        }
    }
}

/// Ranges with one unit: their place, the unit, the right form.
fn ranges(text: &str) -> Vec<(Range<usize>, char, String)> {
    let units = text.match_indices(UNITS).filter_map(|(at, unit)| {
        let unit = unit.chars().next()?;
        let second = decimal_start(&text[..at]);
        let head = &text[..second];
        let sign = SIGNS.into_iter().find(|sign| head.ends_with(sign))?;
        let first_end = second - sign.len();
        let first = decimal_start(&text[..first_end]);
        let (low, high) = (&text[first..first_end], &text[second..at]);
        let is_number = |number: &str| !number.is_empty() && decimal_length(number) == number.len();
        let stands_alone =
            before(text, first).is_none_or(|c| !c.is_ascii_alphanumeric() && !"-—～~－–至到./".contains(c));
        let value = |number: &str| number.replace(',', "").parse::<f64>().ok();
        let is_range = is_number(low) && is_number(high) && value(low)? < value(high)?;
        // 5万元: the word of money belongs to the unit.
        let behind = &text[at + unit.len_utf8()..];
        let word = if unit != '%' && unit != '％' && behind.starts_with('元') { "元" } else { "" };
        let mark = if matches!(sign, "至" | "到") { sign } else { "～" };
        let right = format!("{low}{unit}{word}{mark}{high}{unit}{word}");
        (is_range && stands_alone).then(|| (first..at + unit.len_utf8() + word.len(), unit, right))
    });
    units.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W036"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_first_number_keeps_its_unit() {
        crate::testing::assert_snapshot!(
            body("罚款3～5万元，增长10-20.5%，涉及2至3亿人。"),
            snapbox::str![[r#"
警告[W036]: 前一个数后面少了“万”
  --> content/栏目/通知/notice.md:13:3
   |
13 | 罚款3～5万元，增长10-20.5%，涉及2至3亿人。
   |     ^^^^^^^^
   |
建议: 改为“3万元～5万元”

警告[W036]: 前一个数后面少了“%”
  --> content/栏目/通知/notice.md:13:11
   |
13 | 罚款3～5万元，增长10-20.5%，涉及2至3亿人。
   |                   ^^^^^^^^
   |
建议: 改为“10%～20.5%”

警告[W036]: 前一个数后面少了“亿”
  --> content/栏目/通知/notice.md:13:22
   |
13 | 罚款3～5万元，增长10-20.5%，涉及2至3亿人。
   |                                 ^^^^^^
   |
建议: 改为“2亿至3亿”
"#]]
        );
    }

    #[test]
    fn other_ranges_stay() {
        for text in [
            "罚款3万元～5万元，增长10%～20%，占15%至30%。",
            "处5000～1万元罚款，5000元至1万元。",
            "2021—2025年，3～5人，10-20公里，第3—5条。",
            "增长20%，达到5万元，编号A1-3万。",
            "2024-08-01万人大会，1-2-3万。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
