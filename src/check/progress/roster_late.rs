//! N009: offices whose names were not handed in by 名单报送.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::owed::{Naming, Owed};
use crate::text::date::chinese;
use crate::text::message::Words;

/// 名单逾期未报.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N009",
    name: "roster-late",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "过了“名单报送”的日期，还有股室没有报责任人、联络人。",
            "The day of 名单报送 has passed, and some offices have named nobody.",
        ),
        why: Words::new(
            "通知要求各股室按时报送名单，否则任务没有人具体负责。",
            "The notice asks every office for names by that day; without them nobody is in charge.",
        ),
        example: "名单报送: 2024-08-29（没有 roster.yaml，今天是2024年9月1日）",
        mend: Words::new(
            "请相关股室补报，写进 roster.yaml。",
            "Ask the offices that are named, and add them to roster.yaml.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| !notice.is_closed(project.today)) {
        let Some(due) = &notice.roster_due else { continue };
        if due.value >= project.today {
            continue;
        }
        let missing: Vec<Owed> = Owed::of(project, notice);
        let missing = missing.iter().filter(|owed| matches!(owed.roster, Naming::Missing(_)));
        let names: Vec<&str> =
            missing.map(|owed| project.register.office(owed.office).name.value.as_str()).collect();
        if names.is_empty() {
            continue;
        }
        let (count, list, day) = (names.len(), names.join("、"), chinese(due.value));
        let message = message!(
            "名单应于{day}前报齐，还缺{count}个股室：{list}",
            "names were due on {day}; {count} offices are missing: {list}"
        );
        report.push(Diagnostic::new(&CODE, due.span, message).help(message!(
            "请这些股室补报责任人和联络人，写进 roster.yaml",
            "ask these offices for 责任人 and 联络人 and write them into roster.yaml"
        )));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn due(day: &str, roster: &str) -> String {
        let notice = NOTICE.replace("发布日期", &format!("名单报送: {day}\n发布日期"));
        printed(&["N009"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/roster.yaml", roster)])
    }

    #[test]
    fn names_those_who_are_missing() {
        crate::testing::assert_snapshot!(
            due("2024-08-31", "名单: [{股室: 危化股, 责任人: 示例甲}]\n"),
            snapbox::str![[r#"
警告[N009]: 名单应于2024年8月31日前报齐，还缺1个股室：危化股
 --> content/栏目/通知/notice.md:6:7
  |
6 | 名单报送: 2024-08-31
  |           ^^^^^^^^^^
  |
建议: 请这些股室补报责任人和联络人，写进 roster.yaml
"#]]
        );
        let notice = NOTICE.replace("发布日期", "名单报送: 2024-08-31\n发布日期");
        assert_ne!(printed(&["N009"], &[("栏目/通知/notice.md", &notice)]), "", "without a roster");
    }

    #[test]
    fn on_the_day_itself_and_with_all_names_there_is_nothing_to_say() {
        assert_eq!(due("2024-09-01", "名单: []\n"), "");
        assert_eq!(due("2024-08-31", "名单: [{股室: 危化股, 责任人: 示例甲, 联络人: 示例乙}]\n"), "");
    }
}
