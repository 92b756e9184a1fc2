//! 搜索: the page on which a script searches what the format `search` wrote, or what Pagefind made of the folder.

use crate::error::Error;
use crate::model::column::Column;
use crate::render::html::browse;
use crate::render::html::page::{Page, Subject};
use crate::render::html::view::SearchView;
use crate::render::{Edition, routes};
use crate::text::link;

/// The page.
pub fn page(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let (browse, here) = (&edition.browse, routes::SEARCH);
    let holds = |column: &Column| {
        let below = format!("{}/", column.path);
        let mut filled = project.columns_with_ids().filter(|(id, _)| !browse.in_column(*id).is_empty());
        filled.any(|(_, other)| other.path == column.path || other.path.starts_with(&below))
    };
    let columns = project.columns_with_ids().filter(|(_, column)| holds(column));
    let page = Page::new(project, here, "搜索", &Subject::Site);
    let view = SearchView {
        search_script: link::relative(here, routes::SEARCH_SCRIPT),
        data: edition.is_searched().then(|| link::relative(here, routes::SEARCH_DATA)),
        count: project.notices.len(),
        columns: columns.map(|(id, _)| Column::joined(&project.trail(id))).collect(),
        offices: browse
            .by_office
            .keys()
            .map(|office| project.register.office(*office).name.value.as_str())
            .collect(),
        years: browse.by_year.keys().rev().copied().collect(),
        browse: browse::ways(edition, here),
    };
    edition.theme.page("search.html", &page, &view)
}
