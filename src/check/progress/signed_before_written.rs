//! N011: a summary that was signed before it was written, or before its year began.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use jiff::civil::Date;

use crate::message;
use crate::model::Project;
use crate::model::summary::YearSummary;
use crate::text::date::chinese;
use crate::text::message::Words;

/// 签字早于写成.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N011",
    name: "signed-before-written",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "签字的日期早于总结写成的日期，或者早于所总结的年度。",
            "A summary was signed before it was written, or before its year began.",
        ),
        why: Words::new(
            "签字确认的应当是写成的总结；先签后写，签字就没有意义。",
            "A signature confirms what was written; given before, it confirms nothing.",
        ),
        example: "日期: 2024-12-05\n签字: {股室负责人: 示例甲, 分管领导: 示例乙, 日期: 2024-12-02}",
        mend: Words::new(
            "核对两个日期；签字后又作修改的，重新签字。",
            "Check both days; if the summary was changed after signing, have it signed again.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for summary in project.notices.iter().flat_map(|notice| &notice.summaries) {
        let Some(signed) = &summary.signing.day else { continue };
        let finding = match not_before(summary) {
            Some((written, Some(span))) if signed.value < written => {
                let (signed_on, written) = (chinese(signed.value), chinese(written));
                let message = message!(
                    "{signed_on}签字，早于写成的日期{written}",
                    "signed on {signed_on}, before it was written on {written}"
                );
                Diagnostic::new(&CODE, signed.span, message).label(span, message!("写成的日期", "written"))
            }
            Some((first, None)) if signed.value < first => {
                let (signed_on, year) = (chinese(signed.value), first.year());
                let message = message!(
                    "{signed_on}签字时，{year}年度还没有开始",
                    "signed on {signed_on}, before the year {year} began"
                );
                Diagnostic::new(&CODE, signed.span, message)
            }
            _ => continue,
        };
        report.push(finding.help(message!(
            "核对日期；签字后又作修改的，重新签字",
            "check the days; if it was changed after signing, have it signed again"
        )));
    }
}

/// The first possible day of signing, with its place if the day is written in the summary.
fn not_before(summary: &YearSummary) -> Option<(Date, Option<crate::source::Span>)> {
    if let Some(written) = &summary.written {
        return Some((written.value, Some(written.span)));
    }
    let year = summary.year.as_ref()?.value;
    Date::new(year, 1, 1).ok().map(|first| (first, None))
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn signed(fields: &str, day: &str) -> String {
        let text = format!(
            "---\n股室: 危化股\n年度: 2024\n{fields}签字: {{股室负责人: 示例甲, 分管领导: 示例乙, 日期: {day}}}\n---\n"
        );
        printed(&["N011"], &[("栏目/通知/summary/a.md", &text)])
    }

    #[test]
    fn shows_both_days() {
        crate::testing::assert_snapshot!(
            signed("日期: 2024-08-30\n", "2024-08-29"),
            snapbox::str![[r#"
警告[N011]: 2024年8月29日签字，早于写成的日期2024年8月30日
 --> content/栏目/通知/summary/a.md:5:33
  |
5 | 签字: {股室负责人: 示例甲, 分管领导: 示例乙, 日期: 2024-08-29}
  |                                                    ^^^^^^^^^^
  |
 ::: content/栏目/通知/summary/a.md:4:5
  |
4 | 日期: 2024-08-30
  |       ---------- 写成的日期
  |
建议: 核对日期；签字后又作修改的，重新签字
"#]]
        );
    }

    #[test]
    fn nothing_of_a_year_is_signed_before_it() {
        crate::testing::assert_snapshot!(
            signed("", "2023-12-31"),
            snapbox::str![[r#"
警告[N011]: 2023年12月31日签字时，2024年度还没有开始
 --> content/栏目/通知/summary/a.md:4:33
  |
4 | 签字: {股室负责人: 示例甲, 分管领导: 示例乙, 日期: 2023-12-31}
  |                                                    ^^^^^^^^^^
  |
建议: 核对日期；签字后又作修改的，重新签字
"#]]
        );
    }

    #[test]
    fn on_the_same_day_and_later_is_fine() {
        assert_eq!(signed("日期: 2024-08-30\n", "2024-08-30"), "");
        assert_eq!(signed("", "2024-01-01"), "");
    }
}
