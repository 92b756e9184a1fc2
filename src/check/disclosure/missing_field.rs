//! D001: a catalogue entry with missing fields.
//!
//! 国办发〔2019〕54号: a catalogue states at least 名称, 内容, 依据, 时限, 主体, 方式, 渠道 and 公开对象. A notice whose
//! 基本信息 follows another template (索引号, 发布机构 …) is ignored; D007 reports 公开对象 and 公开内容.

use crate::check::disclosure::catalogue::{SHOWN, block, missing};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 基本信息缺项.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D001",
    name: "missing-field",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "基本信息缺项，或有的项空着。",
            "基本信息 lacks a field of the catalogue, or leaves it blank.",
        ),
        why: Words::new(
            "国办发〔2019〕54号：公开标准目录至少包括公开事项的名称、内容、依据、时限、主体、方式、渠道、公开对象等要素。",
            "国办发〔2019〕54号: a catalogue states at least name, content, legal basis, time limit, disclosing body, method, channels and audience.",
        ),
        example: "基本信息:\n  所属领域: 安全生产\n  公开方式: 主动公开",
        mend: Words::new(
            "补齐：所属领域、一级事项、二级事项、公开时限、公开方式、公开依据、公开主体、公开层级、公开渠道和载体。",
            "Add what is missing of 所属领域, 一级事项, 二级事项, 公开时限, 公开方式, 公开依据, 公开主体, 公开层级, 公开渠道和载体.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let Some(place) = block(notice) else { continue };
        let missing = missing(&notice.disclosure, &SHOWN);
        if missing.is_empty() {
            continue;
        }
        let list = missing.join("、");
        report.push(
            Diagnostic::new(&CODE, place, message!("基本信息缺：{list}", "基本信息 lacks: {list}"))
                .help(message!("照公开标准目录补齐", "add them as the catalogue has them")),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn block(fields: &str) -> String {
        let notice = NOTICE.replace("  公开方式: 主动公开\n", fields);
        printed(&["D001"], &[("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn names_all_that_is_missing() {
        let fields = "  索引号: 1\n  公开依据:\n  公开层级:\n    - {层级: 县级, 公开渠道和载体: []}\n";
        crate::testing::assert_snapshot!(
            block(fields),
            snapbox::str![[r#"
警告[D001]: 基本信息缺：所属领域、一级事项、二级事项、公开时限、公开方式、公开依据、公开主体、公开渠道和载体
  --> content/栏目/通知/notice.md:11:3
   |
11 |   索引号: 1
   |   ^^^^^^
   |
建议: 照公开标准目录补齐
"#]]
        );
    }

    #[test]
    fn a_whole_entry_is_silent() {
        let fields = "  所属领域: 甲\n  一级事项: 乙\n  二级事项: 丙\n  公开时限: 及时公开\n  公开方式: 主动公开\n  公开依据: 丁\n  公开主体: 戊\n";
        let levels = "  公开层级: [{层级: 县级, 公开渠道和载体: 政府网站}]\n";
        assert_eq!(block(&(fields.to_owned() + levels)), "");
        assert_eq!(block(&(fields.to_owned() + "  公开层级: 县级\n  公开渠道和载体: [政府网站]\n")), "");
    }

    #[test]
    fn another_template_is_left_alone() {
        assert_eq!(block("  索引号: 1\n  发布机构: 某局\n  公开方式: 政府网站\n"), "");
        assert_eq!(block("  索引号: 1\n  公开主体: 某局\n  公开时限: 常年公开\n  公开依据: 某法\n"), "");
        assert_eq!(block(""), "");
    }
}
