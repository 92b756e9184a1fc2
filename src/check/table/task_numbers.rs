//! The numbers that the paragraph of a task says, compared with those of its measures: 查7座, 查6座.

use std::ops::Range;

use crate::model::notice::Notice;
use crate::model::table::{Table, Task, Value};
use crate::source::{Located, Span};
use crate::text::han::is_han;
use crate::text::quantity::decimal_length;

/// Words before numbers that say nothing about what is counted.
const GENERIC: [&str; 12] =
    ["达到", "完成", "不少于", "少于", "不低于", "不超过", "超过", "至少", "开展", "不得少于", "共", "约"];

/// Units of days and times, and of what laws count: compared elsewhere, or not countable.
const UNITS: [char; 12] = ['年', '月', '日', '号', '时', '点', '分', '条', '款', '项', '周', '期'];

/// The most characters behind a unit that say what is counted: 18个预案.
const BEHIND: usize = 4;

/// A number in a paragraph that the task's rows write otherwise.
pub struct DifferentNumber<'n> {
    /// Its place.
    pub span: Span,
    /// Its words.
    pub words: &'n str,
    /// The place in the table.
    pub other: Span,
    /// The words there.
    pub other_words: &'n str,
}

/// A number with the words around it.
struct Counted<'t> {
    /// The words from the lead to the unit.
    range: Range<usize>,
    /// The words before it, from the beginning of its clause.
    lead: &'t str,
    number: &'t str,
    unit: char,
    /// The words behind the unit.
    behind: &'t str,
}

impl Counted<'_> {
    /// Whether both count the same thing: one lead ends with the other, and so do the words behind.
    fn is_like(&self, other: &Counted<'_>) -> bool {
        let (shorter, longer) =
            if self.lead.len() <= other.lead.len() { (self, other) } else { (other, self) };
        let leads = shorter.lead == longer.lead
            || shorter.lead.chars().count() > 1 && longer.lead.ends_with(shorter.lead);
        leads
            && self.unit == other.unit
            && !GENERIC.contains(&shorter.lead)
            && (self.behind.starts_with(other.behind) || other.behind.starts_with(self.behind))
    }
}

/// The numbers of a notice's paragraphs that differ from the rows of their task. Where a paragraph or the rows count a
/// thing twice, nothing tells which numbers belong together.
pub fn different_numbers(notice: &Notice) -> impl Iterator<Item = DifferentNumber<'_>> {
    notice.tables().flat_map(Table::tasks).flat_map(of_task)
}

fn of_task(task: &Task) -> Vec<DifferentNumber<'_>> {
    let Some(requirement) = &task.requirement else { return Vec::new() };
    let said = numbers(&requirement.value);
    let cells = task.cells().filter_map(|cell| match &cell.value {
        Value::Text(lines) => Some(lines),
        Value::Offices(_) | Value::Deadlines(_) => None,
    });
    let texts = task.measures.iter().filter_map(|measure| measure.text.as_ref()).chain(cells.flatten());
    let rows: Vec<(&Located<String>, Counted<'_>)> =
        texts.flat_map(|text| numbers(&text.value).into_iter().map(move |found| (text, found))).collect();
    let mut different = Vec::new();
    for own in &said {
        let is_alone = said.iter().filter(|other| own.is_like(other)).count() == 1;
        let mut alike = rows.iter().filter(|(_, other)| own.is_like(other));
        let (Some((text, other)), None, true) = (alike.next(), alike.next(), is_alone) else { continue };
        if own.number != other.number {
            different.push(DifferentNumber {
                span: requirement.part(own.range.clone()).span,
                words: &requirement.value[own.range.clone()],
                other: text.part(other.range.clone()).span,
                other_words: &text.value[other.range.clone()],
            });
        }
    }
    different
}

/// The numbers of a text that have a word before them and a unit behind them in Chinese characters.
fn numbers(text: &str) -> Vec<Counted<'_>> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|length| at + length) {
        let length = decimal_length(&text[start..]);
        let end = start + length;
        at = end;
        // The day before it says nothing about what is counted: 10月底前新建8所.
        let is_of_lead = |c: &char| is_han(*c) && !matches!(c, '年' | '月' | '日' | '底' | '前');
        let lead: usize = text[..start].chars().rev().take_while(is_of_lead).map(char::len_utf8).sum();
        let before = text[..start - lead].chars().next_back();
        let is_word =
            |c: char| c.is_alphanumeric() && !is_han(c) || matches!(c, '.' | '-' | '—' | '〔' | '%');
        let is_open = before.is_some_and(is_word);
        let Some(unit) = text[end..].chars().next().filter(|c| is_han(*c) && !UNITS.contains(c)) else {
            continue;
        };
        let words = &text[start - lead..start];
        if words.is_empty() || is_open || words.ends_with(['第', '前', '至', '到', '或']) {
            continue;
        }
        let unit_end = end + unit.len_utf8();
        let behind = text[unit_end..].chars().take_while(|c| is_han(*c)).take(BEHIND);
        let behind_end = unit_end + behind.map(char::len_utf8).sum::<usize>();
        found.push(Counted {
            range: start..unit_end,
            lead: words,
            number: &text[start..end],
            unit,
            behind: &text[unit_end..behind_end],
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn numbers_of_tasks() {
        let found = |requirement: &str, cell: &str| {
            let table = TABLE.replace("加大力度。", requirement).replace("开展检查。", cell);
            printed(&["T018"], &[("栏目/通知/notice.md", NOTICE), ("栏目/通知/tasks.yaml", &table)])
        };
        crate::testing::assert_snapshot!(
            found("全面排查。查7座。", "查6座，修订18个。"),
            snapbox::str![[r#"
警告[T018]: 这里是“7座”，另一处是“6座”
 --> content/栏目/通知/tasks.yaml:4:15
  |
4 |     要求: 全面排查。查7座。
  |                       ^^^
  |
 ::: content/栏目/通知/tasks.yaml:7:14
  |
7 |         内容: 查6座，修订18个。
  |                 --- 另一处
  |
建议: 核对后改正一处
"#]]
        );
        let pairs = [
            ("年内修订16个预案。", "修订18个。"),
            ("修订16个预案，印发8本。", "修订18个预案，印发8本。"),
            ("共查处7起。", "查处6起。"),
            ("2024年10月底前新建8所。", "新建6所"),
        ];
        for (text, cell) in pairs {
            assert_eq!(found(text, cell).matches("警告[T018]").count(), 1, "{text}");
        }
        for (text, cell) in [
            ("查7座。", "查7座。"),
            ("查7座，夜查2座。", "抽查6座。"),
            ("查7座。", "查6座，查1座。"),
            ("查7座，查1座。", "查8座。"),
            ("修订16个预案。", "修订18个制度。"),
            ("每月开展2次。", "每季度开展1次。"),
            ("整改率，达到95%；培训，完成3次。", "覆盖率，达到90%；演练，完成1次。"),
            ("第7座先查。", "第6座后查。"),
            ("于3月检查。", "于4月检查。"),
            ("查3至5座。", "查4座。"),
        ] {
            assert_eq!(found(text, cell), "", "{text}");
        }
    }
}
