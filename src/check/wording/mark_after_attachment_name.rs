//! W009: a punctuation mark at the end of an attachment's name.
//!
//! GB/T 9704-2012 7.3.4: in 附件说明 no punctuation mark follows the name.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 附件名称后不加标点.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "W009",
    name: "mark-after-attachment-name",
    severity: Severity::Warning,
    about: About {
        what: Words::new("附件名称后面加了标点。", "An attachment's name ends with a punctuation mark."),
        why: Words::new(
            "GB/T 9704-2012 7.3.4（附件说明）：附件名称后不加标点符号。",
            "GB/T 9704-2012 7.3.4, 附件说明: no mark behind the name of an attachment.",
        ),
        example: "名称: 任务清单。",
        mend: Words::new("名称: 任务清单", "名称: 任务清单"),
    },
};

const MARKS: [char; 13] = ['。', '，', '、', '；', '：', '！', '？', '.', ',', ';', ':', '!', '?'];

fn check(project: &Project, report: &mut Report) {
    for attachment in project.notices.iter().flat_map(|notice| &notice.attachments) {
        let name = &attachment.name;
        let bare = name.trim_end().trim_end_matches(MARKS).len();
        let marks = bare..name.trim_end().len();
        if marks.is_empty() || bare == 0 {
            continue;
        }
        let place = name.part(marks.clone());
        let (mark, span) = (place.value, place.span);
        let finding = Diagnostic::new(
            &CODE,
            span,
            message!("附件名称后面不加标点“{mark}”", "no {mark:?} stands behind an attachment's name"),
        );
        let finding = finding.help(message!("删去“{mark}”", "remove {mark:?}"));
        report.push(if span.range().len() == marks.len() { finding.fix(span, "") } else { finding });
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn named(name: &str) -> String {
        let notice = NOTICE.replace("名称: 任务清单", &format!("名称: {name}"));
        printed(&["W009"], &[("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn the_mark_goes() {
        crate::testing::assert_snapshot!(
            named("任务清单。"),
            snapbox::str![[r#"
警告[W009]: 附件名称后面不加标点“。”
 --> content/栏目/通知/notice.md:9:13
  |
9 |     名称: 任务清单。
  |                   ^^
  |
建议: 删去“。”
"#]]
        );
    }

    #[test]
    fn closing_marks_belong_to_the_name() {
        for name in ["任务清单", "任务清单（试行）", "《任务清单》", "“一规划”"] {
            assert_eq!(named(name), "", "{name}");
        }
        let table = TABLE.replace("表名: 任务清单", "表名: 任务清单。");
        assert_eq!(printed(&["W009"], &[("栏目/通知/tasks.yaml", &table)]), "", "not the table's own title");
    }
}
