//! W011: skipped heading levels, and level marks in the wrong form.
//!
//! GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）, in this order; papers with two levels go from 一、 to 1. Brackets and circles take no further mark, an Arabic
//! number takes a point, 第一 a comma. References such as （一）、（二）项 and lists such as 1、2号 are ignored.

use std::iter;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::block_text::Role;
use crate::model::public::TextKind;
use crate::source::Span;
use crate::text::han::{is_han, is_numeral, others};
use crate::text::message::Words;
use crate::text::numeral::typed;

/// 层次与层次序号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W011",
    name: "heading-level",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "标题跳级，或层次序号写法不对。",
            "Headings skip a level, or a level mark has the wrong form.",
        ),
        why: Words::new(
            "GB/T 9704-2012 7.3.3：层次依次为“一、”“（一）”“1.”“（1）”；带括号、圆圈的序号后不加标点，阿拉伯数字后用下脚点，“第一”后用逗号。",
            "GB/T 9704-2012 7.3.3: levels are 一、 （一） 1. （1） in this order; no mark behind brackets and circles, a point behind an Arabic number, a comma behind 第一.",
        ),
        example: "1、开展检查",
        mend: Words::new("1.开展检查", "1.开展检查"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    // The text that holds the last heading, and the heading's level from 1 on.
    let mut last: Option<(Span, usize)> = None;
    for passage in &prose.passages {
        if let Some(Role::Heading(signs)) = passage.role() {
            // `#` and `##` are both the first level.
            let level = signs.max(2) - 1;
            let above = last.filter(|(text, _)| *text == passage.written.span).map_or(0, |(_, level)| level);
            // 一、 straight to 1. is how papers with short items are written.
            if level > above + 1 && (above, level) != (1, 3) {
                report.push(skipped(passage, signs, above));
            }
            last = Some((passage.written.span, level));
        } else if passage.kind != TextKind::Field {
            report_marks(passage, report);
        }
    }
}

fn skipped(passage: &Passage<'_>, signs: usize, above: usize) -> Diagnostic {
    let start = passage.whole().start;
    let span = passage.written.part(start..start + signs).span;
    let (written, right) = ("#".repeat(signs), "#".repeat(above + 2));
    let message = if above == 0 {
        message!(
            "第一个标题要从“##”开始，不能是“{written}”",
            "the first heading is of level ##, not {written}"
        )
    } else {
        let before = "#".repeat(above + 1);
        message!("标题跳级：“{before}”下面不能直接是“{written}”", "{written} under {before} skips a level")
    };
    Diagnostic::new(&CODE, span, message).help(message!("改为“{right}”", "write {right:?}"))
}

fn report_marks(passage: &Passage<'_>, report: &mut Report) {
    let text = passage.text();
    let ends = others(text).filter(|(_, c)| matches!(c, '。' | '；' | '：' | '！' | '？' | '\n'));
    let ends = ends.map(|(at, mark)| at + mark.len_utf8());
    let starts = iter::once(0).chain(ends);
    for (at, (mark, right)) in starts.filter_map(|at| Some((at, wrong_mark(&text[at..])?))) {
        let is_number = passage.kind == TextKind::Marker;
        if !is_number && !text[at + mark..].trim_start().starts_with(|c| is_han(c) || "“《".contains(c)) {
            continue;
        }
        let words = at..at + mark;
        let wrong = &text[words.clone()];
        let message = message!("层次序号“{wrong}”的写法不对", "the level mark {wrong:?} has the wrong form");
        report.push(passage.finding(&CODE, words, message, &right));
    }
}

