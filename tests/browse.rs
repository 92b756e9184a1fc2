//! Finding things: lists over several pages, offices, years, deadlines, and the search.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;
use std::fs;
use std::process::Command;

use gongkai::model::section::RESERVED;
use gongkai::read::{Content, project};
use gongkai::render::{Edition, Theme, plan};
use jiff::civil::date;
use scraper::{Html, Selector};
use snapbox::str;

use crate::support::browser::{look, nu};
use crate::support::dice::Dice;
use crate::support::{NOTICE, Project, YEAR_OVER, assert_snapshot, copy, is_html, repository};

/// A notice with one task of two measures, for two offices and with two deadlines.
fn notice(number: usize, published: &str, body: &str) -> (String, String) {
    let head = format!(
        "标题: 关于第{number}号事项的通知\n发文机关: 某局\n成文日期: {published}\n发布日期: {published} 09:00\n附件:\n  - {{表: biao.yaml, 名称: 分工表}}\n"
    );
    let table = "表名: 分工表\n任务:\n  - 名称: 开展巡查\n    举措:\n      - {内容: 每周巡查。, 责任股室: 危化股, 完成时限: 长期坚持}\n      - {内容: 完成整改。, 责任股室: [工贸股, 危化股], 完成时限: 2024年12月底前}\n";
    (format!("---\n{head}---\n{body}\n"), table.to_owned())
}

/// A project with many notices in one column, and one that differs in another.
fn many(count: usize) -> Vec<(String, String)> {
    let mut files: Vec<(String, String)> = vec![
        ("site.yaml".into(), "名称: 某局政务公开\n".into()),
        ("offices.yaml".into(), "股室:\n  - 危化股\n  - 工贸股\n  - 救灾股\n".into()),
        ("tongzhi/column.yaml".into(), "名称: 通知公告\n".into()),
        ("jihua/column.yaml".into(), "名称: 规划计划\n".into()),
        ("jihua/niandu/column.yaml".into(), "名称: 年度计划\n".into()),
    ];
    for n in 1..=count {
        let (text, table) =
            notice(n, &format!("2024-{:02}-{:02}", n % 8 + 1, n % 28 + 1), "请各单位抓好落实。");
        files.push((format!("tongzhi/n{n:04}/notice.md"), text));
        files.push((format!("tongzhi/n{n:04}/biao.yaml"), table));
    }
    let (text, table) =
        notice(9999, "2023-05-06", "编制ＧＢ／Ｔ 9704格式的年度计划，经局长办公会\n研究同意。");
    let table = table.replace("[工贸股, 危化股]", "救灾股").replace("责任股室: 危化股", "责任股室: 救灾股");
    files.push(("jihua/niandu/plan/notice.md".into(), text));
    files.push(("jihua/niandu/plan/biao.yaml".into(), table));
    files
}

fn built(files: &[(String, String)]) -> Project {
    let project = Project::empty();
    for (path, text) in files {
        project.write(&format!("content/{path}"), text);
    }
    let run = project.run(&["build", "--only", "html", "--only", "search"]);
    assert_eq!(run.code(), 0, "{}{}", run.stdout(), run.stderr());
    project
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(&format!("output/site/{path}"))).unwrap()
}

