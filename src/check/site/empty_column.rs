//! L002: a section in which nothing is published.
//!
//! 国办秘函〔2019〕19号: five empty sections fail a site; 网页设计规范 allows none. Of nested sections only the innermost is
//! reported, because a notice there fills the outer sections, too.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 空白栏目.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L002",
    name: "empty-column",
    severity: Severity::Warning,
    about: About {
        what: Words::new("栏目里没有任何公开事项。", "A column has no notices."),
        why: Words::new(
            "国办秘函〔2019〕19号：空白栏目达到5个，单项否决；网页设计规范要求不留空白栏目。",
            "国办秘函〔2019〕19号: five empty columns fail a site by themselves; 网页设计规范 allows none.",
        ),
        example: "content/通知公告/column.yaml（文件夹里没有其他内容）",
        mend: Words::new(
            "发布内容，或者撤下栏目（删去文件夹）。",
            "Publish something in it, or remove the column with its folder.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for (id, section) in project.sections_with_ids() {
        let outer = project.sections.iter().any(|inner| inner.parent == Some(id));
        if section.holds_notices || outer {
            continue;
        }
        let name = &section.name.value;
        report.push(
            Diagnostic::new(
                &CODE,
                section.name.span,
                message!("栏目“{name}”是空的", "the column {name} is empty"),
            )
            .help(message!("发布内容，或者撤下栏目", "publish something in it, or remove it")),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    #[test]
    fn names_the_innermost() {
        let files = [("政策/column.yaml", "名称: 政策文件\n"), ("政策/解读/column.yaml", "名称: 政策解读\n")];
        crate::testing::assert_snapshot!(
            printed(&["L002"], &files),
            snapbox::str![[r#"
警告[L002]: 栏目“政策解读”是空的
 --> content/政策/解读/column.yaml:1:5
  |
1 | 名称: 政策解读
  |       ^^^^^^^^
  |
建议: 发布内容，或者撤下栏目
"#]]
        );
    }

    #[test]
    fn a_section_with_a_notice_below_it_is_not_empty() {
        assert_eq!(printed(&["L002"], &[]), "");
        assert_eq!(printed(&["L002"], &[("栏目/通知/notice.md", "读不懂")]), "");
    }
}
