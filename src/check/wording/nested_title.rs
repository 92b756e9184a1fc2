//! W007: a title inside a title without 〈〉.
//!
//! Inside 《》 a title has 〈〉 (GB/T 15834-2011, 书名号), not 《》 and not （） as in 实施（…法）办法. Brackets count as a
//! title when they name a statute and the outer title continues behind them. Notes such as （试行） and
//! （2021—2025年） are ignored.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::han::others;
use crate::text::message::Words;

/// 书名号里的书名号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W007",
    name: "nested-title",
    severity: Severity::Warning,
    about: About {
        what: Words::new("书名号里的文件名没有用单书名号。", "A title within a title is not in 〈〉."),
        why: Words::new(
            "GB/T 15834-2011（书名号）：书名号里还要用书名号时，外面用“《》”，里面用“〈〉”。",
            "GB/T 15834-2011, 书名号: within 《》 a title stands in 〈〉.",
        ),
        example: "《湖南省实施（中华人民共和国突发事件应对法）办法》",
        mend: Words::new(
            "《湖南省实施〈中华人民共和国突发事件应对法〉办法》",
            "《湖南省实施〈中华人民共和国突发事件应对法〉办法》",
        ),
    },
};

/// Endings of names of statutes.
const STATUTES: [&str; 9] = ["法", "条例", "办法", "规定", "规则", "细则", "决定", "法典", "章程"];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['《']) {
        let text = passage.text();
        for words in inner_titles(text) {
            let title = text[words.clone()].trim_matches(['《', '》', '（', '）', '(', ')']);
            let message = message!(
                "书名号里的文件名“{title}”要用单书名号“〈〉”",
                "{title:?} within a title stands in 〈〉"
            );
            report.push(passage.finding(&CODE, words.clone(), message, &format!("〈{title}〉")));
        }
    }
}

/// Titles in wrong marks directly inside another title, marks included.
fn inner_titles(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut open, mut inner) = (Vec::new(), Vec::new(), Vec::new());
    for (at, c) in others(text) {
        match c {
            '《' => open.push(at),
            '》' => {
                let Some(start) = open.pop() else { continue };
                let end = at + c.len_utf8();
                match open.len() {
                    // The outer title is closed, so the titles found so far are really inside it.
                    0 => {
                        found.append(&mut inner);
                        found.extend(bracketed_statutes(text, start + c.len_utf8()..at));
                    }
                    1 => inner.push(start..end),
                    _ => {}
                }
            }
            _ => {}
        }
    }
    found.sort_by_key(|words| words.start);
    found
}

/// Brackets in a title that name a statute.
fn bracketed_statutes(text: &str, title: Range<usize>) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut from = title.start;
    while let Some(at) = text[from..title.end].find(['（', '(']).map(|at| from + at) {
        from = at + text[at..].chars().next().map_or(1, char::len_utf8);
        let Some(length) = text[from..title.end].find(['）', ')', '（', '(']) else { break };
        let end = from + length;
        let name = &text[from..end];
        from = end;
        let Some(close) = text[end..].chars().next().filter(|c| ['）', ')'].contains(c)) else { continue };
        let is_statute = name.chars().count() >= 5
            && STATUTES.iter().any(|kind| name.ends_with(kind))
            && !["以下", "简称", "试行", "暂行", "根据", "依据"].iter().any(|note| name.starts_with(note));
        let whole = at..end + close.len_utf8();
        if is_statute && !name.contains(['《', '，', '“']) && whole.end < title.end {
            found.push(whole);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W007"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn a_title_within_a_title() {
        crate::testing::assert_snapshot!(
            body("印发《关于贯彻《安全生产法》的意见》和《某省实施（中华人民共和国消防法）办法》。"),
            snapbox::str![[r#"
警告[W007]: 书名号里的文件名“安全生产法”要用单书名号“〈〉”
  --> content/栏目/通知/notice.md:13:8
   |
13 | 印发《关于贯彻《安全生产法》的意见》和《某省实施（中华人民共和国消防法）办法》。
   |               ^^^^^^^^^^^^^^
   |
建议: 改为“〈安全生产法〉”

警告[W007]: 书名号里的文件名“中华人民共和国消防法”要用单书名号“〈〉”
  --> content/栏目/通知/notice.md:13:25
   |
13 | 印发《关于贯彻《安全生产法》的意见》和《某省实施（中华人民共和国消防法）办法》。
   |                                                 ^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 改为“〈中华人民共和国消防法〉”
"#]]
        );
    }

    #[test]
    fn notes_and_neighbours_stay() {
        for text in [
            "《规划（2021—2025年）》《规程（试行）》",
            "《关于修改〈安全生产法〉的决定（征求意见稿）》",
            "《某市防汛工作汇编（含防汛管理条例）》",
            "《通则（总则）办法》《办法（暂行办法）说明》",
            "《安全生产法和《消防法》、《防洪法》",
            "按照（中华人民共和国消防法）办理",
            "《甲》（以下简称《办法》）",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
