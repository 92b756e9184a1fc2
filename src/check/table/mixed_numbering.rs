//! T007: numbers of one level in several styles.
//!
//! For measures: （1）（2）, 1. 2. and 1、 mixed in one column. Inside a cell two levels are allowed (GB/T 9704-2012
//! 7.3.3 gives each level its own marks). Reported there: three styles that are not the standard's in its order
//! (（1） 一是 ①), two styles of one level (1. and 1、), and an item that continues the count in another style.

use std::collections::BTreeSet;

use crate::check::table::styles::{UsedStyle, describe, styles};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::{Table, Value};
use crate::source::{Located, Span};
use crate::text::marker::{Marker, Style, items};
use crate::text::message::{Message, Words};

/// 编号写法不一.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T007",
    name: "mixed-numbering",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "同一栏或同一格里，编号用了几种写法。",
            "One column or one cell is numbered in several styles.",
        ),
        why: Words::new(
            "GB/T 9704-2012 7.3.3：结构层次序数依次用“一、”“（一）”“1.”“（1）”；写法混用，看不出哪条从属哪条。",
            "GB/T 9704-2012 7.3.3 orders the levels 一、 （一） 1. （1）; in mixed styles nobody sees which item belongs to which.",
        ),
        example: "编号: （1） …… 编号: 1. …… 编号: 1、",
        mend: Words::new(
            "全栏统一：编号: （1） …… 编号: （1） …… 编号: （1）",
            "One style for the column: 编号: （1）",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for table in project.notices.iter().flat_map(Notice::tables) {
        report_column(table, report);
        for text in cells(table) {
            report_cell(text, report);
        }
    }
}

/// Checks the numbers of all measures of a table.
fn report_column(table: &Table, report: &mut Report) {
    let measures = table.tasks().flat_map(|task| &task.measures);
    let numbers = measures.filter_map(|measure| {
        let number = measure.number.as_ref()?;
        Some((Marker::whole(&number.value)?, number.part(0..number.value.len()).span))
    });
    let numbers: Vec<(Marker, Span)> = numbers.collect();
    let styles = styles(&numbers);
    if styles.len() < 2 {
        return;
    }
    let (zh, en) = describe(&styles);
    let message = message!("举措编号的写法不一：{zh}", "the measures are numbered in several styles: {en}");
    let help = message!("全栏统一用一种，例如“（1）”", "use one style for the whole column, such as （1）");
    report.push(finding(&styles, message).help(help));
}

/// Checks the marks inside one cell.
fn report_cell(text: &Located<String>, report: &mut Report) {
    let found = items(&text.value);
    let places = found.iter().map(|(at, marker)| (*marker, text.part(*at..at + marker.length).span));
    let all: Vec<(Marker, Span)> = places.collect();
    let counted = lists(&all);
    let lists: Vec<(Marker, Span)> =
        all.iter().filter(|(marker, _)| counted.contains(&marker.style)).copied().collect();
    let wrong = if continues_in_another_style(&all) { styles(&all) } else { styles(&lists) };
    if !continues_in_another_style(&all) && in_order(&wrong) {
        return;
    }
    let (zh, en) = describe(&wrong);
    let message = message!("一格之内编号有几种写法：{zh}", "one cell is numbered in several styles: {en}");
    let help = message!(
        "同一层用一种写法，各层依次用“1.”“（1）”“①”；层次多的，拆成几条举措",
        "use one style for each level, in the order 1. （1） ①; divide a cell with many levels into several measures"
    );
    report.push(finding(&wrong, message).help(help));
}

/// The texts that may hold several items.
fn cells(table: &Table) -> impl Iterator<Item = &Located<String>> {
    let measures = table.tasks().flat_map(|task| &task.measures).filter_map(|measure| measure.text.as_ref());
    let others = table.cells().filter(|cell| matches!(cell.value, Value::Text(_)));
    measures.chain(others.flat_map(|cell| cell.value.texts()))
}

/// The styles that count at least to 2; a single mark is a reference or a note.
fn lists(all: &[(Marker, Span)]) -> BTreeSet<Style> {
    let with = |n| all.iter().filter(move |(marker, _)| marker.number == n).map(|(marker, _)| marker.style);
    let first: BTreeSet<Style> = with(1).collect();
    with(2).filter(|style| first.contains(style)).collect()
}

/// Whether an item has the next number, but in a style not used before: （1）甲；②乙.
fn continues_in_another_style(all: &[(Marker, Span)]) -> bool {
    let mut seen = BTreeSet::new();
    all.windows(2).any(|pair| {
        let (before, after) = (pair[0].0, pair[1].0);
        seen.insert(before.style);
        !seen.contains(&after.style) && after.number > 1 && after.number == before.number + 1
    })
}

