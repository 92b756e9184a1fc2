//! The content of a document: paragraphs and tables, written in the order that the schema wants (ECMA-376 part 1, 17.3
//! and 17.4).

use std::borrow::Cow;

use crate::render::docx::look::RunLook;
use crate::render::docx::measure::Twips;
use crate::render::docx::paragraph::ParagraphLook;
use crate::render::docx::picture::Picture;
use crate::render::docx::xml::{Value, Xml};

/// A part of the document that stands on lines of its own.
#[derive(Debug)]
pub enum Block<'t> {
    /// A paragraph.
    Paragraph(Paragraph<'t>),
    /// A table.
    Table(Table<'t>),
}

/// `w:p`.
#[derive(Debug, Default)]
pub struct Paragraph<'t> {
    /// Its look.
    pub look: ParagraphLook,
    /// Its words.
    pub runs: Vec<Run<'t>>,
}

/// A part of the words of a paragraph.
#[derive(Debug)]
pub enum Run<'t> {
    /// Words in one look; a line feed ends the line, a tab leads to the next place.
    Text(Cow<'t, str>, RunLook),
    /// Words that lead to an address, by the id of its relationship.
    Link(String, Vec<Run<'t>>),
    /// A picture.
    Picture(Picture),
    /// The number of the page.
    PageNumber(RunLook),
}

/// `w:tbl`.
#[derive(Debug)]
pub struct Table<'t> {
    /// The widths of its columns.
    pub widths: Vec<Twips>,
    /// The thickness of the rules around its cells, in eighths of a point; `None` without rules.
    pub rules: Option<u32>,
    /// The place of its upper left corner on the paper, if it is not in the flow of the text.
    pub place: Option<(Twips, Twips)>,
    /// Space of its cells beside, and above and below, their texts.
    pub margins: (Twips, Twips),
    /// Its rows.
    pub rows: Vec<Row<'t>>,
}

/// `w:tr`.
#[derive(Debug, Default)]
pub struct Row<'t> {
    /// The least height, and whether it is the greatest, too.
    pub height: Option<(Twips, bool)>,
    /// Whether the row is repeated on every page.
    pub is_head: bool,
    /// Whether the row may be divided over pages.
    pub divides: bool,
    /// Its cells.
    pub cells: Vec<Cell<'t>>,
}

/// `w:tc`.
#[derive(Debug)]
pub struct Cell<'t> {
    /// The column in which it begins.
    pub column: usize,
    /// Number of columns, at least 1.
    pub columns: usize,
    /// The joining with the cells above and below it.
    pub merge: Merge,
    /// The place of its words between top and bottom.
    pub place: Place,
    /// Whether its words are turned clockwise.
    pub turned: bool,
    /// Its paragraphs, at least one.
    pub paragraphs: Vec<Paragraph<'t>>,
}

/// `w:vMerge`: the joining of cells of several rows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Merge {
    /// None.
    #[default]
    None,
    /// The cell goes on in the row below it.
    Begins,
    /// The cell continues that of the row above it.
    Continues,
}

/// `w:vAlign`: the place of words in a cell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Place {
    /// At the top.
    #[default]
    Top,
    /// In the middle.
    Middle,
}

impl Block<'_> {
    /// Writes the block.
    pub fn write(&self, xml: &mut Xml) {
        match self {
            Self::Paragraph(paragraph) => paragraph.write(xml),
            Self::Table(table) => table.write(xml),
        }
    }
}

impl<'t> Paragraph<'t> {
    /// A paragraph of words in the look of its style.
    pub fn of(look: ParagraphLook, text: impl Into<Cow<'t, str>>) -> Self {
        Self { look, runs: vec![Run::Text(text.into(), RunLook::default())] }
    }

    /// Writes the paragraph.
    pub fn write(&self, xml: &mut Xml) {
        xml.element("w:p", &[], |xml| {
            self.look.write(xml);
            self.runs.iter().for_each(|run| run.write(xml));
        });
    }
}

impl Run<'_> {
    fn write(&self, xml: &mut Xml) {
        match self {
            Self::Text(text, look) => write_text(xml, text, look),
            Self::Link(id, runs) => xml.element("w:hyperlink", &[("r:id", id.as_str().into())], |xml| {
                for run in runs {
                    run.write(xml);
                }
            }),
            Self::Picture(picture) => xml.element("w:r", &[], |xml| picture.write(xml)),
            Self::PageNumber(look) => xml.element("w:fldSimple", &[("w:instr", " PAGE ".into())], |xml| {
                write_text(xml, "1", look);
            }),
        }
    }
}

