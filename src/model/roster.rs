//! 责任人、联络人名单: who is in charge of an office's part and whom to call. Internal; no page shows any of it.

use std::collections::BTreeSet;

use crate::model::office::{OfficeId, Owner, Register};
use crate::source::{Located, Span};

/// What `roster.yaml` says.
#[derive(Debug)]
pub struct Roster {
    /// In the order of writing.
    pub contacts: Vec<Contact>,
    /// The beginning of the file.
    pub span: Span,
}

/// One office's line.
#[derive(Debug)]
pub struct Contact {
    /// 股室.
    pub office: Owner,
    /// 责任人: who answers for it.
    pub responsible: Vec<Located<String>>,
    /// 联络人: who reports.
    pub liaison: Vec<Located<String>>,
    /// 电话.
    pub phones: Vec<Located<String>>,
    /// Where the line begins.
    pub span: Span,
}

impl Roster {
    /// The offices that have a line.
    #[must_use]
    pub fn offices(&self, register: &Register) -> BTreeSet<OfficeId> {
        self.contacts.iter().flat_map(|contact| register.offices_of(&contact.office)).collect()
    }

    /// The words for who is not named for an office, be it in one line or in several: 责任人, 联络人; none when both are.
    #[must_use]
    pub fn missing(&self, office: OfficeId, register: &Register) -> Vec<&'static str> {
        let says = |names: &[Located<String>]| names.iter().any(|name| !name.value.trim().is_empty());
        let named = |of: fn(&Contact) -> &[Located<String>]| {
            self.of_office(office, register).any(|contact| says(of(contact)))
        };
        let roles = [("责任人", named(|line| &line.responsible)), ("联络人", named(|line| &line.liaison))];
        roles.into_iter().filter(|(_, named)| !named).map(|(word, _)| word).collect()
    }

    /// The lines of an office.
    pub fn of_office(&self, office: OfficeId, register: &Register) -> impl Iterator<Item = &Contact> {
        self.contacts.iter().filter(move |contact| register.offices_of(&contact.office).contains(&office))
    }
}
