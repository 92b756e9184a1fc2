//! 放行: findings that a notice accepts on purpose are lowered to notes that state the reason.
//!
//! An acceptance without a reason, or without a matching finding, is a finding itself: a stale list of exceptions
//! hides the next mistake.

use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::{Acceptance, Notice};
use crate::text::message::Words;

/// Findings about acceptances themselves.
pub const CODES: &[&Code] = &[&NOTHING, &NO_REASON];

const NOTHING: Code = Code {
    id: "A001",
    name: "nothing-to-accept",
    severity: Severity::Warning,
    about: About {
        what: Words::new("放行了并不存在的问题。", "放行 accepts a finding that does not exist."),
        why: Words::new(
            "没有用处的放行会掩盖以后真正的错误。",
            "An acceptance without a finding hides the next mistake.",
        ),
        example: "放行:\n  D002: 经审核同意\n（公开方式已是主动公开）",
        mend: Words::new("删去这一行。", "Delete the line."),
    },
};
const NO_REASON: Code = Code {
    id: "A002",
    name: "accepted-without-reason",
    severity: Severity::Error,
    about: About {
        what: Words::new("放行没有写明理由。", "A finding is accepted without a reason."),
        why: Words::new(
            "日后查看的人要知道是谁、凭什么同意的。",
            "Later readers have to know who agreed, and why.",
        ),
        example: "放行:\n  D002:",
        mend: Words::new(
            "放行:\n  D002: 经局长办公会审核同意",
            "放行:\n  D002: approved at the bureau's meeting",
        ),
    },
};

/// Applies every notice's acceptances to the findings about its own files.
pub fn apply(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        for acceptance in &notice.accepted {
            accept(notice, acceptance, report);
        }
    }
}

fn accept(notice: &Notice, acceptance: &Acceptance, report: &mut Report) {
    let (code, reason) = (&acceptance.code, acceptance.reason.value.trim());
    if reason.is_empty() {
        let finding =
            Diagnostic::new(&NO_REASON, code.span, message!("放行没有写明理由", "accepted without a reason"));
        report.push(finding.help(message!("在冒号后写明理由", "write the reason after the colon")));
        return;
    }
    if !report.accept(&code.value, |file| notice.owns(file), &message!("{reason}", "{reason}")) {
        let id = &code.value;
        let message = message!("没有可放行的“{id}”", "there is no {id} to accept here");
        report.push(
            Diagnostic::new(&NOTHING, code.span, message).help(message!("删去这一行", "delete this line")),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn an_acceptance_turns_an_error_into_a_note_with_its_reason() {
        let notice = NOTICE.replace("公开方式: 主动公开", "公开方式: 依申请公开\n放行:\n  D002: 经审核同意");
        crate::testing::assert_snapshot!(
            printed(&["D002", "A001"], &[("栏目/通知/notice.md", &notice)]),
            snapbox::str![[r#"
提示[D002]: 网页上公开的事项，公开方式却是“依申请公开”
  --> content/栏目/通知/notice.md:11:9
   |
11 |   公开方式: 依申请公开
   |             ^^^^^^^^^^
   |
已放行: 经审核同意
"#]]
        );
    }

    #[test]
    fn an_acceptance_needs_a_reason_and_something_to_accept() {
        let notice =
            NOTICE.replace("公开方式: 主动公开", "公开方式: 主动公开\n放行:\n  D002: 经审核同意\n  T002:");
        crate::testing::assert_snapshot!(
            printed(&["A001", "A002"], &[("栏目/通知/notice.md", &notice)]),
            snapbox::str![[r#"
警告[A001]: 没有可放行的“D002”
  --> content/栏目/通知/notice.md:13:3
   |
13 |   D002: 经审核同意
   |   ^^^^
   |
建议: 删去这一行

错误[A002]: 放行没有写明理由
  --> content/栏目/通知/notice.md:14:3
   |
14 |   T002:
   |   ^^^^
   |
建议: 在冒号后写明理由
"#]]
        );
    }
}
