//! N013: an office that has not reported for longer than 报送周期.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::owed::Owed;
use crate::text::date::chinese;
use crate::text::message::Words;

/// 超过报送周期没有报送进展.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N013",
    name: "silent-office",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "有任务的股室超过“报送周期”没有报送进展。",
            "An office with duties has not reported for longer than 报送周期.",
        ),
        why: Words::new(
            "通知要求定期报送工作进展情况，台账才能反映实际。",
            "The notice asks for regular reports; without them the ledger does not show how things stand.",
        ),
        example: "报送周期: 每月（危化股上一次报送是两个月以前）",
        mend: Words::new("不必修改，请提醒该股室报送。", "Nothing to change; remind the office."),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let Some(cadence) = &notice.cadence else { continue };
        let word = cadence.value.word();
        for owed in Owed::of(project, notice) {
            let Some(days) = owed.silent else { continue };
            let name = &project.register.office(owed.office).name.value;
            let message = match owed.last_report.map(chinese) {
                Some(last) => message!(
                    "“{name}”应{word}报送，上一次是{last}，已过{days}天",
                    "{name} should report {word}; its last report was on {last}, {days} days ago"
                ),
                None => message!(
                    "“{name}”应{word}报送，自通知成文{days}天来没有报送过",
                    "{name} should report {word} and has not reported in the {days} days since the notice"
                ),
            };
            report.push(
                Diagnostic::new(&CODE, cadence.span, message)
                    .help(message!("提醒该股室报送进展", "remind the office to report")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn silent(cadence: &str, note: &str) -> String {
        let notice = NOTICE.replace("发布日期", &format!("报送周期: {cadence}\n发布日期"));
        printed(&["N013"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/progress/a.md", note)])
    }

    fn note(day: &str, status: &str) -> String {
        format!("---\n日期: {day}\n股室: 危化股\n事项: \"1.1\"\n状态: {status}\n---\n")
    }

    #[test]
    fn counts_the_days_since_the_last_report() {
        crate::testing::assert_snapshot!(
            silent("每周", &note("2024-08-24", "正在推进")),
            snapbox::str![[r#"
提示[N013]: “危化股”应每周报送，上一次是2024年8月24日，已过8天
 --> content/栏目/通知/notice.md:6:7
  |
6 | 报送周期: 每周
  |           ^^^^
  |
建议: 提醒该股室报送进展
"#]]
        );
    }

    #[test]
    fn counts_from_the_paper_where_nothing_was_reported() {
        let notice = NOTICE.replace("发布日期", "报送周期: 每周\n发布日期");
        let found = printed(&["N013"], &[("栏目/通知/notice.md", &notice)]);
        assert!(found.contains("自通知成文31天来没有报送过"), "{found}");
    }

    #[test]
    fn within_the_period_and_when_all_is_done_nobody_waits() {
        assert_eq!(silent("每周", &note("2024-08-25", "正在推进")), "");
        assert_eq!(silent("每月", &note("2024-08-01", "正在推进")), "");
        assert_eq!(silent("每周", &note("2024-08-02", "已完成")), "");
        assert_eq!(printed(&["N013"], &[("栏目/通知/tasks.yaml", TABLE)]), "", "nobody asked for reports");
    }
}
