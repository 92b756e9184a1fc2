//! W024: a number of points that a paper announces, and another number that follows: 以下三点 before four.
//!
//! Counted are the tasks for which `{{任务要求}}` stands, the items of a list, headings of one level, paragraphs with typed
//! numbers, and 一是, 二是 within the same paragraph; whatever else follows is not judged. A number of tasks in a sentence of
//! the body that names the only table is compared with it.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::notice::Notice;
use crate::model::paper::{Block, BlockKind, Paper};
use crate::text::han::{before, is_han, is_numeral};
use crate::text::message::Words;
use crate::text::numeral::{chinese, typed};
use crate::text::quantity::whole;

/// 数目与实际不符.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W024",
    name: "declared-count",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "文中说有几项、几点，后面的不是这个数。",
            "A paper announces a number of points, and another number follows.",
        ),
        why: Words::new(
            "增删条目以后，前面的数字没有跟着改。",
            "Points were added or removed, and the number was not changed.",
        ),
        example: "提出以下三点要求：（后面有四点）",
        mend: Words::new("提出以下四点要求：", "提出以下四点要求："),
    },
};

/// Words before the number.
const INTRODUCTIONS: [&str; 4] = ["以下", "如下", "下列", "下面"];

/// Measure words behind it.
const MEASURES: [&str; 9] = ["项", "点", "条", "个方面", "方面", "个问题", "件", "个要点", "个环节"];

/// The most characters between the measure word and the end of the paragraph: 三点工作要求.
const LONGEST_NOUN: usize = 6;

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice.filter(|notice| notice.withdrawal.is_none()) else { return };
    compare_tables(notice, report);
    for paper in notice.papers() {
        for (index, block) in paper.blocks.iter().enumerate() {
            if !matches!(block.kind, BlockKind::Paragraph(_)) {
                continue;
            }
            let range = paper.range(block.span);
            let text = &paper.source.value[range.clone()];
            let next = &paper.blocks[index + 1..];
            let Some((said, words, has)) = said(text, next, paper) else { continue };
            if has == said || has == 0 {
                continue;
            }
            let span = paper.source.part(range.start + words.start..range.start + words.end).span;
            let phrase = &text[words];
            let message =
                message!("写的是“{phrase}”，后面有{has}个", "{phrase} announces {said}, but {has} follow");
            report.push(Diagnostic::new(&CODE, span, message).help(message!(
                "核对后改正数目，或者补上缺的",
                "correct the number, or add what is missing"
            )));
        }
    }
}

/// Compares a number of tasks with the tables that the same sentence of the body names: 八项任务，见附件.
fn compare_tables(notice: &Notice, report: &mut Report) {
    let counts: Vec<usize> = notice.tables().map(|table| table.tasks().count()).collect();
    let groups = notice.tables().map(|table| table.groups.len());
    let measures = notice.tables().map(|table| table.tasks().map(|task| task.measures.len()).sum());
    let known: Vec<usize> = counts.iter().copied().chain(groups).chain(measures).collect();
    let [.., has] = counts[..] else { return };
    let paper = &notice.body;
    let paragraphs = paper.blocks.iter().filter(|block| matches!(block.kind, BlockKind::Paragraph(_)));
    for range in paragraphs.map(|block| paper.range(block.span)) {
        let mut start = range.start;
        for sentence in paper.source.value[range].split_inclusive('。') {
            let names_table = ["附件", "附表", "分解表", "下表"].iter().any(|word| sentence.contains(word));
            let said = tasks(sentence).filter(|_| names_table && counts.len() == 1);
            if let Some((said, words)) = said.filter(|(said, _)| !known.contains(said)) {
                let phrase = &sentence[words.clone()];
                let message = message!(
                    "写的是“{phrase}”，表里有{has}项",
                    "{phrase} says {said}, but the table has {has}"
                );
                let span = paper.source.part(start + words.start..start + words.end).span;
                report.push(Diagnostic::new(&CODE, span, message).help(message!(
                    "核对后改正数目，或者补上缺的",
                    "correct the number, or add what is missing"
                )));
            }
            start += sentence.len();
        }
    }
}

