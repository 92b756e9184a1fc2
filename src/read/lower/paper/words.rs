//! The words of a paper: Markdown's inline elements.

use std::iter::Peekable;
use std::ops::Range;

use pulldown_cmark::{DefaultBrokenLinkCallback, Event, LinkType, OffsetIter, Options, Parser, Tag, TagEnd};

use crate::model::paper::{Inline, InlineKind, Link};
use crate::source::{Located, Span};

/// The extension of our Markdown beyond `CommonMark`: tables, as papers have them.
const OPTIONS: Options = Options::ENABLE_TABLES;

/// The deepest nesting of lists, quotations, emphasis and links that is kept. Deeper words stay, without their markup:
/// a walk over the tree must not exhaust the stack.
pub const DEEPEST: usize = 32;

/// The events of a Markdown text, each with its byte range in that text.
pub fn events(text: &str) -> OffsetIter<'_, DefaultBrokenLinkCallback> {
    Parser::new_ext(text, OPTIONS).into_offset_iter()
}

/// A walk over the events of a Markdown text.
pub struct Words<'t> {
    source: &'t Located<String>,
    /// The events that were not read yet.
    pub events: Peekable<OffsetIter<'t, DefaultBrokenLinkCallback>>,
}

impl<'t> Words<'t> {
    /// A walk from the beginning of a text.
    pub fn new(source: &'t Located<String>) -> Self {
        Self { source, events: events(&source.value).peekable() }
    }

    /// The place of a range of the text.
    pub fn span(&self, range: &Range<usize>) -> Span {
        self.source.span.part(range.start, range.end)
    }

    /// The inlines up to the end of the enclosing element; the event of that end is consumed.
    pub fn inlines_to_end(&mut self, depth: usize) -> Vec<Inline> {
        let inlines = self.inlines(depth);
        self.events.next();
        inlines
    }

    /// The inlines up to the next event that is not inline; that event is not consumed.
    pub fn inlines(&mut self, depth: usize) -> Vec<Inline> {
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

/// Whether an event is a part of the words of a block.
pub fn is_inline(event: &Event<'_>) -> bool {
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
pub fn visible_text(inlines: &[Inline]) -> String {
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
