//! 政府信息公开目录: its pages.

use serde::Serialize;

use crate::error::Error;
use crate::model::catalogue::{Entry, HEADS, NAME};
use crate::render::html::page::Page;
use crate::render::html::pager::{ENTRIES, Pager, Paging, title};
use crate::render::html::subject::{List, Subject};
use crate::render::html::view::Download;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// The description of the catalogue in its meta tag.
const ABOUT: &str = "本站公开的全部政府信息的索引号、名称、内容概述、生成日期";

/// One page, or as many as the notices need.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let paging = Paging { first: routes::CATALOGUE, count: edition.project.notices.len(), each: ENTRIES };
    let page = |n| {
        let path = OutputPath::new(&paging.path(n))?;
        Ok(Artifact::new(path, move || page(edition, paging, n)))
    };
    (0..paging.pages()).map(page).collect()
}

/// `catalog.html`.
#[derive(Debug, Serialize)]
struct CatalogueView<'p> {
    /// Number of entries on all pages.
    count: usize,
    /// 索引号, 名称, 内容概述, 生成日期.
    heads: [&'static str; 4],
    /// The entries of this page.
    entries: Vec<EntryView<'p>>,
    /// The workbook and the data.
    downloads: Vec<Download>,
    /// The links to the other pages.
    pager: Option<Pager>,
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
fn page(edition: &Edition<'_>, paging: Paging<'_>, n: usize) -> Result<Vec<u8>, Error> {
    let here = paging.path(n);
    let all = &edition.catalogue.entries;
    let entry = |entry: &'_ Entry<'_>| link::relative(&here, &routes::notice(entry.notice));
    let file = |path: &str| Download::new(&here, path, NAME, None);
    let list = List { name: NAME.into(), about: ABOUT.into(), above: None, is_column: true };
    let page = Page::new(edition.project, &here, title(NAME, n), &Subject::List(list));
    let view = CatalogueView {
        count: all.len(),
        heads: HEADS,
        entries: paging.part(n, all).iter().map(|e| EntryView { texts: &e.texts, href: entry(e) }).collect(),
        downloads: [routes::CATALOGUE_BOOK, routes::CATALOGUE_CSV, routes::CATALOGUE_JSON].map(file).into(),
        pager: paging.pager(n),
    };
    edition.theme.page("catalog.html", &page, &view)
}
