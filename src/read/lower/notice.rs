//! `notice.md` becomes a notice with its attachments.

use std::collections::BTreeSet;
use std::mem::take;

use jiff::civil::Date;

use crate::model::attachment::{Attachment, AttachmentId, AttachmentKind};
use crate::model::disclosure::Disclosure;
use crate::model::imprint::{Form, Head, Imprint, Seal};
use crate::model::metadata::BlockPlace;
use crate::model::notice::{Acceptance, Layout, Notice};
use crate::model::office::Register;
use crate::model::paper::Paper;
use crate::model::progress::Note;
use crate::model::roster::Roster;
use crate::model::section::SectionId;
use crate::model::site::Site;
use crate::model::summary::YearSummary;
use crate::model::table::Table;
use crate::model::tables::Tables;
use crate::model::title::{joined_lines, texts};
use crate::read::fault::markup;
use crate::read::form::notice::NoticeFile;
use crate::read::lower::Lower;
use crate::read::lower::attachments::Context;
use crate::read::lower::choices::Choices;
use crate::read::lower::paper::TaskTable;
use crate::read::yaml::field::{Field, List, Text};
use crate::read::yaml::frontmatter;
use crate::source::{FileId, Located, Span, offset};
use crate::text::date::{self, Moment};

/// The parts of a notice that are read before it is put together.
struct Parts {
    path: String,
    section: SectionId,
    layout: Layout,
    choices: Choices,
    dated: Located<Date>,
    published: Located<Moment>,
    body: Paper,
    attachments: Vec<Attachment>,
    inline: Option<Table>,
    lacks_files: bool,
    disclosure: Disclosure,
    notes: Vec<Note>,
    roster: Option<Roster>,
    summaries: Vec<YearSummary>,
    sources: BTreeSet<FileId>,
}

