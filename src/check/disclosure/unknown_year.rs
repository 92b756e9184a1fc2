//! D005: a time limit that runs into a year whose holidays are not known.
//!
//! A notice of the State Council sets each year's holidays late in the year before; they are never guessed. A paper
//! published within as many calendar days was in time whatever the holidays, and is not reported.

use crate::calendar::UnknownYear;
use crate::check::disclosure::time_limit::time_limits;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 没有这一年的节假日安排.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "D005",
    name: "unknown-year",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "公开时限要数到的年份，没有节假日安排。",
            "A time limit runs into a year whose holidays are not known.",
        ),
        why: Words::new(
            "哪天放假、哪天调休每年由国务院办公厅另行通知；没有安排就数不出工作日，也不猜。",
            "The State Council sets the holidays for each year; without them working days cannot be counted, and are not guessed.",
        ),
        example: "成文日期: 2026-12-20\n公开时限: 信息形成或变更之日起20个工作日内",
        mend: Words::new(
            "把那一年的安排写进 content/holidays.csv，一天一行：2027-01-01,holiday,元旦",
            "Write that year's days into content/holidays.csv, a line each: 2027-01-01,holiday,元旦",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for limit in time_limits(project) {
        let Err(UnknownYear(year)) = limit.last else { continue };
        let plain_days = (limit.published() - limit.notice.dated.value).get_days();
        if plain_days <= i32::try_from(limit.days).unwrap_or(i32::MAX) {
            continue;
        }
        let message = message!(
            "没有{year}年的节假日安排，数不出公开时限的最后一天",
            "the holidays of {year} are not known, so the last lawful day cannot be counted"
        );
        report.push(
            Diagnostic::new(&CODE, limit.text.span, message)
                .label(limit.notice.dated.span, message!("从次日起算", "counted from the day after"))
                .help(message!(
                    "把{year}年全年的安排写进 content/holidays.csv，例如 {year}-01-01,holiday,元旦",
                    "write all of {year} into content/holidays.csv, such as {year}-01-01,holiday,元旦"
                )),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn notice(dated: &str, published: &str) -> String {
        let notice = NOTICE.replace("2024-08-01", dated).replace("2024-08-02 09:00", published);
        notice.replace("  公开方式", "  公开时限: 形成之日起20个工作日内\n  公开方式")
    }

    #[test]
    fn says_which_year_is_missing() {
        let notice = notice("2026-12-20", "2027-01-15");
        crate::testing::assert_snapshot!(
            printed(&["D005", "D003", "D004"], &[("栏目/通知/notice.md", &notice)]),
            snapbox::str![[r#"
提示[D005]: 没有2027年的节假日安排，数不出公开时限的最后一天
  --> content/栏目/通知/notice.md:11:9
   |
11 |   公开时限: 形成之日起20个工作日内
   |             ^^^^^^^^^^^^^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:5:7
   |
 5 | 成文日期: 2026-12-20
   |           ---------- 从次日起算
   |
建议: 把2027年全年的安排写进 content/holidays.csv，例如 2027-01-01,holiday,元旦
"#]]
        );
    }

    #[test]
    fn a_project_s_own_year_is_known() {
        let late = notice("2026-12-20", "2027-02-15");
        let found = |files: &[(&str, &str)]| printed(&["D005", "D003"], files);
        let year = "2027-01-01,holiday,元旦\n";
        let with = found(&[("栏目/通知/notice.md", &late), ("holidays.csv", year)]);
        assert!(with.starts_with("错误[D003]: 最迟应在2027-01-18公开"), "{with}");
    }

    #[test]
    fn what_was_out_at_once_needs_no_counting() {
        let early = notice("2018-08-01", "2018-08-21");
        assert_eq!(printed(&["D005"], &[("栏目/通知/notice.md", &early)]), "");
        assert_eq!(printed(&["D005"], &[]), "");
    }
}
