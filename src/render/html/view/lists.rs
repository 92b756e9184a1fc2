//! Views of lists: home, sections, years, 查找, 搜索, 网站地图.

use serde::Serialize;

use crate::render::html::overview::OverviewView;
use crate::render::html::pager::Pager;
use crate::render::html::view::link::Link;

/// A section in a list of sections.
#[derive(Debug, Serialize)]
pub struct SectionItem<'p> {
    /// The section.
    pub link: Link<'p>,
    /// 说明.
    pub description: Option<&'p str>,
    /// The sections in it.
    pub children: Vec<Link<'p>>,
}

/// A notice in a list of notices.
#[derive(Debug, Serialize)]
pub struct ListItem<'p> {
    /// 发文机关.
    pub issuer: String,
    /// 标题, without 发文机关 at its beginning.
    pub title: &'p str,
    /// Its page.
    pub href: String,
    /// 发布日期, `2024-08-01`.
    pub day: String,
}

/// `home.html`.
#[derive(Debug, Serialize)]
pub struct HomeView<'p> {
    /// The top sections.
    pub sections: Vec<SectionItem<'p>>,
    /// The newest notices.
    pub newest: Vec<ListItem<'p>>,
    /// The newest notices of each section, if several sections have notices.
    /// Templates of projects know it by its old name.
    #[serde(rename = "by_column")]
    pub by_section: Vec<Newest<'p>>,
    /// The progress of all open notices.
    pub overview: Option<OverviewView>,
    /// Links to 查找: by office, year and deadline.
    pub finding: Vec<Link<'p>>,
}

/// The newest notices of a section.
#[derive(Debug, Serialize)]
pub struct Newest<'p> {
    /// The section.
    pub link: Link<'p>,
    /// Some of its notices, newest first.
    pub notices: Vec<ListItem<'p>>,
}

/// `column.html`: a section or a year.
#[derive(Debug, Serialize)]
pub struct SectionView<'p> {
    /// 名称.
    pub name: &'p str,
    /// 说明.
    pub description: Option<&'p str>,
    /// 基层政务公开标准目录 of its field.
    pub standard: Option<Link<'p>>,
    /// The sections in it.
    pub sections: Vec<SectionItem<'p>>,
    /// Its notices on this page, newest first.
    pub notices: Vec<ListItem<'p>>,
    /// The links to its other pages.
    pub pager: Option<Pager>,
}

/// `choices.html`: the offices, years or months that can be chosen.
#[derive(Debug, Serialize)]
pub struct ChoicesView<'p> {
    /// 按股室查找.
    pub name: &'p str,
    /// A sentence of description.
    pub description: &'p str,
    /// The choices.
    pub choices: Vec<Choice<'p>>,
}

/// An office, year or month.
#[derive(Debug, Serialize)]
pub struct Choice<'p> {
    /// Its page.
    pub link: Link<'p>,
    /// Number of entries: `12项`.
    pub count: String,
}

/// `search.html`.
#[derive(Debug, Serialize)]
pub struct SearchView<'p> {
    /// The link to the script that searches.
    pub search_script: String,
    /// The link to the search data; `None` on a large site, which Pagefind searches.
    pub data: Option<String>,
    /// Number of notices.
    pub count: usize,
    /// Sections with notices, each with its parents: `甲 > 乙`.
    /// Templates of projects know them by their old name.
    #[serde(rename = "columns")]
    pub sections: Vec<String>,
    /// The responsible offices.
    pub offices: Vec<&'p str>,
    /// The years, newest first.
    pub years: Vec<i16>,
    /// Links to 查找, for browsers without scripts.
    pub finding: Vec<Link<'p>>,
}

/// `sitemap.html`: 网站地图.
#[derive(Debug, Serialize)]
pub struct MapView<'p> {
    /// The top sections, each with all sections below it by their relative path: `甲 > 乙`.
    pub sections: Vec<SectionItem<'p>>,
    /// Links to 查找: by office, year and deadline.
    pub finding: Vec<Link<'p>>,
}
