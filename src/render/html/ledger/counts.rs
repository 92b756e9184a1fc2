//! The counts of a ledger, in words and charts, and its lists: what presses, and the items of each office.

use serde::Serialize;

use crate::model::ledger::{Ledger, Row, Totals, YearGone};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::share::{permille, permilles};
use crate::render::html::ledger::chart::{Bar, ChartView, percent};
use crate::render::html::ledger::href::item_href;
use crate::render::html::ledger::rows::pressing;
use crate::render::html::report::{self, StatusView, UNREPORTED};
use crate::render::html::summary;
use crate::render::html::view::Link;
use crate::render::publication::Publication;
use crate::render::{Edition, routes};

/// The parts of the first page before and behind its tasks.
#[derive(Debug, Serialize)]
pub struct CountsView<'p> {
    /// Number of items; 0 if the notice has no table.
    items: usize,
    /// Each status with its number and share.
    by_status: Vec<StatusCount<'p>>,
    /// The counts as bars.
    shares: ChartView<'p>,
    /// 序时进度 and 完成进度.
    pace: ChartView<'p>,
    /// 逾期.
    overdue: Vec<Pressing>,
    /// 将到期.
    soon: Vec<Pressing>,
    /// Headings of the counts in the table of offices.
    heads: Vec<&'p str>,
    /// 各股室.
    offices: Vec<OfficeCount<'p>>,
    /// 年度总结.
    summaries: Vec<Link<'p>>,
}

/// Number of items with a status.
#[derive(Debug, Serialize)]
pub struct StatusCount<'p> {
    status: StatusView<'p>,
    count: usize,
    /// `14.3%`.
    share: String,
}

/// An item that is overdue or due soon.
#[derive(Debug, Serialize)]
pub struct Pressing {
    /// Its anchor on the page.
    href: String,
    /// Its number, as under 事项.
    place: String,
    /// The beginning of its words.
    words: String,
    /// Whether words were left out; then the paper has the number alone, and all words further down.
    cut: bool,
    offices: String,
    deadline: String,
    /// 逾期15天.
    timing: String,
}

/// The counts of an office's items.
#[derive(Debug, Serialize)]
pub struct OfficeCount<'p> {
    anchor: String,
    name: &'p str,
    /// Counts under the headings.
    counts: Vec<usize>,
    /// Its items.
    items: Vec<Link<'p>>,
}

/// The parts of the first page before and behind its tasks.
pub fn counts<'e>(
    edition: &'e Edition<'_>,
    publication: &'e Publication<'_>,
    ledger: &'e Ledger<'_>,
    here: &str,
) -> CountsView<'e> {
    let (project, notice) = (edition.project, publication.notice);
    let totals = ledger.totals();
    let by_status = by_status(edition, &totals);
    let bar = |count: &StatusCount<'e>| Bar {
        label: format!("{} {}项", count.status.word, count.count),
        share: count.share.clone(),
        colour: count.status.colour,
    };
    let press = |row| Pressing::of(publication, row, here);
    CountsView {
        items: totals.items,
        shares: ChartView::new(
            "shares",
            "各种状态的项数和占比",
            in_words(edition, &totals),
            by_status.iter().map(bar).collect(),
        ),
        pace: pace(notice, ledger, &totals),
        by_status,
        overdue: ledger.rows().filter(|row| row.is_overdue()).map(press).collect(),
        soon: ledger.rows().filter(|row| row.is_due_soon()).map(press).collect(),
        heads: heads(edition, &totals),
        offices: if notice.shown_progress.offices {
            offices(edition, publication, ledger, &totals)
        } else {
            Vec::new()
        },
        summaries: summary::links(project, notice, here),
    }
}

/// Counts of the statuses in use, and of items without published notes.
fn by_status<'e>(edition: &'e Edition<'_>, totals: &Totals) -> Vec<StatusCount<'e>> {
    let known = totals.by_status.iter().map(|(id, count)| (report::status(edition.project, *id), *count));
    let all = known.chain([(UNREPORTED, totals.unreported)]).filter(|(_, count)| *count > 0);
    let (statuses, counts): (Vec<_>, Vec<usize>) = all.unzip();
    let shares = permilles(&counts).into_iter().map(percent);
    let each = statuses.into_iter().zip(counts).zip(shares);
    each.map(|((status, count), share)| StatusCount { status, count, share }).collect()
}

