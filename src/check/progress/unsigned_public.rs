//! N015: a summary that is marked public and not signed: it is not published.

use crate::check::Rule;
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::model::Project;
use crate::say;
use crate::text::message::Words;

/// 总结标了公开而没有签字.
pub const RULE: Rule = Rule { code: &CODE, check };
const CODE: Code = Code {
    id: "N015",
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
    for summary in project.notices.iter().flat_map(|notice| &notice.summaries) {
        if !summary.public || summary.is_signed() {
            continue;
        }
        let (name, missing) = (&summary.office.text.value, summary.signing.missing().join("、"));
        let message = say!(
            "“{name}”的总结写了公开，但没有签字（缺{missing}），不会公开",
            "{name}'s summary is marked public but not signed ({missing}); it is not published"
        );
        report.push(Diagnostic::new(&CODE, summary.office.text.span, message).help(say!(
            "签字后填写“签字”；不公开的，写“公开: false”",
            "fill in 签字 when it is signed, or write `公开: false`"
        )));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn summary(fields: &str) -> String {
        let text = format!("---\n股室: 危化股\n年度: 2024\n{fields}---\n");
        printed(&["N015"], &[("栏目/通知/summary/a.md", &text)])
    }

    #[test]
    fn says_what_is_missing() {
        snapbox::assert_data_eq!(
            summary("公开: true\n签字: {股室负责人: 示例甲}\n"),
            snapbox::str![[r#"
警告[N015]: “危化股”的总结写了公开，但没有签字（缺分管领导、日期），不会公开
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
    fn internal_and_signed_ones_are_fine() {
        let signed = "签字: {股室负责人: 示例甲, 分管领导: 示例乙, 日期: 2024-08-30}\n";
        for fields in ["", "公开: false\n", &format!("公开: true\n{signed}")] {
            assert_eq!(summary(fields), "", "{fields}");
        }
    }
}
