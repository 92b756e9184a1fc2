//! N015, N016, N017: reports whose position in the table may be or is another item's.
//!
//! A measure that is inserted shifts all below it; a report must not pass to another measure. 举措开头 tells.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::item::Item;
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::reference::Reference;
use crate::source::Span;
use crate::text::message::Words;

/// 举措开头对不上.
pub const LOST: Rule = Rule { code: &LOST_ITEM, check: Check::Project(lost) };
const LOST_ITEM: Code = Code {
    id: "N015",
    name: "lost-item",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "进展的“举措开头”与“事项”的位置对不上，也不是别的一项举措的开头。",
            "举措开头 of a progress note is neither that of the item at its position nor of one other item.",
        ),
        why: Words::new(
            "责任分解表改动以后，位置可能已是别的举措；不核对，进展就记到别的举措名下。",
            "After a change of the table the position may be another measure's; unchecked, the report would count for that one.",
        ),
        example: "事项: \"1.2\"\n举措开头: 开展专项检查（表中已改为“组织专项督查……”）",
        mend: Words::new(
            "核对这次报告说的是哪项举措，改正“事项”和“举措开头”。",
            "Find out which measure the report is about, and correct 事项 and 举措开头.",
        ),
    },
};

/// 事项的位置变了.
pub const MOVED: Rule = Rule { code: &MOVED_ITEM, check: Check::Project(moved) };
const MOVED_ITEM: Code = Code {
    id: "N016",
    name: "moved-item",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "按“举措开头”，进展的事项已经在别的位置。",
            "By its 举措开头 a progress note's item stands at another position now.",
        ),
        why: Words::new(
            "台账仍按“举措开头”记在原来的举措名下；位置不改，看的人会弄错。",
            "The ledger files it under its own measure by 举措开头; the old position would mislead people.",
        ),
        example: "事项: \"1.1\"（前面增加了一项举措）",
        mend: Words::new("改为现在的位置：事项: \"1.2\"", "Write the position of now: 事项: \"1.2\""),
    },
};

/// 只写了位置.
pub const UNCONFIRMED: Rule = Rule { code: &UNCONFIRMED_ITEM, check: Check::Project(unconfirmed) };
const UNCONFIRMED_ITEM: Code = Code {
    id: "N017",
    name: "unconfirmed-item",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "进展的“事项”只写了位置，没有“举措开头”，也不是代号。",
            "事项 of a progress note is only a position, without 举措开头, and no 代号.",
        ),
        why: Words::new(
            "责任分解表增减举措以后，同一位置就是另一项举措，程序无从发现。",
            "Once measures are inserted or removed, the position is another measure's, and nothing can find it.",
        ),
        example: "事项: \"1.2\"",
        mend: Words::new(
            "加一行“举措开头: ”，写上举措开头的十来个字。",
            "Add a line 举措开头 with the first dozen characters of the measure.",
        ),
    },
};

/// The notes of a project that refer to their items in a certain way.
fn each<'p>(project: &'p Project, mut of: impl FnMut(&'p Notice, &'p Note)) {
    for notice in &project.notices {
        notice.notes.iter().for_each(|note| of(notice, note));
    }
}

fn lost(project: &Project, report: &mut Report) {
    each(project, |notice, note| {
        let Reference::Lost(likely) = note.reference else { return };
        let (item, span) = (&note.item.value, note.beginning.as_ref().map_or(note.span, |words| words.span));
        let message = message!(
            "“{item}”现在不是这项举措，别处也没有这样开头的一项",
            "item {item} is not this measure now, and no other one begins so"
        );
        let finding = Diagnostic::new(&LOST_ITEM, span, message);
        report.push(match likely.and_then(|likely| Some((likely, beginning(notice, likely)?))) {
            Some((likely, words)) => {
                let place = notice.item_words(likely);
                finding.help(message!(
                    "多半是“{place}”：{words}……；核对后改正“事项”和“举措开头”",
                    "it is probably {place}: {words}…; check it, and correct 事项 and 举措开头"
                ))
            }
            None => finding.help(message!(
                "核对这次报告说的是哪项举措，改正“事项”和“举措开头”",
                "find out which measure the report is about, and correct 事项 and 举措开头"
            )),
        });
    });
}

