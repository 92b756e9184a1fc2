//! N002: a note or signature with a date in the future.
//!
//! Usually a typing mistake in the year or month. Until its day the note is left out of every count and page.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::date::chinese;
use crate::text::message::Words;

/// 进展的日期晚于今天.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N002",
    name: "future-note",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "进展或签字的日期晚于生成的日期。",
            "A progress note, or a signature, is dated after the day of the build.",
        ),
        why: Words::new(
            "还没有到的日子不会有进展；在那一天之前，它不计入台账，也不公开。",
            "Nothing can be reported for a day in the future; until then the note neither counts nor is published.",
        ),
        example: "日期: 2025-09-30（今天是2024年10月8日）",
        mend: Words::new("日期: 2024-09-30", "日期: 2024-09-30"),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let notes = notice.notes.iter().map(|note| &note.dated);
        let summaries = notice.summaries.iter();
        let signatures = summaries.flat_map(|summary| summary.written.iter().chain(&summary.signing.day));
        for day in notes.chain(signatures).filter(|day| day.value > project.today) {
            let (written, today) = (chinese(day.value), chinese(project.today));
            let message =
                message!("{written}还没有到：今天是{today}", "{written} has not come: today is {today}");
            report.push(Diagnostic::new(&CODE, day.span, message).help(message!(
                "核对年份和月份；日期无误的，到那一天才计入、才公开",
                "check the year and month; if it is right, it counts and is published from that day on"
            )));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn of(day: &str) -> String {
        let note = format!("---\n日期: {day}\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n---\n");
        printed(&["N002"], &[("栏目/通知/progress/a.md", &note)])
    }

    #[test]
    fn names_both_days() {
        crate::testing::assert_snapshot!(
            of("2024-09-02"),
            snapbox::str![[r#"
警告[N002]: 2024年9月2日还没有到：今天是2024年9月1日
 --> content/栏目/通知/progress/a.md:2:5
  |
2 | 日期: 2024-09-02
  |       ^^^^^^^^^^
  |
建议: 核对年份和月份；日期无误的，到那一天才计入、才公开
"#]]
        );
    }

    #[test]
    fn signatures_have_days_too() {
        let summary = "---\n股室: 危化股\n年度: 2024\n日期: 2024-09-02\n签字: {日期: 2024-09-03}\n---\n";
        let found = printed(&["N002"], &[("栏目/通知/summary/a.md", summary)]);
        assert_eq!(found.matches("N002").count(), 2, "{found}");
    }

    #[test]
    fn today_is_a_day_that_has_come() {
        assert_eq!(of("2024-09-01"), "");
    }
}
