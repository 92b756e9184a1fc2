//! What follows a notice through the year is gathered: its notes, roster and summaries, and the papers they stand in.

use std::collections::BTreeMap;
use std::ops::Bound;

use jiff::civil::Date;

use crate::model::notice::{AttachmentKind, Notice, Target};
use crate::model::office::Register;
use crate::model::progress::Statuses;
use crate::read::fault::{fields, files, markup};
use crate::read::lower::Lower;
use crate::read::yaml::field::{Field, Text};
use crate::read::yaml::frontmatter;
use crate::source::{FileId, Located, Span, offset};
use crate::text::date;

/// The folder of a notice with its progress notes.
pub(super) const PROGRESS: &str = "progress";
/// The folder of a notice with its summaries.
pub(super) const SUMMARY: &str = "summary";

/// What a paper below a notice is made of: the YAML of its head, and its Markdown.
pub(super) struct Paper<'s> {
    /// The fields, and the byte at which they begin.
    pub fields: (&'s str, usize),
    /// The Markdown with its place.
    pub body: Text,
}

impl Lower<'_> {
    /// The notice with its notes, roster and summaries, and every file that it was read from.
    pub(super) fn with_what_follows(
        &self,
        mut notice: Notice,
        register: &Register,
        statuses: &Statuses,
    ) -> Notice {
        notice.notes = self.notes(&notice, register, statuses);
        notice.roster = self.roster(&notice.path, register);
        notice.summaries = self.summaries(&notice.path, register);
        let tables = notice.tables().map(|table| table.name.span);
        let papers = notice.attachments.iter().filter_map(|attachment| match &attachment.kind {
            AttachmentKind::Paper(text) => Some(text.span),
            AttachmentKind::Table(_) | AttachmentKind::File(_) => None,
        });
        let notes = notice.notes.iter().map(|note| note.span);
        let roster = notice.roster.iter().map(|roster| roster.span);
        let summaries = notice.summaries.iter().map(|summary| summary.span);
        let all = std::iter::once(notice.body.span).chain(tables).chain(papers);
        notice.sources = all.chain(notes).chain(roster).chain(summaries).map(|span| span.file).collect();
        notice
    }

    /// The papers in a folder of a notice by their names, `.md` left out. One that cannot have a page of its own
    /// is reported.
    pub(super) fn papers_in(&self, notice: &str, folder: &str) -> Vec<(String, FileId)> {
        let home = format!("{notice}/{folder}/");
        let from = (Bound::Included(home.as_str()), Bound::Unbounded);
        let below = self.content.texts.range::<str, _>(from);
        let below = below.take_while(|(path, _)| path.starts_with(&home));
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        let mut papers = Vec::new();
        for (path, file) in below {
            // What is called notice.md is judged as one.
            let Some(file) = file.filter(|_| !path.ends_with("/notice.md")) else { continue };
            let Some((name, ending)) = path[home.len()..].rsplit_once('.') else { continue };
            if !ending.eq_ignore_ascii_case("md") {
                self.report.borrow_mut().push(files::not_a_paper(Span::head(file), path));
                continue;
            }
            if name.eq_ignore_ascii_case("index") {
                self.report.borrow_mut().push(files::reserved_name(Span::head(file), path));
            } else if let Some(other) = seen.insert(name.to_lowercase(), path) {
                self.report.borrow_mut().push(files::same_address(Span::head(file), path, other));
            }
            papers.push((name.to_owned(), file));
        }
        let lost = self.content.files.range::<str, _>((Bound::Included(home.as_str()), Bound::Unbounded));
        for (path, _) in lost.take_while(|(path, _)| path.starts_with(&home)) {
            if !self.is_publishable(path) {
                let place = Span::head(self.content.folders[home.trim_end_matches('/')]);
                self.report.borrow_mut().push(files::not_a_paper(place, path));
            }
        }
        papers
    }

    /// Takes a paper apart. `fields` are some of those that its head should have.
    pub(super) fn paper(&self, file: FileId, fields: &str) -> Option<Paper<'_>> {
        let text = &self.content.sources.file(file).text;
        let Some(parts) = frontmatter::split(text) else {
            let opened = text.starts_with("---");
            self.report.borrow_mut().push(markup::front_matter(Span::head(file), opened, fields));
            return None;
        };
        let at = offset(text, parts.body);
        let body = Located::new(parts.body.to_owned(), Span::new(file, at, at + parts.body.len()));
        self.placeholders(&body, &[]);
        Some(Paper { fields: (parts.fields, offset(text, parts.fields)), body })
    }

    /// Where the links of a paper in a folder of a notice lead: they count from that folder, else from the notice.
    pub(super) fn paper_links(
        &self,
        body: &Text,
        notice: &str,
        folder: &str,
        name: &str,
    ) -> BTreeMap<String, Located<Target>> {
        let below = name.rsplit_once('/').map_or(String::new(), |(below, _)| format!("/{below}"));
        let own = format!("{notice}/{folder}{below}");
        let mut links = BTreeMap::new();
        self.links(body, &[&own, notice], &[], &mut links);
        links
    }

    /// A day that may be left out.
    pub(super) fn day(&self, field: Field<Text>, example: &str) -> Option<Located<Date>> {
        let text = field.given().filter(|text| !text.value.trim().is_empty())?;
        let day = date::parse(&text.value);
        if day.is_none() {
            self.report.borrow_mut().push(fields::wrong_date(text.span, &text.value, example));
        }
        Some(text.with(day?))
    }
}
