//! The site's pages.

mod markdown;
mod notice;
mod table;
mod view;

use crate::error::Error;
use crate::model::Project;
use crate::model::column::{Column, ColumnId};
use crate::model::notice::Notice;
use crate::render::html::view::{ColumnView, HomeView, Link, ListItem, Page, Section};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// How many of the newest notices the home page and a column without notices of its own list.
const NEWEST: usize = 20;

/// Home, columns, notices, the page for what does not exist, the stylesheet.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = vec![
        Artifact::new(OutputPath::new(routes::HOME)?, || home(edition)),
        Artifact::new(OutputPath::new(routes::NOT_FOUND)?, || not_found(edition)),
        Artifact::new(OutputPath::new(routes::STYLE)?, || Ok(edition.theme.style().as_bytes().to_vec())),
    ];
    for (i, column) in edition.project.columns.iter().enumerate() {
        let path = OutputPath::new(&routes::column(column))?;
        artifacts.push(Artifact::new(path, move || column_page(edition, ColumnId(i))));
    }
    for notice in &edition.project.notices {
        let path = OutputPath::new(&routes::notice(notice))?;
        artifacts.push(Artifact::new(path, move || notice::page(edition, notice)));
    }
    Ok(artifacts)
}

fn home(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let mut newest = project.newest();
    newest.truncate(NEWEST);
    let view = HomeView {
        page: page(project, routes::HOME, &project.site.name.value, &[]),
        sections: sections(project, None, routes::HOME),
        newest: newest.into_iter().map(|notice| list_item(notice, routes::HOME)).collect(),
    };
    edition.theme.page("home.html", &view)
}

fn column_page(edition: &Edition<'_>, id: ColumnId) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let column = project.column(id);
    let here = routes::column(column);
    let trail = project.trail(id);
    let view = ColumnView {
        page: page(project, &here, &column.name.value, &trail),
        name: &column.name.value,
        description: column.description.as_ref().map(|text| text.value.as_str()),
        sections: sections(project, Some(id), &here),
        notices: project.notices_in(id).into_iter().map(|notice| list_item(notice, &here)).collect(),
    };
    edition.theme.page("column.html", &view)
}

fn not_found(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    edition.theme.page("404.html", &page(edition.project, routes::NOT_FOUND, "页面不存在", &[]))
}

/// The columns that lie in a column, or at the top.
fn sections<'p>(project: &'p Project, parent: Option<ColumnId>, here: &str) -> Vec<Section<'p>> {
    let children = project.columns.iter().enumerate().filter(|(_, column)| column.parent == parent);
    let section = |(i, column): (usize, &'p Column)| Section {
        link: Link { text: &column.name.value, href: link::relative(here, &routes::column(column)) },
        description: column.description.as_ref().map(|text| text.value.as_str()),
        children: project
            .columns
            .iter()
            .filter(|child| child.parent == Some(ColumnId(i)))
            .map(|child| Link { text: &child.name.value, href: link::relative(here, &routes::column(child)) })
            .collect(),
    };
    children.map(section).collect()
}

fn list_item<'p>(notice: &'p Notice, here: &str) -> ListItem<'p> {
    ListItem {
        issuer: &notice.issuer.value,
        title: &notice.title.value,
        href: link::relative(here, &routes::notice(notice)),
        day: notice.published.value.day.to_string(),
    }
}

/// What every page has: `here` is its own path, `trail` the columns above it.
fn page<'p>(project: &'p Project, here: &str, title: &'p str, trail: &[&'p Column]) -> Page<'p> {
    let text =
        |text: &'p Option<crate::source::Located<String>>| text.as_ref().map(|text| text.value.as_str());
    let crumb = |column: &&'p Column| Link {
        text: &column.name.value,
        href: link::relative(here, &routes::column(column)),
    };
    Page {
        site: &project.site.name.value,
        organiser: text(&project.site.organiser),
        operator: text(&project.site.operator),
        contact: text(&project.site.contact),
        id_code: text(&project.site.id_code),
        title,
        home: link::relative(here, routes::HOME),
        style: link::relative(here, routes::STYLE),
        trail: trail.iter().map(crumb).collect(),
    }
}
