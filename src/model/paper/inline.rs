//! Parts of the words of a block.

use crate::source::Span;

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
