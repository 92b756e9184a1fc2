//! How 事项 of a report finds its item, and 举措开头, by which it finds it after the table has changed.
//!
//! A position such as `1.2` is another measure's once one is inserted before it. 举措开头, the beginning of the measure's
//! words, says which was meant: a report never passes to another item without a word.

use crate::model::item::{Entry, Item};
use crate::model::item_words::{plain, words};
use crate::model::tables::Tables;

/// How a report refers to its item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reference {
    /// By 代号, or by a position that 举措开头 confirms.
    Sure,
    /// By a position alone: nothing tells whether the table has changed since. Also an item that is not there.
    Unconfirmed,
    /// By 举措开头: another item stands at the position now.
    Moved,
    /// By neither: no item, or several, begin with the words, and none stands at the position. The likely one.
    Lost(Option<Item>),
}

/// The least number of characters of 举措开头, if the words have as many.
const SHORTEST: usize = 12;

impl<'p> Tables<'p> {
    /// The item of a report, by 事项 and 举措开头.
    #[must_use]
    pub fn refer(self, item: &str, beginning: Option<&str>) -> (Option<Item>, Reference) {
        let found = self.item(item);
        let is_id =
            found.is_some_and(|found| self.entry(found).is_some_and(|entry| entry.id() == Some(item.trim())));
        let beginning = beginning.map(plain).filter(|beginning| !beginning.is_empty());
        let Some(beginning) = beginning.filter(|_| !is_id) else {
            return (found, if is_id { Reference::Sure } else { Reference::Unconfirmed });
        };
        let begins = |entry: &Entry<'_>| words(entry).starts_with(&beginning);
        if found.and_then(|found| self.entry(found)).is_some_and(|entry| begins(&entry)) {
            return (found, Reference::Sure);
        }
        let entries = self.all_entries();
        let mut matching = entries.iter().filter(|entry| begins(entry));
        match (matching.next(), matching.next()) {
            (Some(only), None) => (Some(only.item), Reference::Moved),
            _ => (None, Reference::Lost(likely(&entries, &beginning))),
        }
    }

    /// 举措开头 of an item: as many characters as tell it from all others, the number before them left out.
    #[must_use]
    pub fn beginning(self, item: Item) -> Option<String> {
        let own = words(&self.entry(item)?);
        let all: Vec<String> =
            self.all_entries().iter().filter(|entry| entry.item != item).map(words).collect();
        let ends = own.char_indices().map(|(at, c)| at + c.len_utf8());
        let mut beginnings = ends.skip(SHORTEST - 1).map(|end| &own[..end]);
        let is_own = |beginning: &&str| !all.iter().any(|other| other.starts_with(beginning));
        Some(beginnings.find(is_own).unwrap_or(&own).to_owned()).filter(|own| !own.is_empty())
    }

    /// Every task as a whole and every measure.
    fn all_entries(self) -> Vec<Entry<'p>> {
        let tasks = self.task_entries();
        let parts = tasks.iter().flat_map(|task| task.parts()).filter(|part| part.measure.is_some());
        tasks.iter().copied().chain(parts).collect()
    }
}

/// The only item that has the words of a beginning further behind, else the one whose own beginning is most similar, if
/// more than half of it is the same.
fn likely(entries: &[Entry<'_>], beginning: &str) -> Option<Item> {
    let mut having = entries.iter().filter(|entry| words(entry).contains(beginning));
    if let (Some(only), None) = (having.next(), having.next()) {
        return Some(only.item);
    }
    let length = beginning.chars().count();
    let distance = |entry: &Entry<'_>| {
        let start: String = words(entry).chars().take(length).collect();
        strsim::levenshtein(&start, beginning)
    };
    let nearest = entries.iter().map(|entry| (distance(entry), entry.item)).min()?;
    (nearest.0 * 2 < length).then_some(nearest.1)
}
