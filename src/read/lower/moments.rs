//! Days and minutes of a paper's life.

use crate::read::fault::fields;
use crate::read::lower::Lower;
use crate::read::yaml::field::{Field, Text};
use crate::source::{FileId, Located, Span};
use crate::text::date::Moment;

impl Lower<'_> {
    /// A required day or minute; a missing or wrong value is reported.
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

    /// 发布日期 of a report or summary, where it is written; a wrong one is reported.
    pub(super) fn optional_moment(&self, field: Field<Text>) -> Option<Located<Moment>> {
        match field {
            Field::Given(text) if text.value.trim().is_empty() => None,
            Field::Given(_) => {
                self.moment(field, "发布日期", Span::head(FileId(0)), Moment::parse, "2024-10-08 09:30")
            }
            Field::Absent | Field::Wrong => None,
        }
    }
}
