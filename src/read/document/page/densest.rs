//! The paper on a page that gives it no name: the element with most text.

use crate::read::document::page::sizes::{Sizes, is_aside};
use crate::read::document::page::tree::{Page, is_block};

/// The element with most text right within it or in its paragraphs, as readers' views of browsers find it.
pub fn densest(page: &Page, sizes: &Sizes) -> Option<usize> {
    let mut scores = vec![0usize; page.nodes.len()];
    for (at, node) in page.nodes.iter().enumerate().filter(|(_, node)| !node.text.trim().is_empty()) {
        let mut block = node.parent;
        while block > 0 && !is_block(&page.nodes[block].name) {
            block = page.nodes[block].parent;
        }
        let size = sizes.text(page, at);
        // Words of a cell count for what is around the table.
        let name = page.nodes[block].name.as_str();
        let around = match name {
            "td" | "th" if !is_layout(page, sizes, block) => {
                page.around(block, &["table"]).map(|table| page.nodes[table].parent)
            }
            "p" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "li" => Some(page.nodes[block].parent),
            _ => Some(block),
        };
        let around = around.unwrap_or_default();
        scores[around] += 2 * size;
        scores[page.nodes[around].parent] += size;
    }
    let candidates = (1..scores.len()).filter(|at| !is_aside(page, *at) && scores[*at] > 0);
    let mut best = candidates.max_by_key(|at| (scores[*at], usize::MAX - at))?;
    if page.nodes[best].name == "td" {
        return Some(best);
    }
    let parts = parts_of_page(page);
    // Parts of a paper may stand each in an element of its own. A whole page is no paper where it has a menu.
    let mut around = best;
    while around > 0 {
        around = page.nodes[around].parent;
        let (text, linked) = (sizes.text(page, around), sizes.linked(page, around));
        let is_page = ["", "body", "html"].contains(&page.nodes[around].name.as_str());
        let most = if is_page { text / 20 } else { text / 5 };
        let is_of_page = parts[page.nodes[around].end] > parts[around];
        if text * 5 >= sizes.text(page, best) * 6 && linked <= most && !is_of_page {
            best = around;
        }
    }
    Some(best)
}

/// Whether a cell is no cell of a table of the paper, but the place of the paper in a layout of tables: it holds most of
/// the text of the page, in several paragraphs.
fn is_layout(page: &Page, sizes: &Sizes, at: usize) -> bool {
    const LINES: usize = 3;
    let node = &page.nodes[at];
    let is_line = |name: &str| matches!(name, "p" | "br" | "div");
    node.name == "td"
        && sizes.text(page, at) * 2 > sizes.text(page, 0)
        && page.nodes[at..node.end].iter().filter(|node| is_line(&node.name)).count() >= LINES
}

/// The number of elements before each node whose names say that they are parts of the page around the paper.
fn parts_of_page(page: &Page) -> Vec<usize> {
    const PARTS: [&str; 6] = ["foot", "nav", "menu", "crumb", "copyright", "sidebar"];
    const WHOLE: [&str; 7] = ["head", "header", "top", "left", "right", "banner", "daohang"];
    let mut count = 0;
    let mut counts = Vec::with_capacity(page.nodes.len() + 1);
    for node in &page.nodes {
        counts.push(count);
        let names = [node.get("id"), node.get("class")].into_iter().flatten().flat_map(str::split_whitespace);
        let is_part = |name: &str| {
            let name = name.to_ascii_lowercase();
            WHOLE.contains(&name.as_str()) || PARTS.iter().any(|part| name.contains(part))
        };
        count += usize::from(names.into_iter().any(is_part));
    }
    counts.push(count);
    counts
}
