//! D030: 撤下 without what its page has to say.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::withdrawal::{See, Withdrawal};
use crate::text::message::{Message, Words};

/// 撤下写得不对.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D030",
    name: "withdrawal",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "“撤下”的日期还没有到，没有写原因，或者“见”的不是一份公开的通知。",
            "The day of 撤下 has not come, its reason is missing, or 见 is no public notice.",
        ),
        why: Words::new(
            "撤下以后，原地址上只有这一页说明：什么时候撤下、为什么、改看哪里。",
            "All that is left at the address is a page that says when, why, and where to look instead.",
        ),
        example: "撤下: {日期: 2024-10-08, 原因: , 见: ../没有的通知}",
        mend: Words::new(
            "撤下: {日期: 2024-10-08, 原因: 内容有误，已重新印发。, 见: ../2024-xin}",
            "撤下: {日期: 2024-10-08, 原因: 内容有误，已重新印发。, 见: ../2024-xin}",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let Some(withdrawal) = &notice.withdrawal else { continue };
        let day = withdrawal.day.value;
        if day > project.today {
            let message = message!("撤下的日期{day}还没有到", "the day of 撤下, {day}, has not come");
            report.push(
                Diagnostic::new(&CODE, withdrawal.day.span, message)
                    .help(message!("到那一天再写“撤下”", "write 撤下 on that day")),
            );
        }
        if withdrawal.reason.is_none() {
            report.push(without_reason(withdrawal));
        }
        if let Some(see) = &withdrawal.see
            && let Some(message) = unseeable(project, notice, see)
        {
            report.push(Diagnostic::new(&CODE, see.text.span, message).help(message!(
                "写另一份公开的通知所在的文件夹，从本通知的文件夹算起；没有的，删去“见”",
                "write the folder of another public notice as seen from this one's; leave 见 out if there is none"
            )));
        }
    }
}

fn without_reason(withdrawal: &Withdrawal) -> Diagnostic {
    let message = message!("没有写撤下的原因", "the reason of 撤下 is missing");
    Diagnostic::new(&CODE, withdrawal.day.span, message)
        .help(message!("加上“原因: ”，照写公开", "add 原因, which is published as written"))
}

/// The reason why readers cannot be sent to a notice.
fn unseeable(project: &Project, notice: &Notice, see: &See) -> Option<Message> {
    let found = see.path.as_ref().and_then(|path| project.notices.iter().find(|other| other.path == *path));
    let words = &see.text.value;
    match found {
        None => Some(message!("没有“{words}”这份通知", "there is no notice {words:?}")),
        Some(other) if other.path == notice.path => {
            Some(message!("“见”的是这份通知自己", "见 is this very notice"))
        }
        Some(other) if other.withdrawal.is_some() => {
            Some(message!("“{words}”也已经撤下", "the notice {words:?} is withdrawn, too"))
        }
        Some(other) if other.is_held_back(project.today) => {
            Some(message!("“{words}”还没有公开", "the notice {words:?} is not public"))
        }
        Some(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn withdrawn(record: &str) -> String {
        let notice = NOTICE.replacen("---\n", &format!("---\n撤下: {record}\n"), 1);
        let gone = NOTICE.replacen("---\n", "---\n撤下: {日期: 2024-08-20, 原因: 有误。}\n", 1);
        let draft = NOTICE.replacen("---\n", "---\n公开: false\n", 1);
        let others = [
            ("栏目/另一份/notice.md", NOTICE),
            ("栏目/也撤下/notice.md", gone.as_str()),
            ("栏目/草稿/notice.md", draft.as_str()),
        ];
        let tables = ["另一份", "也撤下", "草稿"].map(|folder| format!("栏目/{folder}/tasks.yaml"));
        let tables = tables.iter().map(|path| (path.as_str(), crate::testing::TABLE));
        let files: Vec<(&str, &str)> =
            others.into_iter().chain(tables).chain([("栏目/通知/notice.md", notice.as_str())]).collect();
        printed(&["D030"], &files)
    }

    #[test]
    fn a_withdrawal_says_when_why_and_where_to_look() {
        for right in ["../另一份", "../另一份/notice.md", "栏目/另一份/"] {
            assert_eq!(withdrawn(&format!("{{日期: 2024-08-30, 原因: 有误。, 见: {right}}}")), "");
        }
        assert_eq!(withdrawn("{日期: 2024-09-01, 原因: 有误。}"), "");
        crate::testing::assert_snapshot!(
            withdrawn("{日期: 2024-09-02, 原因: , 见: ../没有}"),
            snapbox::str![[r#"
错误[D030]: 撤下的日期2024-09-02还没有到
 --> content/栏目/通知/notice.md:2:10
  |
2 | 撤下: {日期: 2024-09-02, 原因: , 见: ../没有}
  |              ^^^^^^^^^^
  |
建议: 到那一天再写“撤下”

错误[D030]: 没有写撤下的原因
 --> content/栏目/通知/notice.md:2:10
  |
2 | 撤下: {日期: 2024-09-02, 原因: , 见: ../没有}
  |              ^^^^^^^^^^
  |
建议: 加上“原因: ”，照写公开

错误[D030]: 没有“../没有”这份通知
 --> content/栏目/通知/notice.md:2:31
  |
2 | 撤下: {日期: 2024-09-02, 原因: , 见: ../没有}
  |                                      ^^^^^^^
  |
建议: 写另一份公开的通知所在的文件夹，从本通知的文件夹算起；没有的，删去“见”
"#]]
        );
        for (wrong, message) in
            [("../通知", "“见”的是这份通知自己"), ("../也撤下", "也已经撤下"), ("../草稿", "还没有公开")]
        {
            let found = withdrawn(&format!("{{日期: 2024-08-30, 原因: 有误。, 见: {wrong}}}"));
            assert!(found.contains(message) && found.matches("[D030]").count() == 1, "{found}");
        }
    }
}
