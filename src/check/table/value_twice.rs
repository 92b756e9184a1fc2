//! T009: values on a task and on its measures in the same column.
//!
//! A value on the task spans the rows of all its measures: the measures' values would silently be left out of page
//! and workbook. A blank value on the task hides them, too.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::{Cell, Table, Task};
use crate::source::{Located, Span};
use crate::text::message::Words;

/// 任务和举措在同一列都写了值.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T009",
    name: "value-twice",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "同一列，任务上写了值，举措上又写了值。",
            "In one column both the task and its measures have a value.",
        ),
        why: Words::new(
            "任务上的值占满全部举措的行，举措上的值就印不出来了。",
            "The task's value fills the rows of all its measures; the measures' values are not printed.",
        ),
        example: "- 名称: 加强执法\n  完成时限: 长期坚持\n  举措:\n    - {内容: 开展检查。, 完成时限: 2024年12月}",
        mend: Words::new(
            "各举措相同的，只写在任务上；不同的，只写在举措上。",
            "Write it on the task if all measures share it, else on the measures.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for table in project.notices.iter().flat_map(Notice::tables) {
        for group in &table.groups {
            let below: Vec<&Cell> = group.tasks.iter().flat_map(Task::cells).collect();
            for cell in &group.cells {
                report_twice(
                    table,
                    cell,
                    &below,
                    [("分组", "group"), ("任务或举措", "tasks or measures")],
                    report,
                );
            }
        }
        for task in table.tasks() {
            let below: Vec<&Cell> = task.measures.iter().flat_map(|measure| &measure.cells).collect();
            for cell in &task.cells {
                report_twice(table, cell, &below, [("任务", "task"), ("举措", "measures")], report);
            }
        }
    }
}

/// Reports a cell that hides cells below it. `levels` names the level of the cell and the level below.
fn report_twice(table: &Table, cell: &Cell, below: &[&Cell], levels: [(&str, &str); 2], report: &mut Report) {
    let Some(place) = cell.value.texts().first().map(|text| text.span) else { return };
    let hidden = hidden_values(below, cell.column);
    if hidden.is_empty() {
        return;
    }
    let name = &table.columns[cell.column].name.value;
    let [(on, on_en), (low, low_en)] = levels;
    let message = message!(
        "“{name}”在{on}上写了，在{low}上又写了，{low}上的印不出来",
        "{name} is written on the {on_en} and on its {low_en}; the values of the {low_en} would not be printed"
    );
    let finding = Diagnostic::new(&CODE, place, message);
    let finding = hidden
        .into_iter()
        .fold(finding, |finding, place| finding.label(place, message!("{low}上的", "one of its {low_en}")));
    report.push(finding.help(message!(
        "各{low}相同的，只写在{on}上；不同的，只写在{low}上",
        "write it on the {on_en} if all its {low_en} share it, else on its {low_en} only"
    )));
}

/// Places of the values in a column that are not blank.
fn hidden_values(cells: &[&Cell], column: usize) -> Vec<Span> {
    let cells = cells.iter().filter(|cell| cell.column == column);
    let written = |text: &&Located<String>| !text.value.trim().is_empty();
    cells.filter_map(|cell| cell.value.texts().into_iter().find(written)).map(|text| text.span).collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn with(on_task: &str) -> String {
        let table = TABLE.replace("    举措:\n", &format!("    {on_task}\n    举措:\n"));
        printed(&["T009"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn shows_both_places() {
        crate::testing::assert_snapshot!(
            with("完成时限: 2024年12月"),
            snapbox::str![[r#"
错误[T009]: “完成时限”在任务上写了，在举措上又写了，举措上的印不出来
  --> content/栏目/通知/tasks.yaml:5:11
   |
 5 |     完成时限: 2024年12月
   |               ^^^^^^^^^^
   |
  ::: content/栏目/通知/tasks.yaml:10:15
   |
10 |         完成时限: 长期坚持
   |                   -------- 举措上的
   |
建议: 各举措相同的，只写在任务上；不同的，只写在举措上
"#]]
        );
    }

    #[test]
    fn a_blank_value_hides_the_others_too() {
        crate::testing::assert_snapshot!(
            with("责任股室: \"\""),
            snapbox::str![[r#"
错误[T009]: “责任股室”在任务上写了，在举措上又写了，举措上的印不出来
 --> content/栏目/通知/tasks.yaml:5:11
  |
5 |     责任股室: ""
  |               ^^
  |
 ::: content/栏目/通知/tasks.yaml:9:15
  |
9 |         责任股室: 危化股
  |                   ------ 举措上的
  |
建议: 各举措相同的，只写在任务上；不同的，只写在举措上
"#]]
        );
    }

    #[test]
    fn a_group_hides_its_tasks() {
        let table = "表名: 清单\n列: [类别, 任务, 责任股室]\n分组:\n  - 名称: 甲\n    责任股室: 危化股\n    任务:\n      - {名称: 乙, 责任股室: 法规股}\n";
        crate::testing::assert_snapshot!(
            printed(&["T009"], &[("栏目/通知/tasks.yaml", table)]),
            snapbox::str![[r#"
错误[T009]: “责任股室”在分组上写了，在任务或举措上又写了，任务或举措上的印不出来
 --> content/栏目/通知/tasks.yaml:5:11
  |
5 |     责任股室: 危化股
  |               ^^^^^^
  |
 ::: content/栏目/通知/tasks.yaml:7:23
  |
7 |       - {名称: 乙, 责任股室: 法规股}
  |                              ------ 任务或举措上的
  |
建议: 各任务或举措相同的，只写在分组上；不同的，只写在任务或举措上
"#]]
        );
    }

    #[test]
    fn once_is_enough() {
        assert_eq!(printed(&["T009"], &[]), "");
        let table = TABLE.replace("        完成时限: 长期坚持\n", "        完成时限:\n");
        let table = table.replace("    举措:\n", "    完成时限: 长期坚持\n    举措:\n");
        assert_eq!(printed(&["T009"], &[("栏目/通知/tasks.yaml", &table)]), "");
    }
}
