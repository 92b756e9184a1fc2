//! S006: a day that no calendar has, such as 2月30日 or 13月5日.
//!
//! In a field such a day is an error of reading. In a sentence or a cell it is published as written, and nobody can keep
//! it. 2月29日 without a year is a day, 2023年2月29日 is none.

use std::ops::Range;

use jiff::civil::Date;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::date::of_numbers;
use crate::text::han::{digits, others};
use crate::text::message::{Message, Words};

/// 不存在的日子.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "S006",
    name: "no-such-day",
    severity: Severity::Warning,
    about: About {
        what: Words::new("日历上没有这一天。", "The calendar has no such day."),
        why: Words::new(
            "没有人能按这一天办；多半是月份的天数记错了，或者打错了数字。",
            "Nobody can keep it; usually the length of the month was mistaken, or a digit mistyped.",
        ),
        example: "完成时限: 2月30日前",
        mend: Words::new("完成时限: 2月底前", "The month's end: 完成时限: 2月底前"),
    },
};

/// A year with 29 February, for days without a year.
const LEAP_YEAR: u32 = 2024;

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        for day in impossible_days(passage.text()) {
            if passage.is_address(&day.words) {
                continue;
            }
            let words = &passage.text()[day.words.clone()];
            let message = message!("没有“{words}”这一天", "there is no such day as {words}");
            let finding = Diagnostic::new(&CODE, passage.span(day.words), message);
            report.push(finding.help(day.help));
        }
    }
}

/// Whether a text names a day that does not exist.
pub(super) fn has_impossible_day(text: &str) -> bool {
    !impossible_days(text).is_empty()
}

/// A day that does not exist.
struct ImpossibleDay {
    words: Range<usize>,
    help: Message,
}

fn impossible_days(text: &str) -> Vec<ImpossibleDay> {
    let mut found = Vec::new();
    for (at, _) in others(text).filter(|(_, c)| c.is_ascii_digit()) {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '．' | '年')) {
            continue;
        }
        let Some((year, month, day, length)) = written_day(&text[at..]) else { continue };
        if of_numbers(year.unwrap_or(LEAP_YEAR), month, day).is_some() {
            continue;
        }
        let last = of_numbers(year.unwrap_or(LEAP_YEAR), month, 1).map(Date::days_in_month);
        let help = match last {
            Some(last) => message!("{month}月只有{last}天", "month {month} has {last} days"),
            None => message!("一年只有12个月", "a year has 12 months"),
        };
        found.push(ImpossibleDay { words: at..at + length, help });
    }
    found
}

/// The year, month and day of 2024年2月30日 or 2月30日 at the beginning of a text, and its length in bytes.
fn written_day(text: &str) -> Option<(Option<u32>, u32, u32, usize)> {
    let (first, rest) = number(text, 4)?;
    let (year, month, rest) = match rest.strip_prefix('年') {
        Some(rest) => {
            let (month, rest) = number(rest, 2)?;
            (Some(first), month, rest)
        }
        None => (None, first, rest),
    };
    let (day, rest) = number(rest.strip_prefix('月')?, 2)?;
    let rest = rest.strip_prefix(['日', '号'])?;
    // 2024年 has four digits; the month of a day without a year has two at most.
    let is_date = year.map_or(month < 100, |year| year >= 1000);
    is_date.then_some((year, month, day, text.len() - rest.len()))
}

fn number(text: &str, most: usize) -> Option<(u32, &str)> {
    let length = digits(text);
    (1..=most).contains(&length).then(|| Some((text[..length].parse().ok()?, &text[length..])))?
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["S006"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn in_a_sentence_and_in_a_cell() {
        let notice = NOTICE.replace("现通知如下。", "名单于2025年2月29日前报送，13月5日开会。");
        let table = TABLE.replace("完成时限: 长期坚持", "完成时限: 9月31日前");
        crate::testing::assert_snapshot!(
            printed(&["S005", "S006"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[S006]: 没有“2025年2月29日”这一天
  --> content/栏目/通知/notice.md:13:4
   |
13 | 名单于2025年2月29日前报送，13月5日开会。
   |       ^^^^^^^^^^^^^
   |
建议: 2月只有28天

警告[S006]: 没有“13月5日”这一天
  --> content/栏目/通知/notice.md:13:18
   |
13 | 名单于2025年2月29日前报送，13月5日开会。
   |                            ^^^^^^^
   |
建议: 一年只有12个月

警告[S006]: 没有“9月31日”这一天
 --> content/栏目/通知/tasks.yaml:9:15
  |
9 |         完成时限: 9月31日前
  |                   ^^^^^^^
  |
建议: 9月只有30天
"#]]
        );
    }

    #[test]
    fn days_and_other_numbers_are_silent() {
        for text in [
            "2024年2月29日、2月29日、12月31日、9月30号。",
            "第13月、13月份，5·12，1月32，版本2.30日志。",
            "2024年第2期30日报。https://a.example/2月30日",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
