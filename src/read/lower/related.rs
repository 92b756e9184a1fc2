//! 有效性, 解读 and 相关链接 of a notice.

use crate::model::paper::{Inline, InlineKind, Link};
use crate::model::related::Related;
use crate::model::validity::{Validity, ValidityState};
use crate::read::form::notice::{RelatedRecord, ValidityRecord};
use crate::read::lower::Lower;
use crate::read::lower::paper::Home;
use crate::read::yaml::field::{Field, List};
use crate::source::Span;

impl Lower<'_> {
    /// 有效性; `None` without a readable 状态.
    pub(super) fn validity(&self, field: Field<ValidityRecord>, top: Span) -> Option<Validity> {
        let record = field.given()?;
        let day = self.day(record.day, "2025-01-01");
        let state = self.required(record.state, "状态", top);
        let state = (!state.value.is_empty()).then(|| self.word(&state, &ValidityState::WORDS))?;
        Some(Validity { state: state?, day })
    }

    /// The links of 解读 or 相关链接.
    pub(super) fn related(&self, field: Field<List<RelatedRecord>>, folder: &str, top: Span) -> Vec<Related> {
        let home = Home { folders: &[folder], anchors: &[], tables: None };
        let records = field.given().unwrap_or_default().0.into_iter();
        let related = |record: RelatedRecord| {
            let (name, url) =
                (self.required(record.name, "名称", top), self.required(record.url, "链接", top));
            let (address, place) = (url.value.trim().to_owned(), url.span);
            let target = if address.is_empty() { None } else { self.target(&address, place, home) };
            let words = Inline { kind: InlineKind::Text(name.value.as_str().into()), span: name.span };
            let link = Link { url: address, place, target, title: String::new(), inlines: vec![words] };
            Related { inline: Inline { kind: InlineKind::Link(Box::new(link)), span: name.span }, name, url }
        };
        records.map(related).collect()
    }
}
