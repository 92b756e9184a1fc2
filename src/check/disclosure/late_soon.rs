//! D004: a paper that is not published yet, and whose time limit is about to end.
//!
//! 发布日期 lies in the future and within the limit. D003 reports a 发布日期 behind the limit.

use crate::check::disclosure::time_limit::time_limits;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 公开时限将到，尚未发布.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D004",
    name: "late-soon",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "还没有发布，公开时限只剩五个工作日以内。",
            "A paper is not published yet, and five working days or fewer are left.",
        ),
        why: Words::new(
            "《政府信息公开条例》第二十六条规定了期限；再拖一下就逾期了。",
            "《政府信息公开条例》 Art. 26 sets a limit; a small delay would miss it.",
        ),
        example: "成文日期: 2024-08-14\n发布日期: 2024-09-10（今天是2024-09-06）",
        mend: Words::new("尽快发布，不要等到最后一天。", "Publish it soon, not on the last day."),
    },
};

/// Number of working days before the end of the limit from which on the rule reports.
const WARNING_DAYS: i32 = 5;

fn check(project: &Project, report: &mut Report) {
    let today = project.today;
    for limit in time_limits(project) {
        let Ok(last) = limit.last else { continue };
        if limit.published() <= today || limit.published() > last {
            continue;
        }
        let Ok(left) = project.calendar.working_days_between(today, last) else { continue };
        if left > WARNING_DAYS {
            continue;
        }
        let days = limit.days;
        let message = message!(
            "还没有发布，最迟{last}，只剩{left}个工作日",
            "this is not out yet; the last lawful day is {last}, in {left} working days"
        );
        report.push(
            Diagnostic::new(&CODE, limit.notice.published.span, message)
                .label(
                    limit.text.span,
                    message!("公开时限：{days}个工作日", "the limit: {days} working days"),
                )
                .help(message!("尽快发布", "publish it soon")),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn days(dated: &str, published: &str) -> String {
        let notice = NOTICE.replace("2024-08-01", dated).replace("2024-08-02 09:00", published);
        let notice = notice.replace("  公开方式", "  公开时限: 形成之日起20个工作日内\n  公开方式");
        printed(&["D004"], &[("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn counts_the_working_days_that_are_left() {
        crate::testing::assert_snapshot!(
            days("2024-08-08", "2024-09-05 09:00"),
            snapbox::str![[r#"
警告[D004]: 还没有发布，最迟2024-09-05，只剩4个工作日
  --> content/栏目/通知/notice.md:6:7
   |
 6 | 发布日期: 2024-09-05 09:00
   |           ^^^^^^^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:11:9
   |
11 |   公开时限: 形成之日起20个工作日内
   |             ---------------------- 公开时限：20个工作日
   |
建议: 尽快发布
"#]]
        );
    }

    #[test]
    fn published_far_or_late_ones_are_silent() {
        assert_eq!(days("2024-08-08", "2024-09-01"), "");
        assert_eq!(days("2024-08-20", "2024-09-05"), "");
        assert_eq!(days("2024-08-08", "2024-09-06"), "");
        assert_eq!(days("2024-08-01", "2024-09-05"), "");
        assert_eq!(printed(&["D004"], &[]), "");
    }
}
