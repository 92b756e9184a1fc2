//! T005: a task without measures.
//!
//! A table with a column of measures promises a measure for each task; a task without measures has an empty row.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::ColumnKind;
use crate::text::message::Words;

/// 任务没有举措.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T005",
    name: "task-without-measures",
    severity: Severity::Warning,
    about: About {
        what: Words::new("一项任务没有任何举措。", "A task has no measures."),
        why: Words::new(
            "表中有举措一栏，这项任务的格子却是空的，无从落实、无从检查。",
            "The table has a column of measures and this task's is empty: nothing to do, nothing to check.",
        ),
        example: "- 名称: 加强执法\n  要求: 加大力度。",
        mend: Words::new(
            "- 名称: 加强执法\n  要求: 加大力度。\n  举措:\n    - 内容: 开展检查。",
            "Write its measures under 举措.",
        ),
    },
};

fn check<'p>(project: &'p Project, report: &mut Report) {
    // A task of the body is often one sentence.
    let attached = |notice: &'p Notice| notice.tables().filter(|table| notice.attachment_of(table).is_some());
    for table in project.notices.iter().flat_map(attached) {
        let Some(column) = table.columns.iter().find(|column| column.kind == ColumnKind::Measure) else {
            continue;
        };
        for task in table.tasks().filter(|task| task.measures.is_empty()) {
            let (name, column) = (&task.name.value, &column.name.value);
            let message = message!(
                "任务“{name}”没有举措，“{column}”一栏是空的",
                "task {name} has no measures; its {column} is empty"
            );
            report.push(
                Diagnostic::new(&CODE, task.name.span, message)
                    .help(message!("在“举措”下逐条写明", "write them under 举措")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    #[test]
    fn points_at_the_task() {
        let table = format!("{TABLE}  - 名称: 健全预案\n");
        crate::testing::assert_snapshot!(
            printed(&["T005"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[T005]: 任务“健全预案”没有举措，“工作举措”一栏是空的
  --> content/栏目/通知/tasks.yaml:10:9
   |
10 |   - 名称: 健全预案
   |           ^^^^^^^^
   |
建议: 在“举措”下逐条写明
"#]]
        );
    }

    #[test]
    fn a_table_without_measures_needs_none() {
        let table =
            "列: [序号, 工作任务, 责任股室]\n表名: 任务清单\n任务:\n  - {名称: 甲, 责任股室: 危化股}\n";
        assert_eq!(printed(&["T005"], &[("栏目/通知/tasks.yaml", table)]), "");
        assert_eq!(printed(&["T005"], &[]), "");
    }
}
