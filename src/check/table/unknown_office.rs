//! T002: an office that is not in the register.
//!
//! An office does not find its duties under a misspelt name, and the misspelt name counts as another office in
//! every total. In a sentence, words that are near no registered name are a note (T017).

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::office::{Found, Owner, Party, Register};
use crate::source::Span;
use crate::text::message::Words;
use crate::text::similar::{Near, near, nearest};

/// 责任股室不在机构名录中.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T002",
    name: "unknown-office",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "责任单位不在机构名录 offices.yaml 中。",
            "A responsible office is not in the register, offices.yaml.",
        ),
        why: Words::new(
            "差一个字，责任股室就查不到自己的任务，统计时也成了另一个单位。",
            "One wrong character, and the office does not find its duties and counts as another.",
        ),
        example: "责任股室: 危化古",
        mend: Words::new(
            "责任股室: 危化股；确是新单位的，先登记到 offices.yaml。",
            "责任股室: 危化股; add a new office to offices.yaml first.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    if project.register.names().next().is_none() {
        // The register could not be read; that is an error of its own.
        return;
    }
    let tables = project.notices.iter().flat_map(crate::model::notice::Notice::tables);
    for owner in tables.flat_map(crate::model::table::Table::owners) {
        for party in &owner.parties {
            if let Party::Unknown(name) = &party.value
                && !is_unclear(owner, name, &project.register)
            {
                report.push_with(&CODE, party.span.file, || finding(name, party.span, &project.register));
            }
        }
    }
}

/// Whether words in a sentence are left to a reader (T017): they are near no registered name.
pub fn is_unclear(owner: &Owner, name: &str, register: &Register) -> bool {
    owner.is_sentence && nearest(name, register.names()).is_none()
}

fn finding(name: &str, span: Span, register: &Register) -> Diagnostic {
    let message = message!("“{name}”不在机构名录中", "office {name:?} is not in the register");
    let finding = Diagnostic::new(&CODE, span, message);
    // The nearest name may be an alias; suggest the proper name.
    let proper = |near: Near<'_>| match register.find(near.word) {
        Some(Found::Office(office)) => register.office(office).name.value.clone(),
        _ => near.word.to_owned(),
    };
    match near(name, register.names()) {
        Some(near) => finding.did_you_mean(span, Near { word: &proper(near), ..near }),
        None => finding.help(message!(
            "如果名称无误，请把它加进 offices.yaml：本单位的写在“股室”里，其他的写在“外部单位”里",
            "if the name is right, add it to offices.yaml: under 股室, or under 外部单位 if it is not the bureau's own"
        )),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    #[test]
    fn asks_for_the_nearest_name() {
        let table = TABLE.replace("责任股室: 危化股", "责任股室: [危化股, 法规股、危化古]");
        crate::testing::assert_snapshot!(
            printed(&["T002"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
错误[T002]: “危化古”不在机构名录中
 --> content/栏目/通知/tasks.yaml:8:25
  |
8 |         责任股室: [危化股, 法规股、危化古]
  |                                    ^^^^^^
  |
建议: 是否想写“危化股”？
"#]]
        );
    }

    #[test]
    fn near_an_alias_the_proper_name_is_meant() {
        let table = TABLE.replace("责任股室: 危化股", "责任股室: 法归股");
        let offices = "股室:\n  - 名称: 政策法规股\n    别名: [法规股]\n";
        let found = printed(&["T002"], &[("栏目/通知/tasks.yaml", &table), ("offices.yaml", offices)]);
        assert!(found.contains("是否想写“政策法规股”？"), "{found}");
    }

    #[test]
    fn points_to_the_register_when_no_name_is_near() {
        let table = TABLE.replace("责任股室: 危化股", "责任股室: \"气象局\"");
        crate::testing::assert_snapshot!(
            printed(&["T002"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
错误[T002]: “气象局”不在机构名录中
 --> content/栏目/通知/tasks.yaml:8:16
  |
8 |         责任股室: "气象局"
  |                    ^^^^^^
  |
建议: 如果名称无误，请把它加进 offices.yaml：本单位的写在“股室”里，其他的写在“外部单位”里
"#]]
        );
    }

    #[test]
    fn aliases_and_collective_names_are_known() {
        let table = TABLE.replace("责任股室: 危化股", "责任股室: [法制股, 各股室、法规股, 各股室]");
        assert_eq!(printed(&["T002"], &[("栏目/通知/tasks.yaml", &table)]), "");
    }
}
