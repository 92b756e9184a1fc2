//! 长表: a table of thousands of rows stands on several pages, and nothing of it is lost or shown twice.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::fs;

use scraper::{Html, Selector};

use crate::browse::assert_links_lead;
use crate::support::browser::{look, nu};
use crate::support::{Project, is_html, visible_text};

const FOLDER: &str = "tongzhi/fenjie";

/// Tasks, as many as rows are left, of 1 to 4 measures; every name and every measure is one of a kind.
fn tasks(rows: usize, mark: &str, indent: &str) -> String {
    let (mut text, mut left) = (String::new(), rows);
    while left > 0 {
        let (task, measures) = (rows - left, left.min(left % 4 + 1));
        writeln!(text, "{indent}- 名称: 任务{mark}{task:05}\n{indent}  举措:").unwrap();
        for n in 0..measures {
            writeln!(
                text,
                "{indent}    - {{内容: 举措{mark}{:05}。, 责任股室: 危化股, 完成时限: 长期坚持}}",
                task + n
            )
            .unwrap();
        }
        left -= measures;
    }
    text
}

/// A table of 2,500 rows: 通栏 over tasks, groups whose cells stand beside all their rows, one of 1,200 among them;
/// 填报单位 and two 表注.
fn mixed() -> String {
    let mut text =
        "表名: 分解表\n填报单位: \"\"\n列: [类别, 序号, 工作任务, 工作举措, 责任股室, 完成时限]\n分组:\n"
            .to_owned();
    write!(text, "  - 通栏: 通栏甲\n    任务:\n{}", tasks(899, "甲", "      ")).unwrap();
    write!(text, "  - 通栏: 通栏乙\n    任务:\n{}", tasks(99, "乙", "      ")).unwrap();
    for (n, rows) in [(1, 60), (2, 40), (3, 1200), (4, 40), (5, 160)] {
        write!(text, "  - 名称: 分组{n}\n    任务:\n{}", tasks(rows, &n.to_string(), "      ")).unwrap();
    }
    text + "表注:\n  - 表注一。\n  - 表注二。\n"
}

/// A table of that many rows and no groups.
fn plain(rows: usize) -> String {
    format!("表名: 清单\n任务:\n{}", tasks(rows, "丁", "  "))
}

/// A notice with these tables attached, and a task in its body.
fn built(site: &str, tables: &[&str]) -> Project {
    let project = Project::empty();
    project.write("content/site.yaml", format!("名称: 某局政务公开\n{site}"));
    project.write("content/offices.yaml", "股室: [危化股, 工贸股]\n");
    project.write("content/tongzhi/column.yaml", "名称: 通知公告\n");
    let mut attached = String::new();
    for n in 1..=tables.len() {
        writeln!(attached, "  - {{表: biao{n}.yaml, 名称: 表{n}}}").unwrap();
    }
    let head = "标题: 关于任务分解的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n";
    project.write(
        &format!("content/{FOLDER}/notice.md"),
        format!(
            "---\n{head}正文任务: zhengwen.yaml\n附件:\n{attached}---\n现通知如下。\n\n## 工作任务\n\n{{{{任务要求}}}}\n"
        ),
    );
    let inline =
        "表名: 正文任务\n任务:\n  - {名称: 开展巡查, 举措: [{内容: 每周巡查。, 责任股室: 危化股}]}\n";
    project.write(&format!("content/{FOLDER}/zhengwen.yaml"), inline);
    for (n, table) in tables.iter().enumerate() {
        project.write(&format!("content/{FOLDER}/biao{}.yaml", n + 1), table);
    }
    let formats = ["html", "fragment", "data", "docx", "xlsx", "search"];
    let run = project.run(&[&["build"], formats.map(|name| ["--only", name]).as_flattened()].concat());
    assert_eq!(run.code(), 0, "{}{}", run.stdout(), run.stderr());
    project
}

