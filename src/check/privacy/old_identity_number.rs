//! P002: a 15-digit identity number that the public would read.
//!
//! 个人信息保护法 Art. 25: an old number identifies the person, too.

use crate::check::privacy::report_all;
use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::text::message::Words;
use crate::text::personal::Kind;

/// 公开内容里有15 位身份证号码.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "P002",
    name: "old-identity-number",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "公开的文字或附件里有15 位身份证号码。",
            "A 15-digit identity number in a public text or in an attached file.",
        ),
        why: Words::new(
            "个人信息保护法第二十五条：旧身份证号同样能查到本人。",
            "个人信息保护法 Art. 25: an old number identifies the person, too.",
        ),
        example: "李某，130503670401001",
        mend: Words::new("李某，130**********01", "李某，130**********01"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    report_all(
        prose,
        Kind::Identity15,
        &CODE,
        Words::new("15 位身份证号码", "a 15-digit identity number"),
        report,
    );
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn the_number_is_found_and_not_shown() {
        let notice = NOTICE.replace("现通知如下。", "现通知如下：李某，130503670401001");
        let printed = printed(&["P002"], &[("栏目/通知/notice.md", &notice)]);
        assert!(!printed.contains("130503670401001"), "{printed}");
        crate::testing::assert_snapshot!(
            printed,
            snapbox::str![[r#"
错误[P002]: 公开的文字里有15 位身份证号码“130**********01”
  --> content/栏目/通知/notice.md:13:10
   |
13 | 现通知如下：李某，***************
   |                   ^^^^^^^^^^^^^^^
   |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明
"#]]
        );
    }

    #[test]
    fn other_numbers_pass() {
        let notice = NOTICE.replace("现通知如下。", "流水号990503670401001。");
        assert_eq!(printed(&["P002"], &[("栏目/通知/notice.md", &notice)]), "");
    }
}
