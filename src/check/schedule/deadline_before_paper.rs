//! S001: a deadline that had passed when the paper was signed.
//!
//! Nobody can meet it; usually the year was not changed when last year's table was copied. If 成文日期 itself is wrong
//! (D008), nothing is compared with it.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::date::chinese;
use crate::text::message::Words;

/// 完成时限早于成文日期.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "S001",
    name: "deadline-before-paper",
    severity: Severity::Error,
    about: About {
        what: Words::new("完成时限早于通知的成文日期。", "A deadline lies before the paper's own date."),
        why: Words::new(
            "下发之时就已逾期，没有人能完成；多半是沿用旧表忘了改年份。",
            "It had passed when the paper was signed; usually last year's table was copied.",
        ),
        example: "成文日期: 2024-08-01 …… 完成时限: 2023年12月",
        mend: Words::new("核对年份：完成时限: 2024年12月", "Check the year: 完成时限: 2024年12月"),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| !notice.is_published_before_dated()) {
        for deadline in notice.tables().flat_map(crate::model::table::Table::deadlines) {
            let Some(last) = deadline.meaning.last_day() else { continue };
            if last >= notice.dated.value {
                continue;
            }
            let (text, dated) = (&deadline.text.value, chinese(notice.dated.value));
            let message = message!(
                "时限“{text}”早于成文日期{dated}",
                "the deadline {text} lies before the paper's own date, {dated}"
            );
            report.push(
                Diagnostic::new(&CODE, deadline.text.span, message)
                    .label(notice.dated.span, message!("成文日期", "the paper's date"))
                    .help(message!(
                        "核对年份，或改为成文之后的日期",
                        "check the year, or set a day after the paper's date"
                    )),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn shows_both_dates() {
        let table = TABLE.replace("完成时限: 长期坚持", "完成时限: 2023年12月");
        crate::testing::assert_snapshot!(
            printed(&["S001"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
错误[S001]: 时限“2023年12月”早于成文日期2024年8月1日
 --> content/栏目/通知/tasks.yaml:9:15
  |
9 |         完成时限: 2023年12月
  |                   ^^^^^^^^^^
  |
 ::: content/栏目/通知/notice.md:5:7
  |
5 | 成文日期: 2024-08-01
  |           ---------- 成文日期
  |
建议: 核对年份，或改为成文之后的日期
"#]]
        );
    }

    #[test]
    fn the_paper_s_own_day_and_month_are_in_time() {
        for text in ["2024-08-01", "2024年8月", "8月底前", "长期坚持", "另行通知"] {
            let table = TABLE.replace("完成时限: 长期坚持", &format!("完成时限: {text}"));
            assert_eq!(printed(&["S001"], &[("栏目/通知/tasks.yaml", &table)]), "", "{text}");
        }
    }

    #[test]
    fn a_month_without_a_year_may_be_next_year_s() {
        let notice = NOTICE.replace("2024-08-01", "2024-12-20").replace("2024-08-02", "2024-12-20");
        let of = |text: &str| {
            let table = TABLE.replace("完成时限: 长期坚持", &format!("完成时限: {text}"));
            printed(&["S001"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/tasks.yaml", &table)])
        };
        assert_eq!(of("1月底前"), "");
        assert!(of("2024年1月底前").starts_with("错误[S001]"));
        assert!(of("11月底前").starts_with("错误[S001]"));
    }
}
