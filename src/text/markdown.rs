//! The one place that configures pulldown-cmark.

use pulldown_cmark::{Options, Parser};

/// What our Markdown knows beyond `CommonMark`: tables, as papers have them.
const OPTIONS: Options = Options::ENABLE_TABLES;

/// The events of a Markdown text, each with its byte range in that text.
#[must_use]
pub fn events(text: &str) -> pulldown_cmark::OffsetIter<'_, pulldown_cmark::DefaultBrokenLinkCallback> {
    Parser::new_ext(text, OPTIONS).into_offset_iter()
}
