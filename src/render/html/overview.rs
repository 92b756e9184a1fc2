//! 总览: the progress of all open notices on the home page, and on a page of its own, which prints on one sheet.

mod timeline;

use std::cmp::Reverse;

use serde::Serialize;

use crate::error::Error;
use crate::model::ledger::Row;
use crate::model::notice::Notice;
use crate::model::overview::{Overview, Share};
use crate::model::progress::Note;
use crate::model::share::permille;
use crate::render::html::ledger::chart::{Bar, ChartView, percent};
use crate::render::html::ledger::item_href;
use crate::render::html::ledger::rows::pressing;
use crate::render::html::overview::timeline::Timeline;
use crate::render::html::page::Page;
use crate::render::html::report;
use crate::render::html::subject::{List, Subject};
use crate::render::html::view::Link;
use crate::render::publication::Publication;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::{date, link};

/// 总览, as titles and links name it.
pub const NAME: &str = "总览";

/// The most overdue items, offices and reports on the page of its own, which has to fit one sheet, and on the home page.
const ON_PAGE: [usize; 3] = [6, 10, 6];
const AT_HOME: [usize; 3] = [5, 6, 5];

/// The part of `home.html`, and of `overview.html`, with the progress.
#[derive(Debug, Serialize)]
pub struct OverviewView {
    /// 统计截至, `2025年1月15日`.
    today: String,
    /// The numbers in large type: a label and a count.
    figures: Vec<(&'static str, usize)>,
    /// Overdue items.
    overdue: Vec<Pressing>,
    /// Number of overdue items that are not listed.
    more_overdue: usize,
    /// A bar for each office: the share that is done.
    offices: ChartView<'static>,
    /// Number of offices without a bar.
    more_offices: usize,
    /// The months in which something is due.
    months: Timeline,
    /// The newest reports.
    reports: Vec<Report>,
    /// The page of its own, as seen from the home page.
    page: Option<String>,
}

/// An overdue item.
#[derive(Debug, Serialize)]
struct Pressing {
    item: Link<'static>,
    offices: String,
    timing: String,
}

/// A report.
#[derive(Debug, Serialize)]
struct Report {
    link: Link<'static>,
    office: String,
    day: String,
}

/// The page of its own, if any ledger of an open notice is public.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    if !edition.has_overview() {
        return Ok(Vec::new());
    }
    Ok(vec![Artifact::new(OutputPath::new(routes::SITE_OVERVIEW)?, move || page(edition))])
}

fn page(edition: &Edition<'_>) -> Result<Vec<u8>, Error> {
    let about = "全部在办事项的进展：项数、逾期、各股室完成情况、到期月份和最新进展";
    let list = List { name: NAME.into(), about: about.into(), above: None, is_column: false };
    let page = Page::new(edition.project, routes::SITE_OVERVIEW, NAME, &Subject::List(list));
    edition.theme.page("overview.html", &page, &view(edition, routes::SITE_OVERVIEW))
}

fn counted<'e>(edition: &'e Edition<'_>) -> Overview<'e> {
    let open = edition.open_publications();
    Overview::new(open.filter_map(|publication| Some((publication.notice, publication.ledger.as_ref()?))))
}

/// The progress, as seen from the page `here`; `None` where no ledger of an open notice is public.
pub fn view(edition: &Edition<'_>, here: &str) -> Option<OverviewView> {
    let overview = counted(edition);
    let project = edition.project;
    let is_home = here == routes::HOME;
    let [most_overdue, most_offices, most_reports] = if is_home { AT_HOME } else { ON_PAGE };
    let mut figures =
        vec![("在办事项", overview.items), ("已完成", overview.done), ("长期坚持", overview.going_on)];
    figures.extend(overview.overdue.as_ref().map(|overdue| ("逾期", overdue.len())));
    let all_overdue = overview.overdue.as_deref().unwrap_or_default();
    let shown = &all_overdue[..most_overdue.min(all_overdue.len())];
    let listed = |(notice, row): &(&Notice, &Row<'_>)| {
        let publication = edition.publications.iter().find(|own| std::ptr::eq(own.notice, *notice))?;
        Some(Pressing::of(publication, here, row))
    };
    (overview.items > 0).then(|| OverviewView {
        today: date::chinese(project.today),
        figures,
        overdue: shown.iter().filter_map(listed).collect(),
        more_overdue: all_overdue.len() - shown.len(),
        offices: offices(edition, &overview, most_offices),
        more_offices: overview.offices.len().saturating_sub(most_offices),
        months: Timeline::new(&overview, project.today, here),
        reports: reports(edition, here, most_reports),
        page: is_home.then(|| link::relative(here, routes::SITE_OVERVIEW)),
    })
}

impl Pressing {
    fn of(publication: &Publication<'_>, here: &str, row: &Row<'_>) -> Self {
        let href = item_href(publication, row.entry.item, here);
        Self {
            item: Link { text: report::beginning(&row.entry.words()).into(), href },
            offices: report::in_one_line(row.entry.owners().iter().map(|owner| owner.text.value.as_str())),
            timing: pressing(row.timing).0,
        }
    }
}

/// The share of each office that is done, those with the most items first.
fn offices(edition: &Edition<'_>, overview: &Overview<'_>, most: usize) -> ChartView<'static> {
    let mut offices: Vec<_> = overview.offices.iter().collect();
    offices.sort_by_key(|(_, share)| Reverse(share.items));
    let name = |office| edition.project.register.office(office).name.value.as_str();
    let label = |office, share: &Share| format!("{} {}项中已完成{}项", name(office), share.items, share.done);
    let bars: Vec<Bar<'_>> = offices
        .iter()
        .take(most)
        .map(|(office, share)| Bar {
            label: label(**office, share),
            share: percent(permille(share.done, share.items)),
            colour: "green",
        })
        .collect();
    let words = bars.iter().map(|bar| bar.label.as_str()).collect::<Vec<_>>().join("；");
    ChartView::new("gegushi", "各股室完成情况", words, bars)
}

/// The newest public reports of all open notices.
fn reports(edition: &Edition<'_>, here: &str, most: usize) -> Vec<Report> {
    let open = edition.open_publications();
    let mut all: Vec<(&Notice, &Note)> = open
        .flat_map(|publication| publication.reports.iter().map(|report| (publication.notice, report.note)))
        .collect();
    all.sort_by_key(|(_, note)| Reverse(note.moment().minute()));
    let report = |(notice, note): (&Notice, &Note)| {
        let entry = note.about.and_then(|item| notice.entry(item));
        Report {
            link: Link {
                text: note.shown_title(entry.as_ref()).into_owned().into(),
                href: link::relative(here, &routes::note(notice, note)),
            },
            office: note.office.text.value.clone(),
            day: note.dated.value.to_string(),
        }
    };
    all.into_iter().take(most).map(report).collect()
}
