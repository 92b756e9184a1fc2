//! The tags and texts of HTML and XML, read as leniently as browsers do.

use std::borrow::Cow;

use crate::read::attached::markup::references::unescaped;

/// A piece of a document, with its place in bytes.
#[derive(Debug)]
pub enum Piece<'s> {
    /// Words, those of comments included, with their references resolved.
    Text(usize, Cow<'s, str>),
    /// A tag.
    Tag(usize, Tag),
    /// `<?…>` or `<!…>`, without its brackets.
    Declaration(usize, &'s str),
}

/// A tag, in small letters and without prefixes.
#[derive(Debug)]
pub struct Tag {
    /// Its name.
    pub name: String,
    /// Its attributes, with their references resolved.
    pub attributes: Vec<(String, String)>,
    /// Whether it ends an element.
    pub is_closing: bool,
}

/// Every piece, in order.
pub fn pieces(source: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = source.get(at..).filter(|rest| !rest.is_empty())?;
        let (piece, used) = piece(at, rest, usize::MAX);
        at += used;
        Some(piece)
    })
}

/// The line of a place, counted on from a place before it.
pub fn line_of(source: &str, at: usize, counted: &mut (usize, usize)) -> usize {
    counted.1 += source[counted.0.min(at)..at].matches('\n').count();
    counted.0 = at;
    counted.1
}

/// The piece with which `rest` begins, at a place in bytes, and its length; a tag with `most` of its attributes.
pub fn piece(at: usize, rest: &str, most: usize) -> (Piece<'_>, usize) {
    // Browsers do not agree on where comments and raw text begin and end (style in HTML, CDATA in XML): their content is
    // looked at as if it stood outside, so that nothing hides in one.
    for opening in ["<!--", "<![CDATA["] {
        if rest.starts_with(opening) {
            return (Piece::Text(at, Cow::Borrowed("")), opening.len());
        }
    }
    if rest.starts_with("<!") || rest.starts_with("<?") {
        let end = rest.find('>').unwrap_or(rest.len());
        // Entities of a document type of its own are declarations again.
        let end = rest[..end].find('[').filter(|_| rest.starts_with("<!")).map_or(end, |bracket| bracket + 1);
        return (Piece::Declaration(at, &rest[1..end]), (end + 1).min(rest.len()).max(1));
    }
    let is_tag = rest.strip_prefix('<').is_some_and(|rest| {
        rest.trim_start_matches('/').starts_with(|c: char| c.is_alphabetic() || c == '_' || c == ':')
    });
    if is_tag {
        let (tag, used) = tag(rest, most);
        return (Piece::Tag(at, tag), used);
    }
    // A bracket that begins nothing is text.
    let first = rest.chars().next().map_or(0, char::len_utf8);
    let end = rest[first..].find('<').map_or(rest.len(), |end| first + end);
    (Piece::Text(at, unescaped(&rest[..end])), end)
}

/// A tag, with `most` of its attributes, and its length.
fn tag(rest: &str, most: usize) -> (Tag, usize) {
    let is_closing = rest.starts_with("</");
    let start = if is_closing { 2 } else { 1 };
    let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '>');
    let length = rest[start..].find(ends).unwrap_or(rest.len() - start);
    let name = local(&rest[start..start + length]);
    let mut at = start + length;
    let mut attributes = Vec::new();
    loop {
        at += rest[at..].find(|c: char| !c.is_whitespace() && c != '/').unwrap_or(rest.len() - at);
        match rest[at..].chars().next() {
            None => break,
            Some('>') => {
                at += 1;
                break;
            }
            Some(_) => {
                let (attribute, used) = attribute(&rest[at..]);
                attributes.extend(Some(attribute).filter(|_| attributes.len() < most));
                at += used;
            }
        }
    }
    (Tag { name, attributes, is_closing }, at)
}

/// An attribute and its length, which is never nothing.
fn attribute(rest: &str) -> ((String, String), usize) {
    let first = rest.chars().next().map_or(1, char::len_utf8);
    let ends = |c: char| c.is_whitespace() || matches!(c, '/' | '>' | '=');
    let length = rest[first..].find(ends).map_or(rest.len(), |end| first + end);
    let key = local(&rest[..length]);
    let gap =
        |from: usize| rest[from..].find(|c: char| !c.is_whitespace()).map_or(rest.len(), |gap| from + gap);
    let equals = gap(length);
    if !rest[equals..].starts_with('=') {
        return ((key, String::new()), length);
    }
    let from = gap(equals + 1);
    let quote = rest[from..].chars().next().filter(|quote| matches!(quote, '"' | '\''));
    let (value, end) = if let Some(quote) = quote {
        let inside = &rest[from + 1..];
        let length = inside.find(quote).unwrap_or(inside.len());
        (&inside[..length], (from + 2 + length).min(rest.len()))
    } else {
        let length = rest[from..].find(|c: char| c.is_whitespace() || c == '>').unwrap_or(rest.len() - from);
        (&rest[from..from + length], from + length)
    };
    ((key, unescaped(value).into_owned()), end)
}

fn local(name: &str) -> String {
    name.rsplit(':').next().unwrap_or(name).to_lowercase()
}
