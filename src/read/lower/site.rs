//! `site.yaml`.

use crate::model::shown_progress::ShownProgress;
use crate::model::site::{Part, QrCode, Site};
use crate::read::form::site::SiteFile;
use crate::read::lower::Lower;
use crate::read::lower::choices::shown_progress;
use crate::read::yaml::field::{Entry, Field, List, Open, Text};
use crate::source::Span;
use crate::text::address::Address;

impl Lower<'_> {
    /// The site that `site.yaml` describes; a nameless one without that file.
    pub(super) fn site(&self) -> Site {
        let nameless = || Site::nameless(Span::head(self.content.folders[""]));
        let Some(id) = self.required_file("site.yaml") else { return nameless() };
        let Some(file) = self.yaml::<SiteFile>(id) else { return nameless() };
        let domain = file.domain.given();
        let example = file.example.given().is_some_and(|example| example.0);
        Site {
            name: self.required(file.name, "名称", Span::head(id)),
            address: domain.as_ref().and_then(|text: &Text| Address::parse(&text.value)),
            domain,
            organiser: file.organiser.given(),
            operator: file.operator.given(),
            contact: file.contact.given(),
            id_code: file.id_code.given(),
            icp: file.icp.given(),
            police: file.police.given(),
            mark: file.mark.given(),
            trusted: file.trusted.given().unwrap_or_default().0,
            hidden: self.parts(file.hidden),
            places: self.places(file.fixed_places, example),
            qr_code: self.word_or_usual(file.qr_code, &QrCode::WORDS),
            example,
            index: file.index.given(),
            metadata: self.metadata(file.metadata, file.absent, file.places),
            levels: self.pairs(file.levels),
            confusions: self.pairs(file.confusions),
            wording: self.wording(),
            shows_contacts: file.shows_contacts.given().is_some_and(|shows| shows.0),
            prints_basic: file.prints_basic.given().is_some_and(|prints| prints.0),
            shown_progress: shown_progress(file.shown_progress, ShownProgress::ALL),
            statuses: self.statuses(file.statuses, Span::head(id)),
        }
    }

    /// 不显示: every word has to be that of a part.
    fn parts(&self, field: Field<List<Text>>) -> Vec<Part> {
        let words = field.given().unwrap_or_default().0;
        let part = |word: &Text| {
            let part = Part::named(&word.value);
            if part.is_none() {
                self.unknown(word, &Part::ALL.map(|(name, _)| name));
            }
            part
        };
        words.iter().filter_map(part).collect()
    }

    /// Names that each stand for one text: 放行, 规则级别, 易错词. A blank text is kept, for rules to judge.
    pub(super) fn pairs(&self, field: Field<Open>) -> Vec<(Text, Text)> {
        let entries = field.given().unwrap_or_default().0;
        let pair = |(name, entry): (Text, Entry)| {
            let text = self.texts(entry).into_iter().next().unwrap_or_else(|| name.with(String::new()));
            (name, text)
        };
        entries.into_iter().map(pair).collect()
    }
}
