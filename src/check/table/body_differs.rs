//! T018: one thing with another date or number in the table, the body, or a field.
//!
//! Compared are titles in 《》 that differ only in one end of their years, the document numbers behind one title, and the days
//! for 名单报送 and 总结报送 with the sentence that names them, and the day, the numbers and the offices that the paragraph
//! of a task says with those of its rows.

use std::collections::HashMap;

use crate::check::prose::Prose;
use crate::check::table::task_days::{DifferentDay, different_days};
use crate::check::table::task_numbers::{DifferentNumber, different_numbers};
use crate::check::table::task_offices::{OtherOffice, other_offices};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::notice::Notice;
use crate::source::Span;
use crate::text::date::{PartialDate, chinese};
use crate::text::han::digits;
use crate::text::message::Words;

/// 正文与表格不一致.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "T018",
    name: "body-differs-from-table",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "同一份文件的年份或文号、同一件事的日期、数量或责任股室，两处写得不一样。",
            "One paper has other years or another number, or one thing another day, number or office, in a second place.",
        ),
        why: Words::new(
            "正文和表格是一份文件的两部分；两处不同，照哪一处办都有人错。",
            "Body and table are parts of one paper; where they differ, somebody will be wrong.",
        ),
        example: "正文：《实施方案（2021—2025年）》 …… 表：《实施方案（2021—2026年）》",
        mend: Words::new("核对原件，改正一处。", "Look at the original and correct one of them."),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice else { return };
    let (mut years, mut numbers) = (HashMap::new(), HashMap::new());
    for passage in prose.passages_with(&['《']) {
        let text = passage.text();
        for (at, _) in text.match_indices('《') {
            let inner = at + '《'.len_utf8();
            let Some(end) = text[inner..].find('》').map(|length| inner + length) else { continue };
            let title = &text[inner..end];
            if let Some((name, from, to)) = years_of(title) {
                let span = passage.span(inner..end);
                let (first, first_span) = *years.entry(name).or_insert(((from, to), span));
                if first != (from, to) && (first.0 == from || first.1 == to) {
                    push(
                        report,
                        span,
                        first_span,
                        &format!("{from}—{to}年"),
                        &format!("{}—{}年", first.0, first.1),
                    );
                }
            }
            let behind = end + '》'.len_utf8();
            if let Some(number) = number_of(&text[behind..]) {
                let place = behind + '（'.len_utf8();
                let span = passage.span(place..place + number.len());
                let (first, first_span) = *numbers.entry(title).or_insert((number, span));
                if first != number {
                    push(report, span, first_span, number, first);
                }
            }
        }
    }
    compare_days(prose, notice, report);
    for DifferentDay { span, words, deadline } in different_days(notice) {
        push(report, span, deadline.text.span, words, &deadline.text.value);
    }
    for DifferentNumber { span, words, other, other_words } in different_numbers(notice) {
        push(report, span, other, words, other_words);
    }
    for OtherOffice { span, words, owner } in other_offices(&prose.project.register, notice) {
        push(report, span, owner.text.span, words, &owner.text.value);
    }
}

fn push(report: &mut Report, span: Span, first: Span, here: &str, there: &str) {
    let message =
        message!("这里是“{here}”，另一处是“{there}”", "{here} stands here, {there} in another place");
    report.push(
        Diagnostic::new(&CODE, span, message)
            .label(first, message!("另一处", "the other place"))
            .help(message!("核对后改正一处", "find the wrong one and correct it")),
    );
}

/// The name of a title that has two years, without them, and the years: 实施方案（2021—2025年）.
fn years_of(title: &str) -> Option<(String, u32, u32)> {
    let dash = title.find('—')?;
    let start = dash.checked_sub(4)?;
    let year = |text: &str| text.parse::<u32>().ok().filter(|year| (1900..=2100).contains(year));
    let from = year(title.get(start..dash)?)?;
    let behind = &title[dash + '—'.len_utf8()..];
    let to = year(behind.get(..digits(behind)).filter(|text| text.len() == 4)?)?;
    Some((format!("{}{}", &title[..start], &behind[4..]), from, to))
}

/// The document number in brackets at the beginning of a text: （国办发〔2019〕54号）.
fn number_of(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('（')?;
    let number = &inner[..inner.find('）')?];
    (number.ends_with('号') && number.contains('〔') && !number.contains(['、', '，'])).then_some(number)
}

