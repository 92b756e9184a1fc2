//! The look of words on a page, as far as its elements and their own styles say; style sheets are not read.

use crate::read::document::page::tree::{Node, is_block};
use crate::read::document::raised::Raised;
use crate::read::document::word::Face;
use crate::read::document::{Align, Typeface};

/// The state that an element hands on to its content.
#[derive(Clone, Copy, Debug, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a property of its own")]
pub struct State {
    pub typeface: Typeface,
    pub half_points: Option<u16>,
    pub align: Align,
    pub heading: Option<u8>,
    pub is_bold: bool,
    pub is_red: bool,
    pub is_struck: bool,
    /// Superscript or subscript.
    pub raised: Option<Raised>,
    /// Whether line ends stay line ends.
    pub is_pre: bool,
    /// Whether blocks within it stand in its lines.
    pub is_run_in: bool,
    /// Whether it stands above a table.
    pub is_caption: bool,
    /// The link around it.
    pub link: Option<usize>,
}

/// Manner in which an element stands among others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// Within a line.
    Inline,
    /// On a line of its own within the paragraph.
    Line,
    /// As a paragraph, or around paragraphs.
    Block,
}

/// Classes of our own pages whose elements are lines of their own.
const LINES: [&str; 2] = ["line", "table-name"];

impl State {
    /// The state within an element.
    pub fn within(mut self, at: usize, node: &Node, stand: Stand) -> Self {
        self.is_caption |= node.name == "caption";
        match node.name.as_str() {
            "b" | "strong" => self.is_bold = true,
            "s" | "strike" | "del" => self.is_struck = true,
            "sup" => self.raised = Some(Raised::Superscript),
            "sub" => self.raised = Some(Raised::Subscript),
            "center" => self.align = Align::Center,
            "pre" => self.is_pre = true,
            "a" => self.link = Some(at),
            // One in a line with other words is only their beginning.
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" if stand == Stand::Block => {
                self.heading = node.name[1..].parse::<u8>().ok().map(|level| level - 1);
            }
            "font" => {
                self.typeface = node.get("face").map_or(self.typeface, |face| Face::of(face).typeface);
                self.is_red = node.get("color").map_or(self.is_red, is_red);
            }
            "td" | "th" => self.is_bold = false,
            _ => {}
        }
        if let Some(align) = node.style("text-align").or(node.get("align").map(str::to_lowercase)) {
            self.align = match align.as_str() {
                "center" => Align::Center,
                "right" | "end" => Align::End,
                _ => Align::Start,
            };
        }
        if let Some(family) = node.style("font-family") {
            let faces = family.split(',').map(|name| Face::of(name).typeface);
            self.typeface = faces.into_iter().find(|face| *face != Typeface::Other).unwrap_or_default();
        }
        if let Some(size) = node.style("font-size") {
            self.half_points = half_points(&size).or(self.half_points);
        }
        if let Some(weight) = node.style("font-weight") {
            self.is_bold =
                weight.starts_with("bold") || weight.parse().is_ok_and(|weight: u32| weight >= 600);
        }
        if let Some(color) = node.style("color") {
            self.is_red = is_red(&color);
        }
        self.is_struck |= node.style("text-decoration").is_some_and(|value| value.contains("line-through"));
        self.is_run_in |= node.has_class("run-in");
        self
    }

    /// How an element stands in this state around it.
    pub fn stand(&self, node: &Node) -> Stand {
        let display = node.style("display");
        let is_line = display.as_deref() == Some("block") && !is_block(&node.name)
            || LINES.iter().any(|class| node.has_class(class));
        match display.as_deref() {
            Some("inline" | "inline-block") => Stand::Inline,
            _ if is_line && self.is_caption => Stand::Block,
            _ if is_line => Stand::Line,
            _ if self.is_run_in => Stand::Inline,
            _ if is_block(&node.name) || node.has_class("unit") => Stand::Block,
            _ => Stand::Inline,
        }
    }
}

/// A size in half points: `16pt`, `22px`.
fn half_points(size: &str) -> Option<u16> {
    let split = size.find(|c: char| !c.is_ascii_digit() && c != '.')?;
    let (number, unit) = (size[..split].parse::<f32>().ok()?, size[split..].trim());
    let points = match unit {
        "pt" => number,
        "px" => number * 0.75,
        _ => return None,
    };
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "the range is checked")]
    (0.5..=1_000.0).contains(&points).then(|| (points * 2.0).round() as u16)
}

/// Whether a colour is seen as red.
fn is_red(color: &str) -> bool {
    let color = color.trim().to_lowercase();
    let numbers: Vec<u32> = match color.strip_prefix('#') {
        Some(digits) if digits.len() == 6 && digits.is_ascii() => {
            (0..3).filter_map(|i| u32::from_str_radix(&digits[2 * i..2 * i + 2], 16).ok()).collect()
        }
        _ => color.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect(),
    };
    color == "red" || color == "#f00" || matches!(numbers[..], [0xB0..=0xFF, 0..=0x40, 0..=0x40])
}

#[cfg(test)]
mod tests {
    use super::{half_points, is_red};

    #[test]
    fn sizes_and_colours() {
        assert_eq!(
            ["16pt", "22px", "10.5pt", "1.3em", "", "9999pt"].map(half_points),
            [Some(32), Some(33), Some(21), None, None, None]
        );
        let red = ["red", "#FF0000", "rgb(204, 0, 0)", "#f00", "#333", "black", "", "#一二"].map(is_red);
        assert_eq!(red, [true, true, true, true, false, false, false, false]);
    }
}
