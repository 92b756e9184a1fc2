//! The title of a paper that stands on its page outside of the element of the paper.

use crate::read::document::page::sizes::{Sizes, is_aside};
use crate::read::document::page::tree::{Node, Page, is_block};
use crate::text::title::TITLE_ENDS;

/// The least characters of a title that is found by the title of the window.
const SHORTEST: usize = 6;

/// The most characters of a title.
const TITLE: usize = 300;

/// The most elements and texts in an element that is a title and has no name of one.
const NODES: usize = 40;

/// The heading of the page outside of the paper: the title that its meta tags name, else its first heading, else words
/// with which the title of the window begins, else the last words above the paper that have the form of a title.
pub fn headline(page: &Page, sizes: &Sizes, articles: &[usize], title: Option<&str>) -> Option<usize> {
    let compact = |text: &str| -> String { text.chars().filter(|c| !c.is_whitespace()).collect() };
    let title = title.map(compact).filter(|title| !title.is_empty());
    let is_inside =
        |at: usize| articles.iter().any(|article| (*article..page.nodes[*article].end).contains(&at));
    let is_named = |node: &Node| {
        let names = [node.get("id"), node.get("class")].into_iter().flatten();
        matches!(node.name.as_str(), "h1" | "h2" | "h3" | "ucaptitle")
            || names.into_iter().any(|name| name.to_ascii_lowercase().contains("title"))
    };
    let is_title =
        |at: usize| (1..=TITLE).contains(&sizes.all(page, at)) && !is_inside(at) && !is_aside(page, at);
    let is_small = |at: usize| page.nodes[at].end - at <= NODES && is_block(&page.nodes[at].name);
    let short = || (1..page.nodes.len()).filter(|at| is_small(*at) && is_title(*at));
    let named = || (1..page.nodes.len()).filter(|at| is_named(&page.nodes[*at]) && is_title(*at));
    if let Some(title) = title {
        let is_same = |at: &usize| compact(&page.text(*at)) == title;
        return named().find(is_same).or_else(|| short().find(is_same));
    }
    let window = page.nodes.iter().position(|node| node.name == "title").map(|at| compact(&page.text(at)));
    let begins = |at: &usize| {
        let text = compact(&page.text(*at));
        text.chars().count() >= SHORTEST && window.as_ref().is_some_and(|window| window.starts_with(&text))
    };
    let begin = articles.first().copied().unwrap_or_default();
    let is_above = |at: &usize| page.nodes[*at].end <= begin && is_title_of_paper(&compact(&page.text(*at)));
    // Words of a menu lead elsewhere.
    let is_text = |at: &usize| sizes.linked(page, *at) == 0;
    named()
        .find(|at| page.nodes[*at].name == "h1")
        .or_else(|| named().find(begins))
        .or_else(|| short().rfind(|at| is_above(at) && is_text(at)))
}

/// Whether words are the title of a paper by their form: 关于……的通知.
fn is_title_of_paper(text: &str) -> bool {
    let bare = text.strip_suffix(['）', ')']).and_then(|inner| inner.rfind(['（', '(']));
    let bare = bare.map_or(text, |at| &text[..at]);
    let has_matter = ["关于", "印发", "转发"].iter().any(|word| bare.contains(word));
    has_matter && bare.chars().count() >= SHORTEST && TITLE_ENDS.iter().any(|kind| bare.ends_with(kind))
}
