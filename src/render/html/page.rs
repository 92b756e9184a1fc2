//! The head of a page: title, meta tags, 当前位置. Common to all pages: [`site`](super::site).

use std::borrow::Cow;

use serde::Serialize;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::site::{Part, Site};
use crate::render::html::linked;
use crate::render::html::meta::{Meta, description, page_tags};
use crate::render::html::site::queried;
use crate::render::html::subject::Subject;
use crate::render::html::trail::{place, trail};
use crate::render::html::view::Link;
use crate::render::routes;
use crate::text::placeholder::EXAMPLE_LINE;

/// Address of 我为政府网站找错, for reports of mistakes on government sites.
const MISTAKES: &str = "https://zfwzgl.www.gov.cn/exposure/jiucuo.html";

/// The line above a draft.
const DRAFT: &str = "草稿，只在预览中看得到，不会公开";
/// The line above a notice of a day to come.
const EARLY: &str = "还没有到发布日期，只在预览中看得到";

/// The head of a page.
#[derive(Debug, Serialize)]
pub struct Page<'p> {
    /// The page's own title.
    pub title: Cow<'p, str>,
    /// 栏目标签 and 内容页标签.
    pub tags: Vec<Meta<'p>>,
    /// Lines above the content: an example, a draft in the preview.
    pub banners: Vec<&'static str>,
    /// Whether search engines leave the page out.
    pub noindex: bool,
    /// Relative path to the root of the site: `../../`; empty for a page in the root.
    pub root: String,
    /// 当前位置: the sections from the top down, without the home page and the page itself.
    pub trail: Vec<Link<'p>>,
    /// The page itself, as 当前位置 ends with it.
    pub here: Cow<'p, str>,
    /// The address of the page for search engines and for those who pass it on, if 域名 is set.
    pub canonical: Option<String>,
    /// Whether it is an article, for those who pass it on.
    pub is_article: bool,
    /// Its content in one or two sentences.
    pub about: Cow<'p, str>,
    /// Linked data (JSON-LD), of a notice's page.
    pub linked: Option<String>,
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
        let (notice, example) = subject.notice().unzip();
        let is_example_page = matches!(subject, Subject::Page(page) if page.example);
        let example = project.site.example || is_example_page || example.unwrap_or_default();
        let title = title.into();
        let is_page = here != routes::NOT_FOUND;
        Self {
            here: place(project, here, &title, subject),
            canonical: project
                .site
                .address
                .as_ref()
                .filter(|_| is_page)
                .map(|address| address.of(routes::below_site(here))),
            is_article: notice.is_some(),
            about: description(project, subject),
            title,
            banners: banners(project, notice, example),
            noindex: example || matches!(subject, Subject::Withdrawn(..)),
            trail: trail(project, here, subject),
            tags: page_tags(project, here, subject),
            root: root(&project.site, here),
            linked: match subject {
                Subject::Notice(notice) if !example => Some(linked::block(project, notice)),
                _ => None,
            },
            mistakes: mistakes(&project.site, here),
        }
    }
}

/// Lines above the content of a page.
fn banners(project: &Project, notice: Option<&Notice>, example: bool) -> Vec<&'static str> {
    let mut lines = Vec::new();
    // Only the preview makes pages of what is held back.
    if let Some(notice) = notice.filter(|notice| notice.is_held_back(project.today)) {
        lines.push(if notice.public { EARLY } else { DRAFT });
    }
    if example {
        lines.push(EXAMPLE_LINE);
    }
    lines
}

/// Relative path from a page to the root of the site. The page 404 is served at any address: its path is absolute, if
/// 域名 is set.
fn root(site: &Site, here: &str) -> String {
    let host = if here == routes::NOT_FOUND { site.address.as_ref() } else { None };
    let up = || "../".repeat(routes::below_site(here).matches('/').count());
    host.map_or_else(up, |address| address.path().to_owned())
}

/// The link for reporting a mistake on this page, if the site has 网站标识码 and 域名.
fn mistakes(site: &Site, here: &str) -> Option<String> {
    let code = site.id_code.as_ref().filter(|_| site.shows(Part::Mistakes))?;
    let page = site.address.as_ref()?.of(routes::below_site(here));
    Some(format!("{MISTAKES}?site_code={}&url={}", queried(&code.value), queried(&page)))
}
