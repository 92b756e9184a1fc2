//! 搜索: the page which searches the data of the format `search`, or the index of Pagefind.

use crate::error::Error;
use crate::model::section::Section;
use crate::render::html::browse;
use crate::render::html::page::Page;
use crate::render::html::subject::{List, Subject};
use crate::render::html::view::SearchView;
use crate::render::{Edition, routes};
use crate::text::link;

/// 搜索, and its description in its meta tag.
const NAME: &str = "搜索";
const ABOUT: &str = "在本站公开的通知、责任分解表、进展和总结中查找";

/// The page.
pub fn page(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let (browse_index, here) = (&edition.browse_index, routes::SEARCH);
    let holds = |section: &Section| {
        let below = format!("{}/", section.path);
        let mut sections_with_notices =
            project.sections_with_ids().filter(|(id, _)| !browse_index.in_section(*id).is_empty());
        sections_with_notices.any(|(_, other)| other.path == section.path || other.path.starts_with(&below))
    };
    let sections = project.sections_with_ids().filter(|(_, section)| holds(section));
    let list = List { name: NAME.into(), about: ABOUT.into(), above: None, is_column: false };
    let page = Page::new(project, here, NAME, &Subject::List(list));
    let view = SearchView {
        search_script: link::relative(here, routes::SEARCH_SCRIPT),
        data: edition.is_searched().then(|| link::relative(here, routes::SEARCH_DATA)),
        count: project.notices.len(),
        sections: sections.map(|(id, _)| Section::joined(&project.trail(id))).collect(),
        offices: browse_index
            .by_office
            .keys()
            .map(|office| project.register.office(*office).name.value.as_str())
            .collect(),
        years: browse_index.by_year.keys().rev().copied().collect(),
        finding: browse::ways(edition, here),
    };
    edition.theme.page("search.html", &page, &view)
}
