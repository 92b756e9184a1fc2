//! N001: a note about an item that is not in the notice's table.
//!
//! Tables change: a measure was removed, or the position comes from another table. The ledger has no row for it.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::reference::Reference;
use crate::text::message::{Message, Words};
use crate::text::similar::{Near, near};

/// 事项不在责任分解表中.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N001",
    name: "unknown-item",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "进展所写的“事项”在责任分解表中找不到。",
            "The 事项 of a progress note is not in the table.",
        ),
        why: Words::new(
            "对不上事项的进展不会出现在台账里。",
            "A report that belongs to no item does not appear in the ledger.",
        ),
        example: "事项: \"1.9\"（第1项任务只有3项举措）",
        mend: Words::new(
            "事项: \"1.3\"，即第1项任务的第3项举措；也可以写该项的代号。",
            "事项: \"1.3\", the third measure of the first task; or the item's own 代号.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let unknown = |note: &&Note| {
            let is_lost = matches!(note.reference, Reference::Lost(_));
            note.about.is_none() && !is_lost && !note.item.value.trim().is_empty()
        };
        for note in notice.notes.iter().filter(unknown) {
            report.push(finding(notice, note));
        }
    }
}

fn finding(notice: &Notice, note: &Note) -> Diagnostic {
    let words = note.item.part(0..note.item.value.len());
    let (span, item) = (words.span, words.value);
    let finding =
        Diagnostic::new(&CODE, span, message!("没有“{item}”这个事项", "the notice has no item {item:?}"));
    match similar_item(notice, item) {
        Some((right, is_certain)) => finding.did_you_mean(span, Near { word: &right, is_certain }),
        None => finding.help(known_items(notice, item)),
    }
}

/// The item that was probably meant, and whether that is certain: the position in another spelling (1-2 for 1.2), or a similar 代号.
fn similar_item(notice: &Notice, item: &str) -> Option<(String, bool)> {
    let numbers: Vec<&str> =
        item.split(|c: char| !c.is_ascii_digit()).filter(|part| !part.is_empty()).collect();
    let plain = numbers.join(".");
    let names_a_table = item.starts_with("附件") || item.starts_with("正文");
    if !names_a_table && plain != item && notice.item(&plain).is_some() {
        return Some((plain, true));
    }
    let entries = notice.task_entries().into_iter().chain(notice.entries());
    let ids: Vec<&str> = entries.filter_map(|entry| entry.id()).collect();
    // Every position is similar to others; suggesting one would be a guess.
    let is_position = item.chars().all(|c| c.is_ascii_digit() || c == '.');
    near(item, ids).filter(|_| !is_position).map(|near| (near.word.to_owned(), near.is_certain))
}

/// The items that exist: the measures of the named task, or else all tasks.
fn known_items(notice: &Notice, item: &str) -> Message {
    let task = item.split_once('.').and_then(|(task, _)| notice.entry(notice.item(task)?));
    let list = |entries: Vec<Entry<'_>>| {
        let words: Vec<String> = entries.iter().map(|entry| notice.item_words(entry.item)).collect();
        words.join("、")
    };
    if let Some(task) = task.filter(|task| !task.task.measures.is_empty()) {
        let (number, count) = (notice.item_words(task.item), task.task.measures.len());
        let list = list(task.parts());
        return message!(
            "事项“{number}”有{count}项举措：{list}",
            "item {number} has {count} measures: {list}"
        );
    }
    let list = list(notice.task_entries());
    if list.is_empty() {
        return message!("这份通知没有责任分解表", "this notice has no table of tasks");
    }
    message!(
        "可用的任务：{list}；任务的举措写成“1.1”的样子",
        "tasks: {list}; their measures are written like `1.1`"
    )
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn about(item: &str) -> String {
        let note = format!("---\n日期: 2024-08-30\n股室: 危化股\n事项: {item}\n状态: 正在推进\n---\n");
        let second = "      - {代号: 台账, 内容: 建立台账。, 责任股室: 危化股, 完成时限: 长期坚持}\n";
        printed(
            &["N001"],
            &[("栏目/通知/tasks.yaml", &format!("{TABLE}{second}")), ("栏目/通知/progress/a.md", &note)],
        )
    }

    #[test]
    fn lists_the_measures_of_the_task() {
        crate::testing::assert_snapshot!(
            about("\"1.3\""),
            snapbox::str![[r#"
错误[N001]: 没有“1.3”这个事项
 --> content/栏目/通知/progress/a.md:4:6
  |
4 | 事项: "1.3"
  |        ^^^
  |
建议: 事项“1”有2项举措：1.1、1.2
"#]]
        );
    }

    #[test]
    fn lists_the_tasks() {
        crate::testing::assert_snapshot!(
            about("2.1"),
            snapbox::str![[r#"
错误[N001]: 没有“2.1”这个事项
 --> content/栏目/通知/progress/a.md:4:5
  |
4 | 事项: 2.1
  |       ^^^
  |
建议: 可用的任务：1；任务的举措写成“1.1”的样子
"#]]
        );
    }

    #[test]
    fn asks_for_what_was_probably_meant() {
        crate::testing::assert_snapshot!(
            about("1-2"),
            snapbox::str![[r#"
错误[N001]: 没有“1-2”这个事项
 --> content/栏目/通知/progress/a.md:4:5
  |
4 | 事项: 1-2
  |       ^^^
  |
建议: 是否想写“1.2”？
"#]]
        );
        assert!(about("台帐").contains("是否想写“台账”？"));
        assert!(!about("附件2 1").contains("是否想写"), "a table that is not there is no task");
        assert!(about("任务1举措2").contains("是否想写“1.2”？"));
    }

    #[test]
    fn positions_and_ids_are_items() {
        for item in ["1", "\"1.1\"", "1.2", "台账", "附件1 1.2", "\"附件1：1\""] {
            assert_eq!(about(item), "", "{item}");
        }
        for item in ["0", "1.0", "1.", ".1", "附件2 1", "附件 1", "正文 1", "1.1.1"] {
            assert_ne!(about(item), "", "{item}");
        }
    }
}