/// The number that a paragraph announces, its place, and the number that follows.
fn said(text: &str, next: &[Block], paper: &Paper) -> Option<(usize, Range<usize>, usize)> {
    // 以下三点：一是……；二是…… within the paragraph.
    if let Some((n, words)) = announced(text, true) {
        let own = within(&text[words.end..]);
        if own > 1 {
            return Some((n, words, own));
        }
    }
    let is_end = text.trim_end().ends_with(['：', ':', '。']);
    let follows_tasks = matches!(next.first().map(|block| &block.kind), Some(BlockKind::Tasks(_)));
    let (n, words) =
        announced(text, false).filter(|_| is_end).or_else(|| tasks(text).filter(|_| follows_tasks))?;
    // The announcement ends the paragraph.
    let tail = text[words.end..].trim_end().trim_end_matches(['：', ':', '。']);
    let is_last = tail.chars().count() <= LONGEST_NOUN && tail.chars().all(is_han);
    Some((n, words, count(next, paper)?)).filter(|_| is_last)
}

/// 以下三点, 如下五项: the last of a text, or the first when something follows it in the paragraph.
fn announced(text: &str, first: bool) -> Option<(usize, Range<usize>)> {
    let places = |word: &'static str| text.match_indices(word).map(|(at, _)| at..at + word.len());
    let mut found: Vec<_> = INTRODUCTIONS
        .into_iter()
        .flat_map(places)
        .filter_map(|place| {
            let rest = &text[place.end..];
            let (n, length) = whole(rest).filter(|(n, _)| (2..=50).contains(n))?;
            let measure = MEASURES.iter().find(|measure| rest[length..].starts_with(**measure))?;
            Some((n, place.start..place.end + length + measure.len()))
        })
        .collect();
    found.sort_by_key(|(_, place)| place.start);
    if first { found.into_iter().next() } else { found.pop() }
}

/// 八项任务 at the end of a text.
fn tasks(text: &str) -> Option<(usize, Range<usize>)> {
    let at = text.rfind("项任务").or_else(|| text.rfind("项重点任务"))?;
    let start =
        text[..at].char_indices().rev().take_while(|(_, c)| c.is_ascii_digit() || is_numeral(*c)).last()?.0;
    let (n, length) = whole(&text[start..at]).filter(|(n, _)| (2..=200).contains(n))?;
    let is_ordinal = before(text, start) == Some('第');
    (length == at - start && !is_ordinal).then(|| (n, start..at + "项任务".len()))
}

/// The items 一是, 二是 of a text, or 1. 2. 3., up to its end.
fn within(text: &str) -> usize {
    let numbered = |mark: &dyn Fn(usize) -> String| (1..=50).take_while(|n| text.contains(&mark(*n))).count();
    [
        numbered(&|n| format!("{}是", chinese(n))),
        numbered(&|n| format!("（{n}）")),
        numbered(&|n| format!("（{}）", chinese(n))),
    ]
    .into_iter()
    .max()
    .unwrap_or(0)
}

/// The number of points that the next blocks are; `None` if they are none.
fn count(next: &[Block], paper: &Paper) -> Option<usize> {
    match &next.first()?.kind {
        BlockKind::Tasks(blocks) => {
            Some(blocks.iter().filter(|block| matches!(block.kind, BlockKind::Heading(_))).count())
        }
        BlockKind::List(list) => Some(list.items.len()),
        BlockKind::Heading(first) => {
            let levels = next.iter().filter_map(|block| match &block.kind {
                BlockKind::Heading(heading) => Some(heading.signs),
                _ => None,
            });
            Some(
                levels
                    .take_while(|signs| *signs >= first.signs)
                    .filter(|signs| *signs == first.signs)
                    .count(),
            )
        }
        BlockKind::Paragraph(_) => typed_paragraphs(next, paper),
        _ => None,
    }
}

