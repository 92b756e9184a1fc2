//! The XML of a document's parts: well formed, without definitions of its own, within limits.
//!
//! Word refuses parts that are not well formed or that have a DTD, and so does this reader; that rules out entities
//! which expand to gigabytes. Elements are told apart by the namespaces of Word, formulas and compatibility; the strict
//! and the transitional ones are equal.

use std::borrow::Cow;

use quick_xml::events::{BytesStart, Event as Raw};
use quick_xml::{Reader, XmlVersion};

use crate::read::document::fault::{Fault, Problem};

/// Elements within elements. Tables within text boxes within tables take about twenty.
const DEEPEST: usize = 1_000;
/// Names of namespaces that are valid at a time. Word declares forty.
const NAMES: usize = 300;

/// The namespaces that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Space {
    /// `WordprocessingML`.
    Word,
    /// Formulas.
    Math,
    /// Alternatives for older programs.
    Compatibility,
    /// Any other.
    Other,
}

impl Space {
    fn of(name: &str) -> Self {
        match name {
            "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
            | "http://purl.oclc.org/ooxml/wordprocessingml/main" => Self::Word,
            "http://schemas.openxmlformats.org/officeDocument/2006/math"
            | "http://purl.oclc.org/ooxml/officeDocument/math" => Self::Math,
            "http://schemas.openxmlformats.org/markup-compatibility/2006" => Self::Compatibility,
            _ => Self::Other,
        }
    }
}

/// One thing in a part, in order.
#[derive(Debug)]
pub enum Event<'x> {
    /// An element begins.
    Open(Tag<'x>),
    /// The innermost element ends.
    Close,
    /// Characters.
    Text(Cow<'x, str>),
    /// The part ends.
    End,
}

/// The beginning of an element.
#[derive(Debug)]
pub struct Tag<'x> {
    start: BytesStart<'x>,
    /// Its namespace.
    pub space: Space,
}

impl Tag<'_> {
    /// Its name without prefix.
    pub fn name(&self) -> &str {
        self.start.local_name().into_inner()
    }

    /// An attribute by its name without prefix.
    pub fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let mut attributes = self.start.attributes();
        // The checks compare each attribute with all before it.
        let mut attributes = attributes.with_checks(false).flatten();
        let found = attributes.find(|attribute| attribute.key.local_name().into_inner() == name)?;
        if !found.value.contains(['&', '\t', '\r', '\n']) {
            return Some(found.value);
        }
        found.normalized_value(XmlVersion::Implicit1_0).ok().map(|value| value.into_owned().into())
    }

    /// The attribute `val`, in which Word keeps most values.
    pub fn val(&self) -> Option<Cow<'_, str>> {
        self.get("val")
    }

    /// A number in the attribute `val`.
    pub fn number<N: std::str::FromStr>(&self) -> Option<N> {
        self.val()?.trim().parse().ok()
    }

    /// Whether a property of two states is on: it is when no value is given.
    pub fn is_on(&self) -> bool {
        !matches!(self.val().as_deref(), Some("0" | "false" | "off"))
    }
}

/// A part that is being read.
pub struct Xml<'x> {
    reader: Reader<&'x [u8]>,
    /// Prefixes and their namespaces, with the depth of the element that declares them.
    names: Vec<(usize, String, Space)>,
    /// Open elements.
    open: usize,
}

impl<'x> Xml<'x> {
    /// A part before its first element.
    pub fn new(text: &'x str) -> Self {
        let mut reader = Reader::from_str(text);
        reader.config_mut().expand_empty_elements = true;
        Self { reader, names: Vec::new(), open: 0 }
    }

