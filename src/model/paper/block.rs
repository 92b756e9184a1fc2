//! Parts of a paper that stand on lines of their own.

use crate::model::attachment::AttachmentId;
use crate::model::paper::inline::Inline;
use crate::model::paper::text_table::TextTable;
use crate::source::Span;

/// A part of a paper that stands on lines of its own.
#[derive(Debug)]
pub struct Block {
    /// Kind and content.
    pub kind: BlockKind,
    /// The block's place, markup included.
    pub span: Span,
}

/// The kinds of blocks.
#[derive(Debug)]
pub enum BlockKind {
    /// A heading.
    Heading(Heading),
    /// A paragraph.
    Paragraph(Vec<Inline>),
    /// The words of a list item that has no paragraphs (a tight list).
    ItemWords(Vec<Inline>),
    /// A paragraph that is one image.
    Image(Inline),
    /// A list.
    List(List),
    /// A table of the text's own; 责任分解表 is a [`Table`](crate::model::table::Table).
    Table(TextTable),
    /// A quotation.
    Quote(Vec<Block>),
    /// Code.
    Code {
        /// The first word behind the fence; empty without one.
        language: Box<str>,
        /// The lines, as texts.
        lines: Vec<Inline>,
    },
    /// Raw HTML, which is shown as text.
    Html(Vec<Inline>),
    /// A line across the page.
    Rule,
    /// The paragraphs for which `{{任务要求}}` stands. Their words are those of the tables.
    Tasks(Vec<Block>),
    /// The attached table for which `{{责任分解表}}` stands, among the outermost blocks of a paper.
    PlacedTable(AttachmentId),
}

/// A heading. Number, level and the running on of its text follow GB/T 9704-2012 7.3.3.
#[derive(Debug)]
pub struct Heading {
    /// The level of the paper, from 0 (一、) to 3 （（1））.
    pub level: usize,
    /// How many `#` were written; 0 for the heading of a task.
    pub signs: usize,
    /// The printed number with its mark: `一、`, `（一）`; empty without one.
    pub number: String,
    /// Whether the paragraph behind the heading runs on in its line: the heading ends with 。.
    pub runs_on: bool,
    /// The words.
    pub inlines: Vec<Inline>,
}

/// A list.
#[derive(Debug)]
pub struct List {
    /// The number of the first item; `None` for a list without numbers.
    pub first: Option<u64>,
    /// The items.
    pub items: Vec<Item>,
}

/// An item of a list.
#[derive(Debug)]
pub struct Item {
    /// The item's content.
    pub blocks: Vec<Block>,
    /// The item's place, its mark included.
    pub span: Span,
}

impl Block {
    /// The attached table that stands here.
    #[must_use]
    pub fn placed_table(&self) -> Option<AttachmentId> {
        match self.kind {
            BlockKind::PlacedTable(table) => Some(table),
            _ => None,
        }
    }
}

impl BlockKind {
    /// The inlines of a heading, a paragraph, an image, code or HTML; none of a block that holds blocks or cells.
    #[must_use]
    pub fn inlines(&self) -> &[Inline] {
        match self {
            Self::Heading(heading) => &heading.inlines,
            Self::Paragraph(inlines) | Self::ItemWords(inlines) | Self::Html(inlines) => inlines,
            Self::Code { lines, .. } => lines,
            Self::Image(image) => std::slice::from_ref(image),
            Self::List(_)
            | Self::Table(_)
            | Self::Quote(_)
            | Self::Rule
            | Self::Tasks(_)
            | Self::PlacedTable(_) => &[],
        }
    }
}