fn read(project: &Project, page: &str) -> String {
    fs::read_to_string(project.path(&format!("output/site/{FOLDER}/{page}"))).unwrap()
}

/// The names of a notice's own pages, but for the fragment.
fn pages(project: &Project) -> Vec<String> {
    let files = project.files(&format!("output/site/{FOLDER}")).into_iter().map(|(path, _)| path);
    files.filter(|path| is_html(path) && path != "fragment.html").collect()
}

/// The texts of what a selector finds.
fn all(page: &str, css: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let css = Selector::parse(css).unwrap();
    page.select(&css).map(|element| element.text().collect::<String>().trim().to_owned()).collect()
}

/// The values of a list of tasks as they stand in YAML, in order: what must be on the pages once.
fn names(table: &str) -> Vec<String> {
    let values = table.lines().filter_map(|line| {
        let line = line.trim_start().trim_start_matches("- ");
        let value = ["通栏: ", "名称: ", "{内容: "].iter().find_map(|key| line.strip_prefix(key))?;
        Some(value.split(',').next().unwrap().to_owned())
    });
    values.collect()
}

#[test]
fn every_row_stands_once_in_order_and_blocks_stay_whole() {
    let table = mixed();
    let project = built("", &[&table, &plain(5), &plain(1_001)]);
    assert_eq!(
        pages(&project),
        ["index.html", "table-1-2.html", "table-1-3.html", "table-1-4.html", "table-3-2.html"]
    );
    let notice = read(&project, "index.html");
    let mut rows = Vec::new();
    let mut shown = Vec::new();
    for (n, page) in ["index.html", "table-1-2.html", "table-1-3.html", "table-1-4.html"].iter().enumerate() {
        let page = read(&project, page);
        let within = if n == 0 { "#fujian-1 " } else { "" };
        let select = |css: &str| all(&page, &format!("{within}{css}"));
        shown.push(select(".duties tbody tr").len());
        let texts = select(".duties tbody :is(.section th, th.group, th.task, td.measure)");
        rows.extend(texts.into_iter().filter(|text| !text.is_empty()));
        assert_eq!(select(".duties thead th").join(" "), "类别 序号 工作任务 工作举措 责任股室 完成时限");
        assert_eq!(select(".duties caption .unit"), ["填报单位（加盖公章）："]);
        let notes = select(".duties tfoot td");
        assert_eq!(notes, if n == 3 { vec!["表注一。", "表注二。"] } else { vec![] }, "{n}");
        assert!(page.contains("zeren-fenjie-biao.xlsx") && page.contains("data.csv"), "{n}");
    }
    // 通栏乙 begins the 901st row and its last is the 1,000th; 分组3 has 1,200 rows and stands alone.
    assert_eq!(shown, [1_000, 100, 1_200, 200]);
    assert_eq!(rows, sorted_as_shown(&table));
    // The table after it begins its own pages.
    assert_eq!(all(&notice, "#fujian-3 .duties tbody tr").len(), 998, "the task at the border has 4 rows");
    assert_eq!(
        all(&read(&project, "table-3-2.html"), ".duties tbody td.measure"),
        ["举措丁00998。", "举措丁00999。", "举措丁01000。"]
    );
    assert!(read(&project, "table-3-2.html").contains("href=\"data-3.csv\""));
    assert!(visible_text(&notice).contains("每周巡查。"));
    assert_links_lead(&project);
}

/// As [`names`]: within a row a group stands before the task and the task before the measure, which is the order in
/// which they are written.
fn sorted_as_shown(table: &str) -> Vec<String> {
    let names = names(table);
    let mut counts: BTreeMap<&String, usize> = BTreeMap::new();
    for name in &names {
        *counts.entry(name).or_default() += 1;
    }
    assert!(counts.values().all(|count| *count == 1) && names.len() > 2_500, "{}", names.len());
    names
}

