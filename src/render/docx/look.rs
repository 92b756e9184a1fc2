//! How runs look, and the styles of paragraphs. Writing each from its struct fixes the order of elements, which the schema prescribes
//! (ECMA-376 part 1, 17.3).

use crate::render::docx::measure::{Font, Twips};
use crate::render::docx::xml::{Value, Xml};

/// `w:rPr`: the look of a run.
#[derive(Clone, Copy, Debug, Default)]
pub struct RunLook {
    /// The font; that of the paragraph's style without one.
    pub font: Option<Font>,
    /// Bold.
    pub bold: bool,
    /// The colour, as `RRGGBB`.
    pub colour: Option<&'static str>,
    /// Widening of each letter.
    pub spacing: Option<Twips>,
    /// The size in half points.
    pub size: Option<u32>,
}

impl RunLook {
    /// The look of a style in that font and size.
    pub fn of(font: Font, size: u32) -> Self {
        Self { font: Some(font), size: Some(size), spacing: Some(0), ..Self::default() }
    }

    /// This look in that font.
    pub fn with(self, font: Font) -> Self {
        Self { font: Some(font), ..self }
    }

    /// Writes the element, left out where it would say nothing.
    pub fn write(&self, xml: &mut Xml) {
        xml.filled("w:rPr", |xml| self.write_content(xml));
    }

    /// The elements within. Quotation marks, dashes and dots are Chinese: without the hint Word takes them from a Latin
    /// font.
    pub fn write_content(&self, xml: &mut Xml) {
        let hint = ("w:hint", Value::from("eastAsia"));
        match self.font {
            None => xml.empty("w:rFonts", &[hint]),
            Some(font) => {
                let name = Value::from(font.name());
                let named = [("w:ascii", name), ("w:eastAsia", name), ("w:hAnsi", name), ("w:cs", name)];
                xml.empty("w:rFonts", &[&[hint], named.as_slice()].concat());
            }
        }
        if self.bold {
            xml.empty("w:b", &[]);
        }
        if let Some(colour) = self.colour {
            xml.value("w:color", colour);
        }
        if let Some(spacing) = self.spacing {
            xml.value("w:spacing", spacing);
        }
        if let Some(size) = self.size {
            xml.value("w:sz", size);
            xml.value("w:szCs", size);
        }
    }
}

/// The styles of paragraphs, under the names that Word knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// 正文: a paragraph whose first line begins two letters in.
    Body,
    /// A heading, by its level from 0.
    Heading(usize),
    /// 标题.
    Title,
    /// 主送.
    Addressee,
    /// 发文机关署名.
    Signature,
    /// 成文日期.
    Date,
    /// Words in the cell of a table.
    Cell,
    /// The head of a page.
    Header,
    /// The foot of a page.
    Footer,
}

impl Style {
    /// The id in the file.
    pub fn id(self) -> &'static str {
        match self {
            Self::Body => "BodyText",
            Self::Heading(0) => "Heading1",
            Self::Heading(1) => "Heading2",
            Self::Heading(2) => "Heading3",
            Self::Heading(_) => "Heading4",
            Self::Title => "Title",
            Self::Addressee => "Salutation",
            Self::Signature => "Signature",
            Self::Date => "Date",
            Self::Cell => "TableText",
            Self::Header => "Header",
            Self::Footer => "Footer",
        }
    }
}
