//! The lists of offices, years and months, and their pages.

use crate::error::Error;
use crate::model::browse::{Due, DutyId};
use crate::model::catalogue;
use crate::model::office::OfficeId;
use crate::render::html::page::Page;
use crate::render::html::subject::{self, Subject};
use crate::render::html::view::{Choice, ChoicesView, Link};
use crate::render::{Edition, routes};
use crate::text::link;

/// Names of the lists.
pub(super) const OFFICES: &str = "按股室查找";
/// By year.
pub const YEARS: &str = "按年份查找";
pub(super) const DEADLINES: &str = "按时限查找";

/// A list of choices: offices, years or months.
#[derive(Clone, Copy)]
pub(super) struct List {
    pub(super) path: &'static str,
    pub(super) name: &'static str,
    pub(super) description: &'static str,
    pub(super) choices: for<'e> fn(&'e Edition<'_>) -> Vec<Choice<'e>>,
}

/// The lists that are not empty in this project.
pub(super) fn lists(edition: &Edition<'_>) -> Vec<List> {
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

pub(super) fn choices(edition: &Edition<'_>, list: List) -> Result<Vec<u8>, Error> {
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

pub(super) fn due_name(due: Due) -> String {
    match due {
        Due::Month(year, month) => format!("{year}年{month}月"),
        Due::Ongoing => "长期坚持".to_owned(),
        Due::Other => "立即办理和其他时限".to_owned(),
    }
}