fn all(page: &str, css: &str) -> Vec<String> {
    let page = Html::parse_document(page);
    let css = Selector::parse(css).unwrap();
    let found = page.select(&css).map(|element| element.text().collect::<String>());
    found.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

/// Every link of every page leads to a file, and every anchor to a place in it.
pub fn assert_links_lead(project: &Project) {
    let site = project.path("output/site");
    let pages: BTreeMap<String, String> = project
        .files("output/site")
        .into_iter()
        .filter(|(path, _)| is_html(path))
        .map(|(path, bytes)| (path, String::from_utf8(bytes).unwrap()))
        .collect();
    for (path, text) in &pages {
        let page = Html::parse_document(text);
        for link in page.select(&Selector::parse("[href], [src], form[action]").unwrap()) {
            let href = link.attr("href").or(link.attr("src")).or(link.attr("action")).unwrap();
            if href.contains("://") || href.starts_with("mailto:") {
                continue;
            }
            // This page is served at any address.
            let href = if path == "404.html" { href.trim_start_matches('/') } else { href };
            let (to, anchor) = href.split_once('#').unwrap_or((href, ""));
            let to = percent_encoding::percent_decode_str(to).decode_utf8().unwrap().into_owned();
            let file =
                if to.is_empty() { site.join(path) } else { site.join(path).parent().unwrap().join(to) };
            let there = fs::read_to_string(&file);
            assert!(file.exists(), "{path}: {href}");
            if !anchor.is_empty() {
                let anchor = percent_encoding::percent_decode_str(anchor).decode_utf8().unwrap();
                assert!(there.unwrap().contains(&format!("id=\"{anchor}\"")), "{path}: {href}");
            }
        }
    }
}

#[test]
fn every_link_leads_somewhere() {
    let project = Project::empty();
    for (path, text) in many(45) {
        project.write(&format!("content/{path}"), text);
    }
    assert_links_lead(project.build());
}

#[test]
fn a_long_column_has_several_pages_and_nothing_is_lost() {
    let project = built(&many(45));
    let mut listed = Vec::new();
    for (name, pager) in [
        ("index.html", "1页，当前页 2 3 下一页"),
        ("index-2.html", "上一页 1 2页，当前页 3 下一页"),
        ("index-3.html", "上一页 1 2 3页，当前页"),
    ] {
        let page = read(&project, &format!("tongzhi/{name}"));
        let nav = all(&page, ".pager > *").join(" ").replace('第', "");
        assert_eq!(nav, pager, "{name}");
        listed.extend(all(&page, ".notices a"));
        assert_eq!(
            all(&page, "title").join("").contains("第"),
            name != "index.html",
            "each has its own title"
        );
    }
    assert!(!project.path("output/site/tongzhi/index-4.html").exists());
    let names: BTreeSet<&String> = listed.iter().collect();
    assert_eq!((listed.len(), names.len()), (45, 45));
    // One page alone needs no numbers.
    assert!(!read(&project, "jihua/niandu/index.html").contains("class=\"pager\""));
}

#[test]
fn the_home_page_has_the_newest_of_each_column() {
    let project = built(&many(45));
    let page = read(&project, "index.html");
    assert_eq!(all(&page, ".newest h2"), ["年度计划", "通知公告"]);
    assert_eq!(all(&page, ".newest section:first-child a").len(), 2);
    assert_eq!(all(&page, ".newest section:last-child .notices a").len(), 5);
    assert_eq!(
        all(&page, "#finding + .choices a"),
        ["搜索", "按股室查找", "按年份查找", "按时限查找", "政府信息公开目录"]
    );
    // The notices of a single section need no second list.
    let shipped = Project::shipped();
    assert!(!read(shipped.build(), "index.html").contains("class=\"newest\""));
}

#[test]
fn offices_years_and_deadlines_have_their_pages() {
    let project = built(&many(45));
    let choices = |path: &str| all(&read(&project, path), ".choices li");
    assert_eq!(choices("offices/index.html"), ["危化股 90项", "工贸股 45项", "救灾股 2项"]);
    assert_eq!(choices("years/index.html"), ["2024年 45项", "2023年 1项"]);
    assert_eq!(choices("deadlines/index.html"), ["2024年12月 46项", "长期坚持 46项"]);
    let office = read(&project, "offices/救灾股/index.html");
    assert_eq!(all(&office, ".paper-row"), ["某局关于第9999号事项的通知"]);
    assert_eq!(all(&office, "td.measure"), ["每周巡查。", "完成整改。"]);
    assert_eq!(all(&office, "td.deadline"), ["长期坚持", "2024年12月底前"]);
    let rows = |path: &str| all(&read(&project, path), "td.measure").len();
    assert_eq!((rows("offices/危化股/index.html"), rows("offices/危化股/index-2.html")), (50, 40));
    let month = read(&project, "deadlines/2024-12/index.html");
    assert!(all(&month, ".paper-row").iter().all(|row| row.starts_with("2024年12月31日 某局")));
    assert_eq!(all(&read(&project, "years/2023/index.html"), ".notices a"), ["某局关于第9999号事项的通知"]);
}

/// Where nothing is to be found by office or deadline, no page and no link says so.
#[test]
fn what_leads_nowhere_is_not_there() {
    let (text, _) = notice(1, "2024-05-06", "正文。");
    let text = text.replace("附件:\n  - {表: biao.yaml, 名称: 分工表}\n", "");
    let mut files = many(0);
    files.truncate(3);
    files.push(("tongzhi/n/notice.md".into(), text));
    let project = built(&files);
    assert_eq!(
        all(&read(&project, "index.html"), "#finding + .choices a"),
        ["搜索", "按年份查找", "政府信息公开目录"]
    );
    assert!(!project.path("output/site/offices").exists() && !project.path("output/site/deadlines").exists());
}

/// Names at the top of a site, beside the folders of sections, are reserved.
#[test]
fn the_site_s_own_names_are_reserved() {
    let project = Project::empty();
    copy(&repository().join("tests/site/portal/content"), &project.path("content"));
    project.build_later();
    let files = project.files("output/site");
    let names: BTreeSet<&str> = files.iter().map(|(path, _)| path.split('/').next().unwrap()).collect();
    let own: Vec<&&str> = names.iter().filter(|name| **name != "zhengce").collect();
    assert!(own.len() > 8 && own.iter().all(|name| RESERVED.contains(name)), "{own:?}");
}

/// The words of every notice that the search page looks through, by the path of their file.
fn words(project: &Project) -> String {
    let files = project.files("output/site/assets").into_iter();
    let data = files.filter(|(path, _)| path.starts_with("search-words"));
    data.map(|(_, bytes)| String::from_utf8(bytes).unwrap()).collect()
}

/// All that a reader of the page sees is found, and nothing that only the bureau knows.
#[test]
fn the_search_data_has_what_is_public_on_the_day_and_nothing_else() {
    let project = Project::year();
    project.run_on(YEAR_OVER, &["build"]);
    let data = words(&project);
    for public in ["一规划两方案", "隐患排查", "二级机构", "长期坚持", "依申请公开", "反三违"]
    {
        let on_page = read(&project, &format!("{NOTICE}/index.html")).contains(public);
        assert!(data.contains(public) || !on_page, "{public}");
    }
    let note = "content/gongkai-lingyu/anquan-shengchan/2024-yigui-liangfangan/progress";
    let mut seen = (0, 0);
    for (path, bytes) in project.files(note) {
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\n---\n").unwrap();
        let public = head.contains("公开: true") || head.contains("公开: 是");
        let sentence: String = body.trim().chars().filter(|c| !c.is_whitespace()).take(18).collect();
        let sentence = sentence.trim_matches(['*', '#']);
        assert_eq!(data.contains(sentence), public, "{path}: {sentence}");
        *(if public { &mut seen.0 } else { &mut seen.1 }) += 1;
    }
    assert!(seen.0 > 5 && seen.1 > 0, "{seen:?}");
    for internal in ["联络人电话", "roster", "13800000000"] {
        assert!(!data.contains(internal), "{internal}");
    }
    // A day before the last note it is not there yet.
    let before = project.run_on("2024-08-29", &["build"]);
    assert_eq!(before.code(), 0);
    assert!(words(&project).len() < data.len());
}

/// A large site's search page.
fn large() -> String {
    let files = many(2000);
    let files: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    let (project, _, _) = project(Content::of_texts(&files), date(2024, 9, 1));
    assert_eq!(project.notices.len(), 2001);
    let theme = Theme::new(&project).unwrap();
    let formats = ["html".to_owned(), "search".to_owned()];
    let edition = Edition::only(&project, &theme, &formats);
    let artifacts = plan(&edition).unwrap();
    assert!(artifacts.iter().all(|artifact| !artifact.path.as_str().contains("search-data")));
    let page = artifacts.iter().find(|artifact| artifact.path.as_str() == "site/search.html").unwrap();
    String::from_utf8(page.make().unwrap()).unwrap()
}

#[test]
fn past_two_thousand_notices_the_search_is_left_to_pagefind() {
    let page = large();
    assert!(page.contains("data-pagefind=\"pagefind/pagefind.js\"") && !page.contains("search-data"));
    assert!(page.contains("本站有2001项"));
}

#[test]
fn the_search_can_be_left_to_the_portal() {
    let mut files = many(1);
    files[0].1.push_str("不显示: 搜索\n");
    let project = built(&files);
    for (path, bytes) in project.files("output/site") {
        assert!(!path.contains("search"), "{path}");
        let text = String::from_utf8_lossy(&bytes);
        assert!(!is_html(&path) || !text.contains("search.html"), "{path}");
    }
}

#[test]
#[ignore = "needs Chromium and Node"]
fn the_three_words_are_found_and_marked() {
    let project = Project::shipped();
    let title = "临湘市应急管理局关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知";
    let expected: String =
        ["一规划两方案", "患排", "二级机构"].iter().fold(String::new(), |mut all, word| {
            writeln!(all, "q={word} → “{word}”共找到 1 项。 → {title} → {word}").unwrap();
            all
        });
    assert_eq!(look(project.build(), "search", &["q=一规划两方案", "q=患排", "q=二级机构"]), expected);
}

#[test]
#[ignore = "needs Chromium and Node"]
fn width_and_case_do_not_matter_and_filters_narrow() {
    let project = built(&many(3));
    let (one, two, three, plan) = (
        "某局关于第1号事项的通知",
        "某局关于第2号事项的通知",
        "某局关于第3号事项的通知",
        "某局关于第9999号事项的通知",
    );
    let cases = [
        ("q=gb/t", format!("“gb/t”共找到 1 项。 → {plan} → ＧＢ／Ｔ")),
        ("q=ＧＢ/Ｔ 年度计划", format!("“ＧＢ/Ｔ 年度计划”共找到 1 项。 → {plan} → ＧＢ／Ｔ | 年度计划")),
        ("q=办公会研究", format!("“办公会研究”共找到 1 项。 → {plan} → 办公会研究")),
        ("q=整改", format!("“整改”共找到 4 项。 → {three} | {two} | {one} | {plan} → 整改")),
        ("q=整改&year=2023", format!("“整改”共找到 1 项。 → {plan} → 整改")),
        ("q=整改&column=规划计划", format!("“整改”共找到 1 项。 → {plan} → 整改")),
        ("q=整改&column=规划计划 > 年度计划", format!("“整改”共找到 1 项。 → {plan} → 整改")),
        ("q=整改&office=工贸股&year=2024", format!("“整改”共找到 3 项。 → {three} | {two} | {one} → 整改")),
        ("q=第2号", format!("“第2号”共找到 1 项。 → {two} → 第2号")),
        ("q=改整", "没有找到“改整”。请减少字数，或者放宽筛选。 →  → ".to_owned()),
        ("q=</script><b>", "没有找到“</script><b>”。请减少字数，或者放宽筛选。 →  → ".to_owned()),
    ];
    let queries: Vec<&str> = cases.iter().map(|(query, _)| *query).collect();
    let expected: String = cases.iter().fold(String::new(), |mut all, (query, found)| {
        writeln!(all, "{query} → {found}").unwrap();
        all
    });
    assert_eq!(look(&project, "search", &queries), expected);
}

/// A duty, a report, a part of the paper: each is a hit of its own with its place; other forms of a word are found,
/// too, and what differs in one character is proposed.
#[test]
#[ignore = "needs Chromium and Node"]
fn each_duty_is_found_where_it_stands() {
    let project = Project::year();
    project.change("content/offices.yaml", "  - 非煤矿山股\n", "  - {名称: 非煤矿山股, 别名: [非煤股]}\n");
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let queries = [
        "q=双重预防",
        "q=非煤股",
        "q=隱患排查",
        "q=\"一规划",
        "q=牵头 救灾",
        "q=隐患排察治理",
        "q=工",
        "q=灾害信息员培训",
    ];
    assert_snapshot!(
        look(&project, "duties", &queries),
        str![[r#"
q=双重预防 → “双重预防”共找到 1 项。
   1.1　加强重点领域监管执法 | 双重预防 双重预防 | #fujian-1:~:text=进一步做好非煤矿山双重预防机制工作
   2024-08-30　非煤矿山双重预防机制第一轮检查（示例） | 双重预防 | #:~:text=非煤矿山双重预防机制第一轮检查
   2024-11-08　非煤矿山双重预防机制复查（示例） | 双重预防 | #:~:text=非煤矿山双重预防机制复查
q=非煤股 → “非煤股”共找到 1 项。
   1.1　加强重点领域监管执法 | 非煤矿山股 | #fujian-1:~:text=非煤矿山股
   1.2　加强重点领域监管执法 | 非煤矿山股 | #fujian-1:~:text=非煤矿山股
   2024-08-30　非煤矿山双重预防机制第一轮检查（示例） | 非煤矿山股 | #:~:text=非煤矿山股
q=隱患排查 → “隱患排查”共找到 1 项。
   1.1　加强重点领域监管执法 | 隐患排查 | #fujian-1:~:text=生产经营单位必须组织建立并落实安全风险分级管控和隐患排查双重预防机制
   1.3　加强重点领域监管执法 | 隐患排查 | #fujian-1:~:text=森林防灭火等方面推进隐患排查治理工作
   7.1　完善乡镇（街道）、村（社区）应急组织体系 | 隐患排查 | #fujian-1:~:text=安全隐患排查为重点的排查整治网
q="一规划 → “"一规划”共找到 1 项。
   - | “一规划 | 
   工作任务 | “一规划 | #xiangxi
   提高政治站位。 | “一规划 | #xiangxi
q=牵头 救灾 → “牵头 救灾”共找到 1 项。
   3.2　健全应急管理预案体系 | 救灾 | #fujian-1:~:text=救灾股
   7.1　完善乡镇（街道）、村（社区）应急组织体系 | 牵头 | #fujian-1:~:text=应急办牵头
   2024-09-30　灾情统计报送和灾害信息员培训（示例） | 救灾 | #:~:text=救灾股
q=隐患排察治理 → 没有找到“隐患排察治理”。是否想找：
  instead: 隐患排查治理
q=工 → 请至少输入两个字。
q=灾害信息员培训 → “灾害信息员培训”共找到 1 项。
   2024-09-30　灾情统计报送和灾害信息员培训（示例） | 灾害信息员培训 | #:~:text=灾情统计报送和灾害信息员培训

"#]]
    );
}

/// Whatever is read on a page is found: stretches of the visible text of each page lead to its notice.
#[test]
#[ignore = "needs Chromium and Node"]
fn what_is_seen_on_any_page_is_found() {
    let project = Project::year();
    assert_eq!(project.run_on(YEAR_OVER, &["build"]).code(), 0);
    let mut dice = Dice::new(7);
    let mut queries = BTreeSet::new();
    for (path, bytes) in project.files(&format!("output/site/{NOTICE}")) {
        if !is_html(&path) || path == "fragment.html" || path == "progress/index.html" {
            continue;
        }
        let page = Html::parse_document(&String::from_utf8(bytes).unwrap());
        let css = Selector::parse(".paper p, .duties tbody :is(td, th)").unwrap();
        for element in page.select(&css) {
            let text = element.text().find(|text| text.trim().chars().count() > 8).unwrap_or_default();
            let text: Vec<char> = text.trim().chars().collect();
            if text.is_empty() {
                continue;
            }
            for _ in 0..3 {
                let start = dice.below(text.len() - 7);
                let words: String = text[start..start + 7].iter().collect();
                if !words.contains(char::is_whitespace) {
                    let words = words.replace('%', "%25").replace('&', "%26").replace('+', "%2B");
                    queries.insert(format!("q={words}"));
                }
            }
        }
    }
    let queries: Vec<&str> = queries.iter().map(String::as_str).take(200).collect();
    assert!(queries.len() > 100, "{}", queries.len());
    let found = look(&project, "found", &queries);
    let lost: Vec<&str> = found.lines().filter(|line| !line.contains("共找到 1 项")).collect();
    assert_eq!((found.lines().count(), lost), (queries.len(), vec![]));
}

/// Pages of several and results of a search are for everyone, too.
#[test]
#[ignore = "needs Chromium, Java and Node"]
fn long_lists_and_results_are_accessible() {
    let project = built(&many(45));
    let pages = [
        "index.html",
        "tongzhi/index-2.html",
        "offices/危化股/index-2.html",
        "deadlines/changqi/index.html",
        "search.html?q=整改",
    ];
    for scenario in ["axe", "width", "keyboard"] {
        assert_eq!(look(&project, scenario, &pages), "", "{scenario}");
    }
    let pages = project.files("output/site").into_iter().map(|(path, _)| path);
    let pages: Vec<String> = pages.filter(|path| is_html(path) && !path.contains("/n0")).collect();
    assert_eq!(nu(&project.path("output/site"), &pages), "");
}

#[test]
#[ignore = "needs Chromium and Node"]
fn the_search_works_with_keys_alone() {
    let project = built(&many(45));
    let printed = look(&project, "keys", &["index.html", "巡查", "3"]);
    let (served, from_disk) = printed.split_at(printed.len() / 2);
    assert_eq!(served, from_disk);
    let lines: Vec<&str> = served.lines().collect();
    assert!(lines[0].starts_with("“巡查”共找到 46 项。 → 某局关于第"), "{}", lines[0]);
    let first: Vec<&str> = lines[0].split(" → ").nth(1).unwrap().split(" | ").collect();
    assert_eq!(first.len(), 8);
    assert_eq!(lines[1], format!("down {} · down 1.1　开展巡查 · up twice q", first[0]));
    assert!(lines[2].starts_with("more: 某局关于第") && lines[2].ends_with(" 16"), "{}", lines[2]);
    assert_eq!(lines[3], "“巡查”共找到 1 项。 → 某局关于第9999号事项的通知 → 巡查");
    assert_eq!(lines[4], "escape: q 0 ");
    assert_eq!(lines[5], "live: status");
}

/// The folder as it was built, indexed by Pagefind: its marks say what is content and what to filter by.
#[test]
#[ignore = "needs Chromium and Node's packages"]
fn pagefind_indexes_the_folder_as_it_is() {
    let project = Project::shipped();
    project.build();
    project.write(
        "output/site/search.html",
        large().replace("<option>通知公告</option>", "<option>公开领域</option>"),
    );
    let indexed = Command::new("node")
        .arg(repository().join("tests/browser/node_modules/pagefind/lib/runner/bin.cjs"))
        .args(["--site".as_ref(), project.path("output/site").as_os_str()])
        .output()
        .unwrap_or_else(|error| panic!("node: {error}"));
    let said = String::from_utf8_lossy(&indexed.stdout).into_owned();
    assert!(indexed.status.success(), "{said}{}", String::from_utf8_lossy(&indexed.stderr));
    assert!(said.contains("Indexed 1 page") && said.contains("Indexed 3 filters"), "{said}");
    let title = "临湘市应急管理局 关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知";
    let printed = look(
        &project,
        "pagefind",
        &[
            "q=一规划两方案",
            "q=一规划两方案&column=公开领域",
            "q=一规划两方案&office=工贸股&year=2024",
            "q=一规划两方案&year=2023",
        ],
    );
    crate::support::assert_snapshot!(
        printed.replace(title, "TITLE"),
        snapbox::str![[r#"
q=一规划两方案 → “一规划两方案”共找到 1 项。 → TITLE → 一规划两方案
q=一规划两方案&column=公开领域 → “一规划两方案”共找到 1 项。 → TITLE → 一规划两方案
q=一规划两方案&office=工贸股&year=2024 → “一规划两方案”共找到 1 项。 → TITLE → 一规划两方案
q=一规划两方案&year=2023 → 没有找到“一规划两方案”。请减少字数，或者放宽筛选。 →  → 

"#]]
    );
}
