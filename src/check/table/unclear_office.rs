//! T017: words in a sentence of responsibility that are no registered name.
//!
//! 各有关单位按职责分工负责 names nobody in particular. The sentence is published as it is, and the offices that it names
//! have the task; whether the other words leave somebody out is for a person to see.

use crate::check::table::unknown_office::is_unclear;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::office::{Owner, Party};
use crate::model::table::Table;
use crate::source::Span;
use crate::text::message::Words;

/// 责任写成一句话，其中有认不出的单位.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T017",
    name: "unclear-office",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "责任写成一句话，其中有些字认不出是哪个单位。",
            "A responsibility is a sentence, and some of its words are no office that is known.",
        ),
        why: Words::new(
            "照写公开；认出的单位有这项任务，没认出的不发填报表，也不统计。",
            "It is published as written; the offices that were found have the task, the others get no handout and are not counted.",
        ),
        example: "责任单位: 办公室、各有关单位按职责分工负责",
        mend: Words::new(
            "有具体单位的，写出名称；泛指的不必改，也可以登记到 offices.yaml 的“统称”或“外部单位”里。",
            "Write the offices' names where there are any; a general word may stay, or be added to 统称 or 外部单位 of offices.yaml.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    if project.register.names().next().is_none() {
        // The register could not be read; that is an error of its own.
        return;
    }
    for owner in project.notices.iter().flat_map(Notice::tables).flat_map(Table::owners) {
        for party in &owner.parties {
            if let Party::Unknown(name) = &party.value
                && is_unclear(owner, name, &project.register)
            {
                report.push_with(&CODE, party.span.file, || finding(owner, name, party.span));
            }
        }
    }
}

fn finding(owner: &Owner, name: &str, span: Span) -> Diagnostic {
    let sentence = &owner.text.value;
    let message = message!(
        "“{sentence}”中的“{name}”认不出是哪个单位",
        "{name:?} in {sentence:?} is no office that is known"
    );
    Diagnostic::new(&CODE, span, message).help(message!(
        "有具体单位的，写出名称；泛指的不必改，也可以登记为“统称”或“外部单位”",
        "write the offices' names where there are any; a general word may stay, or be registered as 统称 or 外部单位"
    ))
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn found(owner: &str) -> String {
        let table = TABLE.replace("责任股室: 危化股", &format!("责任股室: {owner}"));
        printed(&["T002", "T017"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn shows_the_words_in_their_sentence() {
        crate::testing::assert_snapshot!(
            found("危化股、各有关单位按职责分工负责"),
            snapbox::str![[r#"
提示[T017]: “危化股、各有关单位按职责分工负责”中的“各有关单位”认不出是哪个单位
 --> content/栏目/通知/tasks.yaml:8:19
  |
8 |         责任股室: 危化股、各有关单位按职责分工负责
  |                           ^^^^^^^^^^
  |
建议: 有具体单位的，写出名称；泛指的不必改，也可以登记为“统称”或“外部单位”
"#]]
        );
    }

    #[test]
    fn sentences_of_known_offices_are_clear() {
        for owner in
            ["危化股、法规股等单位按职责分工负责", "危化股会法规股", "危化股牵头，法规股、法制股配合"]
        {
            assert_eq!(found(owner), "", "{owner}");
        }
    }

    #[test]
    fn a_near_miss_stays_an_error() {
        let found = found("危化古牵头，各有关单位配合");
        assert!(found.starts_with("错误[T002]: “危化古”不在机构名录中"), "{found}");
        assert!(found.contains("提示[T017]"), "{found}");
    }
}
