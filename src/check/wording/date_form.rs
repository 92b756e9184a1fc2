//! W010: a date in the text that is not written 2024年8月1日.
//!
//! GB/T 9704-2012: Arabic digits, the full year, no leading zeros. Fields of forms have their own format, and a cell
//! that holds only a date may have it, too. A short year is completed only if it is near the paper's own year.

use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::text::date::{number, pointed};
use crate::text::han::{DIGITS, before, digits, others};
use crate::text::message::{Message, Words};

/// 日期的写法.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W010",
    name: "date-form",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "日期不是“2024年8月1日”的写法：月日前有零，年份不全，或以小数点相隔。",
            "A date is not written 2024年8月1日: leading zeros, a short year, or points between.",
        ),
        why: Words::new(
            "GB/T 9704-2012（成文日期）：用阿拉伯数字标全年、月、日，年份标全称，月、日不编虚位。",
            "GB/T 9704-2012, 成文日期: the full year in Arabic digits, no leading zeros.",
        ),
        example: "2024年08月01日、24年8月1日、2024.8.1",
        mend: Words::new("2024年8月1日", "2024年8月1日"),
    },
};

/// Maximum distance in years between a paper and a short year that is completed.
const MOST_YEARS: i16 = 10;

/// Fault of a date.
#[derive(Clone, Copy)]
enum Fault {
    Zeros,
    ShortYear,
    Points,
}

impl Fault {
    fn message(self) -> Message {
        match self {
            Self::Zeros => {
                message!("日期的月、日前不加零", "no leading zeros in the month and day of a date")
            }
            Self::ShortYear => message!("日期的年份要写全四位", "a date has all four digits of its year"),
            Self::Points => message!("正文里的日期要写成“年月日”", "a date in a text is written with 年月日"),
        }
    }
}

fn check(prose: &Prose<'_>, report: &mut Report) {
    use TextKind::{Cell, Heading, Line, Markdown, Name, Paragraph};
    for passage in prose.passages_with(&DIGITS) {
        if !matches!(passage.kind, Cell | Heading | Line | Markdown | Name | Paragraph) {
            continue;
        }
        let text = passage.text();
        let starts = others(text)
            .filter(|(at, c)| c.is_ascii_digit() && (*at == 0 || !text.as_bytes()[*at - 1].is_ascii_digit()));
        let is_all_of_a_cell = passage.kind == Cell && !text.contains(char::is_alphabetic);
        // End of the last date: its month and day must not be read as dates of their own.
        let mut from = 0;
        for (at, _) in starts {
            let found = (at >= from).then(|| date(passage, at, is_all_of_a_cell)).flatten();
            let Some((words, fault, right)) = found else {
                continue;
            };
            from = words.end;
            let Some(fault) = fault.filter(|_| !passage.is_address(&words)) else { continue };
            let message = fault.message();
            report.push(match right {
                Some(right) => passage.finding(&CODE, words, message, &right),
                None => Diagnostic::new(&CODE, passage.span(words), message)
                    .help(message!("例如“2024年8月1日”", "for example 2024年8月1日")),
            });
        }
    }
}

/// The date that begins at a byte: its range, its fault, and the right form if that is certain. In a cell that holds
/// nothing else, points are allowed.
fn date(
    passage: &Passage<'_>,
    at: usize,
    is_all_of_a_cell: bool,
) -> Option<(Range<usize>, Option<Fault>, Option<String>)> {
    let text = passage.text();
    let dated = passage.notice.map(|notice| notice.dated.value.year());
    let first = &text[at..at + digits(&text[at..])];
    let rest = &text[at + first.len()..];
    if rest.starts_with(['.', '．', '/']) {
        return pointed(text, at)
            .filter(|_| !is_all_of_a_cell)
            .map(|(words, right)| (words, Some(Fault::Points), Some(right)));
    }
    let (year, rest) = match rest.strip_prefix('年') {
        Some(rest) => (first, rest),
        None => ("", &text[at..]),
    };
    let (month, rest) = number(rest, "月", 12)?;
    let (day, rest) = number(rest, "日", 31).unwrap_or(("", rest));
    let words = at..text.len() - rest.len();
    let fault = match year.len() {
        2 if !day.is_empty() && before(text, at).is_none_or(|c| !"-—～~/".contains(c)) => {
            Some(Fault::ShortYear)
        }
        0 | 4 if month.starts_with('0') || day.starts_with('0') => Some(Fault::Zeros),
        _ => None,
    };
    let plain = |n: &str| n.trim_start_matches('0').to_owned();
    let day = if day.is_empty() { String::new() } else { format!("{}日", plain(day)) };
    let year = match (year.len(), dated) {
        (0, _) => Some(String::new()),
        (2, Some(dated)) => full_year(year, dated).map(|year| format!("{year}年")),
        (2, None) => None,
        _ => Some(format!("{year}年")),
    };
    Some((words, fault, year.map(|year| format!("{year}{}月{day}", plain(month)))))
}

