//! 公文、正文: the parsed text of a paper, as blocks and inlines with their places.
//!
//! A body, an attached paper, a progress note and a year's summary are papers. Each is built once, when it is read:
//! headings have their numbers, `{{任务要求}}` is expanded, links are resolved. Every format and every rule of
//! words reads the tree, and none of them knows Markdown.

pub mod beginning;
pub mod block_text;
pub mod plain;
pub mod resolved;
mod walk;

pub use walk::{is_space, requirements_of};

use crate::source::{Located, Span};

/// The placeholder, on a line of its own in a body, for the requirements of the tasks.
pub const REQUIREMENTS: &str = "{{任务要求}}";

/// A parsed paper.
#[derive(Debug)]
pub struct Paper {
    /// The Markdown as written. Its span is the text's bytes, so that an offset in the text is one in the file.
    pub source: Located<String>,
    /// The blocks, in reading order.
    pub blocks: Vec<Block>,
}

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
    /// A table within the text; 责任分解表 is a [`Table`](crate::model::table::Table).
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

/// A table within the text of a paper.
#[derive(Debug)]
pub struct TextTable {
    /// The alignment of each column.
    pub alignments: Vec<Alignment>,
    /// The cells of the head.
    pub head: Vec<TextCell>,
    /// The rows below it; each has as many cells as the head.
    pub rows: Vec<Vec<TextCell>>,
    /// The place of the head's and each row's end, in this order.
    pub row_ends: Vec<Span>,
}

/// The alignment of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alignment {
    /// None was written.
    None,
    /// `:--`.
    Left,
    /// `:-:`.
    Center,
    /// `--:`.
    Right,
}

/// A cell of a table within the text.
#[derive(Debug)]
pub struct TextCell {
    /// The words.
    pub inlines: Vec<Inline>,
    /// The cell's place.
    pub span: Span,
}

/// A part of the words of a block.
#[derive(Debug)]
pub struct Inline {
    /// Kind and content.
    pub kind: InlineKind,
    /// The place, markup included.
    pub span: Span,
}

/// The kinds of inlines.
#[derive(Debug)]
pub enum InlineKind {
    /// Words. They are as long as their place unless an escape or a character reference was written.
    Text(Box<str>),
    /// Strong emphasis.
    Strong(Vec<Inline>),
    /// Emphasis.
    Emphasis(Vec<Inline>),
    /// A link.
    Link(Box<Link>),
    /// An image; its inlines are its words (替代文字).
    Image(Box<Link>),
    /// The end of a line in the file.
    SoftBreak,
    /// The end of a line on the page.
    HardBreak,
    /// Code within words.
    Code(Box<str>),
    /// A tag of HTML, which is shown as text.
    Html(Box<str>),
}

/// The address and the words of a link or an image.
#[derive(Debug)]
pub struct Link {
    /// The address as written, without escapes.
    pub url: String,
    /// The place of the address.
    pub place: Span,
    /// The target within the site; `None` for other addresses.
    pub target: Option<Target>,
    /// The title; empty without one.
    pub title: String,
    /// The words.
    pub inlines: Vec<Inline>,
}

/// Target of a link or image within the site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// A file that is published as it is, by its path below `content/`.
    File(String),
    /// The page of a notice or section, by its folder below `content/`.
    Page(String),
    /// The page of a note or summary, by its file below `content/`, without `.md`. Whether it is public on
    /// a day: [`Project::publishes`](crate::model::Project::publishes).
    Paper(String),
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
            Self::List(_) | Self::Table(_) | Self::Quote(_) | Self::Rule | Self::Tasks(_) => &[],
        }
    }
}

impl InlineKind {
    /// The inlines within; none of words, breaks and code.
    #[must_use]
    pub fn inlines(&self) -> &[Inline] {
        match self {
            Self::Strong(inlines) | Self::Emphasis(inlines) => inlines,
            Self::Link(link) | Self::Image(link) => &link.inlines,
            Self::Text(_) | Self::SoftBreak | Self::HardBreak | Self::Code(_) | Self::Html(_) => &[],
        }
    }
}

impl TextTable {
    /// The head and the rows below it.
    pub fn all_rows(&self) -> impl Iterator<Item = &[TextCell]> {
        std::iter::once(self.head.as_slice()).chain(self.rows.iter().map(Vec::as_slice))
    }
}
