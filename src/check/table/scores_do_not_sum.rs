//! T008: points that are not a number, or that do not add up.
//!
//! An assessment divides a task's points among its measures. The task's points are compared with the sum of its
//! measures' points in the same column, or in a column of the same points (总分值 and 分值, 任务分值 and 举措分值): 得分 (points reached)
//! is not compared with 分值 (points possible), nor 加分分值 with 基础分值. Nothing is compared while a measure's points are
//! missing, or while two other columns have the same points.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::{Cell, ColumnKind, Table};
use crate::source::Located;
use crate::text::message::Words;
use crate::text::number::without_thousands;

/// 分值不是数或合计不符.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T008",
    name: "scores-do-not-sum",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "分值不是数值，或者任务的分值不等于各举措之和。",
            "Points are not a number, or a task's are not the sum of its measures'.",
        ),
        why: Words::new(
            "考核要按分值计算，对不上的表无法打分。",
            "Assessments count by these points; a table that does not add up cannot be used.",
        ),
        example: "任务分值: 10 …… 举措分值: 6 …… 举措分值: 3",
        mend: Words::new("任务分值: 9，或改正举措分值", "任务分值: 9, or correct the measures' points"),
    },
};

fn check(project: &Project, report: &mut Report) {
    for table in project.notices.iter().flat_map(Notice::tables) {
        let numbers = table.cells().filter(|cell| is_score(table, cell)).flat_map(|cell| cell.value.texts());
        for text in numbers.filter(|text| !text.value.trim().is_empty() && points(text).is_none()) {
            let word = &text.value;
            report.push(
                Diagnostic::new(
                    &CODE,
                    text.span,
                    message!("分值“{word}”不是数值", "the points {word:?} are not a number"),
                )
                .help(message!("只写数字，例如 5 或 2.5", "write digits only, such as 5 or 2.5")),
            );
        }
        for group in &table.groups {
            let tasks: Vec<&[Cell]> = group.tasks.iter().map(|task| task.cells.as_slice()).collect();
            compare(table, &group.cells, &tasks, [("分组", "group"), ("任务", "task")], report);
        }
        for task in table.tasks() {
            let measures: Vec<&[Cell]> =
                task.measures.iter().map(|measure| measure.cells.as_slice()).collect();
            compare(table, &task.cells, &measures, [("任务", "task"), ("举措", "measure")], report);
        }
    }
}

fn is_score(table: &Table, cell: &Cell) -> bool {
    table.columns[cell.column].kind == ColumnKind::Score
}

/// Compares the points in the cells of a node with the sum of the nodes below it. `levels` names both levels.
fn compare(table: &Table, cells: &[Cell], below: &[&[Cell]], levels: [(&str, &str); 2], report: &mut Report) {
    for cell in cells.iter().filter(|cell| is_score(table, cell)) {
        let Some((text, total)) = score(cell) else { continue };
        let Some((column, sum)) = sum(table, below, cell.column) else { continue };
        if sum == total {
            continue;
        }
        let (total, sum, name) =
            (format_points(total), format_points(sum), &table.columns[column].name.value);
        let [(on, on_en), (low, low_en)] = levels;
        let message = message!(
            "{on}的分值是{total}，各{low}“{name}”合计是{sum}",
            "the {on_en} has {total} points, its {low_en}s' {name} make {sum}"
        );
        let finding = Diagnostic::new(&CODE, text.span, message);
        let parts = below.iter().copied().flatten().filter(|c| c.column == column).filter_map(score);
        let finding = parts.fold(finding, |finding, (part, _)| {
            let points = &part.value;
            finding.label(part.span, message!("{low}：{points}", "a {low_en}: {points}"))
        });
        report.push(finding.help(message!("核对后改正一处", "find the wrong number and correct it")));
    }
}

/// The column in which the nodes below have points comparable with `column`, and the sum of these points.
fn sum(table: &Table, below: &[&[Cell]], column: usize) -> Option<(usize, i64)> {
    let name = part_of(&table.columns[column].name.value);
    let is_same = |other: &usize| {
        let shape = &table.columns[*other];
        shape.kind == ColumnKind::Score && part_of(&shape.name.value) == name
    };
    let sum_in = |column: usize| {
        let points = below.iter().map(|cells| {
            let cell = cells.iter().find(|cell| cell.column == column)?;
            score(cell).map(|(_, points)| points)
        });
        let points: Option<Vec<i64>> = points.collect();
        points.filter(|points| !points.is_empty()).map(|points| (column, points.iter().sum()))
    };
    let others = (0..table.columns.len()).filter(|other| *other != column).filter(is_same);
    let mut sums = others.filter_map(sum_in);
    // Of several columns nothing says which one divides these points.
    sum_in(column).or_else(|| sums.next().filter(|_| sums.next().is_none()))
}

/// Words before the name of points that say of what they are.
const LEVELS: [&str; 11] =
    ["合计", "总计", "小计", "总", "类别", "分类", "分组", "任务", "举措", "措施", "指标"];

/// The name of the points that a column holds: 分值 for 总分值 and 任务分值.
fn part_of(name: &str) -> &str {
    LEVELS.iter().find_map(|level| name.strip_prefix(level)).unwrap_or(name)
}