fn moved(project: &Project, report: &mut Report) {
    each(project, |notice, note| {
        let (Reference::Moved, Some(item)) = (note.reference, note.about) else { return };
        let (old, new) = (&note.item.value, notice.item_words(item));
        let words = note.item.part(0..old.len());
        let message = message!(
            "按“举措开头”，这一项现在是“{new}”，不是“{old}”",
            "by its 举措开头 this is item {new} now, not {old}"
        );
        let finding = Diagnostic::new(&MOVED_ITEM, words.span, message);
        report
            .push(finding.help(message!("把事项改为“{new}”", "write {new} under 事项")).fix(words.span, new));
    });
}

fn unconfirmed(project: &Project, report: &mut Report) {
    each(project, |notice, note| {
        let (Reference::Unconfirmed, Some(item)) = (note.reference, note.about) else { return };
        let Some(words) = beginning(notice, item) else { return };
        let place = &note.item.value;
        let message = message!(
            "“{place}”只是位置，责任分解表一改就可能是别的举措",
            "{place} is a position only, which is another measure's once the table changes"
        );
        let finding = Diagnostic::new(&UNCONFIRMED_ITEM, note.item.span, message);
        let line = serde_yaml::to_string(&words).unwrap_or_default();
        let behind = Span { start: note.item.span.end, ..note.item.span };
        report.push(
            finding
                .help(message!("加一行“举措开头: {words}”", "add a line `举措开头: {words}`"))
                .fix(behind, format!("\n举措开头: {}", line.trim_end())),
        );
    });
}

fn beginning(notice: &Notice, item: Item) -> Option<String> {
    notice.beginning(item)
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    const CODES: [&str; 4] = ["N001", "N015", "N016", "N017"];

    /// The findings of a note, where the table has a measure before that of [`TABLE`].
    fn note(head: &str) -> String {
        let inserted = "      - {编号: （1）, 内容: 建立检查台账。, 责任股室: 危化股, 完成时限: 长期坚持}\n      - 编号: （1）\n";
        let table = TABLE.replacen("      - 编号: （1）\n", inserted, 1);
        let note = format!("---\n日期: 2024-08-30\n股室: 危化股\n{head}\n状态: 正在推进\n---\n");
        printed(&CODES, &[("栏目/通知/tasks.yaml", &table), ("栏目/通知/progress/a.md", &note)])
    }

    #[test]
    fn a_report_stays_with_its_measure() {
        assert_eq!(note("事项: \"1.2\"\n举措开头: 开展检查"), "");
        assert_eq!(note("事项: \"1\"\n举措开头: 加强 执法"), "");
        crate::testing::assert_snapshot!(
            note("事项: \"1.1\"\n举措开头: （1）开展检查"),
            snapbox::str![[r#"
警告[N016]: 按“举措开头”，这一项现在是“1.2”，不是“1.1”
 --> content/栏目/通知/progress/a.md:4:6
  |
4 | 事项: "1.1"
  |        ^^^
  |
建议: 把事项改为“1.2”
"#]]
        );
    }

    #[test]
    fn words_that_no_measure_begins_with() {
        crate::testing::assert_snapshot!(
            note("事项: \"1.1\"\n举措开头: 开展督查。"),
            snapbox::str![[r#"
错误[N015]: “1.1”现在不是这项举措，别处也没有这样开头的一项
 --> content/栏目/通知/progress/a.md:5:7
  |
5 | 举措开头: 开展督查。
  |           ^^^^^^^^^^
  |
建议: 多半是“1.2”：开展检查。……；核对后改正“事项”和“举措开头”
"#]]
        );
        assert_eq!(note("事项: \"1.1\"\n举措开头: 组织演练").matches("N015").count(), 1);
    }

    #[test]
    fn a_position_alone_gets_a_note() {
        crate::testing::assert_snapshot!(
            note("事项: \"1.2\""),
            snapbox::str![[r#"
提示[N017]: “1.2”只是位置，责任分解表一改就可能是别的举措
 --> content/栏目/通知/progress/a.md:4:5
  |
4 | 事项: "1.2"
  |       ^^^^^
  |
建议: 加一行“举措开头: 开展检查。”
"#]]
        );
    }
}
