//! Markdown becomes the blocks of a paper. Only this folder uses pulldown-cmark.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{
    Alignment as MarkdownAlignment, CodeBlockKind, DefaultBrokenLinkCallback, Event, HeadingLevel, LinkType,
    OffsetIter, Options, Parser, Tag, TagEnd,
};

use crate::model::paper::{
    Alignment, Block, BlockKind, Heading, Inline, InlineKind, Item, Link, List, TextCell, TextTable,
    requirements_of,
};
use crate::read::lower::paper::numbers::Numbers;
use crate::read::lower::paper::tasks::{self, TaskTable};
use crate::source::{Located, Span};

/// The extension of our Markdown beyond `CommonMark`: tables, as papers have them.
const OPTIONS: Options = Options::ENABLE_TABLES;

/// The deepest nesting of lists, quotations, emphasis and links that is kept. Deeper words stay, without their markup:
/// a walk over the tree must not exhaust the stack.
const DEEPEST: usize = 32;

/// The events of a Markdown text, each with its byte range in that text.
pub fn events(text: &str) -> OffsetIter<'_, DefaultBrokenLinkCallback> {
    Parser::new_ext(text, OPTIONS).into_offset_iter()
}

/// The blocks of a Markdown text; links have no targets yet. `tables` are those for whose tasks `{{任务要求}}` stands,
/// where it may be written.
pub fn blocks(source: &Located<String>, tables: Option<&[TaskTable<'_>]>) -> Vec<Block> {
    let mut builder =
        Builder { source, events: events(&source.value).peekable(), tables, numbers: Numbers::default() };
    builder.blocks(0)
}

struct Builder<'t> {
    source: &'t Located<String>,
    events: Peekable<OffsetIter<'t, DefaultBrokenLinkCallback>>,
    tables: Option<&'t [TaskTable<'t>]>,
    numbers: Numbers,
}

impl<'t> Builder<'t> {
    fn span(&self, range: &Range<usize>) -> Span {
        self.source.span.part(range.start, range.end)
    }

