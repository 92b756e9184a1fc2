//! 长表: further pages of a table that is too long for its notice's page, and the links to them on that page.

use serde::Serialize;

use crate::error::Error;
use crate::model::attachment::AttachmentId;
use crate::model::long::Long;
use crate::model::notice::Notice;
use crate::render::html::download::open_data;
use crate::render::html::filters::filters;
use crate::render::html::ledger;
use crate::render::html::page::Page;
use crate::render::html::pager::{Pager, title};
use crate::render::html::subject::{Article, Subject};
use crate::render::html::table::{self, TableView};
use crate::render::html::view::{Download, Link, RestView};
use crate::render::publication::Publication;
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

/// `table-part.html`.
#[derive(Debug, Serialize)]
struct PartView<'p> {
    /// The notice, at the place of the table.
    notice: Link<'p>,
    /// 发布日期 of the notice, `2024-08-01 10:00`.
    published: String,
    /// 附件, or 附件1, 附件2 if there are several.
    label: String,
    /// Number of rows of the whole table.
    rows: usize,
    /// The first and the last row that are shown, from 1.
    first: usize,
    last: usize,
    /// 通栏 of the first row, if it is on a previous page.
    section: Option<&'p str>,
    /// The rows that are shown.
    table: Option<TableView<'p>>,
    /// The links to the other pages.
    pager: Pager,
    /// The workbook with the whole table.
    download: Download,
    /// The whole table as open data.
    data: Vec<Download>,
    /// The filters of Pagefind: as on the notice's page, with the offices of this page.
    filters: Vec<(&'static str, String)>,
}

/// The further pages of the long tables of a notice.
pub fn plan<'e>(
    edition: &'e Edition<'e>,
    publication: &'e Publication<'e>,
    artifacts: &mut Vec<Artifact<'e>>,
) -> Result<(), Error> {
    let notice = publication.notice;
    for (attachment, long) in publication.long_tables() {
        for n in 1..long.stretches.len() {
            let path = OutputPath::new(&routes::table_page(notice, attachment, n))?;
            artifacts.push(Artifact::new(path, move || page(edition, publication, attachment, long, n)));
        }
    }
    Ok(())
}

/// Links on the notice's page to the rest of a long attached table.
pub fn rest(
    edition: &Edition<'_>,
    publication: &Publication<'_>,
    attachment: AttachmentId,
) -> Option<RestView> {
    let notice = publication.notice;
    let long = publication.long_table(attachment).filter(|long| long.stretches.len() > 1)?;
    let here = routes::notice(notice);
    let pages = long.stretches.len();
    Some(RestView {
        rows: long.rows(),
        shown: long.stretches[0].rows.end,
        pages,
        next: link::relative(&here, &routes::table_page(notice, attachment, 1)),
        address: edition.project.site.address.as_ref().map(|address| address.of(routes::below_site(&here))),
        pager: Some(pager(notice, attachment, 0, pages)),
    })
}

/// A further page, from 1, of the table of that attachment.
fn page(
    edition: &Edition<'_>,
    publication: &Publication<'_>,
    attachment: AttachmentId,
    long: &Long<'_>,
    n: usize,
) -> Result<Vec<u8>, Error> {
    let (project, notice) = (edition.project, publication.notice);
    let (here, stretch) = (routes::table_page(notice, attachment, n), &long.stretches[n]);
    let title = title(&long.table.name.value, n);
    let article = Article {
        notice,
        title: title.clone().into(),
        published: Some(notice.published.value),
        source: None,
        example: notice.example,
    };
    let name = &notice.attachment(attachment).name.value;
    // Offices of this page only: collecting those of the whole table for each page takes quadratic time.
    let offices = long.owners(n).flat_map(|owner| project.register.offices_of(owner));
    let page = Page::new(project, &here, title, &Subject::Ledger(article));
    let progress = |row| ledger::progress(edition, publication, long.table, row, &here);
    let table = publication.columns(attachment).map(|columns| table::stretch(long, columns, n, &progress));
    let view = PartView {
        notice: Link { text: notice.full_title().into(), href: href(notice, attachment, &here, 0) },
        published: notice.published.value.to_string(),
        label: label(notice, attachment),
        rows: long.rows(),
        first: stretch.rows.start + 1,
        last: stretch.rows.end,
        section: stretch.banner,
        table,
        pager: pager(notice, attachment, n, long.stretches.len()),
        download: Download::new(&here, &routes::workbook(notice), name, None),
        data: open_data(notice, long.table, &here),
        filters: filters(project, notice, offices.collect()),
    };
    edition.theme.page("table-part.html", &page, &view)
}

/// The attachment's label, or else its name.
fn label(notice: &Notice, attachment: AttachmentId) -> String {
    notice.attachment_label(attachment).unwrap_or_else(|| notice.attachment(attachment).name.value.clone())
}

fn pager(notice: &Notice, attachment: AttachmentId, page: usize, pages: usize) -> Pager {
    let here = match page {
        0 => routes::notice(notice),
        _ => routes::table_page(notice, attachment, page),
    };
    let label = format!("{}分页", label(notice, attachment));
    Pager::new(label, page, pages, |to| href(notice, attachment, &here, to))
}

/// The link to a page of a table: the first is on the notice's.
fn href(notice: &Notice, attachment: AttachmentId, here: &str, page: usize) -> String {
    match page {
        0 => format!("{}#{}", link::relative(here, &routes::notice(notice)), attachment.anchor()),
        _ => link::relative(here, &routes::table_page(notice, attachment, page)),
    }
}
