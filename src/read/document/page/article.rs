//! The part of a page that is the paper: by the names that portals give it, else by where most of the text stands.

use crate::read::document::page::densest::densest;
use crate::read::document::page::sizes::{Sizes, is_aside};
use crate::read::document::page::tree::{Node, Page};

/// A way to name an element.
#[derive(Clone, Copy, Debug)]
enum Name {
    Id(&'static str),
    Class(&'static str),
    Element(&'static str),
}

use Name::{Class, Element, Id};

/// Names of the element around a paper, counted over the portals of 108 hosts: the most frequent first, those that other
/// things are called, too, last.
const ARTICLES: [Name; 44] = [
    Id("zoom"),
    Id("ucap-content"),
    Element("ucapcontent"),
    Class("trs_editor"),
    Class("trs_ueditor"),
    Class("trs_editor_view"),
    Id("zoomcon"),
    Id("fontzoom"),
    Class("zfxxgk_zw_content"),
    Class("xxgk_content"),
    Id("div_zhengwen"),
    Id("vsb_content"),
    Id("vsb_content_2"),
    Id("vsb_content_4"),
    Id("vsb_content_500"),
    Class("v_news_content"),
    Class("easysite-news-text"),
    Id("maintext"),
    Id("contenttext"),
    Id("newscontent"),
    Id("articlecontent"),
    Id("article-content"),
    Class("j-fontcontent"),
    Class("wzcon"),
    Class("file_detail"),
    Class("bt_content"),
    Id("printarea"),
    Id("print_content"),
    Class("art_con"),
    Class("article-body"),
    Class("article-content"),
    Class("article_content"),
    Class("wh_xl_t"),
    Class("content-text"),
    Class("detail-content"),
    Class("pages_content"),
    Class("news_content"),
    Id("con"),
    Id("con1"),
    Class("conn"),
    Class("article"),
    Element("article"),
    Id("content"),
    Class("content"),
];

/// The names that mostly papers have.
const UNMISTAKABLE: usize = 37;

/// Characters that a paper has at least. Some portals call the buttons for the size of letters `zoom`.
const LEAST: usize = 20;

/// The elements of the paper, in order, and classes whose elements within them are no part of it.
pub fn find(page: &Page, sizes: &Sizes) -> (Vec<usize>, &'static [&'static str]) {
    if let Some(own) = own(page) {
        return (own, &["download", "unseen"]);
    }
    let article = ARTICLES.iter().find_map(|name| {
        let found = (1..page.nodes.len()).filter(|at| name.is(&page.nodes[*at]) && !is_aside(page, *at));
        found
            .max_by_key(|at| (sizes.text(page, *at), usize::MAX - at))
            .filter(|at| sizes.text(page, *at) >= LEAST)
    });
    let densest = || {
        let densest = densest(page, sizes);
        let is_text = densest.is_some_and(|at| page.text(at).contains('。'));
        densest.filter(|_| is_text).or_else(|| wordless(page)).or(densest)
    };
    (vec![article.or_else(densest).unwrap_or_default()], &[])
}

/// The element around a paper that holds pictures only, or nothing: a page that loads its text by a script is saved so. Menu
/// and foot of the page are no paper then.
fn wordless(page: &Page) -> Option<usize> {
    let is_wordless = |at: &usize| page.text(*at).trim().is_empty() && !is_aside(page, *at);
    let named = |name: &Name| (1..page.nodes.len()).find(|at| name.is(&page.nodes[*at]) && is_wordless(at));
    ARTICLES[..UNMISTAKABLE].iter().find_map(named)
}

/// The parts of a page that this program made: the paper and its attachments. Its fragment has no other part.
fn own(page: &Page) -> Option<Vec<usize>> {
    let within = (1..page.nodes.len()).find(|at| page.nodes[*at].get("id") == Some("xiangxi"))?;
    let (mut parts, mut at) = (Vec::new(), within);
    while at < page.nodes[within].end {
        let node = &page.nodes[at];
        if node.has_class("paper") || node.has_class("attachment") {
            parts.push(at);
            at = node.end;
        } else {
            at += 1;
        }
    }
    Some(parts).filter(|parts| !parts.is_empty())
}

impl Name {
    fn is(self, node: &Node) -> bool {
        match self {
            Id(id) => node.get("id").is_some_and(|known| known.eq_ignore_ascii_case(id)),
            Class(class) => node.has_class(class),
            Element(name) => node.name == name,
        }
    }
}
