//! A page of duties: grouped by notice, and by day in a list by days.

use jiff::civil::Date;

use crate::error::Error;
use crate::model::browse::Duty;
use crate::model::notice::Notice;
use crate::model::office::Office;
use crate::model::table::Measure;
use crate::render::html::page::Page;
use crate::render::html::pager::{Paging, title};
use crate::render::html::subject::{self, Subject};
use crate::render::html::view::{DutiesView, DutyBlock, DutyView, Link, TaskView};
use crate::render::{Edition, routes};
use crate::source::Located;
use crate::text::{date, link};

/// Selection of duties: an office or a month.
pub(super) struct Of<'s> {
    pub(super) way: &'static str,
    pub(super) way_path: &'static str,
    pub(super) name: &'s str,
    pub(super) description: &'s str,
    /// Its anchor on a ledger page, with `#`.
    pub(super) anchor: &'s str,
    /// 联系人 and 联系电话.
    pub(super) contact: Option<String>,
}

/// 联系人 and 联系电话 of an office in one line; `None` without any.
pub(super) fn contact(office: &Office) -> Option<String> {
    let line = |label: &str, texts: &[Located<String>]| {
        let texts = texts.iter().map(|text| text.value.trim()).filter(|text| !text.is_empty());
        let texts = texts.collect::<Vec<_>>().join("、");
        (!texts.is_empty()).then(|| format!("{label}：{texts}"))
    };
    let lines = [line("联系人", &office.contacts), line("联系电话", &office.phones)];
    let lines: Vec<String> = lines.into_iter().flatten().collect();
    (!lines.is_empty()).then(|| lines.join("；"))
}

/// A page of duties: grouped by notice, and by day in a list by days.
pub(super) fn duties_page(
    edition: &Edition<'_>,
    paging: Paging<'_>,
    n: usize,
    of: Of<'_>,
    duties: &[(Option<Date>, &Duty<'_>)],
) -> Result<Vec<u8>, Error> {
    let (here, title) = (paging.path(n), title(of.name, n));
    let list = subject::List {
        name: of.name.into(),
        about: of.description.into(),
        above: Some((of.way, of.way_path)),
        is_column: true,
    };
    let page = Page::new(edition.project, &here, &title, &Subject::List(list));
    let together = |a: &(Option<Date>, &Duty<'_>), b: &(Option<Date>, &Duty<'_>)| {
        a.0 == b.0 && std::ptr::eq(a.1.notice, b.1.notice)
    };
    let today = edition.project.today;
    let ledger = |notice: &Notice| {
        let anchor = if notice.shown_progress.offices { of.anchor } else { "" };
        let href = || format!("{}{anchor}", link::relative(&here, &routes::ledger(notice)));
        notice.has_ledger(today).then(href)
    };
    let blocks = duties.chunk_by(together);
    let blocks = blocks.map(|block| duty_block(block, &here, ledger(block[0].1.notice))).collect();
    let pager = paging.pager(n);
    let view = DutiesView { name: of.name, description: of.description, contact: of.contact, blocks, pager };
    edition.theme.page("duties.html", &page, &view)
}

fn duty_block<'d>(
    block: &[(Option<Date>, &'d Duty<'_>)],
    here: &str,
    ledger: Option<String>,
) -> DutyBlock<'d> {
    let (day, first) = block[0];
    let same_task = |a: &(Option<Date>, &Duty<'_>), b: &(Option<Date>, &Duty<'_>)| {
        std::ptr::eq(a.1.entry.task, b.1.entry.task)
    };
    let task = |duties: &[(Option<Date>, &'d Duty<'_>)]| TaskView {
        name: &duties[0].1.entry.task.name.value,
        duties: duties.iter().map(|(_, duty)| duty_view(duty)).collect(),
    };
    DutyBlock {
        day: day.map(date::chinese),
        notice: Link {
            text: first.notice.full_title().into(),
            href: link::relative(here, &routes::notice(first.notice)),
        },
        ledger,
        tasks: block.chunk_by(same_task).map(task).collect(),
    }
}

fn duty_view<'d>(duty: &'d Duty<'_>) -> DutyView<'d> {
    let measure = duty.entry.measure.map(Measure::printed_text).unwrap_or_default();
    DutyView { measure, offices: &duty.owners, deadlines: &duty.deadlines }
}
