//! Texts that YAML takes for comments because they hold a number sign.

use std::borrow::Cow;
use std::cell::RefCell;

use crate::diagnostic::Report;
use crate::read::fault::syntax;
use crate::read::yaml::places::Places;
use crate::read::yaml::tree::{Kind, Node};
use crate::source::{Margin, Span, offset};

/// YAML reads `- #甲` as a blank item, which stands where the next one begins. As in a record, one space before `#` or
/// none behind it tells a text from a comment about an item that is not there yet. `from`: the end of the item before.
pub(super) fn with_swallowed_item<'s>(
    places: &Places<'s>,
    from: usize,
    item: Node<'s>,
    report: &RefCell<Report>,
) -> Node<'s> {
    cut_quotation(places, &item, report);
    let Places { file, base, text, .. } = *places;
    let between = (from.saturating_sub(base), (item.span.start as usize).saturating_sub(base));
    let Some(before) = text.get(between.0..between.1).filter(|_| item.is_blank()) else { return item };
    let is_text = |comment: &str, spaces: usize| {
        comment
            .strip_prefix('#')
            .is_some_and(|words| words.starts_with(|c: char| c != '#' && (spaces == 1 || !c.is_whitespace())))
    };
    let comment = before.lines().find_map(|line| {
        let behind = line.trim_start().strip_prefix('-')?;
        let comment = behind.trim_start();
        is_text(comment, behind.len() - comment.len()).then_some(comment.trim_end())
    });
    let Some(comment) = comment else { return item };
    let at = base + offset(text, comment);
    let span = Span::new(file, at, at + comment.len());
    report.borrow_mut().push(syntax::swallowed(span));
    Node { span, kind: Kind::Scalar { text: Cow::Borrowed(comment), plain: true, margin: Margin::default() } }
}

/// YAML reads `主送: #局机关` as blank. A real comment has a space behind `#`; any other is reported and becomes the
/// value.
pub(super) fn with_swallowed_text<'s>(
    places: &Places<'s>,
    value: Node<'s>,
    report: &RefCell<Report>,
) -> Node<'s> {
    let rest = places.line_from(value.span);
    let comment = rest.trim_start().trim_start_matches(':').trim_start();
    cut_quotation(places, &value, report);
    // Behind several spaces a comment explains a value that is not there yet.
    let is_alone = rest.starts_with(": #") || rest.starts_with(" #");
    let is_text = |text: &str| text.starts_with(|c: char| c != '#' && (is_alone || !c.is_whitespace()));
    if !value.is_blank() || !comment.strip_prefix('#').is_some_and(is_text) {
        return value;
    }
    let at = value.span.start as usize + (rest.len() - comment.len());
    let span = Span::new(places.file, at, at + comment.len());
    report.borrow_mut().push(syntax::swallowed(span));
    Node { span, kind: Kind::Scalar { text: Cow::Borrowed(comment), plain: true, margin: Margin::default() } }
}

/// `标题: “甲 #1 乙”` ends before its number sign; the unclosed quotation shows that the text was cut.
fn cut_quotation(places: &Places<'_>, value: &Node<'_>, report: &RefCell<Report>) {
    let Kind::Scalar { text, plain: true, .. } = &value.kind else { return };
    if text.matches('“').count() <= text.matches('”').count() {
        return;
    }
    let behind = Span { start: value.span.end, ..value.span };
    let rest = places.line_from(behind);
    let comment = rest.trim_start();
    if comment.starts_with('#') {
        let at = behind.start as usize + (rest.len() - comment.len());
        let span = Span::new(places.file, at, at + comment.len());
        report.borrow_mut().push(syntax::swallowed(span));
    }
}
