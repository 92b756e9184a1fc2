//! Parts of documents in XML.

use crate::message;
use crate::read::attached::found::Found;
use crate::read::attached::text::decoded;
use crate::read::attached::xml;
use crate::text::message::Message;

/// The text of a part of XML, in UTF-8 or UTF-16.
pub fn xml_text(bytes: &[u8]) -> String {
    decoded(bytes)
}

/// Remark about XML that cannot be read to its end.
pub fn broken() -> Message {
    message!("损坏", "it is damaged")
}

/// Searches every text and every attribute of XML of an unknown vocabulary.
pub fn sweep(place: &str, bytes: &[u8], found: &mut Found) {
    let text = xml_text(bytes);
    let whole = xml::read(&text, |event| match event {
        xml::Event::Text(_, text) => found.text(|| place.to_owned(), text),
        xml::Event::Open(tag) => tag.each(|_, value| found.text(|| place.to_owned(), value)),
        xml::Event::Close(_) => {}
    });
    if !whole {
        found.unsearched(place, broken());
    }
}
