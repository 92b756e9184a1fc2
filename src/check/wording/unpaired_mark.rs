//! W027: a bracket or quotation mark without its other half.
//!
//! A pair may begin in one block and end in a later one (a quotation of several paragraphs, a cell of several lines), so
//! halves that are left over in different blocks are matched first. Numbers such as 1） have no opening bracket, and a
//! quotation of several paragraphs opens in each of them.

use std::collections::HashMap;
use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::text::han::{before, is_numeral, others};
use crate::text::message::Words;

/// 标点不成对.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W027",
    name: "unpaired-mark",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "括号、书名号或引号只有一半。",
            "A bracket, a title mark or a quotation mark has no other half.",
        ),
        why: Words::new(
            "GB/T 15834-2011（引号、括号、书名号）：成对使用；少了一半，读者不知道引文或注释到哪里为止。",
            "GB/T 15834-2011: these marks come in pairs; without one half nobody knows where the quotation ends.",
        ),
        example: "《安全生产法》和《消防法的规定",
        mend: Words::new("《安全生产法》和《消防法》的规定", "《安全生产法》和《消防法》的规定"),
    },
};

/// The pairs. A bracket may be half-width: W004 says which width is right.
const PAIRS: [(&[char], &[char]); 5] = [
    (&['（', '('], &['）', ')']),
    (&['《'], &['》']),
    (&['〈'], &['〉']),
    (&['“'], &['”']),
    (&['〔'], &['〕']),
];

/// The most blocks over which a pair reaches.
const MOST_BLOCKS: usize = 10;

/// A mark without its other half.
struct Half {
    passage: usize,
    pair: usize,
    opens: bool,
    words: Range<usize>,
}

fn check(prose: &Prose<'_>, report: &mut Report) {
    // Openings that wait for their other half, of each pair in each kind of text.
    let mut open: HashMap<(usize, TextKind), Vec<Half>> = HashMap::new();
    let mut closed: Vec<Half> = Vec::new();
    for (index, passage) in prose.passages.iter().enumerate() {
        let is_number = matches!(passage.kind, TextKind::Marker | TextKind::Number);
        if is_number
            || !PAIRS.iter().any(|(open, close)| passage.may_have_any(open) || passage.may_have_any(close))
        {
            continue;
        }
        let next = prose.passages.get(index + 1).map_or("", Passage::text);
        for (pair, opens, words) in unpaired(passage.text()) {
            let goes_on = opens && PAIRS[pair].0 == ['“'] && next.starts_with('“');
            let half = Half { passage: index, pair, opens, words };
            let waiting = open.entry((pair, passage.kind)).or_default();
            if opens {
                waiting.extend((!goes_on).then_some(half));
            } else if waiting.pop_if(|other| index - other.passage <= MOST_BLOCKS).is_none() {
                closed.push(half);
            }
        }
    }
    for half in open.into_values().flatten().chain(closed) {
        let passage = &prose.passages[half.passage];
        if passage.is_address(&half.words) {
            continue;
        }
        let mark = &passage.text()[half.words.clone()];
        let (open, close) = (PAIRS[half.pair].0[0], PAIRS[half.pair].1[0]);
        let missing = if half.opens { close } else { open };
        let message = message!("标点 {mark} 没有配对的 {missing}", "{mark} has no {missing}");
        let finding = Diagnostic::new(&CODE, passage.span(half.words), message);
        report.push(
            finding.help(message!("补上 {missing} ，或者删去 {mark}", "add {missing}, or remove {mark}")),
        );
    }
}

/// The marks of a text without their other half: which pair, whether it opens, where.
fn unpaired(text: &str) -> Vec<(usize, bool, Range<usize>)> {
    let (mut open, mut left): ([Vec<Range<usize>>; PAIRS.len()], Vec<_>) = Default::default();
    for (at, c) in others(text) {
        let words = at..at + c.len_utf8();
        if let Some(pair) = PAIRS.iter().position(|(opening, _)| opening.contains(&c)) {
            open[pair].push(words);
        } else if let Some(pair) = PAIRS.iter().position(|(_, closing)| closing.contains(&c)) {
            let is_whole = open[pair].pop().is_some() || pair == 0 && is_item_number(&text[..at]);
            left.extend((!is_whole).then_some((pair, false, words)));
        }
    }
    let openings = open.into_iter().enumerate();
    left.extend(openings.flat_map(|(pair, places)| places.into_iter().map(move |words| (pair, true, words))));
    left.sort_by_key(|(_, _, words)| words.start);
    left
}

/// Whether a text ends with the number of an item, such as 1 or 一 at the beginning of a clause, or a face such as `:-`.
fn is_item_number(text: &str) -> bool {
    let number = text.trim_end_matches(|c: char| c.is_ascii_alphanumeric() || is_numeral(c));
    let begins = before(number, number.len()).is_none_or(|c| !c.is_alphanumeric());
    (number.len() < text.len() && begins) || text.ends_with([':', '-', '：'])
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W027"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn half_a_pair_is_shown() {
        crate::testing::assert_snapshot!(
            body("按照《安全生产法》和《消防法的规定（试行办理。\n\n“双随机、一公开“检查”。"),
            snapbox::str![[r#"
警告[W027]: 标点 《 没有配对的 》
  --> content/栏目/通知/notice.md:13:11
   |
13 | 按照《安全生产法》和《消防法的规定（试行办理。
   |                     ^^
   |
建议: 补上 》 ，或者删去 《

警告[W027]: 标点 （ 没有配对的 ）
  --> content/栏目/通知/notice.md:13:18
   |
13 | 按照《安全生产法》和《消防法的规定（试行办理。
   |                                   ^^
   |
建议: 补上 ） ，或者删去 （

警告[W027]: 标点 “ 没有配对的 ”
  --> content/栏目/通知/notice.md:15:1
   |
15 | “双随机、一公开“检查”。
   | ^
   |
建议: 补上 ” ，或者删去 “
"#]]
        );
        let table = TABLE.replace("开展检查。", "开展检查）。");
        assert_eq!(printed(&["W027"], &[("栏目/通知/tasks.yaml", &table)]).matches("W027").count(), 1);
    }

    #[test]
    fn whole_pairs_stay() {
        for text in [
            "《湖南省实施〈中华人民共和国突发事件应对法〉办法》（2018年）和“三个必须”。",
            "1）检查；2）整改。一）动员，a）自查。",
            "他说：“第一段。\n\n“第二段。”",
            "“第一段。\n\n第二段。”",
            "国办发〔2019〕54号（半角)也成对(再来）。",
            "见https://a.cn/(x 页面。`（`",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        let table = TABLE.replace("内容: 开展检查。", "内容: 开展检查。\n        备注: [（一月, 二月）]");
        assert_eq!(printed(&["W027"], &[("栏目/通知/tasks.yaml", &table)]), "");
    }
}
