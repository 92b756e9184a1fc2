//! W016: full-width or other wide spaces at the beginning of a paragraph or of one of its lines.
//!
//! Pages indent paragraphs by two characters (GB/T 9704-2012 7.3.3); typed spaces indent them twice.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::model::paper::block_text::Role;
use crate::model::public::TextKind;
use crate::text::message::Words;

/// 段首手打空格.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W016",
    name: "typed-indent",
    severity: Severity::Warning,
    about: About {
        what: Words::new("段首手打了全角空格。", "A paragraph begins with typed full-width spaces."),
        why: Words::new(
            "段首左空二字由版式自动加（GB/T 9704-2012 7.3.3），手打的空格使这一段空出四个字。",
            "Pages indent paragraphs by two characters themselves (GB/T 9704-2012 7.3.3); typed spaces indent them twice.",
        ),
        example: "　　各股室要高度重视。",
        mend: Words::new("各股室要高度重视。", "Remove the spaces: 各股室要高度重视。"),
    },
};

/// Spaces that indent: the full-width one and those of the width of a letter or half of it; and the no-break space, which
/// programs put in place of several spaces.
const WIDE: [char; 3] = ['\u{3000}', '\u{2003}', '\u{2002}'];
const NO_BREAK: char = '\u{a0}';

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        let is_paragraph = match passage.role() {
            Some(role) => role != Role::Cell,
            // 要求 and 正文标题 of a task are printed in the body.
            None => matches!(passage.kind, TextKind::Paragraph | TextKind::Heading),
        };
        if !is_paragraph {
            continue;
        }
        let mut at = 0;
        for line in passage.text().split_inclusive('\n') {
            let is_space = |c: char| WIDE.contains(&c) || c == NO_BREAK || c == ' ';
            let indent = line.len() - line.trim_start_matches(is_space).len();
            let spaces = &line[..indent];
            if spaces.contains(WIDE) || spaces.matches(NO_BREAK).count() > 1 {
                let message = message!("段首手打了全角空格", "full-width spaces were typed at the beginning");
                let finding = passage.finding(&CODE, at..at + indent, message, "");
                report.push(finding.help(message!(
                    "删去，版式会自动空两字",
                    "remove them; pages indent paragraphs themselves"
                )));
            }
            at += line.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W016"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn paragraphs_and_their_lines() {
        crate::testing::assert_snapshot!(
            body("现通知如下。\n\n　　各股室要重视。\n　　抓好落实。"),
            snapbox::str![[r#"
警告[W016]: 段首手打了全角空格
  --> content/栏目/通知/notice.md:15:1
   |
15 | 　　各股室要重视。
   | ^^^^
   |
建议: 删去，版式会自动空两字

警告[W016]: 段首手打了全角空格
  --> content/栏目/通知/notice.md:16:1
   |
16 | 　　抓好落实。
   | ^^^^
   |
建议: 删去，版式会自动空两字
"#]]
        );
    }

    #[test]
    fn requirements_of_a_table() {
        let tasks = TABLE.replace("要求: 加大力度。", "要求: 　　加大力度。");
        let tasks = tasks.replace("内容: 开展检查。", "内容: 　　开展检查。");
        crate::testing::assert_snapshot!(
            printed(&["W016"], &[("栏目/通知/tasks.yaml", &tasks)]),
            snapbox::str![[r#"
警告[W016]: 段首手打了全角空格
 --> content/栏目/通知/tasks.yaml:4:9
  |
4 |     要求: 　　加大力度。
  |           ^^^^
  |
建议: 删去，版式会自动空两字
"#]]
        );
        let lines = TABLE.replace("要求: 加大力度。", "要求: |-\n      　　加大力度。\n      　　抓好落实。");
        let told = printed(&["W016"], &[("栏目/通知/tasks.yaml", &lines)]);
        assert_eq!(told.matches("警告[W016]").count(), 2, "{told}");
    }

    #[test]
    fn other_wide_spaces() {
        for spaces in ["\u{a0}\u{a0}\u{a0}\u{a0}", "\u{2003}\u{2003}", " \u{3000}"] {
            let told = body(&format!("现通知如下。\n\n{spaces}各股室要重视。"));
            assert_eq!(told.matches("警告[W016]: 段首手打了全角空格").count(), 1, "{told}");
        }
        assert_eq!(body("\u{a0}一个空格。"), "");
    }

    #[test]
    fn spaces_within_are_silent() {
        for text in ["甲　乙　丙。", "| 　甲 |\n|---|\n| 　乙 |", "  两个空格。"] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
