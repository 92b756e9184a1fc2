//! 搜索: the page on which a script searches what the format `search` wrote, or what Pagefind made of the folder.

use crate::error::Error;
use crate::model::column::{Column, ColumnId};
use crate::render::html::browse;
use crate::render::html::page::{Page, Subject};
use crate::render::html::view::SearchView;
use crate::render::{Edition, routes};
use crate::text::link;

/// The page.
pub fn page(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let (browse_index, here) = (&edition.browse_index, routes::SEARCH);
    let holds = |column: &Column| {
        let below = format!("{}/", column.path);
        let columns =
            project.columns.iter().zip(&browse_index.by_column).filter(|(_, notices)| !notices.is_empty());
        columns.into_iter().any(|(other, _)| other.path == column.path || other.path.starts_with(&below))
    };
    let columns = project.columns.iter().enumerate().filter(|(_, column)| holds(column));
    let offices = project.register.offices.iter().zip(&browse_index.by_office);
    let page = Page::new(project, here, "搜索", &Subject::Site);
    let view = SearchView {
        search_script: link::relative(here, routes::SEARCH_SCRIPT),
        data: edition.is_searched().then(|| link::relative(here, routes::SEARCH_DATA)),
        count: project.notices.len(),
        columns: columns.map(|(i, _)| Column::joined(&project.trail(ColumnId(i)))).collect(),
        offices: offices
            .filter(|(_, duties)| !duties.is_empty())
            .map(|(office, _)| office.name.value.as_str())
            .collect(),
        years: browse_index.by_year.keys().rev().copied().collect(),
        finding: browse::ways(edition, here),
    };
    edition.theme.page("search.html", &page, &view)
}
