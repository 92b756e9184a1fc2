//! 查找: the duties of all notices by 责任股室 and by 完成时限, and the lists of offices, years and months.

mod duties;
mod lists;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::browse::{Due, Duty, DutyId};
use crate::model::office::OfficeId;
use crate::render::html::browse::duties::{Of, contact, duties_page};
use crate::render::html::browse::lists::{DEADLINES, OFFICES, choices, due_name, lists};
use crate::render::html::pager::{DUTIES, Paging};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::link;

pub use lists::{YEARS, ways};

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
