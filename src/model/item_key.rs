//! 标识: an identifier of each item of a notice that stays when rows are moved, inserted or taken out.
//!
//! It is the item's 代号, or else a hash of its words without spaces, so that the same words have the same identifier
//! everywhere. Of items with the same words each has the name of its task hashed as well, and of those in one task the
//! second and later ones their place among them.

use std::collections::BTreeMap;
use std::hash::Hasher;

use fnv::FnvHasher;

use crate::model::item::{Entry, Item};
use crate::model::item_words::{plain, words};
use crate::model::notice::Notice;

/// The identifiers of a notice's measures, and of its tasks without measures.
#[derive(Debug, Default)]
pub struct ItemKeys(BTreeMap<Item, String>);

impl ItemKeys {
    /// The identifiers of a notice's items.
    #[must_use]
    pub fn new(notice: &Notice) -> Self {
        let entries = notice.entries();
        let mut keys = BTreeMap::new();
        let mut alike: BTreeMap<String, Vec<&Entry<'_>>> = BTreeMap::new();
        for entry in &entries {
            match entry.id() {
                Some(id) => drop(keys.insert(entry.item, id.to_owned())),
                None => alike.entry(words(entry)).or_default().push(entry),
            }
        }
        for (words, entries) in alike {
            if let [entry] = entries.as_slice() {
                keys.insert(entry.item, hashed(&[&words]));
                continue;
            }
            let mut of_task: BTreeMap<String, usize> = BTreeMap::new();
            for entry in entries {
                let task = plain(&entry.task.name.value);
                let place = of_task.entry(task.clone()).or_default();
                *place += 1;
                let place = if *place > 1 { place.to_string() } else { String::new() };
                keys.insert(entry.item, hashed(&[&words, &task, &place]));
            }
        }
        Self(keys)
    }

    /// The identifier of an item; blank for a task that has measures.
    #[must_use]
    pub fn of(&self, item: Item) -> &str {
        self.0.get(&item).map_or("", String::as_str)
    }
}

/// Twelve hexadecimal digits: of a hundred thousand items two have the same once in fifty thousand times.
fn hashed(parts: &[&str]) -> String {
    let mut hasher = FnvHasher::default();
    for part in parts.iter().filter(|part| !part.is_empty()) {
        hasher.write(part.as_bytes());
        hasher.write_u8(0xff);
    }
    format!("{:012x}", hasher.finish() >> 16)
}
