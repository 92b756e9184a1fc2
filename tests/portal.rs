//! Requirements of a portal's inspection: meta tags, the footer, the feed, the sitemap, and what can be left out.

use std::fs;
use std::path::Path;
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::Event;
use scraper::{Html, Selector};

use crate::support::{NOTICE as FOLLOWED, Project, YEAR_OVER, copy, repository, visible_text};

const NOTICE: &str = "zhengce/jiedu/2025-tongbao";
const ADDRESS: &str = "https://www.example.gov.cn/zwgk/";

fn portal() -> Project {
    let project = Project::empty();
    copy(&repository().join("tests/site/portal/content"), &project.path("content"));
    project
}

fn read(project: &Project, path: &str) -> String {
    fs::read_to_string(project.path(&format!("output/site/{path}"))).unwrap()
}

/// The meta tags of a page that have an initial capital, in order.
fn meta(page: &str) -> Vec<(String, String)> {
    let page = Html::parse_document(page);
    let tags = page
        .select(&Selector::parse("meta[name]").unwrap())
        .map(|tag| (tag.attr("name").unwrap().to_owned(), tag.attr("content").unwrap().to_owned()))
        .collect::<Vec<_>>();
    tags.into_iter().filter(|(name, _)| name.starts_with(char::is_uppercase)).collect()
}

fn pairs(tags: &[(&str, &str)]) -> Vec<(String, String)> {
    tags.iter().map(|(name, content)| ((*name).to_owned(), (*content).to_owned())).collect()
}

const SITE: [(&str, &str); 3] = [
    ("SiteName", "某县应急管理局政务公开"),
    ("SiteDomain", "www.example.gov.cn"),
    ("SiteIDCode", "4306820001"),
];
const COLUMN: [(&str, &str); 4] = [
    ("ColumnName", "解读与通报"),
    ("ColumnDescription", "文件的解读和执行情况的通报"),
    ("ColumnKeywords", "政策文件,解读与通报"),
    ("ColumnType", "政策解读"),
];

#[test]
fn every_page_says_what_it_is() {
    let project = portal();
    project.build_later();
    let name = "某县应急管理局政务公开";
    let about = [
        ("index.html", name, "某县应急管理局政务公开：政策文件"),
        ("404.html", name, "某县应急管理局政务公开：政策文件"),
        ("sitemap.html", "网站地图", "本站的全部栏目和查找方式"),
    ];
    for (page, keywords, description) in about {
        let own = [("Keywords", keywords), ("Description", description)];
        assert_eq!(meta(&read(&project, page)), pairs(&[SITE.as_slice(), &own].concat()), "{page}");
    }
    let own = [("Keywords", "政策文件,解读与通报"), ("Description", "文件的解读和执行情况的通报")];
    let column = [SITE.as_slice(), &COLUMN, &own].concat();
    assert_eq!(meta(&read(&project, "zhengce/jiedu/index.html")), pairs(&column));
    let given = meta(&read(&project, "zhengce/index.html"));
    assert_eq!(given[5..7], pairs(&[("ColumnKeywords", "政策,文件"), ("ColumnType", "政策文件")]));
    let catalogue = [
        ("ColumnName", "政府信息公开目录"),
        ("ColumnDescription", "本站公开的全部政府信息的索引号、名称、内容概述、生成日期"),
        ("ColumnKeywords", "政府信息公开目录"),
        ("ColumnType", "信息公开目录"),
        ("Keywords", "政府信息公开目录"),
        ("Description", "本站公开的全部政府信息的索引号、名称、内容概述、生成日期"),
    ];
    assert_eq!(meta(&read(&project, "catalog/index.html")), pairs(&[SITE.as_slice(), &catalogue].concat()));
    let url = format!("{ADDRESS}{NOTICE}/index.html");
    let article = [
        ("ArticleTitle", "某县应急管理局关于2025年第一季度检查情况的通报"),
        ("PubDate", "2025-04-11 09:30"),
        ("ContentSource", "某县人民政府网"),
        ("Author", "办公室"),
        ("Keywords", "安全检查,通报"),
        ("Description", "通报第一季度检查“三类企业”的情况 & 下一步安排"),
        ("Url", &url),
    ];
    let all = [SITE.as_slice(), &COLUMN, &article].concat();
    assert_eq!(meta(&read(&project, &format!("{NOTICE}/index.html"))), pairs(&all));
}

