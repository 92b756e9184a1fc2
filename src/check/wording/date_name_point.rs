//! W005: the name of a day with a point between month and day, “5.12” for “5·12”.
//!
//! A middle dot separates month and day in a name (GB/T 15834-2011, 间隔号). A number counts as such a name only in
//! quotation marks of its own before Chinese words, or before the name of a day; versions, amounts and section
//! numbers are ignored.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::text::han::{after, before, digits, is_han};
use crate::text::message::Words;

/// 日期名称中的间隔号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W005",
    name: "date-name-point",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "以月日命名的日子、事件，月日之间用了小数点。",
            "A day or event called by its month and day has a decimal point between them.",
        ),
        why: Words::new(
            "GB/T 15834-2011（间隔号）：用月、日表示的事件或节日，月日之间用间隔号“·”。",
            "GB/T 15834-2011, 间隔号: a middle dot stands between month and day.",
        ),
        example: "“5.12”全国防灾减灾日",
        mend: Words::new("“5·12”全国防灾减灾日", "“5·12”全国防灾减灾日"),
    },
};

/// Words behind a quoted number that is not a date.
const UNITS: [&str; 17] = [
    "版", "模式", "工程", "系列", "倍", "元", "米", "级", "代", "万", "亿", "公里", "个", "标准", "以上",
    "以下", "分",
];

/// Beginnings of names of days or events that follow their date.
const NAMES: [&str; 15] = [
    "全国",
    "国家",
    "国际",
    "世界",
    "中国",
    "联合国",
    "汶川",
    "特大",
    "宪法",
    "禁毒",
    "消防日",
    "消费者",
    "防灾减灾",
    "植树节",
    "安全生产",
];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['.']) {
        if matches!(passage.kind, TextKind::Marker | TextKind::Number | TextKind::Field) {
            continue;
        }
        let text = passage.text();
        for words in text.match_indices('.').filter_map(|(at, _)| day_name(text, at)) {
            if passage.is_address(&words) {
                continue;
            }
            let right = text[words.clone()].replace('.', "·");
            let message = message!(
                "日期名称“{right}”的月日之间要用间隔号",
                "the day's name {right} has a middle dot between month and day"
            );
            report.push(passage.finding(&CODE, words, message, &right));
        }
    }
}

/// The range of month and day around a point, if they name a day.
fn day_name(text: &str, point: usize) -> Option<Range<usize>> {
    let month = text[..point].bytes().rev().take_while(u8::is_ascii_digit).count();
    let day = digits(&text[point + 1..]);
    let words = point - month..point + 1 + day;
    if !is_in(&text[words.start..point], 12) || !is_in(&text[point + 1..words.end], 31) {
        return None;
    }
    let (left, right) = (before(text, words.start), after(text, words.end));
    let quoted =
        matches!((left, right), (Some('“'), Some('”')) | (Some('‘'), Some('’')) | (Some('"'), Some('"')));
    let found = if quoted {
        let open = words.start - left.map_or(0, char::len_utf8);
        let behind = &text[words.end + right.map_or(0, char::len_utf8)..];
        behind.starts_with(is_han)
            && !UNITS.iter().any(|unit| behind.starts_with(unit))
            && !text[..open].ends_with(['版', '本', '约', '为'])
    } else {
        let joined = left.is_some_and(|c| c.is_ascii_alphanumeric() || "./-—～~¥￥$".contains(c));
        !joined && is_name(&text[words.end..])
    };
    found.then_some(words)
}

/// Whether a text is a number from 1 to `most` without leading zeros.
fn is_in(text: &str, most: u8) -> bool {
    !text.starts_with('0') && text.parse::<u8>().is_ok_and(|n| (1..=most).contains(&n))
}

/// Whether a text begins with the name of a day or event.
fn is_name(text: &str) -> bool {
    let words: String = text.chars().take_while(|c| is_han(*c)).take(14).collect();
    NAMES.iter().any(|name| words.starts_with(name))
        && ["日", "节", "周", "月", "地震", "事故", "事件"].iter().any(|kind| words.contains(kind))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W005"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn a_middle_dot_stands_in_the_name_of_a_day() {
        crate::testing::assert_snapshot!(
            body("结合“5.12”防灾减灾日、12.4国家宪法日和“11.9消防日”开展宣传。"),
            snapbox::str![[r#"
警告[W005]: 日期名称“5·12”的月日之间要用间隔号
  --> content/栏目/通知/notice.md:13:4
   |
13 | 结合“5.12”防灾减灾日、12.4国家宪法日和“11.9消防日”开展宣传。
   |      ^^^^
   |
建议: 改为“5·12”

警告[W005]: 日期名称“12·4”的月日之间要用间隔号
  --> content/栏目/通知/notice.md:13:15
   |
13 | 结合“5.12”防灾减灾日、12.4国家宪法日和“11.9消防日”开展宣传。
   |                       ^^^^
   |
建议: 改为“12·4”

警告[W005]: 日期名称“11·9”的月日之间要用间隔号
  --> content/栏目/通知/notice.md:13:26
   |
13 | 结合“5.12”防灾减灾日、12.4国家宪法日和“11.9消防日”开展宣传。
   |                                        ^^^^
   |
建议: 改为“11·9”
"#]]
        );
    }

    #[test]
    fn other_numbers_keep_their_point() {
        for text in [
            "“5·12”全国防灾减灾日。",
            "升级到“1.10”版，系统版本“2.3”已停用。",
            "投入1.10亿元，历时3.5日、2.5个工作日。",
            "按“13.5”规划，“5.12”。",
            "第1.2全国目标，2024.5.12全国防灾减灾日。",
            "见www.a.cn/5.12全国防灾减灾日 页面，`“5.12”活动`。",
            "面积1.5全国最大。",
            "“3.0”时代，“5.08”活动。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
