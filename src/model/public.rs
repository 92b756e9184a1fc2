//! All public texts with their places.
//!
//! The rules of wording and privacy check this list only: a new public field of the model must be added here.

use jiff::civil::Date;

use crate::model::Project;
use crate::model::attachment::AttachmentKind;
use crate::model::disclosure::Value as FieldValue;
use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::model::progress::{EvidenceKind, Note};
use crate::model::summary::YearSummary;
use crate::model::table::{Cell, Table, Task, Value};
use crate::source::Located;

/// A public text.
#[derive(Clone, Copy, Debug)]
pub struct PublicText<'p> {
    /// The notice of the text; `None` for texts of the site and the sections.
    pub notice: Option<&'p Notice>,
    /// The kind of text.
    pub kind: TextKind,
    /// The text.
    pub text: &'p Located<String>,
    /// The paper of which they are the source, if they are one.
    pub paper: Option<&'p Paper>,
}

/// Kind of a public text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TextKind {
    /// A name or line of the site or of a section.
    Site,
    /// 标题, 发文机关, 主送: a line of the paper.
    Line,
    /// 发文字号.
    Number,
    /// The body, or an attached paper, in Markdown.
    Markdown,
    /// 正文标题: the heading of a task's paragraph, as written.
    Heading,
    /// 要求: a paragraph of the body.
    Paragraph,
    /// 表名, 填报单位, names of attachments.
    Name,
    /// The number of a task or a measure.
    Marker,
    /// A value in a table.
    Cell,
    /// A field of 基本信息.
    Field,
    /// The name of a file, which is not prose.
    FileName,
    /// A key or identifier, which is not prose.
    Key,
}

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

/// Collects the texts of a notice, or of the site.
struct Texts<'p> {
    notice: Option<&'p Notice>,
    list: Vec<PublicText<'p>>,
}

impl<'p> Texts<'p> {
    fn push(&mut self, kind: TextKind, text: &'p Located<String>) {
        self.list.push(PublicText { notice: self.notice, kind, text, paper: None });
    }

    fn paper(&mut self, paper: &'p Paper) {
        let (notice, text) = (self.notice, &paper.source);
        self.list.push(PublicText { notice, kind: TextKind::Markdown, text, paper: Some(paper) });
    }

    fn extend(&mut self, kind: TextKind, texts: impl IntoIterator<Item = &'p Located<String>>) {
        for text in texts {
            self.push(kind, text);
        }
    }

    fn note(&mut self, note: &'p Note) {
        self.push(TextKind::Line, &note.office.text);
        self.extend(TextKind::Line, &note.title);
        self.paper(&note.body);
        for evidence in &note.evidence {
            let kind = match evidence.kind {
                EvidenceKind::Words => TextKind::Cell,
                EvidenceKind::File(_) | EvidenceKind::Missing => TextKind::FileName,
            };
            self.push(kind, &evidence.text);
        }
    }

    fn table(&mut self, table: &'p Table) {
        self.push(TextKind::Name, &table.name);
        self.extend(TextKind::Name, &table.reporting_unit);
        for column in &table.columns {
            // Most columns are headed by their name.
            let is_head = matches!(&column.header[..], [tier] if tier == &column.name);
            self.extend(TextKind::Key, (!is_head).then_some(&column.name));
            self.extend(TextKind::Name, &column.header);
        }
        for group in &table.groups {
            self.extend(TextKind::Marker, &group.number);
            self.extend(TextKind::Name, &group.banner);
            self.extend(TextKind::Cell, &group.name);
            self.cells(&group.cells);
            for task in &group.tasks {
                self.task(task);
            }
        }
        self.extend(TextKind::Cell, &table.notes);
        self.extend(TextKind::Key, &table.duty_pattern);
    }

    fn task(&mut self, task: &'p Task) {
        self.extend(TextKind::Key, &task.id);
        self.extend(TextKind::Marker, &task.number);
        self.push(TextKind::Cell, &task.name);
        self.extend(TextKind::Heading, &task.heading);
        self.extend(TextKind::Paragraph, &task.requirement);
        self.cells(&task.cells);
        for measure in &task.measures {
            self.extend(TextKind::Key, &measure.id);
            self.extend(TextKind::Marker, &measure.number);
            self.extend(TextKind::Cell, &measure.text);
            self.cells(&measure.cells);
        }
    }

    fn cells(&mut self, cells: &'p [Cell]) {
        for cell in cells {
            match &cell.value {
                Value::Text(lines) => self.extend(TextKind::Cell, lines),
                Value::Offices(owners) => self.extend(TextKind::Cell, owners.iter().map(|owner| &owner.text)),
                Value::Deadlines(lines) => self.extend(TextKind::Cell, lines.iter().map(|line| &line.text)),
            }
        }
    }
}
