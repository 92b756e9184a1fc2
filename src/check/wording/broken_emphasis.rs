//! W014: `**` that stays on the page, because Markdown does not parse it as emphasis.
//!
//! `CommonMark` does not open emphasis before a mark, nor close it behind one, when a Chinese character stands on the
//! other side: `**注意：**请` shows its asterisks. With the marks outside it works: `**注意**：请`.

use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::han::{after, before, closes, is_han, opens};
use crate::text::message::Words;

/// 加粗没有生效.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W014",
    name: "broken-emphasis",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "加粗没有生效，页面上会露出星号。",
            "Emphasis does not work; its asterisks stay on the page.",
        ),
        why: Words::new(
            "Markdown 规定：“**”里侧是标点、外侧是汉字时，不当作加粗。",
            "Markdown does not parse ** as emphasis between a mark inside and a Chinese character outside.",
        ),
        example: "**注意：**请按时报送",
        mend: Words::new(
            "把标点移到星号外：**注意**：请按时报送",
            "Move the mark outside: **注意**：请按时报送",
        ),
    },
};

const STARS: &str = "**";

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_holding(STARS).filter(|passage| passage.role().is_some()) {
        for stars in literal_stars(passage).chunks(2) {
            match stars {
                [first, last] => {
                    for pair in intended_emphasis(&passage.written.value, first.start..last.end) {
                        report.push(broken(passage, pair));
                    }
                }
                [alone] => report.push(unpaired(passage, alone.clone())),
                _ => {}
            }
        }
    }
}

/// The emphasis that was intended between two literal `**`. Markdown may have paired the `**` between them wrongly, so
/// all are paired again in order; the whole stretch if their number is odd.
fn intended_emphasis(written: &str, stretch: Range<usize>) -> Vec<Range<usize>> {
    let stars = written[stretch.clone()].match_indices(STARS).map(|(at, _)| stretch.start + at);
    let stars: Vec<usize> = stars.collect();
    let pairs = stars.chunks_exact(2).map(|pair| pair[0]..pair[1] + STARS.len());
    let is_broken = |pair: &Range<usize>| {
        let words = &written[pair.start + STARS.len()..pair.end - STARS.len()];
        with_working_emphasis(words).is_none_or(|right| right != written[pair.clone()])
    };
    let pairs: Vec<Range<usize>> = pairs.filter(is_broken).collect();
    if pairs.is_empty() || stars.len() % 2 == 1 { vec![stretch] } else { pairs }
}

/// Places, in the written text, of literal `**` beside a Chinese character or mark.
fn literal_stars(passage: &Passage<'_>) -> Vec<Range<usize>> {
    let (text, written) = (passage.text(), passage.written.value.as_str());
    let is_chinese = |c: char| is_han(c) || opens(c) || closes(c) || "，。：；、！？".contains(c);
    let found = text.match_indices(STARS).filter_map(|(at, _)| {
        let (left, right) = (before(text, at), after(text, at + STARS.len()));
        let source = passage.source(at..at + STARS.len());
        let is_plain = source.len() == STARS.len() && before(written, source.start) != Some('\\');
        let is_run = left == Some('*') || right == Some('*');
        (is_plain && !is_run && [left, right].into_iter().flatten().any(is_chinese)).then_some(source)
    });
    found.collect()
}

fn broken(passage: &Passage<'_>, place: Range<usize>) -> Diagnostic {
    let written = passage.written.part(place);
    let words = written.value.trim_matches('*');
    let message = message!(
        "“{words}”没有加粗，页面上会露出星号",
        "{words:?} is not emphasised; its asterisks stay on the page"
    );
    let finding = Diagnostic::new(&CODE, written.span, message);
    match with_working_emphasis(words) {
        Some(right) => finding
            .help(message!("把标点移到星号外：“{right}”", "move the marks outside: {right:?}"))
            .fix(written.span, right),
        None => finding.help(message!(
            "标点放到星号外；不便移动的，在后面的星号外空一格",
            "put the marks outside, or a space behind the last asterisk"
        )),
    }
}

fn unpaired(passage: &Passage<'_>, place: Range<usize>) -> Diagnostic {
    let message =
        message!("“**”没有成对，页面上会露出星号", "`**` has no closing `**`; it stays on the page");
    Diagnostic::new(&CODE, passage.written.part(place).span, message)
        .help(message!("补上另一半，或删去", "add the missing `**`, or remove this one"))
}

/// The words with emphasis that works: marks at both ends are moved outside. `None` if that would split a pair of
/// marks such as “”.
fn with_working_emphasis(words: &str) -> Option<String> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let core = words.trim_matches(is_mark);
    let start = words.len() - words.trim_start_matches(is_mark).len();
    let count = |marks: &str| core.chars().filter(|c| marks.contains(*c)).count();
    let is_whole = ["“”", "《》", "（）", "()", "‘’", "〈〉", "[]"].iter().all(|pair| {
        let (open, close) = pair.split_at(pair.chars().next().map_or(0, char::len_utf8));
        count(open) == count(close)
    });
    let (lead, trail) = (words.get(..start)?, words.get(start + core.len()..)?);
    (!core.is_empty() && is_whole && !core.contains('*')).then(|| format!("{lead}**{core}**{trail}"))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W014"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn marks_move_outside() {
        crate::testing::assert_snapshot!(
            body("**注意：**请按**“一规划两方案”**办理。"),
            snapbox::str![[r#"
警告[W014]: “注意：”没有加粗，页面上会露出星号
  --> content/栏目/通知/notice.md:13:1
   |
13 | **注意：**请按**“一规划两方案”**办理。
   | ^^^^^^^^^^
   |
建议: 把标点移到星号外：“**注意**：”

警告[W014]: ““一规划两方案””没有加粗，页面上会露出星号
  --> content/栏目/通知/notice.md:13:10
   |
13 | **注意：**请按**“一规划两方案”**办理。
   |               ^^^^^^^^^^^^^^^^^^
   |
建议: 把标点移到星号外：““**一规划两方案**””
"#]]
        );
    }

    #[test]
    fn no_mend_that_would_tear_brackets() {
        crate::testing::assert_snapshot!(
            body("请**各镇（街道）**办理。"),
            snapbox::str![[r#"
警告[W014]: “各镇（街道）”没有加粗，页面上会露出星号
  --> content/栏目/通知/notice.md:13:2
   |
13 | 请**各镇（街道）**办理。
   |   ^^^^^^^^^^^^^^^^
   |
建议: 标点放到星号外；不便移动的，在后面的星号外空一格
"#]]
        );
        assert!(body("**各股室要落实。").contains("没有成对"));
    }

    #[test]
    fn a_mended_text_is_emphasised() {
        for text in ["注意：", "“一规划”", "《办法》", " 甲 ", "（一）"] {
            let mended = super::with_working_emphasis(text).unwrap();
            assert_eq!(body(&format!("请{mended}办理。")), "", "{mended}");
        }
    }

    #[test]
    fn emphasis_that_works_and_other_asterisks_stay() {
        for text in [
            "**注意**：请按**一规划两方案**办理。",
            "**注意：** 请办理。",
            "电话138****1234，乘方2**3，`甲**乙`。",
            r"甲\*\*乙\*\*丙",
            "***\n\n甲*乙*丙",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