#[test]
fn without_an_address_nothing_needs_one() {
    let project = Project::shipped();
    project.build_later();
    let names: Vec<String> = project.files("output/site").into_iter().map(|(path, _)| path).collect();
    for name in ["feed.xml", "sitemap.xml"] {
        assert!(!names.contains(&name.to_owned()), "{name}");
    }
    assert_eq!(read(&project, "robots.txt"), "User-agent: *\nDisallow:\n");
    for page in names.iter().filter(|name| name.ends_with("index.html")) {
        let page = read(&project, page);
        assert!(!page.contains("feed.xml") && !page.contains("jiucuo") && !page.contains("\"Url\""));
    }
}

#[test]
fn mistakes_are_reported_with_the_address_of_the_page() {
    let project = portal();
    project.build_later();
    for page in ["index.html", "zhengce/index.html", &format!("{NOTICE}/index.html")] {
        let html = Html::parse_document(&read(&project, page));
        let link = html.select(&Selector::parse("footer a[href*=jiucuo]").unwrap()).next().unwrap();
        let (before, url) = link.attr("href").unwrap().split_once("?site_code=4306820001&url=").unwrap();
        assert_eq!(before, "https://zfwzgl.www.gov.cn/exposure/jiucuo.html");
        assert!(url.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'%'), "{url}");
        let url = percent_encoding::percent_decode_str(url).decode_utf8().unwrap().into_owned();
        assert_eq!(url, format!("{ADDRESS}{page}"));
    }
}

/// Each part is there, and is gone with its word in 不显示; nothing of the content goes with it.
#[test]
fn what_the_portal_has_itself_is_left_out() {
    let parts = [
        ("页头", "class=\"site-head\""),
        ("当前位置", "class=\"trail\""),
        ("搜索", "class=\"site-search\""),
        ("适老模式", "class=\"elder\""),
        ("发布时间", "发布时间："),
        ("来源", "来源："),
        ("字体", "class=\"type-size\""),
        ("打印", "class=\"print\""),
        ("外链提示", "class=\"outside\""),
        ("网站找错", "jiucuo"),
        ("页脚", "class=\"site-foot\""),
    ];
    let page = |hidden: &str| {
        let project = portal();
        project.change("content/site.yaml", "不显示: [来源]\n", hidden);
        read(project.build_later(), &format!("{NOTICE}/index.html"))
    };
    let whole = page("");
    for (word, sign) in parts {
        assert!(whole.contains(sign), "{word}");
        let without = page(&format!("不显示: {word}\n"));
        assert!(!without.contains(sign), "{word}");
        assert!(
            without.contains("按<a href=\"#fujian-1\">附件</a>落实。") && without.contains("id=\"jiben\"")
        );
    }
    let words: Vec<&str> = parts.iter().map(|part| part.0).collect();
    let bare = page(&format!("不显示: [{}]\n", words.join(", ")));
    assert!(parts.iter().all(|(_, sign)| !bare.contains(sign)));
    assert_eq!(words, gongkai::model::site::Part::ALL.map(|(word, _)| word));
}

#[test]
fn an_unknown_part_is_a_finding() {
    let project = portal();
    project.change("content/site.yaml", "不显示: [来源]", "不显示: [页尾, 当前位子]");
    let found = project.run(&["check"]).stdout();
    assert!(found.contains("不认识“页尾”") && found.contains("是否想写“当前位置”？"), "{found}");
}

#[test]
fn only_links_that_leave_the_sites_of_governments_are_marked() {
    let project = portal();
    let page = Html::parse_document(&read(project.build_later(), &format!("{NOTICE}/index.html")));
    let marked: Vec<&str> =
        page.select(&Selector::parse(".outside").unwrap()).map(|link| link.attr("href").unwrap()).collect();
    assert_eq!(marked, ["https://std.example.org/?a=1&b=2"]);
}

#[test]
fn attached_files_say_what_they_are_and_how_large_and_generated_ones_what_they_are() {
    let project = portal();
    let page = read(project.build_later(), &format!("{NOTICE}/index.html"));
    let text = visible_text(&page);
    assert!(text.contains("整改任务分工表.xlsx（XLSX）"), "{text}");
    assert!(text.contains("回执.csv（CSV，17 B）"), "{text}");
}

/// The elements of an XML file, as paths from the top, each with its text.
fn elements(xml: &str) -> Vec<(String, String)> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().trim_text(true);
    let (mut path, mut found) = (Vec::new(), Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => {
                path.push(tag.name().as_ref().to_owned());
                found.push((path.join("/"), String::new()));
            }
            Event::Empty(tag) => {
                let href = tag.attributes().map(Result::unwrap).find(|a| a.key.as_ref() == "href");
                let href = href.map(|a| a.value.into_owned()).unwrap_or_default();
                found.push((format!("{}/{}", path.join("/"), tag.name().as_ref()), href));
            }
            Event::Text(text) => found.last_mut().unwrap().1.push_str(&text),
            Event::GeneralRef(entity) => {
                let text = quick_xml::escape::unescape(&format!("&{};", &*entity)).unwrap().into_owned();
                found.last_mut().unwrap().1.push_str(&text);
            }
            Event::End(_) => drop(path.pop()),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(path.is_empty());
    found
}

