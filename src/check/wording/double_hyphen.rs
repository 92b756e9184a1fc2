//! W006: two hyphens for a dash.
//!
//! The Chinese dash —— is as wide as two characters (GB/T 15834-2011, 破折号). Only hyphens between Chinese words are
//! reported; Markdown rules and tables, comments and options of programs are ignored.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::han::{before, closes, is_han, opens};
use crate::text::message::Words;

/// 破折号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W006",
    name: "double-hyphen",
    severity: Severity::Warning,
    about: About {
        what: Words::new("用“--”代替了破折号。", "Hyphens stand for a dash."),
        why: Words::new(
            "GB/T 15834-2011（破折号）：破折号是“——”，占两个字的位置。",
            "GB/T 15834-2011, 破折号: a dash is —— and takes the room of two characters.",
        ),
        example: "事件发生--现场人员上报",
        mend: Words::new("事件发生——现场人员上报", "事件发生——现场人员上报"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['-']) {
        for words in hyphens(passage.text()).into_iter().filter(|words| !passage.is_address(words)) {
            let message = message!("破折号应为“——”", "a Chinese dash is “——”");
            report.push(passage.finding(&CODE, words, message, "——"));
        }
    }
}

/// Runs of two or more hyphens between Chinese words, with the spaces around them.
fn hyphens(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), 0);
    // Cheap test first.
    if !text.contains('-') {
        return found;
    }
    while let Some(at) = text[from..].find("--").map(|at| from + at) {
        let behind = text[at..].trim_start_matches('-');
        from = text.len() - behind.len();
        let start = text[..at].trim_end_matches(' ').len();
        let end = text.len() - behind.trim_start_matches(' ').len();
        let left = before(text, start).is_none_or(|c| is_han(c) || closes(c) || c == '\n');
        let right = text[end..].starts_with(|c| is_han(c) || opens(c));
        if left && right {
            found.push(start..end);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W006"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn a_dash_is_one_mark() {
        crate::testing::assert_snapshot!(
            body("依据《办法》--“第一条”。\n\n甲 --- 乙"),
            snapbox::str![[r#"
警告[W006]: 破折号应为“——”
  --> content/栏目/通知/notice.md:13:7
   |
13 | 依据《办法》--“第一条”。
   |             ^^
   |
建议: 改为“——”

警告[W006]: 破折号应为“——”
  --> content/栏目/通知/notice.md:15:2
   |
15 | 甲 --- 乙
   |   ^^^^^
   |
建议: 改为“——”
"#]]
        );
        let table = TABLE.replace("开展检查。", "发生--上报。");
        crate::testing::assert_snapshot!(
            printed(&["W006"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[W006]: 破折号应为“——”
 --> content/栏目/通知/tasks.yaml:7:15
  |
7 |         内容: 发生--上报。
  |                   ^^
  |
建议: 改为“——”
"#]]
        );
    }

    #[test]
    fn other_hyphens_stay() {
        for text in [
            "甲——乙，甲-乙，2021--2025年。",
            "甲\n\n---\n\n乙",
            "| 甲 | 乙 |\n|----|----|\n| 丙 | -- |",
            "<!-- 甲--乙 -->",
            "`甲--乙`",
            "见https://a.cn/甲--乙 页面。",
            "运行--root选项。",
            "标题\n---",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
