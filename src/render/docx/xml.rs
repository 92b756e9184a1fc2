//! XML text, element by element.

use std::fmt::Write;

use quick_xml::escape::escape;

/// The value of an attribute.
#[derive(Clone, Copy, Debug)]
pub enum Value<'v> {
    /// A word, escaped when it is written.
    Text(&'v str),
    /// A number.
    Number(i64),
}

impl<'v> From<&'v str> for Value<'v> {
    fn from(text: &'v str) -> Self {
        Self::Text(text)
    }
}

impl From<i32> for Value<'_> {
    fn from(number: i32) -> Self {
        Self::Number(number.into())
    }
}

impl From<i64> for Value<'_> {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}

impl From<u32> for Value<'_> {
    fn from(number: u32) -> Self {
        Self::Number(number.into())
    }
}

impl From<bool> for Value<'_> {
    fn from(yes: bool) -> Self {
        Self::Number(yes.into())
    }
}

/// The attributes of an element.
pub type Attributes<'v> = [(&'static str, Value<'v>)];

/// XML that is being written.
#[derive(Debug, Default)]
pub struct Xml(String);

impl Xml {
    /// A document with its declaration.
    pub fn document() -> Self {
        Self("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n".to_owned())
    }

    /// An element without content.
    pub fn empty(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.tag(name, attributes);
        self.0.push_str("/>");
    }

    /// An element with only the attribute `w:val`.
    pub fn value<'v>(&mut self, name: &str, value: impl Into<Value<'v>>) {
        self.empty(name, &[("w:val", value.into())]);
    }

    /// An element with content.
    pub fn element(&mut self, name: &str, attributes: &Attributes<'_>, content: impl FnOnce(&mut Self)) {
        self.tag(name, attributes);
        self.0.push('>');
        content(self);
        self.0.extend(["</", name, ">"]);
    }

    /// An element, left out where nothing would be in it.
    pub fn filled(&mut self, name: &str, content: impl FnOnce(&mut Self)) {
        let start = self.0.len();
        self.0.extend(["<", name, ">"]);
        let inner = self.0.len();
        content(self);
        if self.0.len() == inner {
            self.0.truncate(start);
        } else {
            self.0.extend(["</", name, ">"]);
        }
    }

    /// Words.
    pub fn text(&mut self, text: &str) {
        self.0.push_str(&escape(text));
    }

    /// The whole document.
    pub fn finish(self) -> Vec<u8> {
        self.0.into_bytes()
    }

    fn tag(&mut self, name: &str, attributes: &Attributes<'_>) {
        self.0.extend(["<", name]);
        for (name, value) in attributes {
            self.0.extend([" ", name, "=\""]);
            match value {
                Value::Text(text) => self.0.push_str(&escape(*text)),
                Value::Number(number) => {
                    // Writing into a String cannot fail.
                    let _ = write!(self.0, "{number}");
                }
            }
            self.0.push('"');
        }
    }
}
