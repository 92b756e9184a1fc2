//! `roster.yaml` becomes the roster.

use crate::model::office::Register;
use crate::model::roster::{Contact, Roster};
use crate::read::fault::fields;
use crate::read::form::roster::RosterFile;
use crate::read::lower::offices::head;
use crate::read::lower::{Lookup, Lower};
use crate::read::yaml::field::Field;
use crate::source::Span;

impl Lower<'_> {
    /// 责任人、联络人名单 of the notice in a folder, if it has one that can be read.
    pub(super) fn roster(&self, folder: &str, register: &Register) -> Option<Roster> {
        let Lookup::Text(file) = self.look_up(&format!("{folder}/roster.yaml")) else { return None };
        let form: RosterFile = self.yaml(file)?;
        let span = Span::head(file);
        if let Field::Absent = form.contacts {
            self.report.borrow_mut().push(fields::missing_key(span, "名单"));
        }
        let contacts = form.contacts.given().unwrap_or_default().0;
        let contacts = contacts.into_iter().map(|record| {
            let span = head(record.span);
            let record = record.value;
            Contact {
                office: register.owner(self.required(record.office, "股室", span)),
                responsible: record.responsible.given().unwrap_or_default().0,
                liaison: record.liaison.given().unwrap_or_default().0,
                phones: record.phones.given().unwrap_or_default().0,
                span,
            }
        });
        Some(Roster { contacts: contacts.collect(), span })
    }
}
