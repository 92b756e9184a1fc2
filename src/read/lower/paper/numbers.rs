//! The numbers of headings (GB/T 9704-2012 7.3.3).

use crate::text::numeral;

/// The number of the last heading at each level.
#[derive(Default)]
pub struct Numbers([usize; 4]);

impl Numbers {
    /// Counts a heading of a level, and starts those below it anew.
    pub fn next(&mut self, level: usize) -> String {
        self.0[level] += 1;
        self.0[level + 1..].fill(0);
        numeral::heading(level, self.0[level])
    }
}
