//! Papers from outside, imported and built: the visible words of paper and table, line by line, beside the words of the page
//! that ships or of the page that was imported.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::process::{Command, Stdio};

use gongkai::read::document::Limits;
use gongkai::read::import::{ImportedPaper, import_paper};
use scraper::{ElementRef, Html, Node, Selector};
use serde_json::json;
use snapbox::str;

use crate::support::notices::{difference, narrow};
use crate::support::office::convert;
use crate::support::{NOTICE, Project, assert_snapshot, repository, scratch};

/// The visible lines of a page's content: a paragraph or cell each, divided where its lines end.
fn lines(page: &str) -> String {
    const BLOCKS: [&str; 9] = ["p", "td", "th", "li", "dt", "dd", "h1", "h2", "h3"];
    let page = Html::parse_document(page);
    let is_block = |element: &ElementRef<'_>| BLOCKS.contains(&element.value().name());
    let blocks = page.root_element().descendants().filter_map(ElementRef::wrap).filter(is_block);
    let lowest = blocks
        .filter(|block| !block.descendants().skip(1).filter_map(ElementRef::wrap).any(|e| is_block(&e)));
    let mut out = String::new();
    for block in lowest {
        let words: String = block
            .descendants()
            .filter_map(|node| match node.value() {
                Node::Text(text) => Some(text.replace('\n', " ")),
                Node::Element(element) if element.name() == "br" => Some("\n".to_owned()),
                _ => None,
            })
            .collect();
        let said = words.lines().map(str::trim).filter(|line| !line.is_empty());
        said.for_each(|line| out.extend([line, "\n"]));
    }
    out
}

/// The lines of the notice that ships.
fn shipped() -> String {
    let project = Project::shipped();
    project.build();
    lines(&fs::read_to_string(project.path(&format!("output/site/{NOTICE}/fragment.html"))).unwrap())
}

/// The lines of an imported notice, built in the place of the one that ships, on the day on which that was published.
fn rebuilt(imported: &ImportedPaper) -> String {
    let project = Project::shipped();
    // The offices of foreign tables.
    project.change(
        "content/offices.yaml",
        "股室:\n",
        "股室:\n  - 食品生产科\n  - 食品经营科\n  - 各监管所\n",
    );
    let folder = format!("content/{NOTICE}");
    fs::remove_dir_all(project.path(&folder)).unwrap();
    for (path, bytes) in &imported.files {
        let text = String::from_utf8_lossy(bytes);
        // A page says when it was published; where nothing does, people fill in the line that waits for the day.
        let text = text.replace(
            "# 发布日期: 年-月-日 时:分 # 在网上发布的日期和时刻，请填写",
            "发布日期: 2024-08-01 10:00",
        );
        // The paper is on the web and says 依申请公开: the bureau accepts that, as it did where the notice ships.
        let text = match text.contains("公开方式: 依申请公开") {
            true => text.replace("\n基本信息:\n", "\n放行:\n  D002: 照登\n基本信息:\n"),
            false => text,
        };
        project.write(&format!("{folder}/{path}"), text.as_bytes());
    }
    // An attachment that the page only names is put into place by people.
    project.write(&format!("{folder}/files/检查表.xlsx"), workbook());
    let run = project.run_on("2026-04-01", &["build"]);
    assert_eq!(run.code(), 0, "{}", run.stderr());
    lines(&fs::read_to_string(project.path(&format!("output/site/{NOTICE}/fragment.html"))).unwrap())
}

fn workbook() -> Vec<u8> {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write_string(0, 0, "检查项目").unwrap();
    book.save_to_buffer().unwrap()
}

/// A file of the notice that ships, as the program makes it.
fn made(is_it: impl Fn(&str) -> bool) -> (String, Vec<u8>) {
    let project = Project::shipped();
    project.build();
    let files: BTreeMap<String, Vec<u8>> =
        project.files(&format!("output/site/{NOTICE}")).into_iter().collect();
    files.into_iter().find(|(path, _)| is_it(path)).unwrap()
}

fn import(name: &str, bytes: &[u8]) -> ImportedPaper {
    import_paper(name, bytes, Limits::default())
}

/// Every line of the notice stands again on the page that is made of its own page.
#[test]
fn our_page_is_published_again() {
    for name in ["index.html", "fragment.html"] {
        let (name, bytes) = made(|path| path == name);
        assert_eq!(difference(&shipped(), &rebuilt(&import(&name, &bytes))), "", "{name}");
    }
}

