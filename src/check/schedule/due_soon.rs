//! S004: a deadline within the next 30 days.

use crate::check::schedule::deadlines_due;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::deadline::Timing;
use crate::text::date::chinese;
use crate::text::message::{Message, Words};

/// 完成时限将到.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "S004",
    name: "due-soon",
    severity: Severity::Note,
    about: About {
        what: Words::new("完成时限在三十天之内。", "A deadline is within thirty days."),
        why: Words::new(
            "提醒责任股室抓紧，免得到期才发现没有办。",
            "A reminder while something can still be done.",
        ),
        example: "完成时限: 2024年9月（今天是2024年9月1日）",
        mend: Words::new("不必修改，请提醒责任股室。", "Nothing to change; remind the office in charge."),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let soon = |timing| if let Timing::Soon(days) = timing { Some(days) } else { None };
        for (deadline, days) in deadlines_due(project, notice, soon) {
            let Some(last) = deadline.meaning.last_day() else { continue };
            let message = message(&deadline.text.value, &chinese(last), days);
            report.push(
                Diagnostic::new(&CODE, deadline.text.span, message)
                    .help(message!("提醒责任股室按时办结", "remind the office in charge")),
            );
        }
    }
}

fn message(text: &str, day: &str, days: i32) -> Message {
    if days == 0 {
        return message!("时限“{text}”今天到期", "the deadline {text} is today");
    }
    message!("时限“{text}”将于{day}到期，还有{days}天", "the deadline {text} ends on {day}, in {days} days")
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn due(text: &str) -> String {
        let table = TABLE.replace("完成时限: 长期坚持", &format!("完成时限: {text}"));
        printed(&["S004"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn counts_the_days_that_are_left() {
        crate::testing::assert_snapshot!(
            due("2024年9月"),
            snapbox::str![[r#"
提示[S004]: 时限“2024年9月”将于2024年9月30日到期，还有29天
 --> content/栏目/通知/tasks.yaml:9:15
  |
9 |         完成时限: 2024年9月
  |                   ^^^^^^^^^
  |
建议: 提醒责任股室按时办结
"#]]
        );
        assert!(due("2024-09-01").contains("今天到期"));
    }

    #[test]
    fn what_is_far_or_past_is_silent() {
        for text in ["2024-10-02", "2024-08-31", "长期坚持", "另行通知"] {
            assert_eq!(due(text), "", "{text}");
        }
        assert!(!due("2024-10-01").is_empty());
    }
}
