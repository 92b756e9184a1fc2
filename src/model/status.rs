//! 进展状态: the words for the progress of an item, their meanings and colours.

mod kind;

use crate::source::{Located, Span};

pub use kind::{Colour, StatusKind};

/// The number of a status in [`Statuses`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct StatusId(usize);

/// 进展状态: a word for the progress of an item.
#[derive(Debug)]
pub struct Status {
    /// The word, always printed.
    pub word: Located<String>,
    /// 颜色, never shown without the word.
    pub colour: Colour,
    /// 类别: the meaning of the word, for counting.
    pub kind: StatusKind,
}

/// The statuses of a site, in the order of totals.
#[derive(Debug)]
pub struct Statuses(Vec<Status>);

impl Statuses {
    /// The statuses chosen by a site.
    #[must_use]
    pub fn new(list: Vec<Status>) -> Self {
        Self(list)
    }

    /// The default statuses: one for each kind, with its name. `place`: where the site could choose others.
    #[must_use]
    pub fn usual(place: Span) -> Self {
        let status = |(word, kind): (&str, StatusKind)| Status {
            word: Located::new(word.to_owned(), place),
            colour: kind.colour(),
            kind,
        };
        Self(StatusKind::WORDS.into_iter().map(status).collect())
    }

    /// The status with that id.
    #[must_use]
    pub fn get(&self, id: StatusId) -> &Status {
        &self.0[id.0]
    }

    /// The status with that word.
    #[must_use]
    pub fn find(&self, word: &str) -> Option<StatusId> {
        self.0.iter().position(|status| status.word.value == word).map(StatusId)
    }

    /// All of them, in order.
    pub fn iter(&self) -> impl Iterator<Item = (StatusId, &Status)> {
        self.0.iter().enumerate().map(|(i, status)| (StatusId(i), status))
    }
}
