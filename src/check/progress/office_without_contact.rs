//! N008: a responsible office without names in the roster.
//!
//! Checks an existing roster until its due date 名单报送, or always if there is none; after that day N009 reports.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::owed::{Naming, Owed};
use crate::text::message::Words;

/// 责任股室没有明确责任人、联络人.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N008",
    name: "office-without-contact",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "有任务的股室在名单中没有写明责任人、联络人。",
            "An office with duties has no 责任人 or 联络人 in the roster.",
        ),
        why: Words::new(
            "任务落到股室，还要落到人，才有人办、有人报。",
            "A duty without a responsible person is neither carried out nor reported.",
        ),
        example: "名单:\n  - {股室: 危化股, 责任人: 示例甲}\n（没有联络人）",
        mend: Words::new(
            "- {股室: 危化股, 责任人: 示例甲, 联络人: 示例乙}",
            "- {股室: 危化股, 责任人: 示例甲, 联络人: 示例乙}",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in project.notices.iter().filter(|notice| !notice.is_closed(project.today)) {
        check_roster(project, notice, report);
    }
}

fn check_roster(project: &Project, notice: &Notice, report: &mut Report) {
    let Some(roster) = &notice.roster else { return };
    if notice.roster_due.as_ref().is_some_and(|due| due.value < project.today) {
        return;
    }
    let mut absent = Vec::new();
    for owed in Owed::of(project, notice) {
        let Naming::Missing(_) = owed.roster else { continue };
        let name = &project.register.office(owed.office).name.value;
        let Some(line) = roster.of_office(owed.office, &project.register).next() else {
            absent.push(name.as_str());
            continue;
        };
        let missing = roster.missing(owed.office, &project.register).join("、");
        let message = message!("“{name}”没有写明{missing}", "{name} has no {missing}");
        report.push(
            Diagnostic::new(&CODE, line.span, message)
                .help(message!("请该股室报来后补上", "ask the office and fill it in")),
        );
    }
    if !absent.is_empty() {
        let (count, list) = (absent.len(), absent.join("、"));
        let message = message!(
            "名单中没有{count}个有任务的股室：{list}",
            "{count} offices with duties are not in the roster: {list}"
        );
        report.push(Diagnostic::new(&CODE, roster.span, message).help(message!(
            "每个股室加一行“- {{股室: …, 责任人: …, 联络人: …}}”",
            "add a line `- {{股室: …, 责任人: …, 联络人: …}}` for each"
        )));
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn roster(text: &str) -> String {
        let table = TABLE.replace("责任股室: 危化股", "责任股室: 各股室");
        printed(&["N008"], &[("栏目/通知/tasks.yaml", &table), ("栏目/通知/roster.yaml", text)])
    }

    #[test]
    fn names_those_who_are_not_there_and_what_is_blank() {
        crate::testing::assert_snapshot!(
            roster("名单:\n  - {股室: 法制股, 责任人: 示例甲, 联络人: }\n"),
            snapbox::str![[r#"
警告[N008]: 名单中没有1个有任务的股室：危化股
 --> content/栏目/通知/roster.yaml:1:1
  |
1 | 名单:
  | ^^
  |
建议: 每个股室加一行“- {股室: …, 责任人: …, 联络人: …}”

警告[N008]: “法规股”没有写明联络人
 --> content/栏目/通知/roster.yaml:2:5
  |
2 |   - {股室: 法制股, 责任人: 示例甲, 联络人: }
  |     ^
  |
建议: 请该股室报来后补上
"#]]
        );
    }

    #[test]
    fn the_two_may_stand_in_lines_of_their_own() {
        let lines = "名单:\n  - {股室: 危化股, 责任人: 示例甲}\n  - {股室: 危化股, 联络人: 示例乙}\n";
        let one = [("栏目/通知/roster.yaml", lines)];
        assert_eq!(printed(&["N008"], &one), "");
    }

    #[test]
    fn a_complete_roster_and_none_at_all_are_fine() {
        let both = "名单:\n  - {股室: 危化股、法规股, 责任人: 示例甲, 联络人: [示例乙, 示例丙]}\n";
        assert_eq!(roster(both), "");
        assert_eq!(printed(&["N008"], &[]), "");
        let two =
            "名单:\n  - {股室: 危化股, 责任人: 示例甲}\n  - {股室: 危化股, 责任人: 示例甲, 联络人: 示例乙}\n";
        assert_eq!(printed(&["N008"], &[("栏目/通知/roster.yaml", two)]), "");
    }

    #[test]
    fn after_its_day_another_rule_speaks() {
        let notice = NOTICE.replace("发布日期", "名单报送: 2024-08-31\n发布日期");
        let files = [("栏目/通知/notice.md", notice.as_str()), ("栏目/通知/roster.yaml", "名单: []\n")];
        assert_eq!(printed(&["N008"], &files), "");
        assert_ne!(printed(&["N009"], &files), "");
    }
}
