//! W042: full-width digits, 号 for 日, and Chinese and Arabic digits in one date.
//!
//! GB/T 15835-2011 and GB/T 9704-2012: Arabic digits are half-width; a date is written in one kind of digits. Days of the
//! traditional calendar (2024年八月十五) have no 日 and are ignored.

use std::cell::LazyCell;
use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::text::han::{before, digits, is_numeral, others};
use crate::text::message::{Message, Words};
use crate::text::numeral::number;
use crate::text::personal::find;

/// 数字的写法.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W042",
    name: "digit-form",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "数字用了全角，日期的“日”写成“号”，或者一个日期里混用汉字和阿拉伯数字。",
            "Full-width digits, 号 for 日 in a date, or Chinese and Arabic digits in one date.",
        ),
        why: Words::new(
            "GB/T 15835-2011：阿拉伯数字用半角，同一个日期用同一种数字；GB/T 9704-2012：日期写作“2024年8月1日”。",
            "GB/T 15835-2011: half-width digits, one kind of them in a date; GB/T 9704-2012: 2024年8月1日.",
        ),
        example: "２０２４年、8月1号、2024年八月1日",
        mend: Words::new("2024年、8月1日、2024年8月1日", "2024年、8月1日、2024年8月1日"),
    },
};

/// Every slip has at least one of them: a date has its month, and the rest are full-width digits.
const SIGNS: [char; 11] = ['月', '０', '１', '２', '３', '４', '５', '６', '７', '８', '９'];

/// A place, what is wrong, and the right form.
type Slip = (Range<usize>, Message, String);

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&SIGNS).filter(|passage| passage.kind != TextKind::Number) {
        let text = passage.text();
        // A number of a person is a finding of its own, and is printed nowhere.
        let personal = LazyCell::new(|| find(text));
        for (words, message, right) in
            wide_digits(text).into_iter().chain(spoken_days(text)).chain(mixed_dates(text))
        {
            let is_personal =
                || personal.iter().any(|hit| hit.range.start < words.end && words.start < hit.range.end);
            if !passage.is_address(&words) && !is_personal() {
                report.push(passage.advice(&CODE, words, message, &right));
            }
        }
    }
}

/// Runs of full-width digits.
fn wide_digits(text: &str) -> Vec<Slip> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in others(text).filter(|(_, c)| ('０'..='９').contains(c)) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    let slip = |run: Range<usize>| {
        let narrow = |c: char| char::from_u32(c as u32 - 0xFEE0).unwrap_or(c);
        let right = text[run.clone()].chars().map(narrow).collect();
        (run, message!("数字用半角", "digits are half-width"), right)
    };
    runs.into_iter().map(slip).collect()
}

/// 8月1号, except where 号 begins another word: 8月1号楼, 8月1号令.
fn spoken_days(text: &str) -> Vec<Slip> {
    let found = text.match_indices('月').filter_map(|(at, sign)| {
        let month = text[..at].bytes().rev().take_while(u8::is_ascii_digit).count();
        let behind = &text[at + sign.len()..];
        let day = digits(behind);
        let is_day = |text: &str, most: u32| text.parse().is_ok_and(|n: u32| (1..=most).contains(&n));
        let rest = behind[day..].strip_prefix('号')?;
        let is_other = rest.starts_with([
            '楼', '线', '令', '文', '井', '机', '台', '桥', '库', '院', '厅', '门', '馆', '会',
        ]);
        if !is_day(&text[at - month..at], 12) || !is_day(&behind[..day], 31) || is_other {
            return None;
        }
        let start = at + sign.len() + day;
        Some((
            start..start + '号'.len_utf8(),
            message!("日期的“号”应为“日”", "日, not 号, ends a date"),
            "日".to_owned(),
        ))
    });
    found.collect()
}

/// Dates with Chinese and Arabic digits.
fn mixed_dates(text: &str) -> Vec<Slip> {
    let found = text.match_indices('年').filter_map(|(at, sign)| {
        let is_digit = |c: char| c.is_ascii_digit() || is_numeral(c) || matches!(c, '○' | 'Ｏ');
        let year: usize = text[..at].chars().rev().take_while(|c| is_digit(*c)).map(char::len_utf8).sum();
        let part = |text: &str| text.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum::<usize>();
        let (start, month_at) = (at - year, at + sign.len());
        let month = part(&text[month_at..]);
        let rest = text[month_at + month..].strip_prefix('月')?;
        let day = part(rest);
        rest[day..].strip_prefix('日')?;
        let parts = [&text[start..at], &text[month_at..month_at + month], &rest[..day]];
        let arabic = parts.map(|part| !part.is_empty() && digits(part) == part.len());
        let is_pure = arabic.iter().all(|is| *is) || arabic.iter().all(|is| !is);
        if is_pure || parts.iter().any(|part| part.is_empty()) || parts[0].chars().count() != 4 {
            return None;
        }
        let year: String = parts[0]
            .chars()
            .map(|c| {
                "〇一二三四五六七八九"
                    .chars()
                    .position(|d| d == c)
                    .map_or(if c.is_ascii_digit() { c } else { '0' }, |n| {
                        char::from_digit(u32::try_from(n).unwrap_or(0), 10).unwrap_or('0')
                    })
            })
            .collect();
        let plain = |part: &str| part.parse().ok().or_else(|| number(part));
        let right = format!("{year}年{}月{}日", plain(parts[1])?, plain(parts[2])?);
        let end = text.len() - rest.len() + day + '日'.len_utf8();
        before(text, start).is_none_or(|c| !is_digit(c)).then_some(())?;
        Some((
            start..end,
            message!("一个日期里混用了汉字和阿拉伯数字", "one date has Chinese and Arabic digits"),
            right,
        ))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W042"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn one_kind_of_digits() {
        crate::testing::assert_snapshot!(
            body("共２０家，8月1号开始，2024年八月1日至二〇二四年12月一日。"),
            snapbox::str![[r#"
警告[W042]: 数字用半角
  --> content/栏目/通知/notice.md:13:2
   |
13 | 共２０家，8月1号开始，2024年八月1日至二〇二四年12月一日。
   |   ^^^^
   |
建议: 改为“20”

警告[W042]: 日期的“号”应为“日”
  --> content/栏目/通知/notice.md:13:9
   |
13 | 共２０家，8月1号开始，2024年八月1日至二〇二四年12月一日。
   |               ^^
   |
建议: 改为“日”

警告[W042]: 一个日期里混用了汉字和阿拉伯数字
  --> content/栏目/通知/notice.md:13:13
   |
13 | 共２０家，8月1号开始，2024年八月1日至二〇二四年12月一日。
   |                       ^^^^^^^^^^^^^
   |
建议: 改为“2024年8月1日”

警告[W042]: 一个日期里混用了汉字和阿拉伯数字
  --> content/栏目/通知/notice.md:13:23
   |
13 | 共２０家，8月1号开始，2024年八月1日至二〇二四年12月一日。
   |                                      ^^^^^^^^^^^^^^^^^^
   |
建议: 改为“2024年12月1日”
"#]]
        );
    }

    #[test]
    fn right_digits_stay() {
        for text in [
            "共20家，2024年8月1日，二〇二四年八月一日。",
            "2024年八月十五，农历八月初一。",
            "在8月1号楼开会，5号发布，12月26号线路。",
            "2024年第三季度，二十年12月。",
            "见https://a.cn/8月1号 页面，`２０`。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
