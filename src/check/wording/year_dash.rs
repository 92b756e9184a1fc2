//! W044: a hyphen or wave between two years: 2021-2025年.
//!
//! GB/T 15834-2011, 连接号: between times and places stands —, between numbers ～. Sources differ on years, so this is a
//! warning.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::han::{before, digits, has_digits, others};
use crate::text::message::Words;

/// 起止年份之间的连接号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W044",
    name: "year-dash",
    severity: Severity::Warning,
    about: About {
        what: Words::new("起止年份之间不是一字线“—”。", "Between two years stands a mark other than —."),
        why: Words::new(
            "GB/T 15834-2011（连接号）：标示时间、地域的起止用一字线“—”，标示数值范围用浪纹线“～”。",
            "GB/T 15834-2011, 连接号: — between times and places, ～ between numbers.",
        ),
        example: "2021-2025年",
        mend: Words::new("2021—2025年", "2021—2025年"),
    },
};

/// Marks that stand for —.
const SIGNS: [&str; 7] = ["-", "--", "–", "－", "~", "～", "——"];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['年']) {
        let text = passage.text();
        if !has_digits(text) {
            continue;
        }
        for sign in signs(text) {
            if passage.is_address(&sign) {
                continue;
            }
            let message = message!("起止年份之间用“—”", "— stands between two years");
            report.push(passage.advice(&CODE, sign, message, "—"));
        }
    }
}

/// The wrong signs between two years, the second of which has 年 behind it.
fn signs(text: &str) -> Vec<Range<usize>> {
    let is_year = |text: &str| text.len() == 4 && (text.starts_with("19") || text.starts_with("20"));
    let starts = others(text).filter(|(at, c)| {
        c.is_ascii_digit()
            && !before(text, *at).is_some_and(|c| c.is_ascii_alphanumeric() || "-/._".contains(c))
    });
    let found = starts.filter_map(|(at, _)| {
        let first = digits(&text[at..]);
        is_year(&text[at..at + first]).then_some(())?;
        let rest = &text[at + first..];
        let rest = rest.strip_prefix('年').unwrap_or(rest);
        let start = text.len() - rest.len();
        let length = rest.find(|c: char| c.is_ascii_digit())?;
        SIGNS.contains(&&rest[..length]).then_some(())?;
        let second = &rest[length..];
        let second_length = digits(second);
        (is_year(&second[..second_length]) && second[second_length..].starts_with('年'))
            .then_some(start..start + length)
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W044"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn between_two_years() {
        crate::testing::assert_snapshot!(
            body("实施方案（2021-2025年），2024年～2026年行动，2021--2025年。"),
            snapbox::str![[r#"
警告[W044]: 起止年份之间用“—”
  --> content/栏目/通知/notice.md:13:10
   |
13 | 实施方案（2021-2025年），2024年～2026年行动，2021--2025年。
   |               ^
   |
建议: 改为“—”

警告[W044]: 起止年份之间用“—”
  --> content/栏目/通知/notice.md:13:23
   |
13 | 实施方案（2021-2025年），2024年～2026年行动，2021--2025年。
   |                                ^^
   |
建议: 改为“—”

警告[W044]: 起止年份之间用“—”
  --> content/栏目/通知/notice.md:13:36
   |
13 | 实施方案（2021-2025年），2024年～2026年行动，2021--2025年。
   |                                                  ^^
   |
建议: 改为“—”
"#]]
        );
    }

    #[test]
    fn other_marks_stay() {
        for text in [
            "实施方案（2021—2025年），2024年至2026年。",
            "标准GB/T 9704-2012年版，电话2021-2025，2024-08-01。",
            "第2021-2025号，1-5月，2021-2025级学生。",
            "见https://a.cn/2021-2025年 页面，`2021-2025年`。",
            "3～5年，10-20年。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
