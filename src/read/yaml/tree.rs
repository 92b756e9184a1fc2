//! YAML as a tree in which every key and value knows its place.
//!
//! The tree keeps every scalar as the text that was written: `1.10` stays `1.10` and never becomes a number
//! first, because what people wrote is published as written.

use std::borrow::Cow;

use crate::source::{Margin, Span};

/// A value and its place.
#[derive(Debug)]
pub struct Node<'s> {
    /// From the first to the last byte of the value as written, quotes included.
    pub span: Span,
    /// The value.
    pub kind: Kind<'s>,
}

/// Content of a value.
#[derive(Debug)]
pub enum Kind<'s> {
    /// Text as written; `plain` when it stood without quotes.
    Scalar {
        /// The text.
        text: Cow<'s, str>,
        /// Without quotes and not a block.
        plain: bool,
        /// Spaces and line ends between the lines of a block.
        margin: Margin,
    },
    /// A list.
    List(Vec<Node<'s>>),
    /// Keys with values; keys are scalars, each stands once.
    Record(Vec<(Node<'s>, Node<'s>)>),
}

impl Node<'_> {
    /// Its margin, if it is a block.
    #[must_use]
    pub fn margin(&self) -> Margin {
        match self.kind {
            Kind::Scalar { margin, .. } => margin,
            Kind::List(_) | Kind::Record(_) => Margin::default(),
        }
    }

    /// The text of a scalar; empty for a blank value (`名称:` or `~`).
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Scalar { text, plain: true, .. } if text == "~" || text == "null" => Some(""),
            Kind::Scalar { text, .. } => Some(text),
            Kind::List(_) | Kind::Record(_) => None,
        }
    }

    /// Whether nothing was written.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self.kind, Kind::Scalar { plain: true, .. }) && self.text() == Some("")
    }

    /// The place to point at when the value as a whole is meant: the first key of a record, else all of it.
    pub fn head(&self) -> Span {
        match &self.kind {
            Kind::Record(entries) => entries.first().map_or(self.span, |(key, _)| key.span),
            Kind::List(items) => items.first().map_or(self.span, Node::head),
            Kind::Scalar { .. } => self.span,
        }
    }
}
