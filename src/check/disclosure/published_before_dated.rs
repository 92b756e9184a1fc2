//! D008: a paper that was published before its own date.
//!
//! A draft may have been published, or a date is mistyped. The inspection of government sites treats false dates as
//! forgery (国办秘函〔2019〕19号).

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::date::chinese;
use crate::text::message::Words;

/// 发布日期早于成文日期.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D008",
    name: "published-before-dated",
    severity: Severity::Warning,
    about: About {
        what: Words::new("发布日期早于成文日期。", "A paper is published before its own date."),
        why: Words::new(
            "文件还没有签发就公开了，或者有一个日期写错了；国办秘函〔2019〕19号把伪造发布日期列为单项否决。",
            "It was published before it was signed, or a date is mistyped; 国办秘函〔2019〕19号 fails a site for forged dates.",
        ),
        example: "成文日期: 2024-08-01\n发布日期: 2024-07-01 10:00",
        mend: Words::new(
            "核对两个日期：发布日期: 2024-08-01 10:00",
            "Check both dates: 发布日期: 2024-08-01 10:00",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| notice.is_published_before_dated()) {
        let day = chinese(notice.dated.value);
        report.push(
            Diagnostic::new(
                &CODE,
                notice.published.span,
                message!(
                    "发布日期早于成文日期{day}",
                    "this was published before the paper's own date, {day}"
                ),
            )
            .label(notice.dated.span, message!("成文日期", "the paper's date"))
            .help(message!("核对两个日期", "check both dates")),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn published(day: &str) -> String {
        printed(&["D008"], &[("栏目/通知/notice.md", &NOTICE.replace("2024-08-02 09:00", day))])
    }

    #[test]
    fn shows_both_dates() {
        crate::testing::assert_snapshot!(
            published("2024-07-31 10:00"),
            snapbox::str![[r#"
警告[D008]: 发布日期早于成文日期2024年8月1日
 --> content/栏目/通知/notice.md:6:7
  |
6 | 发布日期: 2024-07-31 10:00
  |           ^^^^^^^^^^^^^^^^
  |
 ::: content/栏目/通知/notice.md:5:7
  |
5 | 成文日期: 2024-08-01
  |           ---------- 成文日期
  |
建议: 核对两个日期
"#]]
        );
    }

    #[test]
    fn a_wrong_date_of_the_paper_is_one_finding() {
        let notice = NOTICE.replace("2024-08-01", "2034-08-01").replace("现通知如下。", "9月底前报送。");
        let table = TABLE.replace("完成时限: 长期坚持", "完成时限: 2024年12月");
        let note = "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n---\n";
        let files = [
            ("栏目/通知/notice.md", notice.as_str()),
            ("栏目/通知/tasks.yaml", &table),
            ("栏目/通知/progress/a.md", note),
        ];
        let found = printed(&["D008", "N012", "S001", "S002", "S003"], &files);
        assert!(found.starts_with("警告[D008]") && found.matches("]: ").count() == 1, "{found}");
    }

    #[test]
    fn the_same_day_is_fine() {
        for day in ["2024-08-01", "2024-08-01 00:00", "2025-01-01"] {
            assert_eq!(published(day), "", "{day}");
        }
        assert_eq!(published("不详"), "");
    }
}
