//! S003: a deadline that has passed.
//!
//! The published table still shows the item as open. Items reported 办结 are left out. Deadlines that had passed
//! when the paper was signed are reported by S001.

use crate::check::schedule::deadlines_due;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::deadline::Timing;
use crate::text::message::Words;

/// 完成时限已过.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "S003",
    name: "overdue",
    severity: Severity::Warning,
    about: About {
        what: Words::new("完成时限已经过了。", "A deadline has passed."),
        why: Words::new(
            "到期的任务要么已经办结、要么逾期，责任股室应当说明。",
            "An item past its deadline is either done or late; the office in charge should say which.",
        ),
        example: "完成时限: 2024年8月（今天是2024年9月1日）",
        mend: Words::new(
            "已办结的，补报一条办结的进展；经同意延期的，改写新的时限。",
            "If it is done, add a progress note that says so; if it was extended, write the new deadline.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let overdue = |timing| if let Timing::Overdue(days) = timing { Some(days) } else { None };
        for (deadline, days) in deadlines_due(project, notice, overdue) {
            let text = &deadline.text.value;
            let message = message!("时限“{text}”已过{days}天", "the deadline {text} passed {days} days ago");
            report.push(Diagnostic::new(&CODE, deadline.text.span, message).help(message!(
                "已办结的，补报一条办结的进展；经同意延期的，改写新的时限",
                "if it is done, add a note that says so; if it was extended, write the new deadline"
            )));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn due(text: &str) -> String {
        let table = TABLE.replace("完成时限: 长期坚持", &format!("完成时限: {text}"));
        printed(&["S003"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn counts_the_days() {
        crate::testing::assert_snapshot!(
            due("2024年8月"),
            snapbox::str![[r#"
警告[S003]: 时限“2024年8月”已过1天
 --> content/栏目/通知/tasks.yaml:9:15
  |
9 |         完成时限: 2024年8月
  |                   ^^^^^^^^^
  |
建议: 已办结的，补报一条办结的进展；经同意延期的，改写新的时限
"#]]
        );
    }

    #[test]
    fn what_was_reported_done_is_not_waited_for() {
        let table = TABLE.replace("完成时限: 长期坚持", "完成时限: 2024年8月");
        let found = |day: &str, status: &str| {
            let note = format!("---\n日期: {day}\n股室: 危化股\n事项: \"1.1\"\n状态: {status}\n---\n");
            printed(&["S003"], &[("栏目/通知/tasks.yaml", &table), ("栏目/通知/progress/a.md", &note)])
        };
        assert_eq!(found("2024-08-30", "已完成"), "");
        assert_ne!(found("2024-08-30", "正在推进"), "");
        assert_ne!(found("2024-09-02", "已完成"), "", "a note of tomorrow says nothing today");
    }

    #[test]
    fn today_is_in_time_and_older_ones_are_another_rule_s() {
        for text in [
            "2024-09-01",
            "2024年8月底前，并长期坚持",
            "2024年12月",
            "2023年12月",
            "长期坚持",
            "每季度",
            "立即",
        ] {
            assert_eq!(due(text), "", "{text}");
        }
    }
}
