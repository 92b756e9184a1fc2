//! 进展台账: the public progress of every task and measure of a notice.

pub mod chart;
mod counts;
mod href;
pub mod rows;

use serde::Serialize;

pub use href::item_href;

use crate::error::Error;
use crate::model::ledger::Ledger;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::render::html::ledger::counts::{CountsView, counts, in_words};
use crate::render::html::ledger::rows::{TaskView, tasks};
use crate::render::html::page::Page;
use crate::render::html::pager::{Pager, title};
use crate::render::html::report;
use crate::render::html::subject::{Article, Subject};
use crate::render::html::table::ProgressView;
use crate::render::html::trail::LEDGER;
use crate::render::html::view::{FollowedView, Link};
use crate::render::publication::Publication;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::date::Moment;
use crate::text::{date, link};

/// `ledger.html`.
#[derive(Debug, Serialize)]
struct LedgerView<'p> {
    /// The notice.
    notice: Link<'p>,
    /// 统计截至, `2025年1月15日`.
    today: String,
    /// The tasks with their measures and reports, of this page.
    tasks: Vec<TaskView<'p>>,
    /// The number of the page, from 0.
    number: usize,
    /// The links to the other pages.
    pager: Option<Pager>,
    /// The counts, lists and summaries; on the first page only.
    #[serde(flatten)]
    counts: Option<CountsView<'p>>,
}

/// The pages of a notice's ledger.
pub fn plan<'e>(
    edition: &'e Edition<'e>,
    publication: &'e Publication<'e>,
    ledger: &'e Ledger<'e>,
    artifacts: &mut Vec<Artifact<'e>>,
) -> Result<(), Error> {
    for number in 0..publication.ledger_pages.len() {
        let path = OutputPath::new(&routes::ledger_page(publication.notice, number))?;
        artifacts.push(Artifact::new(path, move || page(edition, publication, ledger, number)));
    }
    Ok(())
}

/// A page of the ledger of a notice, from 0.
fn page(
    edition: &Edition<'_>,
    publication: &Publication<'_>,
    ledger: &Ledger<'_>,
    number: usize,
) -> Result<Vec<u8>, Error> {
    let (project, notice) = (edition.project, publication.notice);
    let here = routes::ledger_page(notice, number);
    let title = title(&format!("{}{LEDGER}", notice.title.value), number);
    let day = notice.ledger_changed(project.today);
    let published = Some(Moment { day, time: None });
    let example = notice.example || notice.has_example_progress(project.today);
    let about = format!("{}：各项任务的进展、责任股室和完成时限", notice.full_title());
    let article = Article {
        notice,
        title: title.clone().into(),
        published,
        source: None,
        about: about.into(),
        example,
    };
    let subject = if number == 0 { Subject::Ledger(article) } else { Subject::InLedger(article) };
    let page = Page::new(project, &here, title, &subject);
    let pages = publication.ledger_pages.len();
    let href = |to| link::relative(&here, &routes::ledger_page(notice, to));
    let view = LedgerView {
        notice: Link {
            text: notice.full_title().into(),
            href: link::relative(&here, &routes::notice(notice)),
        },
        today: as_of(notice, ledger),
        tasks: tasks(edition, notice, &ledger.tasks[publication.ledger_pages[number].clone()], &here),
        number,
        pager: (pages > 1).then(|| Pager::new("分页".to_owned(), number, pages, href)),
        counts: (number == 0).then(|| counts(edition, publication, ledger, &here)),
    };
    edition.theme.page("ledger.html", &page, &view)
}

/// The progress of a row of one of the notice's tables, as shown beside it on the page `here`; `None` without a report.
pub fn progress<'e>(
    edition: &'e Edition<'_>,
    publication: &'e Publication<'_>,
    table: &Table,
    row: usize,
    here: &str,
) -> Option<ProgressView<'e>> {
    let id = publication.notice.id_of(table)?;
    let row = publication.ledger.as_ref()?.row_of(id, row)?;
    Some(ProgressView {
        status: report::status_of(edition.project, row.deciding?),
        day: row.newest()?.dated.value.to_string(),
        href: item_href(publication, row.entry.item, here),
    })
}

/// Summary of the ledger on the notice's page, if there is a ledger.
pub fn followed(edition: &Edition<'_>, publication: &Publication<'_>, here: &str) -> Option<FollowedView> {
    publication.ledger.as_ref().map(|ledger| FollowedView {
        href: link::relative(here, &routes::ledger(publication.notice)),
        today: as_of(publication.notice, ledger) + with_examples(edition, publication.notice),
        counts: in_words(edition, &ledger.totals()),
    })
}

/// Words behind the day of a ledger that has examples among its reports.
fn with_examples(edition: &Edition<'_>, notice: &Notice) -> &'static str {
    if notice.has_example_progress(edition.project.today) { "，其中有示例" } else { "" }
}

/// The day of a ledger in words; that of 办结 says so.
fn as_of(notice: &Notice, ledger: &Ledger<'_>) -> String {
    let is_last = notice.closed.as_ref().is_some_and(|closed| closed.value == ledger.today);
    format!("{}{}", date::chinese(ledger.today), if is_last { "，已办结" } else { "" })
}
