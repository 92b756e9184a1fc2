//! The body of a notice and its attachments, each table in its place: behind the body, or within a paper.

use std::collections::BTreeMap;

use crate::error::Error;
use crate::model::attachment::{Attachment, AttachmentId, AttachmentKind, PublishedFile};
use crate::model::paper::Paper;
use crate::render::html::download::open_data;
use crate::render::html::paper::html_with_tables;
use crate::render::html::view::{AttachmentView, Download};
use crate::render::html::words::Home;
use crate::render::html::{ledger, long, table};
use crate::render::publication::Publication;
use crate::render::{Edition, routes};

/// The HTML heading of a paper's first level: three headings of the page stand above it.
const FIRST_HEADING: usize = 4;

/// The body of a notice as HTML, and the attachments behind it. `adapt` fits an attached table to the page.
pub fn papers<'e>(
    edition: &'e Edition<'_>,
    publication: &'e Publication<'_>,
    here: &str,
    adapt: impl Fn(AttachmentId, &mut AttachmentView<'e>),
) -> Result<(String, Vec<AttachmentView<'e>>), Error> {
    let (project, notice) = (edition.project, publication.notice);
    let view = |id: AttachmentId, placed: bool| {
        let mut view = AttachmentView { placed, ..attachment(edition, publication, here, id) };
        adapt(id, &mut view);
        view
    };
    let mut tables = BTreeMap::new();
    for id in notice.placed_tables() {
        let html = edition.theme.part("placed.html", &view(id, true))?;
        tables.insert(id, String::from_utf8_lossy(&html).into_owned());
    }
    let html = |paper: &Paper| html_with_tables(paper, FIRST_HEADING, Home { here, project }, &tables);
    let behind = |(id, attachment): (AttachmentId, &Attachment)| {
        let paper = match &attachment.kind {
            AttachmentKind::Paper(paper) => Some(html(paper)),
            AttachmentKind::Table(_) | AttachmentKind::File(_) => None,
        };
        AttachmentView { paper, ..view(id, false) }
    };
    Ok((html(&notice.body), notice.attachments_behind().map(behind).collect()))
}

/// An attachment, without the text of a paper.
fn attachment<'e>(
    edition: &'e Edition<'_>,
    publication: &'e Publication<'_>,
    here: &str,
    id: AttachmentId,
) -> AttachmentView<'e> {
    let notice = publication.notice;
    let attachment = notice.attachment(id);
    let name = attachment.name.value.as_str();
    let (table, download) = match &attachment.kind {
        AttachmentKind::Table(table) => {
            let workbook = Download::new(here, &routes::workbook(notice), name, None);
            let progress = |row| ledger::progress(edition, publication, table, row, here);
            let table = publication.columns(id).map(|columns| match publication.long_table(id) {
                Some(long) => table::stretch(long, columns, 0, &progress),
                None => table::view(table, columns, &progress),
            });
            (table, Some(workbook))
        }
        AttachmentKind::Paper(_) => (None, None),
        AttachmentKind::File(file) => {
            let bytes = edition.project.files.get(file).map_or(0, PublishedFile::length);
            (None, Some(Download::new(here, &routes::file(file), name, Some(bytes))))
        }
    };
    AttachmentView {
        placed: false,
        opens: notice.attachment_number(id) == Some(1),
        label: notice.attachment_label(id),
        mark: match notice.attachment_number(id) {
            Some(number) if notice.numbers_attachments() => format!("{number}. "),
            _ => String::new(),
        },
        name,
        title: attachment.shown_title(),
        anchor: id.anchor(),
        data: attachment.table().map_or_else(Vec::new, |table| open_data(notice, table, here)),
        table,
        rest: long::rest(edition, publication, id),
        paper: None,
        download,
    }
}