/// The length of a wrong level mark at the beginning of a text, and its right form.
fn wrong_mark(text: &str) -> Option<(usize, String)> {
    let (bare, rest) = text.split_at(typed(text));
    let mark = rest.chars().next()?;
    let behind = &rest[mark.len_utf8()..];
    let right = match bare.chars().next()? {
        '0'..='9' if mark == '、' => format!("{bare}."),
        '第' if mark == '、' && !behind.starts_with('第') && !behind.starts_with(is_numeral) => {
            format!("{bare}，")
        }
        '（' | '(' | '①'..='⑳' | '⑴'..='⒇' if "、．.，".contains(mark) => bare.to_owned(),
        _ => return None,
    };
    Some((bare.len() + mark.len_utf8(), right))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W011"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn levels_do_not_skip() {
        crate::testing::assert_snapshot!(
            body("### 甲\n\n## 乙\n\n##### 丙"),
            snapbox::str![[r#"
警告[W011]: 第一个标题要从“##”开始，不能是“###”
  --> content/栏目/通知/notice.md:13:1
   |
13 | ### 甲
   | ^^^
   |
建议: 改为“##”

警告[W011]: 标题跳级：“##”下面不能直接是“#####”
  --> content/栏目/通知/notice.md:17:1
   |
17 | ##### 丙
   | ^^^^^
   |
建议: 改为“###”
"#]]
        );
    }

    #[test]
    fn marks_have_one_form() {
        crate::testing::assert_snapshot!(
            body("1、开展检查：（一）、动员；①、发文。第一、“动员”。"),
            snapbox::str![[r#"
警告[W011]: 层次序号“1、”的写法不对
  --> content/栏目/通知/notice.md:13:1
   |
13 | 1、开展检查：（一）、动员；①、发文。第一、“动员”。
   | ^^^
   |
建议: 改为“1.”

警告[W011]: 层次序号“（一）、”的写法不对
  --> content/栏目/通知/notice.md:13:8
   |
13 | 1、开展检查：（一）、动员；①、发文。第一、“动员”。
   |              ^^^^^^^^
   |
建议: 改为“（一）”

警告[W011]: 层次序号“①、”的写法不对
  --> content/栏目/通知/notice.md:13:15
   |
13 | 1、开展检查：（一）、动员；①、发文。第一、“动员”。
   |                            ^^^
   |
建议: 改为“①”

警告[W011]: 层次序号“第一、”的写法不对
  --> content/栏目/通知/notice.md:13:20
   |
13 | 1、开展检查：（一）、动员；①、发文。第一、“动员”。
   |                                     ^^^^^^
   |
建议: 改为“第一，”
"#]]
        );
    }

    #[test]
    fn the_number_of_a_measure() {
        let table = TABLE.replace("编号: （1）", "编号: 1、");
        crate::testing::assert_snapshot!(
            printed(&["W011"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[W011]: 层次序号“1、”的写法不对
 --> content/栏目/通知/tasks.yaml:6:13
  |
6 |       - 编号: 1、
  |               ^^^
  |
建议: 改为“1.”
"#]]
        );
    }

    #[test]
    fn references_lists_and_right_marks_stay() {
        for text in [
            "## 甲\n\n### 乙\n\n#### 丙\n\n## 丁",
            "# 甲\n\n### 乙",
            "## 甲\n\n#### 乙\n\n#### 丙\n\n## 丁",
            "一、动员：（一）发文。1.检查；（1）整改。①复查。第一，动员。",
            "1、2号楼和3、5班。第一、第二产业。第一、二批。",
            "（一）、（二）项，按照（一）、（三）办理。①、②两项。",
            "2024、2025年。",
            "第一季度。第十条、第二条。",
            "1. 甲\n2. 乙",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        for number in ["（1）", "\"1.\"", "①", "一、", "第一，"] {
            let table = TABLE.replace("编号: （1）", &format!("编号: {number}"));
            assert_eq!(printed(&["W011"], &[("栏目/通知/tasks.yaml", &table)]), "", "{number}");
        }
    }

    #[test]
    fn another_paper_begins_anew() {
        let notice = NOTICE
            .replace("附件:\n", "附件:\n  - {文: a.md, 名称: 说明}\n")
            .replace("现通知如下。", "## 甲\n\n### 乙");
        let found = printed(&["W011"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/a.md", "#### 甲\n")]);
        assert!(found.contains("第一个标题"), "{found}");
    }
}
