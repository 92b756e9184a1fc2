//! Bars for people who see them; the same figures stand beside them in words.

use serde::Serialize;

/// A chart: a bar a line, each with its words.
#[derive(Debug, Serialize)]
pub struct ChartView<'p> {
    /// Tells its parts from those of other charts on the page.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The chart in words, for screen readers; they stand beside it as well.
    pub words: String,
    /// From the top down.
    pub bars: Vec<Bar<'p>>,
}

/// A bar.
#[derive(Debug, Serialize)]
pub struct Bar<'p> {
    /// Its words, few enough for a narrow screen: they do not wrap.
    pub label: String,
    /// How long it is, and what it says: `66.7%`.
    pub share: String,
    /// The colour of its status.
    pub colour: &'p str,
}

impl<'p> ChartView<'p> {
    /// A chart of these bars.
    pub fn new(id: &'static str, title: &'static str, words: String, bars: Vec<Bar<'p>>) -> Self {
        Self { id, title, words, bars }
    }
}

/// A share in tenths of a percent as it is read: `66.7%`.
pub fn percent(permille: usize) -> String {
    format!("{}.{}%", permille / 10, permille % 10)
}
