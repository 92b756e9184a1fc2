//! W: text pasted from Word, which Markdown reads otherwise than it was meant.

pub mod indented_code;
pub mod joined_paragraphs;
pub mod line_over_rule;
mod made_lines;
pub mod swallowed_asterisk;
pub mod typed_again;
pub mod typed_indent;
pub mod typed_level;

use crate::check::prose::{Passage, Prose};
use crate::model::paper::block_text::Role;
use crate::model::paper::{Block, BlockKind, Paper};

/// The papers of a notice that the public reads.
fn papers<'p>(prose: &'p Prose<'p>) -> impl Iterator<Item = &'p Paper> {
    prose.texts.iter().filter_map(|text| text.paper)
}

/// Every block of a paper as written, those within lists and quotations behind the block that holds them.
fn all_blocks(blocks: &[Block]) -> Vec<&Block> {
    let mut all = Vec::new();
    for block in blocks {
        all.push(block);
        match &block.kind {
            BlockKind::List(list) => list.items.iter().for_each(|item| all.extend(all_blocks(&item.blocks))),
            BlockKind::Quote(blocks) => all.extend(all_blocks(blocks)),
            _ => {}
        }
    }
    all
}

/// The paragraphs outside lists.
fn paragraphs<'p>(prose: &'p Prose<'_>) -> impl Iterator<Item = &'p Passage<'p>> {
    prose.passages.iter().filter(|passage| passage.role() == Some(Role::Paragraph))
}
