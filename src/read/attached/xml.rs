//! The texts of any XML: paragraphs joined from their runs, everything else one by one, attributes included.

use std::borrow::Cow;

use quick_xml::XmlVersion;
use quick_xml::events::{BytesRef, BytesStart, Event as Raw};

/// Elements whose runs make one text: paragraphs of all formats, shared strings, comments, chart points.
const BLOCKS: &[&str] = &["p", "h", "si", "is", "text", "div", "td", "TextObject", "pt"];

/// One thing in a document, in order.
#[derive(Debug)]
pub enum Event<'a> {
    /// An element begins.
    Open(Tag<'a>),
    /// An element of this name ends.
    Close(&'a str),
    /// A whole text, and how it is there.
    Text(Stream, &'a str),
}

/// How a text is in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stream {
    /// It is shown.
    Shown,
    /// It was deleted while changes were tracked.
    Deleted,
    /// It is the code of a field.
    Field,
}

/// A tag with its attributes; prefixes are dropped, since every program writes its own.
#[derive(Debug)]
pub struct Tag<'a>(&'a BytesStart<'a>);

impl Tag<'_> {
    /// Its name without prefix.
    pub fn name(&self) -> &str {
        self.0.local_name().into_inner()
    }

    /// An attribute by its name without prefix.
    pub fn get(&self, key: &str) -> Option<String> {
        let attributes = self.0.attributes().flatten();
        attributes.filter(|it| it.key.local_name().into_inner() == key).map(|it| value(&it)).next()
    }

    /// Every attribute, except the declarations of namespaces.
    pub fn each(&self, mut see: impl FnMut(&str, &str)) {
        for attribute in self.0.attributes().with_checks(false).flatten() {
            if !attribute.key.as_ref().starts_with("xmlns") {
                see(attribute.key.local_name().into_inner(), &value(&attribute));
            }
        }
    }
}

fn value(attribute: &quick_xml::events::attributes::Attribute<'_>) -> String {
    let plain = attribute.normalized_value(XmlVersion::Implicit1_0);
    plain.unwrap_or_else(|_| attribute.value.clone()).into_owned()
}

/// A paragraph that is being read: shown, deleted, field.
type Block = [String; 3];

/// Goes through a document. `false` when it is broken: then everything before that place was seen.
pub fn read(xml: &str, mut see: impl FnMut(&Event<'_>)) -> bool {
    let mut reader = quick_xml::Reader::from_str(xml);
    reader.config_mut().check_end_names = false;
    reader.config_mut().allow_dangling_amp = true;
    let mut blocks: Vec<Block> = Vec::new();
    let mut loose = String::new();
    let mut stream = Stream::Shown;
    loop {
        let Ok(event) = reader.read_event() else { return false };
        match &event {
            Raw::Start(tag) | Raw::Empty(tag) => {
                flush(&mut loose, &mut see);
                let is_empty = matches!(event, Raw::Empty(_));
                let name = tag.local_name().into_inner();
                see(&Event::Open(Tag(tag)));
                push(&mut blocks, &mut loose, stream, separator(name));
                stream = stream_of(name);
                if BLOCKS.contains(&name) && !is_empty {
                    blocks.push(Block::default());
                }
                if is_empty {
                    stream = Stream::Shown;
                    see(&Event::Close(name));
                }
            }
            Raw::End(tag) => {
                flush(&mut loose, &mut see);
                stream = Stream::Shown;
                let name = tag.local_name().into_inner();
                if BLOCKS.contains(&name)
                    && let Some(block) = blocks.pop()
                {
                    close(&block, &mut see);
                }
                see(&Event::Close(name));
            }
            Raw::Text(text) => push(&mut blocks, &mut loose, stream, text),
            Raw::CData(text) => push(&mut blocks, &mut loose, stream, text),
            Raw::GeneralRef(reference) => push(&mut blocks, &mut loose, stream, &resolved(reference)),
            Raw::Comment(text) | Raw::DocType(text) => see(&Event::Text(Stream::Shown, text)),
            Raw::PI(text) => see(&Event::Text(Stream::Shown, text)),
            Raw::Decl(_) => {}
            Raw::Eof => {
                flush(&mut loose, &mut see);
                let whole = blocks.is_empty();
                for block in &blocks {
                    close(block, &mut see);
                }
                return whole;
            }
        }
    }
}

fn push(blocks: &mut [Block], loose: &mut String, stream: Stream, text: &str) {
    match blocks.last_mut() {
        Some(block) => block[stream as usize].push_str(text),
        None => loose.push_str(text),
    }
}

fn flush(loose: &mut String, see: &mut impl FnMut(&Event<'_>)) {
    if !loose.trim().is_empty() {
        see(&Event::Text(Stream::Shown, loose));
    }
    loose.clear();
}

fn close(block: &Block, see: &mut impl FnMut(&Event<'_>)) {
    let [shown, deleted, field] = block;
    for (stream, text) in [(Stream::Shown, shown), (Stream::Deleted, deleted), (Stream::Field, field)] {
        if !text.is_empty() {
            see(&Event::Text(stream, text));
        }
    }
}

fn stream_of(name: &str) -> Stream {
    match name {
        "delText" => Stream::Deleted,
        "instrText" | "delInstrText" => Stream::Field,
        _ => Stream::Shown,
    }
}

/// The character for which an element stands between runs.
fn separator(name: &str) -> &'static str {
    match name {
        "tab" => "\t",
        "br" | "cr" | "line-break" => "\n",
        "s" => " ",
        "noBreakHyphen" => "-",
        _ => "",
    }
}

/// The character of a reference; a name that only a DTD could explain stays as it is.
fn resolved<'a>(reference: &'a BytesRef<'_>) -> Cow<'a, str> {
    match character(reference) {
        Some(character) => character.to_string().into(),
        None => format!("&{};", &**reference).into(),
    }
}

/// The character that the name between & and ; stands for: those of XML, and of HTML those that hide an address.
pub fn character(name: &str) -> Option<char> {
    if let Some(number) = name.strip_prefix('#') {
        let hexadecimal = number.strip_prefix(['x', 'X']);
        let code = hexadecimal.map_or_else(|| number.parse(), |number| u32::from_str_radix(number, 16));
        return code.ok().and_then(char::from_u32);
    }
    Some(match name {
        "amp" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "nbsp" => '\u{A0}',
        "shy" => '\u{AD}',
        "colon" => ':',
        "Tab" => '\t',
        "NewLine" => '\n',
        _ => return None,
    })
}
