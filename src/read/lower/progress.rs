//! `progress/*.md` becomes notes.

use jiff::civil::Date;

use crate::model::PROGRESS;
use crate::model::office::Register;
use crate::model::progress::{Evidence, EvidenceKind, Note};
use crate::model::status::Statuses;
use crate::model::tables::Tables;
use crate::read::form::note::NoteFile;
use crate::read::lower::Lower;
use crate::read::lower::paths::resolved;
use crate::read::yaml::field::Text;
use crate::source::{FileId, Located, Span};
use crate::text::date;

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
        // Notes stay in memory until the last page is made: a vector grows to sixteen places for nine of them.
        notes.shrink_to_fit();
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
