//! `progress/*.md` becomes notes; `进展状态` the words for how far an item is.

use std::collections::BTreeMap;
use std::ops::Bound;

use jiff::civil::Date;

use crate::model::notice::{Notice, Target};
use crate::model::office::Register;
use crate::model::progress::{Cadence, Colour, Evidence, EvidenceKind, Note, Status, StatusKind, Statuses};
use crate::read::fault::{fields, files, markup};
use crate::read::field::{Field, List, Text};
use crate::read::followup::{NoteFile, StatusEntry, StatusRecord};
use crate::read::frontmatter;
use crate::read::lower::Lower;
use crate::read::lower::links::resolved;
use crate::read::lower::offices::head;
use crate::source::{FileId, Located, Span, offset};
use crate::text::date;
use crate::text::similar::nearest;

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
    /// The notes of a notice, by day and name.
    pub(super) fn notes(&self, notice: &Notice, register: &Register, statuses: &Statuses) -> Vec<Note> {
        let papers = self.papers_in(&notice.path, PROGRESS);
        let notes =
            papers.into_iter().filter_map(|(name, file)| self.note(name, file, notice, register, statuses));
        let mut notes: Vec<Note> = notes.collect();
        notes.sort_by(|a, b| (a.dated.value, &a.name).cmp(&(b.dated.value, &b.name)));
        notes
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

    fn note(
        &self,
        name: String,
        file: FileId,
        notice: &Notice,
        register: &Register,
        statuses: &Statuses,
    ) -> Option<Note> {
        let paper = self.paper(file, "日期、股室、事项、状态")?;
        let form: NoteFile = self.yaml_part(file, paper.fields.0, paper.fields.1)?;
        let span = Span::head(file);
        let dated = self.moment(form.dated, "日期", span, date::parse, "2024-09-30");
        let item = self.required(form.item, "事项", span);
        let status = self.required(form.status, "状态", span);
        let evidence = form.evidence.given().unwrap_or_default().0;
        Some(Note {
            dated: dated.unwrap_or(Located::new(Date::MIN, span)),
            office: register.owner(self.required(form.office, "股室", span)),
            about: notice.item(&item.value),
            item,
            state: statuses.find(status.value.trim()),
            status,
            title: form.title.given().filter(|title| !title.value.trim().is_empty()),
            evidence: evidence.into_iter().map(|text| self.evidence(text, &notice.path)).collect(),
            reporter: form.reporter.given().filter(|reporter| !reporter.value.trim().is_empty()),
            public: form.public.given().is_some_and(|public| public.0),
            links: self.paper_links(&paper.body, &notice.path, PROGRESS, &name),
            body: paper.body,
            name,
            span,
        })
    }

    /// Evidence: its path counts from the notice, else from the folder of the notes.
    fn evidence(&self, text: Text, notice: &str) -> Evidence {
        let written = text.value.trim();
        if !is_path(written) {
            return Evidence { text, kind: EvidenceKind::Words };
        }
        let folders = [notice.to_owned(), format!("{notice}/{PROGRESS}")];
        let paths = folders.iter().filter_map(|folder| resolved(folder, written));
        let found = paths.into_iter().find(|path| self.is_publishable(path));
        Evidence { text, kind: found.map_or(EvidenceKind::Missing, EvidenceKind::File) }
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

    /// 报送周期.
    pub(super) fn cadence(&self, field: Field<Text>) -> Option<Located<Cadence>> {
        let text = field.given().filter(|text| !text.value.trim().is_empty())?;
        self.word(&text, &Cadence::WORDS).map(|cadence| text.with(cadence))
    }

    /// 进展状态; the usual ones where the site chose none.
    pub(super) fn statuses(&self, field: Field<List<StatusEntry>>, site: Span) -> Statuses {
        let entries = field.given().unwrap_or_default().0;
        let mut list: Vec<Status> = Vec::new();
        for status in entries.into_iter().filter_map(|entry| self.status(entry)) {
            match list.iter().find(|other| other.word.value == status.word.value) {
                Some(first) => {
                    let (span, word) = (status.word.span, &status.word.value);
                    self.report.borrow_mut().push(fields::duplicate_key(span, word, first.word.span));
                }
                None => list.push(status),
            }
        }
        if list.is_empty() { Statuses::usual(site) } else { Statuses::new(list) }
    }

    fn status(&self, entry: StatusEntry) -> Option<Status> {
        let (word, record) = match entry {
            StatusEntry::Text(word) => (word, StatusRecord::default()),
            StatusEntry::Record(Located { value: mut record, span }) => {
                let word = self.required(std::mem::take(&mut record.word), "状态", head(span));
                (word, record)
            }
        };
        let kind = match record.kind {
            Field::Given(kind) => self.word(&kind, &StatusKind::WORDS)?,
            Field::Wrong => return None,
            Field::Absent => {
                let kind = StatusKind::of_word(&word.value);
                if kind.is_none() && !word.value.is_empty() {
                    self.report.borrow_mut().push(fields::missing_key(word.span, "类别"));
                }
                kind?
            }
        };
        let colour = record.colour.given().and_then(|colour| self.word(&colour, &Colour::WORDS));
        Some(Status { word, colour: colour.unwrap_or_else(|| kind.colour()), kind })
    }

    /// The meaning of a word out of a short list; another word is reported.
    fn word<T: Copy>(&self, text: &Text, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text.value.trim());
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let near = nearest(&text.value, known.iter().copied());
            self.report.borrow_mut().push(fields::unknown_word(text.span, &text.value, &known, near));
        }
        found.map(|(_, meaning)| *meaning)
    }
}

/// Whether evidence is the path of a file: it lies in a folder `files`, or ends as names of files do.
fn is_path(text: &str) -> bool {
    if text.contains("://") || text.starts_with("www.") {
        return false;
    }
    let ending = text.rsplit_once('.').map_or("", |(_, ending)| ending);
    let is_ending = (2..=5).contains(&ending.len())
        && ending.bytes().all(|b| b.is_ascii_alphanumeric())
        && ending.bytes().any(|b| b.is_ascii_alphabetic());
    is_ending || text.split('/').rev().skip(1).any(|folder| folder == "files")
}

#[cfg(test)]
mod tests {
    use super::is_path;

    #[test]
    fn paths_and_words_are_told_apart() {
        for path in ["files/记录.pdf", "files/记录", "记录.docx", "../files/a.7z", "files\\a.pdf"] {
            assert!(is_path(path), "{path}");
        }
        for words in
            ["现场检查记录12份", "https://www.gov.cn/a.pdf", "www.gov.cn", "投入3.5万元", "台账（v1.2）", ""]
        {
            assert!(!is_path(words), "{words}");
        }
    }
}
