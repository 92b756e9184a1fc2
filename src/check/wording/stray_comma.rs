//! W012: a comma before 等, and doubled punctuation marks.
//!
//! 等 closes the list before it and takes no mark (GB/T 15834-2011, 顿号). 等 as part of another word is ignored: 等级,
//! 等待, ，等等 and "wait" in clauses such as ，等条件成熟后.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::han::others;
use crate::text::message::Words;

/// 多余的标点.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W012",
    name: "stray-comma",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "“等”字前多了标点，或标点重复。",
            "A comma stands before 等, or punctuation marks are doubled.",
        ),
        why: Words::new(
            "“等”字直接跟在列举的最后一项后面；标点重复多是删改时留下的。",
            "等 follows the last item of a list directly; doubled marks are left from editing.",
        ),
        example: "防灾减灾日、安全生产月，等特殊时间节点",
        mend: Words::new("防灾减灾日、安全生产月等特殊时间节点", "防灾减灾日、安全生产月等特殊时间节点"),
    },
};

/// Marks that are never adjacent.
const MARKS: [char; 5] = ['，', '、', '。', '；', '：'];

/// Characters behind 等 that make it another word.
const OTHER_WORDS: &str = "等待到于候级额值同效量距高速边差比价份位离着我你您他她它你会";

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        let text = passage.text();
        let at_et_cetera = if passage.may_have_any(&['等']) { before_et_cetera(text) } else { Vec::new() };
        for at in at_et_cetera {
            let words = at..at + '，'.len_utf8();
            let mark = &text[words.clone()];
            let message = message!("“等”字前面不加“{mark}”", "no {mark:?} stands before 等");
            report.push(passage.finding(&CODE, words, message, ""));
        }
        for words in mark_runs(text) {
            let marks = &text[words.clone()];
            let message = message!("标点“{marks}”重复", "marks stand twice: {marks:?}");
            report.push(match intended_mark(marks) {
                Some(mark) => passage.finding(&CODE, words, message, &mark.to_string()),
                None => Diagnostic::new(&CODE, passage.span(words), message)
                    .help(message!("只留一个", "leave one of them")),
            });
        }
    }
}

/// Positions of ， or 、 before 等 at the end of a list.
fn before_et_cetera(text: &str) -> Vec<usize> {
    let marks = text.match_indices('等').filter_map(|(at, word)| {
        let behind = &text[at + word.len()..];
        let (at, mark) = text[..at].char_indices().next_back().filter(|(_, c)| matches!(c, '，' | '、'))?;
        let clause = behind.split(['，', '。', '；', '、', '：', '\n']).next().unwrap_or_default();
        let waits = mark == '，'
            && (clause.contains(['后', '再', '才', '完'])
                || clause.ends_with('时')
                || clause.ends_with("时候"));
        let is_list = text[..at].chars().next_back().is_some_and(|c| !MARKS.contains(&c));
        (is_list && !waits && !behind.starts_with(|c| OTHER_WORDS.contains(c))).then_some(at)
    });
    marks.collect()
}

/// Runs of two or more adjacent marks.
fn mark_runs(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    for (at, mark) in others(text).filter(|(_, c)| MARKS.contains(c)) {
        let end = at + mark.len_utf8();
        match found.last_mut() {
            Some(run) if run.end == at => run.end = end,
            _ => found.push(at..end),
        }
    }
    found.retain(|run| run.len() > '，'.len_utf8());
    found
}

/// The one right mark for a run: the repeated mark, or the full stop at the end of a clause.
fn intended_mark(marks: &str) -> Option<char> {
    let (first, last) = (marks.chars().next()?, marks.chars().next_back()?);
    let pair = marks.chars().count() == 2;
    let is_comma = |c: char| c == '，' || c == '、';
    match () {
        () if pair && (first == last || is_comma(first) && !is_comma(last) && last != '：') => Some(last),
        () if pair && first == '。' && is_comma(last) => Some('。'),
        () => None,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W012"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn nothing_stands_before_et_cetera() {
        crate::testing::assert_snapshot!(
            body("结合防灾减灾日，安全生产月，等特殊时间节点，由学校、企业、等单位宣传。"),
            snapbox::str![[r#"
警告[W012]: “等”字前面不加“，”
  --> content/栏目/通知/notice.md:13:14
   |
13 | 结合防灾减灾日，安全生产月，等特殊时间节点，由学校、企业、等单位宣传。
   |                           ^^
   |
建议: 删去“，”

警告[W012]: “等”字前面不加“、”
  --> content/栏目/通知/notice.md:13:29
   |
13 | 结合防灾减灾日，安全生产月，等特殊时间节点，由学校、企业、等单位宣传。
   |                                                         ^^
   |
建议: 删去“、”
"#]]
        );
    }

    #[test]
    fn marks_stand_once() {
        crate::testing::assert_snapshot!(
            body("甲，，乙，。丙。，丁：，戊。。。"),
            snapbox::str![[r#"
警告[W012]: 标点“，，”重复
  --> content/栏目/通知/notice.md:13:2
   |
13 | 甲，，乙，。丙。，丁：，戊。。。
   |   ^^^^
   |
建议: 改为“，”

警告[W012]: 标点“，。”重复
  --> content/栏目/通知/notice.md:13:5
   |
13 | 甲，，乙，。丙。，丁：，戊。。。
   |         ^^^^
   |
建议: 改为“。”

警告[W012]: 标点“。，”重复
  --> content/栏目/通知/notice.md:13:8
   |
13 | 甲，，乙，。丙。，丁：，戊。。。
   |               ^^^^
   |
建议: 改为“。”

警告[W012]: 标点“：，”重复
  --> content/栏目/通知/notice.md:13:11
   |
13 | 甲，，乙，。丙。，丁：，戊。。。
   |                     ^^^^
   |
建议: 只留一个

警告[W012]: 标点“。。。”重复
  --> content/栏目/通知/notice.md:13:14
   |
13 | 甲，，乙，。丙。，丁：，戊。。。
   |                           ^^^^^^
   |
建议: 只留一个
"#]]
        );
    }

    #[test]
    fn et_cetera_and_other_words_stay() {
        for text in [
            "甲、乙等单位，丙等。",
            "加强检查、督促，等等。甲、乙、等等。",
            "按质量、等级、规格验收，等待通知，等到汛期。",
            "先行处置，等条件成熟后推广，等会议结束再报。",
            "他说：“好。”，“是。”、《甲》、“乙”。",
            "等……，——等。",
            "`，，`",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
