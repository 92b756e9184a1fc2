//! What every page has: its name, its meta tags, the way to it, and what a portal's pages have at their foot.

use std::borrow::Cow;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::model::Project;
use crate::model::catalogue;
use crate::model::column::{Column, ColumnId};
use crate::model::notice::Notice;
use crate::model::site::{Part, Site};
use crate::render::html::view::Link;
use crate::render::routes;
use crate::source::Located;
use crate::text::link;

/// Where mistakes on government sites are reported: 我为政府网站找错.
const MISTAKES: &str = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html";
/// Where the ministry keeps ICP filings.
const ICP: &str = "https://beian.miit.gov.cn/";
/// Where the police keep filings, by the digits of the number.
const POLICE: &str = "https://beian.mps.gov.cn/#/query/webSearch?code=";
/// Where the mark of a party or government body is shown, by its number.
const MARK: &str = "https://bszs.conac.cn/sitename?method=show&id=";

/// What a page is about.
#[derive(Clone, Copy)]
pub enum Subject<'p> {
    /// The site as a whole.
    Site,
    /// A column.
    Column(ColumnId),
    /// A notice.
    Notice(&'p Notice),
    /// A list over the whole site, such as 政府信息公开目录.
    List {
        /// Its name.
        name: &'static str,
        /// What it is.
        about: &'static str,
        /// Its first page.
        address: &'static str,
    },
}

/// What every page has.
#[derive(Debug, Serialize)]
pub struct Page<'p> {
    /// 本站名称.
    pub site: &'p str,
    /// The page's own title.
    pub title: &'p str,
    /// 网页标签, as 网页设计规范 orders them.
    pub meta: Vec<Meta<'p>>,
    /// The link to the home page.
    pub home: String,
    /// The link to the stylesheet.
    pub style: String,
    /// The link to the script.
    pub script: String,
    /// The link to the feed, where there is one.
    pub feed: Option<String>,
    /// 当前位置: the columns from the top down, without the home page.
    pub trail: Vec<Link<'p>>,
    /// The parts that are shown, by the words of 不显示: 页头, 当前位置 …
    pub shows: Vec<&'static str>,
    /// 页脚.
    pub footer: Footer<'p>,
}

/// A meta tag.
#[derive(Debug, Serialize)]
pub struct Meta<'p> {
    /// `SiteName`.
    pub name: &'static str,
    /// What it says.
    pub content: Cow<'p, str>,
}

/// 页脚.
#[derive(Debug, Serialize)]
pub struct Footer<'p> {
    /// 主办单位.
    pub organiser: Option<&'p str>,
    /// 承办单位.
    pub operator: Option<&'p str>,
    /// 联系方式.
    pub contact: Option<&'p str>,
    /// 网站标识码.
    pub id_code: Option<&'p str>,
    /// ICP备案号, with the ministry's site.
    pub icp: Option<Link<'p>>,
    /// 公安备案号, with its entry.
    pub police: Option<Link<'p>>,
    /// 党政机关网站标识.
    pub mark: Option<Link<'p>>,
    /// 我为政府网站找错, about this page.
    pub mistakes: Option<Link<'p>>,
    /// 政府信息公开目录.
    pub catalogue: Link<'p>,
    /// 网站地图.
    pub map: Link<'p>,
}

impl<'p> Page<'p> {
    /// What a page at the path `here` has.
    pub fn new(project: &'p Project, here: &str, title: &'p str, subject: Subject<'p>) -> Self {
        let site = &project.site;
        let trail = match subject {
            Subject::Site | Subject::List { .. } => Vec::new(),
            Subject::Column(id) => project.trail(id),
            Subject::Notice(notice) => project.trail(notice.column),
        };
        let crumb = |column: &&'p Column| Link {
            text: column.name.value.as_str().into(),
            href: href(site, here, &routes::column(column)),
        };
        let list = match subject {
            Subject::List { name, address, .. } => {
                Some(Link { text: name.into(), href: href(site, here, address) })
            }
            _ => None,
        };
        Self {
            site: &site.name.value,
            title,
            meta: meta(project, here, subject),
            home: href(site, here, routes::HOME),
            style: href(site, here, routes::STYLE),
            script: href(site, here, routes::SCRIPT),
            feed: site.address().map(|_| href(site, here, routes::FEED)),
            trail: trail.iter().map(crumb).chain(list).collect(),
            shows: Part::ALL.iter().filter(|(_, part)| site.shows(*part)).map(|(word, _)| *word).collect(),
            footer: footer(site, here),
        }
    }
}

