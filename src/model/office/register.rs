//! The register, with an index by name.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::office::names::{Collective, CollectiveId, Found, Office, OfficeId};
use crate::source::Located;

/// 机构名录: all offices, with an index by name.
#[derive(Debug, Default)]
pub struct Register {
    /// In the order of writing.
    pub offices: Vec<Office>,
    /// In the order of writing.
    pub collectives: Vec<Collective>,
    /// 外部单位: bodies that may be responsible and are none of the bureau's offices, in the order of writing.
    pub outside_bodies: Vec<Located<String>>,
    by_name: BTreeMap<String, Found>,
    /// Parts of names that stand for the whole name; `None` for parts of several names.
    by_part: BTreeMap<String, Option<Found>>,
    /// The lengths of all names in bytes, for the longest match: there are few lengths even with many names.
    lengths: BTreeSet<usize>,
}

impl Register {
    /// Builds a register. Of two entries with the same name the first is found.
    #[must_use]
    pub fn new(
        offices: Vec<Office>,
        collectives: Vec<Collective>,
        outside_bodies: Vec<Located<String>>,
    ) -> Self {
        let mut by_name = BTreeMap::new();
        for (i, office) in offices.iter().enumerate() {
            for name in std::iter::once(&office.name).chain(&office.aliases) {
                by_name.entry(name.value.clone()).or_insert(Found::Office(OfficeId(i)));
            }
        }
        for (i, collective) in collectives.iter().enumerate() {
            by_name.entry(collective.name.value.clone()).or_insert(Found::Collective(CollectiveId(i)));
        }
        for name in &outside_bodies {
            by_name.entry(name.value.clone()).or_insert(Found::OutsideBody);
        }
        let lengths = by_name.keys().map(String::len).filter(|length| *length > 0).collect();
        let mut by_part: BTreeMap<String, Option<Found>> = BTreeMap::new();
        for (name, found) in &by_name {
            for part in parts(name) {
                let whole = by_part.entry(part.to_owned()).or_insert(Some(*found));
                *whole = whole.filter(|whole| whole == found);
            }
        }
        Self { offices, collectives, outside_bodies, by_name, by_part, lengths }
    }

    /// The office with that id.
    #[must_use]
    pub fn office(&self, id: OfficeId) -> &Office {
        &self.offices[id.0]
    }

    /// Every office with its id, in the order of writing.
    pub fn offices_with_ids(&self) -> impl Iterator<Item = (OfficeId, &Office)> {
        self.offices.iter().enumerate().map(|(place, office)| (OfficeId(place), office))
    }

    /// The office or collective of that name or alias.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Found> {
        self.by_name.get(name).copied()
    }

    /// The registered name of what was found; `None` for an outside body, which has no page.
    #[must_use]
    pub fn name(&self, found: Found) -> Option<&str> {
        match found {
            Found::Office(office) => Some(&self.office(office).name.value),
            Found::Collective(collective) => Some(&self.collectives[collective.0].name.value),
            Found::OutsideBody => None,
        }
    }

    /// The office or collective of a name as a table writes it: a prefix may be left out, 财政局 for 市财政局, and so may a remark, 办公室
    /// for 办公室（党建办）, where only one registered name can be meant.
    #[must_use]
    pub fn find_written(&self, name: &str) -> Option<Found> {
        self.find(name).or_else(|| self.by_part.get(name).copied().flatten())
    }

    /// Every name known to [`find`](Self::find), sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// The offices of a registered name.
    #[must_use]
    pub fn members(&self, found: Found) -> Vec<OfficeId> {
        let collective = match found {
            Found::Office(office) => return vec![office],
            Found::Collective(collective) => &self.collectives[collective.0],
            Found::OutsideBody => return Vec::new(),
        };
        let Some(members) = &collective.members else {
            return self.offices_with_ids().map(|(id, _)| id).collect();
        };
        let office = |name: &Located<String>| match self.find(&name.value)? {
            Found::Office(office) => Some(office),
            Found::Collective(_) | Found::OutsideBody => None,
        };
        members.iter().filter_map(office).collect()
    }

    /// The length in bytes of the longest registered name at the beginning of a text.
    pub(super) fn longest_name(&self, text: &str) -> Option<usize> {
        let mut lengths = self.lengths.iter().rev().copied();
        lengths.find(|length| text.get(..*length).is_some_and(|name| self.by_name.contains_key(name)))
    }
}

/// Characters that end the prefix of a name: 市财政局, 某县应急管理局, 局办公室.
const PREFIX_ENDS: [char; 7] = ['省', '市', '县', '区', '州', '旗', '局'];

/// The longest prefix in characters, and the shortest name behind one: 委办 alone says too little.
const PREFIX: (usize, usize) = (6, 3);

/// Parts of a name by which it may be called: without its prefix, without the remark at its end.
fn parts(name: &str) -> Vec<&str> {
    let ends = name.char_indices().take(PREFIX.0).filter(|(_, c)| PREFIX_ENDS.contains(c));
    let rests = ends.map(|(at, c)| &name[at + c.len_utf8()..]);
    let mut parts: Vec<&str> = rests.filter(|rest| rest.chars().count() >= PREFIX.1).collect();
    if let Some((bare, _)) = name.split_once(['（', '(']).filter(|_| name.ends_with(['）', ')'])) {
        parts.extend(Some(bare).filter(|bare| !bare.is_empty()));
    }
    parts
}
