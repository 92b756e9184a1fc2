//! The home page, and the pages of sections and years: lists of notices.

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::section::{Section, SectionId};
use crate::render::html::page::Page;
use crate::render::html::pager::{NOTICES, Paging, title};
use crate::render::html::subject::{List, Subject};
use crate::render::html::view::{HomeView, Link, ListItem, Newest, SectionItem, SectionView};
use crate::render::html::{browse, overview};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// Number of the newest notices on the home page, in all and of each section.
const NEWEST: usize = 10;
const NEWEST_OF_SECTION: usize = 5;
/// Number of sections whose notices the home page lists: those with the newest ones.
const SECTIONS: usize = 12;

/// Home, sections and years.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = vec![Artifact::new(OutputPath::new(routes::HOME)?, || home(edition))];
    for (id, section) in edition.project.sections_with_ids() {
        let first = routes::section(section);
        let paging =
            Paging { first: &first, count: edition.browse_index.in_section(id).len(), each: NOTICES };
        for n in 0..paging.pages() {
            let path = OutputPath::new(&paging.path(n))?;
            artifacts.push(Artifact::new(path, move || section_page(edition, id, n)));
        }
    }
    for (year, notices) in &edition.browse_index.by_year {
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
    let newest = &edition.browse_index.newest;
    let page = Page::new(project, routes::HOME, &project.site.name.value, &Subject::Site);
    let view = HomeView {
        sections: sections(project, None, routes::HOME),
        newest: items(&newest[..NEWEST.min(newest.len())], routes::HOME),
        by_section: newest_by_section(edition),
        overview: overview::view(edition, routes::HOME),
        finding: browse::ways(edition, routes::HOME),
    };
    edition.theme.page("home.html", &page, &view)
}

/// The newest notices of each section that holds some, where there are several.
fn newest_by_section<'e>(edition: &'e Edition<'_>) -> Vec<Newest<'e>> {
    let sections = edition
        .project
        .sections_with_ids()
        .map(|(id, section)| (section, edition.browse_index.in_section(id)));
    let mut sections_with_notices: Vec<(&Section, &[&Notice])> =
        sections.filter(|(_, notices)| !notices.is_empty()).collect();
    if sections_with_notices.len() > SECTIONS {
        let mut days: Vec<_> =
            sections_with_notices.iter().map(|(_, notices)| notices[0].published.value).collect();
        days.sort_unstable();
        let oldest = days[days.len() - SECTIONS];
        sections_with_notices.retain(|(_, notices)| notices[0].published.value >= oldest);
        sections_with_notices.truncate(SECTIONS);
    }
    if sections_with_notices.len() < 2 {
        return Vec::new();
    }
    let newest = |(section, notices): (&'e Section, &'e [&'e Notice])| Newest {
        link: section_link(section, routes::HOME),
        notices: items(&notices[..NEWEST_OF_SECTION.min(notices.len())], routes::HOME),
    };
    sections_with_notices.into_iter().map(newest).collect()
}

fn section_page(edition: &Edition<'_>, id: SectionId, n: usize) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let section = project.section(id);
    let notices = edition.browse_index.in_section(id);
    let first = routes::section(section);
    let paging = Paging { first: &first, count: notices.len(), each: NOTICES };
    let (here, title) = (paging.path(n), title(&section.name.value, n));
    let page = Page::new(project, &here, &title, &Subject::Section(id));
    let view = SectionView {
        name: &section.name.value,
        description: description(section),
        standard: project.standard_in(id).map(|standard| Link {
            text: standard.table.name.value.as_str().into(),
            href: link::relative(&here, &routes::standard(section, "html")),
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
    let list = List {
        name: name.as_str().into(),
        about: description.as_str().into(),
        above: Some((browse::YEARS, routes::YEARS)),
        is_column: true,
    };
    let page = Page::new(edition.project, &here, &title, &Subject::List(list));
    let view = SectionView {
        name: &name,
        description: Some(&description),
        standard: None,
        sections: Vec::new(),
        notices: items(paging.part(n, notices), &here),
        pager: paging.pager(n),
    };
    edition.theme.page("column.html", &page, &view)
}

/// The sections that lie in a section, or at the top.
fn sections<'p>(project: &'p Project, parent: Option<SectionId>, here: &str) -> Vec<SectionItem<'p>> {
    let children = |parent: Option<SectionId>| {
        project.sections_with_ids().filter(move |(_, section)| section.parent == parent)
    };
    let section = |(id, section): (SectionId, &'p Section)| SectionItem {
        link: section_link(section, here),
        description: description(section),
        children: children(Some(id)).map(|(_, child)| section_link(child, here)).collect(),
    };
    children(parent).map(section).collect()
}

/// The link to a section's page.
pub fn section_link<'p>(section: &'p Section, here: &str) -> Link<'p> {
    Link { text: section.name.value.as_str().into(), href: link::relative(here, &routes::section(section)) }
}

/// 说明.
pub fn description(section: &Section) -> Option<&str> {
    section.description.as_ref().map(|text| text.value.as_str())
}

fn items<'p>(notices: &[&'p Notice], here: &str) -> Vec<ListItem<'p>> {
    let item = |notice: &&'p Notice| {
        let (issuer, title) = notice.title_parts();
        let day = notice.published.value.day.to_string();
        ListItem { issuer, title, href: link::relative(here, &routes::notice(notice)), day }
    };
    notices.iter().map(item).collect()
}
