//! The nodes of a paper as paragraphs and tables.

use crate::read::document::fault::Fault;
use crate::read::document::gather::{Tally, push};
use crate::read::document::limits::Budget;
use crate::read::document::page::look::{Stand, State};
use crate::read::document::page::tree::{Node, Page};
use crate::read::document::{
    Block, BlockKind, Document, LeftOut, LeftOutKind, Look, Paragraph, Place, Words,
};

/// Elements that are shown, and are neither words nor pictures.
const OBJECTS: [&str; 9] = ["applet", "audio", "canvas", "embed", "iframe", "math", "object", "svg", "video"];
/// Elements to work with the page.
const CONTROLS: [&str; 7] = ["button", "datalist", "head", "input", "rp", "rt", "select"];

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
    lists: std::collections::BTreeMap<usize, usize>,
    draft: Draft,
}

/// The paragraph that is being read.
#[derive(Default)]
struct Draft {
    words: Vec<Words>,
    tally: Tally,
    first: Option<State>,
    number: Option<(String, u8)>,
    begins_page: bool,
    /// Whether a line ends before the next words.
    ends_line: bool,
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
        Self { page, passed, budget, document, count: 0, lists: std::collections::BTreeMap::new(), draft }
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
            state = state.within(at, node);
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
        match name {
            "br" => self.end_line(state, blocks)?,
            "img" => self.picture(node)?,
            "table" if is_cell => {
                let words = self.page.nodes[at..node.end].iter().take(1_000);
                let words = words.map(|node| node.text.trim()).find(|text| !text.is_empty());
                self.tell(LeftOutKind::NestedTable, words.unwrap_or_default())?;
                return Ok(None);
            }
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

    /// Adds a text as browsers show it.
    fn text(&mut self, text: &str, state: &State, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        let shown = if state.is_pre { text.to_owned() } else { collapsed(text) };
        // Old editors write paragraphs as lines that begin with two wide spaces.
        let is_indented = shown.starts_with("\u{3000}\u{3000}") || shown.starts_with("\u{A0}\u{A0}");
        if is_indented && self.draft.words.last() == Some(&Words::LineBreak) {
            self.flush(blocks)?;
        }
        let mut lines = shown.split('\n').peekable();
        while let Some(line) = lines.next() {
            self.line(&line.replace('\u{A0}', " "), state)?;
            if lines.peek().is_some() {
                self.end_line(state, blocks)?;
            }
        }
        Ok(())
    }

    fn line(&mut self, line: &str, state: &State) -> Result<(), Fault> {
        let place = Place::Paragraph(self.count + 1);
        let begins = matches!(self.draft.words.last(), None | Some(Words::LineBreak)) || self.draft.ends_line;
        let ends_in_space = match self.draft.words.last() {
            Some(Words::Text { text, .. } | Words::Link { text, .. }) => text.ends_with(' '),
            _ => false,
        };
        let line = if begins || ends_in_space { line.strip_prefix(' ').unwrap_or(line) } else { line };
        if line.is_empty() {
            return Ok(());
        }
        let is_new_line = std::mem::take(&mut self.draft.ends_line) && !self.draft.is_blank();
        if is_new_line && self.draft.words.last() != Some(&Words::LineBreak) {
            self.draft.words.push(Words::LineBreak);
        }
        let href = state.link.and_then(|link| self.page.nodes[link].get("href")).map(str::trim);
        let url = href.filter(|href| leads_somewhere(href));
        self.budget.text(line.len()).map_err(|fault| fault.at(place))?;
        if push(&mut self.draft.words, line, state.is_bold, url) {
            self.budget.piece().map_err(|fault| fault.at(place))?;
            self.budget.text(url.map_or(0, str::len)).map_err(|fault| fault.at(place))?;
        }
        self.draft.tally.add(line, (state.typeface, state.half_points, state.is_red));
        self.draft.first.get_or_insert(*state);
        if state.is_struck {
            self.tell(LeftOutKind::Struck, line)?;
        }
        Ok(())
    }

    /// Ends a line; the second end without words between ends the paragraph.
    fn end_line(&mut self, state: &State, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        self.draft.ends_line = false;
        if self.draft.words.is_empty() {
            return Ok(());
        }
        if self.draft.words.last() == Some(&Words::LineBreak) {
            return self.flush(blocks);
        }
        self.draft.first.get_or_insert(*state);
        self.put(Words::LineBreak)
    }

    /// Adds words that are no text.
    pub fn put(&mut self, words: Words) -> Result<(), Fault> {
        let place = Place::Paragraph(self.count + 1);
        self.draft.words.push(words);
        self.budget.piece().map_err(|fault| fault.at(place))
    }

    /// Ends the paragraph, if it has words.
    pub fn flush(&mut self, blocks: &mut Vec<Block>) -> Result<(), Fault> {
        if self.draft.is_blank() {
            self.draft.words.clear();
            self.draft.ends_line = false;
            return Ok(());
        }
        let Draft { mut words, tally, first, number, begins_page, .. } = std::mem::take(&mut self.draft);
        while let Some(last) = words.last_mut() {
            match last {
                Words::LineBreak => drop(words.pop()),
                Words::Text { text, .. } if text.trim().is_empty() => drop(words.pop()),
                Words::Text { text, .. } => {
                    text.truncate(text.trim_end().len());
                    break;
                }
                Words::Link { .. } | Words::Picture(_) => break,
            }
        }
        let state = first.unwrap_or_default();
        let (typeface, half_points, is_red) = tally.most().unwrap_or_default();
        let (align, heading) = (state.align, state.heading);
        let look = Look { typeface, half_points, align, begins_page, heading, is_red };
        self.push(blocks, Paragraph { number, words, look })
    }

    fn push(&mut self, blocks: &mut Vec<Block>, paragraph: Paragraph) -> Result<(), Fault> {
        self.count = self.count.saturating_add(1);
        let place = Place::Paragraph(self.count);
        self.budget.paragraph().map_err(|fault| fault.at(place))?;
        blocks.push(Block { place, kind: BlockKind::Paragraph(paragraph) });
        Ok(())
    }

    /// Tells content that is left out.
    pub fn tell(&mut self, kind: LeftOutKind, text: &str) -> Result<(), Fault> {
        self.budget.piece()?;
        self.budget.text(text.len())?;
        let place = Place::Paragraph(self.count.max(1));
        self.document.left_out.push(LeftOut { kind, text: text.to_owned(), place });
        Ok(())
    }
}

impl Draft {
    fn is_blank(&self) -> bool {
        self.words.iter().all(|words| match words {
            Words::Text { text, .. } | Words::Link { text, .. } => text.trim().is_empty(),
            Words::LineBreak => true,
            Words::Picture(_) => false,
        })
    }
}

/// Whether an address leads to another page or file.
pub fn leads_somewhere(href: &str) -> bool {
    let lower = href.to_ascii_lowercase();
    !href.is_empty() && href.len() <= 4_000 && !lower.starts_with('#') && !lower.starts_with("javascript:")
}

/// A text with its spaces and line ends as one space each; between Han characters a line end is none.
fn collapsed(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([' ', '\t', '\n', '\r', '\u{C}']) {
        let (before, gap) = rest.split_at(at);
        shown.push_str(before);
        rest = gap.trim_start_matches([' ', '\t', '\n', '\r', '\u{C}']);
        let has_end = gap[..gap.len() - rest.len()].contains('\n');
        let is_wide =
            |c: Option<char>| c.is_some_and(|c| c >= '\u{2E80}' && c != '\u{3000}' || "“”‘’—…".contains(c));
        if !(has_end && is_wide(shown.chars().last()) && is_wide(rest.chars().next())) {
            shown.push(' ');
        }
    }
    shown + rest
}

#[cfg(test)]
mod tests {
    use super::collapsed;

    #[test]
    fn spaces_as_browsers_show_them() {
        assert_eq!(collapsed("一\n  二 三\r\n\tfour five"), "一二 三 four five");
        assert_eq!(collapsed("\n　　为\u{A0}\u{A0}"), " 　　为\u{A0}\u{A0}");
    }
}
