//! The duties of offices: the rows of their handouts.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::office::{OfficeId, Register};

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

fn offices(entry: &Entry<'_>, register: &Register) -> BTreeSet<OfficeId> {
    entry.owners().into_iter().flat_map(|owner| register.offices_of(owner)).collect()
}
