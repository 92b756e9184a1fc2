//! Pages of portals, saved from a browser: the paper, the block of fields with it, and its attachments by name.
//!
//! Nothing is fetched. Styles are read as far as the elements have them; scripts are not run.

mod article;
mod blocks;
mod chunks;
mod days;
mod densest;
mod fields;
mod groups;
mod headline;
pub mod labels;
mod look;
mod node;
mod outside;
mod sizes;
mod source;
mod table;
mod tree;
mod words;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use crate::model::attached::{FileKind, kind};
use crate::read::document::fault::Fault;
use crate::read::document::limits::{Budget, Limits};
use crate::read::document::page::blocks::Walk;
use crate::read::document::page::tree::{Node, Page};
use crate::read::document::page::words::leads_somewhere;
use crate::read::document::word::named;
use crate::read::document::{Align, Block, BlockKind, Document, LeftOut, LeftOutKind, Picture, Place, Words};

/// The most attachments that are named outside of the paper.
const ATTACHMENTS: usize = 200;

/// Reads a page.
pub fn read(bytes: &[u8], limits: Limits) -> Result<Document, Fault> {
    let source = source::decoded(bytes)?;
    let page = Page::read(&source)?;
    let sizes = sizes::Sizes::of(&page);
    let (mut articles, passed) = article::find(&page, &sizes);
    let mut fields = fields::meta(&page);
    let title = fields.iter().find(|field| field.label.eq_ignore_ascii_case("ArticleTitle"));
    let headline = headline::headline(&page, &sizes, &articles, title.map(|field| field.value.as_str()));
    if headline.is_none() && title.is_none() {
        fields.extend(fields::window_title(&page));
    }
    if passed.is_empty() {
        articles.extend(outside::attached(&page, &sizes, &articles, headline));
    }
    let (block, rest) = fields::block(&page, &articles);
    fields.extend(block);
    let mut walk = Walk::new(&page, passed, Budget::new(limits));
    let mut blocks = Vec::new();
    // A page of our own has its title in the paper, too.
    if let Some(headline) = headline.filter(|_| passed.is_empty()) {
        let mut title = walk.blocks(headline, true)?;
        for block in &mut title {
            if let BlockKind::Paragraph(paragraph) = &mut block.kind {
                (paragraph.look.heading, paragraph.look.align) = (Some(0), Align::Center);
            }
        }
        blocks.extend(title);
    }
    for (number, article) in articles.iter().enumerate() {
        let mut part = walk.blocks(*article, false)?;
        let begins = !passed.is_empty() || outside::begins_attachment(&page.text(*article));
        if let Some(block) = part.first_mut().filter(|_| number > 0 && begins) {
            begin_page(block);
        }
        blocks.extend(part);
    }
    if passed.is_empty() {
        let links = attachments(&page, &articles);
        for link in &links {
            blocks.extend(walk.blocks(*link, true)?);
        }
        articles.extend(headline);
        articles.extend(links);
        let place = Place::Paragraph(1);
        let words = outside::words(&page, &articles, &rest).into_iter();
        let left_out = words.map(|text| LeftOut { kind: LeftOutKind::Page, text, place });
        walk.document.left_out.extend(left_out);
    }
    Ok(Document { blocks, fields, ..walk.document })
}

/// Marks the first block of a further part as the first of a page.
fn begin_page(block: &mut Block) {
    if let BlockKind::Paragraph(paragraph) = &mut block.kind {
        paragraph.look.begins_page = true;
    }
}

/// Links to files outside of the paper: portals list attachments below it.
fn attachments(page: &Page, articles: &[usize]) -> Vec<usize> {
    let is_inside = |at: usize| articles.iter().any(|part| (*part..page.nodes[*part].end).contains(&at));
    let is_file = |node: &Node| {
        let href = node.get("href").unwrap_or_default();
        let path = href.split(['?', '#']).next().unwrap_or_default();
        let kind = kind(path).filter(|kind| *kind != FileKind::Markup && *kind != FileKind::Picture);
        node.name == "a" && leads_somewhere(href) && kind.is_some()
    };
    let links = (1..page.nodes.len()).filter(|at| is_file(&page.nodes[*at]) && !is_inside(*at));
    links.filter(|at| page.around(*at, &["nav", "footer", "header"]).is_none()).take(ATTACHMENTS).collect()
}

impl Walk<'_> {
    /// Adds a picture: its bytes where they are in the page, else its name.
    fn picture(&mut self, node: &Node) -> Result<(), Fault> {
        let (source, words) = (node.get("src").unwrap_or_default(), node.get("alt").unwrap_or_default());
        let is_small =
            |name| node.get(name).and_then(|size| size.parse::<u32>().ok()).is_some_and(|size| size <= 20);
        if source.is_empty() || is_small("width") || is_small("height") {
            return Ok(());
        }
        let number = self.document.pictures.len() + 1;
        let picture = if let Some(data) = source.strip_prefix("data:") {
            let bytes = data.split_once("base64,").and_then(|(_, data)| STANDARD.decode(data.trim()).ok());
            let bytes = bytes.unwrap_or_default();
            let Some(name) = named(&format!("图{number}"), &bytes) else {
                return self.tell(LeftOutKind::Picture, words);
            };
            Picture { name, bytes, words: words.to_owned() }
        } else {
            let path = source.split(['?', '#']).next().unwrap_or_default();
            let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
            Picture { name: name.to_owned(), bytes: Vec::new(), words: words.to_owned() }
        };
        self.budget.text(picture.name.len() + picture.words.len())?;
        self.document.pictures.push(picture);
        self.put(Words::Picture(number - 1))
    }
}
