//! The title of a paper that stands outside of it, above it on the page.

use crate::read::document::page::article::{Sizes, is_aside};
use crate::read::document::page::tree::{Node, Page};

/// The least characters of a title that is found by the title of the window.
const SHORTEST: usize = 6;

/// The most characters of a title.
const TITLE: usize = 300;

/// The heading of the page outside of the paper: the title that its meta tags name, else its first heading, else words
/// with which the title of the window begins.
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
    let is_title = |at: usize| {
        let size = sizes.all(page, at);
        (1..=TITLE).contains(&size) && is_named(&page.nodes[at]) && !is_inside(at) && !is_aside(page, at)
    };
    let named = || (1..page.nodes.len()).filter(|at| is_title(*at));
    if let Some(title) = title {
        return named().find(|at| compact(&page.text(*at)) == title);
    }
    let window = page.nodes.iter().position(|node| node.name == "title").map(|at| compact(&page.text(at)));
    let begins = |at: &usize| {
        let text = compact(&page.text(*at));
        text.chars().count() >= SHORTEST && window.as_ref().is_some_and(|window| window.starts_with(&text))
    };
    named().find(|at| page.nodes[*at].name == "h1").or_else(|| named().find(begins))
}
