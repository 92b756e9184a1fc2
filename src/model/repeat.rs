//! Words of a cell that goes on over the end of a printed page: repeated on the next one, or more of them there.
//!
//! Printed sheets write the repeats and `import` leaves them out, so each has a mark: readers see it behind numbers and
//! tasks. Behind other words, such as an office, it would read like part of them; there it is a space.

use crate::model::table::ColumnKind;

/// Mark behind numbers and tasks.
pub const CONTINUED: &str = "（续）";

/// Mark behind other words.
const UNSEEN: &str = " ";

/// The words of a cell of a Word document of which the next page has more.
#[must_use]
pub fn to_be_continued(text: &str) -> String {
    format!("{text}{UNSEEN}")
}

/// The words of a cell without the mark that the next page has more of them; `None` where they have none.
#[must_use]
pub fn continued(shown: &str) -> Option<&str> {
    shown.strip_suffix(UNSEEN)
}

/// The words of a cell of that kind of column, repeated.
#[must_use]
pub fn repeated(text: &str, kind: ColumnKind) -> String {
    let has_number = matches!(kind, ColumnKind::Number | ColumnKind::Task) && !text.is_empty();
    format!("{text}{}", if has_number { CONTINUED } else { UNSEEN })
}

/// Whether a text repeats the words of the cell above it.
#[must_use]
pub fn repeats(shown: &str, text: &str) -> bool {
    shown == UNSEEN || shown.strip_prefix(text).is_some_and(|mark| [CONTINUED, UNSEEN].contains(&mark))
}
