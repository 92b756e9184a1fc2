//! N003: two notes of one day with different statuses for one item.
//!
//! The newest report counts; of two reports on one day nobody knows which is newer.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::message;
use crate::model::Project;
use crate::model::item::Item;
use crate::model::office::OfficeId;
use crate::model::progress::Note;
use crate::text::message::Words;

/// 同一天的两条进展状态不一致.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N003",
    name: "contradicting-notes",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "同一股室同一天对同一事项报了两种状态。",
            "One office reports two different statuses of one item on one day.",
        ),
        why: Words::new(
            "台账以最近一次报告为准，同一天的两种说法无法取舍。",
            "The newest report counts; of two reports on one day nobody can tell which is newer.",
        ),
        example: "2024-09-30：事项 1.2，正在推进\n2024-09-30：事项 1.2，已完成",
        mend: Words::new(
            "留下正确的一条；确是先后两次报告的，写各自的日期。",
            "Keep the right note; if they are two reports, give each its own day.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let mut first: BTreeMap<(Item, Date, OfficeId), &Note> = BTreeMap::new();
        for note in &notice.notes {
            let Some(item) = note.about else { continue };
            let offices = project.register.offices_of(&note.office);
            let earlier = offices
                .into_iter()
                .map(|office| *first.entry((item, note.dated.value, office)).or_insert(note))
                .find(|earlier| earlier.state != note.state);
            if let Some(earlier) = earlier {
                report.push(finding(earlier, note));
            }
        }
    }
}

fn finding(earlier: &Note, note: &Note) -> Diagnostic {
    let (one, two) = (&earlier.status.value, &note.status.value);
    let message = message!(
        "同一天对同一事项还报了“{one}”，与“{two}”不一致",
        "{one} was reported of this item on the same day, not {two}"
    );
    Diagnostic::new(&CODE, note.status.span, message)
        .label(earlier.status.span, message!("另一条", "the other one"))
        .help(message!(
            "留下正确的一条；确是先后两次报告的，写各自的日期",
            "keep the right one; if they are two reports, give each its own day"
        ))
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn two(one: &str, two: &str) -> String {
        let note = |fields: &str| format!("---\n{fields}\n---\n");
        printed(
            &["N003"],
            &[("栏目/通知/progress/a.md", &note(one)), ("栏目/通知/progress/b.md", &note(two))],
        )
    }

    const NOTE: &str = "日期: 2024-08-30\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进";

    #[test]
    fn shows_both() {
        crate::testing::assert_snapshot!(
            two(NOTE, &NOTE.replace("正在推进", "已完成")),
            snapbox::str![[r#"
错误[N003]: 同一天对同一事项还报了“正在推进”，与“已完成”不一致
 --> content/栏目/通知/progress/b.md:5:5
  |
5 | 状态: 已完成
  |       ^^^^^^
  |
 ::: content/栏目/通知/progress/a.md:5:5
  |
5 | 状态: 正在推进
  |       -------- 另一条
  |
建议: 留下正确的一条；确是先后两次报告的，写各自的日期
"#]]
        );
    }

    #[test]
    fn other_days_offices_items_and_the_same_word_do_not_contradict() {
        for (from, to) in [("2024-08-30", "2024-08-31"), ("危化股", "法规股"), ("\"1.1\"", "\"1\"")] {
            assert_eq!(two(NOTE, &NOTE.replace("正在推进", "已完成").replace(from, to)), "", "{to}");
        }
        assert_eq!(two(NOTE, NOTE), "");
        assert_ne!(two(NOTE, &NOTE.replace("正在推进", "已完成").replace("危化股", "法规股、危化股")), "");
    }
}
