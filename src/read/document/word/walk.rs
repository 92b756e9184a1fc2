//! The way through `document.xml`, element by element, with what is open at each place.
//!
//! Most elements only stand around others and need nothing: tracked insertions, controls, tags. So there is no
//! function for each element that calls that of its children, and no depth of elements fills the stack.

use std::collections::BTreeMap;

use crate::read::document::fault::Fault;
use crate::read::document::limits::Budget;
use crate::read::document::word::Parts;
use crate::read::document::word::counter::Counters;
use crate::read::document::word::drawing::Drawing;
use crate::read::document::word::field::Field;
use crate::read::document::word::flow::Flow;
use crate::read::document::word::properties::{ParagraphProperties, RunProperties, Section};
use crate::read::document::word::styles::RunLook;
use crate::read::document::word::table::TableDraft;
use crate::read::document::word::xml::{Event, Space, Tag, Xml};
use crate::read::document::{Document, LeftOutKind, Place};
use crate::read::package::Package;

/// An open element: what its end has to do.
#[derive(Debug)]
pub enum Frame {
    /// Nothing.
    Plain,
    Paragraph,
    /// With the look before it.
    Run(RunLook),
    Inserted,
    Deleted,
    Link,
    Field,
    /// Alternatives, and whether one was taken.
    Alternatives(bool),
    Table,
    Row,
    Cell,
    /// With the look before it.
    TextBox(RunLook),
    Drawing,
}

/// The state of the way.
pub struct Walk<'w, 'b> {
    pub package: &'w mut Package<'b>,
    pub parts: &'w Parts,
    pub budget: Budget,
    pub document: Document,
    pub counters: Counters,
    /// The text, and the cells and text boxes that are open in it.
    pub flows: Vec<Flow>,
    pub frames: Vec<Frame>,
    pub tables: Vec<TableDraft>,
    pub drawings: Vec<Drawing>,
    /// The look of the run that is open.
    pub run: RunLook,
    /// Addresses of links that are open.
    pub links: Vec<Option<String>>,
    /// How many deletions, insertions, hidden rows and text boxes are open.
    pub deleted: usize,
    pub inserted: usize,
    pub hidden: usize,
    pub boxes: usize,
    /// Paragraphs so far, those of text boxes left out.
    pub count: u32,
    /// Kinds of content that go on from the last text, with their index in the document.
    pub told: Vec<(LeftOutKind, usize)>,
    /// Index of the first block of the section.
    pub section: usize,
    /// Relationships of heads and feet of pages, with the place of the first section that has them.
    pub edges: BTreeMap<String, Place>,
    /// Texts of comments and notes that were not told yet.
    pub asides: [BTreeMap<String, String>; 3],
    /// Index of each picture, by its part; `None` for one that cannot be shown.
    pub pictures: BTreeMap<String, Option<usize>>,
}

impl Walk<'_, '_> {
    /// Goes through the whole part.
    pub fn run(&mut self, xml: &mut Xml<'_>) -> Result<(), Fault> {
        self.flows.push(Flow::default());
        loop {
            match xml.next()? {
                Event::Open(tag) => {
                    if let Some(frame) = self.open(xml, &tag)? {
                        self.frames.push(frame);
                    }
                }
                Event::Close => self.close()?,
                Event::Text(_) => {}
                Event::End => break,
            }
        }
        self.document.blocks = self.end_flow()?;
        Ok(())
    }

    /// The place where the way is.
    pub fn place(&self) -> Place {
        Place::Paragraph(self.count.max(1))
    }

    /// The innermost sequence of blocks.
    pub fn flow(&mut self) -> &mut Flow {
        if self.flows.is_empty() {
            self.flows.push(Flow::default());
        }
        let last = self.flows.len() - 1;
        &mut self.flows[last]
    }

