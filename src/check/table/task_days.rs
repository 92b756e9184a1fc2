//! The day that the paragraph of a task says, compared with those of its rows in the table.

use crate::model::deadline::{Deadline, Meaning};
use crate::model::notice::Notice;
use crate::model::table::{Cell, Table, Task, Value};
use crate::source::Span;
use crate::text::date::PartialDate;

/// Words that say what is done by a day, and the most characters between 前 and one of them: 前全面完成.
const DONE: [&str; 9] = ["完成", "建成", "办结", "竣工", "投用", "到位", "交付", "通车", "验收"];
const NEAR: usize = 4;

/// Labels of deadlines, which need no such word: 完成时限：6月底前.
const LABELS: [&str; 5] = ["时限：", "期限：", "完成时间：", "办结时间：", "时限:"];

/// A day in a paragraph that none of the task's rows has.
pub struct DifferentDay<'n> {
    /// Its place.
    pub span: Span,
    /// Its words.
    pub words: &'n str,
    /// A deadline of the table.
    pub deadline: &'n Deadline,
}

/// The days of a notice's paragraphs that differ from the table. A paragraph of several days tells of steps and is not
/// compared, nor is a task whose rows have no day.
pub fn different_days(notice: &Notice) -> impl Iterator<Item = DifferentDay<'_>> {
    let year = notice.dated.value.year();
    let tasks = notice.tables().flat_map(Table::tasks);
    tasks.filter_map(move |task| different_day(task, year))
}

fn different_day(task: &Task, year: i16) -> Option<DifferentDay<'_>> {
    let requirement = task.requirement.as_ref()?;
    let (range, day) = only_day(&requirement.value)?;
    let last = day.last_day(year)?;
    let by = |deadline: &&Deadline| match deadline.meaning {
        Meaning::By(day) | Meaning::ByThenOngoing(day) => Some(day),
        _ => None,
    };
    let deadlines: Vec<&Deadline> = task.cells().flat_map(deadlines).collect();
    let first = deadlines.iter().find(|deadline| by(deadline).is_some())?;
    let is_said = deadlines.iter().any(|deadline| by(deadline) == Some(last));
    (!is_said).then(|| DifferentDay {
        span: requirement.part(range.clone()).span,
        words: &requirement.value[range],
        deadline: first,
    })
}

fn deadlines(cell: &Cell) -> &[Deadline] {
    match &cell.value {
        Value::Deadlines(deadlines) => deadlines,
        Value::Text(_) | Value::Offices(_) => &[],
    }
}

/// The only date of a text, and its place, where it is the end of the work: 6月底前完成.
fn only_day(text: &str) -> Option<(std::ops::Range<usize>, PartialDate)> {
    let mut found = None;
    let mut at = 0;
    while let Some(start) = text[at..].find(|c: char| c.is_ascii_digit()).map(|length| at + length) {
        let digits = text[start..].bytes().take_while(u8::is_ascii_digit).count();
        let Some((day, rest)) = PartialDate::at_start(&text[start..]) else {
            at = start + digits;
            continue;
        };
        at = text.len() - rest.len();
        if found.is_some() {
            return None;
        }
        let rest = rest.strip_prefix('底').filter(|_| day.day.is_none()).unwrap_or(rest);
        let is_labelled = LABELS.iter().any(|label| text[..start].ends_with(label));
        let behind = match rest.strip_prefix('前') {
            Some(behind) => behind,
            None => Some(rest).filter(|_| is_labelled)?,
        };
        let near: String = behind.chars().take(NEAR + 2).collect();
        if !is_labelled && !DONE.iter().any(|word| near.contains(word)) {
            return None;
        }
        found = Some((start..text.len() - behind.len(), day));
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn days_of_tasks() {
        let found = |requirement: &str| {
            let table = TABLE.replace("加大力度。", requirement).replace("长期坚持", "5月底前");
            printed(&["T018"], &[("栏目/通知/notice.md", NOTICE), ("栏目/通知/tasks.yaml", &table)])
        };
        crate::testing::assert_snapshot!(
            found("全面排查，3月底前完成。"),
            snapbox::str![[r#"
警告[T018]: 这里是“3月底前”，另一处是“5月底前”
 --> content/栏目/通知/tasks.yaml:4:14
  |
4 |     要求: 全面排查，3月底前完成。
  |                     ^^^^^^^
  |
 ::: content/栏目/通知/tasks.yaml:9:15
  |
9 |         完成时限: 5月底前
  |                   ------- 另一处
  |
建议: 核对后改正一处
"#]]
        );
        for text in [
            "2024年3月底前全部建成。",
            "全面排查（责任股室：危化股；完成时限：2024年3月底前）",
            "办结时限：3月",
        ] {
            assert_eq!(found(text).matches("警告[T018]").count(), 1, "{text}");
        }
        for text in
            ["3月制定方案，5月底前完成。", "3月底前报送。", "每季度排查。", "完成时限：5月底前", "时限：每月"]
        {
            assert_eq!(found(text), "", "{text}");
        }
    }
}
