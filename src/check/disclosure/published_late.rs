//! D003: a paper that was, or is to be, published after its time limit.
//!
//! 《政府信息公开条例》第二十六条: within 20 working days after the information was formed, unless a law says otherwise;
//! 公开时限 may set fewer. Day 1 is the first working day after 成文日期. A limit in words (及时公开) is not checked.

use crate::check::disclosure::time_limit::{TimeLimit, time_limits};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::{Message, Words};

/// 超过公开时限发布.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D003",
    name: "published-late",
    severity: Severity::Error,
    about: About {
        what: Words::new("发布日期超过了公开时限。", "A paper is published after its time limit."),
        why: Words::new(
            "《政府信息公开条例》第二十六条：自信息形成或者变更之日起20个工作日内及时公开。成文次日起算，不计休息日和法定节假日，调休上班日计入。",
            "《政府信息公开条例》 Art. 26: within 20 working days after the information was formed. Counted from the day after 成文日期, without holidays, with make-up working days.",
        ),
        example: "成文日期: 2024-08-01\n发布日期: 2024-09-03 10:00\n公开时限: 信息形成或变更之日起20个工作日内",
        mend: Words::new(
            "还没有发布的，改在最后一天（2024-08-29）以前发布；已经晚了的，日期照实写，在“放行”中写明原因。",
            "If it is not published yet, publish by the last day (2024-08-29); otherwise keep the true date and give the reason under 放行.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for limit in time_limits(project) {
        let Ok(last) = limit.last else { continue };
        if limit.published() <= last {
            continue;
        }
        let days = limit.days;
        report.push(
            Diagnostic::new(&CODE, limit.notice.published.span, message(project, &limit, last))
                .label(limit.notice.dated.span, message!("从次日起算", "counted from the day after"))
                .label(
                    limit.text.span,
                    message!("公开时限：{days}个工作日", "the limit: {days} working days"),
                )
                .help(help(project, &limit, last)),
        );
    }
}

/// The delay in working days, or in days if no working day lies between.
fn message(project: &Project, limit: &TimeLimit<'_>, last: jiff::civil::Date) -> Message {
    let published = limit.published();
    match project.calendar.working_days_between(last, published) {
        Ok(late) if late > 0 => message!(
            "最迟应在{last}公开，晚了{late}个工作日",
            "the last lawful day was {last}; this is {late} working days late"
        ),
        _ => {
            let late = (published - last).get_days();
            message!(
                "最迟应在{last}公开，晚了{late}天",
                "the last lawful day was {last}; this is {late} days late"
            )
        }
    }
}

fn help(project: &Project, limit: &TimeLimit<'_>, last: jiff::civil::Date) -> Message {
    if limit.published() > project.today && project.today <= last {
        return message!("改在{last}以前发布", "publish it by {last}");
    }
    message!(
        "日期照实写，不能倒填；在“放行”中写“D003: 原因”",
        "keep the true date and add `D003: reason` under 放行"
    )
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn published(day: &str, limit: &str) -> String {
        let notice = NOTICE.replace("2024-08-02 09:00", day);
        let notice = notice.replace("  公开方式", &format!("  公开时限: {limit}\n  公开方式"));
        printed(&["D003"], &[("栏目/通知/notice.md", &notice)])
    }

    const TWENTY: &str = "信息形成或变更之日起20个工作日内";

    #[test]
    fn names_the_last_lawful_day() {
        crate::testing::assert_snapshot!(
            published("2024-09-03 10:00", TWENTY),
            snapbox::str![[r#"
错误[D003]: 最迟应在2024-08-29公开，晚了3个工作日
  --> content/栏目/通知/notice.md:6:7
   |
 6 | 发布日期: 2024-09-03 10:00
   |           ^^^^^^^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:5:7
   |
 5 | 成文日期: 2024-08-01
   |           ---------- 从次日起算
   |
  ::: content/栏目/通知/notice.md:11:9
   |
11 |   公开时限: 信息形成或变更之日起20个工作日内
   |             -------------------------------- 公开时限：20个工作日
   |
建议: 日期照实写，不能倒填；在“放行”中写“D003: 原因”
"#]]
        );
    }

    #[test]
    fn a_weekend_after_the_last_day_is_late_too() {
        crate::testing::assert_snapshot!(
            published("2024-08-10", "自形成之日起六个工作日内"),
            snapbox::str![[r#"
错误[D003]: 最迟应在2024-08-09公开，晚了1天
  --> content/栏目/通知/notice.md:6:7
   |
 6 | 发布日期: 2024-08-10
   |           ^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:5:7
   |
 5 | 成文日期: 2024-08-01
   |           ---------- 从次日起算
   |
  ::: content/栏目/通知/notice.md:11:9
   |
11 |   公开时限: 自形成之日起六个工作日内
   |             ------------------------ 公开时限：6个工作日
   |
建议: 日期照实写，不能倒填；在“放行”中写“D003: 原因”
"#]]
        );
    }

    #[test]
    fn the_last_day_is_in_time() {
        assert_eq!(published("2024-08-29 23:59", TWENTY), "");
        assert_eq!(published("2024-08-12", "7个工作日内"), "");
        assert!(published("2024-08-13", "7个工作日内").contains("2024-08-12"));
        for limit in ["及时公开", "", "公告期限为5个工作日"] {
            assert_eq!(published("2024-12-31", limit), "", "{limit}");
        }
    }
}
