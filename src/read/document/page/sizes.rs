//! The sizes of the parts of a page, by which the paper on it is found.

use crate::read::document::page::tree::Page;

/// Whether an element is a part of the page around the paper.
pub fn is_aside(page: &Page, at: usize) -> bool {
    page.around(at, &["nav", "footer", "aside", "head"]).is_some()
}

/// Characters up to each node, without spaces: all, and those of links.
pub struct Sizes(Vec<(usize, usize)>);

impl Sizes {
    /// The sizes of a page.
    pub fn of(page: &Page) -> Self {
        let (mut all, mut linked, mut link_end) = (0, 0, 0);
        let mut sums = Vec::with_capacity(page.nodes.len() + 1);
        for (at, node) in page.nodes.iter().enumerate() {
            sums.push((all, linked));
            if node.name == "a" {
                link_end = link_end.max(node.end);
            }
            let size = node.text.chars().filter(|c| !c.is_whitespace()).count();
            all += size;
            linked += if at < link_end { size } else { 0 };
        }
        sums.push((all, linked));
        Self(sums)
    }

    /// Characters of a node, those of links included.
    pub fn all(&self, page: &Page, at: usize) -> usize {
        self.0[page.nodes[at].end].0 - self.0[at].0
    }

    /// Characters of links in a node.
    pub fn linked(&self, page: &Page, at: usize) -> usize {
        self.0[page.nodes[at].end].1 - self.0[at].1
    }

    /// Characters of a node that lead nowhere.
    pub fn text(&self, page: &Page, at: usize) -> usize {
        self.all(page, at) - self.linked(page, at)
    }
}
