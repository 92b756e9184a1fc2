//! T011: requirements in the table's file that the paper does not print.
//!
//! 要求 is printed in the paper's body only, where `{{任务要求}}` stands; without the placeholder it is lost.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::paper::REQUIREMENTS;
use crate::model::table::Table;
use crate::text::message::Words;

/// 写了要求，正文却没有放.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T011",
    name: "requirement-unprinted",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "任务写了“要求”，正文里却没有“{{任务要求}}”；或者正反相反。",
            "Tasks have 要求 but the body has no `{{任务要求}}`, or the other way round.",
        ),
        why: Words::new(
            "“要求”只印在正文里；正文不放，这些文字就丢了。",
            "要求 is printed in the body only; left out there, it is lost.",
        ),
        example: "任务:\n  - 名称: 加强执法\n    要求: 加大力度。\n（正文没有“{{任务要求}}”）",
        mend: Words::new(
            "在正文里单独写一行“{{任务要求}}”。",
            "Put `{{任务要求}}` on a line of its own into the body.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let placeholder = notice.body.source.value.find(REQUIREMENTS);
        let required = notice.tables().flat_map(Table::tasks).find_map(|task| task.requirement.as_ref());
        // Tasks of a table for the body need the placeholder even without 要求.
        let inline = notice.inline.iter().flat_map(Table::tasks).next();
        let first = required.or(inline.map(|task| &task.name));
        match (placeholder, first) {
            (None, Some(requirement)) => {
                let message = message!("这一项没有印在正文里", "this is printed nowhere in the body");
                report.push(Diagnostic::new(&CODE, requirement.span, message).help(message!(
                    "在正文里单独写一行“{{{{任务要求}}}}”",
                    "put `{{{{任务要求}}}}` on a line of its own into the body"
                )));
            }
            (Some(at), None) => report.push(empty_placeholder(notice, at)),
            _ => {}
        }
    }
}

fn empty_placeholder(notice: &Notice, at: usize) -> Diagnostic {
    let span = notice.body.source.part(at..at + REQUIREMENTS.len()).span;
    let message =
        message!("没有一项任务写了“要求”，这里什么也不会印出", "no task has 要求: nothing is printed here");
    Diagnostic::new(&CODE, span, message).help(message!(
        "在任务里补写“要求: …”，或删去这一行",
        "add `要求: …` to the tasks, or delete this line"
    ))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn a_requirement_needs_its_place() {
        let notice = NOTICE.replace("{{任务要求}}\n", "");
        crate::testing::assert_snapshot!(
            printed(&["T011"], &[("栏目/通知/notice.md", &notice)]),
            snapbox::str![[r#"
错误[T011]: 这一项没有印在正文里
 --> content/栏目/通知/tasks.yaml:4:9
  |
4 |     要求: 加大力度。
  |           ^^^^^^^^^^
  |
建议: 在正文里单独写一行“{{任务要求}}”
"#]]
        );
    }

    #[test]
    fn a_place_needs_a_requirement() {
        let table = TABLE.replace("    要求: 加大力度。\n", "");
        crate::testing::assert_snapshot!(
            printed(&["T011"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
错误[T011]: 没有一项任务写了“要求”，这里什么也不会印出
  --> content/栏目/通知/notice.md:15:1
   |
15 | {{任务要求}}
   | ^^^^^^^^^^^^
   |
建议: 在任务里补写“要求: …”，或删去这一行
"#]]
        );
    }

    #[test]
    fn both_or_neither_are_fine() {
        let (notice, table) =
            (NOTICE.replace("{{任务要求}}\n", ""), TABLE.replace("    要求: 加大力度。\n", ""));
        let neither = [("栏目/通知/notice.md", notice.as_str()), ("栏目/通知/tasks.yaml", table.as_str())];
        assert_eq!(printed(&["T011"], &neither), "");
        assert_eq!(printed(&["T011"], &[]), "");
    }
}
