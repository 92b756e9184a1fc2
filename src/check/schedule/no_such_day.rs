//! S006: a day that no calendar has, such as 2月30日 or 13月5日.
//!
//! In a field such a day is an error of reading. In a sentence or a cell it is published as written, and nobody can keep
//! it. The forms are those of prose and of cells: 2月30日, 2024-02-30, 4月1日至31日, 二月三十日. 2月29日 without a year is a day, 2023年2月29日 is none.

use std::ops::Range;

use jiff::civil::Date;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::date::of_numbers;
use crate::text::han::{digits, is_numeral, others};
use crate::text::message::{Message, Words};
use crate::text::numeral::number as chinese_number;

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

/// Every day has at least one of them.
const SIGNS: [char; 11] = ['月', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&SIGNS) {
        for day in impossible_days(passage.text()) {
            if passage.is_address(&day.words) {
                continue;
            }
            let words = &passage.text()[day.words.clone()];
            let message = if day.is_month {
                message!("没有“{words}”这个月", "there is no such month as {words}")
            } else {
                message!("没有“{words}”这一天", "there is no such day as {words}")
            };
            let finding = Diagnostic::new(&CODE, passage.span(day.words), message);
            report.push(finding.help(day.help));
        }
    }
}

/// Whether a text names a day that does not exist.
pub(super) fn has_impossible_day(text: &str) -> bool {
    !impossible_days(text).is_empty()
}

/// A day or a month that does not exist.
struct ImpossibleDay {
    words: Range<usize>,
    is_month: bool,
    help: Message,
}

/// A day as written: its year, where it has one, month and day, and its length in bytes.
#[derive(Clone, Copy)]
struct WrittenDay {
    year: Option<u32>,
    month: u32,
    day: u32,
    length: usize,
}

fn impossible_days(text: &str) -> Vec<ImpossibleDay> {
    let mut found = Vec::new();
    for (at, _) in others(text).filter(|(_, c)| c.is_ascii_digit()) {
        let before = text[..at].chars().next_back();
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '．')) || in_year(text, at)
        {
            continue;
        }
        let rest = &text[at..];
        if let Some(written) = written_day(rest).or_else(|| numeric_day(text, at)) {
            found.extend(judged(written, at));
            found.extend(end_of_range(&rest[written.length..], written, at + written.length));
        } else if let Some(length) = month_beyond_the_year(rest).filter(|_| before != Some('第')) {
            found.push(ImpossibleDay { words: at..at + length, is_month: true, help: no_month() });
        }
    }
    found.extend(text.match_indices('月').filter_map(|(at, _)| chinese_day(text, at)));
    found
}

/// Whether digits stand behind those of a year: the month of 2024年2月30日, but not that of 每年2月30日.
fn in_year(text: &str, at: usize) -> bool {
    text[..at].strip_suffix('年').is_some_and(|year| year.ends_with(|c: char| c.is_ascii_digit()))
}

fn no_month() -> Message {
    message!("一年只有12个月", "a year has 12 months")
}

/// The finding about a day that begins at a byte, if it does not exist.
fn judged(written: WrittenDay, at: usize) -> Option<ImpossibleDay> {
    let WrittenDay { year, month, day, length } = written;
    let year = year.unwrap_or(LEAP_YEAR);
    if of_numbers(year, month, day).is_some() {
        return None;
    }
    let help = match of_numbers(year, month, 1).map(Date::days_in_month) {
        Some(last) => message!("{month}月只有{last}天", "month {month} has {last} days"),
        None => no_month(),
    };
    Some(ImpossibleDay { words: at..at + length, is_month: false, help })
}

/// The second day of 4月1日至31日, if its month has no such day. `rest` begins at byte `at`, behind the first day.
fn end_of_range(rest: &str, first: WrittenDay, at: usize) -> Option<ImpossibleDay> {
    let behind = rest.strip_prefix(['至', '到', '—', '－', '-', '～', '~'])?;
    let (day, end) = number(behind, 2)?;
    let end = end.strip_prefix(['日', '号'])?;
    let length = behind.len() - end.len();
    judged(WrittenDay { day, length, ..first }, at + rest.len() - behind.len())
}

/// The day of 2024年2月30日 or 2月30日 at the beginning of a text.
fn written_day(text: &str) -> Option<WrittenDay> {
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
    is_date.then_some(WrittenDay { year, month, day, length: text.len() - rest.len() })
}

