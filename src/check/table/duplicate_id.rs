//! T012: a 代号 that two tasks or measures share, or that reads as a position.
//!
//! Progress notes and returned workbooks find their measure by its 代号; a duplicate leads to the wrong measure.

use std::collections::BTreeMap;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::table::{Table, Task};
use crate::source::{Located, Span};
use crate::text::message::Words;

/// 代号重复.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "T012",
    name: "duplicate-id",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "同一通知里两项任务或举措用了同一个代号，或者代号写得像序号。",
            "Two tasks or measures of a notice have the same 代号, or a 代号 looks like a position.",
        ),
        why: Words::new(
            "进展按代号对应到任务和举措，重复了就会记到别的举措上。",
            "A progress note finds its measure by 代号; a duplicate files it under the wrong measure.",
        ),
        example: "- {代号: 执法, 内容: 开展检查。}\n- {代号: 执法, 内容: 开展宣传。}",
        mend: Words::new(
            "每个代号只用一次，用文字起头，例如“执法检查”。",
            "Use each once, beginning with a letter, such as 执法检查.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
        for id in notice.tables().flat_map(Table::tasks).flat_map(ids) {
            let word = id.value.as_str();
            if word.starts_with(|c: char| c.is_ascii_digit()) || word.trim().is_empty() {
                let message = message!("代号“{word}”会被当作序号", "{word:?} would be read as a position");
                report.push(Diagnostic::new(&CODE, id.span, message).help(message!(
                    "用文字起头，例如“执法检查”",
                    "begin it with a letter, such as 执法检查"
                )));
            } else if let Some(first) = seen.get(word) {
                let message = message!("代号“{word}”重复", "the 代号 {word:?} is used twice");
                report.push(
                    Diagnostic::new(&CODE, id.span, message)
                        .label(*first, message!("第一次在这里", "first here"))
                        .help(message!("换一个代号", "choose another 代号")),
                );
            } else {
                seen.insert(word, id.span);
            }
        }
    }
}

fn ids(task: &Task) -> impl Iterator<Item = &Located<String>> {
    task.id.iter().chain(task.measures.iter().filter_map(|measure| measure.id.as_ref()))
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn with(task: &str, measure: &str) -> String {
        let table = TABLE.replace(
            "    举措:\n      - ",
            &format!("    代号: {task}\n    举措:\n      - 代号: {measure}\n        "),
        );
        printed(&["T012"], &[("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn shows_both() {
        crate::testing::assert_snapshot!(
            with("执法", "执法"),
            snapbox::str![[r#"
错误[T012]: 代号“执法”重复
 --> content/栏目/通知/tasks.yaml:7:13
  |
7 |       - 代号: 执法
  |               ^^^^
  |
 ::: content/栏目/通知/tasks.yaml:5:9
  |
5 |     代号: 执法
  |           ---- 第一次在这里
  |
建议: 换一个代号
"#]]
        );
    }

    #[test]
    fn no_number() {
        crate::testing::assert_snapshot!(
            with("执法", "1.1"),
            snapbox::str![[r#"
错误[T012]: 代号“1.1”会被当作序号
 --> content/栏目/通知/tasks.yaml:7:13
  |
7 |       - 代号: 1.1
  |               ^^^
  |
建议: 用文字起头，例如“执法检查”
"#]]
        );
    }

    #[test]
    fn different_ones_are_fine() {
        assert_eq!(with("执法", "执法检查"), "");
        assert_eq!(printed(&["T012"], &[]), "");
    }
}
