//! N014: a 代号 that two items of a notice share.

use crate::check::Rule;
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use std::collections::BTreeMap;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::say;
use crate::source::{Located, Span};
use crate::text::message::Words;

/// 两个事项用了同一个代号.
pub const RULE: Rule = Rule { code: &CODE, check };
const CODE: Code = Code {
    id: "N014",
    name: "duplicate-id",
    severity: Severity::Error,
    about: About {
        what: Words::new("两个事项用了同一个代号。", "Two items share one 代号."),
        why: Words::new(
            "进展用代号指明事项，重了就不知道指的是哪一个。",
            "Progress notes name their item by it; shared, it names neither.",
        ),
        example: "- {代号: 执法, 内容: 甲}\n- {代号: 执法, 内容: 乙}",
        mend: Words::new("- {代号: 执法二, 内容: 乙}", "- {代号: 执法二, 内容: 乙}"),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let mut first: BTreeMap<&str, Span> = BTreeMap::new();
        for id in ids(notice) {
            let word = id.value.trim();
            let Some(first) = first.insert(word, id.span) else { continue };
            let message = say!("代号“{word}”用了两次", "the 代号 {word:?} is used twice");
            report.push(
                Diagnostic::new(&CODE, id.span, message)
                    .label(first, say!("第一次在这里", "first here"))
                    .help(say!("给其中一个换一个代号", "give one of them another")),
            );
        }
    }
}

/// 代号 of tasks and measures, in order; a blank one is none.
fn ids(notice: &Notice) -> impl Iterator<Item = &Located<String>> {
    let tasks = notice.tables().flat_map(crate::model::table::Table::tasks);
    let ids =
        tasks.flat_map(|task| task.id.iter().chain(task.measures.iter().filter_map(|own| own.id.as_ref())));
    ids.filter(|id| !id.value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::testing::{TABLE, printed};

    fn second(id: &str) -> String {
        let table = TABLE.replace("  - 名称: 加强执法", "  - 代号: 执法\n    名称: 加强执法");
        let more =
            format!("      - {{代号: {id}, 内容: 建立台账。, 责任股室: 危化股, 完成时限: 长期坚持}}\n");
        printed(&["N014"], &[("栏目/通知/tasks.yaml", &format!("{table}{more}"))])
    }

    #[test]
    fn shows_both() {
        snapbox::assert_data_eq!(
            second("执法"),
            snapbox::str![[r#"
错误[N014]: 代号“执法”用了两次
  --> content/栏目/通知/tasks.yaml:11:14
   |
11 |       - {代号: 执法, 内容: 建立台账。, 责任股室: 危化股, 完成时限: 长期坚持}
   |                ^^^^
   |
  ::: content/栏目/通知/tasks.yaml:3:9
   |
 3 |   - 代号: 执法
   |           ---- 第一次在这里
   |
建议: 给其中一个换一个代号
"#]]
        );
    }

    #[test]
    fn others_and_blank_ones_are_fine() {
        for id in ["台账", ""] {
            assert_eq!(second(id), "", "{id}");
        }
    }
}