/// The day of 2024-02-30, 2024.2.30 or 2024/2/30 at a byte of a text. Numbers that no month and no month's day can have
/// may be those of a document or a version.
fn numeric_day(text: &str, at: usize) -> Option<WrittenDay> {
    let joins = |c: char| "-/_".contains(c);
    if text[..at].ends_with(joins) || digits(&text[at..]) != 4 {
        return None;
    }
    let (year, rest) = number(&text[at..], 4)?;
    let mark = rest.chars().next().filter(|c| "-./．".contains(*c))?;
    let (month, rest) = number(rest.strip_prefix(mark)?, 2)?;
    let (day, rest) = number(rest.strip_prefix(mark)?, 2)?;
    let goes_on = rest.starts_with(|c: char| c.is_ascii_alphanumeric() || joins(c))
        || rest.strip_prefix(['.', '．']).is_some_and(|rest| digits(rest) > 0);
    let is_date = (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day);
    let length = text.len() - at - rest.len();
    (is_date && !goes_on).then_some(WrittenDay { year: Some(year), month, day, length })
}

/// Length in bytes of 2025年13月, or of 13月 in 13月底, at the beginning of a text.
fn month_beyond_the_year(text: &str) -> Option<usize> {
    let (first, rest) = number(text, 4)?;
    let (month, rest, is_month) = match rest.strip_prefix('年') {
        Some(rest) => {
            let (month, rest) = number(rest, 2)?;
            (month, rest, first >= 1000)
        }
        None => (first, rest, first < 100 && (rest.starts_with("月底") || rest.starts_with("月末"))),
    };
    let rest = rest.strip_prefix('月')?;
    (is_month && month > 12).then(|| text.len() - rest.len())
}

/// The day in Chinese numerals around 月 at a byte of a text, 二〇二五年二月三十日, if it does not exist. The lunar
/// calendar has other days.
fn chinese_day(text: &str, at: usize) -> Option<ImpossibleDay> {
    let run = |text: &str| text.len() - text.trim_end_matches(is_numeral).len();
    let month_at = at - run(&text[..at]);
    let month = numeral(&text[month_at..at]).filter(|month| (1..=12).contains(month))?;
    let behind = &text[at + '月'.len_utf8()..];
    let rest = behind.trim_start_matches(is_numeral);
    let day = numeral(&behind[..behind.len() - rest.len()])?;
    let end = text.len() - rest.strip_prefix(['日', '号'])?.len();
    let year = text[..month_at].strip_suffix('年').map(|before| (before.len() - run(before), before));
    let (start, year) = match year {
        Some((start, before)) if before[start..].chars().count() == 4 => (start, year_of(&before[start..])),
        _ => (month_at, None),
    };
    let is_lunar = ["农历", "阴历", "旧历", "腊", "闰"].iter().any(|word| text[..start].ends_with(word));
    let written = WrittenDay { year, month, day, length: end - start };
    judged(written, start).filter(|_| !is_lunar)
}

fn numeral(text: &str) -> Option<u32> {
    chinese_number(text).and_then(|number| u32::try_from(number).ok())
}

/// 二〇二五, digit by digit.
fn year_of(text: &str) -> Option<u32> {
    text.chars().try_fold(0, |year, c| Some(year * 10 + numeral(c.encode_utf8(&mut [0; 4]))?))
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
    fn in_every_form_of_a_day() {
        for (text, words) in [
            ("于2025-02-30前报送。", "2025-02-30"),
            ("于2025.2.30前报送。", "2025.2.30"),
            ("于2024/2/30前报送。", "2024/2/30"),
            ("于2025年13月报送。", "2025年13月"),
            ("于2025年13月底前报送。", "2025年13月"),
            ("于13月底前报送。", "13月"),
            ("每年2月30日前报送。", "2月30日"),
            ("4月1日至31日开展。", "31日"),
            ("2025年2月28日至29日开展。", "29日"),
            ("2月28日-30日开展。", "30日"),
            ("于二〇二五年二月三十日前报送。", "二〇二五年二月三十日"),
            ("于四月三十一日前报送。", "四月三十一日"),
        ] {
            let told = body(text);
            assert!(told.starts_with(&format!("警告[S006]: 没有“{words}”这")), "{text}: {told}");
            assert_eq!(told.matches("S006").count(), 1, "{text}: {told}");
        }
        let date_form = NOTICE.replace("现通知如下。", "于2025.2.30前报送。");
        assert_eq!(printed(&["W010"], &[("栏目/通知/notice.md", &date_form)]), "");
    }

    #[test]
    fn days_and_other_numbers_are_silent() {
        for text in [
            "2024年2月29日、2月29日、12月31日、9月30号。",
            "第13月、13月份，5·12，1月32，版本2.30日志。",
            "2024年第2期30日报。https://a.example/2月30日",
            "4月1日至30日、2月28日至3月1日，2024年2月1日—29日，每年2月29日前。",
            "2024-02-29、2024.2.29、2024/12/31，编号2024-13-45、2024-02-3045，版本2024.2.30.1。",
            "二〇二四年二月二十九日、十二月三十一日、农历二月三十日、十三月、三十日。",
            "第13月底、满13月，2025年12月。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
