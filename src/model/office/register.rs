//! The register, with an index by name.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::source::Located;

/// The place of an office in the register, which is also the order in which offices are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(transparent)]
pub struct OfficeId(usize);

/// The place of a collective name in the register.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CollectiveId(usize);

/// 股室: one office.
#[derive(Debug)]
pub struct Office {
    /// 名称.
    pub name: Located<String>,
    /// 别名: other names.
    pub aliases: Vec<Located<String>>,
}

/// 统称: a collective name for many offices (局各股室、二级机构).
#[derive(Debug)]
pub struct Collective {
    /// 名称.
    pub name: Located<String>,
    /// 包括: the members. An empty list means no office; `None`, if 包括 is not written, means all offices.
    pub members: Option<Vec<Located<String>>>,
}

/// The result of looking up a name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// An office.
    Office(OfficeId),
    /// A collective name.
    Collective(CollectiveId),
}

/// 机构名录: all offices, with an index by name.
#[derive(Debug, Default)]
pub struct Register {
    /// In the order of writing.
    pub offices: Vec<Office>,
    /// In the order of writing.
    pub collectives: Vec<Collective>,
    by_name: BTreeMap<String, Found>,
    /// The lengths of all names in bytes, for the longest match: there are few lengths even with many names.
    lengths: BTreeSet<usize>,
}

impl Register {
    /// Builds a register. Of two entries with the same name the first is found.
    #[must_use]
    pub fn new(offices: Vec<Office>, collectives: Vec<Collective>) -> Self {
        let mut by_name = BTreeMap::new();
        for (i, office) in offices.iter().enumerate() {
            for name in std::iter::once(&office.name).chain(&office.aliases) {
                by_name.entry(name.value.clone()).or_insert(Found::Office(OfficeId(i)));
            }
        }
        for (i, collective) in collectives.iter().enumerate() {
            by_name.entry(collective.name.value.clone()).or_insert(Found::Collective(CollectiveId(i)));
        }
        let lengths = by_name.keys().map(String::len).filter(|length| *length > 0).collect();
        Self { offices, collectives, by_name, lengths }
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

    /// The registered name of what was found.
    #[must_use]
    pub fn name(&self, found: Found) -> &str {
        match found {
            Found::Office(office) => &self.office(office).name.value,
            Found::Collective(collective) => &self.collectives[collective.0].name.value,
        }
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
        };
        let Some(members) = &collective.members else {
            return self.offices_with_ids().map(|(id, _)| id).collect();
        };
        let office = |name: &Located<String>| match self.find(&name.value)? {
            Found::Office(office) => Some(office),
            Found::Collective(_) => None,
        };
        members.iter().filter_map(office).collect()
    }

    /// The length in bytes of the longest registered name at the beginning of a text.
    pub(super) fn longest_name(&self, text: &str) -> Option<usize> {
        let mut lengths = self.lengths.iter().rev().copied();
        lengths.find(|length| text.get(..*length).is_some_and(|name| self.by_name.contains_key(name)))
    }
}
