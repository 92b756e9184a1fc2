//! All public texts with their places.
//!
//! The rules of wording and privacy check this list only: a new public field of the model must be added here.

mod text;
mod texts;

use jiff::civil::Date;

use crate::model::Project;
use crate::model::attachment::AttachmentKind;
use crate::model::disclosure::Value as FieldValue;
use crate::model::notice::Notice;
use crate::model::progress::Note;
use crate::model::public::texts::Texts;
use crate::model::summary::YearSummary;
use crate::source::Located;

pub use text::{PublicText, TextKind};

impl Project {
    /// The public texts of the site and the sections, in reading order.
    #[must_use]
    pub fn own_texts(&self) -> Vec<PublicText<'_>> {
        let site = &self.site;
        let lines =
            [Some(&site.name), site.organiser.as_ref(), site.operator.as_ref(), site.contact.as_ref()];
        let sections = self.sections.iter().flat_map(|section| {
            let texts = [Some(&section.name), section.description.as_ref(), section.kind.as_ref()];
            texts.into_iter().flatten().chain(&section.keywords)
        });
        let statuses = site.statuses.iter().map(|(_, status)| &status.word);
        let names = lines.into_iter().flatten().chain(&site.metadata.names);
        let of_site = names.chain(statuses).chain(sections);
        let of_site =
            of_site.map(|text| PublicText { notice: None, kind: TextKind::Site, text, paper: None });
        let mut of_site_itself = Texts { notice: None, list: Vec::new() };
        for standard in &self.standards {
            of_site_itself.table(&standard.table);
        }
        for page in self.site.pages() {
            of_site_itself.push(TextKind::Line, &page.title);
            of_site_itself.paper(&page.body);
        }
        let keys =
            self.own_keys().map(|text| PublicText { notice: None, kind: TextKind::Key, text, paper: None });
        of_site.chain(of_site_itself.list).chain(keys).collect()
    }

    /// Public texts of the site that are not prose: numbers and addresses, all names of offices, the project's templates.
    fn own_keys(&self) -> impl Iterator<Item = &Located<String>> {
        let site = &self.site;
        let places = site.places.iter().map(|place| &place.written);
        let numbers = [&site.domain, &site.id_code, &site.icp, &site.police, &site.mark, &site.index];
        let codes = self.sections.iter().filter_map(|section| section.code.as_ref());
        // The search finds an office by its other names, too.
        let offices = self
            .register
            .offices
            .iter()
            .flat_map(|office| std::iter::once(&office.name).chain(&office.aliases));
        let contacts = self.register.offices.iter().filter(|_| site.shows_contacts);
        let contacts = contacts.flat_map(|office| office.contacts.iter().chain(&office.phones));
        numbers
            .into_iter()
            .flatten()
            .chain(codes)
            .chain(places)
            .chain(offices)
            .chain(contacts)
            .chain(self.templates.values())
    }
}

impl Notice {
    /// Every text of the notice that is or will be public, in reading order. Includes public notes with a later date, and
    /// all signed public summaries. Of a withdrawn notice: its title and the reason.
    #[must_use]
    pub fn texts(&self) -> Vec<PublicText<'_>> {
        self.texts_with(|note| note.public, |summary| summary.public && summary.is_signed())
    }

    /// Every text of the notice that is public on a day, in reading order.
    #[must_use]
    pub fn texts_on(&self, today: Date) -> Vec<PublicText<'_>> {
        self.texts_with(|note| note.is_published(today), |summary| summary.is_published(today))
    }

    fn texts_with(
        &self,
        shows_note: impl Fn(&Note) -> bool,
        shows_summary: impl Fn(&YearSummary) -> bool,
    ) -> Vec<PublicText<'_>> {
        let mut texts = Texts { notice: Some(self), list: Vec::new() };
        texts.extend(TextKind::Line, self.own_title());
        texts.extend(TextKind::Line, &self.title_lines);
        texts.extend(TextKind::Line, &self.issuers);
        if let Some(withdrawal) = &self.withdrawal {
            texts.extend(TextKind::Line, &withdrawal.reason);
            return texts.list;
        }
        texts.extend(TextKind::Number, &self.number);
        texts.extend(TextKind::Name, &self.index);
        texts.extend(TextKind::Key, &self.running);
        texts.extend(TextKind::Line, &self.addressee);
        texts.extend(TextKind::Line, &self.source);
        texts.extend(TextKind::Line, &self.summary);
        texts.extend(TextKind::Line, &self.keywords);
        texts.extend(TextKind::Line, &self.editor);
        for related in self.interpretations.iter().chain(&self.related) {
            texts.push(TextKind::Line, &related.name);
            texts.push(TextKind::Key, &related.url);
        }
        texts.extend(TextKind::Line, self.imprint.texts());
        texts.paper(&self.body);
        for attachment in &self.attachments {
            texts.push(TextKind::Name, &attachment.name);
            texts.extend(TextKind::Line, &attachment.title);
            match &attachment.kind {
                AttachmentKind::Table(table) => texts.table(table),
                AttachmentKind::Paper(paper) => texts.paper(paper),
                AttachmentKind::File(_) => {}
            }
        }
        if let Some(table) = &self.inline {
            texts.table(table);
        }
        for field in &self.disclosure.fields {
            texts.push(TextKind::Key, &field.name);
            match &field.value {
                FieldValue::Texts(values) => texts.extend(TextKind::Field, values),
                FieldValue::Levels(levels) => {
                    for level in levels {
                        texts.push(TextKind::Field, &level.name);
                        texts.extend(TextKind::Field, &level.channels);
                    }
                }
            }
        }
        for note in self.notes.iter().filter(|note| shows_note(note)) {
            texts.note(note);
        }
        for summary in self.summaries.iter().filter(|summary| shows_summary(summary)) {
            texts.push(TextKind::Line, &summary.office.text);
            texts.paper(&summary.body);
        }
        texts.list
    }
}
