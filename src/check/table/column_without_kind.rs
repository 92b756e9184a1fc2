//! T016: a text column that mostly holds offices or deadlines.
//!
//! Its name says neither and no 类型 was given, so its offices get no handout and its deadlines are not watched. A day
//! before the paper's own date is no deadline (发布日期), and 类型: 文本 says that the column is meant as it is.

use jiff::civil::Date;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::deadline::{Deadline, Meaning};
use crate::model::office::{Party, Register};
use crate::model::table::{ColumnKind, Table, TableColumn};
use crate::source::Located;
use crate::text::message::Words;

/// 列里是单位或时限，没有写明类型.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T016",
    name: "column-without-kind",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "一列的内容多半是单位或时限，列名看不出，也没有写“类型”。",
            "Most values of a column are offices or deadlines, but neither its name nor a 类型 says so.",
        ),
        why: Words::new(
            "按文本对待的列，其中的单位不发填报表，其中的时限到期不提醒。",
            "In a column of text offices get no handout, and nobody is reminded of deadlines.",
        ),
        example: "列: [任务, 谁来办] …… 谁来办: 危化股",
        mend: Words::new(
            "列: [任务, {列: 谁来办, 类型: 单位}]；确是文本的，写“类型: 文本”。",
            "列: [任务, {列: 谁来办, 类型: 单位}]; where it is meant as text, 类型: 文本.",
        ),
    },
};

/// The fewest values by which a column is judged.
const FEWEST: usize = 2;

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        for table in notice.tables() {
            let columns = table.columns.iter().enumerate();
            let columns = columns.filter(|(_, column)| column.kind == ColumnKind::Text && !column.kind_given);
            for (place, column) in columns {
                let values = values(table, place);
                let kind = kind(&values, &project.register, notice.dated.value);
                // 启动时间 holds days that are no deadlines.
                let kind = kind.filter(|(kind, _)| {
                    *kind != ColumnKind::Deadline || !ColumnKind::is_no_deadline(&column.name.value)
                });
                let found = kind.and_then(|(kind, count)| finding(column, kind, count, values.len()));
                if let Some(finding) = found {
                    report.push(finding);
                }
            }
        }
    }
}

/// The lines of a column that are not blank.
fn values(table: &Table, column: usize) -> Vec<&Located<String>> {
    let cells = table.cells().filter(|cell| cell.column == column);
    cells.flat_map(|cell| cell.value.texts()).filter(|text| !text.value.trim().is_empty()).collect()
}

/// The kind of most values, and their number.
fn kind(values: &[&Located<String>], register: &Register, dated: Date) -> Option<(ColumnKind, usize)> {
    let is_most = |count: usize| count >= FEWEST && count * 2 > values.len();
    let offices = values.iter().filter(|value| names_offices(value, register)).count();
    if is_most(offices) {
        return Some((ColumnKind::Office, offices));
    }
    let meanings = values.iter().map(|value| Deadline::new((*value).clone(), dated).meaning);
    let meanings: Vec<Meaning> = meanings.collect();
    let days = meanings.iter().filter(|meaning| meaning.last_day().is_some_and(|day| day >= dated)).count();
    let without_day = meanings.iter().filter(|m| matches!(m, Meaning::Ongoing | Meaning::AtOnce)).count();
    (days >= FEWEST && is_most(days + without_day)).then_some((ColumnKind::Deadline, days + without_day))
}

fn names_offices(value: &Located<String>, register: &Register) -> bool {
    let parties = register.owner(value.clone()).parties;
    !parties.is_empty() && parties.iter().all(|party| matches!(party.value, Party::Known(_)))
}

fn finding(column: &TableColumn, kind: ColumnKind, count: usize, all: usize) -> Option<Diagnostic> {
    let (name, word) = (&column.name.value, kind.word());
    let message = message!(
        "“{name}”这一列按文本对待，{all}处内容里有{count}处是{word}",
        "the column {name:?} is text, but {count} of its {all} values are {word}"
    );
    let finding = Diagnostic::new(&CODE, column.header.first()?.span, message);
    Some(finding.help(message!(
        "在“列”里写成“{{列: {name}, 类型: {word}}}”；确是文本的，写“类型: 文本”",
        "write `{{列: {name}, 类型: {word}}}` in 列, or 类型: 文本 where it is meant as text"
    )))
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn found(column: &str, values: [&str; 3]) -> String {
        let tasks = values.map(|value| format!("  - {{名称: 甲, 谁: {value}}}\n")).concat();
        let table = format!("表名: 任务清单\n列: [任务, {column}]\n任务:\n{tasks}");
        printed(&["T016"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn proposes_the_kind_of_most_values() {
        crate::testing::assert_snapshot!(
            found("谁", ["危化股", "法规股牵头，危化股配合", "待定"]),
            snapbox::str![[r#"
提示[T016]: “谁”这一列按文本对待，3处内容里有2处是单位
 --> content/栏目/通知/tasks.yaml:2:9
  |
2 | 列: [任务, 谁]
  |            ^^
  |
建议: 在“列”里写成“{列: 谁, 类型: 单位}”；确是文本的，写“类型: 文本”
"#]]
        );
        crate::testing::assert_snapshot!(
            found("谁", ["2024年9月底前", "长期坚持", "2024-12"]),
            snapbox::str![[r#"
提示[T016]: “谁”这一列按文本对待，3处内容里有3处是时限
 --> content/栏目/通知/tasks.yaml:2:9
  |
2 | 列: [任务, 谁]
  |            ^^
  |
建议: 在“列”里写成“{列: 谁, 类型: 时限}”；确是文本的，写“类型: 文本”
"#]]
        );
    }

    #[test]
    fn a_column_of_texts_is_none() {
        for values in [
            ["危化股", "待定", "待定"],
            ["某镇", "气象局", "危化股"],
            ["2023年3月", "2023年5月", "2024年1月"],
            ["每季度检查", "长期坚持", "定期开展"],
            ["\"\"", "危化股", "\"\""],
        ] {
            assert_eq!(found("谁", values), "", "{values:?}");
        }
        for (column, is_told) in
            [("启动时间", false), ("启动时间（计划）", false), ("时间（计划）安排", true)]
        {
            let tasks = "  - {名称: 甲, COLUMN: 2024年9月底前}\n".replace("COLUMN", column).repeat(2);
            let table = format!("表名: 任务清单\n列: [任务, {column}]\n任务:\n{tasks}");
            let found = printed(&["T016"], &[("栏目/通知/tasks.yaml", &table)]);
            assert_eq!(!found.is_empty(), is_told, "{column}: {found}");
        }
        let given = "{列: 谁, 类型: 文本}";
        assert_eq!(found(given, ["危化股", "法规股", "危化股"]), "");
    }
}
