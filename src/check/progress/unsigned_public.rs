//! N014: a summary that is marked public but not signed, and therefore not published.
//!
//! Once 总结报送 has passed, N010 reports the missing signature.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use jiff::civil::Date;

use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::summary::YearSummary;
use crate::text::message::Words;

/// 总结标了公开而没有签字.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N014",
    name: "unsigned-public",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "总结写了“公开: true”，但没有签字，所以不会公开。",
            "A summary is marked public but not signed, and so it is not published.",
        ),
        why: Words::new(
            "总结经股室负责人和分管领导签字确认后才能公开。",
            "Only what the office's head and the leader in charge have signed is published.",
        ),
        example: "公开: true\n签字: {股室负责人: 示例甲}",
        mend: Words::new(
            "签字后填写“签字”三项；不公开的，写“公开: false”。",
            "Fill in all of 签字 when it is signed, or write `公开: false`.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        for summary in &notice.summaries {
            if summary.public && !summary.is_signed() && !is_late(notice, summary, project.today) {
                report.push(finding(summary));
            }
        }
    }
}

/// Whether the due date of the summary has passed.
fn is_late(notice: &Notice, summary: &YearSummary, today: Date) -> bool {
    let passed = notice.summary_due.as_ref().is_some_and(|due| due.value < today);
    passed && summary.year.as_ref().map(|year| year.value) == notice.summary_year()
}

fn finding(summary: &YearSummary) -> Diagnostic {
    let (name, missing) = (&summary.office.text.value, summary.signing.missing().join("、"));
    let message = message!(
        "“{name}”的总结写了公开，但没有签字（缺{missing}），不会公开",
        "{name}'s summary is marked public but not signed ({missing}); it is not published"
    );
    Diagnostic::new(&CODE, summary.office.text.span, message).help(message!(
        "签字后填写“签字”；不公开的，写“公开: false”",
        "fill in 签字 when it is signed, or write `公开: false`"
    ))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn summary(fields: &str) -> String {
        let text = format!("---\n股室: 危化股\n年度: 2024\n{fields}---\n");
        printed(&["N014"], &[("栏目/通知/summary/a.md", &text)])
    }

    #[test]
    fn says_what_is_missing() {
        crate::testing::assert_snapshot!(
            summary("公开: true\n签字: {股室负责人: 示例甲}\n"),
            snapbox::str![[r#"
警告[N014]: “危化股”的总结写了公开，但没有签字（缺分管领导、日期），不会公开
 --> content/栏目/通知/summary/a.md:2:5
  |
2 | 股室: 危化股
  |       ^^^^^^
  |
建议: 签字后填写“签字”；不公开的，写“公开: false”
"#]]
        );
    }

    #[test]
    fn what_is_late_is_another_rule_s() {
        for (due, here) in [("2024-08-31", false), ("2024-09-01", true), ("2025-01-15", true)] {
            let notice = NOTICE.replace("发布日期", &format!("总结报送: {due}\n发布日期"));
            let text = "---\n股室: 危化股\n年度: 2024\n公开: true\n---\n";
            let files = [("栏目/通知/notice.md", notice.as_str()), ("栏目/通知/summary/a.md", text)];
            assert_eq!(!printed(&["N014"], &files).is_empty(), here, "{due}");
            assert_eq!(!printed(&["N010"], &files).is_empty(), !here, "{due}");
        }
    }

    #[test]
    fn internal_and_signed_ones_are_fine() {
        let signed = "签字: {股室负责人: 示例甲, 分管领导: 示例乙, 日期: 2024-08-30}\n";
        for fields in ["", "公开: false\n", &format!("公开: true\n{signed}")] {
            assert_eq!(summary(fields), "", "{fields}");
        }
    }
}
