//! T010: a register with a duplicate name, or with a member under 包括 that is not registered.
//!
//! Of two offices with one name only the first is ever found: duties of the second are counted as its own.

use std::collections::BTreeMap;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::office::Register;
use crate::source::{Located, Span};
use crate::text::message::Words;
use crate::text::similar::near;

/// 机构名录重名或包括了未登记的股室.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T010",
    name: "register",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "机构名录里有重复的名称，或者“包括”了没有登记的股室。",
            "The register has a name twice, or 包括 names an office that is not in it.",
        ),
        why: Words::new(
            "重名的只认第一个，另一个的任务会算到它头上；没登记的股室等于没有包括。",
            "Of two offices with one name only the first is found, and it gets the duties of both; an office that is not registered cannot be a member.",
        ),
        example: "股室:\n  - 法规股\n  - {名称: 政工党建办, 别名: [法规股]}",
        mend: Words::new(
            "一个名称只登记一次；“包括”里的名称照“股室”里的写。",
            "Register a name once; write members as they stand under 股室.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    report_duplicates(&project.register, report);
    report_unknown_members(&project.register, report);
}

fn report_duplicates(register: &Register, report: &mut Report) {
    let offices =
        register.offices.iter().flat_map(|office| std::iter::once(&office.name).chain(&office.aliases));
    let names = offices.chain(register.collectives.iter().map(|collective| &collective.name));
    let names = names.chain(&register.outside_bodies);
    let mut first: BTreeMap<&str, Span> = BTreeMap::new();
    for name in names.filter(|name| !name.value.is_empty()) {
        let word = name.value.as_str();
        if let Some(first) = first.get(word) {
            report.push(
                Diagnostic::new(
                    &CODE,
                    name.span,
                    message!("“{word}”在机构名录中重复", "the register has {word} twice"),
                )
                .label(*first, message!("先登记在这里", "first registered here"))
                .help(message!("删去一处，或改成不同的名称", "delete one of them, or give it another name")),
            );
        } else {
            first.insert(word, name.span);
        }
    }
}

fn report_unknown_members(register: &Register, report: &mut Report) {
    let members = register.collectives.iter().flat_map(|collective| collective.members.iter().flatten());
    for member in members.filter(|member| register.find(member.value.trim()).is_none()) {
        report.push(unknown_member(member, register));
    }
}

fn unknown_member(member: &Located<String>, register: &Register) -> Diagnostic {
    let name = &member.value;
    let place = member.part(0..name.len()).span;
    let message =
        message!("“包括”中的“{name}”没有登记为股室", "{name:?} under 包括 is not a registered office");
    let finding = Diagnostic::new(&CODE, place, message);
    match near(name, register.offices.iter().map(|office| office.name.value.as_str())) {
        Some(near) => finding.did_you_mean(place, near),
        None => finding.help(message!("先把它登记到“股室”下", "add it under 股室 first")),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn with(offices: &str) -> String {
        printed(&["T010"], &[("offices.yaml", offices)])
    }

    #[test]
    fn a_name_stands_once() {
        crate::testing::assert_snapshot!(
            with("股室:\n  - 法规股\n  - {名称: 政工党建办, 别名: [法规股]}\n统称:\n  - 名称: 法规股\n"),
            snapbox::str![[r#"
错误[T010]: “法规股”在机构名录中重复
 --> content/offices.yaml:3:22
  |
3 |   - {名称: 政工党建办, 别名: [法规股]}
  |                               ^^^^^^
  |
 ::: content/offices.yaml:2:5
  |
2 |   - 法规股
  |     ------ 先登记在这里
  |
建议: 删去一处，或改成不同的名称

错误[T010]: “法规股”在机构名录中重复
 --> content/offices.yaml:5:9
  |
5 |   - 名称: 法规股
  |           ^^^^^^
  |
 ::: content/offices.yaml:2:5
  |
2 |   - 法规股
  |     ------ 先登记在这里
  |
建议: 删去一处，或改成不同的名称
"#]]
        );
    }

    #[test]
    fn members_are_registered() {
        crate::testing::assert_snapshot!(
            with("股室: [法规股, 危化股]\n统称:\n  - {名称: 各股室, 包括: [法规股, 危化古, 气象局]}\n"),
            snapbox::str![[r#"
错误[T010]: “包括”中的“危化古”没有登记为股室
 --> content/offices.yaml:3:25
  |
3 |   - {名称: 各股室, 包括: [法规股, 危化古, 气象局]}
  |                                   ^^^^^^
  |
建议: 是否想写“危化股”？

错误[T010]: “包括”中的“气象局”没有登记为股室
 --> content/offices.yaml:3:30
  |
3 |   - {名称: 各股室, 包括: [法规股, 危化古, 气象局]}
  |                                           ^^^^^^
  |
建议: 先把它登记到“股室”下
"#]]
        );
    }

    #[test]
    fn a_register_in_order_is_silent() {
        assert_eq!(printed(&["T010"], &[]), "");
        assert_eq!(
            with("股室: [{名称: 法规股, 别名: 法制股}]\n统称: [{名称: 各股室, 包括: [法制股]}]\n"),
            ""
        );
    }
}
