//! S002: a deadline in the paper's text that had passed when the paper was signed.
//!
//! A date counts as a deadline in 7月29日前, 6月底前, or before 报送. Facts of the past (了, 已, 以来;
//! 2020年底前建成的房屋), what recurs (每年1月底前), ranges and titles in 《》 are ignored. A date without a year lies in
//! the paper's year, or in the next year if it would lie more than half a year back.

use std::ops::Range;

use jiff::civil::Date;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::source::Located;
use crate::text::date::chinese;
use crate::text::han::{in_title, others};
use crate::text::message::Words;
use crate::text::term::Term;

/// 正文中的期限早于成文日期.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "S002",
    name: "date-before-paper",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "正文中要求的期限早于成文日期。",
            "A deadline in the paper's words lies before the paper's own date.",
        ),
        why: Words::new(
            "文件印发时期限已过，没有人能按时办到；多半是成文推迟了，期限没有跟着改。",
            "It had passed when the paper was signed; usually signing was postponed and the deadline was not.",
        ),
        example: "成文日期: 2024-08-01 …… 名单于7月29日前报局法规股。",
        mend: Words::new(
            "名单于8月9日前报局法规股。",
            "Set a day after the paper's: 名单于8月9日前报局法规股。",
        ),
    },
};

/// Words that hand something in, so that a date before them is a deadline.
const REPORT: [&str; 6] = ["报送", "上报", "提交", "报局", "报市", "报县"];

fn check(project: &Project, report: &mut Report) {
    // If 成文日期 itself is wrong (D008), nothing is compared with it.
    for notice in project.notices.iter().filter(|notice| !notice.is_published_before_dated()) {
        for text in prose(notice) {
            for (range, last) in deadlines(&text.value, notice.dated.value) {
                if last < notice.dated.value {
                    report.push(finding(notice, text, range));
                }
            }
        }
    }
}

/// The body, and the sentences of the table: requirements and measures.
fn prose(notice: &Notice) -> impl Iterator<Item = &Located<String>> {
    let tasks = notice.tables().flat_map(Table::tasks);
    let of_tasks = tasks.flat_map(|task| {
        let measures = task.measures.iter().filter_map(|measure| measure.text.as_ref());
        task.requirement.iter().chain(measures)
    });
    std::iter::once(&notice.body.source).chain(of_tasks)
}

fn finding(notice: &Notice, text: &Located<String>, range: Range<usize>) -> Diagnostic {
    let part = text.part(range);
    let (words, dated) = (part.value, chinese(notice.dated.value));
    let message =
        message!("“{words}”早于成文日期{dated}", "{words} lies before the paper's own date, {dated}");
    Diagnostic::new(&CODE, part.span, message)
        .label(notice.dated.span, message!("成文日期", "the paper's date"))
        .help(message!(
            "改为成文之后的日期，或核对年份",
            "set a day after the paper's date, or check the year"
        ))
}

/// Deadlines in a text, each with its last day.
fn deadlines(text: &str, dated: Date) -> Vec<(Range<usize>, Date)> {
    let mut found = Vec::new();
    let mut end = 0;
    for (at, _) in others(text).filter(|(_, c)| c.is_ascii_digit()) {
        if at < end || text[..at].ends_with(|c: char| c.is_ascii_digit() || c == '.') {
            continue;
        }
        let Some((term, rest)) = Term::in_paper(&text[at..], dated) else { continue };
        end = text.len() - rest.len();
        let Some(mark) = deadline_mark(rest, term.whole_year) else { continue };
        let range = at..end + mark;
        if is_fact(text, &range)
            || describes(&text[end..], &text[range.end..])
            || recurs(&text[..at])
            || in_title(text, at)
        {
            continue;
        }
        found.push((range, term.last));
    }
    found
}

/// Length in bytes of the words behind a date that make it a deadline. A whole year needs 年底 or 年末.
fn deadline_mark(rest: &str, whole_year: bool) -> Option<usize> {
    const NOT_BEFORE: [char; 4] = ['后', '期', '夕', '述'];
    let behind = ["年底", "年末", "底", "末"].iter().find_map(|close| rest.strip_prefix(close));
    if whole_year && behind.is_none() {
        return None;
    }
    let behind = behind.unwrap_or(rest);
    let marks = ["之前", "以前", "前", "以内", "内"];
    let mark = marks.iter().find_map(|mark| behind.strip_prefix(mark));
    if let Some(behind) = mark.filter(|behind| !behind.starts_with(NOT_BEFORE)) {
        return Some(rest.len() - behind.len());
    }
    let following: String = sentence_after(behind).chars().take(16).collect();
    REPORT.iter().any(|word| following.contains(word)).then(|| rest.len() - behind.len())
}

