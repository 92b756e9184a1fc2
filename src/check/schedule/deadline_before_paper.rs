//! S001: a deadline that had passed when the paper was signed.
//!
//! Nobody can meet it; usually the year was not changed when last year's table was copied. If 成文日期 itself is wrong
//! (D008), nothing is compared with it. A table whose deadlines all lie before it is one finding.

use jiff::civil::Date;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::deadline::Deadline;
use crate::model::notice::Notice;
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
        for table in notice.tables() {
            let days =
                table.deadlines().filter_map(|deadline| Some((deadline, deadline.meaning.last_day()?)));
            let days: Vec<(&Deadline, Date)> = days.collect();
            let late = days.iter().filter(|(_, last)| *last < notice.dated.value);
            let late: Vec<&Deadline> = late.map(|(deadline, _)| *deadline).collect();
            match late[..] {
                [first, .., last] if late.len() == days.len() => {
                    report.push(all(notice, first, last, late.len()));
                }
                _ => {
                    for deadline in late {
                        report.push(one(notice, deadline));
                    }
                }
            }
        }
    }
}

fn one(notice: &Notice, deadline: &Deadline) -> Diagnostic {
    let (text, dated) = (&deadline.text.value, chinese(notice.dated.value));
    let message = message!(
        "时限“{text}”早于成文日期{dated}",
        "the deadline {text} lies before the paper's own date, {dated}"
    );
    Diagnostic::new(&CODE, deadline.text.span, message)
        .label(notice.dated.span, message!("成文日期", "the paper's date"))
        .help(message!(
            "核对年份，或改为成文之后的日期",
            "check the year, or set a day after the paper's date"
        ))
}

/// A table whose deadlines have all passed: an older table in a new paper, or a paper with a wrong date. That is one
/// mistake, not as many as there are deadlines.
fn all(notice: &Notice, first: &Deadline, last: &Deadline, count: usize) -> Diagnostic {
    let dated = chinese(notice.dated.value);
    let message = message!(
        "表里写了日期的时限共{count}处，全部早于成文日期{dated}",
        "all {count} deadlines of the table that name a day lie before the paper's own date, {dated}"
    );
    Diagnostic::new(&CODE, first.text.span, message)
        .label(last.text.span, message!("最后一处", "the last of them"))
        .label(notice.dated.span, message!("成文日期", "the paper's date"))
        .help(message!(
            "表是原来那份文件的，把“成文日期”改为那份文件的日期；要重新下发的，改时限的年份",
            "for the table of an older paper write that paper's date into 成文日期; for a new one change the years"
        ))
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
    fn a_table_of_an_older_paper_is_one_finding() {
        let table = |last: &str| {
            format!(
                "表名: 任务清单\n列: [任务, 责任股室, 完成时限]\n任务:\n  - {{名称: 甲, 责任股室: 危化股, 完成时限: 2023年3月}}\n  \
                 - {{名称: 乙, 责任股室: 危化股, 完成时限: 长期坚持}}\n  - {{名称: 丙, 责任股室: 危化股, 完成时限: {last}}}\n"
            )
        };
        crate::testing::assert_snapshot!(
            printed(&["S001"], &[("栏目/通知/tasks.yaml", &table("2023年底前"))]),
            snapbox::str![[r#"
错误[S001]: 表里写了日期的时限共2处，全部早于成文日期2024年8月1日
 --> content/栏目/通知/tasks.yaml:4:30
  |
4 |   - {名称: 甲, 责任股室: 危化股, 完成时限: 2023年3月}
  |                                            ^^^^^^^^^
  |
 ::: content/栏目/通知/tasks.yaml:6:30
  |
6 |   - {名称: 丙, 责任股室: 危化股, 完成时限: 2023年底前}
  |                                            ---------- 最后一处
  |
 ::: content/栏目/通知/notice.md:5:7
  |
5 | 成文日期: 2024-08-01
  |           ---------- 成文日期
  |
建议: 表是原来那份文件的，把“成文日期”改为那份文件的日期；要重新下发的，改时限的年份
"#]]
        );
        let one_of_two = printed(&["S001"], &[("栏目/通知/tasks.yaml", &table("2024年底前"))]);
        assert!(one_of_two.starts_with("错误[S001]: 时限“2023年3月”早于成文日期"), "{one_of_two}");
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
