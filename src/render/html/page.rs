//! The head of a page: its name, its meta tags, the way to it. Common to all pages: [`site`](super::site).

use std::borrow::Cow;

use serde::Serialize;

use crate::model::Project;
use crate::model::section::SectionId;
use crate::model::site::{Part, Site};
use crate::render::html::meta::{Meta, page_tags};
use crate::render::html::site::queried;
use crate::render::html::subject::{Article, Subject};
use crate::render::html::view::Link;
use crate::render::routes;
use crate::text::link;

/// Where mistakes on government sites are reported: 我为政府网站找错.
const MISTAKES: &str = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html";

/// 进展台账, as links and titles name it.
pub const LEDGER: &str = "进展台账";

/// The head of a page.
#[derive(Debug, Serialize)]
pub struct Page<'p> {
    /// The page's own title.
    pub title: Cow<'p, str>,
    /// 栏目标签 and 内容页标签.
    pub meta: Vec<Meta<'p>>,
    /// The relative path to the section's own folder: `../../`; empty for a page that lies there.
    pub root: String,
    /// 当前位置: the sections from the top down, without the home page.
    pub trail: Vec<Link<'p>>,
    /// 我为政府网站找错, about this page.
    pub mistakes: Option<String>,
}

impl<'p> Page<'p> {
    /// The head of the page at the path `here`.
    pub fn new(
        project: &'p Project,
        here: &str,
        title: impl Into<Cow<'p, str>>,
        subject: &Subject<'p>,
    ) -> Self {
        Self {
            title: title.into(),
            trail: trail(project, here, subject),
            meta: page_tags(project, here, subject),
            root: root(&project.site, here),
            mistakes: mistakes(&project.site, here),
        }
    }
}

/// The way down to a page, without the home page and the page itself where it is no section.
fn trail<'p>(project: &'p Project, here: &str, subject: &Subject<'p>) -> Vec<Link<'p>> {
    let link = |text: &'p str, to: &str| Link { text: text.into(), href: link::relative(here, to) };
    let sections = |id: SectionId| {
        let sections = project.trail(id).into_iter();
        sections.map(|section| link(&section.name.value, &routes::section(section))).collect::<Vec<_>>()
    };
    let notice = |article: &Article<'p>| {
        let mut links = sections(article.notice.section);
        links.push(link(&article.notice.title.value, &routes::notice(article.notice)));
        links
    };
    match subject {
        Subject::Site => Vec::new(),
        Subject::List { name, address, .. } => vec![link(name, address)],
        Subject::Section(id) => sections(*id),
        Subject::Notice(notice) => sections(notice.section),
        Subject::Ledger(article) => notice(article),
        Subject::InLedger(article) => {
            let mut links = notice(article);
            links.push(link(LEDGER, &routes::ledger(article.notice)));
            links
        }
    }
}

/// The relative path from a page to the section's own folder. The page 404 is shown under any address:
/// there it begins at the host, if 域名 says where the section lies.
fn root(site: &Site, here: &str) -> String {
    let host = if here == routes::NOT_FOUND { site.address.as_ref() } else { None };
    let up = || "../".repeat(routes::below_site(here).matches('/').count());
    host.map_or_else(up, |address| address.path().to_owned())
}

/// The link that reports a mistake on this page, where the site has a code and the page an address.
fn mistakes(site: &Site, here: &str) -> Option<String> {
    let code = site.id_code.as_ref().filter(|_| site.shows(Part::Mistakes))?;
    let page = site.address.as_ref()?.of(routes::below_site(here));
    Some(format!("{MISTAKES}?site_code={}&url={}", queried(&code.value), queried(&page)))
}
