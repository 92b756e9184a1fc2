//! P001: an identity number that the public would read.
//!
//! 个人信息保护法 Art. 25: personal data are not published without separate consent.

use crate::check::privacy::report_all;
use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::text::message::Words;
use crate::text::personal::Kind;

/// 公开内容里有身份证号码.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "P001",
    name: "identity-number",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "公开的文字或附件里有身份证号码。",
            "An identity number in a public text or in an attached file.",
        ),
        why: Words::new(
            "个人信息保护法第二十五条：未经单独同意不得公开；身份证号与姓名、住址并列，最易被冒用。",
            "个人信息保护法 Art. 25: personal data are not published without separate consent.",
        ),
        example: "张某，11010519491231002X",
        mend: Words::new("张某，110***********02X", "张某，110***********02X"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    report_all(prose, Kind::Identity18, &CODE, Words::new("身份证号码", "an identity number"), report);
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn the_number_is_found_and_not_shown() {
        let notice = NOTICE.replace("现通知如下。", "现通知如下：张某，11010519491231002X");
        let printed = printed(&["P001"], &[("栏目/通知/notice.md", &notice)]);
        assert!(!printed.contains("11010519491231002X"), "{printed}");
        crate::testing::assert_snapshot!(
            printed,
            snapbox::str![[r#"
错误[P001]: 公开的文字里有身份证号码“110*************2X”
  --> content/栏目/通知/notice.md:13:10
   |
13 | 现通知如下：张某，******************
   |                   ^^^^^^^^^^^^^^^^^^
   |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明
"#]]
        );
    }

    #[test]
    fn other_numbers_pass() {
        let notice = NOTICE.replace(
            "现通知如下。",
            "统一社会信用代码11341729003257952H，索引号000014349/2017-00110，编号110105194912310021。",
        );
        assert_eq!(printed(&["P001"], &[("栏目/通知/notice.md", &notice)]), "");
    }
}
