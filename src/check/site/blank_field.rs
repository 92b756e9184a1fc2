//! L013: a field of 元数据 that stays blank on every page although notices say it under another name.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::metadata::{Own, plain};
use crate::model::notice::Notice;
use crate::text::message::Words;

/// 元数据的一项每页都是空的.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L013",
    name: "blank-field",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "元数据的一项每页都是空的，而通知本身有这项内容。",
            "A field of 元数据 is blank on every page although notices say it.",
        ),
        why: Words::new(
            "程序按项目名称自动填入；名称它不认识，就填不上。",
            "Fields are filled in by their names; one that is not known stays blank.",
        ),
        example: "元数据: [信息索引号码, 名称]",
        mend: Words::new("元数据: [索引号, 名称]", "元数据: [索引号, 名称]"),
    },
};

fn check(project: &Project, report: &mut Report) {
    if project.notices.is_empty() {
        return;
    }
    for name in &project.site.metadata.names {
        let words = plain(&name.value);
        let says =
            |notice: &Notice| notice.disclosure.fields.iter().any(|field| plain(&field.name.value) == words);
        if Own::of_name(&words).is_some() || project.notices.iter().any(says) {
            continue;
        }
        let Some(usual) = Own::near(&words) else { continue };
        let message = message!(
            "“{words}”每页都是空的；通知的“{usual}”没有填进来",
            "{words:?} is blank on every page; the notices' {usual} is not filled in"
        );
        report.push(Diagnostic::new(&CODE, name.span, message).help(message!(
            "改为“{usual}”，或者在各通知的“基本信息”里写“{words}: …”",
            "write {usual}, or `{words}: …` under 基本信息 of each notice"
        )));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn site(names: &str) -> String {
        printed(&["L013"], &[("site.yaml", &format!("名称: 某局政务公开\n元数据: {names}\n"))])
    }

    #[test]
    fn points_at_a_name_that_is_nearly_known() {
        crate::testing::assert_snapshot!(
            site("[信息索引号码, 名称]"),
            snapbox::str![[r#"
提示[L013]: “信息索引号码”每页都是空的；通知的“索引号”没有填进来
 --> content/site.yaml:2:7
  |
2 | 元数据: [信息索引号码, 名称]
  |          ^^^^^^^^^^^^
  |
建议: 改为“索引号”，或者在各通知的“基本信息”里写“信息索引号码: …”
"#]]
        );
    }

    #[test]
    fn names_with_spaces_and_other_fields_are_left_alone() {
        assert_eq!(site("[索 引 号, 名　称：, 发文单位, 主题分类, 有效性]"), "");
        let notice = NOTICE.replace("基本信息:\n", "基本信息:\n  信息索引号码: 甲\n");
        let site = "名称: 某局政务公开\n元数据: [信息索引号码]\n";
        assert_eq!(printed(&["L013"], &[("site.yaml", site), ("栏目/通知/notice.md", &notice)]), "");
    }
}
