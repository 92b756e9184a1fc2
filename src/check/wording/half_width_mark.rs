//! W004: half-width marks between Chinese characters.
//!
//! Chinese text has full-width ，：；？！（）。(practice based on GB/T 15834-2011; GB/T 9704-2012 asks for the full-width
//! colon by name). Addresses, times, ratios, code and English are ignored: a mark is reported only between Chinese
//! characters or closing marks, or behind one of them at the end; a pair of brackets only around Chinese characters,
//! or around a number before Chinese characters.

use std::collections::HashSet;
use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::text::han::{after, before, brackets, closes, digits, is_han, is_numeral, opens, others};
use crate::text::message::Words;

/// 中文里的半角标点.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W004",
    name: "half-width-mark",
    severity: Severity::Warning,
    about: About {
        what: Words::new("中文里用了半角标点。", "Half-width marks stand between Chinese characters."),
        why: Words::new(
            "GB/T 15834-2011：中文标点占一个字的位置；半角标点挤在字间，排版、查找都不一致。",
            "GB/T 15834-2011: a Chinese mark takes the room of a character; half-width ones look and search differently.",
        ),
        example: "各镇(街道),各部门:",
        mend: Words::new("各镇（街道），各部门：", "各镇（街道），各部门："),
    },
};

/// Each half-width mark and its full-width form.
const MARKS: [(char, &str); 8] =
    [(',', "，"), (':', "："), (';', "；"), ('?', "？"), ('!', "！"), ('.', "。"), ('(', "（"), (')', "）")];

/// A mark to be replaced: its range with trailing spaces, and the right mark.
type Mark = (Range<usize>, &'static str);

fn check(prose: &Prose<'_>, report: &mut Report) {
    let half = MARKS.map(|(half, _)| half);
    for passage in prose.passages_with(&half) {
        let (marks, pairs) = wrong_marks(passage);
        for stretch in stretches(&marks, &pairs) {
            let (wrong, right) = corrected(passage.text(), &stretch, &marks);
            let message =
                message!("中文里用了半角标点“{wrong}”", "half-width {wrong:?} between Chinese characters");
            report.push(passage.finding(&CODE, stretch, message, &right));
        }
    }
}

/// The wrong marks of a passage in order, and the pairs of brackets around them.
fn wrong_marks(passage: &Passage<'_>) -> (Vec<Mark>, Vec<Range<usize>>) {
    let text = passage.text();
    let all: Vec<Range<usize>> =
        brackets(text).into_iter().filter(|pair| is_half_width(text, pair)).collect();
    // Collected once: searching every pair for Chinese characters is quadratic with nested brackets.
    let han: Vec<usize> = if all.is_empty() { Vec::new() } else { han_places(text) };
    let holds_han = |pair: &Range<usize>| {
        han.get(han.partition_point(|at| *at < pair.start)).is_some_and(|at| *at < pair.end)
    };
    let pairs: Vec<Range<usize>> =
        all.into_iter().filter(|pair| holds_han(pair) || is_number_pair(text, pair, passage.kind)).collect();
    let ends = pairs.iter().flat_map(|pair| [pair.start, pair.end - closing_bracket(text, pair)]);
    let mut marks: Vec<Mark> =
        ends.filter_map(|at| Some((at..at + 1, full_width(after(text, at)?)?))).collect();
    let edges: HashSet<usize> = pairs.iter().flat_map(|pair| [pair.start, pair.end]).collect();
    let is_pair = |at: usize| edges.contains(&at);
    for (at, c) in others(text).filter(|(_, c)| matches!(c, ',' | ':' | ';' | '?' | '!' | '.')) {
        let behind = text[at + 1..].trim_start_matches(' ');
        let next = text.len() - behind.len();
        let left = before(text, at).is_some_and(|c| is_han(c) || closes(c)) || is_pair(at);
        let right = behind.chars().next().is_none_or(|c| is_han(c) || opens(c) || c == '\n') || is_pair(next);
        let is_stop = before(text, at).is_some_and(is_han) && after(text, at + 1).is_some_and(is_han);
        // 一.加强领导: the mark behind the number of a level.
        let mark = if c == '.' && is_level(text, at) { Some("、") } else { full_width(c) };
        if let (true, Some(mark)) = (if c == '.' { is_stop } else { left && right }, mark) {
            let end = if behind.is_empty() { at + 1 } else { next };
            marks.push((at..end, mark));
        }
    }
    marks.retain(|(place, _)| !passage.is_address(place));
    marks.sort_by_key(|(place, _)| place.start);
    (marks, pairs)
}

/// Whether a line has nothing but a Chinese numeral before a byte.
fn is_level(text: &str, at: usize) -> bool {
    let head = text[..at].trim_end_matches(is_numeral);
    let line = head.trim_end_matches(|c: char| c.is_whitespace() && c != '\n');
    head.len() < at && (line.is_empty() || line.ends_with('\n'))
}

fn full_width(c: char) -> Option<&'static str> {
    MARKS.iter().find(|(half, _)| *half == c).map(|(_, full)| *full)
}

/// The position of a pair's closing bracket.
fn closing_bracket(text: &str, pair: &Range<usize>) -> usize {
    before(text, pair.end).map_or(1, char::len_utf8)
}

/// Whether at least one bracket of a pair is half-width.
fn is_half_width(text: &str, pair: &Range<usize>) -> bool {
    text[pair.clone()].starts_with('(') || text[pair.clone()].ends_with(')')
}

