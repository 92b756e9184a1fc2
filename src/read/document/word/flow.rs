//! Blocks that are being read: the text itself, a cell, a text box.

use crate::read::document::gather::{Shape, Tally};
use crate::read::document::word::field::Field;
use crate::read::document::word::properties::ParagraphProperties;
use crate::read::document::word::styles::RunLook;
use crate::read::document::{Align, Block, BlockKind, Look, Paragraph, Place, Words};

/// A sequence of blocks that is being read.
#[derive(Debug, Default)]
pub struct Flow {
    /// The blocks that are whole.
    pub blocks: Vec<Block>,
    /// The paragraph that is open.
    pub open: Option<Draft>,
    /// Paragraphs whose end is deleted or hidden: the next goes on where they stop.
    pub carried: Option<Draft>,
    /// Whether the next block begins a page.
    pub begins_page: bool,
    /// Open fields. One may go over several paragraphs.
    pub fields: Vec<Field>,
}

/// A paragraph that is being read.
#[derive(Debug)]
pub struct Draft {
    /// Its place.
    pub place: Place,
    /// Its own properties.
    pub properties: ParagraphProperties,
    /// The look of a run that says nothing of its own.
    pub base: RunLook,
    /// Its words.
    pub words: Vec<Words>,
    /// How many characters have which look.
    looks: Tally,
    /// Whether a page begins with it, by a break before it.
    pub begins_page: bool,
    /// Whether a page break stands before all of its words.
    pub is_broken: bool,
    /// Whether it is the rest of a paragraph that a page break divides.
    pub is_rest: bool,
    /// Blocks of text boxes behind its first words.
    pub boxes: Vec<Block>,
}

fn shape(look: &RunLook) -> Shape {
    (look.typeface, look.half_points, look.is_red)
}

impl Draft {
    /// A paragraph without words.
    pub fn new(place: Place) -> Self {
        Self {
            place,
            properties: ParagraphProperties::default(),
            base: RunLook::default(),
            words: Vec::new(),
            looks: Tally::default(),
            begins_page: false,
            is_broken: false,
            is_rest: false,
            boxes: Vec::new(),
        }
    }

    /// Counts characters of a look.
    pub fn count(&mut self, text: &str, look: &RunLook) {
        self.looks.add(text, shape(look));
    }

    /// Takes over the words of paragraphs that go on in this one.
    pub fn put_before(&mut self, mut before: Self) {
        before.words.append(&mut self.words);
        self.words = before.words;
        before.looks.append(&mut self.looks);
        self.looks = before.looks;
        before.boxes.append(&mut self.boxes);
        self.boxes = before.boxes;
        self.begins_page |= before.begins_page;
        self.is_broken |= before.is_broken;
        self.place = before.place;
    }

    /// The paragraph, with its number and the properties that it and its style have together.
    pub fn finish(self, number: Option<(String, u8)>, all: &ParagraphProperties) -> (Block, Vec<Block>) {
        let (typeface, half_points, is_red) = self.looks.most().unwrap_or_else(|| shape(&self.base));
        let look = Look {
            typeface,
            half_points,
            align: all.align.unwrap_or(Align::Start),
            begins_page: self.begins_page || !self.is_rest && all.begins_page.unwrap_or_default(),
            heading: all.outline.filter(|level| *level < 9),
            is_red,
            is_indented: false,
        };
        let paragraph = Paragraph { number, words: self.words, look };
        (Block { place: self.place, kind: BlockKind::Paragraph(paragraph) }, self.boxes)
    }
}

/// Marks a block as the first of a page.
pub fn begin_page(block: &mut Block) {
    let paragraph = match &mut block.kind {
        BlockKind::Paragraph(paragraph) => Some(paragraph),
        BlockKind::Table(table) => table.cells.first_mut().and_then(|cell| cell.paragraphs.first_mut()),
    };
    if let Some(paragraph) = paragraph {
        paragraph.look.begins_page = true;
    }
}
