//! Bar charts; their figures are also given in words.

use serde::Serialize;

/// A chart with one labelled bar in each line.
#[derive(Debug, Serialize)]
pub struct ChartView<'p> {
    /// Prefix of element ids, unique on the page.
    pub id: &'static str,
    /// Its title.
    pub title: &'static str,
    /// The chart in words, for screen readers.
    pub words: String,
    /// From the top down.
    pub bars: Vec<Bar<'p>>,
}

/// A bar.
#[derive(Debug, Serialize)]
pub struct Bar<'p> {
    /// Label, short enough for a narrow screen, because it does not wrap.
    pub label: String,
    /// Length and text: `66.7%`.
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

/// A share in tenths of a percent as text: `66.7%`.
pub fn percent(permille: usize) -> String {
    format!("{}.{}%", permille / 10, permille % 10)
}