#[test]
fn each_page_says_what_it_shows_and_leads_to_the_others() {
    let project = built("域名: www.example.gov.cn/zwgk\n", &[&mixed()]);
    let notice = read(&project, "index.html");
    let said = |page: &str, css: &str| all(page, css).join("");
    assert_eq!(
        said(&notice, ".rest"),
        "本表共2500行，此处显示前1000行；其余各行见本表第2页至第4页（网址：https://www.example.gov.cn/zwgk/tongzhi/fenjie/index.html），或者下载表1.xlsx。"
    );
    let page = read(&project, "table-1-2.html");
    assert_eq!(said(&page, "h1"), "分解表（第2页）");
    assert_eq!(said(&page, ".trail"), "当前位置：首页 > 通知公告 > 关于任务分解的通知");
    assert!(visible_text(&page).contains("本表共2500行，此处是第1001行至第1100行，开头接上页的“通栏乙”。"));
    assert!(page.contains("<meta name=\"ArticleTitle\" content=\"分解表（第2页）\">"), "{page}");
    assert!(page.contains("content=\"https://www.example.gov.cn/zwgk/tongzhi/fenjie/table-1-2.html\""));
    let links = |page: &str| -> Vec<String> {
        let (page, css) = (Html::parse_document(page), Selector::parse(".pager a").unwrap());
        page.select(&css).map(|a| a.attr("href").unwrap().to_owned()).collect()
    };
    assert_eq!(links(&notice), ["table-1-2.html", "table-1-3.html", "table-1-4.html", "table-1-2.html"]);
    assert_eq!(
        links(&page),
        ["index.html#fujian-1", "index.html#fujian-1", "table-1-3.html", "table-1-4.html", "table-1-3.html"]
    );
    // A fragment pasted elsewhere links back.
    let fragment = read(&project, "fragment.html");
    assert!(fragment.contains(
        "此处显示前1000行；其余各行见<a href=\"https://www.example.gov.cn/zwgk/tongzhi/fenjie/table-1-2.html\">"
    ));
    assert_eq!(all(&fragment, "tbody tr").len(), 1_000);
    assert!(!fragment.contains("table-1-3.html"));
}

#[test]
fn a_page_that_begins_under_a_row_across_the_table_names_it() {
    let table = format!("表名: 表\n分组:\n  - 通栏: 综合监管\n    任务:\n{}", tasks(1_500, "甲", "      "));
    let project = built("", &[&table]);
    let page = visible_text(&read(&project, "table-1-2.html"));
    assert!(page.contains("行至第1501行，开头接上页的“综合监管”。"), "{page}");
    let notice = visible_text(&read(&project, "index.html"));
    assert!(notice.contains("本表第2页（在本公开事项的网页上），或者下载表1.xlsx。"));
}

/// A search narrowed to an office leads to the page on which that office stands.
#[test]
fn pagefind_filters_a_page_by_its_own_offices() {
    let project = built("", &[&(plain(1_000) + &tasks(10, "戊", "  ").replace("危化股", "工贸股"))]);
    let offices = |page: &str| -> Vec<String> {
        let page = read(&project, page);
        let filters = page.split("data-pagefind-filter=\"股室:").skip(1);
        filters.map(|filter| filter.split('"').next().unwrap().to_owned()).collect()
    };
    assert_eq!(offices("index.html"), ["危化股", "工贸股"]);
    assert_eq!(offices("table-1-2.html"), ["工贸股"]);
}

