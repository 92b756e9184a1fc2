//! W015: a paragraph that is published as code, because its lines begin with four spaces or a tab.
//!
//! An indented line is code in Markdown (`CommonMark` 0.31, 4.4). Paragraphs pasted from Word begin with spaces or a tab;
//! on the page they would stand in a monospaced box. Code between fences is meant.

use crate::check::pasted::{all_blocks, papers};
use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::{BlockKind, Paper};
use crate::source::Span;
use crate::text::message::Words;

/// 段首空格成了代码.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W015",
    name: "indented-code",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "段首有四个空格或制表符，整段会作为程序代码公开。",
            "A paragraph begins with four spaces or a tab and is published as code.",
        ),
        why: Words::new(
            "多是从 Word 粘贴带来的。段首缩进由版式自动加，不用手打；Markdown 里行首四个空格表示程序代码，网页上会变成等宽字的方框，不再当作正文检查。",
            "It was pasted from Word. Pages indent paragraphs by themselves; in Markdown four spaces mean code, which is shown in a box and not checked as words.",
        ),
        example: "    各股室要高度重视，抓好落实。",
        mend: Words::new("各股室要高度重视，抓好落实。", "Remove the spaces: 各股室要高度重视，抓好落实。"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for paper in papers(prose) {
        for block in all_blocks(&paper.blocks) {
            let written = &paper.source.value[paper.range(block.span)];
            if matches!(block.kind, BlockKind::Code { .. }) && !written.starts_with(['`', '~']) {
                report.push(finding(paper, block.span));
            }
        }
    }
}

fn finding(paper: &Paper, code: Span) -> Diagnostic {
    let (text, code) = (&paper.source.value, paper.range(code));
    // The indentation of the first line lies before the block.
    let start = text[..code.start].rfind('\n').map_or(0, |end| end + 1);
    let end = start + text[start..code.end].trim_end().len();
    let right: Vec<&str> = text[start..end].lines().map(str::trim).collect();
    let first = start + text[start..end].lines().next().unwrap_or_default().len();
    let message =
        message!("段首的空格使这一段成了程序代码", "the spaces at its beginning make this paragraph code");
    Diagnostic::new(&CODE, paper.source.span.part(start, first), message)
        .help(message!("删去行首的空格或制表符", "remove the spaces or the tab at the beginning"))
        .fix(paper.source.span.part(start, end), right.join("\n"))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W015"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn spaces_and_tabs() {
        crate::testing::assert_snapshot!(
            body("现通知如下。\n\n    各股室要高度重视。\n    抓好落实。\n\n\t特此通知。"),
            snapbox::str![[r#"
警告[W015]: 段首的空格使这一段成了程序代码
  --> content/栏目/通知/notice.md:15:1
   |
15 |     各股室要高度重视。
   | ^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 删去行首的空格或制表符
"#]]
        );
    }

    #[test]
    fn code_that_is_meant_and_other_indents_are_silent() {
        for text in [
            "```\n名称: 甲\n```",
            "~~~yaml\n甲: 1\n~~~",
            "   三个空格。",
            "- 一项\n\n    一项的第二段。",
            "现通知如下。\n    接排的一行。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
