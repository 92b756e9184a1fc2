//! Texts of a page outside of its paper, cut at labels.

use crate::read::document::page::labels::{label, split};
use crate::read::document::page::tree::{Page, is_block};

/// A text outside of the paper, and the block in which it stands.
pub struct Chunk<'p> {
    /// The words, up to the next label on the line.
    pub text: &'p str,
    /// The nodes of the element around it.
    pub parent: std::ops::Range<usize>,
    pub at: usize,
    /// The block element around it.
    pub block: usize,
    pub line: u32,
}

/// The texts of a page outside of its papers, and those of blocks of fields within these.
pub fn chunks<'p>(page: &'p Page, articles: &[usize]) -> Vec<Chunk<'p>> {
    let (mut chunks, mut at, mut article_end) = (Vec::new(), 0, 0);
    while let Some(node) = page.nodes.get(at) {
        let is_control = ["button", "head", "select"].contains(&node.name.as_str());
        if is_control || node.is_hidden() {
            at = node.end;
            continue;
        }
        if at > 0 && articles.contains(&at) {
            article_end = article_end.max(node.end);
        }
        if at < article_end && is_table_of_fields(page, at) {
            // Some portals have the block within the element of the paper.
            let inside = chunks_of(page, at, node.end);
            chunks.extend(inside);
            at = node.end;
            continue;
        }
        if at >= article_end {
            chunks.extend(chunk(page, at));
        }
        at += 1;
    }
    chunks
}

/// Whether an element is a table whose cells are the labels and values of the block.
pub fn is_table_of_fields(page: &Page, at: usize) -> bool {
    let node = &page.nodes[at];
    if node.name != "table" {
        return false;
    }
    let (mut cells, mut labels, mut rows, mut is_new_row) = (0, 0, 0, false);
    let mut inside = at + 1;
    while inside < node.end {
        let node = &page.nodes[inside];
        match node.name.as_str() {
            // Tables within are looked at by themselves.
            "table" => {
                inside = node.end;
                continue;
            }
            "tr" => is_new_row = true,
            "td" | "th" => cells += 1,
            "" if label(&node.text).is_some() => {
                labels += 1;
                rows += usize::from(std::mem::take(&mut is_new_row));
            }
            _ => {}
        }
        inside += 1;
    }
    // In one row they may be the head of a table of the paper.
    labels >= 3 && labels * 3 >= cells && rows >= 2
}

fn chunks_of(page: &Page, from: usize, to: usize) -> Vec<Chunk<'_>> {
    (from..to).flat_map(|at| chunk(page, at)).collect()
}

/// The text of a node, if it has any: a part for each label in it.
fn chunk(page: &Page, at: usize) -> Vec<Chunk<'_>> {
    let node = &page.nodes[at];
    if node.text.trim().is_empty() {
        return Vec::new();
    }
    let mut block = node.parent;
    while block > 0 && !is_block(&page.nodes[block].name) {
        block = page.nodes[block].parent;
    }
    let parent = node.parent..page.nodes[node.parent].end;
    let part = |text| Chunk { text, parent: parent.clone(), at, block, line: node.line };
    split(&node.text).into_iter().map(part).collect()
}
