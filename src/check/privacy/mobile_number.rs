//! P003: a mobile number that the public would read.
//!
//! A mobile number is personal data; an emergency bureau was named for publishing some. Offices publish landlines.

use crate::check::privacy::report_all;
use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::text::message::Words;
use crate::text::personal::Kind;

/// 公开内容里有手机号码.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "P003",
    name: "mobile-number",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "公开的文字或附件里有手机号码。",
            "A mobile number in a public text or in an attached file.",
        ),
        why: Words::new(
            "个人手机号码属于个人信息；曾有应急管理局因公布工作人员手机号码被通报。公开联系电话用单位座机。",
            "A mobile number is personal data; an emergency bureau was named for publishing some. Offices publish landlines.",
        ),
        example: "联系人：王某，13812345678",
        mend: Words::new("联系电话：0730-3720055", "联系电话：0730-3720055"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    report_all(prose, Kind::Mobile, &CODE, Words::new("手机号码", "a mobile number"), report);
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn the_number_is_found_and_not_shown() {
        let notice = NOTICE.replace("现通知如下。", "现通知如下：联系人：王某，13812345678");
        let printed = printed(&["P003"], &[("栏目/通知/notice.md", &notice)]);
        assert!(!printed.contains("13812345678"), "{printed}");
        crate::testing::assert_snapshot!(
            printed,
            snapbox::str![[r#"
错误[P003]: 公开的文字里有手机号码“138******78”
  --> content/栏目/通知/notice.md:13:14
   |
13 | 现通知如下：联系人：王某，***********
   |                           ^^^^^^^^^^^
   |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明
"#]]
        );
    }

    #[test]
    fn no_other_finding_quotes_the_number() {
        let table = crate::testing::TABLE.replace("责任股室: 危化股", "责任股室: 13812345678");
        let printed = printed(&["P003", "T002"], &[("栏目/通知/tasks.yaml", &table)]);
        assert!(
            printed.contains("[T002]") && printed.contains("[P003]") && !printed.contains("13812345678"),
            "{printed}"
        );
    }

    #[test]
    fn other_numbers_pass() {
        let notice =
            NOTICE.replace("现通知如下。", "举报电话3720055、3769918，12350，0730-3720055，400-820-8820。");
        assert_eq!(printed(&["P003"], &[("栏目/通知/notice.md", &notice)]), "");
    }
}
