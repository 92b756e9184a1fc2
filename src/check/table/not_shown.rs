//! T013: texts of a table that has no column for them.
//!
//! A measure's text is printed in the column of measures; a table without that column would silently leave the text
//! out of page and workbook.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::{ColumnKind, Measure, Table, TableColumn};
use crate::source::Span;
use crate::text::message::Words;

/// 写了内容，表里却没有那一列.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T013",
    name: "not-shown",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "写了任务名称、举措内容、编号或分组名称，表里却没有显示它的列。",
            "Names, measures or numbers are written, but the table has no column for them.",
        ),
        why: Words::new(
            "没有列，就不会印在页面和 Excel 表里，写了也看不到。",
            "Without a column they appear neither on the page nor in the workbook.",
        ),
        example: "列: [序号, 问题, 责任股室]\n任务: [{名称: 台账不全, 责任股室: 危化股}]",
        mend: Words::new(
            "用“类型”说明哪一列是任务：{列: 问题, 类型: 任务}。",
            "Say which column it is by 类型: `{列: 问题, 类型: 任务}`.",
        ),
    },
};

/// A part of the table: its first place, the kind of column that prints it, its name, and the word for that kind.
type Part = (Option<Span>, ColumnKind, &'static str, &'static str);

fn check(project: &Project, report: &mut Report) {
    for table in project.notices.iter().flat_map(Notice::tables) {
        for (first, kind, what, word) in parts(table) {
            let is_shown = match kind {
                ColumnKind::Number => table.columns.iter().any(TableColumn::numbers_tasks),
                kind => table.has(kind),
            };
            let Some(first) = first.filter(|_| !is_shown) else { continue };
            let message = message!("“{what}”没有列可放，不会印出", "{what} has no column and is not printed");
            report.push(Diagnostic::new(&CODE, first, message).help(message!(
                "在“列”里用“类型: {word}”指定放它的那一列",
                "name its column under 列 with `类型: {word}`"
            )));
        }
    }
}

/// The parts of a table that need a column of a certain kind.
fn parts<'t>(table: &'t Table) -> [Part; 4] {
    let name = table.tasks().map(|task| task.name.span).next();
    let number = table.tasks().find_map(|task| task.number.as_ref()).map(|number| number.span);
    let mut measures = table.tasks().flat_map(|task| &task.measures);
    // A column that counts measures has their numbers.
    let number_of = |m: &'t Measure| m.number.as_ref().filter(|_| !table.numbers_measures());
    let measure = measures.find_map(|m| m.text.as_ref().or_else(|| number_of(m))).map(|text| text.span);
    let group = table.groups.iter().find_map(|group| group.name.as_ref()).map(|name| name.span);
    [
        (group, ColumnKind::Group, "分组的名称", "分组"),
        (number, ColumnKind::Number, "任务的编号", "序号"),
        (name, ColumnKind::Task, "任务的名称", "任务"),
        (measure, ColumnKind::Measure, "举措的内容", "举措"),
    ]
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn with(columns: &str) -> String {
        let table = TABLE.replace("任务:\n", &format!("列: [{columns}]\n任务:\n"));
        printed(&["T013"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn points_at_the_first() {
        crate::testing::assert_snapshot!(
            with("序号, 问题, 责任股室, 完成时限"),
            snapbox::str![[r#"
错误[T013]: “任务的名称”没有列可放，不会印出
 --> content/栏目/通知/tasks.yaml:4:9
  |
4 |   - 名称: 加强执法
  |           ^^^^^^^^
  |
建议: 在“列”里用“类型: 任务”指定放它的那一列

错误[T013]: “举措的内容”没有列可放，不会印出
 --> content/栏目/通知/tasks.yaml:8:13
  |
8 |         内容: 开展检查。
  |               ^^^^^^^^^^
  |
建议: 在“列”里用“类型: 举措”指定放它的那一列
"#]]
        );
    }

    #[test]
    fn a_column_that_counts_measures_has_their_numbers_and_not_those_of_tasks() {
        assert_eq!(with("{列: 序号, 计数: 举措}, 工作任务, 工作举措, 责任股室, 完成时限"), "");
        let table = TABLE.replace("任务:\n  - 名称", "列: [{列: 序号, 计数: 行}, 工作任务, 工作举措, 责任股室, 完成时限]\n任务:\n  - 编号: 九\n    名称");
        assert!(printed(&["T013"], &[("栏目/通知/tasks.yaml", &table)]).contains("“任务的编号”没有列可放"));
    }

    #[test]
    fn what_has_a_column_is_silent() {
        assert_eq!(with("{列: 问题, 类型: 任务}, {列: 办法, 类型: 举措}, 责任股室, 完成时限"), "");
        assert_eq!(printed(&["T013"], &[]), "");
    }
}