/// Compares 名单报送 and 总结报送 with the days in the sentences of the body that speak of them.
fn compare_days(prose: &Prose<'_>, notice: &Notice, report: &mut Report) {
    let duties = [("名单", &notice.roster_due), ("总结", &notice.summary_due)];
    for (word, due) in duties.into_iter().filter_map(|(word, due)| Some((word, due.as_ref()?))) {
        let body = notice.body.source.span;
        for passage in prose.passages.iter().filter(|passage| passage.written.span == body) {
            let text = passage.text();
            // 名单于7月29日前报: the day stands directly behind the word.
            for (at, _) in text.match_indices(word) {
                let rest = &text[at + word.len()..];
                let Some(rest) = rest.strip_prefix('于').or_else(|| rest.strip_prefix("请于")) else {
                    continue;
                };
                let Some((day, behind)) = PartialDate::at_start(rest) else { continue };
                let Some(of_month) = day.day.filter(|_| behind.starts_with('前') && behind.contains('报'))
                else {
                    continue;
                };
                let is_due = day.year.is_none_or(|year| year == due.value.year());
                if is_due && (day.month, of_month) == (due.value.month(), due.value.day()) {
                    continue;
                }
                let start = text.len() - rest.len();
                let written = &rest[..rest.len() - behind.len()];
                push(
                    report,
                    due.span,
                    passage.span(start..start + written.len()),
                    &chinese(due.value),
                    written,
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn found(body: &str, cell: &str) -> String {
        let notice = NOTICE.replace("现通知如下。", body).replace("附件:", "名单报送: 2024-08-29\n附件:");
        let table = TABLE.replace("开展检查。", cell);
        printed(&["T018"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/tasks.yaml", &table)])
    }

    #[test]
    fn years_numbers_and_days() {
        crate::testing::assert_snapshot!(
            found(
                "落实《实施方案（2021—2025年）》。名单于8月28日前报局办公室。",
                "落实《实施方案（2021—2026年）》。"
            ),
            snapbox::str![[r#"
警告[T018]: 这里是“2024年8月29日”，另一处是“8月28日”
  --> content/栏目/通知/notice.md:7:7
   |
 7 | 名单报送: 2024-08-29
   |           ^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:14:25
   |
14 | 落实《实施方案（2021—2025年）》。名单于8月28日前报局办公室。
   |                                        ------- 另一处
   |
建议: 核对后改正一处

警告[T018]: 这里是“2021—2026年”，另一处是“2021—2025年”
  --> content/栏目/通知/tasks.yaml:7:16
   |
 7 |         内容: 落实《实施方案（2021—2026年）》。
   |                     ^^^^^^^^^^^^^^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:14:4
   |
14 | 落实《实施方案（2021—2025年）》。名单于8月28日前报局办公室。
   |       ----------------------- 另一处
   |
建议: 核对后改正一处
"#]]
        );
        crate::testing::assert_snapshot!(
            found(
                "按照《关于检查的通知》（某发〔2024〕5号）。",
                "按照《关于检查的通知》（某发〔2024〕6号）。"
            ),
            snapbox::str![[r#"
警告[T018]: 这里是“某发〔2024〕6号”，另一处是“某发〔2024〕5号”
  --> content/栏目/通知/tasks.yaml:7:25
   |
 7 |         内容: 按照《关于检查的通知》（某发〔2024〕6号）。
   |                                       ^^^^^^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:14:13
   |
14 | 按照《关于检查的通知》（某发〔2024〕5号）。
   |                         --------------- 另一处
   |
建议: 核对后改正一处
"#]]
        );
    }

    #[test]
    fn what_agrees_or_is_another_thing_stays() {
        for (body, cell) in [
            (
                "落实《实施方案（2021—2025年）》。名单于8月29日前报局办公室。",
                "落实《实施方案（2021—2025年）》。",
            ),
            ("总结《规划（2016—2020年）》。", "制定《规划（2021—2025年）》。"),
            ("落实《2023年工作要点》。", "落实《2024年工作要点》。"),
            ("按照《通知》（某发〔2024〕5号）。", "按照《意见》（某发〔2024〕6号）。"),
            ("名单于8月底前报。名单于公示后8月1日发布。", "名单见附件。"),
        ] {
            assert_eq!(found(body, cell), "", "{body}");
        }
    }
}
