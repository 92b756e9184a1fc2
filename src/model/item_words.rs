//! The words of an item as they are compared: without spaces and the number at their beginning.

use crate::model::item::Entry;
use crate::text::marker::Marker;
use crate::text::space::without_spaces;

/// The words of an item, without its number and spaces; of a measure without words, those of its columns.
pub(super) fn words(entry: &Entry<'_>) -> String {
    let Some(measure) = entry.measure else { return plain(&entry.task.name.value) };
    let text = measure.text.as_ref().map(|text| plain(&text.value)).filter(|text| !text.is_empty());
    text.unwrap_or_else(|| {
        let cells = measure.cells.iter().filter_map(|cell| cell.value.printed());
        cells.map(|text| plain(&text)).collect::<Vec<_>>().join("\n")
    })
}

/// A text without spaces and without the number at its beginning, which changes where items are moved.
pub(super) fn plain(text: &str) -> String {
    let text = text.trim_start();
    let number = Marker::at_start(text).map_or(0, |marker| marker.length);
    without_spaces(&text[number..])
}
