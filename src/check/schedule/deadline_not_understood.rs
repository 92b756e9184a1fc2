//! S005: a deadline that could not be parsed.
//!
//! It is published as written, but no rule can remind anybody of it.

use crate::check::schedule::no_such_day::has_impossible_day;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::deadline::Meaning;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::source::Located;
use crate::text::message::Words;

/// 看不懂的完成时限.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "S005",
    name: "deadline-not-understood",
    severity: Severity::Note,
    about: About {
        what: Words::new("完成时限看不出是哪一天。", "The day that a deadline means is not clear."),
        why: Words::new(
            "看不懂的时限照样公开，但到期、逾期都不会提醒。",
            "It is published as it is, but nobody is told when it comes or has passed.",
        ),
        example: "完成时限: 另行通知",
        mend: Words::new(
            "写成 2024年12月底前、2024年第三季度、每季度、长期坚持 之类。",
            "Write 2024年12月底前, 2024年第三季度, 每季度, 长期坚持 or the like.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let tables = project.notices.iter().flat_map(Notice::tables);
    for deadline in tables.flat_map(Table::deadlines) {
        let text = &deadline.text.value;
        // S006 says so of a day that does not exist.
        if deadline.meaning != Meaning::Unknown || text.trim().is_empty() || has_impossible_day(text) {
            continue;
        }
        report.push_with(&CODE, deadline.text.span.file, || finding(&deadline.text));
    }
}

fn finding(text: &Located<String>) -> Diagnostic {
    let (words, span) = (&text.value, text.span);
    let message = message!(
        "看不出“{words}”是哪一天，不会提醒",
        "which day {words:?} means is not clear; there will be no reminder"
    );
    Diagnostic::new(&CODE, span, message).help(message!(
        "可写“2024年12月底前”“2024年第三季度”“每季度”“长期坚持”等",
        "write 2024年12月底前, 2024年第三季度, 每季度, 长期坚持 or the like"
    ))
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn due(text: &str) -> String {
        let table = TABLE.replace("完成时限: 长期坚持", &format!("完成时限: {text}"));
        printed(&["S005"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn shows_what_is_understood() {
        crate::testing::assert_snapshot!(
            due("另行通知"),
            snapbox::str![[r#"
提示[S005]: 看不出“另行通知”是哪一天，不会提醒
 --> content/栏目/通知/tasks.yaml:9:15
  |
9 |         完成时限: 另行通知
  |                   ^^^^^^^^
  |
建议: 可写“2024年12月底前”“2024年第三季度”“每季度”“长期坚持”等
"#]]
        );
    }

    #[test]
    fn what_is_understood_or_blank_is_silent() {
        for text in ["", "长期坚持", "2024年第三季度", "立即", "每月", "2024-2025年", "9月底前、12月底前"]
        {
            assert_eq!(due(text), "", "{text}");
        }
    }
}
