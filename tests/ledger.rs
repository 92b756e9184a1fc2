//! The ledger of the content that ships, as of three days, against counts made by hand.

use gongkai::model::deadline::Timing;
use gongkai::model::ledger::{Ledger, Reach, Totals, YearGone, permille};
use gongkai::model::{Project, notice::Notice};
use jiff::civil::{Date, date};

use crate::support::repository;

fn project(today: Date) -> Project {
    gongkai::pipeline::check(repository(), today).unwrap().project
}

/// An item with its status and how its deadline stands: `1.3 正在推进 16`, `1.3 滞后 -15`, `3.1 - .`.
fn states(project: &Project, notice: &Notice, reach: Reach) -> Vec<String> {
    let ledger = Ledger::new(project, notice, reach);
    let state = |row: &gongkai::model::ledger::Row<'_>| {
        let word = row.status.map_or("-", |id| project.site.statuses.get(id).word.value.as_str());
        let days = match row.timing {
            Timing::Overdue(days) => (-days).to_string(),
            Timing::Soon(days) | Timing::Later(days) => days.to_string(),
            Timing::Open => ".".to_owned(),
        };
        format!("{} {word} {days}", notice.item_words(row.entry.item))
    };
    ledger.rows().map(state).collect()
}

/// All, 未启动, 正在推进, 滞后, 已完成, 长期坚持, unreported, overdue, soon, without an end.
fn counts(totals: &Totals) -> [usize; 10] {
    let by: Vec<usize> = totals.by_status.iter().map(|(_, count)| *count).collect();
    let Totals { items, unreported, overdue, soon, going_on, .. } = *totals;
    [items, by[0], by[1], by[2], by[3], by[4], unreported, overdue, soon, going_on]
}

/// The table has 14 measures. Those of 1.3, 2.2 and 5.1 end in December 2024, on the 31st; the other 11 go on.
///
/// By 30 September there are 7 notes on 6 measures: 1.1 (30 August), 2.2 (13 September, internal), 1.2 twice
/// (27 September), 2.1 (29 September), 3.2 and task 5, which has one measure (30 September). 8 have none.
/// From 30 September to 31 December are 92 days: nothing is due soon.
#[test]
fn end_of_september() {
    let project = project(date(2024, 9, 30));
    let notice = &project.notices[0];
    let ledger = Ledger::new(&project, notice, Reach::Internal);
    assert_eq!(
        states(&project, notice, Reach::Internal),
        [
            "1.1 正在推进 .",
            "1.2 正在推进 .",
            "1.3 - 92",
            "2.1 正在推进 .",
            "2.2 未启动 92",
            "3.1 - .",
            "3.2 长期坚持 .",
            "4.1 - .",
            "4.2 - .",
            "5.1 正在推进 92",
            "6.1 - .",
            "7.1 - .",
            "8.1 - .",
            "8.2 - .",
        ]
    );
    // 1 未启动, 4 正在推进, 1 长期坚持, 8 without a note.
    assert_eq!(counts(&ledger.totals()), [14, 1, 4, 0, 0, 1, 8, 0, 0, 11]);
    // The public does not see the internal note on 2.2.
    let public = Ledger::new(&project, notice, Reach::Public);
    assert_eq!(counts(&public.totals()), [14, 0, 4, 0, 0, 1, 9, 0, 0, 11]);
    // January to September are 31+29+31+30+31+30+31+31+30 = 274 of 366 days; 274/366 = 74.86 %.
    let gone = YearGone::of(notice.dated.value, project.today);
    assert_eq!((gone.days, gone.of), (274, 366));
    assert_eq!(permille(274, 366), 748);
}

