//! N018: an item that was done is not done any more, by a later report of the office whose word counts.

use std::collections::BTreeSet;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::ledger::{Audience, Ledger};
use crate::model::progress::Note;
use crate::model::status::StatusKind;
use crate::source::Span;
use crate::text::message::Words;

/// 已完成的又退回.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N018",
    name: "status-went-back",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "一个事项报过已完成，后来又报成别的状态。",
            "An item was reported as done, and later with another status.",
        ),
        why: Words::new(
            "多半是事项写错，或者先前报早了；公开的台账上，办结的事项又变回未办结。",
            "Usually the item is wrong, or the first report came too early; in the public ledger what was done is open again.",
        ),
        example: "2024-09-30：事项 1.2，已完成\n2024-10-31：事项 1.2，正在推进",
        mend: Words::new(
            "核对事项；先前报早了的，更正先前的报告。",
            "Check the item; if the first report came too early, correct that one.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let statuses = &project.site.statuses;
    let is_done = |note: &Note| note.state.is_some_and(|state| statuses.get(state).kind == StatusKind::Done);
    for notice in &project.notices {
        let ledger = Ledger::new(project, notice, Audience::Internal);
        let mut told: BTreeSet<Span> = BTreeSet::new();
        for row in ledger.rows() {
            let counts = |note: &&&Note| {
                row.leads.is_empty() || !row.leads.is_disjoint(&project.register.offices_of(&note.office))
            };
            // Newest first: each report with the one before it.
            let counted: Vec<&Note> = row.history.iter().filter(counts).copied().collect();
            for pair in counted.windows(2) {
                let (later, earlier) = (pair[0], pair[1]);
                if is_done(earlier)
                    && !is_done(later)
                    && later.state.is_some()
                    && told.insert(later.status.span)
                {
                    report.push(finding(earlier, later));
                }
            }
        }
    }
}

fn finding(earlier: &Note, later: &Note) -> Diagnostic {
    let (done, day, now) = (&earlier.status.value, earlier.dated.value, &later.status.value);
    let message =
        message!("{day}已报“{done}”，这里又是“{now}”", "{done} was reported on {day}, and now {now}");
    Diagnostic::new(&CODE, later.status.span, message)
        .label(earlier.status.span, message!("先前的报告", "the earlier report"))
        .help(message!(
            "核对事项；先前报早了的，更正先前的报告",
            "check the item; if the first report came too early, correct that one"
        ))
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn note(day: &str, office: &str, status: &str) -> String {
        format!("---\n日期: {day}\n股室: {office}\n事项: \"1.1\"\n状态: {status}\n---\n")
    }

    fn reports(later: &str) -> String {
        let table = TABLE.replace("责任股室: 危化股", "责任股室: [危化股, 法规股]");
        printed(
            &["N018"],
            &[
                ("栏目/通知/tasks.yaml", &table),
                ("栏目/通知/progress/a.md", &note("2024-08-10", "危化股", "已完成")),
                ("栏目/通知/progress/b.md", &note("2024-08-20", later, "正在推进")),
            ],
        )
    }

    #[test]
    fn the_lead_office_takes_it_back() {
        crate::testing::assert_snapshot!(
            reports("危化股"),
            snapbox::str![[r#"
警告[N018]: 2024-08-10已报“已完成”，这里又是“正在推进”
 --> content/栏目/通知/progress/b.md:5:5
  |
5 | 状态: 正在推进
  |       ^^^^^^^^
  |
 ::: content/栏目/通知/progress/a.md:5:5
  |
5 | 状态: 已完成
  |       ------ 先前的报告
  |
建议: 核对事项；先前报早了的，更正先前的报告
"#]]
        );
    }

    #[test]
    fn a_cooperating_office_changes_nothing() {
        assert_eq!(reports("法规股"), "");
    }
}
