//! 政府信息公开目录 and 基层政务公开标准目录 as page, workbook and data: one text in all of them.

use std::fs;

use scraper::{ElementRef, Html, Node, Selector};
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

/// The words of an element, without the values that only stand on cards.
fn words(element: ElementRef<'_>) -> String {
    let is_card = |node: &Node| node.as_element().is_some_and(|e| e.attr("class") == Some("again"));
    let shown = element.descendants().filter(|node| !node.ancestors().any(|above| is_card(above.value())));
    shown.filter_map(|node| node.value().as_text().map(|text| &**text)).collect()
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
    rows.extend(rows_of_page(&project, "index-2.html"));
    assert_eq!(rows.len(), 121);
    assert!(!project.path("output/site/catalog/index-3.html").exists());
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

const FIELD: &str = "gongkai-lingyu/anquan-shengchan";
const HEAD: [&[&str]; 2] = [
    &[
        "序号",
        "公开事项",
        "公开内容（要素）",
        "公开依据",
        "公开时限",
        "公开主体",
        "公开渠道和载体",
        "公开对象",
        "公开方式",
        "公开层级",
    ],
    &["一级事项", "二级事项", "全社会", "特定群体", "主动", "依申请公开", "县级", "乡级"],
];

/// A catalogue in which values stand on every level.
const CATALOG: &str = "\
领域: 安全生产
渠道: [政府网站, 两微一端, 其他]
事项:
  - 名称: 政策文件
    公开主体: 某局
    公开渠道和载体: [两微一端, 政府网站]
    下级事项:
      - {名称: 法律法规, 公开依据: [《甲》, 《乙》], 公开对象: 全社会, 公开方式: 主动, 公开层级: [县级, 乡级]}
      - {名称: 重要会议, 公开对象: [特定群体, 矿山企业, 化工企业], 公开方式: 依申请公开, 公开层级: 乡级}
  - 名称: 依法行政
";

fn standard(catalog: &str) -> Project {
    let project = Project::shipped();
    project.write(&format!("content/{FIELD}/catalog.yaml"), catalog);
    project
}

#[test]
fn a_field_s_catalogue_has_the_form_of_the_official_ones() {
    let project = standard(CATALOG);
    project.build();
    let page = Html::parse_document(&read(&project, &format!("{FIELD}/biaozhun-mulu.html")));
    let all = |css: &str| -> Vec<String> { page.select(&Selector::parse(css).unwrap()).map(words).collect() };
    assert_eq!(all("thead tr:first-child th"), HEAD[0]);
    assert_eq!(all("thead tr:last-child th"), HEAD[1]);
    let cells = |css: &str| -> Vec<(String, u32)> {
        let cells = Selector::parse(css).unwrap();
        let rows = |cell: ElementRef<'_>| cell.attr("rowspan").map_or(1, |rows| rows.parse().unwrap());
        page.select(&cells).map(|cell| (words(cell), rows(cell))).collect()
    };
    let cell = |text: &str, rows| (text.to_owned(), rows);
    let row = |texts: &[&str]| -> Vec<(String, u32)> { texts.iter().map(|text| cell(text, 1)).collect() };
    let first = cells("tbody:nth-of-type(1) tr:nth-child(1) > *");
    let (head, rest) = first.split_at(7);
    assert_eq!(head[1], cell("政策文件", 2), "一级事项 is merged");
    assert_eq!(head[6], cell("某局", 2), "what is written on it spans its items");
    assert_eq!(
        [&head[0], &head[2], &head[4]],
        [&cell("1", 1), &cell("法律法规", 1), &cell("《甲》《乙》", 1)]
    );
    assert_eq!(rest[0], cell("■政府网站■两微一端□其他", 2), "in the catalogue's order");
    assert_eq!(rest[1..], row(&["√", "", "√", "", "√", "√"]));
    assert_eq!(
        cells("tbody:nth-of-type(1) tr:nth-child(2) > *"),
        row(&["2", "重要会议", "", "", "", "", "√矿山企业化工企业", "", "√", "", "√"])
    );

    let book = fs::read(project.path(&format!("output/site/{FIELD}/biaozhun-mulu.xlsx"))).unwrap();
    let (sheet, data) = (&sheets(&book)[0], &sheets(&book)[1]);
    // Title; 序号 over both tiers; 公开事项, 公开对象, 公开方式 and 公开层级 over their columns; 政策文件 over its items.
    for merge in [
        (0, 0, 0, 13),
        (1, 0, 2, 0),
        (1, 1, 1, 2),
        (1, 8, 1, 9),
        (1, 10, 1, 11),
        (1, 12, 1, 13),
        (3, 1, 4, 1),
    ] {
        assert!(sheet.merges.contains(&merge), "{merge:?} {:?}", sheet.merges);
    }
    assert_eq!(
        (sheet.text(3, 7), sheet.text(3, 8), sheet.text(4, 9)),
        ("■政府网站\n■两微一端\n□其他", "√", "√\n矿山企业\n化工企业")
    );

    // Page, sheet of data, CSV and JSON: the same rows, nothing merged.
    let csv = read(&project, &format!("{FIELD}/biaozhun-mulu.csv"));
    let mut csv = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    let heads: Vec<String> = csv.headers().unwrap().iter().map(str::to_owned).collect();
    let json: Value = serde_json::from_str(&read(&project, &format!("{FIELD}/biaozhun-mulu.json"))).unwrap();
    assert_eq!(json["表名"], "安全生产领域基层政务公开标准目录");
    for (i, record) in csv.records().map(Result::unwrap).enumerate() {
        let line = u32::try_from(i + 1).unwrap();
        for (column, (head, text)) in heads.iter().zip(record.iter()).enumerate() {
            assert_eq!(data.text(line, u32::try_from(column).unwrap()), text);
            assert_eq!(json["行"][i][head], text);
        }
        assert_eq!(&record[1], ["政策文件", "政策文件", "依法行政"][i]);
        assert_eq!(&record[6], ["某局", "某局", ""][i]);
    }
    assert!(read(&project, &format!("{FIELD}/index.html")).contains("href=\"biaozhun-mulu.html\""));
}

#[test]
fn channels_that_are_not_used_can_be_left_out() {
    let project = standard(&CATALOG.replace("事项:\n  -", "列出未用渠道: 否\n事项:\n  -"));
    project.build();
    let page = read(&project, &format!("{FIELD}/biaozhun-mulu.html"));
    assert!(page.contains(">■政府网站<br>■两微一端</td>"), "{page}");
}

#[test]
fn words_that_no_column_has_are_asked_about() {
    let wrong =
        CATALOG.replace("[两微一端, 政府网站]", "[两微一瑞]").replace("公开方式: 主动", "公开方式: 主运");
    let wrong =
        wrong.replace("[县级, 乡级]", "[具级]").replace("  - 名称: 依法行政\n", "  - 公开主体: 某局\n");
    let found = standard(&wrong).run(&["check"]).stdout();
    for words in ["是否想写“两微一端”？", "不认识“主运”", "不认识“具级”", "缺少“名称”"]
    {
        assert!(found.contains(words), "{words}: {found}");
    }
}

#[test]
fn a_third_level_has_a_column() {
    let deep = CATALOG.replace("名称: 法律法规,", "名称: 法律法规, 下级事项: [{名称: 法律}, {名称: 法规}],");
    let project = standard(&deep);
    project.build();
    let csv = read(&project, &format!("{FIELD}/biaozhun-mulu.csv"));
    let mut csv = csv::Reader::from_reader(csv.trim_start_matches('\u{FEFF}').as_bytes());
    assert_eq!(&csv.headers().unwrap()[3], "三级事项");
    let rows: Vec<(String, String)> =
        csv.records().map(Result::unwrap).map(|row| (row[2].to_owned(), row[3].to_owned())).collect();
    let row = |second: &str, third: &str| (second.to_owned(), third.to_owned());
    assert_eq!(rows[..3], [row("法律法规", "法律"), row("法律法规", "法规"), row("重要会议", "")]);
    let deeper = deep.replace("{名称: 法律}", "{名称: 法律, 下级事项: [{名称: 宪法}]}");
    let found = standard(&deeper).run(&["check"]).stdout();
    assert!(found.contains("没有“下级事项”这一项"), "{found}");
}
