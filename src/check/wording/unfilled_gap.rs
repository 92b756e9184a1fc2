//! W028: a gap that was left for later: ××年, （待定）, empty 【】.
//!
//! Names that are hidden on purpose (张某某, 李××, ××公司, 138××××1234) are lawful and stay: ×× is reported only where a
//! year, a number or a sum of money belongs.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::text::han::{before, others};
use crate::text::message::Words;

/// 留空待填.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W028",
    name: "placeholder",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "留着待填的地方：“××年××月”、“（待定）”、空的“【】”“《》”。",
            "A gap that was left for later: ××年××月, （待定）, an empty 【】 or 《》.",
        ),
        why: Words::new(
            "公开的文件要能照着办；隐去的人名、号码不算。",
            "A published paper has to be kept; hidden names and numbers do not count.",
        ),
        example: "于××月××日前报送",
        mend: Words::new("于8月31日前报送", "于8月31日前报送"),
    },
};

/// Words behind ×× for what has to be filled in.
const FILLED_IN: [&str; 8] = ["年", "月", "日", "号文", "元", "万元", "亿元", "％"];

/// Words in brackets, or alone in a cell, that promise something.
const PROMISES: [&str; 8] = ["待定", "待补充", "待填写", "待填", "待完善", "待核实", "待确定", "此处填写"];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['×', '✕', 'X', 'x', 'Ｘ', '待', '此', '【', '《']) {
        let text = passage.text();
        for words in crosses(text).into_iter().chain(promises(text, passage.kind)).chain(empty_pairs(text)) {
            if passage.is_address(&words) || passage.is_example(prose.project) {
                continue;
            }
            let gap = &text[words.clone()];
            let message = message!("“{gap}”还没有填写", "{gap} is not filled in");
            let finding = Diagnostic::new(&CODE, passage.span(words), message);
            report.push(finding.help(message!("填写实际内容，或者删去", "fill it in, or remove it")));
        }
    }
}

/// ×× and XX before words for what has to be filled in.
fn crosses(text: &str) -> Vec<Range<usize>> {
    let mut runs: Vec<Range<usize>> = Vec::new();
    for (at, c) in others(text).filter(|(_, c)| matches!(c, '×' | '✕' | 'X' | 'x' | 'Ｘ')) {
        match runs.last_mut() {
            Some(run) if run.end == at => run.end += c.len_utf8(),
            _ => runs.push(at..at + c.len_utf8()),
        }
    }
    runs.retain(|run| {
        let behind = &text[run.end..];
        let is_number = text[..run.start].ends_with(['〔', '第']) && behind.starts_with(['〕', '号']);
        let is_gap = FILLED_IN.iter().any(|word| behind.starts_with(word)) || is_number;
        let is_hidden = before(text, run.start).is_some_and(|c| c.is_ascii_alphabetic() || c == '*');
        text[run.clone()].chars().count() >= 2 && is_gap && !is_hidden
    });
    runs
}

/// （待定）, or a cell with nothing but 待定.
fn promises(text: &str, kind: TextKind) -> Vec<Range<usize>> {
    if kind == TextKind::Cell && PROMISES.contains(&text.trim()) {
        return std::iter::once(0..text.len()).collect();
    }
    let mut found = Vec::new();
    // Cheap test first: most texts have none of them.
    if !text.contains('待') && !text.contains("此处填写") {
        return found;
    }
    for word in PROMISES {
        let places = text.match_indices(word).map(|(at, _)| at..at + word.len());
        found.extend(places.filter(|place| {
            text[..place.start].ends_with(['（', '(', '【', '['])
                && text[place.end..].starts_with(['）', ')', '】', ']'])
        }));
    }
    found
}

/// 【】 and 《》 with nothing in them.
fn empty_pairs(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    for (open, close) in [('【', '】'), ('《', '》')] {
        for (at, _) in text.match_indices(open) {
            let inner = &text[at + open.len_utf8()..];
            let rest = inner.trim_start_matches([' ', '\u{3000}']);
            if rest.starts_with(close) {
                found.push(at..text.len() - rest.len() + close.len_utf8());
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W028"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn gaps_are_shown() {
        crate::testing::assert_snapshot!(
            body("于××月××日前报送（待定），罚款XX万元，见【】和《 》。"),
            snapbox::str![[r#"
警告[W028]: “××”还没有填写
  --> content/栏目/通知/notice.md:13:2
   |
13 | 于××月××日前报送（待定），罚款XX万元，见【】和《 》。
   |   ^^
   |
建议: 填写实际内容，或者删去

警告[W028]: “××”还没有填写
  --> content/栏目/通知/notice.md:13:5
   |
13 | 于××月××日前报送（待定），罚款XX万元，见【】和《 》。
   |       ^^
   |
建议: 填写实际内容，或者删去

警告[W028]: “待定”还没有填写
  --> content/栏目/通知/notice.md:13:12
   |
13 | 于××月××日前报送（待定），罚款XX万元，见【】和《 》。
   |                   ^^^^
   |
建议: 填写实际内容，或者删去

警告[W028]: “XX”还没有填写
  --> content/栏目/通知/notice.md:13:18
   |
13 | 于××月××日前报送（待定），罚款XX万元，见【】和《 》。
   |                               ^^
   |
建议: 填写实际内容，或者删去

警告[W028]: “【】”还没有填写
  --> content/栏目/通知/notice.md:13:24
   |
13 | 于××月××日前报送（待定），罚款XX万元，见【】和《 》。
   |                                         ^^^^
   |
建议: 填写实际内容，或者删去

警告[W028]: “《 》”还没有填写
  --> content/栏目/通知/notice.md:13:27
   |
13 | 于××月××日前报送（待定），罚款XX万元，见【】和《 》。
   |                                               ^^^^^
   |
建议: 填写实际内容，或者删去
"#]]
        );
    }

    #[test]
    fn gaps_of_numbers_and_tables_are_shown() {
        assert_eq!(body("见某应急〔××××〕5号。").matches("“××××”还没有填写").count(), 1);
        let table = TABLE.replace("内容: 开展检查。", "内容: 待定");
        assert_eq!(printed(&["W028"], &[("栏目/通知/tasks.yaml", &table)]).matches("W028").count(), 1);
    }

    #[test]
    fn what_is_hidden_on_purpose_stays() {
        for text in [
            "张某某、李××、××公司、××村，电话138××××1234。",
            "身份证号4306**********1234，车牌湘F×××12。",
            "待定岗位人员，时间待定的另行通知，等待定期检查。",
            "同意（ ）不同意（ ），3×5米，型号XXL。",
            "20××届毕业生，【重要】通知，《办法》。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        let example =
            NOTICE.replace("现通知如下。", "于××月××日前报送。").replace("标题:", "示例: true\n标题:");
        assert_eq!(printed(&["W028"], &[("栏目/通知/notice.md", &example)]), "");
    }
}
