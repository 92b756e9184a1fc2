//! `summary/*.md` becomes the summaries of offices.

use crate::model::SUMMARY;
use crate::model::office::Register;
use crate::model::summary::{Signing, YearSummary};
use crate::read::fault::fields;
use crate::read::form::summary::{SigningRecord, SummaryFile};
use crate::read::lower::Lower;
use crate::read::yaml::field::{Field, Text};
use crate::source::{FileId, Located, Span};

impl Lower<'_> {
    /// The summaries of the notice in a folder, by name.
    pub(super) fn summaries(&self, folder: &str, register: &Register) -> Vec<YearSummary> {
        let papers = self.papers_in(folder, SUMMARY);
        papers.into_iter().filter_map(|(name, file)| self.summary(name, file, folder, register)).collect()
    }

    fn summary(&self, name: String, file: FileId, folder: &str, register: &Register) -> Option<YearSummary> {
        let parts = self.split(file, "股室、年度")?;
        let form: SummaryFile = self.yaml_part(file, parts.fields.0, parts.fields.1)?;
        let span = Span::head(file);
        Some(YearSummary {
            office: register.owner(self.required(form.office, "股室", span)),
            year: self.year(form.year, span),
            written: self.day(form.written, "2024-12-05"),
            public: form.public.given().is_some_and(|public| public.0),
            example: form.example.given().is_some_and(|example| example.0),
            published: self.optional_moment(form.published),
            signing: self.signing(form.signing.given().unwrap_or_default()),
            body: self.following(parts.body, folder, SUMMARY, &name),
            name,
            span,
        })
    }

    fn signing(&self, record: SigningRecord) -> Signing {
        let day = self.day(record.day, "2024-12-06");
        Signing { head: record.head.given(), leader: record.leader.given(), day }
    }

    fn year(&self, field: Field<Text>, record: Span) -> Option<Located<i16>> {
        let text = self.required(field, "年度", record);
        let digits = text.value.trim().strip_suffix('年').unwrap_or(text.value.trim());
        let year = digits.parse().ok().filter(|year| (1949..=9999).contains(year));
        if year.is_none() && !text.value.is_empty() {
            self.report.borrow_mut().push(fields::wrong_year(text.span, &text.value));
        }
        Some(text.with(year?))
    }
}
