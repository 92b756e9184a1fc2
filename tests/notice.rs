//! The published notice, end to end: nothing of the paper is missing, doubled or out of order.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{NOTICE, Project, YEAR_OVER, normalised, repository, visible_text};

/// The page as it was published, as text.
fn original() -> String {
    fs::read_to_string(repository().join("tests/original.txt")).unwrap()
}

fn page() -> String {
    let project = Project::shipped();
    let page = project.build().path(&format!("output/site/{NOTICE}/index.html"));
    fs::read_to_string(page).unwrap()
}

#[test]
fn every_line_of_the_original_is_on_the_page_in_its_order() {
    let seen = normalised(&visible_text(&page()));
    let mut at = 0;
    for line in original().lines() {
        let line = normalised(line);
        let found = seen[at..].find(&line);
        assert!(found.is_some(), "not found behind what came before: {line}");
        at += found.unwrap() + line.len();
    }
}

#[test]
fn nothing_of_the_table_is_doubled() {
    let page = page();
    let table =
        visible_text(&page[page.find("<table class=\"duties\">").unwrap()..page.find("</table>").unwrap()]);
    let original = original();
    let from = original.find("序号").unwrap();
    let to = original.find("基本信息").unwrap();
    let table = normalised(&table);
    let cells = &table[table.find("序号").unwrap()..];
    assert_eq!(cells, normalised(&original[from..to]));
}

/// Below 一、 tasks are （一）, below （一） they are 1.; headings behind them count on with the headings before them.
#[test]
fn levels_of_tasks_follow_the_place_where_they_stand() {
    let task = |name: &str| format!("  - {{名称: {name}, 要求: 做好{name}工作。, 责任股室: 甲股}}\n");
    let table = format!("表名: 表\n列: [工作任务, 责任股室]\n任务:\n{}{}", task("修路"), task("架桥"));
    for (body, expected) in [
        (
            "## 任务\n\n{{任务要求}}\n\n## 要求\n\n抓好。",
            "一、任务（一）修路。做好修路工作。（二）架桥。做好架桥工作。二、要求抓好。",
        ),
        (
            "## 任务\n\n### 工程\n\n{{任务要求}}\n\n### 其他\n\n抓好。",
            "一、任务（一）工程1.修路。做好修路工作。2.架桥。做好架桥工作。（二）其他抓好。",
        ),
    ] {
        let project = Project::empty();
        project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲股]\n");
        project
            .write("content/lan/column.yaml", "名称: 栏目\n")
            .write("content/lan/tongzhi/tasks.yaml", &table);
        project.write(
            "content/lan/tongzhi/notice.md",
            format!("---\n标题: 通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  - {{表: tasks.yaml, 名称: 表}}\n---\n现通知如下。\n\n{body}\n"),
        );
        let page = project.build_later().path("output/site/lan/tongzhi/index.html");
        let seen = normalised(&visible_text(&fs::read_to_string(page).unwrap()));
        assert!(seen.contains(&normalised(expected)), "{seen}");
    }
}

/// A placeholder may name a group of the table; lines of 要求 are paragraphs.
#[test]
fn groups_of_tasks_stand_below_headings_of_their_own() {
    let table = "表名: 表\n列: [工作任务, 责任股室]\n分组:\n  - 通栏: 一、工程\n    任务:\n      - {名称: 修路, 正文标题: 修路, 要求: \"做好修路工作。\\n每月调度。\", 责任股室: 甲股}\n  - 通栏: 二、水利\n    任务:\n      - {名称: 清淤, 正文标题: 清淤, 要求: 清淤三条。, 责任股室: 甲股}\n";
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局\n").write("content/offices.yaml", "股室: [甲股]\n");
    project.write("content/lan/column.yaml", "名称: 栏目\n").write("content/lan/tongzhi/tasks.yaml", table);
    let write = |second: &str| {
        project.write(
            "content/lan/tongzhi/notice.md",
            format!("---\n标题: 通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  - {{表: tasks.yaml, 名称: 表}}\n---\n现通知如下。\n\n## 工程\n\n{{{{任务要求 一、工程}}}}\n\n## 水利\n\n{second}\n\n## 其他\n\n抓好。\n"),
        );
    };
    write("{{任务要求 tasks.yaml 二、水利}}");
    let page = project.build_later().path("output/site/lan/tongzhi/index.html");
    let page = fs::read_to_string(page).unwrap();
    let seen = normalised(&visible_text(&page));
    let expected = "一、工程（一）修路做好修路工作。每月调度。二、水利（一）清淤清淤三条。三、其他抓好。";
    assert!(seen.contains(&normalised(expected)), "{seen}");
    assert!(page.contains("<p>每月调度。</p>"), "{page}");
    for (second, code) in [("", "T011"), ("{{任务要求}}", "T011"), ("{{任务要求 水利}}", "R011")] {
        write(second);
        let run = project.run_on("2024-09-01", &["check"]);
        let said = run.stdout() + &run.stderr();
        assert!(run.code() == 1 && said.contains(code), "{second}: {said}");
    }
}

