//! 公文、正文: the parsed text of a paper, as blocks and inlines with their places.
//!
//! A body, an attached paper, a progress note and a year's summary are papers. Each is built once, when it is read:
//! headings have their numbers, `{{任务要求}}` is expanded, links are resolved. Every format and every rule of
//! words reads the tree, and none of them knows Markdown.

pub mod beginning;
mod block;
pub mod block_text;
mod inline;
pub mod plain;
pub mod resolved;
mod text_table;
mod walk;

pub use block::{Block, BlockKind, Heading, Item, List};
pub use inline::{Inline, InlineKind, Link, Target};
pub use text_table::{Alignment, TextCell, TextTable};
pub use walk::{is_space, requirements_of, table_of};

use crate::source::Located;

/// The placeholder, on a line of its own in a body, for the requirements of the tasks.
pub const REQUIREMENTS: &str = "{{任务要求}}";

/// The placeholder, on a line of its own in a paper, for an attached table that stands there.
pub const TABLE: &str = "{{责任分解表}}";

/// A parsed paper.
#[derive(Debug)]
pub struct Paper {
    /// The Markdown as written. Its span is the text's bytes, so that an offset in the text is one in the file.
    pub source: Located<String>,
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
}
