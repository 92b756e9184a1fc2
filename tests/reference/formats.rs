//! The tables of formats and templates, from the program's lists of them and a few words about each.

use gongkai::render::{FORMATS, TEMPLATES};
use gongkai::text::message::{Lang, Words};

/// The words about each format.
const ABOUT_FORMATS: &[(&str, Words)] = &[
    ("html", Words::new("网页，以及它们的样式和脚本", "the pages, their stylesheet and scripts")),
    (
        "fragment",
        Words::new(
            "`fragment.html`：只有内容，供粘贴到门户网站的后台编辑器",
            "`fragment.html`: the content alone, to be pasted into a portal's editor",
        ),
    ),
    (
        "xlsx",
        Words::new(
            "工作簿：`zeren-fenjie-biao.xlsx`，两种目录的 `.xlsx`",
            "workbooks: `zeren-fenjie-biao.xlsx`, the `.xlsx` of both catalogues",
        ),
    ),
    (
        "docx",
        Words::new(
            "每件公开事项的 Word 文件，按《党政机关公文格式》排版",
            "a Word document for each notice, in the form of GB/T 9704",
        ),
    ),
    ("handout", Words::new("各股室的填报表", "a workbook for each office to fill in")),
    (
        "internal",
        Words::new("工作台账、名单、总结汇总、总览", "register of work, names, summaries, overview"),
    ),
    (
        "data",
        Words::new(
            "`data.json`、`data.csv`，两种目录的 `.json`、`.csv`",
            "`data.json` and `data.csv`, the `.json` and `.csv` of both catalogues",
        ),
    ),
    ("feed", Words::new("订阅源 `feed.xml`，要有“域名”", "`feed.xml`, where there is 域名")),
    (
        "sitemap",
        Words::new(
            "`sitemap.xml`，要有“域名”；`robots.txt`",
            "`sitemap.xml`, where there is 域名; `robots.txt`",
        ),
    ),
    ("search", Words::new("搜索用的数据", "the data of the search page")),
    ("files", Words::new("通知的附件和图片，原样复制", "attached files and images, copied as they are")),
];

/// The words about each template.
const ABOUT_TEMPLATES: &[(&str, Words)] = &[
    ("404.html", Words::new("页面不存在", "the page for addresses that do not exist")),
    ("attachment.html", Words::new("一个附件", "an attachment")),
    (
        "base.html",
        Words::new(
            "每一页的外框：页头、页脚、当前位置",
            "the frame of every page: header, footer, the way here",
        ),
    ),
    ("catalog.html", Words::new("政府信息公开目录", "政府信息公开目录")),
    ("chart.html", Words::new("台账里的图", "a chart on a ledger page")),
    (
        "choices.html",
        Words::new("按股室、年份、时限查找的入口", "the entries of the lists by office, year and deadline"),
    ),
    ("column.html", Words::new("栏目", "a column")),
    ("duties.html", Words::new("一个股室或一个月的举措", "the measures of an office or a month")),
    ("favicon.svg", Words::new("浏览器标签上的图标", "the mark in a browser's tab")),
    ("fields.html", Words::new("基本信息", "基本信息")),
    ("fragment.html", Words::new("只有内容的一页，供粘贴", "the content alone, for pasting")),
    ("home.html", Words::new("首页", "the home page")),
    ("ledger-rows.html", Words::new("台账里的各项工作", "the items of a ledger")),
    ("ledger.html", Words::new("进展台账", "the ledger page")),
    ("meta.html", Words::new("网页标签", "the meta tags of a page")),
    ("note.html", Words::new("一篇进展", "a progress report")),
    ("notice.html", Words::new("一份通知", "a notice")),
    (
        "overview-part.html",
        Words::new("总览，首页和总览页都用", "the overview, on the home page and on its own"),
    ),
    ("overview.html", Words::new("总览页", "the page of the overview")),
    ("page.html", Words::new("固定栏目的一页", "a page of 固定栏目")),
    ("pager.html", Words::new("上一页、下一页", "links to the pages before and after")),
    ("paper.html", Words::new("正文和附件", "a paper with its attachments")),
    (
        "placed.html",
        Words::new(
            "正文中间的责任分解表：前面的正文到此为止，后面另起",
            "a table within the text: the text above it ends, and goes on behind it",
        ),
    ),
    ("print.html", Words::new("gongkai pdf 打印的公文", "the paper that `gongkai pdf` prints")),
    ("search.html", Words::new("搜索页", "the search page")),
    ("search.js", Words::new("搜索页的脚本", "the script of the search page")),
    ("site.js", Words::new("各页的脚本", "the script of every page")),
    ("sitemap.html", Words::new("网站地图", "the site map")),
    ("standard.html", Words::new("基层政务公开标准目录", "基层政务公开标准目录")),
    ("style.css", Words::new("样式", "the stylesheet")),
    ("summary.html", Words::new("一份年度总结", "a yearly summary")),
    ("table-part.html", Words::new("长表的后面各页", "a further page of a long table")),
    ("table.html", Words::new("责任分解表", "a table of tasks")),
    ("tools.html", Words::new("字体大小、打印", "type size and printing")),
    ("withdrawn.html", Words::new("撤下的通知的说明页", "the short page of a withdrawn notice")),
];

/// Every format with its folder and its files.
pub fn table(lang: Lang) -> String {
    let names: Vec<&str> = FORMATS.iter().map(|format| format.name).collect();
    assert_eq!(names, ABOUT_FORMATS.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let rows = FORMATS.iter().zip(ABOUT_FORMATS).map(|(format, (name, words))| {
        let folder = if format.public { "site" } else { *name };
        format!("| `{name}` | `output/{folder}` | {} |", words.get(lang))
    });
    let head = lang.pick("| 种类 | 在哪里 | 是什么 |", "| format | where | what |");
    format!("{head}\n|---|---|---|\n{}", rows.collect::<Vec<_>>().join("\n"))
}

/// Every template that a project may replace.
pub fn templates(lang: Lang) -> String {
    let names: Vec<&str> = TEMPLATES.iter().map(|(name, _)| *name).collect();
    assert_eq!(names, ABOUT_TEMPLATES.iter().map(|(name, _)| *name).collect::<Vec<_>>());
    let rows = ABOUT_TEMPLATES.iter().map(|(name, words)| format!("| `{name}` | {} |", words.get(lang)));
    let rows: Vec<String> = rows.collect();
    format!("{}\n|---|---|\n{}", lang.pick("| 模板 | 用于 |", "| template | makes |"), rows.join("\n"))
}
