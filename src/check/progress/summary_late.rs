//! N010: summaries that are missing or unsigned after the day of 总结报送.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::owed::{Owed, Summing};
use crate::source::Located;
use crate::text::date::chinese;
use crate::text::message::Words;

/// 总结逾期未报或者没有签字.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N010",
    name: "summary-late",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "过了“总结报送”的日期，还有股室的年度总结没有报来，或者没有签字。",
            "After the day of 总结报送 a summary is missing, or not signed.",
        ),
        why: Words::new(
            "通知要求总结由股室负责人和分管领导签字确认后按时报送。",
            "The notice asks for summaries by that day, signed by the office's head and the leader in charge.",
        ),
        example: "总结报送: 2024-12-10（summary 中没有危化股的总结，今天是2024年12月11日）",
        mend: Words::new(
            "请股室补报：gongkai summary 危化股 可以根据进展生成草稿；签字后填写“签字”三项。",
            "Ask the office; `gongkai summary 危化股` makes a draft from its notes. Fill in 签字 when it is signed.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| !notice.is_closed(project.today)) {
        let (Some(due), Some(year)) = (&notice.summary_due, notice.summary_year()) else { continue };
        if due.value < project.today {
            check_summaries(project, notice, due, year, report);
        }
    }
}

fn check_summaries(
    project: &Project,
    notice: &Notice,
    due: &Located<jiff::civil::Date>,
    year: i16,
    report: &mut Report,
) {
    let day = chinese(due.value);
    let mut absent = Vec::new();
    for owed in Owed::of(project, notice) {
        let name = project.register.office(owed.office).name.value.as_str();
        match owed.summary {
            Summing::NotAsked | Summing::Signed => {}
            Summing::Missing(_) => absent.push(name),
            Summing::Unsigned(_) => {
                let Some(summary) = notice.summary_of(owed.office, year, &project.register) else { continue };
                // A signature in the future does not count yet; N002 reports it.
                if summary.is_signed() {
                    continue;
                }
                let missing = summary.signing.missing().join("、");
                let message = message!(
                    "“{name}”{year}年度总结应于{day}前签字报送，还没有签字（缺{missing}）",
                    "{name}'s summary of {year} was due on {day} and is not signed ({missing})"
                );
                report.push(Diagnostic::new(&CODE, summary.office.text.span, message).help(message!(
                    "由股室负责人和分管领导签字后，填写“签字”",
                    "have it signed by the office's head and the leader in charge, then fill in 签字"
                )));
            }
        }
    }
    if !absent.is_empty() {
        let (count, list) = (absent.len(), absent.join("、"));
        let message = message!(
            "{year}年度总结应于{day}前报送，还缺{count}个股室：{list}",
            "summaries of {year} were due on {day}; {count} offices are missing: {list}"
        );
        report.push(Diagnostic::new(&CODE, due.span, message).help(message!(
            "请这些股室补报；gongkai summary 股室名 可以根据进展生成草稿",
            "ask these offices; `gongkai summary OFFICE` makes a draft from its notes"
        )));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn due(day: &str, summary: &str) -> String {
        let notice = NOTICE.replace("发布日期", &format!("总结报送: {day}\n发布日期"));
        let table = TABLE.replace("责任股室: 危化股", "责任股室: 各股室");
        printed(
            &["N010"],
            &[
                ("栏目/通知/notice.md", &notice),
                ("栏目/通知/tasks.yaml", &table),
                ("栏目/通知/summary/a.md", &format!("---\n股室: 法规股\n年度: 2024\n{summary}---\n")),
            ],
        )
    }

    const SIGNED: &str = "签字: {股室负责人: 示例甲, 分管领导: 示例乙, 日期: 2024-08-30}\n";

    #[test]
    fn names_those_who_are_missing_and_what_is_unsigned() {
        crate::testing::assert_snapshot!(
            due("2024-08-31", "签字: {股室负责人: 示例甲}\n"),
            snapbox::str![[r#"
警告[N010]: 2024年度总结应于2024年8月31日前报送，还缺1个股室：危化股
 --> content/栏目/通知/notice.md:6:7
  |
6 | 总结报送: 2024-08-31
  |           ^^^^^^^^^^
  |
建议: 请这些股室补报；gongkai summary 股室名 可以根据进展生成草稿

警告[N010]: “法规股”2024年度总结应于2024年8月31日前签字报送，还没有签字（缺分管领导、日期）
 --> content/栏目/通知/summary/a.md:2:5
  |
2 | 股室: 法规股
  |       ^^^^^^
  |
建议: 由股室负责人和分管领导签字后，填写“签字”
"#]]
        );
    }

    #[test]
    fn what_is_signed_or_not_yet_due_is_fine() {
        assert_eq!(due("2024-09-01", ""), "");
        let found = due("2024-08-31", SIGNED);
        assert!(found.contains("还缺1个股室：危化股") && !found.contains("没有签字"), "{found}");
        assert!(due("2025-01-15", SIGNED).is_empty(), "of the year before");
    }
}
