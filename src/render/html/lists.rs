//! The home page, and the pages of columns and years: lists of notices.

use crate::error::Error;
use crate::model::Project;
use crate::model::column::{Column, ColumnId};
use crate::model::notice::Notice;
use crate::render::html::browse;
use crate::render::html::page::{Page, Subject};
use crate::render::html::pager::{NOTICES, Paging, title};
use crate::render::html::view::{ColumnView, HomeView, Link, ListItem, Newest, Section};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// How many of the newest notices the home page lists, and of each column.
const NEWEST: usize = 10;
const NEWEST_OF_COLUMN: usize = 5;
/// How many columns the home page lists notices of: those with the newest ones.
const COLUMNS: usize = 12;

/// Home, columns and years.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = vec![Artifact::new(OutputPath::new(routes::HOME)?, || home(edition))];
    for (id, column) in edition.project.columns_with_ids() {
        let first = routes::column(column);
        let paging = Paging { first: &first, count: edition.browse.in_column(id).len(), each: NOTICES };
        for n in 0..paging.pages() {
            let path = OutputPath::new(&paging.path(n))?;
            artifacts.push(Artifact::new(path, move || column_page(edition, id, n)));
        }
    }
    for (year, notices) in &edition.browse.by_year {
        let first = routes::year(*year);
        let paging = Paging { first: &first, count: notices.len(), each: NOTICES };
        for n in 0..paging.pages() {
            let path = OutputPath::new(&paging.path(n))?;
            artifacts.push(Artifact::new(path, move || year_page(edition, *year, notices, n)));
        }
    }
    Ok(artifacts)
}

fn home(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let newest = &edition.browse.newest;
    let page = Page::new(project, routes::HOME, &project.site.name.value, &Subject::Site);
    let view = HomeView {
        sections: sections(project, None, routes::HOME),
        newest: items(&newest[..NEWEST.min(newest.len())], routes::HOME),
        by_column: newest_by_column(edition),
        browse: browse::ways(edition, routes::HOME),
    };
    edition.theme.page("home.html", &page, &view)
}

/// The newest notices of each column that holds some, where there are several.
fn newest_by_column<'e>(edition: &'e Edition<'_>) -> Vec<Newest<'e>> {
    let columns =
        edition.project.columns_with_ids().map(|(id, column)| (column, edition.browse.in_column(id)));
    let mut filled: Vec<(&Column, &[&Notice])> = columns.filter(|(_, notices)| !notices.is_empty()).collect();
    if filled.len() > COLUMNS {
        let mut days: Vec<_> = filled.iter().map(|(_, notices)| notices[0].published.value).collect();
        days.sort_unstable();
        let oldest = days[days.len() - COLUMNS];
        filled.retain(|(_, notices)| notices[0].published.value >= oldest);
        filled.truncate(COLUMNS);
    }
    if filled.len() < 2 {
        return Vec::new();
    }
    let newest = |(column, notices): (&'e Column, &'e [&'e Notice])| Newest {
        link: column_link(column, routes::HOME),
        notices: items(&notices[..NEWEST_OF_COLUMN.min(notices.len())], routes::HOME),
    };
    filled.into_iter().map(newest).collect()
}

fn column_page(edition: &Edition<'_>, id: ColumnId, n: usize) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let column = project.column(id);
    let notices = edition.browse.in_column(id);
    let first = routes::column(column);
    let paging = Paging { first: &first, count: notices.len(), each: NOTICES };
    let (here, title) = (paging.path(n), title(&column.name.value, n));
    let page = Page::new(project, &here, &title, &Subject::Column(id));
    let view = ColumnView {
        name: &column.name.value,
        description: description(column),
        standard: project.standard_in(id).map(|standard| Link {
            text: standard.table.name.value.as_str().into(),
            href: link::relative(&here, &routes::standard(column, "html")),
        }),
        sections: if n == 0 { sections(project, Some(id), &here) } else { Vec::new() },
        notices: items(paging.part(n, notices), &here),
        pager: paging.pager(n),
    };
    edition.theme.page("column.html", &page, &view)
}

fn year_page(edition: &Edition<'_>, year: i16, notices: &[&Notice], n: usize) -> Result<Vec<u8>, Error> {
    let first = routes::year(year);
    let paging = Paging { first: &first, count: notices.len(), each: NOTICES };
    let name = format!("{year}年公开的信息");
    let (here, title) = (paging.path(n), title(&name, n));
    let description = format!("按发布日期，{year}年共公开{}项。", notices.len());
    let mut page = Page::new(edition.project, &here, &title, &Subject::Site);
    page.trail = vec![
        Link { text: browse::YEARS.into(), href: link::relative(&here, routes::YEARS) },
        Link { text: format!("{year}年").into(), href: link::relative(&here, &first) },
    ];
    let view = ColumnView {
        name: &name,
        description: Some(&description),
        standard: None,
        sections: Vec::new(),
        notices: items(paging.part(n, notices), &here),
        pager: paging.pager(n),
    };
    edition.theme.page("column.html", &page, &view)
}

/// The columns that lie in a column, or at the top.
fn sections<'p>(project: &'p Project, parent: Option<ColumnId>, here: &str) -> Vec<Section<'p>> {
    let children = |parent: Option<ColumnId>| {
        project.columns_with_ids().filter(move |(_, column)| column.parent == parent)
    };
    let section = |(id, column): (ColumnId, &'p Column)| Section {
        link: column_link(column, here),
        description: description(column),
        children: children(Some(id)).map(|(_, child)| column_link(child, here)).collect(),
    };
    children(parent).map(section).collect()
}

/// The link to a column's page.
pub fn column_link<'p>(column: &'p Column, here: &str) -> Link<'p> {
    Link { text: column.name.value.as_str().into(), href: link::relative(here, &routes::column(column)) }
}

/// 说明.
pub fn description(column: &Column) -> Option<&str> {
    column.description.as_ref().map(|text| text.value.as_str())
}

fn items<'p>(notices: &[&'p Notice], here: &str) -> Vec<ListItem<'p>> {
    let item = |notice: &&'p Notice| ListItem {
        issuer: &notice.issuer.value,
        title: notice.title_behind_issuer(),
        href: link::relative(here, &routes::notice(notice)),
        day: notice.published.value.day.to_string(),
    };
    notices.iter().map(item).collect()
}
