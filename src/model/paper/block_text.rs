//! The words of each block of a paper, as a reader sees them, with the places of the words.

use std::ops::Range;

use crate::model::paper::{Block, BlockKind, Inline, InlineKind, Paper};
use crate::source::Span;

/// Placeholder for code and raw HTML, which are shown but are no text of the paper.
const OBJECT: &str = "\u{fffc}";

/// The role of a block's words in the paper.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// A heading, with the number of its `#`.
    Heading(usize),
    /// A paragraph.
    Paragraph,
    /// An item of a list.
    Item,
    /// A cell of a table.
    Cell,
}

/// The words of one block, without markup, link targets and code.
#[derive(Debug)]
pub struct BlockText {
    /// Their role.
    pub role: Role,
    /// The words; a line feed where the line ends in the file.
    pub text: String,
    /// The bytes of the source from the block's first to its last.
    pub range: Range<usize>,
    pieces: Vec<Piece>,
}

/// A part of the words that is contiguous in the source.
#[derive(Debug)]
struct Piece {
    words: Range<usize>,
    source: Range<usize>,
}

impl Paper {
    /// The words of every block, in order. The expansion of `{{任务要求}}` is left out.
    #[must_use]
    pub fn texts(&self) -> Vec<BlockText> {
        let mut texts = Texts { paper: self, list: Vec::new() };
        texts.blocks(&self.blocks, None);
        texts.list
    }
}

/// The words so far.
struct Texts<'p> {
    paper: &'p Paper,
    list: Vec<BlockText>,
}

impl Texts<'_> {
    /// Adds blocks; `item` is the place of the innermost list item around them.
    fn blocks(&mut self, blocks: &[Block], item: Option<Span>) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => {
                    self.push(Role::Heading(heading.signs), block.span, &heading.inlines);
                }
                BlockKind::Paragraph(_) | BlockKind::Image(_) => {
                    let role = if item.is_some() { Role::Item } else { Role::Paragraph };
                    self.push(role, block.span, block.kind.inlines());
                }
                BlockKind::ItemWords(inlines) => self.push(Role::Item, item.unwrap_or(block.span), inlines),
                BlockKind::List(list) => {
                    for item in &list.items {
                        self.blocks(&item.blocks, Some(item.span));
                    }
                }
                BlockKind::Quote(blocks) => self.blocks(blocks, item),
                BlockKind::Table(table) => {
                    for cell in table.all_rows().flatten() {
                        self.push(Role::Cell, cell.span, &cell.inlines);
                    }
                }
                BlockKind::Code { .. }
                | BlockKind::Html(_)
                | BlockKind::Rule
                | BlockKind::Tasks(_)
                | BlockKind::PlacedTable(_) => {}
            }
        }
    }

    fn push(&mut self, role: Role, span: Span, inlines: &[Inline]) {
        let range = self.paper.range(span);
        let mut text = BlockText { role, text: String::new(), range, pieces: Vec::new() };
        text.add(self.paper, inlines);
        if !text.text.is_empty() {
            self.list.push(text);
        }
    }
}

impl BlockText {
    fn add(&mut self, paper: &Paper, inlines: &[Inline]) {
        for inline in inlines {
            let words = match &inline.kind {
                InlineKind::Text(words) => words,
                InlineKind::Code(_) | InlineKind::Html(_) => OBJECT,
                InlineKind::SoftBreak | InlineKind::HardBreak => "\n",
                within => {
                    self.add(paper, within.inlines());
                    continue;
                }
            };
            let start = self.text.len();
            self.text.push_str(words);
            self.pieces.push(Piece { words: start..self.text.len(), source: paper.range(inline.span) });
        }
    }

    /// The bytes of the source in which some of the words stand; they are as many as those of the words,
    /// unless there is markup between or an escaped character among them.
    #[must_use]
    pub fn source(&self, words: Range<usize>) -> Range<usize> {
        let holds = |at: usize| {
            let piece = self.pieces.get(self.pieces.partition_point(|piece| piece.words.end <= at));
            piece.filter(|piece| piece.words.contains(&at))
        };
        let start = holds(words.start).map_or(self.range.end, |piece| piece.place(words.start).start);
        let end = words.end.checked_sub(1).filter(|last| *last >= words.start).and_then(holds);
        start..end.map_or(start, |piece| piece.place(words.end).end)
    }
}

impl Piece {
    /// The bytes of the source up to and from a byte of the words: one place, or all of an escape.
    fn place(&self, at: usize) -> Range<usize> {
        if self.words.len() != self.source.len() {
            return self.source.clone();
        }
        let place = self.source.start + at - self.words.start;
        place..place
    }
}

#[cfg(test)]
mod tests {
    use std::ops::Range;

    use super::Role::{self, Cell, Heading, Item, Paragraph};
    use crate::testing::paper;

    fn seen(markdown: &str) -> Vec<(Role, String)> {
        paper(markdown).texts().into_iter().map(|block| (block.role, block.text)).collect()
    }

    #[test]
    fn words_keep_their_places() {
        let markdown = "# 总体\n\n甲**乙**丙[丁](a,b)`x`&amp;戊\n己\n\n- 庚\n- 辛\n\n| 壬 |\n|---|\n| 癸 |\n\n```\nx\n```\n\n<!-- 子 -->\n";
        let expected = [
            (Heading(1), "总体"),
            (Paragraph, "甲乙丙丁\u{fffc}&戊\n己"),
            (Item, "庚"),
            (Item, "辛"),
            (Cell, "壬"),
            (Cell, "癸"),
        ];
        assert_eq!(seen(markdown), expected.map(|(role, text)| (role, text.to_owned())));
        let paper = paper(markdown);
        let paragraph = &paper.texts()[1];
        let source = |words: Range<usize>| &markdown[paragraph.source(words)];
        assert_eq!(source(0..3), "甲");
        assert_eq!(source(3..6), "乙");
        assert_eq!(source(0..9), "甲**乙**丙");
        assert_eq!(source(9..12), "丁");
        assert_eq!(source(15..16), "&amp;");
        assert_eq!(source(16..19), "戊");
        assert_eq!(source(16..23), "戊\n己");
        assert_eq!(source(23..23), "");
    }

    #[test]
    fn lists_within_lists() {
        let expected =
            [(Item, "甲"), (Item, "乙"), (Item, "丙"), (Item, "丁"), (Paragraph, "戊"), (Paragraph, "图")];
        assert_eq!(
            seen("- 甲\n  - 乙\n\n    丙\n- 丁\n\n戊\n\n![图](a.png)\n"),
            expected.map(|(role, text)| (role, text.to_owned()))
        );
    }
}
