//! `offices.yaml` becomes the register.

use std::cell::RefCell;

use jiff::civil::Date;

use crate::model::office::{Collective, Office, Register};
use crate::read::disk::content::Content;
use crate::read::form::offices::{OfficeEntry, OfficesFile};
use crate::read::lower::Lower;
use crate::source::Span;

/// 机构名录 of a project, as far as it can be read; its mistakes are left to checking.
#[must_use]
pub fn register(content: &Content) -> Register {
    // No value of the register depends on the day.
    Lower { content, today: Date::ZERO, report: RefCell::default(), named: RefCell::default() }.register()
}

impl Lower<'_> {
    /// 机构名录; an empty one where the file is missing.
    pub(super) fn register(&self) -> Register {
        let Some(id) = self.required_file("offices.yaml") else { return Register::default() };
        let Some(file) = self.yaml::<OfficesFile>(id) else { return Register::default() };
        let offices = file.offices.given().unwrap_or_default().0;
        let collectives = file.collectives.given().unwrap_or_default().0;
        let offices = offices.into_iter().map(|entry| match entry {
            OfficeEntry::Text(name) => Office::named(name),
            OfficeEntry::Record(record) => Office {
                name: self.required(record.value.name, "名称", head(record.span)),
                aliases: record.value.aliases.given().unwrap_or_default().0,
                contacts: record.value.contacts.given().unwrap_or_default().0,
                phones: record.value.phones.given().unwrap_or_default().0,
            },
        });
        let collectives = collectives.into_iter().map(|record| Collective {
            name: self.required(record.value.name, "名称", head(record.span)),
            members: record.value.members.given().map(|members| members.0),
        });
        let outside_bodies = file.outside_bodies.given().unwrap_or_default().0;
        Register::new(offices.collect(), collectives.collect(), outside_bodies)
    }
}

/// The beginning of a record: where a finding about what it lacks points.
pub(super) fn head(record: Span) -> Span {
    Span { end: record.start, ..record }
}
