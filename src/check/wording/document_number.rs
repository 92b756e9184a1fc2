//! W002: a document number that does not have the form 机关代字〔2024〕5号.
//!
//! GB/T 9704-2012, 发文字号: the full year in 六角括号 (U+3014, U+3015), no 第, no leading zero. Orders and
//! announcements are numbered 第5号 and are ignored. In running text only wrong brackets are reported, because
//! certificate numbers with 第 and zeros are quoted there.

use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::text::han::{before, digits, is_han, others};
use crate::text::message::Words;

/// 发文字号的写法.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W002",
    name: "document-number",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "发文字号不是“机关代字〔年份〕序号号”的写法。",
            "A document number does not have the form 机关代字〔2024〕5号.",
        ),
        why: Words::new(
            "GB/T 9704-2012（发文字号）：年份标全称，用六角括号“〔〕”括入；序号不加“第”字，不编虚位。",
            "GB/T 9704-2012, 发文字号: the full year in 〔〕, no 第, no leading zero.",
        ),
        example: "发文字号: 临应急[2024]第05号",
        mend: Words::new("发文字号: 临应急〔2024〕5号", "发文字号: 临应急〔2024〕5号"),
    },
};

const OPENING: [char; 7] = ['〔', '[', '［', '(', '（', '【', '〖'];
const CLOSING: [char; 7] = ['〕', ']', '］', ')', '）', '】', '〗'];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        if passage.kind == TextKind::Number {
            report_number(passage, report);
        } else if passage.may_have_any(&['号']) {
            for (words, right) in wrong_brackets(passage.text()) {
                let message = message!(
                    "发文字号的年份要用六角括号“〔〕”",
                    "the year of a document number stands in 〔〕"
                );
                report.push(passage.finding(&CODE, words, message, &right));
            }
        }
    }
}

fn report_number(passage: &Passage<'_>, report: &mut Report) {
    let text = passage.text();
    let of_orders = passage.notice.is_some_and(|notice| {
        ["令", "公告", "通告"].iter().any(|end| notice.title.trim_end_matches('。').ends_with(end))
    });
    if text.trim().is_empty() || of_orders && text.contains('第') {
        return;
    }
    let message = message!(
        "发文字号“{text}”的写法不对，应为“机关代字〔年份〕序号号”",
        "document number {text:?} does not have the form 机关代字〔2024〕5号"
    );
    let year = passage.notice.map(|notice| notice.dated.value.year());
    match right_form(text.trim(), year) {
        Some(right) if right == text => {}
        Some(right) => report.push(passage.finding(&CODE, 0..text.len(), message, &right)),
        None => {
            let help = message!("例如“临应急〔2024〕5号”", "for example 临应急〔2024〕5号");
            report.push(Diagnostic::new(&CODE, passage.span(0..text.len()), message).help(help));
        }
    }
}

/// The number in the right form; `None` when that is not certain. A short year is replaced by the paper's year.
fn right_form(text: &str, dated: Option<i16>) -> Option<String> {
    let (code, rest) = text.split_once(OPENING)?;
    let (year, rest) = rest.split_once(CLOSING)?;
    let year = year.trim().trim_end_matches('年');
    let rest = rest.trim().trim_start_matches('第').trim();
    let serial = rest.strip_suffix('号').unwrap_or(rest).trim().trim_start_matches('0');
    let is_number = |text: &str| !text.is_empty() && digits(text) == text.len();
    let code = code.trim();
    if !code.chars().next_back().is_some_and(is_han) || !is_number(year) || !is_number(serial) {
        return None;
    }
    let year = match (year.len(), dated) {
        (4, _) => year.to_owned(),
        (2, Some(dated)) if format!("{dated}").ends_with(year) => format!("{dated}"),
        _ => return None,
    };
    Some(format!("{code}〔{year}〕{serial}号"))
}

/// Years of document numbers in running text in wrong brackets, each with its right form.
fn wrong_brackets(text: &str) -> Vec<(Range<usize>, String)> {
    let starts = others(text).filter(|(_, c)| OPENING[1..].contains(c));
    let found = starts.filter_map(|(at, open)| {
        let inner = at + open.len_utf8();
        let year = text.get(inner..inner + 4).filter(|year| digits(year) == 4)?;
        let behind = &text[inner + 4..];
        let close = behind.chars().next().filter(|c| CLOSING.contains(c))?;
        let serial = &behind[close.len_utf8()..];
        let length = digits(serial);
        let after = serial[length..].strip_prefix('号')?;
        let is_building = after.starts_with(['楼', '线', '井', '机', '库', '仓', '门', '桥', '房', '院']);
        let is_number = (1..=4).contains(&length) && !serial.starts_with('0') && !is_building;
        (is_number && before(text, at).is_some_and(is_han))
            .then(|| (at..inner + 4 + close.len_utf8(), format!("〔{year}〕")))
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn number(text: &str) -> String {
        let notice = NOTICE.replace("主送: 各股室", &format!("发文字号: {text}"));
        printed(&["W002"], &[("栏目/通知/notice.md", &notice)])
    }

    fn body(text: &str) -> String {
        printed(&["W002"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_whole_number_is_put_right() {
        crate::testing::assert_snapshot!(
            number("某应急[24]第05号"),
            snapbox::str![[r#"
警告[W002]: 发文字号“某应急[24]第05号”的写法不对，应为“机关代字〔年份〕序号号”
 --> content/栏目/通知/notice.md:4:7
  |
4 | 发文字号: 某应急[24]第05号
  |           ^^^^^^^^^^^^^^^^
  |
建议: 改为“某应急〔2024〕5号”
"#]]
        );
    }

    #[test]
    fn what_cannot_be_mended_is_shown_by_example() {
        crate::testing::assert_snapshot!(
            number("某应急2024-5号"),
            snapbox::str![[r#"
警告[W002]: 发文字号“某应急2024-5号”的写法不对，应为“机关代字〔年份〕序号号”
 --> content/栏目/通知/notice.md:4:7
  |
4 | 发文字号: 某应急2024-5号
  |           ^^^^^^^^^^^^^^
  |
建议: 例如“临应急〔2024〕5号”
"#]]
        );
        for text in ["某应急[23]5号", "〔2024〕5号", "某应急〔2024〕五号", "第5号"] {
            assert!(number(text).contains("例如"), "{text}");
        }
    }

    #[test]
    fn brackets_in_running_text() {
        crate::testing::assert_snapshot!(
            body("根据国办发[2019]54号文件办理。"),
            snapbox::str![[r#"
警告[W002]: 发文字号的年份要用六角括号“〔〕”
  --> content/栏目/通知/notice.md:13:6
   |
13 | 根据国办发[2019]54号文件办理。
   |           ^^^^^^
   |
建议: 改为“〔2019〕”
"#]]
        );
    }

    #[test]
    fn right_numbers_are_silent() {
        assert_eq!(number("某应急〔2024〕5号"), "");
        assert_eq!(number("\"\""), "");
        for text in [
            "根据国办发〔2019〕54号、国办函〔2021〕100号办理。",
            "国用（2005）第0123号证书、（2024）湘0682民初5号判决。",
            "会议（2024）5号楼召开，见附件（2024）。",
            "`国办发[2019]54号`",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