/// The year of this century with these last two digits, if it is near the paper's year.
fn full_year(short: &str, dated: i16) -> Option<i16> {
    let year = 2000 + short.parse::<i16>().ok()?;
    (year.abs_diff(dated) <= MOST_YEARS.unsigned_abs()).then_some(year)
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W010"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn zeros_short_years_and_points() {
        crate::testing::assert_snapshot!(
            body("自2024年08月01日起，至24年9月5日止，98年7月1日发布，2024.08.1修订，07月29日前。"),
            snapbox::str![[r#"
警告[W010]: 日期的月、日前不加零
  --> content/栏目/通知/notice.md:13:2
   |
13 | 自2024年08月01日起，至24年9月5日止，98年7月1日发布，2024.08.1修订，07月29日前。
   |   ^^^^^^^^^^^^^^
   |
建议: 改为“2024年8月1日”

警告[W010]: 日期的年份要写全四位
  --> content/栏目/通知/notice.md:13:16
   |
13 | 自2024年08月01日起，至24年9月5日止，98年7月1日发布，2024.08.1修订，07月29日前。
   |                       ^^^^^^^^^^
   |
建议: 改为“2024年9月5日”

警告[W010]: 日期的年份要写全四位
  --> content/栏目/通知/notice.md:13:25
   |
13 | 自2024年08月01日起，至24年9月5日止，98年7月1日发布，2024.08.1修订，07月29日前。
   |                                     ^^^^^^^^^^
   |
建议: 例如“2024年8月1日”

警告[W010]: 正文里的日期要写成“年月日”
  --> content/栏目/通知/notice.md:13:35
   |
13 | 自2024年08月01日起，至24年9月5日止，98年7月1日发布，2024.08.1修订，07月29日前。
   |                                                     ^^^^^^^^^
   |
建议: 改为“2024年8月1日”

警告[W010]: 日期的月、日前不加零
  --> content/栏目/通知/notice.md:13:47
   |
13 | 自2024年08月01日起，至24年9月5日止，98年7月1日发布，2024.08.1修订，07月29日前。
   |                                                                    ^^^^^^^^
   |
建议: 改为“7月29日”
"#]]
        );
    }

    #[test]
    fn a_deadline_in_the_table() {
        let table = TABLE.replace("完成时限: 长期坚持", "完成时限: 2024年09月");
        crate::testing::assert_snapshot!(
            printed(&["W010"], &[("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[W010]: 日期的月、日前不加零
 --> content/栏目/通知/tasks.yaml:9:15
  |
9 |         完成时限: 2024年09月
  |                   ^^^^^^^^^^
  |
建议: 改为“2024年9月”
"#]]
        );
    }

    #[test]
    fn right_dates_and_other_numbers_stay() {
        for text in [
            "2024年8月1日、2024年12月、7月29日、2021—2025年、10月10日",
            "刑期12年6月，工期24年，3年6个月，08年",
            "版本2024.8.1版，v2024.8.1，192.168.1.1，2024.8.1.5，2024.13.1，2024.8",
            "见https://a.cn/2024.8.1/x 和 a/2024/8/1/b，`2024.8.1`",
            "2024-08-01",
            "比例20/8/1",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }

    #[test]
    fn forms_have_their_own_dates() {
        let notice = NOTICE.replace("公开方式: 主动公开", "公开时限: 2024.08.01\n  生成日期: 2024年08月01日");
        assert_eq!(printed(&["W010"], &[("栏目/通知/notice.md", &notice)]), "");
        let table = TABLE.replace("完成时限: 长期坚持", "完成时限: 2024.8.1");
        assert_eq!(printed(&["W010"], &[("栏目/通知/tasks.yaml", &table)]), "");
    }
}
