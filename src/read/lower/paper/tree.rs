//! Markdown becomes the blocks of a paper. Only this folder uses pulldown-cmark.

use pulldown_cmark::{Alignment as MarkdownAlignment, CodeBlockKind, Event, HeadingLevel, Tag, TagEnd};

use crate::model::paper::{
    Alignment, Block, BlockKind, Heading, Inline, InlineKind, Item, List, TextCell, TextTable,
    requirements_of, table_of,
};
use crate::read::lower::paper::numbers::Numbers;
use crate::read::lower::paper::placed::placed_table;
use crate::read::lower::paper::tasks::{self, TaskTable};
use crate::read::lower::paper::words::{DEEPEST, Words, is_inline, visible_text};
use crate::source::{Located, Span};

/// The blocks of a Markdown text; links have no targets yet. `tables` are those of `{{任务要求}}` and
/// `{{责任分解表}}`, where these may be written.
pub fn blocks(source: &Located<String>, tables: Option<&[TaskTable<'_>]>) -> Vec<Block> {
    let mut builder = Builder { words: Words::new(source), tables, numbers: Numbers::default() };
    builder.blocks(0)
}

struct Builder<'t> {
    words: Words<'t>,
    tables: Option<&'t [TaskTable<'t>]>,
    numbers: Numbers,
}

impl<'t> Builder<'t> {
    /// The blocks up to the end of the enclosing block; the event of that end is consumed.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Open lists and quotations below the deepest level: their content goes to the enclosing block.
        let mut unkept = 0_usize;
        while let Some((event, range)) = self.words.events.peek() {
            let (is_of_words, range) = (is_inline(event), range.clone());
            let span = self.words.span(&range);
            if is_of_words {
                let inlines = self.words.inlines(depth);
                let end = inlines.last().map_or(span.end, |last| last.span.end);
                let span = Span { end, ..span };
                blocks.push(Block { kind: BlockKind::ItemWords(inlines), span });
                continue;
            }
            let Some((event, _)) = self.words.events.next() else { break };
            match event {
                Event::Start(Tag::BlockQuote(_) | Tag::List(_) | Tag::Item) if depth >= DEEPEST => {
                    unkept += 1;
                }
                Event::Start(tag) => {
                    if let Some(kind) = self.block(tag, depth) {
                        blocks.push(Block { kind, span });
                    }
                }
                Event::Rule => blocks.push(Block { kind: BlockKind::Rule, span }),
                Event::End(TagEnd::BlockQuote(_) | TagEnd::List(_) | TagEnd::Item) if unkept > 0 => {
                    unkept -= 1;
                }
                Event::End(_) => break,
                // Events that are neither inline nor a block do not occur here.
                _ => {}
            }
        }
        // Papers stay in memory until the last page is made: a vector grows to four places for one element.
        blocks.shrink_to_fit();
        blocks
    }

    fn block(&mut self, tag: Tag<'t>, depth: usize) -> Option<BlockKind> {
        Some(match tag {
            Tag::Heading { level, .. } => self.heading(level, depth),
            Tag::Paragraph => self.paragraph(depth),
            Tag::BlockQuote(_) => BlockKind::Quote(self.blocks(depth + 1)),
            Tag::List(first) => BlockKind::List(List { first, items: self.items(depth + 1) }),
            Tag::CodeBlock(kind) => {
                let language = match &kind {
                    CodeBlockKind::Fenced(info) => info.split(' ').next().unwrap_or_default().into(),
                    CodeBlockKind::Indented => "".into(),
                };
                BlockKind::Code { language, lines: self.lines() }
            }
            Tag::HtmlBlock => BlockKind::Html(self.lines()),
            Tag::Table(alignments) => BlockKind::Table(self.table(&alignments, depth)),
            // Blocks of extensions that are not enabled.
            _ => return None,
        })
    }

    fn heading(&mut self, level: HeadingLevel, depth: usize) -> BlockKind {
        let inlines = self.words.inlines_to_end(depth);
        let signs = level as usize;
        // `#` and `##` are both the first level.
        let level = signs.saturating_sub(2).min(3);
        let runs_on = visible_text(&inlines).trim_end().ends_with('。');
        BlockKind::Heading(Heading { level, signs, number: self.numbers.heading(level), runs_on, inlines })
    }

    fn paragraph(&mut self, depth: usize) -> BlockKind {
        let mut inlines = self.words.inlines_to_end(depth);
        let words = self.tables.map(|tables| (tables, visible_text(&inlines)));
        let tasks = words.as_ref().and_then(|(tables, words)| Some((*tables, requirements_of(words)?)));
        let placed = words.as_ref().filter(|_| depth == 0);
        if let Some(table) = placed.and_then(|(tables, words)| placed_table(tables, table_of(words)?).ok()) {
            return BlockKind::PlacedTable(table);
        }
        match (tasks, inlines.as_slice()) {
            (Some((tables, named)), _) => {
                let base = self.numbers.level_below();
                BlockKind::Tasks(tasks::blocks(tables, named, base, &mut self.numbers))
            }
            (_, [Inline { kind: InlineKind::Image(_), .. }]) => BlockKind::Image(inlines.remove(0)),
            _ => BlockKind::Paragraph(inlines),
        }
    }

    fn items(&mut self, depth: usize) -> Vec<Item> {
        let mut items = Vec::new();
        while let Some((Event::Start(_), range)) = self.words.events.next() {
            items.push(Item { span: self.words.span(&range), blocks: self.blocks(depth) });
        }
        items
    }

    /// The texts of code or HTML up to its end.
    fn lines(&mut self) -> Vec<Inline> {
        let mut lines = Vec::new();
        while let Some((event, range)) = self.words.events.next() {
            let kind = match event {
                Event::Text(text) => InlineKind::Text(text.as_ref().into()),
                Event::Html(text) => InlineKind::Html(text.as_ref().into()),
                _ => break,
            };
            lines.push(Inline { kind, span: self.words.span(&range) });
        }
        lines
    }

    fn table(&mut self, alignments: &[MarkdownAlignment], depth: usize) -> TextTable {
        let alignments = alignments.iter().map(|alignment| match alignment {
            MarkdownAlignment::None => Alignment::None,
            MarkdownAlignment::Left => Alignment::Left,
            MarkdownAlignment::Center => Alignment::Center,
            MarkdownAlignment::Right => Alignment::Right,
        });
        let (mut rows, mut row_ends) = (Vec::new(), Vec::new());
        while let Some((Event::Start(_), range)) = self.words.events.next() {
            row_ends.push(self.words.span(&range));
            let mut cells = Vec::new();
            while let Some((Event::Start(_), range)) = self.words.events.next() {
                cells.push(TextCell {
                    span: self.words.span(&range),
                    inlines: self.words.inlines_to_end(depth),
                });
            }
            rows.push(cells);
        }
        let mut rows = rows.into_iter();
        let head = rows.next().unwrap_or_default();
        TextTable { alignments: alignments.collect(), head, rows: rows.collect(), row_ends }
    }
}
