//! What every page has: its name, its meta tags, the way to it, and what a portal's pages have at their foot.

use std::borrow::Cow;

use jiff::civil::Date;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::model::Project;
use crate::model::catalogue;
use crate::model::column::ColumnId;
use crate::model::notice::Notice;
use crate::model::site::{Part, Site};
use crate::render::html::meta::{Meta, meta};
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

/// 进展台账, as links and titles name it.
pub const LEDGER: &str = "进展台账";

/// What a page is about.
#[derive(Clone)]
pub enum Subject<'p> {
    /// The site as a whole.
    Site,
    /// A column.
    Column(ColumnId),
    /// A notice.
    Notice(&'p Notice),
    /// What stands directly below a notice: its ledger, a further page of one of its tables.
    Ledger(Article<'p>),
    /// What stands in the ledger: a note or summary.
    InLedger(Article<'p>),
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

/// A page that belongs to a notice.
#[derive(Clone)]
pub struct Article<'p> {
    /// The notice.
    pub notice: &'p Notice,
    /// Its own title.
    pub title: Cow<'p, str>,
    /// Of which day it is.
    pub day: Date,
    /// Who says so, if that is not the notice's own source.
    pub source: Option<&'p str>,
}

/// What every page has.
#[derive(Debug, Serialize)]
pub struct Page<'p> {
    /// 本站名称.
    pub site: &'p str,
    /// The page's own title.
    pub title: Cow<'p, str>,
    /// 网页标签, as 网页设计规范 orders them.
    pub meta: Vec<Meta<'p>>,
    /// The link to the home page.
    pub home: String,
    /// The link to the stylesheet.
    pub style: String,
    /// The link to the script.
    pub script: String,
    /// The link to the search page.
    pub search: String,
    /// The link to the feed, where there is one.
    pub feed: Option<String>,
    /// 当前位置: the columns from the top down, without the home page.
    pub trail: Vec<Link<'p>>,
    /// The parts that are shown, by the words of 不显示: 页头, 当前位置 …
    pub shows: Vec<&'static str>,
    /// 页脚.
    pub footer: Footer<'p>,
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
    pub fn new(
        project: &'p Project,
        here: &str,
        title: impl Into<Cow<'p, str>>,
        subject: Subject<'p>,
    ) -> Self {
        let site = &project.site;
        Self {
            site: &site.name.value,
            title: title.into(),
            trail: trail(project, here, &subject),
            meta: meta(project, here, subject),
            home: href(site, here, routes::HOME),
            style: href(site, here, routes::STYLE),
            script: href(site, here, routes::SCRIPT),
            search: href(site, here, routes::SEARCH),
            feed: site.address.as_ref().map(|_| href(site, here, routes::FEED)),
            shows: Part::ALL.iter().filter(|(_, part)| site.shows(*part)).map(|(word, _)| *word).collect(),
            footer: footer(site, here),
        }
    }
}

/// The way down to a page, without the home page and the page itself where it is no column.
fn trail<'p>(project: &'p Project, here: &str, subject: &Subject<'p>) -> Vec<Link<'p>> {
    let link = |text: &'p str, to: &str| Link { text: text.into(), href: href(&project.site, here, to) };
    let columns = |id: ColumnId| {
        let columns = project.trail(id).into_iter();
        columns.map(|column| link(&column.name.value, &routes::column(column))).collect::<Vec<_>>()
    };
    let notice = |article: &Article<'p>| {
        let mut links = columns(article.notice.column);
        links.push(link(&article.notice.title.value, &routes::notice(article.notice)));
        links
    };
    match subject {
        Subject::Site => Vec::new(),
        Subject::List { name, address, .. } => vec![link(name, address)],
        Subject::Column(id) => columns(*id),
        Subject::Notice(notice) => columns(notice.column),
        Subject::Ledger(article) => notice(article),
        Subject::InLedger(article) => {
            let mut links = notice(article);
            links.push(link(LEDGER, &routes::ledger(article.notice)));
            links
        }
    }
}

/// The link from a page to another. The page for what does not exist is shown under any address: its links begin
/// at the host, if 域名 says where the section lies there.
fn href(site: &Site, here: &str, to: &str) -> String {
    let host = if here == routes::NOT_FOUND { site.address.as_ref() } else { None };
    host.map_or_else(
        || link::relative(here, to),
        |address| format!("{}{}", address.path(), link::encoded(routes::below_site(to))),
    )
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
    let page = site.address.as_ref()?.of(routes::below_site(here));
    Some(format!("{MISTAKES}?site_code={}&url={}", queried(&code.value), queried(&page)))
}

/// A text within the query of an address.
fn queried(text: &str) -> String {
    utf8_percent_encode(text, NON_ALPHANUMERIC).to_string()
}
