//! 查找: the duties of all notices by 责任股室 and by 完成时限, and the lists of offices, years and months.

use jiff::civil::Date;

use crate::error::Error;
use crate::model::browse::{Due, Duty, DutyId};
use crate::model::catalogue;
use crate::model::notice::Notice;
use crate::model::office::{Office, OfficeId};
use crate::model::table::Measure;
use crate::render::html::page::Page;
use crate::render::html::pager::{DUTIES, Paging, title};
use crate::render::html::subject::{self, Subject};
use crate::render::html::view::{Choice, ChoicesView, DutiesView, DutyBlock, DutyView, Link, TaskView};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::source::Located;
use crate::text::{date, link};

/// Names of the lists.
const OFFICES: &str = "按股室查找";
/// By year.
pub const YEARS: &str = "按年份查找";
const DEADLINES: &str = "按时限查找";

/// The lists, and the pages of offices and months.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let mut artifacts = Vec::new();
    for list in lists(edition) {
        let path = OutputPath::new(list.path)?;
        artifacts.push(Artifact::new(path, move || choices(edition, list)));
    }
    for (office, duties) in &edition.browse_index.by_office {
        let first = edition.office_page(*office);
        let paging = Paging { first: &first, count: duties.len(), each: DUTIES };
        for n in 0..paging.pages() {
            let path = OutputPath::new(&paging.path(n))?;
            artifacts.push(Artifact::new(path, move || office_page(edition, *office, duties, n)));
        }
    }
    for (due, duties) in &edition.browse_index.by_due {
        let first = routes::due(*due);
        let paging = Paging { first: &first, count: duties.len(), each: DUTIES };
        for n in 0..paging.pages() {
            let path = OutputPath::new(&paging.path(n))?;
            artifacts.push(Artifact::new(path, move || due_page(edition, *due, duties, n)));
        }
    }
    Ok(artifacts)
}

/// A list of choices: offices, years or months.
#[derive(Clone, Copy)]
struct List {
    path: &'static str,
    name: &'static str,
    description: &'static str,
    choices: for<'e> fn(&'e Edition<'_>) -> Vec<Choice<'e>>,
}

/// The lists that are not empty in this project.
fn lists(edition: &Edition<'_>) -> Vec<List> {
    let browse_index = &edition.browse_index;
    let offices = List {
        path: routes::OFFICES,
        name: OFFICES,
        description: "各责任股室在全部公开事项中承担的工作举措。",
        choices: office_choices,
    };
    let years = List {
        path: routes::YEARS,
        name: YEARS,
        description: "按发布日期的年份列出公开的信息。",
        choices: year_choices,
    };
    let deadlines = List {
        path: routes::DEADLINES,
        name: DEADLINES,
        description: "按完成时限所在的月份列出工作举措；长期坚持的单独列出。",
        choices: due_choices,
    };
    let all = [
        (offices, !browse_index.by_office.is_empty()),
        (years, !browse_index.by_year.is_empty()),
        (deadlines, !browse_index.by_due.is_empty()),
    ];
    all.into_iter().filter(|(_, leads)| *leads).map(|(list, _)| list).collect()
}

