//! 责任人、联络人名单: responsible persons and contacts of the offices. Internal, never published.

use std::collections::BTreeSet;

use crate::model::office::{OfficeId, Owner, Register};
use crate::source::{Located, Span};

/// The content of `roster.yaml`.
#[derive(Debug)]
pub struct Roster {
    /// In the order of writing.
    pub contacts: Vec<Contact>,
    /// The beginning of the file.
    pub span: Span,
}

/// The line of an office.
#[derive(Debug)]
pub struct Contact {
    /// 股室.
    pub office: Owner,
    /// 责任人: responsible persons.
    pub responsible: Vec<Located<String>>,
    /// 联络人: contacts who report.
    pub liaison: Vec<Located<String>>,
    /// 电话.
    pub phones: Vec<Located<String>>,
    /// The beginning of the line.
    pub span: Span,
}

impl Roster {
    /// The offices with a line, as indexes into the register.
    #[must_use]
    pub fn offices(&self, register: &Register) -> BTreeSet<OfficeId> {
        self.contacts.iter().flat_map(|contact| register.offices_of(&contact.office)).collect()
    }

    /// The roles not named for an office in any of its lines: 责任人, 联络人.
    #[must_use]
    pub fn missing(&self, office: OfficeId, register: &Register) -> Vec<&'static str> {
        let has_name = |names: &[Located<String>]| names.iter().any(|name| !name.value.trim().is_empty());
        let named = |of: fn(&Contact) -> &[Located<String>]| {
            self.of_office(office, register).any(|contact| has_name(of(contact)))
        };
        let roles = [("责任人", named(|line| &line.responsible)), ("联络人", named(|line| &line.liaison))];
        roles.into_iter().filter(|(_, named)| !named).map(|(word, _)| word).collect()
    }

    /// The lines of an office.
    pub fn of_office(&self, office: OfficeId, register: &Register) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |contact| register.offices_of(&contact.office).contains(&office))
    }
}
