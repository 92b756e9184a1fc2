//! `progress/*.md` becomes notes; `进展状态` the words for how far an item is.

use jiff::civil::Date;

use crate::model::PROGRESS;
use crate::model::cadence::Cadence;
use crate::model::office::Register;
use crate::model::progress::{Evidence, EvidenceKind, Note};
use crate::model::status::{Colour, Status, StatusKind, Statuses};
use crate::model::tables::Tables;
use crate::read::fault::fields;
use crate::read::form::followup::{NoteFile, StatusEntry, StatusRecord};
use crate::read::lower::Lower;
use crate::read::lower::offices::head;
use crate::read::lower::paths::resolved;
use crate::read::yaml::field::{Field, List, Text};
use crate::source::{FileId, Located, Span};
use crate::text::date;
use crate::text::similar::near;

impl Lower<'_> {
    /// The notes of the notice in a folder, by day and name.
    pub(super) fn notes(
        &self,
        folder: &str,
        tables: Tables<'_>,
        register: &Register,
        statuses: &Statuses,
    ) -> Vec<Note> {
        let papers = self.papers_in(folder, PROGRESS);
        let notes = papers
            .into_iter()
            .filter_map(|(name, file)| self.note(name, file, folder, tables, register, statuses));
        let mut notes: Vec<Note> = notes.collect();
        notes.sort_by(|a, b| (a.dated.value, &a.name).cmp(&(b.dated.value, &b.name)));
        notes
    }

    fn note(
        &self,
        name: String,
        file: FileId,
        folder: &str,
        tables: Tables<'_>,
        register: &Register,
        statuses: &Statuses,
    ) -> Option<Note> {
        let parts = self.split(file, "日期、股室、事项、状态")?;
        let form: NoteFile = self.yaml_part(file, parts.fields.0, parts.fields.1)?;
        // A report that was corrected is a record only: nobody counts, judges or publishes it.
        if self.day(form.void, "2024-10-08").is_some() {
            return None;
        }
        let span = Span::head(file);
        let dated = self.moment(form.dated, "日期", span, date::parse, "2024-09-30");
        let item = self.required(form.item, "事项", span);
        let status = self.required(form.status, "状态", span);
        let evidence = form.evidence.given().unwrap_or_default().0;
        let beginning = form.beginning.given().filter(|words| !words.value.trim().is_empty());
        let (about, reference) =
            tables.refer(&item.value, beginning.as_ref().map(|words| words.value.as_str()));
        Some(Note {
            dated: dated.unwrap_or(Located::new(Date::MIN, span)),
            office: register.owner(self.required(form.office, "股室", span)),
            about,
            reference,
            beginning,
            item,
            state: statuses.find(status.value.trim()),
            status,
            title: form.title.given().filter(|title| !title.value.trim().is_empty()),
            evidence: evidence.into_iter().map(|text| self.evidence(text, folder)).collect(),
            reporter: form.reporter.given().filter(|reporter| !reporter.value.trim().is_empty()),
            public: form.public.given().is_some_and(|public| public.0),
            example: form.example.given().is_some_and(|example| example.0),
            published: self.optional_moment(form.published),
            body: self.following(parts.body, folder, PROGRESS, &name),
            name,
            span,
        })
    }

    /// Evidence: its path counts from the notice, else from the folder of the notes.
    fn evidence(&self, text: Text, notice: &str) -> Evidence {
        let path = text.value.trim();
        if !is_path(path) {
            return Evidence { text, kind: EvidenceKind::Words };
        }
        let folders = [notice.to_owned(), format!("{notice}/{PROGRESS}")];
        let paths = folders.iter().filter_map(|folder| resolved(folder, path));
        let found = paths.into_iter().find(|path| self.is_publishable(path));
        Evidence { text, kind: found.map_or(EvidenceKind::Missing, EvidenceKind::File) }
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
    pub(super) fn word<T: Copy>(&self, text: &Text, words: &[(&str, T)]) -> Option<T> {
        let found = words.iter().find(|(word, _)| *word == text.value.trim());
        if found.is_none() {
            let known: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
            let near = near(&text.value, known.iter().copied());
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
