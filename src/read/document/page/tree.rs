//! The elements of a page, in one list in the order of the file.
//!
//! Browsers build trees in which damaged formatting is repeated for every paragraph behind it, so that a hundred
//! kilobytes become gigabytes, and libraries that build the same trees compare each attribute with all before it. Here
//! every tag makes one node at most, and nodes are never moved: the content of a node is a range of the list.

use crate::read::attached::markup::tags::{Piece, Tag, piece};
use crate::read::document::fault::{Fault, Problem};
pub use crate::read::document::page::node::Node;

/// The most nodes of a page.
const NODES: usize = 1_000_000;
/// Elements within elements, as in browsers: further ones lie side by side.
const DEEPEST: usize = 512;

/// A page.
#[derive(Debug)]
pub struct Page {
    /// Its nodes; the first stands around all others.
    pub nodes: Vec<Node>,
}

/// The most attributes of an element.
const ATTRIBUTES: usize = 1_000;
/// Attributes that are looked at.
const KEPT: [&str; 17] = [
    "align", "alt", "class", "color", "colspan", "content", "face", "height", "hidden", "href", "id", "name",
    "rowspan", "src", "style", "type", "width",
];
/// Elements without content.
const VOID: [&str; 12] =
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"];
/// Elements whose content is no markup.
const RAW: [&str; 9] =
    ["iframe", "noframes", "noscript", "script", "style", "template", "textarea", "title", "xmp"];
/// Elements that end a paragraph that is open.
const BLOCKS: [&str; 33] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "li",
    "main",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "table",
    "ucapcontent",
    "ul",
];

/// Whether an element stands on lines of its own.
pub fn is_block(name: &str) -> bool {
    const ROWS: [&str; 9] = ["body", "caption", "html", "tbody", "td", "tfoot", "th", "thead", "tr"];
    BLOCKS.contains(&name) || ROWS.contains(&name) || name == "figcaption"
}

/// A page that is being read.
struct Builder {
    nodes: Vec<Node>,
    /// The open elements.
    open: Vec<usize>,
    line: u32,
}

impl Page {
    /// Reads a page.
    pub fn read(source: &str) -> Result<Self, Fault> {
        let mut builder = Builder { nodes: vec![Node::default()], open: vec![0], line: 1 };
        let (mut at, mut counted) = (0, 0);
        while let Some(rest) = source.get(at..).filter(|rest| !rest.is_empty()) {
            builder.line += count_lines(&source[counted..at]);
            counted = at;
            at += builder.take(at, rest)?;
        }
        let end = builder.nodes.len();
        for node in builder.open {
            builder.nodes[node].end = end;
        }
        Ok(Self { nodes: builder.nodes })
    }

    /// The text of a node, with a line end between blocks.
    pub fn text(&self, node: usize) -> String {
        let mut text = String::new();
        for node in &self.nodes[node..self.nodes[node].end] {
            if !node.name.is_empty() && (is_block(&node.name) || node.name == "br") && !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&node.text);
        }
        text
    }

    /// The nearest element, from a node on, with one of these names.
    pub fn around(&self, mut node: usize, names: &[&str]) -> Option<usize> {
        while node > 0 {
            if names.contains(&self.nodes[node].name.as_str()) {
                return Some(node);
            }
            node = self.nodes[node].parent;
        }
        None
    }
}

fn count_lines(text: &str) -> u32 {
    u32::try_from(text.matches('\n').count()).unwrap_or(u32::MAX)
}

impl Builder {
    /// Takes the next piece. Returns its length.
    fn take(&mut self, at: usize, rest: &str) -> Result<usize, Fault> {
        if let Some(comment) = rest.strip_prefix("<!--") {
            return Ok(comment.find("-->").map_or(rest.len(), |end| end + 7));
        }
        if rest.starts_with("<!") || rest.starts_with("<?") {
            return Ok(rest.find('>').map_or(rest.len(), |end| end + 1));
        }
        let (piece, used) = piece(at, rest, ATTRIBUTES);
        match piece {
            Piece::Text(_, text) if !text.is_empty() => {
                self.add(Node { text: text.into_owned(), ..Node::default() })?;
            }
            // Of another language within the page, such as <o:p> of Word.
            Piece::Tag(..) if prefixed(rest) => {}
            Piece::Tag(_, tag) if tag.is_closing => self.close(&tag.name)?,
            Piece::Tag(_, tag) => return Ok(used + self.open(tag, rest, used)?),
            Piece::Text(..) | Piece::Declaration(..) => {}
        }
        Ok(used)
    }

    fn add(&mut self, mut node: Node) -> Result<usize, Fault> {
        if self.nodes.len() >= NODES {
            return Err(Problem::Pieces(NODES).into());
        }
        let at = self.nodes.len();
        (node.parent, node.end, node.line) =
            (self.open.last().copied().unwrap_or_default(), at + 1, self.line);
        self.nodes.push(node);
        Ok(at)
    }

    /// Takes the beginning of an element. Returns the length of content that is no markup.
    fn open(&mut self, tag: Tag, rest: &str, used: usize) -> Result<usize, Fault> {
        let name = tag.name.as_str();
        self.end_before(name)?;
        let attributes = tag.attributes.into_iter().filter(|(key, _)| KEPT.contains(&key.as_str()));
        let node = Node { name: name.to_owned(), attributes: attributes.collect(), ..Node::default() };
        let at = self.add(node)?;
        if RAW.contains(&name) {
            let length = raw_length(&rest[used..], name);
            if name == "title" {
                self.add(Node { text: rest[used..used + length].to_owned(), ..Node::default() })?;
                (self.nodes[at].end, self.nodes[at + 1].parent) = (at + 2, at);
            }
            return Ok(length);
        }
        if !VOID.contains(&name) && self.open.len() < DEEPEST {
            self.open.push(at);
        }
        Ok(0)
    }