    /// The blocks up to the end of the enclosing block; the event of that end is consumed.
    fn blocks(&mut self, depth: usize) -> Vec<Block> {
        let mut blocks = Vec::new();
        // Open lists and quotations below the deepest level: their content goes to the enclosing block.
        let mut unkept = 0_usize;
        while let Some((event, range)) = self.events.peek() {
            let span = self.source.span.part(range.start, range.end);
            if is_inline(event) {
                let inlines = self.inlines(depth);
                let end = inlines.last().map_or(span.end, |last| last.span.end);
                let span = Span { end, ..span };
                blocks.push(Block { kind: BlockKind::ItemWords(inlines), span });
                continue;
            }
            let Some((event, _)) = self.events.next() else { break };
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
        let inlines = self.inlines_to_end(depth);
        let signs = level as usize;
        // `#` and `##` are both the first level.
        let level = signs.saturating_sub(2).min(3);
        let runs_on = visible_text(&inlines).trim_end().ends_with('。');
        BlockKind::Heading(Heading { level, signs, number: self.numbers.heading(level), runs_on, inlines })
    }

    fn paragraph(&mut self, depth: usize) -> BlockKind {
        let mut inlines = self.inlines_to_end(depth);
        let words = self.tables.map(|tables| (tables, visible_text(&inlines)));
        let tasks = words.as_ref().and_then(|(tables, words)| Some((*tables, requirements_of(words)?)));
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
        while let Some((Event::Start(_), range)) = self.events.next() {
            items.push(Item { span: self.span(&range), blocks: self.blocks(depth) });
        }
        items
    }

    /// The texts of code or HTML up to its end.
    fn lines(&mut self) -> Vec<Inline> {
        let mut lines = Vec::new();
        while let Some((event, range)) = self.events.next() {
            let kind = match event {
                Event::Text(text) => InlineKind::Text(text.as_ref().into()),
                Event::Html(text) => InlineKind::Html(text.as_ref().into()),
                _ => break,
            };
            lines.push(Inline { kind, span: self.span(&range) });
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
        while let Some((Event::Start(_), range)) = self.events.next() {
            row_ends.push(self.span(&range));
            let mut cells = Vec::new();
            while let Some((Event::Start(_), range)) = self.events.next() {
                cells.push(TextCell { span: self.span(&range), inlines: self.inlines_to_end(depth) });
            }
            rows.push(cells);
        }
        let mut rows = rows.into_iter();
        let head = rows.next().unwrap_or_default();
        TextTable { alignments: alignments.collect(), head, rows: rows.collect(), row_ends }
    }

    /// The inlines up to the end of the enclosing element; the event of that end is consumed.
    fn inlines_to_end(&mut self, depth: usize) -> Vec<Inline> {
        let inlines = self.inlines(depth);
        self.events.next();
        inlines
    }

    /// The inlines up to the next event that is not inline; that event is not consumed.
    fn inlines(&mut self, depth: usize) -> Vec<Inline> {
        let mut inlines = Vec::new();
        let mut unkept = 0_usize;
        loop {
            match self.events.peek() {
                Some((event, _)) if is_inline(event) => {}
                Some((Event::End(end), _)) if unkept > 0 && is_inline_end(*end) => {
                    unkept -= 1;
                    self.events.next();
                    continue;
                }
                _ => break,
            }
            let Some((event, range)) = self.events.next() else { break };
            let span = self.span(&range);
            let kind = match event {
                Event::Text(text) => InlineKind::Text(text.as_ref().into()),
                Event::Code(text) => InlineKind::Code(text.as_ref().into()),
                Event::InlineHtml(text) => InlineKind::Html(text.as_ref().into()),
                Event::SoftBreak => InlineKind::SoftBreak,
                Event::HardBreak => InlineKind::HardBreak,
                Event::Start(_) if depth >= DEEPEST => {
                    unkept += 1;
                    continue;
                }
                Event::Start(Tag::Strong) => InlineKind::Strong(self.inlines_to_end(depth + 1)),
                Event::Start(Tag::Emphasis) => InlineKind::Emphasis(self.inlines_to_end(depth + 1)),
                Event::Start(Tag::Link { dest_url, title, link_type, .. }) => InlineKind::Link(Box::new(
                    self.link(link_type, dest_url.into_string(), &title, &range, depth),
                )),
                Event::Start(Tag::Image { dest_url, title, link_type, .. }) => InlineKind::Image(Box::new(
                    self.link(link_type, dest_url.into_string(), &title, &range, depth),
                )),
                _ => continue,
            };
            inlines.push(Inline { kind, span });
        }
        inlines.shrink_to_fit();
        inlines
    }

    fn link(&mut self, kind: LinkType, url: String, title: &str, range: &Range<usize>, depth: usize) -> Link {
        let place = self.span(&place_of(&self.source.value, range, &url));
        let url = if kind == LinkType::Email { format!("mailto:{url}") } else { url };
        let inlines = self.inlines_to_end(depth + 1);
        Link { url, place, target: None, title: title.to_owned(), inlines }
    }
}

/// The place of the address inside a link; the whole link if the address is not found in it.
fn place_of(text: &str, link: &Range<usize>, url: &str) -> Range<usize> {
    match text[link.clone()].rfind(url).filter(|_| !url.is_empty()) {
        Some(at) => link.start + at..link.start + at + url.len(),
        None => link.clone(),
    }
}

fn is_inline(event: &Event<'_>) -> bool {
    match event {
        Event::Start(tag) => {
            matches!(tag, Tag::Emphasis | Tag::Strong | Tag::Link { .. } | Tag::Image { .. })
        }
        Event::Text(_) | Event::Code(_) | Event::InlineHtml(_) | Event::SoftBreak | Event::HardBreak => true,
        _ => false,
    }
}

fn is_inline_end(end: TagEnd) -> bool {
    matches!(end, TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link | TagEnd::Image)
}

/// The words of inlines as a reader sees them, code included and tags of HTML not.
fn visible_text(inlines: &[Inline]) -> String {
    let mut text = String::new();
    push_visible_text(inlines, &mut text);
    text
}

fn push_visible_text(inlines: &[Inline], text: &mut String) {
    for inline in inlines {
        match &inline.kind {
            InlineKind::Text(words) | InlineKind::Code(words) => text.push_str(words),
            InlineKind::SoftBreak | InlineKind::HardBreak => text.push('\n'),
            within => push_visible_text(within.inlines(), text),
        }
    }
}