/// The ledger of a long table: its tasks on several pages, its counts on the first, and every link to the page of its item.
#[test]
fn a_long_ledger_stands_on_several_pages() {
    let project = Project::empty();
    project.write("content/site.yaml", "名称: 某局政务公开\n");
    project.write("content/offices.yaml", "股室: [危化股]\n");
    project.write("content/tongzhi/column.yaml", "名称: 通知公告\n");
    let head = "标题: 关于任务分解的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n";
    let notice = format!("---\n{head}附件: [{{表: biao.yaml, 名称: 清单}}]\n---\n现通知如下。\n");
    project.write(&format!("content/{FOLDER}/notice.md"), notice);
    let table = format!(
        "表名: 清单\n任务:\n  - 名称: 长的\n    举措:\n{}",
        "      - {内容: 做, 责任股室: 危化股}\n".repeat(1_200)
    );
    project.write(&format!("content/{FOLDER}/biao.yaml"), table + &tasks(1_300, "甲", "  "));
    for (name, item) in [("a", "1.1200"), ("b", "300")] {
        let note = format!(
            "---\n日期: 2024-08-20\n股室: 危化股\n事项: \"{item}\"\n状态: 已完成\n公开: true\n---\n做完。\n"
        );
        project.write(&format!("content/{FOLDER}/progress/{name}.md"), note);
    }
    let run = project.run(&["build"]);
    assert_eq!(run.code(), 0, "{}{}", run.stdout(), run.stderr());
    let ledgers = ["progress/index.html", "progress/index-2.html", "progress/index-3.html"];
    let pages = ledgers.map(|page| read(&project, page));
    let rows = pages.each_ref().map(|page| all(page, ".rows td.what").len());
    assert_eq!(rows, [1_200, 997, 303]);
    assert!(!project.path(&format!("output/site/{FOLDER}/progress/index-4.html")).exists());
    assert_eq!(pages.each_ref().map(|page| all(page, ".counts").len()), [2, 0, 0]);
    assert_eq!(all(&pages[1], "h1"), ["进展台账（第2页）"]);
    assert_eq!(all(&pages[1], ".pager > *"), ["上一页", "1", "第2页，当前页", "3", "下一页"]);
    let other = read(&project, "table-1-2.html");
    let links = |page: &str, css: &str| -> Vec<String> {
        let (page, css) = (Html::parse_document(page), Selector::parse(css).unwrap());
        page.select(&css).map(|a| a.attr("href").unwrap().to_owned()).collect()
    };
    let note = read(&project, "progress/b.html");
    assert_eq!(links(&note, ".around a"), ["index-3.html#shixiang-300"]);
    let marked: Vec<String> = ["index.html", "table-1-3.html"]
        .iter()
        .flat_map(|page| links(&read(&project, page), ".now"))
        .collect();
    assert_eq!(marked[0], "progress/index.html#shixiang-1-1200");
    assert!(
        marked[1..].iter().all(|link| link.starts_with("progress/index-3.html#shixiang-300-")),
        "{marked:?}"
    );
    assert!(!other.contains("class=\"now\""));
    assert_links_lead(&project);
}

#[test]
fn a_thousand_rows_are_one_page() {
    let project = built("", &[&plain(1_000)]);
    assert_eq!(pages(&project), ["index.html"]);
    let notice = read(&project, "index.html");
    assert_eq!(all(&notice, "#fujian-1 .duties tbody tr").len(), 1_000);
    assert!(!notice.contains("class=\"rest\"") && !notice.contains("class=\"pager\""));
    assert!(!read(&project, "fragment.html").contains("class=\"rest\""));
}

#[test]
#[ignore = "needs Chromium, Java and Node"]
fn the_pages_of_a_long_table_are_accessible() {
    let project = built("", &[&mixed(), &plain(1_001)]);
    // The notice's own has two pagers, and rows without a group beside groups.
    let pages = ["index", "table-1-2", "table-2-2"].map(|page| format!("{FOLDER}/{page}.html"));
    let named = pages.each_ref().map(String::as_str);
    for scenario in ["width", "keyboard", "bare", "quiet"] {
        assert_eq!(look(&project, scenario, &named), "", "{scenario}");
    }
    // A minute for each page of a thousand rows; the others have no part that this one has not.
    assert_eq!(look(&project, "axe", &named[..1]), "");
    assert_eq!(nu(&project.path("output/site"), &pages), "");
}
