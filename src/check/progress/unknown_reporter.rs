//! N007: an office in a note, the roster or a summary that the register does not know.
//!
//! The counterpart of T002, which checks tables.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::office::{Party, Register};
use crate::source::Span;
use crate::text::message::Words;
use crate::text::similar::near;

/// 进展、名单、总结中的股室不在机构名录中.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N007",
    name: "unknown-reporter",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "进展、名单或总结里的股室不在机构名录 offices.yaml 中。",
            "An office in a progress note, the roster or a summary is not in the register, offices.yaml.",
        ),
        why: Words::new(
            "差一个字，就记不到这个股室名下，还会被当作没有报送。",
            "One wrong character, and the report counts for nobody: the office seems never to have reported.",
        ),
        example: "股室: 危化古",
        mend: Words::new(
            "股室: 危化股；确是新单位的，先登记到 offices.yaml。",
            "股室: 危化股; add a new office to offices.yaml first.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    if project.register.names().next().is_none() {
        // The register could not be read; that is an error of its own.
        return;
    }
    for notice in &project.notices {
        let notes = notice.notes.iter().map(|note| &note.office);
        let contacts =
            notice.roster.iter().flat_map(|roster| &roster.contacts).map(|contact| &contact.office);
        let summaries = notice.summaries.iter().map(|summary| &summary.office);
        for party in notes.chain(contacts).chain(summaries).flat_map(|office| &office.parties) {
            if let Party::Unknown(name) = &party.value {
                report.push_with(&CODE, party.span.file, || finding(name, party.span, &project.register));
            }
        }
    }
}

fn finding(name: &str, span: Span, register: &Register) -> Diagnostic {
    let finding = Diagnostic::new(
        &CODE,
        span,
        message!("“{name}”不在机构名录中", "office {name:?} is not in the register"),
    );
    match near(name, register.names()) {
        Some(near) => finding.did_you_mean(span, near),
        None => finding.help(message!(
            "如果名称无误，请把它加进 offices.yaml",
            "if the name is right, add it to offices.yaml"
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    const NOTE: &str = "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n---\n";

    #[test]
    fn asks_for_the_nearest_name() {
        crate::testing::assert_snapshot!(
            printed(&["N007"], &[("栏目/通知/progress/a.md", &NOTE.replace("危化股", "危化古"))]),
            snapbox::str![[r#"
错误[N007]: “危化古”不在机构名录中
 --> content/栏目/通知/progress/a.md:3:5
  |
3 | 股室: 危化古
  |       ^^^^^^
  |
建议: 是否想写“危化股”？
"#]]
        );
    }

    #[test]
    fn rosters_and_summaries_name_offices_too() {
        for (file, text) in [
            ("栏目/通知/roster.yaml", "名单: [{股室: 气象局}]\n"),
            ("栏目/通知/summary/a.md", "---\n股室: 气象局\n年度: 2024\n---\n"),
        ] {
            assert!(printed(&["N007"], &[(file, text)]).contains("“气象局”不在机构名录中"), "{file}");
        }
    }

    #[test]
    fn aliases_and_several_offices_are_known() {
        for office in ["法制股", "危化股、法规股", "各股室"] {
            let note = NOTE.replace("危化股", office);
            assert_eq!(printed(&["N007"], &[("栏目/通知/progress/a.md", &note)]), "", "{office}");
        }
    }
}
