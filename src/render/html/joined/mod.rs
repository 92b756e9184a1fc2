//! The pages of joined sites: overview, bureaus, catalogue, years, search.

mod lists;

use serde::Serialize;

use crate::error::Error;
use crate::model::catalogue;
use crate::model::joined::JoinedNotice;
use crate::model::site::Part;
use crate::render::html::browse::YEARS;
use crate::render::html::page::Page;
use crate::render::html::subject::{List, Subject};
use crate::render::html::view::{Choice, ChoicesView, Link, MapView, SectionItem};
use crate::render::joined_edition::JoinedEdition;
use crate::render::{Artifact, OutputPath, routes, theme};
use crate::text::link;

/// The list of bureaus.
const BUREAUS: &str = "按单位查找";
/// Number of bureaus and of notices on the home page.
const SHOWN: usize = 50;
const NEWEST: usize = 20;

/// Every page, the stylesheet and the scripts.
pub fn plan<'e>(edition: &'e JoinedEdition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let asset = |path: &str, name: &'static str| {
        Ok(Artifact::new(OutputPath::new(path)?, move || Ok(edition.theme.asset(name).as_bytes().to_vec())))
    };
    let mut artifacts = vec![
        Artifact::new(OutputPath::new(routes::HOME)?, || home(edition)),
        Artifact::new(OutputPath::new(routes::NOT_FOUND)?, || not_found(edition)),
        Artifact::new(OutputPath::new(routes::MAP)?, || map(edition)),
        Artifact::new(OutputPath::new(routes::YEARS)?, || years(edition)),
        asset(routes::STYLE, theme::STYLE)?,
        asset(routes::ICON, theme::ICON)?,
        asset(routes::SCRIPT, theme::SCRIPT)?,
    ];
    if edition.project.site.shows(Part::Search) {
        artifacts.push(Artifact::new(OutputPath::new(routes::SEARCH)?, || search(edition)));
        artifacts.push(asset(routes::SEARCH_SCRIPT, theme::SEARCH_SCRIPT)?);
    }
    lists::plan(edition, &mut artifacts)?;
    Ok(artifacts)
}

/// A page of the joined site.
fn page<'e>(
    edition: &'e JoinedEdition<'_>,
    here: &str,
    name: &'e str,
    title: String,
    about: &'e str,
) -> Page<'e> {
    let list = List { name: name.into(), about: about.into(), above: None, is_column: false };
    Page::new(edition.project, here, title, &Subject::List(list))
}

/// Links to the lists.
fn ways(here: &str) -> Vec<Link<'static>> {
    let all = [(BUREAUS, routes::BUREAUS), (YEARS, routes::YEARS), (catalogue::NAME, routes::CATALOGUE)];
    all.map(|(name, path)| Link { text: name.into(), href: link::relative(here, path) }).into()
}

/// The title of a notice in lists.
fn title(notice: &JoinedNotice) -> String {
    if notice.example { format!("{}（示例）", notice.title) } else { notice.title.clone() }
}

/// `joined-home.html`.
#[derive(Debug, Serialize)]
struct HomeView<'p> {
    bureaus: usize,
    notices: usize,
    newest: Vec<Newest>,
    /// The list of all bureaus.
    all: Link<'p>,
    /// The first bureaus.
    choices: Vec<Choice<'p>>,
    /// Whether there are more.
    more: bool,
    finding: Vec<Link<'p>>,
}

/// A notice of the home page.
#[derive(Debug, Serialize)]
struct Newest {
    title: String,
    href: String,
    day: String,
}

fn home(edition: &JoinedEdition<'_>) -> Result<Vec<u8>, Error> {
    let (joined, here) = (edition.joined, routes::HOME);
    let counts = joined.by_bureau();
    let choice = |n: usize| Choice {
        link: Link {
            text: joined.bureaus[n].name.as_str().into(),
            href: link::relative(here, &routes::bureau(&edition.folders[n])),
        },
        count: format!("{}项", counts[n].len()),
    };
    let newest = |notice: &JoinedNotice| Newest {
        title: title(notice),
        href: notice.page.from(""),
        day: notice.day.to_string(),
    };
    let view = HomeView {
        bureaus: joined.bureaus.len(),
        notices: joined.notices.len(),
        newest: joined.notices.iter().take(NEWEST).map(newest).collect(),
        all: Link { text: BUREAUS.into(), href: link::relative(here, routes::BUREAUS) },
        choices: (0..joined.bureaus.len().min(SHOWN)).map(choice).collect(),
        more: joined.bureaus.len() > SHOWN,
        finding: ways(here),
    };
    let name = edition.project.site.name.value.clone();
    let page = Page::new(edition.project, here, name, &Subject::Site);
    edition.theme.page("joined-home.html", &page, &view)
}

fn years(edition: &JoinedEdition<'_>) -> Result<Vec<u8>, Error> {
    const ABOUT: &str = "按发布日期的年份列出各单位公开的信息。";
    let years = edition.joined.by_year();
    let choice = |(year, notices): (&i16, &Vec<&JoinedNotice>)| Choice {
        link: Link {
            text: format!("{year}年").into(),
            href: link::relative(routes::YEARS, &routes::year(*year)),
        },
        count: format!("{}项", notices.len()),
    };
    let choices = years.iter().rev().map(choice).collect();
    let page = page(edition, routes::YEARS, YEARS, YEARS.to_owned(), ABOUT);
    edition.theme.page("choices.html", &page, &ChoicesView { name: YEARS, description: ABOUT, choices })
}

fn map(edition: &JoinedEdition<'_>) -> Result<Vec<u8>, Error> {
    const NAME: &str = "网站地图";
    let page = page(edition, routes::MAP, NAME, NAME.to_owned(), "各单位信息的查找方式");
    let all = Link { text: BUREAUS.into(), href: link::relative(routes::MAP, routes::BUREAUS) };
    let section = SectionItem { link: all, description: None, children: Vec::new() };
    let view = MapView { sections: vec![section], finding: ways(routes::MAP) };
    edition.theme.page("sitemap.html", &page, &view)
}

/// Data of the page of addresses that do not exist.
#[derive(Serialize)]
struct NotFoundView<'a> {
    /// The whole stylesheet, where 域名 is not known.
    style: Option<&'a str>,
}

fn not_found(edition: &JoinedEdition<'_>) -> Result<Vec<u8>, Error> {
    let page = Page::new(edition.project, routes::NOT_FOUND, "页面不存在", &Subject::Site);
    let style = edition.project.site.address.is_none().then(|| edition.theme.asset(theme::STYLE));
    edition.theme.page("404.html", &page, &NotFoundView { style })
}

/// `joined-search.html`.
#[derive(Debug, Serialize)]
struct SearchView<'p> {
    search_script: String,
    data: String,
    bureaus: Vec<&'p str>,
    years: Vec<i16>,
    finding: Vec<Link<'p>>,
}

fn search(edition: &JoinedEdition<'_>) -> Result<Vec<u8>, Error> {
    const NAME: &str = "搜索";
    let here = routes::SEARCH;
    let page = page(edition, here, NAME, NAME.to_owned(), "按标题、文号、机关、日期查找各单位公开的信息");
    let view = SearchView {
        search_script: link::relative(here, routes::SEARCH_SCRIPT),
        data: link::relative(here, routes::SEARCH_DATA),
        bureaus: edition.joined.bureaus.iter().map(|bureau| bureau.name.as_str()).collect(),
        years: edition.joined.by_year().into_keys().rev().collect(),
        finding: ways(here),
    };
    edition.theme.page("joined-search.html", &page, &view)
}
