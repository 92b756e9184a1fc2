//! A report as a progress note: fields in YAML, words as escaped Markdown.

use serde::Serialize;

use crate::text::date::Moment;
use crate::text::markdown;

/// A row as it was filled in.
#[derive(Debug, PartialEq, Eq)]
pub struct Report {
    /// 日期, as 2024-09-30.
    pub dated: String,
    /// 股室.
    pub office: String,
    /// 事项.
    pub item: String,
    /// 举措开头; `None` if 事项 is a 代号.
    pub beginning: Option<String>,
    /// 状态.
    pub status: String,
    /// 填报人.
    pub reporter: Option<String>,
    /// 佐证材料, a line each.
    pub evidence: Vec<String>,
    /// 进展情况.
    pub words: String,
}

/// The fields of a note as they stand in its head.
#[derive(Serialize)]
struct Head<'r> {
    #[serde(rename = "日期")]
    dated: &'r str,
    #[serde(rename = "股室")]
    office: &'r str,
    #[serde(rename = "事项")]
    item: &'r str,
    #[serde(rename = "举措开头", skip_serializing_if = "Option::is_none")]
    beginning: Option<&'r str>,
    #[serde(rename = "状态")]
    status: &'r str,
    #[serde(rename = "佐证材料", skip_serializing_if = "<[String]>::is_empty")]
    evidence: &'r [String],
    #[serde(rename = "填报人", skip_serializing_if = "Option::is_none")]
    reporter: Option<&'r str>,
    #[serde(rename = "公开")]
    public: bool,
    #[serde(rename = "发布日期", skip_serializing_if = "Option::is_none")]
    published: Option<String>,
}

/// The text of the note, public since a time or not yet.
pub fn text(report: &Report, published: Option<Moment>) -> String {
    let head = Head {
        dated: &report.dated,
        office: &report.office,
        item: &report.item,
        beginning: report.beginning.as_deref(),
        status: &report.status,
        evidence: &report.evidence,
        reporter: report.reporter.as_deref(),
        public: published.is_some(),
        published: published.map(|time| time.to_string()),
    };
    // Texts and a truth value cannot fail to be written.
    let head = serde_yaml::to_string(&head).unwrap_or_default();
    format!("---\n{head}---\n{}\n", body(&report.words))
}

/// Whether two notes on one item say the same, whether or not they are public and say how their measure begins.
pub fn says_the_same(a: &str, b: &str) -> bool {
    // Notes of before have no 举措开头, and a position changes with the table.
    let left_out = ["公开:", "发布日期:", "举措开头:", "事项:"];
    let is_compared = |line: &&str| !left_out.iter().any(|key| line.starts_with(key));
    let said = |text: &str| -> Vec<String> {
        let lines = text.trim_end().lines().filter(is_compared);
        lines.map(|line| line.trim_end().to_owned()).collect()
    };
    said(a) == said(b)
}

/// Each line as a paragraph of its own. Empty lines and white space around a line are how it was set, not what
/// it says.
fn body(words: &str) -> String {
    let lines = words.lines().map(str::trim).filter(|line| !line.is_empty());
    lines.map(markdown::escaped).collect::<Vec<_>>().join("\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_reads_as_it_was_filled_in() {
        let report = Report {
            dated: "2024-09-30".to_owned(),
            office: "危化股".to_owned(),
            item: "1.2".to_owned(),
            beginning: Some("开展检查".to_owned()),
            status: "正在推进".to_owned(),
            reporter: Some("~".to_owned()),
            evidence: vec!["台账: 1 份".to_owned()],
            words: "　　检查 12 家。\n\n1. 整改*3*处".to_owned(),
        };
        crate::testing::assert_snapshot!(
            text(&report, None),
            snapbox::str![[r#"
---
日期: 2024-09-30
股室: 危化股
事项: '1.2'
举措开头: 开展检查
状态: 正在推进
佐证材料:
- '台账: 1 份'
填报人: '~'
公开: false
---
检查 12 家。

1\. 整改\*3\*处

"#]]
        );
        assert!(says_the_same(&text(&report, None), &text(&report, Moment::parse("2024-10-08 09:30"))));
    }
}
