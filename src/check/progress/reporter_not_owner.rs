//! N006: an office that reports on an item for which it is not responsible.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::Note;
use crate::text::message::Words;

/// 报告的股室不是责任股室.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N006",
    name: "reporter-not-owner",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "报告进展的股室不是这个事项的责任股室。",
            "A progress note is by an office that is not responsible for its item.",
        ),
        why: Words::new(
            "多半是事项的序号写错了，进展会记到别的举措名下。",
            "Usually the item's number is wrong, and the report counts for another measure.",
        ),
        example: "股室: 工贸股\n事项: \"1.1\"（责任股室：非煤矿山股）",
        mend: Words::new(
            "核对事项的序号；责任股室已经调整的，改责任分解表。",
            "Check the item; if another office is responsible now, change the table.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        for note in &notice.notes {
            report_stranger(project, notice, note, report);
        }
    }
}

fn report_stranger(project: &Project, notice: &Notice, note: &Note, report: &mut Report) {
    let Some(entry) = note.about.and_then(|item| notice.entry(item)) else { return };
    let owners = entry.owners();
    let responsible: Vec<OfficeId> =
        owners.iter().flat_map(|owner| project.register.offices_of(owner)).collect();
    let reporting = project.register.offices_of(&note.office);
    // Unknown offices on either side cannot be compared; other rules report them.
    if responsible.is_empty() || reporting.is_empty() || reporting.iter().any(|own| responsible.contains(own))
    {
        return;
    }
    let (office, item) = (&note.office.text.value, &note.item.value);
    let names: Vec<&str> = owners.iter().map(|owner| owner.text.value.as_str()).collect();
    let names = names.join("、");
    let message =
        message!("“{office}”不是事项“{item}”的责任股室", "{office} is not responsible for item {item}");
    let finding = Diagnostic::new(&CODE, note.office.text.span, message);
    report.push(finding.label(note.item.span, message!("责任股室：{names}", "responsible: {names}")).help(
        message!(
            "核对事项的序号；责任股室已经调整的，改责任分解表",
            "check the item; if another office is responsible now, change the table"
        ),
    ));
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn by(office: &str) -> String {
        let note = format!("---\n日期: 2024-08-30\n股室: {office}\n事项: \"1.1\"\n状态: 正在推进\n---\n");
        printed(&["N006"], &[("栏目/通知/progress/a.md", &note)])
    }

    #[test]
    fn names_who_is_responsible() {
        crate::testing::assert_snapshot!(
            by("法制股"),
            snapbox::str![[r#"
警告[N006]: “法制股”不是事项“1.1”的责任股室
 --> content/栏目/通知/progress/a.md:3:5
  |
3 | 股室: 法制股
  |       ^^^^^^
  |
 ::: content/栏目/通知/progress/a.md:4:5
  |
4 | 事项: "1.1"
  |       ----- 责任股室：危化股
  |
建议: 核对事项的序号；责任股室已经调整的，改责任分解表
"#]]
        );
    }

    #[test]
    fn owners_and_unknown_offices_are_not_strangers() {
        for office in ["危化股", "危化股、法规股", "各股室", "气象局"] {
            assert_eq!(by(office), "", "{office}");
        }
        let all = TABLE.replace("责任股室: 危化股", "责任股室: 各股室");
        let note = "---\n日期: 2024-08-30\n股室: 法规股\n事项: \"1\"\n状态: 正在推进\n---\n";
        let found = printed(&["N006"], &[("栏目/通知/tasks.yaml", &all), ("栏目/通知/progress/a.md", note)]);
        assert_eq!(found, "");
    }
}
