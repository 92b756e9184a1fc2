//! S008: a day with another weekday than the calendar's: 2024年8月1日（星期五）.
//!
//! A day without a year lies in the year of the paper or in the next one.

use std::ops::Range;

use jiff::civil::{Date, Weekday};

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::date::PartialDate;
use crate::text::han::{before, has_digits, others};
use crate::text::message::Words;

/// 星期不符.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "S008",
    name: "weekday-differs",
    severity: Severity::Warning,
    about: About {
        what: Words::new("日期后面写的星期不对。", "The weekday behind a day is not the calendar's."),
        why: Words::new("来开会的人不知道按哪一个来。", "Nobody knows on which of the two to come."),
        example: "定于2024年8月1日（星期五）召开",
        mend: Words::new("定于2024年8月1日（星期四）召开", "定于2024年8月1日（星期四）召开"),
    },
};

/// The names of the days of a week, from Monday; 星期日 is 星期天, too.
const NAMES: [&str; 7] = ["一", "二", "三", "四", "五", "六", "日"];

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice else { return };
    let dated = notice.dated.value;
    for passage in prose.passages_with(&['周', '星']) {
        let text = passage.text();
        if !has_digits(text) {
            continue;
        }
        // Reports are written in later years than the paper.
        let years = if passage.written.span.file == notice.title.span.file { 1 } else { 3 };
        for (day, name, words) in weekdays(text) {
            let candidates = match day.year {
                Some(year) => vec![year],
                None => (dated.year()..=dated.year() + years).collect(),
            };
            let mut days: Vec<Date> =
                candidates.iter().filter_map(|year| Date::new(*year, day.month, day.day?).ok()).collect();
            if day.year.is_none() && years == 1 && days.first().is_some_and(|first| *first >= dated) {
                days.truncate(1);
            }
            if days.iter().any(|day| name_of(day.weekday()) == name) {
                continue;
            }
            // The next such day is meant, if there is one.
            let Some(first) = days.iter().find(|day| **day >= dated).or(days.first()) else { continue };
            let (right, year) = (name_of(first.weekday()), first.year());
            let (month, of_month) = (first.month(), first.day());
            let message = message!(
                "{year}年{month}月{of_month}日是星期{right}，不是星期{name}",
                "{first} is 星期{right}, not 星期{name}"
            );
            report.push(passage.advice(&CODE, words, message, right));
        }
    }
}

fn name_of(day: Weekday) -> &'static str {
    NAMES[usize::try_from(day.to_monday_zero_offset()).unwrap_or(0)]
}

/// Days with a weekday behind them: the day, the name of the weekday, and the place of the name.
fn weekdays(text: &str) -> Vec<(PartialDate, &'static str, Range<usize>)> {
    let starts = others(text).filter(|(at, c)| {
        c.is_ascii_digit()
            && before(text, *at).is_none_or(|c| !c.is_ascii_alphanumeric() && !matches!(c, '年' | '.'))
    });
    let found = starts.filter_map(|(at, _)| {
        let (day, rest) = PartialDate::at_start(&text[at..])?;
        day.day?;
        let inner = rest.trim_start_matches(['（', '(', ' ', '，']);
        let name = inner.strip_prefix("星期").or_else(|| inner.strip_prefix('周'))?;
        let (index, sign) =
            NAMES.iter().chain(&["天"]).enumerate().find(|(_, sign)| name.starts_with(**sign))?;
        let start = text.len() - name.len();
        Some((day, NAMES[index.min(6)], start..start + sign.len()))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["S008"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn another_day_of_the_week() {
        crate::testing::assert_snapshot!(
            body("定于2024年8月1日（星期五）召开，8月5日周三报名，2月3日（星期五）开学。"),
            snapbox::str![[r#"
警告[S008]: 2024年8月1日是星期四，不是星期五
  --> content/栏目/通知/notice.md:13:15
   |
13 | 定于2024年8月1日（星期五）召开，8月5日周三报名，2月3日（星期五）开学。
   |                       ^^
   |
建议: 改为“四”

警告[S008]: 2024年8月5日是星期一，不是星期三
  --> content/栏目/通知/notice.md:13:25
   |
13 | 定于2024年8月1日（星期五）召开，8月5日周三报名，2月3日（星期五）开学。
   |                                         ^^
   |
建议: 改为“一”

警告[S008]: 2025年2月3日是星期一，不是星期五
  --> content/栏目/通知/notice.md:13:36
   |
13 | 定于2024年8月1日（星期五）召开，8月5日周三报名，2月3日（星期五）开学。
   |                                                             ^^
   |
建议: 改为“一”
"#]]
        );
    }

    #[test]
    fn right_weekdays_stay() {
        for text in [
            "定于2024年8月1日（星期四）上午召开，8月5日（周一）报名。",
            "2月3日（星期一）开学，8月4日星期天、8月4日（周日）。",
            "8月1日（周知各单位），8月1日星期制。",
            "2024年8月（星期一至星期五）。",
            "每周三，星期五下午。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
