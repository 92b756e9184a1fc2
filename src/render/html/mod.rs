//! The site's pages.

mod attachments;
mod browse;
mod catalogue;
mod download;
mod filters;
mod inline;
pub mod joined;
mod ledger;
mod linked;
mod lists;
mod long;
mod meta;
mod note;
mod notice;
mod overview;
mod page;
mod pager;
mod paper;
pub mod printed;
mod qr;
mod report;
mod search;
mod site;
mod site_page;
mod standard;
mod subject;
mod summary;
mod table;
mod trail;
mod view;
mod withdrawn;
mod words;

pub use page::Page;
pub use site::SiteView;

use rayon::iter::{IntoParallelRefIterator, ParallelIterator};
use serde::Serialize;

use crate::error::Error;
use crate::model::Project;
use crate::model::section::Section;
use crate::model::site::Part;
use crate::render::html::lists::{description, section_link};
use crate::render::html::subject::{List, Subject};
use crate::render::html::view::{Link, MapView, SectionItem};
use crate::render::publication::Publication;
use crate::render::{Artifact, Edition, OutputPath, routes, theme};
use crate::text::link;

/// Home, sections, notices and what follows them, 查找, 搜索, 政府信息公开目录, 标准目录, 网站地图, the page for what does not
/// exist, the stylesheet, the scripts.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let asset = |path: &str, name: &'static str| {
        Ok(Artifact::new(OutputPath::new(path)?, move || Ok(edition.theme.asset(name).as_bytes().to_vec())))
    };
    let mut artifacts = vec![
        Artifact::new(OutputPath::new(routes::NOT_FOUND)?, || not_found(edition)),
        Artifact::new(OutputPath::new(routes::MAP)?, || map(edition)),
        asset(routes::STYLE, theme::STYLE)?,
        asset(routes::ICON, theme::ICON)?,
        asset(routes::SCRIPT, theme::SCRIPT)?,
    ];
    if edition.project.site.shows(Part::Search) {
        artifacts.push(Artifact::new(OutputPath::new(routes::SEARCH)?, || search::page(edition)));
        artifacts.push(asset(routes::SEARCH_SCRIPT, theme::SEARCH_SCRIPT)?);
    }
    artifacts.extend(lists::plan(edition)?);
    artifacts.extend(overview::plan(edition)?);
    artifacts.extend(browse::plan(edition)?);
    let of_notices = edition.publications.par_iter().map(|publication| notice_pages(edition, publication));
    artifacts.extend(of_notices.collect::<Result<Vec<_>, Error>>()?.into_iter().flatten());
    artifacts.extend(withdrawn::plan(edition)?);
    artifacts.extend(site_page::plan(edition)?);
    artifacts.extend(catalogue::plan(edition)?);
    artifacts.extend(standard::plan(edition)?);
    Ok(artifacts)
}

/// The content of every notice alone, for a portal's editor.
pub fn fragments<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let fragment = |publication: &'e Publication<'e>| {
        let path = OutputPath::new(&routes::fragment(publication.notice))?;
        Ok(Artifact::new(path, || notice::fragment(edition, publication)))
    };
    edition.publications.iter().map(fragment).collect()
}

/// The page of a notice, the further pages of its long tables, its ledger, its notes and summaries, as far as the
/// public reads them.
fn notice_pages<'e>(
    edition: &'e Edition<'e>,
    publication: &'e Publication<'e>,
) -> Result<Vec<Artifact<'e>>, Error> {
    let notice = publication.notice;
    let path = OutputPath::new(&routes::notice(notice))?;
    let mut artifacts = vec![Artifact::new(path, || notice::page(edition, publication))];
    long::plan(edition, publication, &mut artifacts)?;
    if let Some(ledger) = &publication.ledger {
        ledger::plan(edition, publication, ledger, &mut artifacts)?;
    }
    for report in &publication.reports {
        let path = OutputPath::new(&routes::note(notice, report.note))?;
        artifacts.push(Artifact::new(path, || note::page(edition, publication, report)));
    }
    for summary in &publication.summaries {
        let path = OutputPath::new(&routes::summary(notice, summary))?;
        artifacts.push(Artifact::new(path, || summary::page(edition, notice, summary)));
    }
    Ok(artifacts)
}

/// Data of the page of addresses that do not exist.
#[derive(Serialize)]
struct NotFoundView {
    /// Whether 域名 is known. If not, no link of the page finds the stylesheet at an address in a folder.
    finds_style: bool,
}

fn not_found(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let page = Page::new(edition.project, routes::NOT_FOUND, "页面不存在", &Subject::Site);
    let finds_style = edition.project.site.address.is_some();
    edition.theme.page("404.html", &page, &NotFoundView { finds_style })
}

fn map(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let top = project.sections.iter().filter(|section| section.parent.is_none());
    let section = |section| SectionItem {
        link: section_link(section, routes::MAP),
        description: description(section),
        children: below(project, section),
    };
    let about = "本站的全部栏目和查找方式";
    let list = List { name: "网站地图".into(), about: about.into(), above: None, is_column: false };
    let page = Page::new(project, routes::MAP, "网站地图", &Subject::List(list));
    let view = MapView { sections: top.map(section).collect(), finding: browse::ways(edition, routes::MAP) };
    edition.theme.page("sitemap.html", &page, &view)
}

/// Every section that lies below another, named by the way from there.
fn below<'p>(project: &'p Project, top: &Section) -> Vec<Link<'p>> {
    let trails = project.sections_with_ids().map(|(id, _)| project.trail(id));
    let inner = trails.filter(|trail| trail.len() > 1 && trail[0].path == top.path);
    let named = inner.map(|trail| {
        let names: Vec<&str> = trail[1..].iter().map(|section| section.name.value.as_str()).collect();
        let href = link::relative(routes::MAP, &routes::section(trail[trail.len() - 1]));
        Link { text: names.join(" > ").into(), href }
    });
    named.collect()
}
