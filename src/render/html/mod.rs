//! The site's pages.

mod catalogue;
mod download;
mod inline;
mod ledger;
mod links;
mod markdown;
mod meta;
mod note;
mod notice;
mod page;
mod report;
mod standard;
mod summary;
mod table;
mod view;

use crate::error::Error;
use crate::model::Project;
use crate::model::column::{Column, ColumnId};
use crate::model::notice::Notice;
use crate::render::html::page::{Page, Subject};
use crate::render::html::view::{ColumnView, HomeView, Link, ListItem, MapView, NotFoundView, Section};
use crate::render::{Artifact, Edition, OutputPath, routes, theme};
use crate::text::link;

/// How many of the newest notices the home page lists.
const NEWEST: usize = 20;

/// Home, columns, notices and what follows them, 政府信息公开目录, 标准目录, 网站地图, the page for what does not exist,
/// the stylesheet, the script.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let asset = |path: &str, name: &'static str| {
        Ok(Artifact::new(OutputPath::new(path)?, move || Ok(edition.theme.asset(name).as_bytes().to_vec())))
    };
    let mut artifacts = vec![
        Artifact::new(OutputPath::new(routes::HOME)?, || home(edition)),
        Artifact::new(OutputPath::new(routes::NOT_FOUND)?, || not_found(edition)),
        Artifact::new(OutputPath::new(routes::MAP)?, || map(edition)),
        asset(routes::STYLE, theme::STYLE)?,
        asset(routes::SCRIPT, theme::SCRIPT)?,
    ];
    for (i, column) in edition.project.columns.iter().enumerate() {
        let path = OutputPath::new(&routes::column(column))?;
        artifacts.push(Artifact::new(path, move || column_page(edition, ColumnId(i))));
    }
    for (i, notice) in edition.project.notices.iter().enumerate() {
        let path = OutputPath::new(&routes::notice(notice))?;
        artifacts.push(Artifact::new(path, move || notice::page(edition, i)));
        what_follows(edition, i, &mut artifacts)?;
    }
    artifacts.extend(catalogue::plan(edition)?);
    artifacts.extend(standard::plan(edition)?);
    Ok(artifacts)
}

/// The content of every notice alone, for a portal's editor.
pub fn fragments<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let fragment = |(i, notice)| {
        let path = OutputPath::new(&routes::fragment(notice))?;
        Ok(Artifact::new(path, move || notice::fragment(edition, i)))
    };
    edition.project.notices.iter().enumerate().map(fragment).collect()
}

/// The ledger of the notice of that number, its notes and summaries, as far as the public reads them.
fn what_follows<'e>(
    edition: &'e Edition<'e>,
    index: usize,
    artifacts: &mut Vec<Artifact<'e>>,
) -> Result<(), Error> {
    let today = edition.project.today;
    let notice = &edition.project.notices[index];
    if notice.has_ledger(today) {
        let path = OutputPath::new(&routes::ledger(notice))?;
        artifacts.push(Artifact::new(path, move || ledger::page(edition, index)));
    }
    for (i, note) in notice.published_notes(today) {
        let path = OutputPath::new(&routes::note(notice, note))?;
        artifacts.push(Artifact::new(path, move || note::page(edition, index, i)));
    }
    for (i, summary) in notice.published_summaries(today) {
        let path = OutputPath::new(&routes::summary(notice, summary))?;
        artifacts.push(Artifact::new(path, move || summary::page(edition, index, i)));
    }
    Ok(())
}

fn home(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let mut newest = project.newest();
    newest.truncate(NEWEST);
    let view = HomeView {
        page: Page::new(project, routes::HOME, project.site.name.value.as_str(), Subject::Site),
        sections: sections(project, None, routes::HOME),
        newest: newest.into_iter().map(|notice| list_item(notice, routes::HOME)).collect(),
    };
    edition.theme.page("home.html", &view)
}

fn column_page(edition: &Edition<'_>, id: ColumnId) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let column = project.column(id);
    let here = routes::column(column);
    let view = ColumnView {
        page: Page::new(project, &here, column.name.value.as_str(), Subject::Column(id)),
        name: &column.name.value,
        description: description(column),
        standard: project.standard_in(id).map(|standard| Link {
            text: standard.table.name.value.as_str().into(),
            href: link::relative(&here, &routes::standard(column, "html")),
        }),
        sections: sections(project, Some(id), &here),
        notices: project.notices_in(id).into_iter().map(|notice| list_item(notice, &here)).collect(),
    };
    edition.theme.page("column.html", &view)
}

fn not_found(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let page = Page::new(edition.project, routes::NOT_FOUND, "页面不存在", Subject::Site);
    edition.theme.page("404.html", &NotFoundView { page })
}

fn map(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let top = project.columns.iter().filter(|column| column.parent.is_none());
    let section = |column| Section {
        link: column_link(column, routes::MAP),
        description: description(column),
        children: below(project, column),
    };
    let view = MapView {
        page: Page::new(project, routes::MAP, "网站地图", Subject::Site),
        sections: top.map(section).collect(),
    };
    edition.theme.page("sitemap.html", &view)
}

/// Every column that lies below another, named by the way from there.
fn below<'p>(project: &'p Project, top: &Column) -> Vec<Link<'p>> {
    let trails = (0..project.columns.len()).map(|i| project.trail(ColumnId(i)));
    let inner = trails.filter(|trail| trail.len() > 1 && trail[0].path == top.path);
    let named = inner.map(|trail| {
        let names: Vec<&str> = trail[1..].iter().map(|column| column.name.value.as_str()).collect();
        let href = link::relative(routes::MAP, &routes::column(trail[trail.len() - 1]));
        Link { text: names.join(" > ").into(), href }
    });
    named.collect()
}

/// The columns that lie in a column, or at the top.
fn sections<'p>(project: &'p Project, parent: Option<ColumnId>, here: &str) -> Vec<Section<'p>> {
    let children = |parent: Option<ColumnId>| {
        let columns = project.columns.iter().enumerate().map(|(i, column)| (ColumnId(i), column));
        columns.filter(move |(_, column)| column.parent == parent)
    };
    let section = |(id, column): (ColumnId, &'p Column)| Section {
        link: column_link(column, here),
        description: description(column),
        children: children(Some(id)).map(|(_, child)| column_link(child, here)).collect(),
    };
    children(parent).map(section).collect()
}

fn column_link<'p>(column: &'p Column, here: &str) -> Link<'p> {
    Link { text: column.name.value.as_str().into(), href: link::relative(here, &routes::column(column)) }
}

fn description(column: &Column) -> Option<&str> {
    column.description.as_ref().map(|text| text.value.as_str())
}

fn list_item<'p>(notice: &'p Notice, here: &str) -> ListItem<'p> {
    ListItem {
        issuer: &notice.issuer.value,
        title: &notice.title.value,
        href: link::relative(here, &routes::notice(notice)),
        day: notice.published.value.day.to_string(),
    }
}
