//! N012: a note dated before the notice that asks for it.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use jiff::civil::Date;

use crate::message;
use crate::model::Project;
use crate::text::date::chinese;
use crate::text::message::Words;

/// 进展早于成文日期.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N012",
    name: "note-before-paper",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "进展的日期早于通知的成文日期。",
            "A progress note is dated before the notice itself.",
        ),
        why: Words::new(
            "通知印发以前不会有落实它的进展，多半是年份写错了。",
            "Nobody carries out a notice before it was written; usually the year is wrong.",
        ),
        example: "成文日期: 2024-08-01；进展 日期: 2023-09-30",
        mend: Words::new("日期: 2024-09-30", "日期: 2024-09-30"),
    },
};

fn check(project: &Project, report: &mut Report) {
    // If 成文日期 itself is wrong (D008), nothing is compared with it.
    for notice in project.notices.iter().filter(|notice| !notice.is_published_before_dated()) {
        let paper = notice.dated.value;
        // A day that could not be read is reported as it is read.
        let before = notice.notes.iter().map(|note| &note.dated);
        for day in before.filter(|day| day.value < paper && day.value != Date::MIN) {
            let (written, dated) = (chinese(day.value), chinese(paper));
            let message = message!(
                "{written}早于通知的成文日期{dated}",
                "{written} lies before the notice's own date, {dated}"
            );
            report.push(
                Diagnostic::new(&CODE, day.span, message)
                    .label(notice.dated.span, message!("成文日期", "the paper's date"))
                    .help(message!("核对年份和月份", "check the year and month")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn of(day: &str) -> String {
        let note = format!("---\n日期: {day}\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n---\n");
        printed(&["N012"], &[("栏目/通知/progress/a.md", &note)])
    }

    #[test]
    fn shows_both_days() {
        crate::testing::assert_snapshot!(
            of("2024-07-31"),
            snapbox::str![[r#"
警告[N012]: 2024年7月31日早于通知的成文日期2024年8月1日
 --> content/栏目/通知/progress/a.md:2:5
  |
2 | 日期: 2024-07-31
  |       ^^^^^^^^^^
  |
 ::: content/栏目/通知/notice.md:5:7
  |
5 | 成文日期: 2024-08-01
  |           ---------- 成文日期
  |
建议: 核对年份和月份
"#]]
        );
    }

    #[test]
    fn the_paper_s_own_day_is_fine_and_what_is_no_day_is_another_finding() {
        for day in ["2024-08-01", "2024-08-32", ""] {
            assert_eq!(of(day), "", "{day}");
        }
    }
}
