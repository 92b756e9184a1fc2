//! 牵头单位: the offices whose word counts for the status of an item.
//!
//! They are those of a column that says so (牵头单位, 主办单位, 主要责任单位), else the one that a text names first or before
//! 牵头. Of offices named together (各股室) each counts.

use std::collections::BTreeSet;

use crate::model::item::Entry;
use crate::model::office::{Found, OfficeId, Owner, Party, Register};
use crate::model::table::Cell;
use crate::source::Located;

/// Words of a column's head for offices that lead.
const LEADS: [&str; 5] = ["牵头", "主办", "主要责任", "主责", "承办"];
/// Words of a column's head for offices that only cooperate.
const COOPERATES: [&str; 6] = ["配合", "协办", "协助", "协同", "参与", "参加"];

/// Whether a cell stands in a column for offices that only cooperate.
#[must_use]
pub fn is_cooperating(entry: &Entry<'_>, cell: &Cell) -> bool {
    says(entry, cell, &COOPERATES)
}

/// Whether the head of a cell's column has one of some words.
fn says(entry: &Entry<'_>, cell: &Cell, words: &[&str]) -> bool {
    let head = entry.table.columns[cell.column].heading();
    words.iter().any(|word| head.contains(word))
}

/// The offices that lead an item; empty where all its offices are alike.
#[must_use]
pub fn leads(entry: &Entry<'_>, register: &Register) -> BTreeSet<OfficeId> {
    let mut cells: Vec<&Cell> =
        entry.cells().into_iter().filter(|cell| !cell.value.owners().is_empty()).collect();
    cells.sort_by_key(|cell| cell.column);
    let leading: BTreeSet<OfficeId> = cells
        .iter()
        .filter(|cell| says(entry, cell, &LEADS))
        .flat_map(|cell| cell.value.owners())
        .flat_map(|owner| register.offices_of(owner))
        .collect();
    if !leading.is_empty() {
        return leading;
    }
    let first =
        cells.iter().filter(|cell| !is_cooperating(entry, cell)).flat_map(|cell| cell.value.owners()).next();
    first.and_then(first_office).into_iter().collect()
}

/// The office named before 牵头 in a line, or else the first; `None` if that stands for several.
fn first_office(owner: &Owner) -> Option<OfficeId> {
    let leads = |party: &Located<Party>| {
        let behind = &owner.text.value[owner.text.range_of(party.span).end..];
        LEADS.iter().any(|word| behind.trim_start().starts_with(word))
    };
    let named = owner.parties.iter().find(|party| leads(party)).or_else(|| owner.parties.first())?;
    match named.value {
        Party::Known(Found::Office(office)) => Some(office),
        Party::Known(Found::Collective(_) | Found::OutsideBody) | Party::Unknown(_) => None,
    }
}
