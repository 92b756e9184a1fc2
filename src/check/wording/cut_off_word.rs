//! W038: 截止 before a day, for 截至.
//!
//! 截止 says that something ends (报名于8月1日截止), 截至 up to when something counts (截至8月1日). Only 截止 at the beginning of a
//! clause and directly before digits is reported; 截止日期, 截止时间 and 截止到 are right or accepted.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::han::{before, digits};
use crate::text::message::Words;

/// 截止与截至.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W038",
    name: "cut-off-word",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "日期前面用了“截止”，应为“截至”。",
            "截止 stands before a day, where 截至 is meant.",
        ),
        why: Words::new(
            "“截止”是到期停止，后面不带时间；“截至”才是到某个时候为止。",
            "截止 means that something ends and takes no time behind it; 截至 means up to a time.",
        ),
        example: "截止2024年8月1日，共检查企业30家。",
        mend: Words::new("截至2024年8月1日，共检查企业30家。", "截至2024年8月1日，共检查企业30家。"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_holding("截止") {
        let text = passage.text();
        for (at, word) in text.match_indices("截止") {
            let behind = &text[at + word.len()..];
            let length = digits(behind);
            let is_time = length > 0 && behind[length..].starts_with(['年', '月', '日', '点', '时']);
            let begins = before(text, at)
                .is_none_or(|c| matches!(c, '。' | '，' | '；' | '：' | '（' | '“' | '\n' | '、'));
            if is_time && begins {
                let message = message!("日期前面应当用“截至”", "截至 stands before a day");
                report.push(passage.advice(&CODE, at..at + word.len(), message, "截至"));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W038"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn before_a_day() {
        crate::testing::assert_snapshot!(
            body("截止2024年8月1日，共检查企业30家；截止7月底整改完毕。"),
            snapbox::str![[r#"
警告[W038]: 日期前面应当用“截至”
  --> content/栏目/通知/notice.md:13:1
   |
13 | 截止2024年8月1日，共检查企业30家；截止7月底整改完毕。
   | ^^^^
   |
建议: 改为“截至”

警告[W038]: 日期前面应当用“截至”
  --> content/栏目/通知/notice.md:13:22
   |
13 | 截止2024年8月1日，共检查企业30家；截止7月底整改完毕。
   |                                   ^^^^
   |
建议: 改为“截至”
"#]]
        );
    }

    #[test]
    fn what_ends_stays() {
        for text in [
            "截至2024年8月1日，共检查企业30家。",
            "报名于8月1日截止，截止日期为8月1日。",
            "截止时间：2024年8月1日。",
            "截止到2024年8月1日，投标截止2024年8月1日上午。",
            "截止今日无人报名，8月1日截止。2024年另行通知。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
