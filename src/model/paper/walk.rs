//! Walks over a paper: its links and inlines, and the lines that stand for the tasks of tables.

use crate::model::attachment::AttachmentId;
use crate::model::paper::{Block, BlockKind, Inline, InlineKind, Link, Paper};
use crate::source::Span;

/// The file or group that a line with the placeholder names, `{{任务要求 tasks.yaml}}`; blank for all tables, `None` for
/// any other line.
#[must_use]
pub fn requirements_of(line: &str) -> Option<&str> {
    named(line, "任务要求")
}

/// The file that a line with the placeholder of an attached table names, `{{责任分解表 tasks.yaml}}`; blank for the only
/// table, `None` for any other line.
#[must_use]
pub fn table_of(line: &str) -> Option<&str> {
    named(line, "责任分解表")
}

/// The words behind the name of a placeholder that is alone on its line.
fn named<'l>(line: &'l str, placeholder: &str) -> Option<&'l str> {
    let inner = line.trim().strip_prefix("{{")?.strip_prefix(placeholder)?.strip_suffix("}}")?;
    (inner.is_empty() || inner.starts_with([' ', '　'])).then(|| inner.trim())
}

impl Paper {
    /// All links and images, in reading order.
    #[must_use]
    pub fn links(&self) -> Vec<&Link> {
        let mut links = Vec::new();
        for_each_inline(&self.blocks, &mut |inline| {
            if let InlineKind::Link(link) | InlineKind::Image(link) = &inline.kind {
                links.push(&**link);
            }
        });
        links
    }

    /// All inlines, in reading order, those within others behind them.
    #[must_use]
    pub fn inlines(&self) -> Vec<&Inline> {
        let mut inlines = Vec::new();
        for_each_inline(&self.blocks, &mut |inline| inlines.push(inline));
        inlines
    }

    /// Whether the paper has `{{任务要求}}`.
    #[must_use]
    pub fn has_tasks(&self) -> bool {
        has_tasks(&self.blocks)
    }

    /// The attached tables that stand in the paper, in order.
    pub fn placed_tables(&self) -> impl Iterator<Item = AttachmentId> {
        self.blocks.iter().filter_map(Block::placed_table)
    }

    /// The bytes of the source at which a span lies.
    #[must_use]
    pub fn range(&self, span: Span) -> std::ops::Range<usize> {
        let base = self.source.span.start as usize;
        (span.start as usize).saturating_sub(base)..(span.end as usize).saturating_sub(base)
    }
}

/// Visits every inline as written, those within others behind them. The expansion of `{{任务要求}}` is not visited.
fn for_each_inline<'p>(blocks: &'p [Block], visit: &mut impl FnMut(&'p Inline)) {
    for block in blocks {
        within(block.kind.inlines(), visit);
        match &block.kind {
            BlockKind::List(list) => {
                for item in &list.items {
                    for_each_inline(&item.blocks, visit);
                }
            }
            BlockKind::Table(table) => {
                for cell in table.all_rows().flatten() {
                    within(&cell.inlines, visit);
                }
            }
            BlockKind::Quote(blocks) => for_each_inline(blocks, visit),
            _ => {}
        }
    }
}

fn within<'p>(inlines: &'p [Inline], visit: &mut impl FnMut(&'p Inline)) {
    for inline in inlines {
        visit(inline);
        within(inline.kind.inlines(), visit);
    }
}

/// Whether a line break within words is a space on paper: it is between Latin words, or beside an inline that is no text.
#[must_use]
pub fn is_space(inlines: &[Inline], at: usize) -> bool {
    let is_latin = |c: Option<char>| c.is_some_and(|c| c.is_ascii());
    let text = |inline: Option<&Inline>| match inline {
        Some(Inline { kind: InlineKind::Text(words), .. }) => Some(words.to_string()),
        _ => None,
    };
    let before = at.checked_sub(1).and_then(|before| text(inlines.get(before)));
    before.is_none_or(|words| is_latin(words.chars().next_back()))
        && text(inlines.get(at + 1)).is_none_or(|words| is_latin(words.chars().next()))
}

fn has_tasks(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match &block.kind {
        BlockKind::Tasks(_) => true,
        BlockKind::Quote(blocks) => has_tasks(blocks),
        BlockKind::List(list) => list.items.iter().any(|item| has_tasks(&item.blocks)),
        _ => false,
    })
}
