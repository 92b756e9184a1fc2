//! W020: level numbers typed in paragraphs that are headings of the paper.
//!
//! A paragraph that begins with 一、 or （一） is a heading in official papers (GB/T 9704-2012 7.3.3). Written as `## …` it
//! is numbered by itself, stands in the page's outline and is set in the font of its level. 1. and （1） begin items of
//! plain paragraphs as often and are left alone, except short lines without a full stop that have text of their own
//! below. Items of a list, such as the points of an answer (一、同意……。), are none either. One finding for each paper: they are typed all or none.

use std::ops::Range;

use crate::check::pasted::paragraphs;
use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::block_text::Role;
use crate::text::han::is_numeral;
use crate::text::marker::{Marker, Style};
use crate::text::message::Words;

/// 手打的层次序号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W020",
    name: "typed-level",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "层次序号是手打的，没有写成标题。",
            "Level numbers were typed in paragraphs instead of writing headings.",
        ),
        why: Words::new(
            "写成“## …”的才是标题：自动编号，用标题的字体，网页可以按标题跳转，读屏软件读得出层次。",
            "Only `## …` is a heading: numbered by itself, set in its font, in the page's outline, and read as a level.",
        ),
        example: "一、工作目标",
        mend: Words::new(
            "“一、”写成“## ”，“（一）”写成“### ”，不带序号：## 工作目标",
            "`## ` for 一、 and `### ` for （一）, without the number: ## 工作目标",
        ),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    let mut typed: Vec<(&Passage<'_>, Marker)> = Vec::new();
    // （一）甲；（二）乙。 and 一、同意甲。二、同意乙。: the items of a list, of which the last ends as a sentence does.
    let mut list = None;
    let mut all = paragraphs(prose).peekable();
    while let Some(passage) = all.next() {
        let Some(marker) = level(passage.text()) else { continue };
        let goes_on = goes_on(passage, marker, all.peek().copied());
        let is_item = goes_on || list == Some((passage.written.span, marker.style));
        list = goes_on.then_some((passage.written.span, marker.style));
        if !is_item {
            typed.push((passage, marker));
        }
    }
    for (first, marker, times) in short_lines(prose) {
        if typed.iter().all(|(passage, _)| passage.written.span != first.written.span) {
            report.push(finding(first, marker, times));
        }
    }
    for of_paper in typed.chunk_by(|(a, _), (b, _)| a.written.span == b.written.span) {
        let (first, marker) = of_paper[0];
        let finding = finding(first, marker, of_paper.len());
        let is_heading = |passage: &Passage<'_>| {
            passage.written.span == first.written.span && matches!(passage.role(), Some(Role::Heading(_)))
        };
        let right = if prose.passages.iter().any(is_heading) { None } else { as_headings(of_paper) };
        report.push(match right {
            Some((place, right)) => finding.fix(first.written.part(place).span, right),
            None => finding,
        });
    }
}

/// Whether a numbered paragraph is an item of a list that goes on: no sentence, or a whole one right above the next item.
fn goes_on(passage: &Passage<'_>, marker: Marker, next: Option<&Passage<'_>>) -> bool {
    let text = passage.text().trim_end();
    let is_one = text.strip_suffix('。').is_some_and(|rest| !rest.contains('。'));
    let is_next = |next: &Passage<'_>| {
        let below = level(next.text());
        next.written.span == passage.written.span && below.is_some_and(|below| below.style == marker.style)
    };
    text.ends_with(['；', ';', '，', '、']) || is_one && next.is_some_and(is_next)
}

fn finding(first: &Passage<'_>, marker: Marker, times: usize) -> Diagnostic {
    let signs = match marker.style {
        Style::ChineseComma => "##",
        Style::ChineseBrackets => "###",
        _ => "####",
    };
    let text = first.text();
    let (number, rest) = text.split_at(marker.length);
    let heading = rest
        .trim_start_matches(|c: char| c.is_whitespace() || ".．、".contains(c))
        .split_inclusive(['。', '\n'])
        .next()
        .unwrap_or_default()
        .trim_end();
    let message = message!(
        "层次序号“{number}”是手打的，本文共{times}处",
        "the level number {number} was typed in a paragraph, {times} in this paper"
    );
    Diagnostic::new(&CODE, first.span(0..marker.length), message).help(message!(
        "写成标题，序号自动编：“{signs} {heading}”",
        "write a heading, which is numbered by itself: `{signs} {heading}`"
    ))
}

/// Longest line in characters that begins with 1. and is certainly a heading.
const SHORT: usize = 25;