/// Writes words as a run, with their line feeds and tabs as elements.
fn write_text(xml: &mut Xml, text: &str, look: &RunLook) {
    xml.element("w:r", &[], |xml| {
        look.write(xml);
        for (i, line) in text.split('\n').enumerate() {
            if i > 0 {
                xml.empty("w:br", &[]);
            }
            for (i, words) in line.split('\t').enumerate() {
                if i > 0 {
                    xml.empty("w:tab", &[]);
                }
                if !words.is_empty() {
                    xml.element("w:t", &[("xml:space", "preserve".into())], |xml| xml.text(words));
                }
            }
        }
    });
}

impl Table<'_> {
    /// Widths stand in the table, in its grid and in each cell: Word reads one of them, WPS another.
    fn write(&self, xml: &mut Xml) {
        xml.element("w:tbl", &[], |xml| {
            xml.element("w:tblPr", &[], |xml| self.write_look(xml));
            xml.element("w:tblGrid", &[], |xml| {
                for width in &self.widths {
                    xml.empty("w:gridCol", &[("w:w", (*width).into())]);
                }
            });
            for row in &self.rows {
                row.write(xml, &self.widths);
            }
        });
    }

    fn write_look(&self, xml: &mut Xml) {
        if let Some((left, top)) = self.place {
            let place = [("w:tblpX", left.into()), ("w:tblpY", top.into())];
            let anchors = [("w:vertAnchor", "page".into()), ("w:horzAnchor", "page".into())];
            xml.empty("w:tblpPr", &[anchors, place].concat());
        }
        let width: Twips = self.widths.iter().sum();
        xml.empty("w:tblW", &[("w:w", width.into()), ("w:type", "dxa".into())]);
        if self.place.is_none() {
            xml.value("w:jc", "center");
        }
        if let Some(thickness) = self.rules {
            xml.element("w:tblBorders", &[], |xml| {
                for side in ["w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"] {
                    let line = [("w:val", "single".into()), ("w:sz", thickness.into())];
                    let rest = [("w:space", 0.into()), ("w:color", "auto".into())];
                    xml.empty(side, &[line, rest].concat());
                }
            });
        }
        xml.empty("w:tblLayout", &[("w:type", "fixed".into())]);
        xml.element("w:tblCellMar", &[], |xml| {
            let (beside, above) = self.margins;
            for (name, width) in
                [("w:top", above), ("w:left", beside), ("w:bottom", above), ("w:right", beside)]
            {
                xml.empty(name, &[("w:w", width.into()), ("w:type", "dxa".into())]);
            }
        });
    }
}

impl Row<'_> {
    fn write(&self, xml: &mut Xml, widths: &[Twips]) {
        xml.element("w:tr", &[], |xml| {
            xml.filled("w:trPr", |xml| {
                if !self.divides {
                    xml.empty("w:cantSplit", &[]);
                }
                if let Some((height, exact)) = self.height {
                    let rule = if exact { "exact" } else { "atLeast" };
                    xml.empty("w:trHeight", &[("w:val", height.into()), ("w:hRule", rule.into())]);
                }
                if self.is_head {
                    xml.empty("w:tblHeader", &[]);
                }
            });
            for cell in &self.cells {
                cell.write(xml, widths);
            }
        });
    }
}

impl Cell<'_> {
    fn write(&self, xml: &mut Xml, widths: &[Twips]) {
        let width: Twips = widths[self.column..self.column + self.columns].iter().sum();
        xml.element("w:tc", &[], |xml| {
            xml.element("w:tcPr", &[], |xml| {
                xml.empty("w:tcW", &[("w:w", width.into()), ("w:type", "dxa".into())]);
                if self.columns > 1 {
                    xml.value("w:gridSpan", u32::try_from(self.columns).unwrap_or(u32::MAX));
                }
                match self.merge {
                    Merge::None => {}
                    Merge::Begins => xml.value("w:vMerge", "restart"),
                    Merge::Continues => xml.value("w:vMerge", "continue"),
                }
                if self.turned {
                    xml.value("w:textDirection", "tbRl");
                }
                if self.place == Place::Middle {
                    xml.value("w:vAlign", Value::from("center"));
                }
            });
            self.paragraphs.iter().for_each(|paragraph| paragraph.write(xml));
        });
    }
}
