//! 年度总结: the page of an office's signed summary.

use serde::Serialize;

use crate::error::Error;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::summary::YearSummary;
use crate::render::html::meta::beginning;
use crate::render::html::page::Page;
use crate::render::html::paper;
use crate::render::html::subject::{Article, Subject};
use crate::render::html::view::Link;
use crate::render::html::words::Home;
use crate::render::{Edition, routes};
use crate::text::{date, link};

/// `summary.html`.
#[derive(Debug, Serialize)]
struct SummaryView<'p> {
    /// The notice.
    notice: Link<'p>,
    /// 股室.
    office: &'p str,
    /// The summary, as HTML.
    body: String,
    /// The day of writing, or else of signing: `2024年12月5日`.
    dated: String,
    /// The day of signing; the names are internal.
    signed: String,
    /// 进展台账.
    ledger: String,
}

/// The page of a published summary.
pub fn page(edition: &Edition<'_>, notice: &Notice, summary: &YearSummary) -> Result<Vec<u8>, Error> {
    let project = edition.project;
    let here = routes::summary(notice, summary);
    let title = title(summary);
    let signed = summary.signing.day.as_ref().map_or(project.today, |day| day.value);
    let dated = summary.written.as_ref().map_or(signed, |day| day.value);
    let article = Article {
        notice,
        title: title.clone().into(),
        published: summary.published.as_ref().map(|moment| moment.value),
        source: Some(&summary.office.text.value),
        about: beginning(&summary.body).into(),
        example: summary.example,
    };
    let page = Page::new(project, &here, title, &Subject::InLedger(article));
    let view = SummaryView {
        notice: Link {
            text: notice.full_title().into(),
            href: link::relative(&here, &routes::notice(notice)),
        },
        office: &summary.office.text.value,
        body: paper::html(&summary.body, 2, Home { here: &here, project }),
        dated: date::chinese(dated),
        signed: date::chinese(signed),
        ledger: link::relative(&here, &routes::ledger(notice)),
    };
    edition.theme.page("summary.html", &page, &view)
}

/// The links to the summaries of a notice that the public reads.
pub fn links<'p>(project: &'p Project, notice: &'p Notice, here: &str) -> Vec<Link<'p>> {
    let link = |summary: &YearSummary| Link {
        text: title(summary).into(),
        href: link::relative(here, &routes::summary(notice, summary)),
    };
    notice.published_summaries(project.today).map(link).collect()
}

/// 危化股2024年度总结.
pub fn title(summary: &YearSummary) -> String {
    let year = summary.year.as_ref().map_or_else(String::new, |year| year.value.to_string());
    format!("{}{year}年度总结", summary.office.text.value)
}
