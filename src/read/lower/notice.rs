//! `notice.md` becomes a notice with its attachments.

use jiff::civil::Date;

use crate::model::attachment::{Attachment, AttachmentId, AttachmentKind};
use crate::model::disclosure::{Disclosure, Field as DisclosureField, Level, Value};
use crate::model::item::Tables;
use crate::model::notice::{Acceptance, Notice};
use crate::model::office::Register;
use crate::model::paper::{Paper, REQUIREMENTS};
use crate::model::section::SectionId;
use crate::model::site::Site;
use crate::model::table::Table;
use crate::read::fault::fields::Shape;
use crate::read::fault::{fields, files, markup};
use crate::read::form::notice::{AttachmentRecord, NoticeFile};
use crate::read::lower::links::resolved;
use crate::read::lower::offices::head;
use crate::read::lower::paper::{Home, TaskTables};
use crate::read::lower::{Lookup, Lower};
use crate::read::yaml::field::{Entry, Field, List, Open, Text};
use crate::read::yaml::frontmatter;
use crate::source::{FileId, Located, Span, offset};
use crate::text::date::{self, Moment};

/// Where things stand while one notice is lowered.
struct Context<'p> {
    folder: &'p str,
    register: &'p Register,
    /// The paper's own day, near which days without a year lie.
    paper: Date,
}

/// An attachment whose paper is not parsed yet.
struct Draft {
    name: Text,
    kind: DraftKind,
}

