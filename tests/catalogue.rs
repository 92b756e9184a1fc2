//! 政府信息公开目录 as page, workbook and data: one text in all of them.

use std::fs;

use scraper::{ElementRef, Html, Selector};
use serde_json::Value;

use crate::support::sheet::sheets;
use crate::support::{NOTICE, Project, YEAR_OVER, copy, repository};

const HEADS: [&str; 4] = ["索引号", "名称", "内容概述", "生成日期"];
const PATTERN: &str = "索引号: \"430682/{年}-{流水号4}\"\n";

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(&format!("output/site/{path}"))).unwrap()
}

/// A site of so many notices beside the one that ships; every third has a summary, every second a number.
fn project(more: usize) -> Project {
    let project = Project::shipped();
    let site = fs::read_to_string(project.path("content/site.yaml")).unwrap();
    project.write("content/site.yaml", site + PATTERN);
    for i in 1..=more {
        let summary = if i % 3 == 0 { "内容概述: =1+1 & “甲”，乙\n" } else { "" };
        let number = if i % 2 == 0 { format!("流水号: {i}\n") } else { String::new() };
        let (month, day) = (i % 12 + 1, i % 28 + 1);
        project.write(
            &format!("content/gongkai-lingyu/{i:03}/notice.md"),
            format!(
                "---\n标题: 关于第{i}件事的通知\n发文机关: 某局\n{number}{summary}成文日期: 2023-{month:02}-{day:02}\n\
                 发布日期: 2024-01-08 10:00\n---\n正文。\n"
            ),
        );
    }
    project
}

fn words(element: ElementRef<'_>) -> String {
    element.text().collect()
}

/// The rows of a page of the catalogue, and where each leads.
fn rows_of_page(project: &Project, page: &str) -> Vec<(Vec<String>, String)> {
    let html = Html::parse_document(&read(project, &format!("catalog/{page}")));
    let heads: Vec<String> = html.select(&Selector::parse("thead th").unwrap()).map(words).collect();
    assert_eq!(heads, HEADS);
    let cells = Selector::parse("td, th").unwrap();
    let link = Selector::parse("a").unwrap();
    let row = |row: ElementRef<'_>| {
        let href = row.select(&link).next().unwrap().attr("href").unwrap().to_owned();
        (row.select(&cells).map(words).collect(), href)
    };
    html.select(&Selector::parse("tbody tr").unwrap()).map(row).collect()
}

#[test]
fn page_workbook_and_data_carry_the_same_text() {
    let project = project(120);
    project.build();
    let mut rows = rows_of_page(&project, "index.html");
    assert_eq!(rows.len(), 100);
    rows.extend(rows_of_page(&project, "2.html"));
    assert_eq!(rows.len(), 121);
    assert!(!project.path("output/site/catalog/3.html").exists());
    for (_, href) in &rows {
        assert!(project.path("output/site/catalog").join(href).exists(), "{href}");
    }
    let texts: Vec<Vec<String>> = rows.into_iter().map(|(row, _)| row).collect();
    assert!(texts.windows(2).all(|two| two[0][3] >= two[1][3]), "the newest first");

    let json: Vec<serde_json::Map<String, Value>> =
        serde_json::from_str(&read(&project, "catalog/data.json")).unwrap();
    let of_json = |record: &serde_json::Map<String, Value>| -> Vec<String> {
        HEADS.iter().map(|head| record[*head].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(json.iter().map(of_json).collect::<Vec<_>>(), texts);
    assert_eq!(json[0]["网址"], format!("../{NOTICE}/index.html"));

    let csv = read(&project, "catalog/data.csv");
    let mut csv = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    assert_eq!(csv.headers().unwrap().iter().take(4).collect::<Vec<_>>(), HEADS);
    let plain = |text: &str| text.strip_prefix('\'').unwrap_or(text).to_owned();
    let csv: Vec<Vec<String>> =
        csv.records().map(|record| record.unwrap().iter().take(4).map(plain).collect()).collect();
    assert_eq!(csv, texts);

    let book = fs::read(project.path("output/site/catalog/xinxi-gongkai-mulu.xlsx")).unwrap();
    let sheets = sheets(&book);
    for (sheet, first) in [(&sheets[0], 2), (&sheets[1], 1)] {
        let mut table = vec![vec![String::new(); 4]; texts.len()];
        for (row, column, text) in sheet.cells.iter().filter(|cell| cell.0 >= first) {
            table[usize::try_from(row - first).unwrap()][usize::try_from(*column).unwrap()].clone_from(text);
        }
        assert_eq!(table, texts, "{}", sheet.name);
    }
}

#[test]
fn nothing_is_made_up() {
    let project = project(3);
    project.build();
    let rows = rows_of_page(&project, "index.html");
    let text = |i: usize| rows[i].0.iter().map(String::as_str).collect::<Vec<_>>();
    assert_eq!(text(1), ["", "某局关于第3件事的通知", "=1+1 & “甲”，乙", "2023-04-04"]);
    assert_eq!(text(2), ["430682/2023-0002", "某局关于第2件事的通知", "", "2023-03-03"]);
    assert_eq!(text(3), ["", "某局关于第1件事的通知", "", "2023-02-02"]);
}

/// The point of a written 流水号: what has been published under a number keeps it.
#[test]
fn an_older_notice_changes_no_number_that_is_out() {
    let project = project(4);
    let numbers = || -> Vec<(String, String)> {
        let rows = rows_of_page(project.build(), "index.html");
        rows.into_iter().map(|(row, _)| (row[1].clone(), row[0].clone())).collect()
    };
    let before = numbers();
    project.write(
        "content/gongkai-lingyu/000/notice.md",
        "---\n标题: 补登的通知\n发文机关: 某局\n流水号: 1\n成文日期: 2023-01-01\n发布日期: 2024-09-01 10:00\n---\n正文。\n",
    );
    let after = numbers();
    assert_eq!(after.len(), before.len() + 1);
    assert!(before.iter().all(|entry| after.contains(entry)), "{before:?} {after:?}");
    assert!(after.contains(&("某局补登的通知".to_owned(), "430682/2023-0001".to_owned())));
}

#[test]
fn a_site_without_notices_has_an_empty_catalogue() {
    let project = Project::empty();
    copy(&repository().join("tests/site/portal/content"), &project.path("content"));
    fs::remove_dir_all(project.path("content/zhengce/jiedu/2025-tongbao")).unwrap();
    let run = project.run_on(YEAR_OVER, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    assert!(read(&project, "catalog/index.html").contains("暂无公开事项"));
    assert_eq!(read(&project, "catalog/data.json"), "[]\n");
}
