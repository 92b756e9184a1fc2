//! The nodes of a paper as paragraphs and tables.

use std::collections::BTreeMap;

use crate::read::document::fault::Fault;
use crate::read::document::limits::Budget;
use crate::read::document::page::chunks::is_table_of_fields;
use crate::read::document::page::look::{Stand, State};
use crate::read::document::page::tree::{Node, Page};
use crate::read::document::page::words::Draft;
use crate::read::document::{Block, Document, LeftOutKind, Paragraph};

/// Elements that are shown, and are neither words nor pictures.
const OBJECTS: [&str; 9] = ["applet", "audio", "canvas", "embed", "iframe", "math", "object", "svg", "video"];
/// Elements to work with the page.
const CONTROLS: [&str; 6] = ["button", "datalist", "head", "input", "rp", "select"];

/// The way through a page.
pub struct Walk<'p> {
    pub page: &'p Page,
    /// Classes whose elements are passed over.
    pub passed: &'p [&'p str],
    pub budget: Budget,
    pub document: Document,
    /// Paragraphs so far.
    pub count: u32,
    /// Numbers given so far in each list.
    lists: BTreeMap<usize, usize>,
    /// The paragraph that is being read.
    pub draft: Draft,
}

/// An element that is open.
struct Open {
    end: usize,
    before: State,
    stand: Stand,
    is_paragraph: bool,
}

impl<'p> Walk<'p> {
    /// The way before its first step.
    pub fn new(page: &'p Page, passed: &'p [&'p str], budget: Budget) -> Self {
        let (document, draft) = (Document::default(), Draft::default());
        Self { page, passed, budget, document, count: 0, lists: BTreeMap::new(), draft }
    }

    /// The paragraphs and tables of a node; within a cell tables are paragraphs.
    pub fn blocks(&mut self, root: usize, is_cell: bool) -> Result<Vec<Block>, Fault> {
        let (mut blocks, mut open, mut state) = (Vec::new(), Vec::<Open>::new(), State::default());
        let (mut at, page) = (root, self.page);
        let end = page.nodes[root].end;
        while at < end {
            while let Some(closed) = open.pop_if(|open| open.end <= at) {
                state = closed.before;
                self.close(&closed, &mut blocks)?;
            }
            let node = &page.nodes[at];
            if node.name.is_empty() {
                self.text(&node.text, &state, &mut blocks)?;
                at += 1;
                continue;
            }
            if let Some(next) = self.whole(at, node, &state, is_cell, &mut blocks)? {
                at = next;
                continue;
            }
            let stand = state.stand(node);
            let before = state;
            state = state.within(at, node, stand);
            let is_paragraph = node.name == "p" && stand == Stand::Block;
            self.begin(at, node, stand, &mut blocks)?;
            open.push(Open { end: node.end, before, stand, is_paragraph });
            at += 1;
        }
        while let Some(closed) = open.pop() {
            self.close(&closed, &mut blocks)?;
        }
        self.flush(&mut blocks)?;
        Ok(blocks)
    }

    /// Takes a node with all of its content, if it is such a one. Returns the node behind it.
    fn whole(
        &mut self,
        at: usize,
        node: &Node,
        state: &State,
        is_cell: bool,
        blocks: &mut Vec<Block>,
    ) -> Result<Option<usize>, Fault> {
        let name = node.name.as_str();
        if self.passed.iter().any(|class| node.has_class(class)) || CONTROLS.contains(&name) {
            return Ok(Some(node.end));
        }
        if node.is_hidden() {
            let text = self.page.text(at);
            if !text.trim().is_empty() {
                self.tell(LeftOutKind::Hidden, text.trim())?;
            }
            return Ok(Some(node.end));
        }
        if name == "rt" {
            let text = self.page.text(at);
            self.tell(LeftOutKind::Phonetic, text.trim())?;
            return Ok(Some(node.end));
        }
        match name {
            "br" => self.end_line(state, blocks)?,
            "img" => self.picture(node)?,
            "table" if is_cell => {
                let words = self.page.nodes[at..node.end].iter().take(1_000);
                let words = words.map(|node| node.text.trim()).find(|text| !text.is_empty());
                self.tell(LeftOutKind::NestedTable, words.unwrap_or_default())?;
                return Ok(None);
            }
            "table" if is_table_of_fields(self.page, at) => {}
            "table" if self.is_table(at) => {
                self.flush(blocks)?;
                self.table(at, blocks)?;
            }
            _ if OBJECTS.contains(&name) => {
                let text = self.page.text(at);
                self.tell(LeftOutKind::Object, text.trim())?;
            }
            _ => return Ok(None),
        }
        Ok(Some(node.end))
    }

    /// Begins an element.
    fn begin(&mut self, at: usize, node: &Node, stand: Stand, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        match stand {
            Stand::Inline => {}
            Stand::Line => self.draft.ends_line = true,
            Stand::Block => self.flush(blocks)?,
        }
        let breaks = node.style("page-break-before").or(node.style("break-before"));
        self.draft.begins_page |= breaks.is_some_and(|value| value == "always" || value == "page");
        if node.name == "li" && stand == Stand::Block {
            self.draft.number = self.item(at);
        }
        Ok(())
    }

    /// The number of an item of a list.
    fn item(&mut self, at: usize) -> Option<(String, u8)> {
        let list = self.page.around(at, &["ol", "ul"])?;
        let is_plain = |node: &Node| {
            let style = node.style("list-style-type").or(node.style("list-style"));
            style.is_some_and(|style| style.contains("none"))
        };
        if is_plain(&self.page.nodes[list]) || is_plain(&self.page.nodes[at]) {
            return None;
        }
        let number = self.lists.entry(list).or_default();
        *number += 1;
        let shown = if self.page.nodes[list].name == "ol" { format!("{number}.") } else { "•".to_owned() };
        let (mut level, mut around) = (0u8, self.page.nodes[list].parent);
        while let Some(outer) = self.page.around(around, &["ol", "ul"]) {
            level = level.saturating_add(1);
            around = self.page.nodes[outer].parent;
        }
        Some((shown, level))
    }

    fn close(&mut self, closed: &Open, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        match closed.stand {
            Stand::Inline => {}
            Stand::Line => self.draft.ends_line = true,
            Stand::Block => {
                let before = blocks.len();
                let is_empty = closed.is_paragraph && self.draft.is_blank();
                self.flush(blocks)?;
                self.draft.number = None;
                if is_empty && blocks.len() == before && blocks.last().is_some_and(|block| !block.is_blank())
                {
                    self.push(blocks, Paragraph::default())?;
                }
            }
        }
        Ok(())
    }
}
