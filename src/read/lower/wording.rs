//! `wording.yaml` becomes the bureau's own words.

use crate::model::wording::{HouseWord, Wording};
use crate::read::form::wording::WordingFile;
use crate::read::lower::offices::head;
use crate::read::lower::{Lookup, Lower};

impl Lower<'_> {
    /// The words of `wording.yaml`, which a project may do without.
    pub(super) fn wording(&self) -> Wording {
        let Lookup::Text(id) = self.look_up("wording.yaml") else { return Wording::default() };
        let Some(file) = self.yaml::<WordingFile>(id) else { return Wording::default() };
        let mut wording = Wording::default();
        for record in file.words.given().unwrap_or_default().0 {
            let (place, record) = (head(record.span), record.value);
            if let Some(phrase) = record.silenced.given() {
                wording.silenced.push(phrase);
                continue;
            }
            let word = HouseWord {
                wrong: self.required(record.wrong, "错", place),
                right: self.required(record.right, "对", place),
                from: self.day(record.from, "2018-03-17"),
                basis: record.basis.given(),
            };
            wording.words.push(word);
        }
        wording
    }
}
