//! W008: a paragraph, or the heading of a task's paragraph, without a full stop at its end.
//!
//! Sentences end with 。！？ (GB/T 15834-2011, 句末点号). Lines that are not sentences are ignored: a Markdown paragraph
//! is checked only if it has marks inside, and not if it begins with a label such as 联系人：; a cell only if it has
//! whole sentences before the last one, a 正文标题 only where the text runs on behind another of its table.

use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::model::notice::Notice;
use crate::model::paper::block_text::Role;
use crate::model::public::TextKind;
use crate::model::table::Task;
use crate::source::offset;
use crate::text::han::{brackets, closes, ends, is_han};
use crate::text::message::Words;

/// 段末缺句号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W008",
    name: "missing-full-stop",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "段末、“正文标题”末尾没有句号。",
            "A paragraph or a 正文标题 has no full stop at its end.",
        ),
        why: Words::new(
            "GB/T 15834-2011：句子末尾用句号、问号或叹号；“正文标题”后面接排正文，缺句号就与正文连成一句。",
            "GB/T 15834-2011: a sentence ends with a mark; the paragraph goes on behind a 正文标题, and without 。 the two run together.",
        ),
        example: "要求: 增强应急处置的针对性实效性",
        mend: Words::new("要求: 增强应急处置的针对性实效性。", "要求: 增强应急处置的针对性实效性。"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    let lines =
        prose.passages.iter().flat_map(|passage| lines(passage).into_iter().map(move |line| (passage, line)));
    for (passage, line) in lines {
        let Some((words, right)) = missing_stop(passage, line) else { continue };
        let message = if passage.kind == TextKind::Heading {
            message!(
                "正文标题后面接排正文，末尾要有句号",
                "the text runs on behind this heading, which needs a full stop"
            )
        } else {
            message!("段末没有句号", "this paragraph has no full stop at its end")
        };
        let is_added = right.len() > '。'.len_utf8();
        let finding = passage.finding(&CODE, words, message, &right);
        report.push(if is_added {
            finding.help(message!("末尾加“。”", "add 。 at the end"))
        } else {
            finding
        });
    }
}

/// The parts of a passage that are paragraphs: the lines of 要求, else the whole.
fn lines(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let text = passage.text();
    if passage.kind != TextKind::Paragraph {
        return std::iter::once(0..text.len()).collect();
    }
    let place = |line: &str| offset(text, line)..offset(text, line) + line.len();
    text.lines().filter(|line| !line.trim().is_empty()).map(place).collect()
}

/// The last character of a paragraph that needs a full stop, and its replacement.
fn missing_stop(passage: &Passage<'_>, line: Range<usize>) -> Option<(Range<usize>, String)> {
    let begin = line.start;
    let text = passage.text()[line].trim_end();
    let last = text.chars().next_back()?;
    let judged = match (passage.kind, passage.role()) {
        (TextKind::Heading, _) => is_before_text(passage),
        (TextKind::Paragraph, _) => text.contains(is_han) && !(begin > 0 && is_labelled(text)),
        (TextKind::Markdown, Some(Role::Paragraph)) => is_sentence(text),
        (TextKind::Cell, _) => text.contains('。') && is_han(last),
        _ => false,
    };
    if !judged || is_ended(text) {
        return None;
    }
    let end = begin + text.len();
    let words = end - last.len_utf8()..end;
    let right = match last {
        '，' | '、' | ',' | '.' => "。".to_owned(),
        _ if is_han(last) || closes(last) || last.is_alphanumeric() => format!("{last}。"),
        _ => return None,
    };
    Some((words, right))
}

/// Whether the text runs on behind a 正文标题, as behind the others of its table.
fn is_before_text(heading: &Passage<'_>) -> bool {
    let is_own = |task: &Task| task.heading.as_ref().is_some_and(|own| own.span == heading.written.span);
    let mut tables = heading.notice.into_iter().flat_map(Notice::tables);
    tables.any(|table| table.tasks().any(is_own) && table.headings_run_on())
}

/// Whether a text ends with a full stop, possibly followed by closing marks, or by remarks in brackets as in
/// ……。（办公室负责）. A text of remarks alone is 附注 and needs none.
fn is_ended(text: &str) -> bool {
    let brackets = brackets(text);
    let mut rest = text;
    loop {
        if rest.is_empty() || rest.trim_end_matches(closes).ends_with(ends) {
            return true;
        }
        let remark = brackets.iter().find(|pair| pair.end == rest.len());
        rest = match (remark, rest.strip_suffix(closes)) {
            (Some(remark), _) => rest[..remark.start].trim_end(),
            (None, Some(before)) => before,
            (None, None) => return false,
        };
    }
}

/// Whether a paragraph consists of sentences, and is not a single line such as a label.
fn is_sentence(text: &str) -> bool {
    let last = text.chars().next_back();
    text.starts_with("特此")
        || text.contains(['，', '。', '；'])
            && !is_labelled(text)
            && last.is_some_and(|c| is_han(c) || closes(c) || "，、,.".contains(c))
}

