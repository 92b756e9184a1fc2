//! All wording rules together: their fixes leave no finding, and no odd text makes them panic.

use jiff::civil::date;
use proptest::prelude::*;

use crate::check;
use crate::diagnostic::Report;
use crate::diagnostic::print::human;
use crate::read::{Content, project};
use crate::source::Sources;
use crate::testing::{NOTICE, TABLE};
use crate::text::message::Lang;

/// Findings of the wording rules in a project with this notice and table.
fn findings(notice: &str, table: &str) -> (Report, Sources) {
    let files = [
        ("site.yaml", "名称: 某局政务公开\n"),
        ("offices.yaml", "股室:\n  - 危化股\n"),
        ("栏目/column.yaml", "名称: 栏目\n"),
        ("栏目/通知/notice.md", notice),
        ("栏目/通知/tasks.yaml", table),
    ];
    let (project, sources, _) = project(Content::of_texts(&files), date(2024, 9, 1));
    let mut found = Report::default();
    for finding in check::run(&project).findings().iter().filter(|finding| finding.code.id.starts_with('W')) {
        found.push(finding.clone());
    }
    found.sort();
    (found, sources)
}

/// The text of a file with every fix applied, from the end to the beginning.
fn fixed(report: &Report, sources: &Sources, file: &str) -> String {
    let mut fixes: Vec<_> = report.findings().iter().filter_map(|finding| finding.fix.as_ref()).collect();
    fixes.retain(|(span, _)| sources.file(span.file).path.ends_with(file));
    fixes.sort_by_key(|(span, _)| std::cmp::Reverse(span.start));
    let mut text = fixes.first().map_or_else(String::new, |(span, _)| sources.file(span.file).text.clone());
    for (span, right) in fixes {
        text.replace_range(span.range(), right);
    }
    text
}

#[test]
fn the_mends_leave_nothing_to_mend() {
    let notice = NOTICE.replace("主送: 各股室", "发文字号: 某应急[24]第05号").replace("名称: 任务清单", "名称: 任务清单。").replace(
        "现通知如下。",
        "## 一、总体要求\n\n1、各镇(街道),各部门: 请**注意：**按照国办发[2019]54号，自2024年08月01日至2024.9.1，按程序--\
         结合“5.12”防灾减灾日、消防日，等节点，，工作布署《实施（中华人民共和国消防法）办法》",
    );
    let table = TABLE
        .replace("编号: （1）", "编号: \"1、\"")
        .replace("开展检查。", "\"发生--上报(一般事件)。绝大部份\"")
        .replace("要求: 加大力度。", "正文标题: 加强《贯彻《消防法》办法》执法\n    要求: 加大力度，");
    let (found, sources) = findings(&notice, &table);
    let codes: std::collections::BTreeSet<&str> = found.findings().iter().map(|f| f.code.id).collect();
    assert_eq!(codes.len(), 14, "{codes:?}");
    let notice = fixed(&found, &sources, "notice.md");
    let table = fixed(&found, &sources, "tasks.yaml");
    let (left, sources) = findings(&notice, &table);
    assert_eq!(human(&left, &sources, Lang::En), "0 errors, 0 warnings, 0 notes", "{notice}\n{table}");
}

/// The pieces of odd texts.
const PIECES: [&str; 57] = [
    "甲",
    "行",
    "等",
    "年",
    "月",
    "日",
    "号",
    "第",
    "一",
    "（",
    "）",
    "(",
    ")",
    "《",
    "》",
    "“",
    "”",
    "〔",
    "[",
    "]",
    "2024",
    "08",
    "5",
    ".",
    "．",
    "/",
    ",",
    "，",
    "、",
    "。",
    "：",
    ":",
    "-",
    "--",
    "*",
    "**",
    "`",
    "#",
    "## ",
    "\n",
    "\n\n",
    "- ",
    "1. ",
    "| ",
    "|---|\n",
    "\\",
    "&amp;",
    "<b>",
    "http://",
    " ",
    "①",
    "防汛抗行",
    "全国",
    "法",
    "a",
    "😀",
    "\r\n",
];

/// Random texts made of the pieces that rules look for.
fn odd_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(&PIECES[..]);
    prop::collection::vec(pieces, 0..30).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn every_finding_has_a_place(body in odd_text(), cell in odd_text()) {
        let notice = NOTICE.replace("现通知如下。", &body);
        let quoted = format!("内容: {cell:?}");
        let table = TABLE.replace("内容: 开展检查。", &quoted);
        let (found, sources) = findings(&notice, &table);
        for finding in found.findings() {
            let text = &sources.file(finding.span.file).text;
            prop_assert!(text.get(finding.span.range()).is_some_and(|words| !words.is_empty()), "{finding:?}");
            if let Some((span, right)) = &finding.fix {
                prop_assert!(text.get(span.range()).is_some_and(|wrong| wrong != right), "{finding:?}");
            }
        }
        prop_assert!(!human(&found, &sources, Lang::Zh).is_empty());
    }
}
