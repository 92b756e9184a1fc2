//! W043: an ellipsis that is not ……, and 等 beside one.
//!
//! GB/T 15834-2011, 省略号: six points in the room of two characters; 等 or 等等 is not used with it.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::han::{before, closes, is_han, others};
use crate::text::message::Words;

/// 省略号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W043",
    name: "ellipsis-form",
    severity: Severity::Warning,
    about: About {
        what: Words::new("省略号不是“……”，或者同“等”一起用。", "An ellipsis is not ……, or stands with 等."),
        why: Words::new(
            "GB/T 15834-2011（省略号）：六个连点，占两个字的位置；不与“等”“等等”并用。",
            "GB/T 15834-2011, 省略号: six points in the room of two characters, never together with 等.",
        ),
        example: "摸底、整改...等",
        mend: Words::new("摸底、整改等（或：摸底、整改……）", "摸底、整改等, or 摸底、整改……"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['…', '.']) {
        let text = passage.text();
        for words in dots(text) {
            if passage.is_address(&words) {
                continue;
            }
            let behind = &text[words.end..];
            let with_others = behind.starts_with('等') && !behind.starts_with("等级")
                || text[..words.start].ends_with('等');
            let is_right =
                text[words.clone()].chars().all(|c| c == '…') && text[words.clone()].chars().count() % 2 == 0;
            if with_others {
                let message = message!("省略号不与“等”一起用", "no ellipsis stands with 等");
                let help = message!("省略号和“等”只留一个", "leave one of the two");
                report.push(Diagnostic::new(&CODE, passage.span(words), message).help(help));
            } else if !is_right {
                let message = message!("省略号应为“……”", "a Chinese ellipsis is ……");
                report.push(passage.advice(&CODE, words, message, "……"));
            }
        }
    }
}

/// Runs of points that are an ellipsis: of …, or of three and more full stops between Chinese words.
fn dots(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in others(text).filter(|(_, c)| matches!(c, '…' | '.')) {
        match runs.last_mut() {
            Some(run) if run.end == at && text[run.clone()].starts_with(c) => run.end += c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs.retain(|run| {
        let is_full_stops = text[run.clone()].starts_with('.');
        let follows_words = before(text, run.start).is_some_and(|c| is_han(c) || closes(c));
        // A number behind full stops: the leader of a table of contents.
        let leads = text[run.end..].trim_start().starts_with(|c: char| c.is_ascii_digit());
        !is_full_stops || run.len() >= 3 && follows_words && !leads
    });
    runs
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W043"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn an_ellipsis_has_six_points() {
        crate::testing::assert_snapshot!(
            body("摸底、整改...验收…公示、归档……等。"),
            snapbox::str![[r#"
警告[W043]: 省略号应为“……”
  --> content/栏目/通知/notice.md:13:6
   |
13 | 摸底、整改...验收…公示、归档……等。
   |           ^^^
   |
建议: 改为“……”

警告[W043]: 省略号应为“……”
  --> content/栏目/通知/notice.md:13:11
   |
13 | 摸底、整改...验收…公示、归档……等。
   |                  ^
   |
建议: 改为“……”

警告[W043]: 省略号不与“等”一起用
  --> content/栏目/通知/notice.md:13:17
   |
13 | 摸底、整改...验收…公示、归档……等。
   |                             ^^
   |
建议: 省略号和“等”只留一个
"#]]
        );
    }

    #[test]
    fn right_ones_stay() {
        for text in [
            "摸底、整改……",
            "第一段。\n\n…………\n\n最后一段。",
            "版本1.2.3，见https://a.cn/... 页面，`a...b`。",
            "总则......1",
            "摸底、整改等。检查……等级评定另行通知。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