    /// Takes an element's beginning. `None` where all of it has been read.
    fn open(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<Option<Frame>, Fault> {
        match (tag.space, tag.name()) {
            (Space::Word, name) => self.open_word(xml, name, tag),
            (Space::Math, "oMath") => {
                let text = xml.text_of("t")?;
                self.tell(LeftOutKind::Object, &text)?;
                Ok(None)
            }
            (Space::Math, _) => Ok(Some(Frame::Plain)),
            (Space::Compatibility, "AlternateContent") => Ok(Some(Frame::Alternatives(false))),
            (Space::Compatibility, "Choice" | "Fallback") => self.open_alternative(xml, tag),
            (_, name) => {
                self.open_drawn(name, tag)?;
                Ok(Some(Frame::Plain))
            }
        }
    }

    /// The first alternative that is understood, and no other.
    fn open_alternative(&mut self, xml: &mut Xml<'_>, tag: &Tag<'_>) -> Result<Option<Frame>, Fault> {
        let needed = tag.get("Requires").unwrap_or_default();
        let is_known = needed.split_whitespace().all(|name| KNOWN.contains(&name));
        match self.frames.last_mut() {
            Some(Frame::Alternatives(is_taken)) if !*is_taken && is_known => {
                *is_taken = true;
                Ok(Some(Frame::Plain))
            }
            _ => {
                xml.skip()?;
                Ok(None)
            }
        }
    }

    fn open_word(&mut self, xml: &mut Xml<'_>, name: &str, tag: &Tag<'_>) -> Result<Option<Frame>, Fault> {
        let frame = match name {
            "p" if self.flow().open.is_none() => {
                self.open_paragraph()?;
                Frame::Paragraph
            }
            "r" => {
                let base = self.flow().open.as_ref().map(|draft| draft.base).unwrap_or_default();
                Frame::Run(std::mem::replace(&mut self.run, base))
            }
            "ins" | "moveTo" => {
                self.inserted += 1;
                Frame::Inserted
            }
            "del" | "moveFrom" => {
                self.deleted += 1;
                Frame::Deleted
            }
            "hyperlink" => {
                let url = tag.get("id").and_then(|id| self.parts.address(&id));
                self.links.push(url);
                Frame::Link
            }
            "fldSimple" => {
                self.open_field(Field::of(tag.get("instr").as_deref().unwrap_or_default()));
                Frame::Field
            }
            "txbxContent" => self.open_box(),
            "drawing" | "pict" | "object" => self.open_drawing(name),
            "tbl" | "tr" | "tc" => self.open_of_table(name)?,
            "pPr" | "rPr" | "trPr" | "tcPr" | "sectPr" => return self.open_properties(xml, name),
            "sdtPr" | "sdtEndPr" | "customXmlPr" | "smartTagPr" | "rubyPr" | "tblPr" | "tblPrEx"
            | "tblGrid" => {
                xml.skip()?;
                return Ok(None);
            }
            _ => return self.open_content(xml, name, tag),
        };
        Ok(Some(frame))
    }

    /// Reads the properties of the element that is open; those of any other element are passed.
    fn open_properties(&mut self, xml: &mut Xml<'_>, name: &str) -> Result<Option<Frame>, Fault> {
        match (name, self.frames.last()) {
            ("pPr", Some(Frame::Paragraph)) => {
                let properties = ParagraphProperties::read(xml)?;
                self.set_paragraph(properties);
            }
            ("rPr", Some(Frame::Run(_))) => {
                let own = RunProperties::read(xml)?;
                let parts = self.parts;
                if let Some(draft) = &self.flow().open {
                    let style = parts.styles.of(&draft.properties);
                    self.run = parts.styles.look(style, &own);
                }
            }
            ("trPr", Some(Frame::Row)) => self.set_row(xml)?,
            ("tcPr", Some(Frame::Cell)) => self.set_cell(xml)?,
            ("sectPr", _) => {
                let section = Section::read(xml)?;
                if self.flows.len() == 1 {
                    self.end_section(section);
                }
            }
            _ => xml.skip()?,
        }
        Ok(None)
    }

    fn close(&mut self) -> Result<(), Fault> {
        match self.frames.pop().unwrap_or(Frame::Plain) {
            Frame::Plain | Frame::Alternatives(_) => {}
            Frame::Paragraph => self.close_paragraph()?,
            Frame::Run(before) => self.run = before,
            Frame::Inserted => self.inserted -= 1,
            Frame::Deleted => self.deleted -= 1,
            Frame::Link => {
                self.links.pop();
            }
            Frame::Field => self.close_field()?,
            Frame::Table => self.close_table()?,
            Frame::Row => self.close_row()?,
            Frame::Cell => self.close_cell()?,
            Frame::TextBox(before) => {
                self.run = before;
                self.close_box()?;
            }
            Frame::Drawing => self.close_drawing()?,
        }
        Ok(())
    }
}

/// Extensions of Word whose content is understood, by the prefixes that all programs use for them.
const KNOWN: [&str; 12] =
    ["wps", "wpg", "wpc", "wp14", "w14", "w15", "w16", "w16se", "a14", "wp", "pic", "v"];
