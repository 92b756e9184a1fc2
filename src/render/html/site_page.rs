//! 固定栏目: the pages that a site has for them.

use serde::Serialize;

use crate::error::Error;
use crate::model::fixed_place::SitePage;
use crate::render::html::page::Page;
use crate::render::html::paper;
use crate::render::html::subject::Subject;
use crate::render::html::words::Home;
use crate::render::{Artifact, Edition, OutputPath, routes};

/// `page.html`.
#[derive(Debug, Serialize)]
struct SitePageView {
    /// 发布日期, `2024-08-01 10:00`.
    published: Option<String>,
    /// The text, as HTML.
    body: String,
}

/// A page for each fixed place that has its own.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let page = |page: &'e SitePage| {
        Ok(Artifact::new(OutputPath::new(&routes::site_page(page))?, move || html(edition, page)))
    };
    edition.project.site.pages().map(page).collect()
}

fn html(edition: &Edition<'_>, own: &SitePage) -> Result<Vec<u8>, Error> {
    let (project, here) = (edition.project, routes::site_page(own));
    let page = Page::new(project, &here, own.title.value.as_str(), &Subject::Page(own));
    let view = SitePageView {
        published: own.published.as_ref().map(|moment| moment.value.to_string()),
        body: paper::html(&own.body, 2, Home { here: &here, project }),
    };
    edition.theme.page("page.html", &page, &view)
}
