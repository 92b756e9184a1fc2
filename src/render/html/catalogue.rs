//! 政府信息公开目录: its pages.

use serde::Serialize;

use crate::error::Error;
use crate::model::catalogue::{Entry, HEADS, NAME};
use crate::render::html::page::{Page, Subject};
use crate::render::html::view::Download;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// What the catalogue is, for its meta tag.
const ABOUT: &str = "本站公开的全部政府信息的索引号、名称、内容概述、生成日期";

/// One page, or as many as the notices need.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let pages = routes::catalogue_pages(edition.project.notices.len());
    let page = |n| {
        let path = OutputPath::new(&routes::catalogue(n))?;
        Ok(Artifact::new(path, move || page(edition, n, pages)))
    };
    (0..pages).map(page).collect()
}

/// `catalog.html`.
#[derive(Debug, Serialize)]
struct CatalogueView<'p> {
    /// What every page has.
    page: Page<'p>,
    /// How many entries there are on all pages.
    count: usize,
    /// 索引号, 名称, 内容概述, 生成日期.
    heads: [&'static str; 4],
    /// The entries of this page.
    entries: Vec<EntryView<'p>>,
    /// The workbook and the data.
    downloads: Vec<Download>,
    /// The number of this page, from 1.
    number: usize,
    /// How many pages there are.
    pages: usize,
    /// The links to the first, the previous, the next and the last page.
    links: [String; 4],
}

/// An entry.
#[derive(Debug, Serialize)]
struct EntryView<'p> {
    /// Its texts, under the heads.
    texts: &'p [std::borrow::Cow<'p, str>; 4],
    /// The notice's page.
    href: String,
}

/// The page of that number, from 0.
fn page(edition: &Edition<'_>, number: usize, pages: usize) -> Result<Vec<u8>, Error> {
    let here = routes::catalogue(number);
    let all = &edition.catalogue().entries;
    let entry = |entry: &'_ Entry<'_>| link::relative(&here, &routes::notice(entry.notice));
    let entries = all.iter().skip(number * routes::ENTRIES_PER_PAGE).take(routes::ENTRIES_PER_PAGE);
    let to = |page: usize| link::relative(&here, &routes::catalogue(page));
    let file = |path: &str| Download::new(&here, path, NAME, None);
    let subject = Subject::List { name: NAME, about: ABOUT, address: routes::CATALOGUE };
    let view = CatalogueView {
        page: Page::new(edition.project, &here, NAME, subject),
        count: all.len(),
        heads: HEADS,
        entries: entries.map(|e| EntryView { texts: &e.texts, href: entry(e) }).collect(),
        downloads: [routes::CATALOGUE_BOOK, routes::CATALOGUE_CSV, routes::CATALOGUE_JSON].map(file).into(),
        number: number + 1,
        pages,
        links: [to(0), to(number.saturating_sub(1)), to((number + 1).min(pages - 1)), to(pages - 1)],
    };
    edition.theme.page("catalog.html", &view)
}