fn texts<'e>(elements: &'e [(String, String)], path: &str) -> Vec<&'e str> {
    elements.iter().filter(|element| element.0 == path).map(|element| element.1.as_str()).collect()
}

/// Requirements of RFC 4287 for a feed and its entries; every address is a page of the site.
#[test]
fn the_feed_is_one() {
    let project = portal();
    let feed = read(project.build_later(), "feed.xml");
    assert!(feed.contains("<feed xmlns=\"http://www.w3.org/2005/Atom\""));
    let feed = elements(&feed);
    for (path, text) in [
        ("feed/title", "某县应急管理局政务公开"),
        ("feed/id", "https://www.example.gov.cn/zwgk/index.html"),
        ("feed/updated", "2025-04-11T09:30:00+08:00"),
        ("feed/author/name", "某县人民政府"),
        ("feed/entry/title", "某县应急管理局关于2025年第一季度检查情况的通报"),
        ("feed/entry/updated", "2025-04-11T09:30:00+08:00"),
        ("feed/entry/published", "2025-04-11T09:30:00+08:00"),
        ("feed/entry/author/name", "某县应急管理局"),
        ("feed/entry/summary", "通报第一季度检查“三类企业”的情况&下一步安排"),
    ] {
        let found: Vec<String> = texts(&feed, path).iter().map(|text| text.replace(' ', "")).collect();
        assert_eq!(found, [text], "{path}");
    }
    assert_eq!(texts(&feed, "feed/entry/link"), texts(&feed, "feed/entry/id"));
    assert_eq!(texts(&feed, "feed/link")[1], format!("{ADDRESS}feed.xml"));
    for page in texts(&feed, "feed/entry/link") {
        assert!(project.path(&format!("output/site/{}", page.strip_prefix(ADDRESS).unwrap())).exists());
    }
}

