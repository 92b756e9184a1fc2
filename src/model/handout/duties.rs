//! The duties of offices: the rows of their handouts.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::item::Entry;
use crate::model::lead::is_cooperating;
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};
use crate::model::table::Cell;

/// The duties of each office in a notice, in order, by the office's index into the register. Offices without duties
/// are left out.
#[must_use]
pub fn duties<'p>(notice: &'p Notice, register: &Register) -> BTreeMap<OfficeId, Vec<Entry<'p>>> {
    let mut duties: BTreeMap<OfficeId, Vec<Entry<'p>>> = BTreeMap::new();
    for entry in notice.entries() {
        for office in offices(&entry, register) {
            duties.entry(office).or_default().push(entry);
        }
    }
    duties
}

/// Whether an entry is a duty of an office.
#[must_use]
pub fn concerns(entry: &Entry<'_>, office: OfficeId, register: &Register) -> bool {
    offices(entry, register).contains(&office)
}

/// Whether an office only cooperates in an entry: it stands in columns for helping offices and in no other.
#[must_use]
pub fn cooperates(entry: &Entry<'_>, office: OfficeId, register: &Register) -> bool {
    let is_own =
        |cell: &&Cell| cell.value.owners().iter().any(|owner| register.offices_of(owner).contains(&office));
    entry.cells().into_iter().filter(is_own).all(|cell| is_cooperating(entry, cell))
}

fn offices(entry: &Entry<'_>, register: &Register) -> BTreeSet<OfficeId> {
    entry.owners().into_iter().flat_map(|owner| register.offices_of(owner)).collect()
}
