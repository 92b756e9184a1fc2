//! W001: an attachment whose title differs from the title that the paper announces.
//!
//! GB/T 9704-2012 7.3.4 and 7.3.7: the title of an attachment and its name in 附件说明 are the same.

use std::ops::Range;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::difference::difference;
use crate::text::message::{Message, Words};

/// 附件名称与附件说明不一致.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "W001",
    name: "attachment-name-differs",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "附件的标题与正文附件说明中的名称不一致。",
            "An attachment's title is not the name that the paper announces.",
        ),
        why: Words::new(
            "GB/T 9704-2012 7.3.7：附件顺序号和附件标题应当与附件说明的表述一致。",
            "GB/T 9704-2012 7.3.7: the attachment's title is the one given in 附件说明.",
        ),
        example: "附件说明：……实施清单 …… 附件标题：……措施清单",
        mend: Words::new("以正式名称为准，改另一处。", "Keep the right one and change the other."),
    },
};

fn check(project: &Project, report: &mut Report) {
    for attachment in project.notices.iter().flat_map(|notice| &notice.attachments) {
        let own = attachment.table().map(|table| &table.name).or(attachment.title.as_ref());
        let (announced, Some(own)) = (&attachment.name, own) else { continue };
        // A blank title is reported as missing.
        if announced.value == own.value || announced.value.is_empty() || own.value.is_empty() {
            continue;
        }
        let (said, is) = difference(&announced.value, &own.value);
        let (said, is) = (as_word(&announced.value, said), as_word(&own.value, is));
        report.push(
            Diagnostic::new(
                &CODE,
                announced.part(said.clone()).span,
                message(announced, own, said, is.clone()),
            )
            .label(own.part(is).span, message!("附件标题", "the attachment's title"))
            .help(message!("以正式名称为准，改另一处", "keep the right one and change the other")),
        );
    }
}

/// A differing part of one character is extended by the next one, because 实施 says more than 实.
fn as_word(text: &str, part: Range<usize>) -> Range<usize> {
    if text[part.clone()].chars().count() != 1 {
        return part;
    }
    let next = text[part.end..].chars().next().map_or(0, char::len_utf8);
    part.start..part.end + next
}

fn message(announced: &str, own: &str, said: Range<usize>, is: Range<usize>) -> Message {
    let (said, is) = (&announced[said], &own[is]);
    match (said, is) {
        ("", is) => {
            message!(
                "附件标题比附件说明多了“{is}”",
                "the attachment's title has {is:?}, the name that is announced has not"
            )
        }
        (said, "") => {
            message!(
                "附件说明比附件标题多了“{said}”",
                "the name that is announced has {said:?}, the attachment's title has not"
            )
        }
        (said, is) => message!(
            "附件说明写的是“{said}”，附件标题写的是“{is}”，两处应当一致",
            "the paper announces {said:?} where the attachment's title says {is:?}; they should be the same"
        ),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn shows_what_differs_in_both_places() {
        let table = TABLE.replace("表名: 任务清单", "表名: 任务措施清单");
        crate::testing::assert_snapshot!(
            printed(&["W001"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[W001]: 附件标题比附件说明多了“措施”
 --> content/栏目/通知/notice.md:9:11
  |
9 |     名称: 任务清单
  |               ^^
  |
 ::: content/栏目/通知/tasks.yaml:1:7
  |
1 | 表名: 任务措施清单
  |           ---- 附件标题
  |
建议: 以正式名称为准，改另一处
"#]]
        );
    }

    #[test]
    fn shows_the_own_title_of_a_paper() {
        let notice = NOTICE.replace("  - 表: tasks.yaml\n", "  - 文: fangan.md\n    标题: 任务分解清单\n");
        crate::testing::assert_snapshot!(
            printed(&["W001"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/fangan.md", "一、时间\n")]),
            snapbox::str![[r#"
警告[W001]: 附件标题比附件说明多了“分解”
  --> content/栏目/通知/notice.md:10:11
   |
10 |     名称: 任务清单
   |               ^^
   |
  ::: content/栏目/通知/notice.md:9:11
   |
 9 |     标题: 任务分解清单
   |               ---- 附件标题
   |
建议: 以正式名称为准，改另一处
"#]]
        );
    }

    #[test]
    fn equal_names_are_silent() {
        assert_eq!(printed(&["W001"], &[]), "");
    }
}