/// Our own Word document. 基本信息 stands on the page only.
#[test]
fn our_word_file_is_published_again() {
    let (name, bytes) = made(|path| path.ends_with(".docx"));
    assert_snapshot!(
        difference(&shipped(), &rebuilt(&import(&name, &bytes))),
        str![[r#"
- 基本信息
- 所属领域
- 安全生产
- 一级事项
- 政策文件
- 二级事项
- 其他政策文件
- 公开时限
- 信息形成或变更之日起20个工作日内
- 公开方式
- 依申请公开
- 公开依据
- 《政府信息公开条例》
- 公开主体
- 临湘市应急管理局
- 公开层级1
- 县级
- 公开渠道和载体
- 政府网站，两微一端，公开查阅点，政务服务中心
- 公开层级2
- 乡、村级
- 公开渠道和载体
- 政府网站，两微一端，公开查阅点，政务服务中心

"#]]
    );
}

/// Our own Word document, saved by another program, which forgets where our pages begin.
#[test]
#[ignore = "needs LibreOffice"]
fn our_word_file_saved_by_another_program_is_the_same_notice() {
    let (name, bytes) = made(|path| path.ends_with(".docx"));
    let files = |bytes: &[u8]| import(&name, bytes).files;
    let own = files(&bytes);
    let project = Project::empty();
    project.write("a.docx", &bytes);
    let saved = convert(&project, "odt", &[project.path("a.docx")]);
    let again = fs::read(&convert(&project, "docx", &saved)[0]).unwrap();
    assert!(files(&again) == own, "by way of odt");
    let again = fs::read(&convert(&project, "docx", &[project.path("a.docx")])[0]).unwrap();
    assert!(again != bytes && files(&again) == own, "docx");
}

/// The text of the published page, in which whoever gathered it made marks half-width.
#[test]
fn the_text_of_the_page_is_published_again() {
    let bytes = fs::read(repository().join("tests/original.txt")).unwrap();
    let again = rebuilt(&import("页面.txt", &bytes));
    assert_snapshot!(difference(&narrow(&shipped()), &narrow(&again)), str![[r#""#]]);
}

/// The form of a portal's page around a paper: the beginning of the element that holds it, and its end. Names as
/// portals have them; the last are of none.
const PORTALS: [(&str, &str); 9] = [
    ("<div id=\"zoom\">", "</div>"),
    ("<div class=\"xxgk_content\"><div class=\"TRS_Editor\">", "</div></div>"),
    ("<div id=\"UCAP-CONTENT\">", "</div>"),
    ("<ucapcontent>", "</ucapcontent>"),
    ("<div class=\"view TRS_UEDITOR trs_paper_default trs_web\">", "</div>"),
    ("<div class=\"content\"><div id=\"vsb_content\">", "</div></div>"),
    ("<div class=\"article-content\">", "</div>"),
    ("<div class=\"wzcon j-fontContent\">", "</div>"),
    ("<div class=\"k7\"><div class=\"k8\">", "</div></div>"),
];

/// Tags without attributes, but for those of spans.
fn bare(html: &str) -> String {
    let (mut out, mut rest) = (String::new(), html);
    while let Some((words, tag)) = rest.split_once('<') {
        let (tag, behind) = tag.split_once('>').unwrap();
        let mut parts = tag.split(' ');
        out.extend([words, "<", parts.next().unwrap()]);
        parts.filter(|part| part.contains("span=")).for_each(|part| out.extend([" ", part]));
        out.push('>');
        rest = behind;
    }
    out + rest
}

/// The notice on a page of a portal, as its editors write: without styles, indents of spaces, in GBK or UTF-8.
fn portal((begin, end): (&str, &str), is_gbk: bool) -> Vec<u8> {
    let fragment = String::from_utf8(made(|path| path == "fragment.html").1).unwrap();
    let (_, paper) = fragment.split_once("\n\n").unwrap();
    let (paper, _) = paper.rsplit_once("基本信息").unwrap();
    let (paper, _) = paper.rsplit_once("<p").unwrap();
    let bare = bare(paper)
        .replace("<div>", "")
        .replace("</div>", "")
        .replace("<p>", "<p>&nbsp;&nbsp;　")
        .replace("<strong>", "<span><b>")
        .replace("</strong>", "</b></span>");
    let nav = "<li><a href='/a'>政务公开</a></li>".repeat(20);
    let charset = if is_gbk { "gb2312" } else { "utf-8" };
    let page = format!(
        "<!DOCTYPE html><html><head><meta charset=\"{charset}\"><title>关于责任分解的通知_某市人民政府</title>\
         <meta name=\"PubDate\" content=\"2024-08-01 10:00\"></head><body><ul class=nav>{nav}</ul><div>当前位置：首页 &gt; 安全生产</div>\
         <table><tr><td><b>索 引 号：</b>430682/2024-00123</td><td><b>发布机构：</b>临湘市应急管理局</td></tr>\
         <tr><td><b>成文日期：</b>2024-08-01</td><td><b>有 效 性：</b>有效</td></tr></table>\
         <h1>临湘市应急管理局<br>关于2024年贯彻落实“一规划两方案”工作任务措施责任分解的通知</h1><div>【字体：大 中 小】</div>\
         {begin}{bare}{end}<div class=foot>主办：某市人民政府办公室 <a href='/x'>网站地图</a></div></body></html>"
    );
    if is_gbk { encoding_rs::GBK.encode(&page).0.into_owned() } else { page.into_bytes() }
}

/// Pages of portals of every form give the same lines. 基本信息 is that of the portal, which has a field of its own.
#[test]
fn pages_of_portals_are_published_again() {
    let shipped = shipped();
    let (paper, _) = shipped.split_once("基本信息\n").unwrap();
    for (number, form) in PORTALS.into_iter().enumerate() {
        let again = rebuilt(&import("页面.html", &portal(form, number % 2 == 1)));
        assert_eq!(difference(&format!("{paper}基本信息\n有效性\n有效\n"), &again), "", "{form:?}");
    }
}

/// A page that another program wrote: its paper and its table stand on the page that is built of it. Its table
/// stays where it stood, its fields become 发文字号 and 基本信息, and its attachment, which it only names, has a place of its
/// own.
#[test]
fn a_foreign_page_is_published_again() {
    let bytes = fs::read(repository().join("tests/papers/portal-page-gbk.html")).unwrap();
    let page = encoding_rs::GBK.decode(&bytes).0.replace("<div id=\"share\">", "<div hidden>");
    let (_, page) = page.split_once("<h1>").unwrap();
    let again = rebuilt(&import("页面.html", &bytes));
    assert_snapshot!(
        difference(&lines(&format!("<h1>{page}")), &again),
        str![[r#"
+ 某市监发〔2026〕9号
+ 下载：任务分工.xlsx（XLSX）
+ 数据下载：CSV 格式、JSON 格式
+ 附件：检查表
- 附件：检查表.xlsx
+ 附件
+ 下载：检查表.xlsx（XLSX，6 KB）
+ 基本信息
+ 发布机构
+ 市市场监督管理局
+ 主题分类
+ 市场监管
+ 有效性
+ 有效

"#]]
    );
}

/// A Word document of the notice that python-docx writes as people do (`tests/papers/by_hand.py`). 基本信息 stands on the
/// page only.
#[test]
#[ignore = "needs python-docx"]
fn a_word_file_written_by_hand_is_published_again() {
    let (_, page) = made(|path| path == "fragment.html");
    let page = Html::parse_document(std::str::from_utf8(&page).unwrap());
    let scratch = scratch();
    let path = scratch.path().join("通知.docx");
    let script = repository().join("tests/papers/by_hand.py");
    let command = &mut Command::new("python3");
    let mut child = command.arg(script).arg(&path).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(by_hand(&page).to_string().as_bytes()).unwrap();
    assert!(child.wait().unwrap().success());
    let again = rebuilt(&import("通知.docx", &fs::read(path).unwrap()));
    let shipped = shipped();
    let (paper, _) = shipped.split_once("基本信息\n").unwrap();
    assert_eq!(difference(paper, &again), "");
}

/// The notice of a page as the script wants it.
fn by_hand(page: &Html) -> serde_json::Value {
    let all = |css: &str| Selector::parse(css).unwrap();
    let block = |element: ElementRef<'_>| lines(&element.html()).trim_end().to_owned();
    let paragraphs: Vec<String> = page.select(&all("p")).map(block).collect();
    let label = paragraphs.iter().position(|text| text == "附件").unwrap();
    let table = page.select(&all("table")).next().unwrap();
    let span = |cell: &ElementRef<'_>, name| {
        cell.value().attr(name).map_or(1, |span| span.parse::<usize>().unwrap())
    };
    let cell = |cell: ElementRef<'_>| {
        let words = lines(&format!("<table><tr>{}</tr></table>", cell.html()));
        json!([words.trim_end(), span(&cell, "rowspan"), span(&cell, "colspan")])
    };
    let row_of = all("tr");
    let rows = table.select(&row_of).map(|row| row.child_elements().map(cell).collect::<serde_json::Value>());
    let divided = |text: &str| text.lines().map(str::to_owned).collect::<Vec<_>>();
    json!({
        "title": divided(&paragraphs[0]),
        "lines": paragraphs[1..label],
        "label": "附件",
        "table title": divided(&paragraphs[label + 1]),
        "above": paragraphs[label + 2..].iter().take_while(|text| text.starts_with("填报单位")).collect::<Vec<_>>(),
        "rows": rows.collect::<serde_json::Value>(),
    })
}
