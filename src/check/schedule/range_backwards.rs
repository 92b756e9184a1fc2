//! S007: a range of time that ends before it begins: 2025—2021年, 2024年12月至3月.
//!
//! Months without a year may cross the end of a year (11月至3月), so they are compared only within a year that is written
//! before the first of them; 次年 and 翌年 say that the range crosses it.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::han::{before, digits, has_digits, others};
use crate::text::message::Words;

/// 起止颠倒.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "S007",
    name: "range-backwards",
    severity: Severity::Warning,
    about: About {
        what: Words::new("起止时间颠倒了。", "A range of time ends before it begins."),
        why: Words::new(
            "没有人能按这段时间办；跨年的要写“次年”。",
            "Nobody can keep it; 次年 says that a range goes into the next year.",
        ),
        example: "2025—2021年、2024年12月至3月",
        mend: Words::new("2021—2025年、2024年12月至次年3月", "2021—2025年、2024年12月至次年3月"),
    },
};

/// Marks between the ends of a range.
const SIGNS: [&str; 11] = ["——", "—", "--", "-", "–", "－", "～", "~", "至", "到", "起至"];

/// A point in time as far as it is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Point {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
}

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['年', '月', '日']) {
        let text = passage.text();
        if !has_digits(text) {
            continue;
        }
        for words in backwards(text) {
            if passage.is_address(&words) {
                continue;
            }
            let range = &text[words.clone()];
            let message = message!("“{range}”的起止颠倒了", "{range} ends before it begins");
            let finding = Diagnostic::new(&CODE, passage.span(words), message);
            report.push(finding.help(message!(
                "改正一处；跨年的写“次年”",
                "correct one end; 次年 says that it goes into the next year"
            )));
        }
    }
}

fn backwards(text: &str) -> Vec<Range<usize>> {
    let (mut found, mut from) = (Vec::new(), 0);
    for (at, _) in others(text).filter(|(_, c)| c.is_ascii_digit()) {
        if at < from
            || before(text, at).is_some_and(|c| c.is_ascii_alphanumeric() || "-/._—–～~第".contains(c))
        {
            continue;
        }
        let Some((first, length)) = point(&text[at..]) else { continue };
        let rest = &text[at + length..];
        let Some(sign) = SIGNS.into_iter().find(|sign| rest.starts_with(sign)) else { continue };
        let Some((second, second_length)) = point(&rest[sign.len()..]) else { continue };
        from = at + length + sign.len() + second_length;
        if is_backwards(first, second) {
            found.push(at..from);
        }
    }
    found
}

/// 2024年8月1日, 2024年8月, 2024年, 8月1日, 8月, 1日, or the year alone that a range of years begins with, at the beginning
/// of a text, with its length.
fn point(text: &str) -> Option<(Point, usize)> {
    let (mut point, mut rest) = (Point::default(), text);
    let number = |rest: &str| -> Option<(u32, usize)> {
        let length = digits(rest);
        Some((rest.get(..length).filter(|_| (1..=4).contains(&length))?.parse().ok()?, length))
    };
    let (first, length) = number(rest)?;
    if length == 4 {
        if !(1900..=2100).contains(&first) {
            return None;
        }
        point.year = Some(first);
        let Some(behind) = rest[4..].strip_prefix('年') else { return Some((point, 4)) };
        rest = behind;
    }
    if let Some((month, length)) = number(rest).filter(|(month, _)| (1..=12).contains(month))
        && let Some(behind) = rest[length..].strip_prefix('月')
    {
        point.month = Some(month);
        rest = behind;
    }
    if let Some((day, length)) = number(rest).filter(|(day, _)| (1..=31).contains(day))
        && let Some(behind) = rest[length..].strip_prefix('日')
        && (point.year.is_none() || point.month.is_some())
    {
        point.day = Some(day);
        rest = behind;
    }
    (rest.len() < text.len()).then_some((point, text.len() - rest.len()))
}

/// Whether the second point lies before the first. What the second one leaves out it takes from the first.
fn is_backwards(first: Point, second: Point) -> bool {
    match (first, second) {
        (
            Point { year: Some(from), month: None, day: None },
            Point { year: Some(to), month: None, day: None },
        ) => to < from,
        (
            Point { year: Some(from), month: Some(month), day },
            Point { year, month: Some(last), day: last_day },
        ) => {
            let (to, days) = (year.unwrap_or(from), day.zip(last_day));
            (to, last) < (from, month)
                || (to, last) == (from, month) && days.is_some_and(|(first, last)| last < first)
        }
        (
            Point { year: None, month: Some(from), day: Some(first) },
            Point { year: None, month: Some(to), day: Some(last) },
        ) => from == to && last < first,
        (
            Point { month: Some(_), day: Some(first), .. },
            Point { year: None, month: None, day: Some(last) },
        ) => last < first,
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["S007"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn backwards() {
        crate::testing::assert_snapshot!(
            body("规划（2025—2021年），2024年12月至3月，2024年8月10日至8月1日，5月20日至10日。"),
            snapbox::str![[r#"
警告[S007]: “2025—2021年”的起止颠倒了
  --> content/栏目/通知/notice.md:13:4
   |
13 | 规划（2025—2021年），2024年12月至3月，2024年8月10日至8月1日，5月20日至10日。
   |       ^^^^^^^^^^^
   |
建议: 改正一处；跨年的写“次年”

警告[S007]: “2024年12月至3月”的起止颠倒了
  --> content/栏目/通知/notice.md:13:16
   |
13 | 规划（2025—2021年），2024年12月至3月，2024年8月10日至8月1日，5月20日至10日。
   |                      ^^^^^^^^^^^^^^^
   |
建议: 改正一处；跨年的写“次年”

警告[S007]: “2024年8月10日至8月1日”的起止颠倒了
  --> content/栏目/通知/notice.md:13:28
   |
13 | 规划（2025—2021年），2024年12月至3月，2024年8月10日至8月1日，5月20日至10日。
   |                                       ^^^^^^^^^^^^^^^^^^^^^
   |
建议: 改正一处；跨年的写“次年”

警告[S007]: “5月20日至10日”的起止颠倒了
  --> content/栏目/通知/notice.md:13:44
   |
13 | 规划（2025—2021年），2024年12月至3月，2024年8月10日至8月1日，5月20日至10日。
   |                                                              ^^^^^^^^^^^^^
   |
建议: 改正一处；跨年的写“次年”
"#]]
        );
    }

    #[test]
    fn forwards_stays() {
        for text in [
            "规划（2021—2025年），2024年3月至12月，2024年12月至2025年3月。",
            "2024年12月至次年3月，11月至3月，10月1日至4月30日。",
            "5月10日至20日，2024年8月1日至8月1日，2024年5月1日至6月。",
            "GB/T 9704-2012，电话2025-2021，2025-2021号。",
            "第2025—2021年，见https://a.cn/2025-2021年 页面。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
