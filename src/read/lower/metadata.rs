//! 元数据 and 元数据空缺 of `site.yaml`.

use crate::model::metadata::{Absent, BlockPlace, Metadata, TEMPLATES};
use crate::read::fault::fields;
use crate::read::lower::Lower;
use crate::read::yaml::field::{Field, List, Text};
use crate::text::similar::near;

impl Lower<'_> {
    /// The block of fields that a site chooses, by the name of a template or field by field.
    pub(super) fn metadata(
        &self,
        names: Field<List<Text>>,
        absent: Field<Text>,
        places: Field<List<Text>>,
    ) -> Metadata {
        let mut names = names.given().unwrap_or_default().0;
        if let [word] = names.as_slice() {
            let template = TEMPLATES.iter().find(|(name, _)| *name == word.value);
            match template {
                Some((_, fields)) => {
                    names = fields.iter().map(|field| word.with((*field).to_owned())).collect();
                }
                None if word.value.ends_with('型') => {
                    self.unknown(word, &TEMPLATES.map(|(name, _)| name));
                }
                None => {}
            }
        }
        let absent = absent.given().and_then(|word| {
            let found = Absent::WORDS.iter().find(|(name, _)| *name == word.value);
            if found.is_none() {
                self.unknown(&word, &Absent::WORDS.map(|(name, _)| name));
            }
            Some(found?.1)
        });
        let place = |word: Text| {
            let found = BlockPlace::WORDS.iter().find(|(name, _)| *name == word.value.trim());
            if found.is_none() {
                self.unknown(&word, &BlockPlace::WORDS.map(|(name, _)| name));
            }
            Some(found?.1)
        };
        let places = places.given().unwrap_or_default().0.into_iter();
        let mut places: Vec<BlockPlace> = places.filter_map(place).collect();
        if places.is_empty() {
            places.push(BlockPlace::Behind);
        }
        Metadata { names, absent: absent.unwrap_or_default(), places }
    }

    /// Reports a word that is not in a list of known words.
    pub(super) fn unknown(&self, word: &Text, known: &[&str]) {
        let near = near(&word.value, known.iter().copied());
        self.report.borrow_mut().push(fields::unknown_word(word.span, &word.value, known, near));
    }
}
