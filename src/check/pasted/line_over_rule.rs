//! W018: a paragraph that becomes a heading, because a line of `---` or `===` follows it directly.
//!
//! `CommonMark` 0.31, 4.3 (setext headings). Papers have headings with `##`; the line was meant as a rule across the page.

use crate::check::pasted::{all_blocks, papers};
use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::BlockKind;
use crate::text::message::Words;

/// 横线使上面的文字成了标题.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W018",
    name: "line-over-rule",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "文字下面紧接着“---”，会成为标题。",
            "Words directly above a line of `---` become a heading.",
        ),
        why: Words::new(
            "Markdown 把紧挨在横线上面的文字当作标题，会自动编号；标题要用“##”写，横线上下要各空一行。",
            "In Markdown they are a heading, which is numbered; headings begin with ##, and a rule has blank lines around it.",
        ),
        example: "各股室要抓好落实。\n---",
        mend: Words::new("各股室要抓好落实。\n\n---", "A blank line above the rule."),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for paper in papers(prose) {
        for block in all_blocks(&paper.blocks) {
            let range = paper.range(block.span);
            let written = paper.source.value[range.clone()].trim_end();
            let Some((words, rule)) = written.rsplit_once('\n') else { continue };
            if !matches!(block.kind, BlockKind::Heading(_)) || written.starts_with('#') {
                continue;
            }
            let message =
                message!("下面的横线使这一段成了标题", "the line below makes this paragraph a heading");
            let start = range.start;
            let first = words.lines().next().unwrap_or_default();
            let span = |length: usize| paper.source.span.part(start, start + length);
            report.push(
                Diagnostic::new(&CODE, span(first.len()), message)
                    .help(message!(
                        "横线上面空一行；确是标题的，写成“## {first}”",
                        "put a blank line above the rule; a heading is written `## {first}`"
                    ))
                    .fix(span(written.len()), format!("{words}\n\n{rule}")),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W018"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_words_above_the_line() {
        crate::testing::assert_snapshot!(
            body("各股室要抓好落实。\n---\n\n特此通知。"),
            snapbox::str![[r#"
警告[W018]: 下面的横线使这一段成了标题
  --> content/栏目/通知/notice.md:13:1
   |
13 | 各股室要抓好落实。
   | ^^^^^^^^^^^^^^^^^^
   |
建议: 横线上面空一行；确是标题的，写成“## 各股室要抓好落实。”
"#]]
        );
    }

    #[test]
    fn rules_and_headings_are_silent() {
        for text in ["甲。\n\n---\n\n乙。", "## 标题\n\n文字。", "{{任务要求}}"] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
