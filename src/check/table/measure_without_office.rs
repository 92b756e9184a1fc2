//! T001: a measure for which nobody is responsible.
//!
//! A responsibility table has to name an office for each measure; an empty cell leaves the duty to nobody. A cell on
//! the task holds for all its measures. Only the first office column counts: 配合单位 beside an empty 责任单位
//! leaves nobody in charge.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::{Cell, ColumnKind, Table, Task};
use crate::source::Span;
use crate::text::message::Words;

/// 举措没有责任单位.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T001",
    name: "measure-without-office",
    severity: Severity::Error,
    about: About {
        what: Words::new("一项举措没有责任单位。", "A measure has no responsible office."),
        why: Words::new(
            "责任分解表就是要把每项举措落实到股室；空着就等于没有人负责。",
            "The table divides responsibility; an empty cell means that nobody has it.",
        ),
        example: "- {编号: （1）, 内容: 开展检查。, 完成时限: 长期坚持}",
        mend: Words::new(
            "加一行“责任股室: 危化股”。写在任务上的责任股室管它的全部举措。",
            "Add `责任股室: 危化股`. On the task it holds for all its measures.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for table in project.notices.iter().flat_map(Notice::tables) {
        let Some(column) = table.columns.iter().position(|column| column.kind == ColumnKind::Office) else {
            continue;
        };
        for (place, is_task) in without_office(table, column) {
            let name = &table.columns[column].name.value;
            let (zh, en) = if is_task { ("任务", "task") } else { ("举措", "measure") };
            let message = message!("这项{zh}没有“{name}”", "this {en} has no {name}");
            report.push(Diagnostic::new(&CODE, place, message).help(message!(
                "加一行“{name}: …”；确实没有的写“无”",
                "add a line `{name}: …`, or 无 if nobody is"
            )));
        }
    }
}

/// Measures without an office on any level, and tasks without one that are a row by themselves (`true`).
fn without_office(table: &Table, column: usize) -> impl Iterator<Item = (Span, bool)> {
    let measured = table.has(ColumnKind::Measure);
    let groups = table.groups.iter().filter(move |group| !names_office(&group.cells, column));
    let tasks = groups.flat_map(|group| &group.tasks).filter(move |task| !names_office(&task.cells, column));
    tasks.flat_map(move |task| {
        let alone = (task.measures.is_empty() && !measured).then_some((task.span, true));
        alone.into_iter().chain(measures_without_office(task, column))
    })
}

fn measures_without_office(task: &Task, column: usize) -> impl Iterator<Item = (Span, bool)> {
    let measures = task.measures.iter().filter(move |measure| !names_office(&measure.cells, column));
    measures.map(|measure| (measure.span, false))
}

/// Whether anything is written in the column, even 无.
fn names_office(cells: &[Cell], column: usize) -> bool {
    let of_column = cells.iter().filter(|cell| cell.column == column);
    of_column.flat_map(|cell| cell.value.owners()).any(|owner| !owner.text.value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    #[test]
    fn points_at_the_measure() {
        let table = TABLE.replace("        责任股室: 危化股\n", "");
        crate::testing::assert_snapshot!(
            printed(&["T001"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
错误[T001]: 这项举措没有“责任股室”
 --> content/栏目/通知/tasks.yaml:6:9
  |
6 |       - 编号: （1）
  |         ^^
  |
建议: 加一行“责任股室: …”；确实没有的写“无”
"#]]
        );
    }

    #[test]
    fn an_office_on_the_task_speaks_for_its_measures() {
        let table = TABLE.replace("        责任股室: 危化股\n", "");
        let table = table.replace("    举措:\n", "    责任股室: 危化股\n    举措:\n");
        assert_eq!(printed(&["T001"], &[("栏目/通知/tasks.yaml", &table)]), "");
        assert_eq!(printed(&["T001"], &[]), "");
    }

    #[test]
    fn a_task_without_measures_needs_an_office_where_there_is_no_column_of_measures() {
        let table = |office: &str| {
            let text = format!(
                "表名: 清单\n列: [任务, 责任股室]\n分组:\n  - 名称: 甲\n{office}    任务:\n      - 名称: 乙\n"
            );
            printed(&["T001"], &[("栏目/通知/tasks.yaml", &text)])
        };
        assert!(table("").starts_with("错误[T001]: 这项任务没有“责任股室”"));
        assert_eq!(table("    责任股室: 危化股\n"), "");
        assert_eq!(table("    责任股室: 无\n"), "");
    }

    #[test]
    fn a_supporting_office_is_not_in_charge() {
        let columns = "列: [工作任务, 工作举措, 责任股室, 配合股室, 完成时限]\n";
        let of = |office: &str| columns.to_owned() + &TABLE.replace("        责任股室: 危化股\n", office);
        let printed = |table: &str| printed(&["T001"], &[("栏目/通知/tasks.yaml", table)]);
        assert!(printed(&of("        配合股室: 危化股\n")).starts_with("错误[T001]: 这项举措没有“责任股室”"));
        assert_eq!(printed(&of("        责任股室: 危化股\n        配合股室:\n")), "");
    }
}
