//! T006: gaps and duplicates in numbering.
//!
//! （1）（3） or 1. 1. among the measures of a task, or among tasks with numbers of their own. Only numbers of one
//! style are compared; T007 reports mixed styles. A task may continue the count of the task before it, and each group
//! may count its tasks from one. Numbers that only rise and leave out many were kept from the paper of a higher
//! authority, of which a bureau shows its own tasks: one note.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::source::Located;
use crate::text::marker::Marker;
use crate::text::message::Words;

/// 编号重复或不连续.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T006",
    name: "numbering",
    severity: Severity::Warning,
    about: About {
        what: Words::new("编号重复，或者中间缺号。", "A number is used twice, or a number is left out."),
        why: Words::new(
            "缺号让人疑心漏了一条，重号使引用、督办说不清是哪一条。",
            "A gap looks like a lost item; with a duplicate nobody knows which item is meant.",
        ),
        example: "编号: （1） …… 编号: （3）",
        mend: Words::new("编号: （1） …… 编号: （2）", "编号: （1） …… 编号: （2）"),
    },
};

/// A number as written and as parsed.
type Number<'t> = (&'t Located<String>, Marker);

fn check(project: &Project, report: &mut Report) {
    for table in project.notices.iter().flat_map(Notice::tables) {
        check_tasks(table, report);
        check_measures(table, report);
    }
}

/// Checks the tasks' own numbers, if every task has one; other tables number tasks by position.
fn check_tasks(table: &Table, report: &mut Report) {
    if !table.tasks().all(|task| task.number.is_some()) {
        return;
    }
    let numbers = of_one_style(table.tasks().map(|task| task.number.as_ref()));
    if let Some(finding) = kept_from_another_paper(&numbers, 0) {
        report.push(finding);
        return;
    }
    if numbers.len() < table.tasks().count() {
        return compare(&numbers, 0, report);
    }
    let (mut rest, mut last) = (numbers.as_slice(), 0);
    for group in &table.groups {
        let (own, others) = rest.split_at(group.tasks.len());
        rest = others;
        let starts_anew = own.first().is_some_and(|(_, first)| first.number == 1);
        compare(own, if starts_anew { 0 } else { last }, report);
        last = own.last().map_or(last, |(_, marker)| marker.number);
    }
}

/// The largest gap that a forgotten task leaves.
const FORGOTTEN: usize = 2;

/// One note on numbers behind `last` that only rise, and leave out more than somebody forgets.
fn kept_from_another_paper(numbers: &[Number<'_>], last: usize) -> Option<Diagnostic> {
    let before = std::iter::once(last).chain(numbers.iter().map(|(_, marker)| marker.number));
    let mut gaps = before.zip(numbers).map(|(before, (_, marker))| marker.number.checked_sub(before + 1));
    let rises = gaps.clone().all(|gap| gap.is_some());
    let at = gaps.position(|gap| gap > Some(FORGOTTEN)).filter(|_| rises)?;
    let written = numbers[at].0;
    let after = &written.value;
    let message = match at.checked_sub(1) {
        Some(before) => {
            let before = &numbers[before].0.value;
            message!(
                "编号从“{before}”跳到“{after}”，像是沿用了原文件的编号",
                "the numbers go from {before} to {after}, as if they were kept from another paper"
            )
        }
        None => message!(
            "编号从“{after}”开始，像是沿用了原文件的编号",
            "the numbers begin with {after}, as if they were kept from another paper"
        ),
    };
    let mut finding = Diagnostic::new(&CODE, written.part(0..after.len()).span, message).help(message!(
        "确是沿用的，不必修改；漏了任务的，补上",
        "if they were, change nothing; else add the missing tasks"
    ));
    finding.severity = Severity::Note;
    Some(finding)
}

fn check_measures(table: &Table, report: &mut Report) {
    let all = table.tasks().flat_map(|task| &task.measures).map(|measure| measure.number.as_ref());
    if let Some(finding) = kept_from_another_paper(&of_one_style(all), 0) {
        report.push(finding);
        return;
    }
    let mut before: Option<Marker> = None;
    let mut is_kept = false;
    for task in table.tasks() {
        let numbers = of_one_style(task.measures.iter().map(|measure| measure.number.as_ref()));
        let Some((_, first)) = numbers.first() else {
            before = None;
            continue;
        };
        let goes_on = before.filter(|last| last.style == first.style && last.number + 1 == first.number);
        let last = goes_on.map_or(0, |last| last.number);
        match kept_from_another_paper(&numbers, last) {
            // One note says it for all tasks.
            Some(finding) if !is_kept => {
                report.push(finding);
                is_kept = true;
            }
            Some(_) => {}
            None => compare(&numbers, last, report),
        }
        before = numbers.last().map(|(_, last)| *last);
    }
}

/// The numbers that could be parsed; empty if they are of several styles.
fn of_one_style<'t>(numbers: impl Iterator<Item = Option<&'t Located<String>>>) -> Vec<Number<'t>> {
    let read = numbers.flatten().filter_map(|number| Some((number, Marker::whole(&number.value)?)));
    let read: Vec<Number<'t>> = read.collect();
    let one = read.windows(2).all(|pair| pair[0].1.style == pair[1].1.style);
    if one { read } else { Vec::new() }
}

