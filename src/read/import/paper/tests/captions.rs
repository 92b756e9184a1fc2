//! Lines above tables of duties in attachments, and the cells that findings name.

use super::{document, table, words};
use crate::read::import::paper::import_document;

/// The file of a table below a line, and the places of the findings about its cells.
fn below(line: &str) -> (String, Vec<String>) {
    let head = ["关于抓落实的通知", "各股室：", "请落实。", "附件：任务表", "某局", "2026年3月2日"];
    let mut blocks: Vec<_> = head.into_iter().map(words).collect();
    blocks.extend(["附件", "任务表", line].into_iter().filter(|words| !words.is_empty()).map(words));
    let head = ["序号", "工作任务", "责任股室", "完成时限"];
    blocks.push(table(&[&head, &["1", "落实面积", "粮油股", "3月底"], &["2", "检修农机", "", "4月底"]]));
    let imported = import_document("通知.docx", &document(blocks));
    let (_, yaml) = imported.files.iter().find(|(path, _)| path == "tasks.yaml").unwrap();
    let place = |code: &str| {
        let findings = imported.report.findings().iter().filter(move |finding| finding.code.id == code);
        findings.map(|finding| imported.sources.file(finding.span.file).path.clone()).collect::<Vec<_>>()
    };
    (String::from_utf8(yaml.clone()).unwrap(), place("I067"))
}

/// 填报单位（加盖公章） has its own form; every other line that begins with 填报单位 is published as it is.
#[test]
fn reporting_units() {
    for (line, yaml) in [
        ("填报单位（加盖公章）：", "填报单位: ''\n"),
        ("填报单位（加盖公章）：粮食局", "填报单位: 粮食局\n"),
        ("填报单位：粮食局", "填报单位: 填报单位：粮食局\n"),
        ("填报单位（盖章）：", "填报单位: 填报单位（盖章）：\n"),
        ("填报单位：粮食局　　单位：万亩", "填报单位: 填报单位：粮食局　　单位：万亩\n"),
    ] {
        assert!(below(line).0.starts_with(&format!("表名: 任务表\n{yaml}列:\n")), "{line}");
    }
}

/// The lines above a table are none of its rows.
#[test]
fn cells_are_counted_from_the_first_row_of_the_table() {
    for line in ["", "填报单位：粮食局"] {
        let number = if line.is_empty() { 9 } else { 10 };
        assert_eq!(below(line).1, [format!("通知.docx › 第{number}段的表 › C3")]);
    }
}