/// A year at an address, its invented reports as those of offices.
fn year_in_earnest() -> Project {
    let project = Project::year();
    project.change("content/site.yaml", "主办单位:", "域名: www.example.gov.cn/zwgk\n主办单位:");
    for (path, bytes) in project.files(&format!("content/{FOLLOWED}")) {
        let text = String::from_utf8(bytes).unwrap();
        project.write(&format!("content/{FOLLOWED}/{path}"), text.replace("\n示例: true\n", "\n"));
    }
    let run = project.run_on(YEAR_OVER, &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    project
}

/// The elements of a feed that ours has, each with the children that RFC 4287 (appendix B) wants and allows: `1` once,
/// `?` at most once, `*` any number, `T` a time, `U` an address, `t` text.
const FEED: [(&str, &str); 8] = [
    (
        "feed",
        "author* category* contributor* generator? icon? id1 link* logo? rights? subtitle? title1 updated1 entry*",
    ),
    (
        "entry",
        "author* category* content? contributor* id1 link* published? rights? source? summary? title1 updated1",
    ),
    ("author", "name1 uri? email?"),
    ("id", "U"),
    ("updated", "T"),
    ("published", "T"),
    ("category", ""),
    ("link", ""),
];

/// A feed of a year, entry by entry, against the grammar.
#[test]
fn every_element_of_a_feed_has_its_children() {
    let feed = read(&year_in_earnest(), "feed.xml");
    let mut reader = Reader::from_str(&feed);
    let mut open: Vec<(String, Vec<String>, String)> = Vec::new();
    let mut seen = 0;
    loop {
        let (name, is_empty) = match reader.read_event().unwrap() {
            Event::Start(tag) => {
                open.push((tag.name().as_ref().to_owned(), Vec::new(), String::new()));
                continue;
            }
            Event::Empty(tag) => (tag.name().as_ref().to_owned(), true),
            Event::End(tag) => (tag.name().as_ref().to_owned(), false),
            Event::Text(text) => {
                if let Some((.., own)) = open.last_mut() {
                    own.push_str(&text);
                }
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let (_, children, text) = if is_empty { Default::default() } else { open.pop().unwrap() };
        judge(&name, &children, text.trim());
        seen += 1;
        if let Some((_, siblings, _)) = open.last_mut() {
            siblings.push(name);
        }
    }
    assert!(seen > 100, "{seen}");
}

fn judge(name: &str, children: &[String], text: &str) {
    let Some((_, grammar)) = FEED.iter().find(|(known, _)| *known == name) else {
        assert!(children.is_empty() && ["title", "name", "summary"].contains(&name), "{name}: {children:?}");
        return;
    };
    match *grammar {
        "T" => assert!(text.parse::<jiff::Timestamp>().is_ok(), "{name}: {text}"),
        "U" => assert!(text.starts_with("https://"), "{name}: {text}"),
        rules => {
            let mut rest = children.to_vec();
            for rule in rules.split_whitespace() {
                let (child, most) = rule.split_at(rule.len() - 1);
                let count = children.iter().filter(|own| *own == child).count();
                assert!(most == "*" || count <= 1 && (most == "?" || count == 1), "{name}: {count} {child}");
                rest.retain(|own| own != child);
            }
            assert!(rest.is_empty(), "{name}: {rest:?}");
        }
    }
}

/// The files that addresses of the site lead to, in order.
fn paths(urls: &[&str]) -> Vec<String> {
    let encoded = urls.iter().map(|url| url.strip_prefix(ADDRESS).unwrap());
    let decoded = encoded.map(|url| percent_encoding::percent_decode_str(url).decode_utf8().unwrap());
    let mut paths: Vec<String> = decoded.map(Into::into).collect();
    paths.sort();
    paths
}

#[test]
fn the_sitemap_holds_every_page() {
    let project = portal();
    let sitemap = read(project.build_later(), "sitemap.xml");
    assert!(sitemap.contains("<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">"));
    let sitemap = elements(&sitemap);
    let listed = paths(&texts(&sitemap, "urlset/url/loc"));
    let files = project.files("output/site");
    let pages = files.iter().map(|(path, _)| path.as_str());
    let pages: Vec<&str> =
        pages.filter(|path| path.ends_with("index.html") || *path == "sitemap.html").collect();
    assert_eq!(listed, pages);
    assert_eq!(texts(&sitemap, "urlset/url/lastmod"), ["2025-04-11"]);
    assert!(read(&project, "robots.txt").ends_with(&format!("Sitemap: {ADDRESS}sitemap.xml\n")));
}

/// Half a year of reports: each public one is in the feed, newest first, and every page of theirs in the sitemap.
#[test]
fn reports_are_in_the_feed_and_the_sitemap() {
    let project = year_in_earnest();
    let feed = elements(&read(&project, "feed.xml"));
    let days: Vec<&str> = texts(&feed, "feed/entry/updated").iter().map(|time| &time[..10]).collect();
    // 18 public notes and the notice.
    assert_eq!((days.len(), days[0], days[18]), (19, "2025-01-10", "2024-08-01"));
    assert!(days.windows(2).all(|two| two[0] >= two[1]), "{days:?}");
    assert_eq!(texts(&feed, "feed/updated"), ["2025-01-10T00:00:00+08:00"]);
    assert_eq!(texts(&feed, "feed/entry/author/name")[0], "非煤矿山股");
    assert!(texts(&feed, "feed/entry/summary")[0].starts_with("（示例）四季度检查矿山企业3家"));
    let sitemap = elements(&read(&project, "sitemap.xml"));
    let listed = paths(&texts(&sitemap, "urlset/url/loc"));
    let pages = project.files("output/site").into_iter().map(|(path, _)| path);
    let pages = pages.filter(|path| path.contains(".html") && path != "404.html" && path != "search.html");
    let pages: Vec<String> = pages.filter(|path| !path.contains("fragment")).collect();
    assert_eq!(listed, pages);
    let note = format!("{FOLLOWED}/progress/2024-08-30-feimei.html");
    assert_eq!(
        meta(&read(&project, &note))[6..],
        pairs(&[
            ("ArticleTitle", "非煤矿山双重预防机制第一轮检查（示例）"),
            ("PubDate", "2024-08-30"),
            ("ContentSource", "非煤矿山股"),
            ("Keywords", "安全生产,应急管理,责任分解"),
            ("Description", REPORT),
            ("Url", &format!("{ADDRESS}{note}")),
        ])
    );
}

/// The beginning of a report, as search engines show it.
const REPORT: &str = "（示例）本月对示例矿山甲、示例矿山乙、示例矿山丙开展双重预防机制运行情况检查，发现问题5处，\
    当场整改2处，其余3处已下达整改通知，要求9月20日前完成。下一步：对3处未整改的问题逐一复查；将检查情况录入工作台账。……";

/// 网站地图 for people leads to every column.
#[test]
fn the_map_leads_to_every_column() {
    let project = portal();
    let page = Html::parse_document(&read(project.build_later(), "sitemap.html"));
    let links: Vec<&str> = page
        .select(&Selector::parse("main .columns a").unwrap())
        .map(|link| link.attr("href").unwrap())
        .collect();
    assert_eq!(links, ["zhengce/index.html", "zhengce/jiedu/index.html"]);
}

/// Pasted into an editor that drops stylesheets and classes, the content is whole and its links lead home.
#[test]
fn a_fragment_stands_alone() {
    let project = portal();
    let text = read(project.build_later(), &format!("{NOTICE}/fragment.html"));
    assert!(!text.contains("class=") && !text.contains("<script") && !text.contains("<link"));
    let fragment = Html::parse_document(&text);
    let page = Html::parse_document(&read(&project, &format!("{NOTICE}/index.html")));
    let words = |html: &Html, css: &str| {
        let text: String = html.select(&Selector::parse(css).unwrap()).flat_map(|e| e.text()).collect();
        text.split_whitespace().collect::<String>()
    };
    let content =
        format!("{}{}", words(&page, "#xiangxi > .paper, #xiangxi > .attachment"), words(&page, ".fields"));
    assert_eq!(words(&fragment, "body"), content);
    let all = |css: &str, name: &str| -> Vec<String> {
        let css = Selector::parse(css).unwrap();
        fragment.select(&css).map(|element| element.attr(name).unwrap().to_owned()).collect()
    };
    assert!(all("td, th", "style").iter().all(|style| style.contains("border: 1px solid")));
    let links = all("a", "href");
    assert!(links.contains(&format!("{ADDRESS}zhengce/index.html")), "{links:?}");
    assert!(links.iter().all(|link| link.starts_with("http") || link.starts_with('#')), "{links:?}");
}

/// Errors that Jing, a part of the Nu checker, finds in an XML file.
fn wrong_by(schema: &str, file: &Path) -> String {
    let checker = repository().join("tests/browser/node_modules/vnu-jar/build/dist/vnu.jar");
    assert!(checker.exists(), "npm ci --prefix tests/browser");
    let output = Command::new("java")
        .arg("-cp")
        .arg(checker)
        .arg("nu.validator.vendor.thaiopensource.relaxng.util.Driver")
        .arg("-c")
        .arg(repository().join("tests/schemas").join(schema))
        .arg(file)
        .output()
        .unwrap_or_else(|error| panic!("java: {error}"));
    assert_eq!(String::from_utf8_lossy(&output.stderr), "", "{schema}");
    let found = String::from_utf8_lossy(&output.stdout).into_owned();
    assert_eq!(output.status.success(), found.is_empty(), "{found}");
    found
}

#[test]
#[ignore = "needs Java and Node's packages"]
fn feed_and_sitemap_are_valid_by_their_schemas() {
    let whole = portal();
    let shipped = Project::clean();
    let empty = portal();
    fs::remove_dir_all(empty.path(&format!("content/{NOTICE}"))).unwrap();
    for project in [&whole, &shipped, &empty] {
        project.build_later();
        for (schema, file) in [("atom.rnc", "feed.xml"), ("sitemap.rnc", "sitemap.xml")] {
            assert_eq!(wrong_by(schema, &project.path(&format!("output/site/{file}"))), "");
        }
    }
    // Each of these breaks one demand of the schemas, which would find nothing if they demanded nothing.
    for (schema, file, from, to) in [
        ("atom.rnc", "feed.xml", "<updated>2025-04-11T09:30:00+08:00</updated>", ""),
        ("atom.rnc", "feed.xml", "T09:30:00+08:00", " 09:30"),
        ("atom.rnc", "feed.xml", "<id>", "<id>a b "),
        ("atom.rnc", "feed.xml", "<entry>", "<entry><title>甲</title>"),
        ("atom.rnc", "feed.xml", "<category term=", "<category name="),
        ("sitemap.rnc", "sitemap.xml", "<loc>https://", "<loc>"),
        ("sitemap.rnc", "sitemap.xml", "<lastmod>2025-04-11", "<lastmod>2025-4-11"),
        ("sitemap.rnc", "sitemap.xml", "</url>\n", "<title/></url>\n"),
    ] {
        let text = read(&whole, file);
        assert!(text.contains(from), "{from}");
        let broken = whole.path("broken.xml");
        fs::write(&broken, text.replace(from, to)).unwrap();
        assert_ne!(wrong_by(schema, &broken), "", "{from} as {to:?}");
    }
}
