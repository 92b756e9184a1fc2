//! P004: a bank card number that the public would read.
//!
//! 个人信息保护法 Art. 28: finance accounts are sensitive personal data.

use crate::check::privacy::report_all;
use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::text::message::Words;
use crate::text::personal::Kind;

/// 公开内容里有银行卡号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "P004",
    name: "bank-card",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "公开的文字或附件里有银行卡号。",
            "A bank card number in a public text or in an attached file.",
        ),
        why: Words::new(
            "个人信息保护法第二十八条：金融账户是敏感个人信息。",
            "个人信息保护法 Art. 28: finance accounts are sensitive personal data.",
        ),
        example: "补贴账户6222021234567890128",
        mend: Words::new("补贴账户6222*************28", "补贴账户6222*************28"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    report_all(prose, Kind::BankCard, &CODE, Words::new("银行卡号", "a bank card number"), report);
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn the_number_is_found_and_not_shown() {
        let notice = NOTICE.replace("现通知如下。", "现通知如下：补贴账户6222021234567890128");
        let printed = printed(&["P004"], &[("栏目/通知/notice.md", &notice)]);
        assert!(!printed.contains("6222021234567890128"), "{printed}");
        crate::testing::assert_snapshot!(
            printed,
            snapbox::str![[r#"
错误[P004]: 公开的文字里有银行卡号“6222*************28”
  --> content/栏目/通知/notice.md:13:11
   |
13 | 现通知如下：补贴账户*******************
   |                     ^^^^^^^^^^^^^^^^^^^
   |
建议: 删去，或遮去中间各位；依法必须公开并经批准的，在“放行”中写明
"#]]
        );
    }

    #[test]
    fn other_numbers_pass() {
        let notice = NOTICE.replace("现通知如下。", "备案号43068202000123，金额6222021234567890元。");
        assert_eq!(printed(&["P004"], &[("栏目/通知/notice.md", &notice)]), "");
    }
}