impl Lower<'_> {
    /// The notice whose `notice.md` is `file`, in `folder`.
    pub(super) fn notice(
        &self,
        file: FileId,
        folder: &str,
        section: SectionId,
        register: &Register,
        site: &Site,
    ) -> Option<Notice> {
        let ((mut form, body), top) = (self.fields_and_body(file)?, Span::head(file));
        let dated = self.moment(take(&mut form.dated), "成文日期", top, paper_day, "2024-08-01");
        let published =
            self.moment(take(&mut form.published), "发布日期", top, Moment::parse, "2024-08-01 10:00");
        let paper = dated.as_ref().map_or(self.today, |day| day.value);
        let layout = self.word_or_usual(take(&mut form.layout), &Layout::WORDS);
        let labels = take(&mut form.labels).given().map_or(layout == Layout::Paper, |labels| labels.0);
        let context = Context { folder, register, paper, labels };
        let records = take(&mut form.attachments).given().unwrap_or_default().0;
        let named = records.len();
        let drafts = self.drafts(records, &context);
        let inline_file = take(&mut form.inline).given();
        let inline = inline_file.as_ref().and_then(|path| self.table_beside(path, &context, true));
        let lacks_files = drafts.len() < named || inline.is_none() && inline_file.is_some();
        let disclosure = self.disclosure(take(&mut form.disclosure).given().unwrap_or_default());
        let anchors = anchors(drafts.len(), &disclosure, site);
        let inline_tasks = inline.as_ref().zip(inline_file.as_ref()).map(TaskTable::of_page);
        let (body, attachments) = self.papers_of(body, drafts, inline_tasks, (folder, &anchors), lacks_files);
        let tables = Tables { attachments: &attachments, inline: inline.as_ref() };
        let mut notes = self.notes(folder, tables, register, &site.statuses);
        let (roster, mut summaries) = (self.roster(folder, register), self.summaries(folder, register));
        let choices = Choices::new(&mut form, site);
        choices.apply(&mut notes, &mut summaries);
        let sources = files_of_tables(tables)
            .chain([file])
            .chain(notes.iter().map(|note| note.span.file))
            .chain(roster.iter().map(|roster| roster.span.file))
            .chain(summaries.iter().map(|summary| summary.span.file))
            .collect();
        let dated = dated.unwrap_or(Located::new(Date::MIN, top));
        // No deadline lies before a day that could not be read.
        let published = published.unwrap_or(Located::new(Moment { day: Date::MIN, time: None }, top));
        let parts = Parts {
            path: folder.to_owned(),
            section,
            layout,
            choices,
            dated,
            published,
            body,
            attachments,
            inline,
            lacks_files,
            disclosure,
            notes,
            roster,
            summaries,
            sources,
        };
        Some(self.assembled(form, parts, top))
    }

    /// A notice of its parts that were read before, and the other fields of its form.
    fn assembled(&self, form: NoticeFile, parts: Parts, top: Span) -> Notice {
        let imprint = Imprint {
            form: self.word_or_usual(form.form, &Form::WORDS),
            head: self.word_or_usual(form.head, &Head::WORDS),
            seal: self.word_or_usual(form.seal, &Seal::WORDS),
            signer: form.signer.given(),
            remark: form.remark.given(),
            contact: form.contact.given(),
            copies: form.copies.given().unwrap_or_default().0,
            printer: form.printer.given(),
            printed: self.day(form.printed, "2024-08-01"),
        };
        let (title, title_lines) = self.title(form.title, form.title_lines, top);
        let pairs = self.pairs(form.accepted).into_iter();
        Notice {
            section: parts.section,
            title,
            title_lines,
            issuers: self.issuers(form.issuers, top),
            layout: parts.layout,
            number: form.number.given(),
            index: form.index.given(),
            running: form.running.given(),
            addressee: form.addressee.given(),
            public: form.public.given().is_none_or(|public| public.0),
            example: parts.choices.example,
            source: form.source.given(),
            summary: form.summary.given(),
            keywords: form.keywords.given().unwrap_or_default().0,
            editor: form.editor.given(),
            validity: self.validity(form.validity, top),
            interpretations: self.related(form.interpretations, &parts.path, top),
            related: self.related(form.related, &parts.path, top),
            imprint,
            dated: parts.dated,
            published: parts.published,
            body: parts.body,
            attachments: parts.attachments,
            inline: parts.inline,
            lacks_files: parts.lacks_files,
            disclosure: parts.disclosure,
            accepted: pairs.map(|(code, reason)| Acceptance { code, reason }).collect(),
            roster_due: self.day(form.roster_due, "2024-08-29"),
            summary_due: self.day(form.summary_due, "2024-12-10"),
            shown_progress: parts.choices.shown_progress,
            closed: self.day(form.closed, "2025-01-20"),
            withdrawal: self.withdrawal(form.withdrawal, &parts.path),
            cadence: self.cadence(form.cadence),
            notes: parts.notes,
            roster: parts.roster,
            summaries: parts.summaries,
            sources: parts.sources,
            path: parts.path,
        }
    }

    /// 标题, and the lines of 完整标题, which may stand in its stead.
    fn title(&self, title: Field<Text>, lines: Field<List<Text>>, top: Span) -> (Text, Vec<Text>) {
        let lines = lines.given().unwrap_or_default().0;
        let title = match (title, lines.first()) {
            (Field::Absent, Some(first)) => first.with(joined_lines(&texts(&lines))),
            (title, _) => self.required(title, "标题", top),
        };
        (title, lines)
    }

    /// 发文机关, one or several; a missing one is reported and replaced by a blank text.
    fn issuers(&self, issuers: Field<List<Text>>, top: Span) -> Vec<Text> {
        let (first, further) = match issuers {
            Field::Absent => (Field::Absent, Vec::new()),
            Field::Wrong => (Field::Wrong, Vec::new()),
            Field::Given(List(issuers)) => {
                let mut issuers = issuers.into_iter();
                (issuers.next().map_or(Field::Absent, Field::Given), issuers.collect())
            }
        };
        let key = "发文机关";
        let further = further.into_iter().map(|issuer| self.required(Field::Given(issuer), key, top));
        std::iter::once(self.required(first, key, top)).chain(further).collect()
    }

    /// The fields of a `notice.md`, and the body of its paper.
    fn fields_and_body(&self, file: FileId) -> Option<(NoticeFile, Text)> {
        let text = &self.content.sources.file(file).text;
        let Some(parts) = frontmatter::split(text) else {
            let is_open = text.starts_with("---");
            let finding = markup::front_matter(Span::head(file), is_open, "标题、成文日期");
            self.report.borrow_mut().push(finding);
            return None;
        };
        let form = self.yaml_part(file, parts.fields, offset(text, parts.fields))?;
        let start = offset(text, parts.body);
        let span = Span::new(file, start, start + parts.body.len());
        Some((form, Located::new(parts.body.to_owned(), span)))
    }
}

/// The year before which no paper of today's state was signed: 0024-08-01 is a misprint.
const FIRST_YEAR: i16 = 1949;

/// 成文日期.
fn paper_day(text: &str) -> Option<Date> {
    date::parse(text).filter(|day| day.year() >= FIRST_YEAR)
}

/// The files of the tables, attached papers among them.
fn files_of_tables(tables: Tables<'_>) -> impl Iterator<Item = FileId> {
    let attached = tables.attachments.iter().filter_map(|attachment| match &attachment.kind {
        AttachmentKind::Paper(paper) => Some(paper.source.span.file),
        AttachmentKind::Table(table) => Some(table.name.span.file),
        AttachmentKind::File(_) => None,
    });
    attached.chain(tables.inline.map(|table| table.name.span.file))
}

/// The anchors of a notice's page.
fn anchors(attachments: usize, disclosure: &Disclosure, site: &Site) -> Vec<String> {
    let is_behind = site.metadata.places.contains(&BlockPlace::Behind);
    let has_block = !disclosure.fields.is_empty() || is_behind && !site.metadata.names.is_empty();
    let numbered = AttachmentId::first(attachments).map(AttachmentId::anchor);
    let tabs: &[&str] = if has_block { &["xiangxi", "jiben"] } else { &["xiangxi"] };
    tabs.iter().map(|tab| (*tab).to_owned()).chain(numbered).collect()
}
