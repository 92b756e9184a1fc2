//! Properties of runs and paragraphs as they are written, in the text or in a style.

use crate::read::document::fault::Fault;
use crate::read::document::raised::Raised;
use crate::read::document::word::face::Face;
use crate::read::document::word::xml::{Tag, Xml};
use crate::read::document::{Align, Typeface};

/// Properties of a run; `None` where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct RunProperties {
    /// The id of a style of characters.
    pub style: Option<String>,
    /// The typeface of Han characters.
    pub han: Option<Face>,
    /// The typeface of Latin letters.
    pub latin: Option<Face>,
    /// The size.
    pub half_points: Option<u16>,
    /// Whether it is bold.
    pub is_bold: Option<bool>,
    /// Whether it is hidden.
    pub is_hidden: Option<bool>,
    /// Whether it is struck through.
    pub is_struck: Option<bool>,
    /// Whether it is red.
    pub is_red: Option<bool>,
    /// Its height beside the line.
    pub raised: Option<Raised>,
    /// Whether the end of the paragraph to which these belong was deleted while changes were tracked.
    pub is_deleted: bool,
}

/// Properties of a paragraph; `None` where nothing is said.
#[derive(Clone, Debug, Default)]
pub struct ParagraphProperties {
    /// The id of its style.
    pub style: Option<String>,
    /// The id of its automatic numbers; 0 switches them off.
    pub number: Option<u32>,
    /// The level of its automatic numbers, from 0.
    pub level: Option<u8>,
    /// Its alignment.
    pub align: Option<Align>,
    /// Whether a page begins with it.
    pub begins_page: Option<bool>,
    /// Its level in the outline, from 0; 9 for text.
    pub outline: Option<u8>,
    /// The properties of its end.
    pub mark: RunProperties,
    /// The section that ends with it.
    pub section: Option<Section>,
}

/// A section of a document.
#[derive(Clone, Debug, Default)]
pub struct Section {
    /// Whether it begins where the one before it ends, on the same page.
    pub is_continuous: bool,
    /// Relationships of its heads and feet of pages.
    pub edges: Vec<String>,
}

/// The most heads and feet that a section has: first, odd and even pages.
const EDGES: usize = 6;

impl RunProperties {
    /// Reads the content of `rPr`.
    pub fn read(xml: &mut Xml<'_>) -> Result<Self, Fault> {
        let mut properties = Self::default();
        while let Some(tag) = xml.child()? {
            properties.take(&tag);
            xml.skip()?;
        }
        Ok(properties)
    }

    fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "rStyle" => self.style = tag.val().map(Into::into),
            "rFonts" => {
                self.han = face(tag, "eastAsia", "eastAsiaTheme");
                self.latin = face(tag, "ascii", "asciiTheme");
            }
            "sz" => self.half_points = tag.number(),
            "b" => self.is_bold = Some(tag.is_on()),
            "vanish" => self.is_hidden = Some(tag.is_on()),
            "strike" | "dstrike" => self.is_struck = Some(tag.is_on()),
            "vertAlign" => {
                self.raised = Some(match tag.val().as_deref() {
                    Some("superscript") => Raised::Superscript,
                    Some("subscript") => Raised::Subscript,
                    _ => Raised::Baseline,
                });
            }
            "color" => self.is_red = Some(tag.val().is_some_and(|color| is_red(&color))),
            "del" | "moveFrom" => self.is_deleted = true,
            _ => {}
        }
    }

    /// Takes over what other properties say.
    pub fn put(&mut self, over: &Self) {
        self.han = over.han.or(self.han);
        self.latin = over.latin.or(self.latin);
        self.half_points = over.half_points.or(self.half_points);
        self.is_bold = over.is_bold.or(self.is_bold);
        self.is_hidden = over.is_hidden.or(self.is_hidden);
        self.is_struck = over.is_struck.or(self.is_struck);
        self.is_red = over.is_red.or(self.is_red);
        self.raised = over.raised.or(self.raised);
    }
}

/// A typeface of one kind of letters. One of the theme counts before a named one, and is that of texts or headings of
/// Office: none of those of a paper.
fn face(tag: &Tag<'_>, name: &str, theme: &str) -> Option<Face> {
    if tag.get(theme).is_some() {
        return Some(Face { typeface: Typeface::Other, symbols: None });
    }
    tag.get(name).map(|name| Face::of(&name))
}

/// Whether a colour, six hexadecimal digits, is seen as red.
fn is_red(color: &str) -> bool {
    let Ok(number) = u32::from_str_radix(color, 16) else { return false };
    let [_, red, green, blue] = number.to_be_bytes();
    color.len() == 6 && red >= 0xB0 && green <= 0x40 && blue <= 0x40
}

impl ParagraphProperties {
    /// Reads the content of `pPr`.
    pub fn read(xml: &mut Xml<'_>) -> Result<Self, Fault> {
        let mut properties = Self::default();
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "rPr" => {
                    properties.mark = RunProperties::read(xml)?;
                    continue;
                }
                "numPr" => {
                    properties.numbers(xml)?;
                    continue;
                }
                "sectPr" => {
                    properties.section = Some(Section::read(xml)?);
                    continue;
                }
                _ => properties.take(&tag),
            }
            xml.skip()?;
        }
        Ok(properties)
    }

    fn take(&mut self, tag: &Tag<'_>) {
        match tag.name() {
            "pStyle" => self.style = tag.val().map(Into::into),
            "jc" => self.align = tag.val().map(|value| align(&value)),
            "pageBreakBefore" => self.begins_page = Some(tag.is_on()),
            "outlineLvl" => self.outline = tag.number(),
            _ => {}
        }
    }

    fn numbers(&mut self, xml: &mut Xml<'_>) -> Result<(), Fault> {
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "numId" => self.number = tag.number(),
                "ilvl" => self.level = tag.number(),
                _ => {}
            }
            xml.skip()?;
        }
        Ok(())
    }

    /// Takes over what other properties say.
    pub fn put(&mut self, over: &Self) {
        self.number = over.number.or(self.number);
        self.level = over.level.or(self.level);
        self.align = over.align.or(self.align);
        self.begins_page = over.begins_page.or(self.begins_page);
        self.outline = over.outline.or(self.outline);
    }
}

fn align(value: &str) -> Align {
    match value {
        "center" => Align::Center,
        "right" | "end" => Align::End,
        _ => Align::Start,
    }
}

impl Section {
    /// Reads the content of `sectPr`.
    pub fn read(xml: &mut Xml<'_>) -> Result<Self, Fault> {
        let mut section = Self::default();
        while let Some(tag) = xml.child()? {
            match tag.name() {
                "type" => {
                    section.is_continuous = matches!(tag.val().as_deref(), Some("continuous" | "nextColumn"));
                }
                "headerReference" | "footerReference" if section.edges.len() < EDGES => {
                    section.edges.extend(tag.get("id").map(String::from));
                }
                _ => {}
            }
            xml.skip()?;
        }
        Ok(section)
    }
}