/// The link from a page to another. The page for what does not exist is shown under any address: its links begin
/// at the host, if 域名 says where the section lies there.
fn href(site: &Site, here: &str, to: &str) -> String {
    match site.address() {
        Some(address) if here == routes::NOT_FOUND => {
            format!("{}{}", address.path(), link::encoded(routes::below_site(to)))
        }
        _ => link::relative(here, to),
    }
}

/// 网站标签, then 栏目标签, then 内容页标签, those that have something to say.
fn meta<'p>(project: &'p Project, here: &str, subject: Subject<'p>) -> Vec<Meta<'p>> {
    let mut tags = Tags(Vec::new());
    let site = &project.site;
    tags.text("SiteName", &site.name.value);
    if let Some(address) = site.address() {
        tags.text("SiteDomain", address.host().to_owned());
    }
    tags.option("SiteIDCode", site.id_code.as_ref());
    match subject {
        Subject::Site => {}
        Subject::List { name, about, .. } => {
            tags.text("ColumnName", name);
            tags.text("ColumnDescription", about);
            tags.text("ColumnKeywords", name);
            tags.text("ColumnType", "信息公开目录");
        }
        Subject::Column(id) => tags.column(project, id),
        Subject::Notice(notice) => {
            tags.column(project, notice.column);
            tags.text("ArticleTitle", notice.full_title());
            tags.text("PubDate", notice.published.value.to_string());
            tags.text("ContentSource", notice.origin());
            tags.text("Keywords", joined(&notice.keywords));
            tags.option("Author", notice.editor.as_ref());
            tags.option("Description", notice.summary.as_ref());
            if let Some(address) = site.address() {
                tags.text("Url", address.of(routes::below_site(here)));
            }
        }
    }
    tags.0
}

/// Gathers meta tags; a blank one is none.
struct Tags<'p>(Vec<Meta<'p>>);

impl<'p> Tags<'p> {
    fn text(&mut self, name: &'static str, content: impl Into<Cow<'p, str>>) {
        let content = content.into();
        if !content.trim().is_empty() {
            self.0.push(Meta { name, content });
        }
    }

    fn option(&mut self, name: &'static str, content: Option<&'p Located<String>>) {
        if let Some(content) = content {
            self.text(name, &content.value);
        }
    }

    fn column(&mut self, project: &'p Project, id: ColumnId) {
        let column = project.column(id);
        self.text("ColumnName", &column.name.value);
        self.option("ColumnDescription", column.description.as_ref());
        let keywords = if column.keywords.is_empty() {
            let names: Vec<&str> =
                project.trail(id).into_iter().map(|column| column.name.value.as_str()).collect();
            names.join(",")
        } else {
            joined(&column.keywords)
        };
        self.text("ColumnKeywords", keywords);
        self.text("ColumnType", column.kind.as_ref().map_or(&column.name.value, |kind| &kind.value));
    }
}

fn joined(words: &[Located<String>]) -> String {
    words.iter().map(|word| word.value.as_str()).collect::<Vec<_>>().join(",")
}

fn footer<'p>(site: &'p Site, here: &str) -> Footer<'p> {
    let text = |text: &'p Option<Located<String>>| {
        text.as_ref().map(|text| text.value.as_str()).filter(|text| !text.trim().is_empty())
    };
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let linked = |text: &'p str, href: String| Link { text: text.into(), href };
    Footer {
        organiser: text(&site.organiser),
        operator: text(&site.operator),
        contact: text(&site.contact),
        id_code: text(&site.id_code),
        icp: text(&site.icp).map(|number| linked(number, ICP.to_owned())),
        police: text(&site.police).map(|number| linked(number, format!("{POLICE}{}", digits(number)))),
        mark: text(&site.mark).map(|id| linked("党政机关网站标识", format!("{MARK}{}", queried(id.trim())))),
        mistakes: mistakes(site, here).map(|href| linked("我为政府网站找错", href)),
        catalogue: linked(catalogue::NAME, href(site, here, routes::CATALOGUE)),
        map: linked("网站地图", href(site, here, routes::MAP)),
    }
}

/// The link that reports a mistake on this page, where the site has a code and the page an address.
fn mistakes(site: &Site, here: &str) -> Option<String> {
    let code = site.id_code.as_ref().filter(|_| site.shows(Part::Mistakes))?;
    let page = site.address()?.of(routes::below_site(here));
    Some(format!("{MISTAKES}?site_code={}&url={}", queried(&code.value), queried(&page)))
}

/// A text within the query of an address.
fn queried(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
