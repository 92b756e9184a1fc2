//! T019: 合计 or 小计 that is not the sum of the rows above it, in a table within the text.
//!
//! A row whose first words are 合计, 总计 or 小计 is compared, column by column, with the rows above it: 小计 with those since the
//! last 小计, 合计 with all other rows. A column is judged only if all its cells are numbers or empty, and at least two of them
//! are numbers. Shares and averages do not add up and have % or a decimal name; such columns are left out.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::{Block, BlockKind, Paper, TextCell, TextTable};
use crate::text::message::Words;
use crate::text::number::without_thousands;

/// 合计不符.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "T019",
    name: "table-total",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "表里的合计、小计不等于各行之和。",
            "A total in a table is not the sum of its rows.",
        ),
        why: Words::new(
            "改了一行，合计没有跟着改；公布的数字对不上，最容易被追问。",
            "A row was changed and the total was not; figures that do not add up are asked about first.",
        ),
        example: "| 甲 | 3 | … | 乙 | 4 | … | 合计 | 8 |",
        mend: Words::new("| 合计 | 7 |", "| 合计 | 7 |"),
    },
};

/// Heads of columns whose numbers do not add up.
const SHARES: [&str; 8] = ["率", "比", "%", "平均", "人均", "序号", "单价", "排名"];

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice.filter(|notice| notice.withdrawal.is_none()) else { return };
    for paper in notice.papers() {
        for table in tables(&paper.blocks) {
            judge(table, paper, report);
        }
    }
}

fn tables(blocks: &[Block]) -> Vec<&TextTable> {
    let found = blocks.iter().flat_map(|block| match &block.kind {
        BlockKind::Table(table) => vec![table],
        BlockKind::Quote(blocks) => tables(blocks),
        BlockKind::List(list) => list.items.iter().flat_map(|item| tables(&item.blocks)).collect(),
        _ => Vec::new(),
    });
    found.collect()
}

/// The kind of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Plain,
    Part,
    Total,
}

fn judge(table: &TextTable, paper: &Paper, report: &mut Report) {
    let text =
        |cell: &TextCell| paper.source.value[paper.range(cell.span)].trim_matches([' ', '|', '*']).to_owned();
    let kinds: Vec<Kind> =
        table.rows.iter().map(|row| kind(&row.iter().map(text).collect::<Vec<_>>())).collect();
    for column in 0..table.head.len() {
        let head = text(&table.head[column]);
        if SHARES.iter().any(|word| head.contains(word)) {
            continue;
        }
        let values: Option<Vec<Option<i64>>> = table
            .rows
            .iter()
            .map(|row| row.get(column).map_or(Some(None), |cell| value(&text(cell))))
            .collect();
        let Some(values) = values else { continue };
        let (mut part, mut whole): (Vec<i64>, Vec<i64>) = (Vec::new(), Vec::new());
        for (row, (kind, value)) in kinds.iter().zip(&values).enumerate() {
            let parts = match kind {
                Kind::Plain => {
                    part.extend(value);
                    whole.extend(value);
                    continue;
                }
                Kind::Part => std::mem::take(&mut part),
                Kind::Total => whole.clone(),
            };
            let (Some(said), true) = (*value, parts.len() >= 2) else { continue };
            let sum: i64 = parts.iter().sum();
            if sum != said {
                let (said, sum) = (shown(said), shown(sum));
                let message = message!(
                    "“{head}”合计写的是{said}，各行相加是{sum}",
                    "{head}: the total is {said}, the rows make {sum}"
                );
                report.push(
                    Diagnostic::new(&CODE, table.rows[row][column].span, message)
                        .help(message!("核对后改正一处", "find the wrong number and correct it")),
                );
            }
        }
    }
}

/// The kind of a row by the first words in it.
fn kind(cells: &[String]) -> Kind {
    let Some(first) = cells.iter().find(|cell| !cell.is_empty()) else { return Kind::Plain };
    let word: String = first.chars().filter(|c| !c.is_whitespace() && *c != '\u{3000}').collect();
    match word.trim_end_matches(['：', ':']) {
        "合计" | "总计" | "共计" => Kind::Total,
        "小计" => Kind::Part,
        _ => Kind::Plain,
    }
}

/// A number in thousandths; `Some(None)` for an empty cell or a dash, `None` for words.
#[expect(clippy::option_option, reason = "a cell may be blank, or no number at all")]
fn value(text: &str) -> Option<Option<i64>> {
    if text.is_empty() || ["-", "—", "/", "——", "合计", "总计", "小计", "共计"].contains(&text)
    {
        return Some(None);
    }
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |text| (true, text));
    let (whole, part) = text.split_once('.').unwrap_or((text, "0"));
    let whole = without_thousands(whole)?;
    let is_digits = |text: &str, most: usize| {
        (1..=most).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !is_digits(&whole, 14) || !is_digits(part, 3) {
        return None;
    }
    let value: i64 = format!("{whole}{part:0<3}").parse().ok()?;
    Some(Some(if negative { -value } else { value }))
}

/// Thousandths as a number: 2500 is 2.5.
fn shown(value: i64) -> String {
    let (sign, value) = (if value < 0 { "-" } else { "" }, value.unsigned_abs());
    let text = format!("{sign}{}.{:03}", value / 1000, value % 1000);
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn table(rows: &str) -> String {
        printed(&["T019"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", rows))])
    }

    #[test]
    fn a_total_that_does_not_add_up() {
        crate::testing::assert_snapshot!(
            table(
                "| 单位 | 家数 | 金额 |\n|---|---|---|\n| 甲 | 3 | 1,000.5 |\n| 乙 | 4 | 2 |\n| 合计 | 8 | 1002.5 |\n"
            ),
            snapbox::str![[r#"
警告[T019]: “家数”合计写的是8，各行相加是7
  --> content/栏目/通知/notice.md:17:7
   |
17 | | 合计 | 8 | 1002.5 |
   |         ^^^
   |
建议: 核对后改正一处
"#]]
        );
        let parts = table(
            "| 单位 | 数 |\n|---|---|\n| 甲 | 1 |\n| 乙 | 2 |\n| 小计 | 4 |\n| 丙 | 3 |\n| 丁 | 4 |\n| 小计 | 7 |\n| 合　计 | 10 |\n",
        );
        assert_eq!(parts.matches("T019").count(), 1, "{parts}");
    }

    #[test]
    fn what_adds_up_or_does_not_count_stays() {
        for rows in [
            "| 单位 | 家数 |\n|---|---|\n| 甲 | 3 |\n| 乙 | 4 |\n| 合计 | 7 |\n",
            "| 单位 | 完成率 |\n|---|---|\n| 甲 | 30 |\n| 乙 | 40 |\n| 合计 | 35 |\n",
            "| 单位 | 家数 |\n|---|---|\n| 甲 | 3家 |\n| 乙 | 4家 |\n| 合计 | 8家 |\n",
            "| 单位 | 家数 |\n|---|---|\n| 甲 | — |\n| 乙 | 4 |\n| 合计 | 5 |\n",
            "| 单位 | 家数 |\n|---|---|\n| 合计工作 | 3 |\n| 乙 | 4 |\n| 丙 | 5 |\n",
            "| 序号 | 单位 | 家数 |\n|---|---|---|\n| 1 | 甲 | 3 |\n| 2 | 乙 | 4 |\n| 合计 | | 7 |\n",
        ] {
            assert_eq!(table(rows), "", "{rows}");
        }
    }
}