/// The number of paragraphs whose typed numbers have one form: （一）, （二）; `None` if the first has none.
fn typed_paragraphs(next: &[Block], paper: &Paper) -> Option<usize> {
    let texts = next.iter().take_while(|block| !matches!(block.kind, BlockKind::Heading(_)));
    let texts = texts
        .filter(|block| matches!(block.kind, BlockKind::Paragraph(_)))
        .map(|block| paper.source.value[paper.range(block.span)].trim_start());
    let form = |text: &str| {
        let number = &text[..typed(text)];
        let mark = text[number.len()..]
            .chars()
            .next()
            .filter(|c| !number.is_empty() && !is_han(*c) || number.ends_with(['）', ')']));
        let first = number.chars().find(|c| !matches!(c, '（' | '('))?;
        mark.or(Some(' ')).map(|mark| {
            (
                first.is_ascii_digit(),
                number.starts_with(['（', '(']),
                mark.is_alphanumeric() || is_han(mark),
                number.to_owned(),
            )
        })
    };
    let mut forms = texts.map(form);
    let first = forms.next()??;
    if !["一", "（一）", "1", "（1）", "(1)", "(一)", "第一"].contains(&first.3.as_str()) {
        return None;
    }
    let is_like = |other: &(bool, bool, bool, String)| (other.0, other.1) == (first.0, first.1);
    let rest = forms.flatten().take_while(|other| other.3 != first.3 || !is_like(other));
    Some(1 + rest.filter(is_like).count())
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W024"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_table_has_another_number() {
        crate::testing::assert_snapshot!(
            body("今年安排八项任务，责任分解表见附件，请抓好落实。"),
            snapbox::str![[r#"
警告[W024]: 写的是“八项任务”，表里有1项
  --> content/栏目/通知/notice.md:13:5
   |
13 | 今年安排八项任务，责任分解表见附件，请抓好落实。
   |         ^^^^^^^^
   |
建议: 核对后改正数目，或者补上缺的
"#]]
        );
        assert_eq!(body("各股室按下表落实八项任务，逐项销号。").matches("警告[W024]").count(), 1);
        assert_eq!(body("去年完成八项任务。责任分解表见附件。"), "");
    }

    #[test]
    fn another_number_follows() {
        crate::testing::assert_snapshot!(
            body("今年主要是八项任务。"),
            snapbox::str![[r#"
警告[W024]: 写的是“八项任务”，后面有1个
  --> content/栏目/通知/notice.md:13:6
   |
13 | 今年主要是八项任务。
   |           ^^^^^^^^
   |
建议: 核对后改正数目，或者补上缺的
"#]]
        );
        crate::testing::assert_snapshot!(
            body(
                "提出以下三点要求：\n\n（一）宣传。\n\n（二）检查。\n\n（三）整改。\n\n（四）总结。\n\n另外，抓好以下三项工作：一是摸底；二是整改。"
            ),
            snapbox::str![[r#"
警告[W024]: 写的是“以下三点”，后面有4个
  --> content/栏目/通知/notice.md:13:3
   |
13 | 提出以下三点要求：
   |     ^^^^^^^^
   |
建议: 核对后改正数目，或者补上缺的

警告[W024]: 写的是“以下三项”，后面有2个
  --> content/栏目/通知/notice.md:23:6
   |
23 | 另外，抓好以下三项工作：一是摸底；二是整改。
   |           ^^^^^^^^
   |
建议: 核对后改正数目，或者补上缺的
"#]]
        );
        assert!(body("注意以下2点：\n\n- 甲\n- 乙\n- 丙\n").contains("后面有3个"));
        assert!(
            body("有以下四个方面：\n\n## 甲\n\n一。\n\n## 乙\n\n二。\n\n## 丙\n\n三。\n")
                .contains("后面有3个")
        );
    }

    #[test]
    fn the_right_number_stays() {
        for text in [
            "提出以下三点要求：\n\n（一）宣传。\n\n说明。\n\n（二）检查。\n\n（三）整改。",
            "抓好以下两项工作：一是摸底；二是整改。",
            "注意以下2点：\n\n- 甲\n- 乙\n",
            "现将有关事项通知如下：\n\n- 甲\n- 乙\n",
            "完成了以下三项工作，受到好评。\n\n- 甲\n",
            "第八项任务。",
            "以下三点以后再说。\n\n没有编号的一段。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        let two =
            TABLE.replace("  - 名称: 加强执法", "  - 名称: 加强宣传\n    要求: 多宣传。\n  - 名称: 加强执法");
        let notice = NOTICE.replace("现通知如下。", "今年主要是两项任务。");
        let found = printed(&["W024"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/tasks.yaml", &two)]);
        assert_eq!(found, "");
    }
}