enum DraftKind {
    Table(Table),
    Paper(Text),
    File(String),
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
        let text = &self.content.sources.file(file).text;
        let Some(parts) = frontmatter::split(text) else {
            self.report.borrow_mut().push(markup::front_matter(
                Span::head(file),
                text.starts_with("---"),
                "标题、成文日期",
            ));
            return None;
        };
        let form: NoticeFile = self.yaml_part(file, parts.fields, offset(text, parts.fields))?;
        let top = Span::head(file);
        let dated = self.moment(form.dated, "成文日期", top, date::parse, "2024-08-01");
        let published = self.moment(form.published, "发布日期", top, Moment::parse, "2024-08-01 10:00");
        let paper = dated.as_ref().map_or(self.today, |day| day.value);
        let context = Context { folder, register, paper };
        let body_at = offset(text, parts.body);
        let body = Located::new(parts.body.to_owned(), Span::new(file, body_at, body_at + parts.body.len()));
        self.placeholders(&body, &[REQUIREMENTS]);
        let drafts = self.drafts(form.attachments, &context);
        let inline = form.inline.given().and_then(|path| self.table_beside(&path, &context));
        let disclosure = self.disclosure(form.disclosure.given().unwrap_or_default());
        let has_block = !disclosure.fields.is_empty() || !site.metadata.names.is_empty();
        let anchors = anchors(drafts.len(), has_block);
        let (body, attachments) = self.papers_of(body, drafts, inline.as_ref(), folder, &anchors);
        let tables = Tables { attachments: &attachments, inline: inline.as_ref() };
        let notes = self.notes(folder, tables, register, &site.statuses);
        let roster = self.roster(folder, register);
        let summaries = self.summaries(folder, register);
        let papers = attachments.iter().filter_map(|attachment| match &attachment.kind {
            AttachmentKind::Paper(paper) => Some(paper.source.span.file),
            AttachmentKind::Table(table) => Some(table.name.span.file),
            AttachmentKind::File(_) => None,
        });
        let sources = std::iter::once(file)
            .chain(papers)
            .chain(inline.iter().map(|table| table.name.span.file))
            .chain(notes.iter().map(|note| note.span.file))
            .chain(roster.iter().map(|roster| roster.span.file))
            .chain(summaries.iter().map(|summary| summary.span.file))
            .collect();
        Some(Notice {
            path: folder.to_owned(),
            section,
            title: self.required(form.title, "标题", top),
            issuer: self.required(form.issuer, "发文机关", top),
            number: form.number.given(),
            index: form.index.given(),
            running: form.running.given(),
            addressee: form.addressee.given(),
            source: form.source.given(),
            summary: form.summary.given(),
            keywords: form.keywords.given().unwrap_or_default().0,
            editor: form.editor.given(),
            // No deadline lies before a day that could not be read.
            dated: dated.unwrap_or(Located::new(Date::MIN, top)),
            published: published.unwrap_or(Located::new(Moment { day: Date::MIN, time: None }, top)),
            body,
            attachments,
            inline,
            disclosure,
            accepted: self
                .pairs(form.accepted)
                .into_iter()
                .map(|(code, reason)| Acceptance { code, reason })
                .collect(),
            roster_due: self.day(form.roster_due, "2024-08-29"),
            summary_due: self.day(form.summary_due, "2024-12-10"),
            cadence: self.cadence(form.cadence),
            notes,
            roster,
            summaries,
            sources,
        })
    }

    /// A day or minute that has to be there and has to be one.
    pub(super) fn moment<T>(
        &self,
        field: Field<Text>,
        key: &str,
        record: Span,
        parse: fn(&str) -> Option<T>,
        example: &str,
    ) -> Option<Located<T>> {
        if let Field::Absent = field {
            self.report.borrow_mut().push(fields::missing_key(record, key));
        }
        let text = field.given()?;
        let moment = parse(&text.value);
        if moment.is_none() {
            self.report.borrow_mut().push(fields::wrong_date(text.span, &text.value, example));
        }
        Some(text.with(moment?))
    }

    /// The body and the attachments with their papers, which know the tables of the notice.
    fn papers_of(
        &self,
        body: Text,
        drafts: Vec<Draft>,
        inline: Option<&Table>,
        folder: &str,
        anchors: &[String],
    ) -> (Paper, Vec<Attachment>) {
        let attached = drafts.iter().filter_map(|draft| match &draft.kind {
            DraftKind::Table(table) => Some(table),
            DraftKind::Paper(_) | DraftKind::File(_) => None,
        });
        let attached: Vec<&Table> = attached.collect();
        let tables = Some(TaskTables { attached: &attached, inline });
        let home = Home { folders: &[folder], anchors, tables };
        let paper = |draft: &Draft| match &draft.kind {
            DraftKind::Paper(source) => Some(self.parsed(source.clone(), home)),
            DraftKind::Table(_) | DraftKind::File(_) => None,
        };
        let body = self.parsed(body, home);
        let papers: Vec<Option<Paper>> = drafts.iter().map(paper).collect();
        let attachment = |(draft, paper): (Draft, Option<Paper>)| {
            let kind = match (draft.kind, paper) {
                (DraftKind::Table(table), _) => AttachmentKind::Table(table),
                (DraftKind::File(path), _) => AttachmentKind::File(path),
                (DraftKind::Paper(_), paper) => AttachmentKind::Paper(paper?),
            };
            Some(Attachment { name: draft.name, kind })
        };
        (body, drafts.into_iter().zip(papers).filter_map(attachment).collect())
    }

    /// Every `{{…}}` has to be one of the placeholders of its paper, alone on its line.
    pub(super) fn placeholders(&self, body: &Located<String>, known: &[&str]) {
        for line in body.value.lines().filter(|line| line.contains("{{") && !known.contains(&line.trim())) {
            let line_at = offset(&body.value, line);
            let mut from = 0;
            while let Some(found) = line[from..].find("{{") {
                let start = from + found;
                let end = line[start..].find("}}").map_or(line.len(), |end| start + end + 2);
                let span = body.span.part(line_at + start, line_at + end);
                let finding = markup::unknown_placeholder(span, &line[start..end], known);
                self.report.borrow_mut().push(finding);
                from = end.max(start + 2);
            }
        }
    }

    fn drafts(&self, field: Field<List<Located<AttachmentRecord>>>, context: &Context<'_>) -> Vec<Draft> {
        let records = field.given().unwrap_or_default().0;
        records.into_iter().filter_map(|record| self.draft(record, context)).collect()
    }

    fn draft(&self, record: Located<AttachmentRecord>, context: &Context<'_>) -> Option<Draft> {
        let place = head(record.span);
        let AttachmentRecord { name, table, paper, file } = record.value;
        let name = self.required(name, "名称", place);
        let kind = match (table.given(), paper.given(), file.given()) {
            (Some(path), None, None) => DraftKind::Table(self.table_beside(&path, context)?),
            (None, Some(path), None) => {
                let file = self.text_beside(&path, context.folder)?;
                let text = self.content.sources.file(file).text.clone();
                let span = Span::new(file, 0, text.len());
                DraftKind::Paper(Located::new(text, span))
            }
            (None, None, Some(path)) => DraftKind::File(self.file_beside(&path, context.folder)?),
            _ => {
                self.report.borrow_mut().push(fields::one_of(place, &["表", "文", "文件"]));
                return None;
            }
        };
        Some(Draft { name, kind })
    }

    fn table_beside(&self, path: &Text, context: &Context<'_>) -> Option<Table> {
        let file = self.text_beside(path, context.folder)?;
        self.table(file, context.register, context.paper)
    }

    /// A text that lies in the notice's folder.
    fn text_beside(&self, path: &Text, folder: &str) -> Option<FileId> {
        match self.look_up(&format!("{folder}/{}", path.value)) {
            Lookup::Text(file) => Some(file),
            Lookup::Reported => None,
            Lookup::Missing => {
                self.report.borrow_mut().push(files::missing_file(path.span, &path.value));
                None
            }
        }
    }

    /// A file to publish, by its path below `content/`.
    fn file_beside(&self, path: &Text, folder: &str) -> Option<String> {
        let found = resolved(folder, &path.value).filter(|path| self.is_publishable(path));
        if found.is_none() {
            self.report.borrow_mut().push(files::missing_file(path.span, &path.value));
        }
        found
    }

    fn disclosure(&self, block: Open) -> Disclosure {
        let fields =
            block.0.into_iter().map(|(name, entry)| DisclosureField { name, value: self.value(entry) });
        Disclosure { fields: fields.collect() }
    }

    fn value(&self, entry: Entry) -> Value {
        let mut levels = Vec::new();
        let mut texts = Vec::new();
        for item in flat(entry) {
            match item {
                Entry::Text(text) => texts.push(text),
                Entry::Record(record) => levels.push(self.level(record)),
                Entry::List(list) => {
                    self.report.borrow_mut().push(fields::wrong_shape(list.span, Shape::Text));
                }
            }
        }
        if levels.is_empty() { Value::Texts(texts) } else { Value::Levels(levels) }
    }

    fn level(&self, record: Located<Open>) -> Level {
        let place = head(record.span);
        let mut fields = record.value;
        let name = fields.take("层级").map(|(_, entry)| entry);
        let channels = fields.take("公开渠道和载体").map(|(_, entry)| entry);
        self.unknown_keys(fields, &["层级", "公开渠道和载体"]);
        let name = name.and_then(|entry| self.texts(entry).into_iter().next());
        Level {
            name: self.required(name.map_or(Field::Absent, Field::Given), "层级", place),
            channels: channels.map(|entry| self.texts(entry)).unwrap_or_default(),
        }
    }

    /// The texts of an entry: one, or a list of them.
    pub(super) fn texts(&self, entry: Entry) -> Vec<Text> {
        let mut texts = Vec::new();
        for item in flat(entry) {
            match item {
                Entry::Text(text) => texts.push(text),
                Entry::List(Located { span, .. }) | Entry::Record(Located { span, .. }) => {
                    self.report.borrow_mut().push(fields::wrong_shape(span, Shape::Text));
                }
            }
        }
        texts
    }

    /// Reports what is left in a record after everything known was taken out.
    pub(super) fn unknown_keys(&self, rest: Open, known: &[&str]) {
        for (key, _) in rest.0 {
            let near = crate::text::similar::nearest(&key.value, known.iter().copied());
            self.report.borrow_mut().push(fields::unknown_key(key.span, &key.value, near));
        }
    }
}

/// The anchors of a notice's page.
fn anchors(attachments: usize, has_block: bool) -> Vec<String> {
    let numbered = AttachmentId::first(attachments).map(AttachmentId::anchor);
    let tabs: &[&str] = if has_block { &["xiangxi", "jiben"] } else { &["xiangxi"] };
    tabs.iter().map(|tab| (*tab).to_owned()).chain(numbered).collect()
}

/// The items of a list, or the one thing itself.
pub(super) fn flat(entry: Entry) -> Vec<Entry> {
    match entry {
        Entry::List(list) => list.value.0,
        one => vec![one],
    }
}