/// The points of a cell, with their text.
fn score(cell: &Cell) -> Option<(&Located<String>, i64)> {
    match cell.value.texts()[..] {
        [text] => Some((text, points(text)?)),
        _ => None,
    }
}

/// Parses points into thousandths, so that 0.1 and 0.2 make exactly 0.3. 分 behind the number is allowed.
fn points(text: &str) -> Option<i64> {
    let text = text.trim();
    let text = text.strip_suffix('分').unwrap_or(text).trim_end();
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let whole = &without_thousands(whole)?;
    let digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(whole, 9) || !digits(part, 3) {
        return None;
    }
    let points: i64 = format!("{whole}{part:0<3}").parse().ok()?;
    Some(if negative { -points } else { points })
}

/// Formats thousandths of a point: 2500 is 2.5.
fn format_points(points: i64) -> String {
    let sign = if points < 0 { "-" } else { "" };
    let points = points.unsigned_abs();
    let text = format!("{sign}{}.{:03}", points / 1000, points % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn table(total: &str, parts: &[&str]) -> String {
        let mut text = format!(
            "表名: 任务清单\n列: [工作任务, 总分值, 工作举措, 分值, 得分]\n任务:\n  - 名称: 甲\n    总分值: {total}\n    举措:\n"
        );
        for part in parts {
            text.extend(["      - {内容: 乙。, 分值: ", part, ", 得分: 1}\n"]);
        }
        printed(&["T008"], &[("栏目/通知/tasks.yaml", &text)])
    }

    #[test]
    fn thousands_may_be_marked() {
        assert_eq!(table("1,200", &["1，000", "200.0"]), "");
        assert!(table("1,201", &["1，000", "200"]).contains("任务的分值是1201，各举措“分值”合计是1200"));
        for wrong in ["12,00", "1,2000", "1,", "1,,200", "1,200,0"] {
            assert!(table(wrong, &["1"]).contains(&format!("分值“{wrong}”不是数值")), "{wrong}");
        }
    }

    #[test]
    fn only_the_same_points_are_compared() {
        let table = "表名: 任务清单\n列: [工作任务, 基础分值, 工作举措, 加分分值]\n任务:\n  - 名称: 甲\n    基础分值: 10\n    举措:\n      - {内容: 乙。, 加分分值: 2}\n";
        assert_eq!(printed(&["T008"], &[("栏目/通知/tasks.yaml", table)]), "");
    }

    #[test]
    fn nothing_is_compared_with_one_of_two_columns() {
        let table = |columns: &str| {
            let text = format!(
                "表名: 任务清单\n列: [工作任务, 总分值, 工作举措, {columns}]\n任务:\n  - 名称: 甲\n    总分值: 1,200\n    举措:\n      - {{内容: 乙。, 分值: 1,000, 指标分值: 2}}\n"
            );
            let text = if columns.contains("指标") { text } else { text.replace(", 指标分值: 2", "") };
            printed(&["T008"], &[("栏目/通知/tasks.yaml", &text.replace("1,000", "'1,000'"))])
        };
        assert!(table("分值").starts_with("警告[T008]: 任务的分值是1200，各举措“分值”合计是1000\n"));
        assert_eq!(table("分值, 指标分值"), "");
    }

    #[test]
    fn shows_both_figures() {
        crate::testing::assert_snapshot!(
            table("10", &["6.5", "3"]),
            snapbox::str![[r#"
警告[T008]: 任务的分值是10，各举措“分值”合计是9.5
 --> content/栏目/通知/tasks.yaml:5:10
  |
5 |     总分值: 10
  |             ^^
  |
 ::: content/栏目/通知/tasks.yaml:7:22
  |
7 |       - {内容: 乙。, 分值: 6.5, 得分: 1}
  |                            --- 举措：6.5
  |
 ::: content/栏目/通知/tasks.yaml:8:22
  |
8 |       - {内容: 乙。, 分值: 3, 得分: 1}
  |                            - 举措：3
  |
建议: 核对后改正一处
"#]]
        );
    }

    #[test]
    fn a_group_is_the_sum_of_its_tasks() {
        let table = "表名: 清单\n列: [类别, 任务, 类别分值, 分值]\n分组:\n  - 名称: 甲\n    类别分值: 10\n    任务:\n      - {名称: 乙, 分值: 4}\n      - {名称: 丙, 分值: 5}\n";
        let found = printed(&["T008"], &[("栏目/通知/tasks.yaml", table)]);
        assert!(found.starts_with("警告[T008]: 分组的分值是10，各任务“分值”合计是9\n"), "{found}");
        assert_eq!(printed(&["T008"], &[("栏目/通知/tasks.yaml", &table.replace('5', "6"))]), "");
    }

    #[test]
    fn a_word_is_no_number() {
        crate::testing::assert_snapshot!(
            table("十分", &["6"]),
            snapbox::str![[r#"
警告[T008]: 分值“十分”不是数值
 --> content/栏目/通知/tasks.yaml:5:10
  |
5 |     总分值: 十分
  |             ^^^^
  |
建议: 只写数字，例如 5 或 2.5
"#]]
        );
    }

    #[test]
    fn what_adds_up_is_silent() {
        assert_eq!(table("0.3", &["0.1", "0.2分"]), "");
        assert_eq!(table("10", &["6", ""]), "");
        assert_eq!(table("10", &[]), "");
        assert_eq!(printed(&["T008"], &[]), "");
    }
}
