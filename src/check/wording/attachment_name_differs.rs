//! W001: an attachment whose title is not the one that the paper announces.
//!
//! GB/T 9704-2012 7.3.4 and 7.3.7: the title of an attachment and its name in 附件说明 are the same.

use crate::check::Rule;
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::model::Project;
use crate::say;
use crate::text::message::Words;

/// 附件名称与附件说明不一致.
pub const RULE: Rule = Rule { code: &CODE, check };
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
        let Some(table) = attachment.table() else { continue };
        let (announced, own) = (&attachment.name, &table.name);
        if announced.value == own.value {
            continue;
        }
        let (from, to) = difference(&announced.value, &own.value);
        let (said, is) =
            (&announced.value[from..announced.value.len() - to], &own.value[from..own.value.len() - to]);
        let message = if said.is_empty() || is.is_empty() {
            say!(
                "附件标题与附件说明中的名称不一致",
                "the attachment's title is not the name that the paper announces"
            )
        } else {
            say!(
                "附件说明写的是“{said}”，附件标题写的是“{is}”，两处应当一致",
                "the paper announces {said:?} where the attachment's title says {is:?}; they should be the same"
            )
        };
        report.push(
            Diagnostic::new(&CODE, announced.part(from..announced.value.len() - to).span, message)
                .label(own.part(from..own.value.len() - to).span, say!("附件标题", "the attachment's title"))
                .help(say!("以正式名称为准，改另一处", "keep the right one and change the other")),
        );
    }
}

/// The bytes that two different texts share at the start and at the end, so that what differs lies between.
/// A character of what they share at the end is left with it: 实施 and 措施 say more than 实 and 措.
fn difference(a: &str, b: &str) -> (usize, usize) {
    let same = |(x, y): &(char, char)| x == y;
    let start: usize = a.chars().zip(b.chars()).take_while(same).map(|(c, _)| c.len_utf8()).sum();
    let (a, b) = (&a[start..], &b[start..]);
    let shared = a.chars().rev().zip(b.chars().rev()).take_while(same).map(|(c, _)| c.len_utf8());
    let shared: Vec<usize> = shared.collect();
    let end = shared[..shared.len().saturating_sub(1)].iter().sum();
    (start, end)
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    #[test]
    fn shows_what_differs_in_both_places() {
        let table = TABLE.replace("表名: 任务清单", "表名: 任务措施清单");
        snapbox::assert_data_eq!(
            printed(&["W001"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[W001]: 附件说明写的是“清”，附件标题写的是“措施清”，两处应当一致
 --> content/栏目/通知/notice.md:9:11
  |
9 |     名称: 任务清单
  |               ^^
  |
 ::: content/栏目/通知/tasks.yaml:1:7
  |
1 | 表名: 任务措施清单
  |           ------ 附件标题
  |
建议: 以正式名称为准，改另一处
"#]]
        );
    }

    #[test]
    fn equal_names_are_silent() {
        assert_eq!(printed(&["W001"], &[]), "");
    }

    #[test]
    fn finds_the_part_that_differs() {
        assert_eq!(super::difference("实施清单", "措施清单"), (0, 6));
        assert_eq!(super::difference("清单", "清单表"), (6, 0));
        assert_eq!(super::difference("aa", "aaa"), (2, 0));
    }
}
