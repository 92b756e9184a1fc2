//! The numbers of headings (GB/T 9704-2012 7.3.3).

use crate::text::marker::{Marker, Style};
use crate::text::numeral;

/// The style of each level's numbers.
const STYLES: [Style; 4] = [Style::ChineseComma, Style::ChineseBrackets, Style::Point, Style::Brackets];

/// The number of the last heading at each level.
#[derive(Clone, Default)]
pub struct Numbers {
    last: [usize; 4],
    /// The level of the last heading.
    level: Option<usize>,
}

impl Numbers {
    /// Counts a heading of a level, and starts those below it anew. There is no number below the fourth level.
    pub fn next(&mut self, level: usize) -> String {
        let Some(last) = self.last.get_mut(level) else { return String::new() };
        *last += 1;
        let number = *last;
        self.last[level + 1..].fill(0);
        numeral::heading(level, number)
    }

    /// Counts on from a number that is given, if it has the style of its level.
    pub fn continue_from(&mut self, level: usize, given: &str) {
        if level >= self.last.len() {
            return;
        }
        if let Some(marker) = Marker::whole(given).filter(|marker| marker.style == STYLES[level]) {
            self.last[level] = marker.number;
        }
        self.last[level + 1..].fill(0);
    }

    /// Counts a heading of the paper.
    pub fn heading(&mut self, level: usize) -> String {
        self.level = Some(level);
        self.next(level)
    }

    /// The level below the last heading of the paper; the fourth has none below it.
    pub fn level_below(&self) -> usize {
        self.level.map_or(0, |level| (level + 1).min(self.last.len() - 1))
    }
}
