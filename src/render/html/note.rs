//! 进展: the page of one report.

use std::borrow::Cow;

use serde::Serialize;

use crate::error::Error;
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::render::html::page::Page;
use crate::render::html::report::{self, EvidenceView, StatusView};
use crate::render::html::subject::Subject;
use crate::render::html::view::Link;
use crate::render::html::words::Home;
use crate::render::html::{ledger, paper};
use crate::render::publication::{PublicReport, Publication};
use crate::render::{Edition, routes};
use crate::text::{date, link};

/// `note.html`.
#[derive(Debug, Serialize)]
struct NoteView<'p> {
    /// The notice.
    notice: Link<'p>,
    /// The item of the note.
    about: AboutView<'p>,
    /// The reporting offices.
    office: &'p str,
    /// `2024-09-30`.
    day: String,
    /// `2024年9月30日`.
    dated: String,
    /// 发布日期, `2024-10-08 09:30`, where it was written.
    published: Option<String>,
    /// 状态.
    status: StatusView<'p>,
    /// The report, as HTML.
    body: String,
    /// 佐证材料.
    evidence: Vec<EvidenceView<'p>>,
    /// 上一篇, about the same item.
    earlier: Option<Link<'p>>,
    /// 下一篇, about the same item.
    later: Option<Link<'p>>,
    /// 进展台账, at the item's place.
    ledger: String,
}

/// The item of a report.
#[derive(Debug, Default, Serialize)]
struct AboutView<'p> {
    /// The task's number and name; blank if the table has no such item.
    task: String,
    /// The measure's words.
    measure: Option<Cow<'p, str>>,
    /// The beginning of the words, if they are folded.
    beginning: Option<String>,
    /// 事项 as written, if the table has no such item.
    written: &'p str,
    /// 责任股室.
    offices: String,
    /// 完成时限.
    deadline: String,
}

/// The page of a published note.
pub fn page(
    edition: &Edition<'_>,
    publication: &Publication<'_>,
    report: &PublicReport<'_>,
) -> Result<Vec<u8>, Error> {
    let (project, notice, note) = (edition.project, publication.notice, report.note);
    let here = routes::note(notice, note);
    let entry = note.about.and_then(|item| notice.entry(item));
    let title = note.shown_title(entry.as_ref());
    let neighbour = |other: &Note| Link {
        text: other.shown_title(entry.as_ref()).into_owned().into(),
        href: link::relative(&here, &routes::note(notice, other)),
    };
    let article = report::article(notice, note, title.clone());
    let page = Page::new(project, &here, title, &Subject::InLedger(article));
    let view = NoteView {
        notice: Link {
            text: notice.full_title().into(),
            href: link::relative(&here, &routes::notice(notice)),
        },
        about: about(notice, note),
        office: &note.office.text.value,
        day: note.dated.value.to_string(),
        dated: date::chinese(note.dated.value),
        published: note.published.as_ref().map(|moment| moment.value.to_string()),
        status: report::status_of(project, note),
        body: paper::html(&note.body, 3, Home { here: &here, project }),
        evidence: report::evidence(project, note, &here),
        earlier: report.earlier.map(neighbour),
        later: report.later.map(neighbour),
        ledger: match note.about {
            Some(item) => ledger::item_href(publication, item, &here),
            None => link::relative(&here, &routes::ledger(notice)),
        },
    };
    edition.theme.page("note.html", &page, &view)
}

fn about<'p>(notice: &'p Notice, note: &'p Note) -> AboutView<'p> {
    let Some(entry) = note.about.and_then(|item| notice.entry(item)) else {
        return AboutView { written: &note.item.value, ..AboutView::default() };
    };
    AboutView {
        task: format!("{} {}", entry.task_number(), entry.task.name.value).trim_start().to_owned(),
        measure: entry.measure.map(|_| entry.words()),
        beginning: entry.measure.and_then(|_| report::beginning_of_long(&entry.words())),
        written: "",
        offices: report::in_one_line(entry.owners().iter().map(|owner| owner.text.value.as_str())),
        deadline: report::in_one_line(entry.deadlines().iter().map(|line| line.text.value.as_str())),
    }
}
