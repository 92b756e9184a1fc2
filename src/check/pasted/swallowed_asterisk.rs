//! W019: asterisks within words that were meant as such and vanish: 长*宽*高.
//!
//! A pair of asterisks is emphasis in Markdown, also inside a word (`CommonMark` 0.31, 6.2). Somebody who emphasises a
//! word of a sentence writes `**`, and so do all papers; one asterisk between letters or numbers is a multiplication.

use std::ops::Range;

use crate::check::pasted::papers;
use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::InlineKind;
use crate::text::han::{after, before};
use crate::text::message::Words;

/// 星号不见了.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W019",
    name: "swallowed-asterisk",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "字中间的一对“*”不会印出，中间的字成了强调。",
            "A pair of asterisks within words is not printed; the words between are emphasised.",
        ),
        why: Words::new(
            "Markdown 用一对“*”表示强调。“长*宽*高”会印成“长宽高”。",
            "A pair of asterisks is emphasis in Markdown: 长*宽*高 is printed 长宽高.",
        ),
        example: "规格为长*宽*高",
        mend: Words::new("规格为长×宽×高", "Write 长×宽×高, or an asterisk as \\*."),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for paper in papers(prose) {
        let text = paper.source.value.as_str();
        for inline in paper.inlines() {
            let InlineKind::Emphasis(_) = inline.kind else { continue };
            let Range { start, end } = paper.range(inline.span);
            let joins = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
            if !text[start..].starts_with('*') || !joins(before(text, start)) || !joins(after(text, end)) {
                continue;
            }
            let words = &text[start..end];
            let inner = words.strip_prefix('*').and_then(|words| words.strip_suffix('*')).unwrap_or(words);
            let message = message!("“{words}”的星号不会印出", "the asterisks of {words} are not printed");
            let finding = Diagnostic::new(&CODE, inline.span, message).help(message!(
                "乘号写“×”；要印星号的，写“\\*”；要强调的，写“**”",
                "write × for a product, \\* for an asterisk, ** for emphasis"
            ));
            // Words are published as they are written: with their asterisks.
            report.push(finding.fix(inline.span, format!("\\*{inner}\\*")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W019"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn a_product() {
        crate::testing::assert_snapshot!(
            body("规格为长*宽*高，单位毫米。"),
            snapbox::str![[r#"
警告[W019]: “*宽*”的星号不会印出
  --> content/栏目/通知/notice.md:13:5
   |
13 | 规格为长*宽*高，单位毫米。
   |         ^^^^
   |
建议: 乘号写“×”；要印星号的，写“\*”；要强调的，写“**”
"#]]
        );
    }

    #[test]
    fn emphasis_and_printed_asterisks_are_silent() {
        for text in ["各股室要*高度重视*，**抓好**落实。", "长\\*宽\\*高", "3*4", "长×宽×高"]
        {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
