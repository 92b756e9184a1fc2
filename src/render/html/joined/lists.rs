//! The divided lists of joined sites: bureaus, the notices of each and of each year, the catalogue of all.

use std::sync::Arc;

use serde::Serialize;

use crate::error::Error;
use crate::model::catalogue;
use crate::model::joined::{Bureau, JoinedNotice};
use crate::render::html::joined::{BUREAUS, page, title};
use crate::render::html::pager::{self, ENTRIES, Pager, Paging};
use crate::render::html::view::Link;
use crate::render::joined_edition::JoinedEdition;
use crate::render::{Artifact, OutputPath, routes};
use crate::text::link;

/// Plans the lists.
pub fn plan<'e>(edition: &'e JoinedEdition<'e>, artifacts: &mut Vec<Artifact<'e>>) -> Result<(), Error> {
    let joined = edition.joined;
    let by_bureau = joined.by_bureau();
    let rows = by_bureau.iter().map(|notices| Counted {
        count: notices.len(),
        newest: notices.first().map(|notice| notice.day.to_string()).unwrap_or_default(),
    });
    bureaus(edition, rows.collect(), artifacts)?;
    let all = Catalogue { name: catalogue::NAME.to_owned(), home: None, data: true };
    list(edition, routes::CATALOGUE, &all, joined.notices.iter().collect(), artifacts)?;
    for (n, notices) in by_bureau.into_iter().enumerate() {
        let bureau = &joined.bureaus[n];
        let first = routes::bureau(&edition.folders[n]);
        let of_bureau = Catalogue { name: bureau.name.clone(), home: Some(n), data: false };
        list(edition, &first, &of_bureau, notices, artifacts)?;
    }
    for (year, notices) in joined.by_year() {
        let of_year = Catalogue { name: format!("{year}年公开的信息"), home: None, data: false };
        list(edition, &routes::year(year), &of_year, notices, artifacts)?;
    }
    Ok(())
}

/// The numbers of a bureau.
struct Counted {
    count: usize,
    newest: String,
}

/// `joined-bureaus.html`.
#[derive(Debug, Serialize)]
struct BureausView<'p> {
    count: usize,
    rows: Vec<BureauRow<'p>>,
    pager: Option<Pager>,
}

/// A bureau in the list.
#[derive(Debug, Serialize)]
struct BureauRow<'p> {
    link: Link<'p>,
    organiser: &'p str,
    count: usize,
    /// The day of its newest notice.
    newest: String,
}

fn bureaus<'e>(
    edition: &'e JoinedEdition<'e>,
    counted: Vec<Counted>,
    artifacts: &mut Vec<Artifact<'e>>,
) -> Result<(), Error> {
    let bureaus = &edition.joined.bureaus;
    let paging = Paging { first: routes::BUREAUS, count: bureaus.len(), each: ENTRIES };
    let counted = Arc::new(counted);
    for n in 0..paging.pages() {
        let counted = Arc::clone(&counted);
        artifacts.push(Artifact::new(OutputPath::new(&paging.path(n))?, move || {
            let here = paging.path(n);
            let first = n * ENTRIES;
            let row = |(at, bureau): (usize, &'e Bureau)| BureauRow {
                link: Link {
                    text: bureau.name.as_str().into(),
                    href: link::relative(&here, &routes::bureau(&edition.folders[at])),
                },
                organiser: bureau.organiser.as_deref().unwrap_or_default(),
                count: counted[at].count,
                newest: counted[at].newest.clone(),
            };
            let view = BureausView {
                count: bureaus.len(),
                rows: (first..).zip(paging.part(n, bureaus)).map(row).collect(),
                pager: paging.pager(n),
            };
            let about = "各单位的网站和公开信息的数量";
            let page = page(edition, &here, BUREAUS, pager::title(BUREAUS, n), about);
            edition.theme.page("joined-bureaus.html", &page, &view)
        }));
    }
    Ok(())
}

/// A list of notices.
#[derive(Clone)]
struct Catalogue {
    name: String,
    /// The bureau whose list it is.
    home: Option<usize>,
    /// Whether the list as data is offered beside it.
    data: bool,
}

/// `joined-list.html`.
#[derive(Debug, Serialize)]
struct ListView<'p> {
    count: usize,
    /// The bureau's own home page.
    home: Option<String>,
    data: Option<String>,
    rows: Vec<Row<'p>>,
    pager: Option<Pager>,
}

/// A notice in a list.
#[derive(Debug, Serialize)]
struct Row<'p> {
    title: String,
    href: String,
    number: &'p str,
    bureau: Link<'p>,
    day: String,
}

fn list<'e>(
    edition: &'e JoinedEdition<'e>,
    first: &str,
    list: &Catalogue,
    notices: Vec<&'e JoinedNotice>,
    artifacts: &mut Vec<Artifact<'e>>,
) -> Result<(), Error> {
    let pages = Paging { first, count: notices.len(), each: ENTRIES }.pages();
    let notices = Arc::new(notices);
    for n in 0..pages {
        let (list, notices, first) = (list.clone(), Arc::clone(&notices), first.to_owned());
        let path = OutputPath::new(&routes::page(&first, n))?;
        artifacts.push(Artifact::new(path, move || {
            let paging = Paging { first: &first, count: notices.len(), each: ENTRIES };
            list_page(edition, &list, paging, &notices, n)
        }));
    }
    Ok(())
}

fn list_page(
    edition: &JoinedEdition<'_>,
    list: &Catalogue,
    paging: Paging<'_>,
    notices: &[&JoinedNotice],
    n: usize,
) -> Result<Vec<u8>, Error> {
    let here = paging.path(n);
    let page = page(edition, &here, &list.name, pager::title(&list.name, n), "各单位公开的信息");
    let row = |notice| row(edition, notice, &here, &page.root);
    let view = ListView {
        count: notices.len(),
        home: list.home.map(|bureau| edition.joined.bureaus[bureau].home.from(&page.root)),
        data: list.data.then(|| link::relative(&here, routes::DATA_INDEX)),
        rows: paging.part(n, notices).iter().copied().map(row).collect(),
        pager: paging.pager(n),
    };
    edition.theme.page("joined-list.html", &page, &view)
}

fn row<'e>(edition: &'e JoinedEdition<'_>, notice: &'e JoinedNotice, here: &str, root: &str) -> Row<'e> {
    Row {
        title: title(notice),
        href: notice.page.from(root),
        number: notice.number.as_deref().unwrap_or_default(),
        bureau: Link {
            text: edition.joined.bureaus[notice.bureau].name.as_str().into(),
            href: link::relative(here, &routes::bureau(&edition.folders[notice.bureau])),
        },
        day: notice.day.to_string(),
    }
}