/// 标题 is to be written without 发文机关. One that begins with it is shown as if it did not, save where it stands
/// alone.
#[test]
fn the_issuing_body_is_not_doubled_before_a_title_that_begins_with_it() {
    let address = |project: &Project| {
        project.change("content/site.yaml", "名称:", "域名: www.example.gov.cn\n名称:");
    };
    let (usual, named) = (Project::shipped(), Project::shipped());
    address(&usual);
    address(&named);
    named.change(&format!("content/{NOTICE}/notice.md"), "标题: 关于", "标题: 临湘市应急管理局关于");
    let files = |project: &Project| project.build().files("output/site");
    let title_alone = [format!("{NOTICE}/data.json"), format!("{NOTICE}/index.html")];
    let mut compared = 0;
    for ((path, usual), (_, named)) in files(&usual).into_iter().zip(files(&named)) {
        // A workbook has the title alone in its properties.
        if named.starts_with(b"PK") || title_alone.contains(&path) {
            continue;
        }
        assert!(usual == named, "{path} differs");
        let title = "临湘市应急管理局关于2024年贯彻落实".as_bytes();
        compared += usize::from(named.windows(title.len()).any(|part| part == title));
    }
    assert!(compared > 10, "home, column, year, lists, search, feed: {compared}");
    let page = fs::read_to_string(named.path(&format!("output/site/{NOTICE}/index.html"))).unwrap();
    assert!(page.contains(
        "<h1 class=\"title\" data-pagefind-meta=\"title\"><span>临湘市应急管理局</span> <span>关于<wbr>2024年"
    ));
    assert!(page.contains("<meta name=\"ArticleTitle\" content=\"临湘市应急管理局关于2024年"), "{page}");
    assert!(page.contains("<title>临湘市应急管理局关于2024年"), "{page}");
}

#[test]
fn the_parts_stand_in_their_order() {
    let page = page();
    let order = [
        "当前位置：",
        "<h1",
        "临湘市应急管理局</span>",
        "工作任务<wbr>措施<wbr>责任分解的<wbr>通知</span>",
        "href=\"#xiangxi\"",
        "href=\"#jiben\"",
        "公开具体内容",
        "class=\"paper\"",
        "class=\"signature\"",
        "附件</h4>",
        "<caption>",
        "填报单位（加盖公章）：",
        "id=\"jiben\"",
        "所属领域",
    ];
    let mut at = 0;
    for part in order {
        at += page[at..].find(part).unwrap_or_else(|| panic!("{part} is missing or too early"));
    }
}

#[test]
fn the_table_is_one_that_a_screen_reader_can_read() {
    let page = scraper::Html::parse_document(&page());
    let all = |css: &str| page.select(&scraper::Selector::parse(css).unwrap()).count();
    assert_eq!(all(".duties caption"), 1);
    assert_eq!(all(".duties thead th[scope=col]"), 5);
    assert_eq!(all(".duties tbody"), 8);
    assert_eq!(all(".duties tbody tr"), 14);
    assert_eq!(all(".duties tbody th[scope=rowgroup][rowspan]"), 5);
    assert_eq!(all(".duties tbody th[scope=row]:not([rowspan])"), 3);
    assert_eq!(all(".duties td.number[rowspan]"), 5);
    assert_eq!(
        all(".duties td.office br"),
        3,
        "非煤矿山股、危化股、工贸股 and 法规股、政工党建办 on lines of their own"
    );
    assert_eq!(all("h1"), 1);
}

#[test]
fn no_link_is_absolute_and_every_link_leads_somewhere() {
    let shipped = Project::shipped();
    shipped.build();
    let year = Project::year();
    assert_eq!(year.run_on(YEAR_OVER, &["build"]).code(), 0);
    for project in [shipped, year] {
        let files = project.files("output/site");
        let html = files.iter().filter(|(path, _)| path.contains(".html"));
        let pages: BTreeMap<&str, scraper::Html> = html
            .map(|(path, bytes)| {
                (path.as_str(), scraper::Html::parse_document(std::str::from_utf8(bytes).unwrap()))
            })
            .collect();
        for (path, page) in &pages {
            let links = scraper::Selector::parse("[href], [src]").unwrap();
            for link in page.select(&links) {
                let target = link.attr("href").or_else(|| link.attr("src")).unwrap();
                // This page is served at any address.
                let target = if *path == "404.html" { target.trim_start_matches('/') } else { target };
                assert!(!target.starts_with('/') && !target.contains("://"), "{path}: {target} is absolute");
                let (file, anchor) = target.split_once('#').unwrap_or((target, ""));
                let file = if file.is_empty() { (*path).to_owned() } else { resolved(path, file) };
                assert!(files.iter().any(|(name, _)| *name == file), "{path}: {target} leads nowhere");
                if !anchor.is_empty() {
                    let anchor = percent_encoding::percent_decode_str(anchor).decode_utf8().unwrap();
                    let there = scraper::Selector::parse(&format!("[id='{anchor}']")).unwrap();
                    assert_eq!(pages[file.as_str()].select(&there).count(), 1, "{path}: {target}");
                }
            }
        }
    }
}

fn resolved(page: &str, link: &str) -> String {
    let mut parts: Vec<&str> = page.split('/').collect();
    parts.pop();
    let link = percent_encoding::percent_decode_str(link).decode_utf8().unwrap();
    for part in link.split('/') {
        if part == ".." {
            assert!(parts.pop().is_some(), "{page}: {link} leaves the site");
        } else {
            parts.push(part);
        }
    }
    parts.join("/")
}
