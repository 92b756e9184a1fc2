//! N004: a status that is not in the site's list.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;
use crate::text::similar::{Near, near};

/// 状态不在用词之列.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N004",
    name: "unknown-status",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "进展的“状态”不是规定的词。",
            "The 状态 of a progress note is not in the site's list.",
        ),
        why: Words::new("不认识的状态无法统计。", "A status that is not known cannot be counted."),
        example: "状态: 推进中",
        mend: Words::new(
            "状态: 正在推进；要用别的词，先写进 site.yaml 的“进展状态”。",
            "状态: 正在推进; add other words to 进展状态 in site.yaml first.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let known: Vec<&str> =
        project.site.statuses.iter().map(|(_, status)| status.word.value.as_str()).collect();
    for note in project.notices.iter().flat_map(|notice| &notice.notes) {
        if note.state.is_some() || note.status.value.trim().is_empty() {
            continue;
        }
        let words = note.status.part(0..note.status.value.len());
        let (span, word, list) = (words.span, words.value, known.join("、"));
        let finding = Diagnostic::new(
            &CODE,
            span,
            message!("“{word}”不是规定的状态", "{word:?} is not one of the site's words for progress"),
        );
        report.push(match near(word, known.iter().copied()) {
            Some(Near { word, is_certain }) => {
                let finding = finding.help(message!(
                    "是否想写“{word}”？可用：{list}",
                    "did you mean {word:?}? One of: {list}"
                ));
                if is_certain { finding.fix(span, word) } else { finding }
            }
            None => finding.help(message!("可用：{list}", "one of: {list}")),
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn status(word: &str) -> String {
        let note = format!("---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.1\"\n状态: {word}\n---\n");
        printed(&["N004"], &[("栏目/通知/progress/a.md", &note)])
    }

    #[test]
    fn asks_for_the_nearest_word() {
        crate::testing::assert_snapshot!(
            status("正在推近"),
            snapbox::str![[r#"
错误[N004]: “正在推近”不是规定的状态
 --> content/栏目/通知/progress/a.md:5:5
  |
5 | 状态: 正在推近
  |       ^^^^^^^^
  |
建议: 是否想写“正在推进”？可用：未启动、正在推进、滞后、已完成、长期坚持
"#]]
        );
        assert!(status("黄牌").contains("建议: 可用：未启动、"));
    }

    #[test]
    fn the_site_s_words_are_known() {
        for word in ["未启动", "正在推进", "滞后", "\"已完成\"", "长期坚持"] {
            assert_eq!(status(word), "", "{word}");
        }
        let note = "---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n---\n";
        let site = "名称: 某局政务公开\n进展状态: [{状态: 正在办理, 类别: 正在推进}]\n";
        let found = printed(&["N004"], &[("site.yaml", site), ("栏目/通知/progress/a.md", note)]);
        assert!(found.contains("是否想写“正在办理”？可用：正在办理"), "{found}");
    }
}