/// Whether a text begins with a label, such as 联系人：.
fn is_labelled(text: &str) -> bool {
    let label = text.split('：').next().filter(|label| label.len() < text.len());
    label.is_some_and(|label| label.chars().count() <= 8)
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn table(from: &str, to: &str) -> String {
        printed(&["W008"], &[("栏目/通知/tasks.yaml", &TABLE.replace(from, to))])
    }

    fn body(text: &str) -> String {
        printed(&["W008"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn a_requirement_and_its_heading() {
        crate::testing::assert_snapshot!(
            table(
                "要求: 加大力度。",
                "正文标题: 加强执法检查\n    要求: 加大力度，提高实效\n  - 名称: 加强宣传\n    要求: 办好活动。"
            ),
            snapbox::str![[r#"
警告[W008]: 正文标题后面接排正文，末尾要有句号
 --> content/栏目/通知/tasks.yaml:4:16
  |
4 |     正文标题: 加强执法检查
  |                         ^^
  |
建议: 末尾加“。”

警告[W008]: 段末没有句号
 --> content/栏目/通知/tasks.yaml:5:17
  |
5 |     要求: 加大力度，提高实效
  |                           ^^
  |
建议: 末尾加“。”
"#]]
        );
    }

    #[test]
    fn a_heading_that_stands_alone_needs_none() {
        assert_eq!(table("要求: 加大力度。", "正文标题: 加强执法检查\n    要求: 加大力度。"), "");
    }

    #[test]
    fn each_paragraph_of_a_requirement() {
        crate::testing::assert_snapshot!(
            table(
                "要求: 加大力度。",
                "要求: |-\n      加大力度，\n      提高实效。\n\n      办好活动\n      责任股室：办公室"
            ),
            snapbox::str![[r#"
警告[W008]: 段末没有句号
 --> content/栏目/通知/tasks.yaml:5:11
  |
5 |       加大力度，
  |               ^^
  |
建议: 改为“。”

警告[W008]: 段末没有句号
 --> content/栏目/通知/tasks.yaml:8:10
  |
8 |       办好活动
  |             ^^
  |
建议: 末尾加“。”
"#]]
        );
    }

    #[test]
    fn a_measure_that_breaks_off() {
        crate::testing::assert_snapshot!(
            table("开展检查。", "开展检查。抓好整改"),
            snapbox::str![[r#"
警告[W008]: 段末没有句号
 --> content/栏目/通知/tasks.yaml:7:21
  |
7 |         内容: 开展检查。抓好整改
  |                               ^^
  |
建议: 末尾加“。”
"#]]
        );
    }

    #[test]
    fn a_paragraph() {
        crate::testing::assert_snapshot!(
            body("请各股室高度重视，抓好落实，\n\n请照**办法，落实**\n\n特此通知"),
            snapbox::str![[r#"
警告[W008]: 段末没有句号
  --> content/栏目/通知/notice.md:13:14
   |
13 | 请各股室高度重视，抓好落实，
   |                           ^^
   |
建议: 改为“。”

警告[W008]: 段末没有句号
  --> content/栏目/通知/notice.md:15:9
   |
15 | 请照**办法，落实**
   |               ^^
   |
建议: 末尾加“。”

警告[W008]: 段末没有句号
  --> content/栏目/通知/notice.md:17:4
   |
17 | 特此通知
   |       ^^
   |
建议: 末尾加“。”
"#]]
        );
    }

    #[test]
    fn a_remark_in_brackets_is_no_full_stop() {
        crate::testing::assert_snapshot!(
            body("（一）落实责任，抓好整改（办公室负责）"),
            snapbox::str![[r#"
警告[W008]: 段末没有句号
  --> content/栏目/通知/notice.md:13:19
   |
13 | （一）落实责任，抓好整改（办公室负责）
   |                                     ^^
   |
建议: 末尾加“。”
"#]]
        );
    }

    #[test]
    fn whole_sentences_and_lines_stay() {
        for text in [
            "他说：“好，照办。”",
            "请问，何时完成？\n\n有下列任务，分别是：\n\n等等，还有……",
            "（此件公开发布，不另行文）",
            "联系人：张某，地址：某路，某号",
            "某局\n2024年8月1日",
            "## 加强领导，压实责任",
            "- 抓预防，抓应急",
            "| 甲，乙 |\n|---|\n| 丙。丁 |",
            "电话3720055，3769918",
            "落实责任，抓好整改。（办公室负责）",
            "落实责任，抓好整改。（办公室负责） （此件公开发布，有效期2年）",
            "落实责任，抓好整改！(海关总署（广东分署）负责)",
            "会议强调：“落实责任，抓好整改。（鼓掌）”",
            "会议强调：“落实责任，抓好整改。”（摘自会议纪要，有删节）",
            "（一）落实责任，抓好整改。（海关总署、税务总局负责）",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        assert_eq!(table("开展检查。", "开展检查"), "");
        assert_eq!(table("开展检查。", "开展检查。制定《工作规程（试行）》"), "");
        assert_eq!(table("要求: 加大力度。", "正文标题: 加强执法。\n    要求: 加大“力度。”"), "");
        assert_eq!(table("要求: 加大力度。", "要求: \"\""), "");
        assert_eq!(
            table(
                "要求: 加大力度。",
                "正文标题: 加强执法。（办公室负责）\n    要求: 加大力度。（科技股牵头）"
            ),
            ""
        );
        assert_eq!(table("开展检查。", "开展检查。（办公室负责）"), "");
    }
}