/// Links to the lists, 政府信息公开目录 last.
pub fn ways(edition: &Edition<'_>, here: &str) -> Vec<Link<'static>> {
    let lists = lists(edition).into_iter().map(|list| (list.name, list.path));
    let all = lists.chain([(catalogue::NAME, routes::CATALOGUE)]);
    all.map(|(name, path)| Link { text: name.into(), href: link::relative(here, path) }).collect()
}

fn choices(edition: &Edition<'_>, list: List) -> Result<Vec<u8>, Error> {
    let subject = subject::List {
        name: list.name.into(),
        about: list.description.into(),
        above: None,
        is_column: true,
    };
    let page = Page::new(edition.project, list.path, list.name, &Subject::List(subject));
    let choices = (list.choices)(edition);
    let view = ChoicesView { name: list.name, description: list.description, choices };
    edition.theme.page("choices.html", &page, &view)
}

fn office_choices<'e>(edition: &'e Edition<'_>) -> Vec<Choice<'e>> {
    let choice = |(office, duties): (&OfficeId, &Vec<DutyId>)| Choice {
        link: Link {
            text: edition.project.register.office(*office).name.value.as_str().into(),
            href: link::relative(routes::OFFICES, &edition.office_page(*office)),
        },
        count: format!("{}项", duties.len()),
    };
    edition.browse_index.by_office.iter().map(choice).collect()
}

fn year_choices<'e>(edition: &'e Edition<'_>) -> Vec<Choice<'e>> {
    let choice = |(year, notices): (&i16, &Vec<_>)| Choice {
        link: Link {
            text: format!("{year}年").into(),
            href: link::relative(routes::YEARS, &routes::year(*year)),
        },
        count: format!("{}项", notices.len()),
    };
    edition.browse_index.by_year.iter().rev().map(choice).collect()
}

fn due_choices<'e>(edition: &'e Edition<'_>) -> Vec<Choice<'e>> {
    let choice = |(due, duties): (&Due, &Vec<_>)| Choice {
        link: Link {
            text: due_name(*due).into(),
            href: link::relative(routes::DEADLINES, &routes::due(*due)),
        },
        count: format!("{}项", duties.len()),
    };
    edition.browse_index.by_due.iter().map(choice).collect()
}

fn due_name(due: Due) -> String {
    match due {
        Due::Month(year, month) => format!("{year}年{month}月"),
        Due::Ongoing => "长期坚持".to_owned(),
        Due::Other => "立即办理和其他时限".to_owned(),
    }
}

fn office_page(
    edition: &Edition<'_>,
    office: OfficeId,
    duties: &[DutyId],
    n: usize,
) -> Result<Vec<u8>, Error> {
    let (browse_index, first) = (&edition.browse_index, edition.office_page(office));
    let office = edition.project.register.office(office);
    let paging = Paging { first: &first, count: duties.len(), each: DUTIES };
    let description = format!("在全部公开事项中承担的工作举措，共{}项。", duties.len());
    let part: Vec<(Option<Date>, &Duty<'_>)> =
        paging.part(n, duties).iter().map(|duty| (None, browse_index.duty(*duty))).collect();
    // The anchor of an office on the ledger page is made from its name.
    let anchor = format!("#{}", link::encoded(&routes::office_anchor(office)));
    let of = Of {
        way: OFFICES,
        way_path: routes::OFFICES,
        name: &office.name.value,
        description: &description,
        anchor: &anchor,
        contact: edition.project.site.shows_contacts.then(|| contact(office)).flatten(),
    };
    duties_page(edition, paging, n, of, &part)
}

fn due_page(
    edition: &Edition<'_>,
    due: Due,
    duties: &[(Option<Date>, DutyId)],
    n: usize,
) -> Result<Vec<u8>, Error> {
    let first = routes::due(due);
    let paging = Paging { first: &first, count: duties.len(), each: DUTIES };
    let description = match due {
        Due::Month(..) => format!("完成时限在这个月的工作举措，共{}项，按日期先后排列。", duties.len()),
        Due::Ongoing => format!("长期坚持、按期重复的工作举措，共{}项。", duties.len()),
        Due::Other => format!("要求立即办理的，或者时限没有落到具体日期的工作举措，共{}项。", duties.len()),
    };
    let browse_index = &edition.browse_index;
    let part: Vec<(Option<Date>, &Duty<'_>)> =
        paging.part(n, duties).iter().map(|(day, duty)| (*day, browse_index.duty(*duty))).collect();
    let name = due_name(due);
    let of = Of {
        way: DEADLINES,
        way_path: routes::DEADLINES,
        name: &name,
        description: &description,
        anchor: "",
        contact: None,
    };
    duties_page(edition, paging, n, of, &part)
}

/// Selection of duties: an office or a month.
struct Of<'s> {
    way: &'static str,
    way_path: &'static str,
    name: &'s str,
    description: &'s str,
    /// Its anchor on a ledger page, with `#`.
    anchor: &'s str,
    /// 联系人 and 联系电话.
    contact: Option<String>,
}

/// 联系人 and 联系电话 of an office in one line; `None` without any.
fn contact(office: &Office) -> Option<String> {
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
fn duties_page(
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