    /// Ends the elements that end where an element begins.
    fn end_before(&mut self, name: &str) -> Result<(), Fault> {
        const CELLS: [&str; 4] = ["caption", "table", "td", "th"];
        if BLOCKS.contains(&name) {
            self.end(&["p"], &CELLS);
        }
        match name {
            "li" => self.end(&["li"], &["ul", "ol", "table", "td", "th"]),
            "dt" | "dd" => self.end(&["dt", "dd"], &["dl", "table", "td", "th"]),
            "tr" => self.end(&["tr", "caption"], &["table"]),
            "td" | "th" => {
                self.end(&["td", "th"], &["table", "tr"]);
                let is_loose = self.open.iter().rev().map(|at| self.nodes[*at].name.as_str());
                let around = is_loose.clone().find(|name| ["tr", "table"].contains(name));
                if around == Some("table") && self.open.len() < DEEPEST {
                    let row = self.add(Node { name: "tr".to_owned(), ..Node::default() })?;
                    self.open.push(row);
                }
            }
            "thead" | "tbody" | "tfoot" => self.end(&["thead", "tbody", "tfoot", "caption"], &["table"]),
            _ => {}
        }
        Ok(())
    }

    /// Ends the innermost of these elements and all within it, unless others stand between.
    fn end(&mut self, names: &[&str], bounds: &[&str]) {
        for depth in (1..self.open.len()).rev() {
            let name = self.nodes[self.open[depth]].name.as_str();
            if names.contains(&name) {
                let end = self.nodes.len();
                for at in self.open.drain(depth..) {
                    self.nodes[at].end = end;
                }
                return;
            }
            if bounds.contains(&name) {
                return;
            }
        }
    }

    /// Takes the end of an element.
    fn close(&mut self, name: &str) -> Result<(), Fault> {
        match name {
            "html" | "body" => {}
            "br" => {
                self.add(Node { name: "br".to_owned(), ..Node::default() })?;
            }
            "table" => self.end(&["table"], &[]),
            "td" | "th" | "tr" | "tbody" | "thead" | "tfoot" | "caption" => self.end(&[name], &["table"]),
            _ => self.end(&[name], &["td", "th", "table"]),
        }
        Ok(())
    }
}

/// Whether the name of a tag has a prefix.
fn prefixed(rest: &str) -> bool {
    let name = rest.split(|c: char| c.is_whitespace() || c == '>').next().unwrap_or_default();
    name.contains(':')
}

/// The length of content up to the end tag of an element, that not included.
fn raw_length(rest: &str, name: &str) -> usize {
    let is_end =
        |at: usize| rest.get(at + 2..at + 2 + name.len()).is_some_and(|end| end.eq_ignore_ascii_case(name));
    rest.match_indices("</").map(|(at, _)| at).find(|at| is_end(*at)).unwrap_or(rest.len())
}

#[cfg(test)]
mod tests {
    use super::Page;

    /// The elements with their content in brackets.
    fn shown(source: &str) -> String {
        fn of(page: &Page, at: usize) -> String {
            let node = &page.nodes[at];
            let (mut inner, mut child) = (node.text.clone(), at + 1);
            while child < node.end {
                inner += &of(page, child);
                child = page.nodes[child].end;
            }
            if node.name.is_empty() { inner } else { format!("{}({inner})", node.name) }
        }
        of(&Page::read(source).unwrap(), 0)
    }

    #[test]
    fn ends_that_nobody_wrote_are_understood() {
        for (source, tree) in [
            ("<p>一<p>二<div>三</p>四</div>五", "p(一)p(二)div(三四)五"),
            ("<ul><li>一<li>二<ul><li>三</ul></ul>", "ul(li(一)li(二ul(li(三))))"),
            ("<table><tr><td>一<td>二<tr><td>三</table>", "table(tr(td(一)td(二))tr(td(三)))"),
            ("<table><td>一<table><tr><td>二</table>三</table>", "table(tr(td(一table(tr(td(二)))三)))"),
            ("<b>一<p>二</b>三", "b(一p(二))三"),
            ("a<br>b</br>c<o:p>d</o:p><!-- <p> -->e", "abr()bbr()cde"),
            ("<script>if (a</b>c) '</p>'</SCRIPT>甲<title>a<b></title>", "script()甲title(a<b>)"),
            ("&ldquo;甲&rdquo;&nbsp;&#20108;&amp;lt;", "“甲”\u{A0}二&lt;"),
            ("<![endif]-->甲<!-- ", "甲"),
        ] {
            assert_eq!(shown(source), tree, "{source}");
        }
    }

    #[test]
    fn no_page_grows_or_runs_deep() {
        let deep = Page::read(&"<div>".repeat(5_000)).unwrap();
        assert_eq!(deep.nodes.len(), 5_001);
        let damaged = format!("<p>{}{}", "<b><font>".repeat(400), "</p>x<p>".repeat(2_000));
        assert!(Page::read(&damaged).unwrap().nodes.len() < 5_000);
    }
}
