//! 机构名录: the offices that can be responsible, their other names, and names that stand for many.

use std::collections::{BTreeMap, BTreeSet};

use crate::source::{Located, offset};

/// 股室: one office.
#[derive(Debug)]
pub struct Office {
    /// 名称.
    pub name: Located<String>,
    /// 别名: what else it is called.
    pub aliases: Vec<Located<String>>,
}

/// 统称: one name for many offices (局各股室、二级机构).
#[derive(Debug)]
pub struct Collective {
    /// 名称.
    pub name: Located<String>,
    /// 包括: the offices; all of them when nothing is said.
    pub members: Vec<Located<String>>,
}

/// What a name in a table turned out to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Found {
    /// The office of that number.
    Office(usize),
    /// The collective name of that number.
    Collective(usize),
}

/// 责任主体: one line of a responsibility cell, word for word, and whom it names.
#[derive(Debug)]
pub struct Owner {
    /// As written.
    pub text: Located<String>,
    /// The names in it; a name that the register does not know is kept as it is, for a rule to judge.
    pub parties: Vec<Located<Party>>,
}

/// One name in a responsibility cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Party {
    /// Known.
    Known(Found),
    /// Not in the register.
    Unknown(String),
}

/// 机构名录: all offices, found by any of their names.
#[derive(Debug, Default)]
pub struct Register {
    /// In the order of writing.
    pub offices: Vec<Office>,
    /// In the order of writing.
    pub collectives: Vec<Collective>,
    by_name: BTreeMap<String, Found>,
}

impl Register {
    /// A register; of two things with one name the first is found.
    #[must_use]
    pub fn new(offices: Vec<Office>, collectives: Vec<Collective>) -> Self {
        let mut by_name = BTreeMap::new();
        for (i, office) in offices.iter().enumerate() {
            for name in std::iter::once(&office.name).chain(&office.aliases) {
                by_name.entry(name.value.clone()).or_insert(Found::Office(i));
            }
        }
        for (i, collective) in collectives.iter().enumerate() {
            by_name.entry(collective.name.value.clone()).or_insert(Found::Collective(i));
        }
        Self { offices, collectives, by_name }
    }

    /// The office or collective of that name or alias.
    #[must_use]
    pub fn find(&self, name: &str) -> Option<Found> {
        self.by_name.get(name).copied()
    }

    /// Every name that [`find`](Self::find) knows, sorted.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.by_name.keys().map(String::as_str)
    }

    /// The offices that a line names, by their numbers, those that a collective name stands for included.
    #[must_use]
    pub fn offices_of(&self, owner: &Owner) -> BTreeSet<usize> {
        let known = owner.parties.iter().filter_map(|party| match party.value {
            Party::Known(found) => Some(found),
            Party::Unknown(_) => None,
        });
        known.flat_map(|found| self.members(found)).collect()
    }

    /// The offices that a name stands for.
    fn members(&self, found: Found) -> Vec<usize> {
        let collective = match found {
            Found::Office(office) => return vec![office],
            Found::Collective(collective) => &self.collectives[collective],
        };
        if collective.members.is_empty() {
            return (0..self.offices.len()).collect();
        }
        let office = |name: &Located<String>| match self.find(&name.value)? {
            Found::Office(office) => Some(office),
            Found::Collective(_) => None,
        };
        collective.members.iter().filter_map(office).collect()
    }

    /// Understands one line of a responsibility cell: a known name as a whole, or names between 、 and commas.
    #[must_use]
    pub fn owner(&self, text: Located<String>) -> Owner {
        let whole = text.value.trim();
        if let Some(found) = self.find(whole) {
            let parties = vec![text.with(Party::Known(found))];
            return Owner { text, parties };
        }
        let parties = names_in(&text.value)
            .map(|range| {
                let name = text.part(range);
                let known = self.find(name.value).map(Party::Known);
                name.with(known.unwrap_or_else(|| Party::Unknown(name.value.to_owned())))
            })
            .collect();
        Owner { text, parties }
    }
}

/// The byte ranges of the names between separators, trimmed; empty ones are left out.
fn names_in(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let pieces = text.split(['、', '，', ',', '；', ';', '\n']);
    pieces.filter_map(move |piece| {
        let name = piece.trim();
        let start = offset(text, name);
        (!name.is_empty()).then(|| start..start + name.len())
    })
}
