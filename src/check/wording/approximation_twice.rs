//! W039: a quantity that is said to be approximate, or a limit, twice: 约30家左右, 超过5年以上.

use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::han::{before, is_han};
use crate::text::message::Words;
use crate::text::quantity::number_length;

/// 概数重复.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W039",
    name: "approximation-twice",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "“约”和“左右”、“超过”和“以上”用在同一个数上。",
            "A number has both 约 and 左右, or both 超过 and 以上.",
        ),
        why: Words::new(
            "两头都说一遍，意思重复；超过五年和五年以上也不是一回事。",
            "It says one thing twice; and more than five years is not five years or more.",
        ),
        example: "约30家左右、超过5年以上",
        mend: Words::new(
            "约30家（或30家左右）、超过5年（或5年以上）",
            "约30家 or 30家左右; 超过5年 or 5年以上",
        ),
    },
};

/// Words before a number, with those behind it that repeat them.
const PAIRS: [(&[&str], &[&str]); 3] = [
    (&["大约", "大概", "约", "接近", "将近"], &["左右", "上下"]),
    (&["超过", "多于", "高于", "大于", "至少", "不少于", "不低于"], &["以上"]),
    (&["不超过", "不多于", "不高于", "低于", "少于"], &["以下", "以内"]),
];

/// Characters before 约 that make it another word.
const OTHER_WORDS: &str = "节公条合预制契违签特履婉简集隐誓毁爽失相邀大";

/// The most characters of the measure word between the number and the second word.
const LONGEST_MEASURE: usize = 4;

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        for (words, first, second) in doubled(passage) {
            let message = message!("“{first}”和“{second}”重复", "{first} and {second} say one thing twice");
            let finding = Diagnostic::new(&CODE, passage.span(words), message);
            report.push(
                finding.help(message!("“{first}”“{second}”只留一个", "leave one of {first} and {second}")),
            );
        }
    }
}

fn doubled(passage: &Passage<'_>) -> Vec<(Range<usize>, &'static str, &'static str)> {
    let (text, mut found) = (passage.text(), Vec::new());
    for (before_number, behind) in PAIRS {
        for second in behind.iter().filter(|second| passage.may_hold(second)) {
            for (at, _) in text.match_indices(second) {
                let Some((start, first)) = quantity_before(&text[..at], before_number) else { continue };
                found.push((start..at + second.len(), first, *second));
            }
        }
    }
    found
}

/// The start of a word of a list, a number and a measure word at the end of a text, and the word.
fn quantity_before(text: &str, words: &[&'static str]) -> Option<(usize, &'static str)> {
    // The measure word, then the number, from the end.
    let nearby: Vec<(usize, char)> = text.char_indices().rev().take(LONGEST_MEASURE + 16).collect();
    let measured = nearby
        .iter()
        .position(|(_, c)| !is_han(*c) && !matches!(c, '%' | '％' | '℃'))
        .unwrap_or(nearby.len());
    for (at, _) in nearby.iter().take(nearby.len().min(measured + 12)) {
        let Some(word) = words.iter().find(|word| text[*at..].starts_with(**word)) else { continue };
        let rest = &text[at + word.len()..];
        let rest = rest.strip_prefix(['占', '有', '为', '需', '合', '在']).unwrap_or(rest);
        let length = number_length(rest);
        let measure = &rest[length..];
        let is_measure = measure.chars().count() <= LONGEST_MEASURE
            && measure.chars().all(|c| is_han(c) || matches!(c, '%' | '％' | '℃'));
        let is_other = *word == "约" && before(text, *at).is_some_and(|c| OTHER_WORDS.contains(c))
            || before(text, *at) == Some('不');
        if length > 0 && is_measure && !is_other {
            return Some((*at, word));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W039"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn one_of_the_two_is_enough() {
        crate::testing::assert_snapshot!(
            body("检查约30家左右，大约占20%上下，工作超过五年以上，不超过3个月以内。"),
            snapbox::str![[r#"
警告[W039]: “约”和“左右”重复
  --> content/栏目/通知/notice.md:13:3
   |
13 | 检查约30家左右，大约占20%上下，工作超过五年以上，不超过3个月以内。
   |     ^^^^^^^^^^
   |
建议: “约”“左右”只留一个

警告[W039]: “大约”和“上下”重复
  --> content/栏目/通知/notice.md:13:10
   |
13 | 检查约30家左右，大约占20%上下，工作超过五年以上，不超过3个月以内。
   |                 ^^^^^^^^^^^^^
   |
建议: “大约”“上下”只留一个

警告[W039]: “超过”和“以上”重复
  --> content/栏目/通知/notice.md:13:21
   |
13 | 检查约30家左右，大约占20%上下，工作超过五年以上，不超过3个月以内。
   |                                    ^^^^^^^^^^^^
   |
建议: “超过”“以上”只留一个

警告[W039]: “不超过”和“以内”重复
  --> content/栏目/通知/notice.md:13:28
   |
13 | 检查约30家左右，大约占20%上下，工作超过五年以上，不超过3个月以内。
   |                                                  ^^^^^^^^^^^^^^^
   |
建议: “不超过”“以内”只留一个
"#]]
        );
    }

    #[test]
    fn one_word_stays() {
        for text in [
            "检查约30家，占20%左右，工作超过5年，5年以上。",
            "节约30万元左右，签约20家左右，公约十条以上。",
            "约谈企业，每家30分钟左右。",
            "不超过30日，30日以内；至少三次。",
            "超过规定标准的，处5万元以上罚款。约定3日左右办结。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
