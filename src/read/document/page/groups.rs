//! Elements in which several fields of a page stand: what looks like a label beside them is one, known or not.

use std::collections::BTreeMap;

use crate::read::document::page::chunks::Chunk;
use crate::read::document::page::labels::{label, unknown};
use crate::read::document::page::tree::Page;

/// How many elements around a label may hold the block.
const LEVELS: usize = 5;
/// The most elements and texts in the cell of a label.
const NODES: usize = 12;
/// Elements that hold a label or a value.
const CELLS: [&str; 4] = ["td", "th", "dt", "dd"];

/// The elements around fields.
pub struct Groups<'p> {
    /// The page.
    pub page: &'p Page,
    articles: &'p [usize],
    /// How many fields with known labels an element has.
    counts: BTreeMap<usize, usize>,
}

impl<'p> Groups<'p> {
    /// None yet.
    pub fn new(page: &'p Page, articles: &'p [usize]) -> Self {
        Self { page, articles, counts: BTreeMap::new() }
    }

    /// Counts a field whose label is in a block.
    pub fn add(&mut self, block: usize) {
        for home in self.homes(block) {
            *self.counts.entry(home).or_default() += 1;
        }
    }

    /// The elements around a block that may hold the block of fields: none that has the paper within.
    fn homes(&self, block: usize) -> Vec<usize> {
        let (mut homes, mut at) = (Vec::new(), block);
        while at > 0 && homes.len() < LEVELS {
            let node = &self.page.nodes[at];
            let next = self.articles.get(self.articles.partition_point(|article| *article < at));
            // Where the whole page counts as the paper, its words stay in the body.
            let has_paper = self.articles.first() == Some(&0) || next.is_some_and(|next| *next < node.end);
            if has_paper || ["body", "html"].contains(&node.name.as_str()) {
                break;
            }
            homes.push(at);
            if ["table", "ul", "dl"].contains(&node.name.as_str()) {
                break;
            }
            at = node.parent;
        }
        homes
    }

    /// The label of a text, and the value behind its colon. One that is not known stands beside those that are.
    pub fn label<'t>(&self, chunk: &Chunk<'t>) -> Option<(String, Option<&'t str>)> {
        if let Some(known) = label(chunk.text) {
            return Some(known);
        }
        let (name, value) = unknown(chunk.text).filter(|_| !self.counts.is_empty())?;
        // Without a colon only a cell before another is a label.
        if value.is_none() && !self.is_before_cell(chunk) {
            return None;
        }
        let count = |home: &usize| self.counts.get(home).copied().unwrap_or_default();
        let is_within = count(&chunk.block) > 0 || self.homes(chunk.block).iter().any(|home| count(home) > 1);
        is_within.then_some((name, value))
    }

    fn cell(&self, block: usize) -> Option<usize> {
        self.page.around(block, &CELLS)
    }

    /// The element behind that of a cell.
    fn behind(&self, cell: usize) -> Option<usize> {
        let nodes = &self.page.nodes;
        (nodes[cell].end..nodes.len())
            .find(|at| !nodes[*at].name.is_empty() || !nodes[*at].text.trim().is_empty())
    }

    /// Whether a text is all of a cell that has another behind it.
    fn is_before_cell(&self, chunk: &Chunk<'_>) -> bool {
        let Some(cell) = self.cell(chunk.block) else { return false };
        let is_all = self.page.nodes[cell].end - cell <= NODES
            && self.page.text(cell).split_whitespace().eq(chunk.text.split_whitespace());
        let next = self.behind(cell).filter(|_| is_all);
        next.is_some_and(|next| CELLS.contains(&self.page.nodes[next].name.as_str()))
    }

    /// Whether a block is in the cell behind that of another.
    pub fn is_next_cell(&self, block: usize, next: usize) -> bool {
        let behind = self.cell(block).and_then(|cell| self.behind(cell));
        behind.is_some() && behind == self.cell(next)
    }

    /// Whether two blocks of a value are in one cell, which is not that of its label.
    pub fn is_one_cell(&self, one: usize, other: usize, label: usize) -> bool {
        let cell = self.cell(one);
        cell.is_some() && cell == self.cell(other) && cell != self.cell(label)
    }
}