/// 共14项：已完成2项，正在推进2项；逾期1项。
pub fn in_words(edition: &Edition<'_>, totals: &Totals) -> String {
    let counts = by_status(edition, totals).into_iter();
    let counts: Vec<String> = counts.map(|one| format!("{}{}项", one.status.word, one.count)).collect();
    let pressing = [("逾期", totals.overdue), ("30天内到期", totals.soon)].into_iter();
    let pressing = pressing.filter(|(_, count)| *count > 0);
    let pressing: Vec<String> = pressing.map(|(word, count)| format!("{word}{count}项")).collect();
    let parts = [counts.join("，"), pressing.join("，")];
    let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
    if totals.items == 0 {
        String::new()
    } else {
        format!("共{}项：{}。", totals.items, parts.join("；"))
    }
}

/// 序时进度 and 完成进度.
fn pace<'p>(notice: &Notice, ledger: &Ledger<'_>, totals: &Totals) -> ChartView<'p> {
    let gone = YearGone::of(notice.dated.value, ledger.today);
    let count = |days: i16| usize::try_from(days).unwrap_or_default();
    let ends = totals.with_an_end();
    let bar = |label: &str, share, colour| Bar { label: label.to_owned(), share, colour };
    let bars = vec![
        bar("序时进度", percent(permille(count(gone.days), count(gone.of))), "grey"),
        bar("完成进度", percent(permille(totals.done, ends)), "green"),
    ];
    let done = match totals.going_on {
        0 => format!("{ends}项中已完成{}项", totals.done),
        on => format!("除长期坚持的{on}项外，{ends}项中已完成{}项", totals.done),
    };
    let words = format!(
        "序时进度{}：{}年全年{}天，已过{}天。完成进度{}：{done}。",
        bars[0].share, gone.year, gone.of, gone.days, bars[1].share
    );
    ChartView::new("pace", "序时进度与完成进度", words, bars)
}

impl Pressing {
    fn of(publication: &Publication<'_>, row: &Row<'_>, here: &str) -> Self {
        let all = row.entry.words();
        let words: String = all.chars().take(30).collect();
        Self {
            href: item_href(publication, row.entry.item, here),
            place: publication.notice.item_words(row.entry.item),
            cut: words.len() < all.len(),
            words,
            offices: report::in_one_line(row.entry.owners().iter().map(|owner| owner.text.value.as_str())),
            deadline: report::in_one_line(row.entry.deadlines().iter().map(|line| line.text.value.as_str())),
            timing: pressing(row.timing).0,
        }
    }
}

/// The counts of each office that has items.
fn heads<'e>(edition: &'e Edition<'_>, totals: &Totals) -> Vec<&'e str> {
    let statuses = by_status(edition, totals).into_iter().map(|count| count.status.word);
    let pressing = [("逾期", totals.overdue), ("30天内到期", totals.soon)];
    let pressing = pressing.into_iter().filter(|(_, count)| *count > 0).map(|(word, _)| word);
    std::iter::once("合计").chain(statuses).chain(pressing).collect()
}

fn offices<'e>(
    edition: &'e Edition<'_>,
    publication: &Publication<'_>,
    ledger: &Ledger<'_>,
    all: &Totals,
) -> Vec<OfficeCount<'e>> {
    let (project, notice) = (edition.project, publication.notice);
    let here = routes::ledger(notice);
    let counts = |totals: &Totals| {
        // In the order of the headings, without statuses that no item of the notice has.
        let pairs = |totals: &Totals| {
            let by_status = totals.by_status.values().copied();
            by_status.chain([totals.unreported, totals.overdue, totals.soon]).collect::<Vec<_>>()
        };
        let there = pairs(totals).into_iter().zip(pairs(all)).filter(|(_, all)| *all > 0);
        std::iter::once(totals.items).chain(there.map(|(count, _)| count)).collect()
    };
    let item = |row: &Row<'_>| Link {
        text: notice.item_words(row.entry.item).into(),
        href: item_href(publication, row.entry.item, &here),
    };
    let view = |office: OfficeId| {
        let name = project.register.office(office);
        OfficeCount {
            anchor: routes::office_anchor(name),
            name: &name.name.value,
            counts: counts(&ledger.totals_of(office)),
            items: ledger.rows_of(office).map(item).collect(),
        }
    };
    ledger.offices().into_iter().map(view).collect()
}