/// By 1 December there are 8 notes more: 2.1 (11 October), 1.2 (15 October), 4.1 (18 October), 2.2 (31 October),
/// 1.1 (8 November), 1.3 (20 November), 3.2 (26 November), 7.1 (29 November). 9 measures have notes, 5 have none.
/// 31 December is 30 days away: 1.3, 2.2 and 5.1 are due soon.
#[test]
fn first_of_december() {
    let project = project(date(2024, 12, 1));
    let notice = &project.notices[0];
    let ledger = Ledger::new(&project, notice, Reach::Internal);
    assert_eq!(
        states(&project, notice, Reach::Internal),
        [
            "1.1 长期坚持 .",
            "1.2 长期坚持 .",
            "1.3 正在推进 30",
            "2.1 正在推进 .",
            "2.2 正在推进 30",
            "3.1 - .",
            "3.2 长期坚持 .",
            "4.1 长期坚持 .",
            "4.2 - .",
            "5.1 正在推进 30",
            "6.1 - .",
            "7.1 正在推进 .",
            "8.1 - .",
            "8.2 - .",
        ]
    );
    assert_eq!(counts(&ledger.totals()), [14, 0, 5, 0, 0, 4, 5, 0, 3, 11]);
    // 危化股 answers for 1.2 (长期坚持), 1.3 (正在推进, due soon) and 4.2 (no note), two of which go on.
    let register = &project.register;
    let office = register.offices.iter().position(|office| office.name.value == "危化股").unwrap();
    assert_eq!(counts(&ledger.totals_of(office)), [3, 0, 1, 0, 0, 1, 1, 0, 1, 2]);
    // The newest note stands first in a measure's history.
    let row = ledger.rows().find(|row| notice.item_words(row.entry.item) == "1.2").unwrap();
    let days: Vec<String> = row.history.iter().map(|note| note.dated.value.to_string()).collect();
    assert_eq!(days, ["2024-10-15", "2024-09-27", "2024-09-27"]);
    // 336 of 366 days.
    assert_eq!(YearGone::of(notice.dated.value, project.today).days, 336);
}

/// By 15 January there are 5 notes more: 1.3 滞后 (12 December, internal), 2.2 已完成 (20 December),
/// 2.1 长期坚持 (25 December), 5 已完成 (3 January), 1.1 长期坚持 (10 January). 2.2 and 5.1 are done and not
/// overdue; 1.3 is, by 15 days.
#[test]
fn middle_of_january() {
    let project = project(date(2025, 1, 15));
    let notice = &project.notices[0];
    let ledger = Ledger::new(&project, notice, Reach::Internal);
    assert_eq!(
        states(&project, notice, Reach::Internal),
        [
            "1.1 长期坚持 .",
            "1.2 长期坚持 .",
            "1.3 滞后 -15",
            "2.1 长期坚持 .",
            "2.2 已完成 .",
            "3.1 - .",
            "3.2 长期坚持 .",
            "4.1 长期坚持 .",
            "4.2 - .",
            "5.1 已完成 .",
            "6.1 - .",
            "7.1 正在推进 .",
            "8.1 - .",
            "8.2 - .",
        ]
    );
    assert_eq!(counts(&ledger.totals()), [14, 0, 1, 1, 2, 5, 5, 1, 0, 11]);
    // 3 have an end, 2 of them are done.
    let totals = ledger.totals();
    assert_eq!((totals.done, totals.with_an_end()), (2, 3));
    // For the public 1.3 is still what was published of it last.
    let public = Ledger::new(&project, notice, Reach::Public).totals();
    assert_eq!(counts(&public), [14, 0, 2, 0, 2, 5, 5, 1, 0, 11]);
    // The paper is of 2024, all of which is gone.
    let gone = YearGone::of(notice.dated.value, project.today);
    assert_eq!((gone.year, gone.days, gone.of), (2024, 366, 366));
    // The rule of schedule counts as the ledger does: S003 for 1.3 alone.
    let checked = gongkai::pipeline::check(repository(), date(2025, 1, 15)).unwrap();
    let late = checked.report.findings().iter().filter(|finding| finding.code.id == "S003").count();
    assert_eq!(late, 1);
}