fn compare(numbers: &[Number<'_>], mut last: usize, report: &mut Report) {
    let mut before: Option<&Located<String>> = None;
    for (written, marker) in numbers {
        if marker.number != last + 1 {
            report.push(finding(written, marker.number, last, before));
        }
        last = marker.number;
        before = Some(written);
    }
}

fn finding(
    written: &Located<String>,
    number: usize,
    last: usize,
    before: Option<&Located<String>>,
) -> Diagnostic {
    let (text, due) = (&written.value, last + 1);
    let message = if number == last {
        message!("编号“{text}”重复", "the number {text} is used twice")
    } else if number > due {
        message!("编号“{text}”之前缺第{due}条", "number {due} is missing before {text}")
    } else {
        message!("编号“{text}”应为第{due}条", "{text} should be number {due}")
    };
    let finding = Diagnostic::new(&CODE, written.part(0..text.len()).span, message);
    let finding = match before {
        Some(before) => {
            finding.label(before.part(0..before.value.len()).span, message!("前一条", "the item before it"))
        }
        None => finding,
    };
    finding.help(message!("补上漏掉的一条，或者顺次改号", "add the missing item, or renumber the rest"))
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn table(tasks: &[&[&str]]) -> String {
        let mut text = String::from("表名: 任务清单\n列: [序号, 工作任务, 工作举措]\n任务:\n");
        for numbers in tasks {
            text.push_str("  - 名称: 甲\n    举措:\n");
            for number in *numbers {
                text.extend(["      - {编号: ", number, ", 内容: 乙。}\n"]);
            }
        }
        printed(&["T006"], &[("栏目/通知/tasks.yaml", &text)])
    }

    #[test]
    fn a_gap_and_a_double() {
        crate::testing::assert_snapshot!(
            table(&[&["（1）", "（3）", "（3）"]]),
            snapbox::str![[r#"
警告[T006]: 编号“（3）”之前缺第2条
 --> content/栏目/通知/tasks.yaml:7:14
  |
7 |       - {编号: （3）, 内容: 乙。}
  |                ^^^^^
  |
 ::: content/栏目/通知/tasks.yaml:6:14
  |
6 |       - {编号: （1）, 内容: 乙。}
  |                ----- 前一条
  |
建议: 补上漏掉的一条，或者顺次改号

警告[T006]: 编号“（3）”重复
 --> content/栏目/通知/tasks.yaml:8:14
  |
8 |       - {编号: （3）, 内容: 乙。}
  |                ^^^^^
  |
 ::: content/栏目/通知/tasks.yaml:7:14
  |
7 |       - {编号: （3）, 内容: 乙。}
  |                ----- 前一条
  |
建议: 补上漏掉的一条，或者顺次改号
"#]]
        );
        crate::testing::assert_snapshot!(
            table(&[&["2.", "3.", "2."]]),
            snapbox::str![[r#"
警告[T006]: 编号“2.”之前缺第1条
 --> content/栏目/通知/tasks.yaml:6:14
  |
6 |       - {编号: 2., 内容: 乙。}
  |                ^^
  |
建议: 补上漏掉的一条，或者顺次改号

警告[T006]: 编号“2.”应为第4条
 --> content/栏目/通知/tasks.yaml:8:14
  |
8 |       - {编号: 2., 内容: 乙。}
  |                ^^
  |
 ::: content/栏目/通知/tasks.yaml:7:14
  |
7 |       - {编号: 3., 内容: 乙。}
  |                -- 前一条
  |
建议: 补上漏掉的一条，或者顺次改号
"#]]
        );
    }

    #[test]
    fn tasks_with_numbers_of_their_own() {
        let text = TABLE.replace("  - 名称", "  - 编号: 二\n    名称");
        crate::testing::assert_snapshot!(
            printed(&["T006"], &[("栏目/通知/tasks.yaml", &text)]),
            snapbox::str![[r#"
警告[T006]: 编号“二”之前缺第1条
 --> content/栏目/通知/tasks.yaml:3:9
  |
3 |   - 编号: 二
  |           ^^
  |
建议: 补上漏掉的一条，或者顺次改号
"#]]
        );
    }

    fn groups(numbers: &[&[&str]]) -> String {
        let mut text = String::from("表名: 任务清单\n列: [{列: 类别, 类型: 分组}, 工作任务]\n分组:\n");
        for group in numbers {
            text.push_str("  - 名称: 甲\n    任务:\n");
            for number in *group {
                text.extend(["      - {编号: ", number, ", 名称: 乙}\n"]);
            }
        }
        printed(&["T006"], &[("栏目/通知/tasks.yaml", &text)])
    }

    #[test]
    fn numbers_of_another_paper_are_one_note() {
        crate::testing::assert_snapshot!(
            groups(&[&["1", "2", "3"], &["68", "70", "95"]]),
            snapbox::str![[r#"
提示[T006]: 编号从“3”跳到“68”，像是沿用了原文件的编号
  --> content/栏目/通知/tasks.yaml:11:14
   |
11 |       - {编号: 68, 名称: 乙}
   |                ^^
   |
建议: 确是沿用的，不必修改；漏了任务的，补上
"#]]
        );
        for numbers in [&["12", "13", "14"][..], &["5", "7", "9", "10"]] {
            let told = groups(&[numbers]);
            assert!(told.starts_with(&format!("提示[T006]: 编号从“{}”开始", numbers[0])), "{told}");
            assert_eq!(told.matches("T006").count(), 1, "{told}");
        }
        let kept: [&[&[&str]]; 4] = [
            &[&["1", "2", "3", "68"]],
            &[&["1", "2", "3"], &["68", "69"]],
            &[&["3", "68"]],
            &[&["1", "2"], &["68", "69"], &["1", "70"]],
        ];
        for tasks in kept {
            let told = table(tasks);
            assert!(told.starts_with("提示[T006]: 编号从“") && told.contains("68”"), "{told}");
            assert_eq!(told.matches("T006").count(), 1, "{told}");
        }
        assert_eq!(groups(&[&["1", "2"], &["1", "2"], &["3", "4"]]), "");
        assert!(groups(&[&["1", "2"], &["4", "5"]]).contains("之前缺第3条"));
        assert!(groups(&[&["1", "2"], &["2", "3"]]).contains("重复"));
        assert!(groups(&[&["1", "9", "3"]]).contains("应为第10条"));
    }

    #[test]
    fn what_follows_is_silent() {
        assert_eq!(table(&[&["（1）", "（2）"], &["（1）"], &["（2）", "（3）"], &["①", "②"]]), "");
        assert_eq!(table(&[&["1、", "3."], &["（一）", "附"]]), "");
        let mixed = format!("{TABLE}  - {{编号: 三, 名称: 丙}}\n");
        assert_eq!(printed(&["T006"], &[("栏目/通知/tasks.yaml", &mixed)]), "");
    }
}