    /// The next event.
    pub fn next(&mut self) -> Result<Event<'x>, Fault> {
        loop {
            return match self.reader.read_event().map_err(|_| Problem::Damaged)? {
                Raw::Start(start) => self.opened(start).map(Event::Open),
                Raw::End(_) => {
                    while self.names.last().is_some_and(|(depth, ..)| *depth == self.open) {
                        self.names.pop();
                    }
                    self.open = self.open.checked_sub(1).ok_or(Problem::Damaged)?;
                    Ok(Event::Close)
                }
                Raw::Text(text) => Ok(Event::Text(text.into_inner())),
                Raw::CData(text) => Ok(Event::Text(text.into_inner())),
                Raw::GeneralRef(reference) => {
                    let whole = format!("&{};", &*reference);
                    let text = quick_xml::escape::unescape(&whole).map_err(|_| Problem::Damaged)?;
                    Ok(Event::Text(text.into_owned().into()))
                }
                Raw::DocType(_) | Raw::Empty(_) => Err(Problem::Damaged.into()),
                Raw::Eof if self.open > 0 => Err(Problem::Damaged.into()),
                Raw::Eof => Ok(Event::End),
                Raw::Comment(_) | Raw::PI(_) | Raw::Decl(_) => continue,
            };
        }
    }

    fn opened(&mut self, start: BytesStart<'x>) -> Result<Tag<'x>, Fault> {
        self.open += 1;
        if self.open > DEEPEST {
            return Err(Problem::Depth(DEEPEST).into());
        }
        if start.attributes_raw().contains("xmlns") {
            self.declare(&start)?;
        }
        let prefix = start.name().prefix().map_or("", |prefix| prefix.into_inner());
        let found = self.names.iter().rev().find(|(_, name, _)| name == prefix);
        let space = found.map_or(Space::Other, |(.., space)| *space);
        Ok(Tag { start, space })
    }

    fn declare(&mut self, start: &BytesStart<'_>) -> Result<(), Fault> {
        for attribute in start.attributes().with_checks(false).flatten() {
            let key = attribute.key.as_ref();
            let Some(prefix) = key.strip_prefix("xmlns") else { continue };
            if !prefix.is_empty() && !prefix.starts_with(':') {
                continue;
            }
            if self.names.len() >= NAMES {
                return Err(Problem::Damaged.into());
            }
            let prefix = prefix.trim_start_matches(':').to_owned();
            self.names.push((self.open, prefix, Space::of(&attribute.value)));
        }
        Ok(())
    }

    /// The next element within the innermost open one; `None` when that ends.
    pub fn child(&mut self) -> Result<Option<Tag<'x>>, Fault> {
        loop {
            match self.next()? {
                Event::Open(tag) => return Ok(Some(tag)),
                Event::Close | Event::End => return Ok(None),
                Event::Text(_) => {}
            }
        }
    }

    /// Goes behind the end of the innermost open element.
    pub fn skip(&mut self) -> Result<(), Fault> {
        self.text_if(|_| false).map(|_| ())
    }

    /// The characters of the innermost open element, up to its end.
    pub fn text(&mut self) -> Result<String, Fault> {
        self.text_if(|_| true)
    }

    /// The characters within the elements of a name in the innermost open element, up to its end.
    pub fn text_of(&mut self, name: &str) -> Result<String, Fault> {
        self.text_if(|element| element == name)
    }

    fn text_if(&mut self, wanted: impl Fn(&str) -> bool) -> Result<String, Fault> {
        let end = self.open;
        let (mut text, mut is_wanted) = (String::new(), wanted(""));
        loop {
            match self.next()? {
                Event::Open(tag) => is_wanted = wanted(tag.name()),
                Event::Text(part) if is_wanted => text.push_str(&part),
                Event::Text(_) => {}
                Event::Close if self.open < end => return Ok(text),
                Event::Close => is_wanted = wanted(""),
                Event::End => return Ok(text),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use std::fmt::Write;

    use super::{Event, Space, Xml};

    fn events(text: &str) -> String {
        let (mut xml, mut said) = (Xml::new(text), String::new());
        loop {
            match xml.next() {
                Ok(Event::Open(tag)) => write!(said, "<{:?} {}>", tag.space, tag.name()).unwrap(),
                Ok(Event::Close) => said.push_str("</>"),
                Ok(Event::Text(text)) => said += &text,
                Ok(Event::End) => return said,
                Err(fault) => return format!("{said} {:?}", fault.problem),
            }
        }
    }

    #[test]
    fn elements_are_known_by_their_namespace() {
        let strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";
        let xml = format!("<a:p xmlns:a='{strict}'><p xmlns='{strict}'/><b:p/><p>x&#x4E00;&amp;</p></a:p>");
        assert_eq!(events(&xml), "<Word p><Word p></><Other p></><Other p>x一&</></>");
        assert_eq!(Space::of(""), Space::Other);
    }

    #[test]
    fn parts_that_word_refuses_are_refused() {
        assert_eq!(events("<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>"), " Damaged");
        assert_eq!(events("<a>&b;</a>"), "<Other a> Damaged");
        assert_eq!(events("<a><b></a>"), "<Other a><Other b> Damaged");
        assert_eq!(events("<a><b>"), "<Other a><Other b> Damaged");
        assert!(events(&"<a>".repeat(1_001)).ends_with("Depth(1000)"));
    }

    #[test]
    fn an_element_is_passed_or_its_text_taken() {
        let mut xml = Xml::new("<a><b>1<t>2</t>3<c><t>4</t></c></b><b>5<c>6</c></b><d>7</d></a>");
        assert!(matches!(xml.next(), Ok(Event::Open(_))));
        assert!(xml.child().unwrap().is_some());
        assert_eq!(xml.text_of("t").unwrap(), "24");
        assert!(xml.child().unwrap().is_some());
        assert_eq!(xml.text().unwrap(), "56");
        assert!(xml.child().unwrap().is_some());
        xml.skip().unwrap();
        assert!(xml.child().unwrap().is_none());
        assert!(matches!(xml.next(), Ok(Event::End)));
    }
}