/// Whether the words around a date report a past event, or only describe a thing (…建成的房屋).
fn is_fact(text: &str, range: &Range<usize>) -> bool {
    const DUTY: [&str; 7] = ["报", "交", "完成", "落实", "整改", "制定", "建立"];
    const CLAUSE_ENDS: [char; 6] = ['。', '；', '，', '！', '？', '\n'];
    let (before, after) = (end_of(&text[..range.start]), beginning_of(&text[range.end..]));
    let before = before.rsplit(CLAUSE_ENDS).next().unwrap_or_default();
    let after = after.split(CLAUSE_ENDS).next().unwrap_or_default();
    let is_past = |part: &str| ["了", "已", "曾", "以来", "截至"].iter().any(|word| part.contains(word));
    let duty = DUTY.iter().any(|word| after.contains(word));
    // 2024年3月24日，各单位报送了材料: the verb stands in the next clause.
    let rest = sentence_after(&text[range.end..]);
    let handed_in = REPORT.iter().any(|word| {
        rest.split(word).skip(1).any(|behind| behind.starts_with('了')) || rest.contains(&format!("已{word}"))
    });
    is_past(before) || is_past(after) || handed_in || after.contains('的') && !duty
}

/// Whether the words behind a date only say which thing is meant: 2023年底前报送的情况, 6月30日前未完成的项目.
fn describes(behind: &str, after: &str) -> bool {
    const VERBS: [&str; 14] = [
        "报送", "上报", "提交", "报", "交", "完成", "落实", "整改", "制定", "建立", "办结", "印发", "受理",
        "形成",
    ];
    // 1月1日至3月1日期间报送的材料: a span of time has no mark of a deadline.
    let words = behind.strip_prefix("期间").unwrap_or(after);
    let words =
        ["尚未", "仍未", "未", "所"].iter().find_map(|word| words.strip_prefix(word)).unwrap_or(words);
    VERBS.iter().any(|verb| words.strip_prefix(verb).is_some_and(|rest| rest.starts_with('的')))
}

/// Whether the words before a date make it a day of every year, quarter or month, or of the next year: 每年1月底前.
fn recurs(before: &str) -> bool {
    const WORDS: [&str; 11] =
        ["每年", "每年度", "每季度", "每月", "逐年", "历年", "次年", "次年度", "翌年", "下一年", "下年度"];
    WORDS.iter().any(|word| before.trim_end().ends_with(word))
}

/// The rest of a sentence.
fn sentence_after(text: &str) -> &str {
    beginning_of(text).split(['。', '；', '\n']).next().unwrap_or_default()
}

/// No sentence is looked at beyond so many characters: at each date of a text without stops, all of it would be.
const FURTHEST: usize = 300;

fn beginning_of(text: &str) -> &str {
    text.char_indices().nth(FURTHEST).map_or(text, |(end, _)| &text[..end])
}

fn end_of(text: &str) -> &str {
    text.char_indices().rev().nth(FURTHEST).map_or(text, |(start, _)| &text[start..])
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["S002"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn points_at_the_day_in_the_sentence() {
        crate::testing::assert_snapshot!(
            body("名单于7月29日前报局法规股。"),
            snapbox::str![[r#"
警告[S002]: “7月29日前”早于成文日期2024年8月1日
  --> content/栏目/通知/notice.md:13:4
   |
13 | 名单于7月29日前报局法规股。
   |       ^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:5:7
   |
 5 | 成文日期: 2024-08-01
   |           ---------- 成文日期
   |
建议: 改为成文之后的日期，或核对年份
"#]]
        );
    }

    #[test]
    fn tasks_and_measures_speak_too() {
        let table =
            TABLE.replace("加大力度。", "2023年底前建立台账。").replace("开展检查。", "总结于7月上旬报送。");
        crate::testing::assert_snapshot!(
            printed(&["S002"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[S002]: “2023年底前”早于成文日期2024年8月1日
 --> content/栏目/通知/tasks.yaml:4:9
  |
4 |     要求: 2023年底前建立台账。
  |           ^^^^^^^^^^
  |
 ::: content/栏目/通知/notice.md:5:7
  |
5 | 成文日期: 2024-08-01
  |           ---------- 成文日期
  |
建议: 改为成文之后的日期，或核对年份

警告[S002]: “7月上旬”早于成文日期2024年8月1日
 --> content/栏目/通知/tasks.yaml:7:16
  |
7 |         内容: 总结于7月上旬报送。
  |                     ^^^^^^^
  |
 ::: content/栏目/通知/notice.md:5:7
  |
5 | 成文日期: 2024-08-01
  |           ---------- 成文日期
  |
建议: 改为成文之后的日期，或核对年份
"#]]
        );
    }

    #[test]
    fn what_is_in_time_or_no_deadline_is_silent() {
        for text in [
            "名单于8月29日前报局法规股。",
            "总结于12月上旬报送局法规股。",
            "根据规划（2021—2025年），我市2021—2025年主要是八项任务。",
            "我局于7月15日前完成了排查。",
            "制定了2023年12月底前的清单。",
            "对2020年底前建成的房屋开展排查。",
            "2023年6月印发的办法同时废止。",
            "按照《2023年6月底前重点任务》执行。",
            "5月12日前后开展宣传。",
            "1月10日前报送年度总结。",
            "2023年内容见附件。",
            "每年1月底前报送总结，每年 6月底前自查。",
            "2024年3月24日，各单位报送了材料。",
            "2024年3月24日，各单位已上报名单。",
            "请于次年1月15日前报送。",
            "根据2023年12月31日前报送的情况，现予通报。",
            "2023年12月31日前完成的项目，不再列入。",
            "对6月30日前尚未整改的问题，挂牌督办。",
            "2024年1月1日至2024年3月1日期间报送的材料，要归档。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        assert_eq!(printed(&["S002"], &[]), "");
    }
}
