//! 责任人联络人名单: the named persons of every office with duties, and the missing names.

use crate::model::Project;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::roster::Contact;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::about;
use crate::render::xlsx::internal::sheet::{Column, NOT_REPORTED, Sheet, numbered};
use crate::render::xlsx::value::Values;
use crate::source::Located;
use crate::text::date::chinese;

const COLUMNS: [Column<'_>; 7] = [
    Column::short("序号", 7.0).of(Values::Ordinals),
    Column::short("股室", 26.0),
    Column::short("责任人", 20.0),
    Column::short("联络人", 20.0),
    Column::short("电话", 24.0),
    Column::short("承担事项", 12.0),
    Column::short("所缺", 24.0),
];

const SHEET: Sheet<'_> =
    Sheet { name: "责任人联络人名单", columns: &COLUMNS, leading: 0, filters: true };

/// Writes the sheet.
pub fn write(project: &Project, notice: &Notice, book: &mut Book<'_>) -> Result<(), Cause> {
    let register = &project.register;
    let ledger = Ledger::new(project, notice, Audience::Internal);
    let offices = ledger.offices();
    let mut rows: Vec<Vec<String>> = Vec::new();
    for office in &offices {
        let names = named(notice, *office, register);
        let items = format!("{}项", ledger.rows_of(*office).count());
        rows.push(texts(&register.office(*office).name.value, names, items));
    }
    let complete = rows.iter().filter(|texts| texts[5].is_empty()).count();
    // Persons named for offices without duties, or outside the register, are listed, too.
    let contacts = notice.roster.iter().flat_map(|roster| &roster.contacts);
    for contact in contacts.filter(|contact| register.offices_of(&contact.office).is_disjoint(&offices)) {
        rows.push(texts(&contact.office.text.value, names_of(&[contact]), "无".to_owned()));
    }
    let due = notice.roster_due.as_ref().map(|due| format!("报送期限：{}。", chinese(due.value)));
    let counted = format!(
        "{}共{}个股室承担任务，{complete}个已报齐，{}个未报齐。",
        due.unwrap_or_default(),
        offices.len(),
        offices.len() - complete
    );
    SHEET.write(book, &about(project, notice, &counted), &numbered(rows))?;
    Ok(())
}

/// A row: missing names are marked in their cells, and repeated in the last cell for filtering. Telephone numbers are
/// not required.
fn texts(office: &str, [responsible, liaison, phones]: [String; 3], items: String) -> Vec<String> {
    let roles = [("责任人", &responsible), ("联络人", &liaison)];
    let lacking = roles.iter().filter(|(_, name)| name.is_empty()).map(|(role, _)| *role);
    let lacking = lacking.collect::<Vec<_>>().join("、");
    let shown = |name: String| if name.is_empty() { NOT_REPORTED.to_owned() } else { name };
    vec![office.to_owned(), shown(responsible), shown(liaison), phones, items, lacking]
}

/// An office with its named persons and their telephone numbers, or the words for nobody.
pub fn contact(project: &Project, notice: &Notice, office: OfficeId) -> String {
    let name = &project.register.office(office).name.value;
    let [responsible, liaison, phones] = named(notice, office, &project.register);
    let or_missing = |names: String| if names.is_empty() { NOT_REPORTED.to_owned() } else { names };
    let phones = if phones.is_empty() { phones } else { format!("，电话{phones}") };
    format!("{name}：责任人{}，联络人{}{phones}", or_missing(responsible), or_missing(liaison))
}

/// An office with its responsible persons.
pub fn responsible(project: &Project, notice: &Notice, office: OfficeId) -> String {
    let [names, ..] = named(notice, office, &project.register);
    let names = if names.is_empty() { format!("责任人{NOT_REPORTED}") } else { names };
    format!("{}（{names}）", project.register.office(office).name.value)
}

/// 责任人, 联络人 and 电话 of an office; empty if nobody is named.
fn named(notice: &Notice, office: OfficeId, register: &Register) -> [String; 3] {
    let lines = notice.roster.iter().flat_map(|roster| roster.of_office(office, register));
    names_of(&lines.collect::<Vec<_>>())
}

fn names_of(contacts: &[&Contact]) -> [String; 3] {
    let all = |names: fn(&Contact) -> &[Located<String>]| {
        let names = contacts.iter().flat_map(|contact| names(contact)).map(|name| name.value.trim());
        names.filter(|name| !name.is_empty()).collect::<Vec<_>>().join("、")
    };
    [all(|contact| &contact.responsible), all(|contact| &contact.liaison), all(|contact| &contact.phones)]
}
