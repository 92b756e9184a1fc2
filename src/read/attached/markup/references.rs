//! Character references of HTML in a text.

use std::borrow::Cow;

use quick_xml::escape::resolve_html5_entity;

use crate::read::attached::xml::character;

/// A text with its references resolved; browsers do not ask for the semicolon after a number.
pub(super) fn unescaped(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut pieces = text.split('&');
    plain.push_str(pieces.next().unwrap_or_default());
    for piece in pieces {
        let length = piece.find(|c: char| !c.is_ascii_alphanumeric() && c != '#').unwrap_or(piece.len());
        let name = &piece[..length];
        if let Some(character) = character(name) {
            plain.push(character);
            plain.push_str(piece[length..].strip_prefix(';').unwrap_or(&piece[length..]));
        } else if let Some((text, rest)) = named(piece, length) {
            plain.push_str(text);
            plain.push_str(rest);
        } else {
            plain.push('&');
            plain.push_str(piece);
        }
    }
    Cow::Owned(plain)
}

/// The text for a name of HTML that ends with its semicolon, and the rest behind it.
fn named(piece: &str, length: usize) -> Option<(&'static str, &str)> {
    let rest = piece[length..].strip_prefix(';')?;
    Some((resolve_html5_entity(&piece[..length])?, rest))
}