/// The first short line of each paper that begins with 1. and has text of its own below, with the number of such lines. They
/// stand below a heading of a higher level, and 2. follows 1.
fn short_lines<'p>(prose: &'p Prose<'p>) -> Vec<(&'p Passage<'p>, Marker, usize)> {
    let mut found: Vec<(&Passage<'_>, Marker, usize)> = Vec::new();
    for of_paper in prose.passages.chunk_by(|a, b| a.written.span == b.written.span) {
        let mut lines: Vec<(&Passage<'_>, Marker)> = Vec::new();
        let mut is_below_heading = false;
        for pair in of_paper.windows(2) {
            let [passage, next] = pair else { continue };
            is_below_heading |= matches!(passage.role(), Some(Role::Heading(2 | 3)));
            let has_text = next.role() == Some(Role::Paragraph) && Marker::at_start(next.text()).is_none();
            let marker = short_line(passage).filter(|_| is_below_heading && has_text);
            lines.extend(marker.map(|marker| (passage, marker)));
        }
        let goes_on = lines.windows(2).any(|pair| pair[0].1.number == 1 && pair[1].1.number == 2);
        found.extend(lines.first().filter(|_| goes_on).map(|(first, marker)| (*first, *marker, lines.len())));
    }
    found
}

/// The number of a paragraph that is one short line and ends without a mark.
fn short_line(passage: &Passage<'_>) -> Option<Marker> {
    let text = passage.text().trim_end();
    let is_short = passage.role() == Some(Role::Paragraph) && text.chars().count() <= SHORT;
    let ends_open = text.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '”' | '》' | '）'));
    let marker = Marker::at_start(text).filter(|marker| matches!(marker.style, Style::Point | Style::Comma));
    marker.filter(|marker| is_short && ends_open && !text.contains('\n') && marker.length < text.len())
}

/// Longest heading in characters: a longer first sentence is rather a paragraph.
const LONGEST: usize = 40;

/// The paper from its first level to its last, written with headings that are numbered by themselves as they were typed.
/// `None` if the numbers would be others, or if it is not certain where a heading ends.
fn as_headings(of_paper: &[(&Passage<'_>, Marker)]) -> Option<(Range<usize>, String)> {
    let (first, _) = of_paper.first()?;
    let written = first.written.value.as_str();
    let start = first.source(0..0).start;
    let (mut right, mut from, mut last) = (String::new(), start, (0, 0));
    for (passage, marker) in of_paper {
        let (signs, is_next) = if marker.style == Style::ChineseComma {
            last = (last.0 + 1, 0);
            ("## ", marker.number == last.0)
        } else {
            last.1 += 1;
            ("### ", marker.number == last.1 && last.0 > 0)
        };
        let text = passage.text();
        let words = text[marker.length..].split_inclusive(['。', '\n']).next().unwrap_or_default();
        let words = words.trim_end();
        if !is_next || words.chars().count() > LONGEST {
            return None;
        }
        let end = marker.length + words.len();
        let place = passage.source(0..end);
        right.push_str(written.get(from..place.start)?);
        let heading = written.get(passage.source(marker.length..end))?.trim_start();
        right.push_str(signs);
        right.push_str(heading);
        from = place.end;
        if !text[end..].trim().is_empty() {
            right.push_str("\n\n");
            from = written.len() - written[from..].trim_start().len();
        }
    }
    Some((start..from, right))
}

/// The number of a level at the beginning of a paragraph; not that of a reference such as 一、二级 or （一）、（二）项.
fn level(text: &str) -> Option<Marker> {
    let marker = Marker::at_start(text)?;
    let rest = &text[marker.length..];
    let is_level = match marker.style {
        Style::ChineseComma => !rest.starts_with(is_numeral),
        Style::ChineseBrackets => !rest.starts_with(['、', '，', '至', '—', '项', '和']),
        _ => false,
    };
    (is_level && !rest.trim().is_empty()).then_some(marker)
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W020"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn one_finding_for_a_paper() {
        crate::testing::assert_snapshot!(
            body("一、工作目标\n\n（一）加强领导。各股室要重视。\n\n二、工作要求"),
            snapbox::str![[r#"
警告[W020]: 层次序号“一、”是手打的，本文共3处
  --> content/栏目/通知/notice.md:13:1
   |
13 | 一、工作目标
   | ^^^^
   |
建议: 写成标题，序号自动编：“## 工作目标”
"#]]
        );
        crate::testing::assert_snapshot!(
            body("（一）加强领导。各股室要重视。"),
            snapbox::str![[r#"
警告[W020]: 层次序号“（一）”是手打的，本文共1处
  --> content/栏目/通知/notice.md:13:1
   |
13 | （一）加强领导。各股室要重视。
   | ^^^^^^
   |
建议: 写成标题，序号自动编：“### 加强领导。”
"#]]
        );
    }

    #[test]
    fn short_lines_with_text_below() {
        crate::testing::assert_snapshot!(
            body("## 工作目标\n\n1.加强领导\n\n各股室要重视。\n\n2.抓好落实\n\n按时报送。"),
            snapbox::str![[r#"
警告[W020]: 层次序号“1.”是手打的，本文共2处
  --> content/栏目/通知/notice.md:15:1
   |
15 | 1.加强领导
   | ^^
   |
建议: 写成标题，序号自动编：“#### 加强领导”
"#]]
        );
        for text in [
            // Items: nothing stands below them.
            "## 成员单位\n\n1.危化股\n\n2.法规股\n\n以上单位按时报送。",
            "1.加强领导\n\n各股室要重视。\n\n2.抓好落实\n\n按时报送。",
            "## 工作目标\n\n1.加强领导。\n\n各股室要重视。\n\n2.抓好落实。\n\n按时报送。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }

    #[test]
    fn headings_items_and_references_are_silent() {
        for text in [
            "## 工作目标\n\n### 加强领导",
            "1.加强领导。各股室要重视。\n\n（1）开展检查。",
            "一、二级网格员要到位。",
            "（一）、（二）项由危化股负责。",
            "一是加强领导。",
            "- （一）甲",
            "一、原则同意。\n\n二、按程序办理。\n\n此复。",
            "（一）违规经营；\n\n（二）超限运输；\n\n（三）无证经营。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
