//! 解读、相关链接: links of a notice to what explains it and what belongs to it.

use crate::model::paper::{Inline, InlineKind, Link};
use crate::source::Located;

/// A link beside a paper.
#[derive(Debug)]
pub struct Related {
    /// 名称.
    pub name: Located<String>,
    /// 链接, as written.
    pub url: Located<String>,
    /// The link, as words of a paper have it.
    pub inline: Inline,
}

impl Related {
    /// The link.
    #[must_use]
    pub fn link(&self) -> Option<&Link> {
        match &self.inline.kind {
            InlineKind::Link(link) => Some(link),
            _ => None,
        }
    }
}
