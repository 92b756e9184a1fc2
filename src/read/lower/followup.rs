//! The papers that follow a notice through the year: the files of its notes and summaries.

use std::ops::Bound;

use jiff::civil::Date;

use crate::model::paper::Paper;
use crate::read::fault::{fields, files, markup};
use crate::read::lower::Lower;
use crate::read::lower::paper::Home;
use crate::read::yaml::field::{Field, Text};
use crate::read::yaml::frontmatter;
use crate::source::{FileId, Located, Span, offset};
use crate::text::date;

/// The parts of a note's or summary's file: the YAML of its head, and its Markdown.
pub(super) struct Parts<'s> {
    /// The fields, and the byte at which they begin.
    pub fields: (&'s str, usize),
    /// The Markdown with its place.
    pub body: Text,
}

impl Lower<'_> {
    /// The papers in a folder of a notice by their names, `.md` left out. One that cannot have a page of its own
    /// is reported.
    pub(super) fn papers_in(&self, notice: &str, folder: &str) -> Vec<(String, FileId)> {
        let home = format!("{notice}/{folder}/");
        let from = (Bound::Included(home.as_str()), Bound::Unbounded);
        let below = self.content.texts.range::<str, _>(from);
        let below = below.take_while(|(path, _)| path.starts_with(&home));
        let mut papers = Vec::new();
        for (path, file) in below {
            // A file named notice.md is judged as a notice.
            let Some(file) = file.filter(|_| !path.ends_with("/notice.md")) else { continue };
            let Some((name, ending)) = path[home.len()..].rsplit_once('.') else { continue };
            if !ending.eq_ignore_ascii_case("md") {
                self.report.borrow_mut().push(files::not_a_paper(Span::head(file), path));
                continue;
            }
            if name.eq_ignore_ascii_case("index") {
                self.report.borrow_mut().push(files::reserved_name(Span::head(file), path));
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
    pub(super) fn split(&self, file: FileId, fields: &str) -> Option<Parts<'_>> {
        let text = &self.content.sources.file(file).text;
        let Some(parts) = frontmatter::split(text) else {
            let opened = text.starts_with("---");
            self.report.borrow_mut().push(markup::front_matter(Span::head(file), opened, fields));
            return None;
        };
        let at = offset(text, parts.body);
        let body = Located::new(parts.body.to_owned(), Span::new(file, at, at + parts.body.len()));
        self.placeholders(&body, &[], |_| false);
        Some(Parts { fields: (parts.fields, offset(text, parts.fields)), body })
    }

    /// The parsed paper of a note or summary: its addresses count from its own folder, else from the notice's.
    pub(super) fn following(&self, source: Text, notice: &str, folder: &str, name: &str) -> Paper {
        let own = format!("{notice}/{folder}/{name}");
        let own = own.rsplit_once('/').map_or(notice, |(folder, _)| folder);
        self.parsed(source, Home { folders: &[own, notice], anchors: &[], tables: None })
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
