//! D007: a catalogue entry without 公开对象 or 公开内容（要素）.
//!
//! 国办发〔2019〕54号 asks for both; most portals do not show them, so this is only a note.

use crate::check::disclosure::catalogue::{LEFT_OUT, block, missing};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 基本信息没有公开对象、公开内容.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D007",
    name: "incomplete-catalogue",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "基本信息没有公开对象或公开内容（要素）。",
            "基本信息 has no 公开对象 or no 公开内容（要素）.",
        ),
        why: Words::new(
            "国办发〔2019〕54号要求公开标准目录写明内容和公开对象；不少网站的页面不显示这两项。",
            "国办发〔2019〕54号 asks for both in a catalogue; many portals do not show them.",
        ),
        example: "基本信息:\n  所属领域: 安全生产\n  （没有公开对象）",
        mend: Words::new(
            "加“公开对象: 全社会”，并写明公开内容（要素）。",
            "Add `公开对象: 全社会`, and describe the disclosed content under 公开内容.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let Some(place) = block(notice) else { continue };
        let missing = missing(&notice.disclosure, &LEFT_OUT);
        if missing.is_empty() {
            continue;
        }
        let list = missing.join("、");
        report.push(
            Diagnostic::new(&CODE, place, message!("基本信息没有{list}", "基本信息 has no {list}")).help(
                message!(
                    "目录应有这些项；网站不显示的，可以不写",
                    "a catalogue has them; a portal may leave them out"
                ),
            ),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn block(fields: &str) -> String {
        let notice = NOTICE.replace("  公开方式: 主动公开\n", fields);
        printed(&["D007"], &[("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn names_what_portals_leave_out() {
        crate::testing::assert_snapshot!(
            block("  所属领域: 安全生产\n"),
            snapbox::str![[r#"
提示[D007]: 基本信息没有公开对象、公开内容（要素）
  --> content/栏目/通知/notice.md:11:3
   |
11 |   所属领域: 安全生产
   |   ^^^^^^^^
   |
建议: 目录应有这些项；网站不显示的，可以不写
"#]]
        );
    }

    #[test]
    fn a_whole_entry_and_another_template_are_silent() {
        assert_eq!(block("  所属领域: 安全生产\n  公开对象: 全社会\n  公开内容(要素): 工作方案\n"), "");
        assert_eq!(block("  索引号: 1\n  公开方式: 主动公开\n"), "");
        assert_eq!(printed(&["D007"], &[]), "");
    }
}
