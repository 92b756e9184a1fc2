//! W017: lines that were paragraphs and are published as one, because no blank line is between them.
//!
//! A paragraph of Markdown ends at a blank line. A line that ends with a full stop is taken for the end of a paragraph,
//! one that begins with 一、 or （1） for the beginning; lines that are broken within a sentence are joined as they should
//! be.

use std::ops::Range;

use crate::check::pasted::paragraphs;
use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::marker::{Marker, Style};
use crate::text::message::Words;

/// 几段连成了一段.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W017",
    name: "joined-paragraphs",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "段与段之间没有空行，会连成一段公开。",
            "Paragraphs without a blank line between them are published as one.",
        ),
        why: Words::new(
            "正文里空一行才是另起一段；从 Word 粘贴的各段中间没有空行，网页上会首尾相接成一段。",
            "A blank line begins a paragraph; those pasted from Word have none between them and run together on the page.",
        ),
        example: "一要加强领导。\n二要压实责任。",
        mend: Words::new("一要加强领导。\n\n二要压实责任。", "A blank line between them."),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in paragraphs(prose) {
        let joints = joints(passage);
        let (Some(first), Some(last)) = (joints.first(), joints.last()) else { continue };
        let lines = joints.len() + 1;
        let message = message!(
            "这{lines}段之间没有空行，会连成一段",
            "these {lines} paragraphs have no blank line between them and become one"
        );
        let text = passage.written.value.as_str();
        let source = passage.source(first.start..last.end);
        let source = source.start..behind_indent(text, source.end);
        let written = &text[source.clone()];
        let mut right = String::new();
        let mut from = source.start;
        for joint in &joints {
            let end = passage.source(joint.clone()).end;
            right.push_str(&text[from..end]);
            right.push('\n');
            // Behind a blank line an indented line would be code.
            from = behind_indent(text, end);
        }
        let finding = Diagnostic::new(&CODE, passage.written.part(next_line(passage, first)).span, message)
            .help(message!("段与段之间空一行", "put a blank line between them"));
        let span = passage.written.part(source).span;
        report.push(if span.range().len() == written.len() { finding.fix(span, right) } else { finding });
    }
}

/// The line feeds, in the words, at which one paragraph ends and the next begins.
fn joints(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let text = passage.text();
    let feeds = text.match_indices('\n').map(|(at, feed)| at..at + feed.len());
    feeds
        .filter(|feed| {
            let line = text[..feed.start].rsplit('\n').next().unwrap_or_default().trim();
            let next = text[feed.end..].split('\n').next().unwrap_or_default().trim();
            // With two spaces or a backslash before the line feed the line ends there on the page, too.
            let written = &passage.written.value[passage.source(feed.clone())];
            (ends_paragraph(line) || is_numbered(next)) && written.trim_matches(['\r', '\n']).is_empty()
        })
        .collect()
}

/// The first byte behind the indentation of a line that begins at a byte.
fn behind_indent(text: &str, at: usize) -> usize {
    text.len() - text[at..].trim_start_matches([' ', '\t']).len()
}

/// Whether a line ends with a sentence, or is a heading such as 一、工作目标.
fn ends_paragraph(line: &str) -> bool {
    let words = line.trim_end_matches(['”', '’', '）', ')', '》']);
    let heading = number(line).map(|marker| &line[marker.length..]);
    words.ends_with(['。', '；', '：', '！', '？'])
        || heading.is_some_and(|words| !words.contains(['，', '、', '；']))
}

/// Whether a line begins with the number of an item: 一、 （一） 1.
fn is_numbered(line: &str) -> bool {
    number(line).is_some()
}

fn number(line: &str) -> Option<Marker> {
    Marker::at_start(line).filter(|marker| marker.style != Style::Spoken)
}

/// The line behind a line feed, in the written text.
fn next_line(passage: &Passage<'_>, feed: &Range<usize>) -> Range<usize> {
    let text = passage.text();
    let line = text[feed.end..].split('\n').next().unwrap_or_default();
    passage.source(feed.end..feed.end + line.len())
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W017"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn points_at_the_second_line() {
        crate::testing::assert_snapshot!(
            body("一要加强领导。\n二要压实责任，\n层层落实。\n三要严格督查。"),
            snapbox::str![[r#"
警告[W017]: 这3段之间没有空行，会连成一段
  --> content/栏目/通知/notice.md:14:1
   |
14 | 二要压实责任，
   | ^^^^^^^^^^^^^^
   |
建议: 段与段之间空一行
"#]]
        );
    }

    #[test]
    fn a_whole_paper_becomes_its_paragraphs() {
        let pasted = "各股室：\n现将任务分解如下。\n一、工作目标\n压实责任，确保平安。（办公室负责）\n（一）开展检查。";
        let paragraphs = pasted.replace('\n', "\n\n");
        let fixed = body(pasted);
        assert!(fixed.starts_with("警告[W017]: 这5段之间"), "{fixed}");
        assert_eq!(body(&paragraphs), "");
    }

    #[test]
    fn broken_lines_and_meant_ends_are_silent() {
        for text in [
            "各股室要加强领导，\n压实责任。",
            "某局  \n2024年8月1日。  \n附注。",
            "一要加强领导。\n\n二要压实责任。",
            "- 一要加强领导。\n- 二要压实责任。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