/// Whether the styles can be levels of one text: at most two, or the levels of an official paper in their order.
fn in_order(styles: &[UsedStyle]) -> bool {
    const LEVELS: [Style; 5] =
        [Style::ChineseComma, Style::ChineseBrackets, Style::Point, Style::Brackets, Style::Circled];
    let one_level = [[Style::Point, Style::Comma], [Style::Brackets, Style::HalfBracket]];
    if one_level.iter().any(|pair| pair.iter().all(|style| styles.iter().any(|used| used.style == *style))) {
        return false;
    }
    let ranks = styles.iter().map(|used| LEVELS.iter().position(|level| *level == used.style));
    let ranks: Vec<Option<usize>> = ranks.collect();
    styles.len() < 3 || ranks.iter().all(Option::is_some) && ranks.is_sorted()
}

/// The finding at the second style, with a label where each of the other styles begins.
fn finding(styles: &[UsedStyle], message: Message) -> Diagnostic {
    let others = styles.iter().enumerate().filter(|(i, _)| *i != 1).map(|(_, used)| used);
    let finding = Diagnostic::new(&CODE, styles[1].first, message);
    others.fold(finding, |finding, used| {
        let sample = used.style.sample();
        finding.label(used.first, message!("“{sample}”从这里起", "{sample} begins here"))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn column(numbers: &[&str]) -> String {
        let mut text = String::from("表名: 任务清单\n列: [工作任务, 工作举措]\n任务:\n");
        for number in numbers {
            text.extend(["  - {名称: 甲, 举措: [{编号: ", number, ", 内容: 乙。}]}\n"]);
        }
        printed(&["T007"], &[("栏目/通知/tasks.yaml", &text)])
    }

    fn cell(text: &str) -> String {
        let table = TABLE.replace("内容: 开展检查。", &format!("内容: {text}"));
        printed(&["T007"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn a_column_in_three_styles() {
        crate::testing::assert_snapshot!(
            column(&["（1）", "（1）", "1.", "1、"]),
            snapbox::str![[r#"
警告[T007]: 举措编号的写法不一：“（1）”2处、“1.”1处、“1、”1处
 --> content/栏目/通知/tasks.yaml:6:23
  |
6 |   - {名称: 甲, 举措: [{编号: 1., 内容: 乙。}]}
  |                              ^^
  |
 ::: content/栏目/通知/tasks.yaml:4:23
  |
4 |   - {名称: 甲, 举措: [{编号: （1）, 内容: 乙。}]}
  |                              ----- “（1）”从这里起
  |
 ::: content/栏目/通知/tasks.yaml:7:23
  |
7 |   - {名称: 甲, 举措: [{编号: 1、, 内容: 乙。}]}
  |                              --- “1、”从这里起
  |
建议: 全栏统一用一种，例如“（1）”
"#]]
        );
    }

    #[test]
    fn a_cell_in_three_styles() {
        let text = "（1）甲：一是乙；二是丙。①丁；②戊。（2）己";
        crate::testing::assert_snapshot!(
            cell(text),
            snapbox::str![[r#"
警告[T007]: 一格之内编号有几种写法：“（1）”2处、“一是”2处、“①”2处
 --> content/栏目/通知/tasks.yaml:7:18
  |
7 |         内容: （1）甲：一是乙；二是丙。①丁；②戊。（2）己
  |                        ^^^^
  |
 ::: content/栏目/通知/tasks.yaml:7:13
  |
7 |         内容: （1）甲：一是乙；二是丙。①丁；②戊。（2）己
  |               ----- “（1）”从这里起
  |
 ::: content/栏目/通知/tasks.yaml:7:26
  |
7 |         内容: （1）甲：一是乙；二是丙。①丁；②戊。（2）己
  |                                        - “①”从这里起
  |
建议: 同一层用一种写法，各层依次用“1.”“（1）”“①”；层次多的，拆成几条举措
"#]]
        );
    }

    #[test]
    fn a_count_that_goes_on_in_another_style() {
        crate::testing::assert_snapshot!(
            cell("（1）甲；②乙。"),
            snapbox::str![[r#"
警告[T007]: 一格之内编号有几种写法：“（1）”1处、“①”1处
 --> content/栏目/通知/tasks.yaml:7:18
  |
7 |         内容: （1）甲；②乙。
  |                        ^
  |
 ::: content/栏目/通知/tasks.yaml:7:13
  |
7 |         内容: （1）甲；②乙。
  |               ----- “（1）”从这里起
  |
建议: 同一层用一种写法，各层依次用“1.”“（1）”“①”；层次多的，拆成几条举措
"#]]
        );
        assert!(cell("1.甲；2.乙：1、丙；2、丁").contains("“1.”2处、“1、”2处"));
    }

    #[test]
    fn levels_are_in_order() {
        assert_eq!(column(&["（1）", "(2)", "（1）"]), "");
        for text in [
            "（1）甲：①乙；②丙。（2）丁",
            "（1）甲：一是乙；二是丙。（2）丁",
            "（一）甲：1.乙：（1）丙；（2）丁。2.戊。（二）己",
            "（1）甲；（2）乙，见第（三）项、①。",
        ] {
            assert_eq!(cell(text), "", "{text}");
        }
    }
}
