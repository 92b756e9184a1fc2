//! T004: a task with different names in the paper's body and in the table.
//!
//! 名称 is printed in the table, 正文标题 in the body. 正文标题 exists for headings whose end mark differs or is
//! missing; other words make one task look like two. (GB/T 9704-2012 does not ask for this; it is consistency.)

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::{Table, Task};
use crate::text::difference::difference;
use crate::text::message::{Message, Words};

/// 正文标题与任务名称不一致.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T004",
    name: "title-differs",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "任务在正文中的标题与表中的名称不一致。",
            "A task's heading in the body is not its name in the table.",
        ),
        why: Words::new(
            "正文和附表说的是同一项任务，名称不同，对照时会当成两项。",
            "Body and table speak of one task; two names make it look like two.",
        ),
        example: "名称: 完善应急组织体系\n正文标题: 完善应急处置组织体系",
        mend: Words::new(
            "以正式文件为准，改其中一处；只是句末标点不同的，不用改。",
            "Keep the right one and change the other; a different end mark is fine.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let tasks = project.notices.iter().flat_map(Notice::tables).flat_map(Table::tasks);
    report_all(tasks, report);
}

fn report_all<'p>(tasks: impl Iterator<Item = &'p Task>, report: &mut Report) {
    for task in tasks {
        let Some(heading) = &task.heading else { continue };
        let (said, name) = (without_end_mark(&heading.value), without_end_mark(&task.name.value));
        if said.is_empty() || name.is_empty() || said == name {
            continue;
        }
        let (in_heading, in_name) = difference(said, name);
        let message = message(&said[in_heading.clone()], &name[in_name.clone()]);
        let at = |range: std::ops::Range<usize>, whole: &str| {
            if range.is_empty() { 0..whole.len() } else { range }
        };
        report.push(
            Diagnostic::new(&CODE, heading.part(at(in_heading, said)).span, message)
                .label(task.name.part(at(in_name, name)).span, message!("任务名称", "the task's name"))
                .help(message!("以正式名称为准，改另一处", "keep the right one and change the other")),
        );
    }
}

fn message(heading: &str, name: &str) -> Message {
    match (heading.is_empty(), name.is_empty()) {
        (false, true) => {
            message!(
                "正文标题比任务名称多了“{heading}”",
                "the heading has {heading}, which the task's name lacks"
            )
        }
        (true, _) => {
            message!("正文标题比任务名称少了“{name}”", "the heading lacks {name}, which the task's name has")
        }
        (false, false) => message!(
            "正文标题写的是“{heading}”，任务名称写的是“{name}”，两处应当一致",
            "the heading says {heading} where the task's name says {name}; they should be the same"
        ),
    }
}

/// The text without trailing white space and end mark.
fn without_end_mark(text: &str) -> &str {
    text.trim_end_matches(['。', '．', '.', '；', ';', '：', ':', ' ', '\n'])
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn with_heading(heading: &str) -> String {
        let table = TABLE.replace("    要求:", &format!("    正文标题: {heading}\n    要求:"));
        printed(&["T004"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn shows_what_one_has_more() {
        crate::testing::assert_snapshot!(
            with_heading("加强监管执法。"),
            snapbox::str![[r#"
警告[T004]: 正文标题比任务名称多了“监管”
 --> content/栏目/通知/tasks.yaml:4:13
  |
4 |     正文标题: 加强监管执法。
  |                   ^^^^
  |
 ::: content/栏目/通知/tasks.yaml:3:9
  |
3 |   - 名称: 加强执法
  |           -------- 任务名称
  |
建议: 以正式名称为准，改另一处
"#]]
        );
        crate::testing::assert_snapshot!(
            with_heading("加执法。"),
            snapbox::str![[r#"
警告[T004]: 正文标题比任务名称少了“强”
 --> content/栏目/通知/tasks.yaml:4:11
  |
4 |     正文标题: 加执法。
  |               ^^^^^^
  |
 ::: content/栏目/通知/tasks.yaml:3:10
  |
3 |   - 名称: 加强执法
  |             -- 任务名称
  |
建议: 以正式名称为准，改另一处
"#]]
        );
    }

    #[test]
    fn shows_what_differs() {
        crate::testing::assert_snapshot!(
            with_heading("改进执法。"),
            snapbox::str![[r#"
警告[T004]: 正文标题写的是“改进”，任务名称写的是“加强”，两处应当一致
 --> content/栏目/通知/tasks.yaml:4:11
  |
4 |     正文标题: 改进执法。
  |               ^^^^
  |
 ::: content/栏目/通知/tasks.yaml:3:9
  |
3 |   - 名称: 加强执法
  |           ---- 任务名称
  |
建议: 以正式名称为准，改另一处
"#]]
        );
    }

    #[test]
    fn the_end_mark_may_differ() {
        for heading in ["加强执法", "加强执法。", "加强执法："] {
            assert_eq!(with_heading(heading), "", "{heading}");
        }
        assert_eq!(printed(&["T004"], &[]), "");
    }
}