fn han_places(text: &str) -> Vec<usize> {
    text.char_indices().filter(|(_, c)| is_han(*c)).map(|(at, _)| at).collect()
}

/// Whether a pair holds the number of an item.
fn is_number_pair(text: &str, pair: &Range<usize>, kind: TextKind) -> bool {
    // Upper limit of two digits with brackets and spaces.
    if pair.len() > 16 {
        return false;
    }
    let inner = text[pair.clone()].trim_matches(['(', ')', '（', '）']);
    let is_number = (1..=2).contains(&inner.len()) && digits(inner) == inner.len();
    let left = before(text, pair.start).is_none_or(|c| !c.is_ascii_alphanumeric());
    is_number && left && (kind == TextKind::Marker || after(text, pair.end).is_some_and(is_han))
}

/// Ranges that are corrected by one finding each: a pair of brackets with its content, or adjacent marks.
fn stretches(marks: &[Mark], pairs: &[Range<usize>]) -> Vec<Range<usize>> {
    let filled_pairs = pairs.iter().filter(|pair| {
        let first = marks.get(marks.partition_point(|(place, _)| place.start < pair.start));
        first.is_some_and(|(place, _)| place.start < pair.end)
    });
    let mut parts: Vec<Range<usize>> =
        marks.iter().map(|(place, _)| place.clone()).chain(filled_pairs.cloned()).collect();
    parts.sort_by_key(|part| (part.start, part.end));
    let mut stretches: Vec<Range<usize>> = Vec::new();
    for part in parts {
        match stretches.last_mut().filter(|last| part.start <= last.end) {
            Some(last) => last.end = last.end.max(part.end),
            None => stretches.push(part),
        }
    }
    stretches
}

/// The wrong marks of a stretch, and the corrected stretch.
fn corrected(text: &str, stretch: &Range<usize>, marks: &[Mark]) -> (String, String) {
    let (mut wrong, mut right, mut from) = (String::new(), String::new(), stretch.start);
    let first = marks.partition_point(|(place, _)| place.start < stretch.start);
    for (place, mark) in marks[first..].iter().take_while(|(place, _)| place.start < stretch.end) {
        wrong.push_str(text[place.clone()].trim_end());
        right.push_str(&text[from..place.start]);
        right.push_str(mark);
        from = place.end;
    }
    right.push_str(text.get(from..stretch.end).unwrap_or_default());
    (wrong, right)
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W004"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn one_finding_for_each_stretch() {
        crate::testing::assert_snapshot!(
            body("各镇(街道),各部门(办,局): 请照办. 好的!\n\n见《办法》;甲.乙"),
            snapbox::str![[r#"
警告[W004]: 中文里用了半角标点“(),”
  --> content/栏目/通知/notice.md:13:3
   |
13 | 各镇(街道),各部门(办,局): 请照办. 好的!
   |     ^^^^^^^
   |
建议: 改为“（街道），”

警告[W004]: 中文里用了半角标点“(,):”
  --> content/栏目/通知/notice.md:13:11
   |
13 | 各镇(街道),各部门(办,局): 请照办. 好的!
   |                  ^^^^^^^^^
   |
建议: 改为“（办，局）：”

警告[W004]: 中文里用了半角标点“!”
  --> content/栏目/通知/notice.md:13:25
   |
13 | 各镇(街道),各部门(办,局): 请照办. 好的!
   |                                       ^
   |
建议: 改为“！”

警告[W004]: 中文里用了半角标点“;”
  --> content/栏目/通知/notice.md:15:6
   |
15 | 见《办法》;甲.乙
   |           ^
   |
建议: 改为“；”

警告[W004]: 中文里用了半角标点“.”
  --> content/栏目/通知/notice.md:15:8
   |
15 | 见《办法》;甲.乙
   |              ^
   |
建议: 改为“。”
"#]]
        );
    }

    #[test]
    fn a_point_behind_the_number_of_a_level() {
        let told =
            printed(&["W004"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", "一.加强领导"))]);
        assert!(told.ends_with("建议: 改为“、”\n") || told.ends_with("建议: 改为“、”"), "{told}");
    }

    #[test]
    fn the_number_of_a_measure() {
        let table = TABLE.replace("编号: （1）", "编号: (1)");
        crate::testing::assert_snapshot!(
            printed(&["W004"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[W004]: 中文里用了半角标点“()”
 --> content/栏目/通知/tasks.yaml:6:13
  |
6 |       - 编号: (1)
  |               ^^^
  |
建议: 改为“（1）”
"#]]
        );
    }

    #[test]
    fn brackets_that_do_not_match_are_made_to() {
        assert!(body("各镇（街道)。").contains("改为“（街道）”"));
        assert!(body("(1)发文。").contains("改为“（1）”"));
    }

    #[test]
    fn other_half_width_marks_stay() {
        for text in [
            "会议于10:00开始，比例为1:2，共1,234.5元。",
            "见https://www.gov.cn/通知,第(一)条:甲 查询。",
            "[办法](https://a.cn/b,c \"题,名\")`甲,乙(丙):丁`。",
            "按 GB/T 9704-2012 (Layout) 编排, see the rules (a), (b).",
            "参照f(1)值，电话:3720055，附件1:表。",
            "（一）甲，（二）乙：丙；丁？戊！",
            "| 甲 |\n|:--|\n| 乙 |",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        let table = TABLE.replace("编号: （1）", "编号: \"1.\"");
        assert_eq!(printed(&["W004"], &[("栏目/通知/tasks.yaml", &table)]), "");
    }
}
