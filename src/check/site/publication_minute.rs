//! L008: a time of publication without its minute.
//!
//! 国办发〔2017〕47号, annex 网页设计规范: `PubDate` is 必选, in the form `YYYY-MM-DD HH:MM`. No time is invented: the tag
//! repeats 发布日期.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 发布日期没有时刻.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L008",
    name: "publication-minute",
    severity: Severity::Note,
    about: About {
        what: Words::new("发布日期只有日期，没有时刻。", "A 发布日期 has no time of day."),
        why: Words::new(
            "国办发〔2017〕47号附件《网页设计规范》：网页标签 PubDate 和页面上的发布时间写到分，形如“2024-08-01 10:00”。程序不替您编造时刻。",
            "国办发〔2017〕47号, annex 网页设计规范: the tag PubDate and the time on the page are exact to the minute. No time is invented.",
        ),
        example: "发布日期: 2024-08-01",
        mend: Words::new("发布日期: 2024-08-01 10:00", "发布日期: 2024-08-01 10:00"),
    },
};

fn check(project: &Project, report: &mut Report) {
    for published in project.notices.iter().map(|notice| &notice.published) {
        // A day that could not be read is reported as it is read.
        if published.value.time.is_some() || published.value.day == jiff::civil::Date::MIN {
            continue;
        }
        let day = published.value.day;
        let message = message!("发布日期没有写到分", "there is no minute");
        report.push(Diagnostic::new(&CODE, published.span, message).help(message!(
            "在日期后面空一格，写上发布的时刻，例如“{day} 10:00”",
            "add the minute of publication, like `{day} 10:00`"
        )));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn a_day_alone() {
        let notice = NOTICE.replace("2024-08-02 09:00", "2024-08-02");
        crate::testing::assert_snapshot!(
            printed(&["L008"], &[("栏目/通知/notice.md", &notice)]),
            snapbox::str![[r#"
提示[L008]: 发布日期没有写到分
 --> content/栏目/通知/notice.md:6:7
  |
6 | 发布日期: 2024-08-02
  |           ^^^^^^^^^^
  |
建议: 在日期后面空一格，写上发布的时刻，例如“2024-08-02 10:00”
"#]]
        );
    }

    #[test]
    fn a_minute_or_what_is_no_day() {
        assert_eq!(printed(&["L008"], &[]), "");
        let notice = NOTICE.replace("2024-08-02 09:00", "8月2日");
        assert_eq!(printed(&["L008"], &[("栏目/通知/notice.md", &notice)]), "");
    }
}
