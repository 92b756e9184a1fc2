//! How paragraphs look. Writing each from its struct fixes the order of elements, which the schema prescribes (ECMA-376
//! part 1, 17.3.1).

use crate::render::docx::look::Style;
use crate::render::docx::measure::Twips;
use crate::render::docx::section::Section;
use crate::render::docx::xml::Xml;

/// `w:framePr`: a paragraph that stands at a place of the paper.
#[derive(Clone, Copy, Debug)]
pub struct Frame {
    /// Its left edge.
    pub left: Twips,
    /// Its top edge.
    pub top: Twips,
    /// Its width.
    pub width: Twips,
}

/// `w:pBdr`: a rule along a paragraph.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// Whether it is above the paragraph and not below it.
    pub above: bool,
    /// The kind of line.
    pub line: &'static str,
    /// The thickness in eighths of a point.
    pub thickness: u32,
    /// The distance from the text in points.
    pub distance: u32,
    /// The colour.
    pub colour: &'static str,
}

/// `w:tab`: a place to which a tab leads.
#[derive(Clone, Copy, Debug)]
pub struct Tab {
    /// Its distance from the left edge of the text.
    pub at: Twips,
    /// Whether words end there and do not begin there.
    pub right: bool,
}

/// `w:ind`: the indents of a paragraph.
#[derive(Clone, Copy, Debug, Default)]
pub struct Indent {
    /// Of all lines at the left.
    pub left: Twips,
    /// Of all lines at the right.
    pub right: Twips,
    /// Of the first line against the others; a hanging one is less than 0.
    pub first: Twips,
    /// Of the first line in hundredths of a letter, which Word prefers.
    pub first_characters: Option<u32>,
}

/// The alignment of lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    Left,
    /// In the middle.
    Center,
    /// At the right.
    Right,
    /// At both edges.
    Both,
    /// At both edges, the last line, too.
    Distribute,
}

/// The habits of lines that Word has by itself and that a style takes back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Habit {
    /// No two lines of a paragraph are kept together, for a page would have fewer than 22 lines; no mark hangs over the
    /// edge of the text area.
    Page,
    /// No space stands between letters and digits, which takes room that was not counted.
    Cell,
}

/// `w:spacing`: the height of each line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineHeight {
    /// Exactly so high.
    Exact(Twips),
    /// As high as what stands in it.
    Auto,
}

/// `w:pPr`: the look of a paragraph.
#[derive(Clone, Debug, Default)]
pub struct ParagraphLook {
    /// The style; the plain one without a name.
    pub style: Option<Style>,
    /// Whether the next paragraph stands on the same page.
    pub keep_next: bool,
    /// Whether it begins a page.
    pub begins_page: bool,
    /// Its place, if it is not in the flow of the text.
    pub frame: Option<Frame>,
    /// A rule along it.
    pub rule: Option<Rule>,
    /// Its tabs.
    pub tabs: Vec<Tab>,
    /// The habits of its lines.
    pub habit: Option<Habit>,
    /// Whether its lines follow the grid of the page.
    pub follows_grid: Option<bool>,
    /// The height of each line.
    pub line: Option<LineHeight>,
    /// Indents.
    pub indent: Option<Indent>,
    /// Alignment.
    pub align: Option<Align>,
    /// The level in the outline, from 0.
    pub outline: Option<u32>,
    /// The section that ends with the paragraph.
    pub section: Option<Section>,
}

impl ParagraphLook {
    /// A paragraph of that style.
    pub fn of(style: Style) -> Self {
        Self { style: Some(style), ..Self::default() }
    }

    /// Writes the element, left out where it would say nothing.
    pub fn write(&self, xml: &mut Xml) {
        xml.filled("w:pPr", |xml| self.write_content(xml));
    }

    /// The elements within.
    pub fn write_content(&self, xml: &mut Xml) {
        if let Some(style) = self.style {
            xml.value("w:pStyle", style.id());
        }
        if self.keep_next {
            xml.empty("w:keepNext", &[]);
        }
        if self.begins_page {
            xml.empty("w:pageBreakBefore", &[]);
        }
        if let Some(frame) = self.frame {
            frame.write(xml);
        }
        if self.habit == Some(Habit::Page) {
            xml.value("w:widowControl", 0);
        }
        if let Some(rule) = self.rule {
            xml.filled("w:pBdr", |xml| rule.write(xml));
        }
        xml.filled("w:tabs", |xml| {
            for tab in &self.tabs {
                let kind = if tab.right { "right" } else { "left" };
                xml.empty("w:tab", &[("w:val", kind.into()), ("w:pos", tab.at.into())]);
            }
        });
        match self.habit {
            Some(Habit::Page) => xml.value("w:overflowPunct", 0),
            Some(Habit::Cell) => {
                xml.value("w:autoSpaceDE", 0);
                xml.value("w:autoSpaceDN", 0);
            }
            None => {}
        }
        if let Some(follows) = self.follows_grid {
            xml.value("w:snapToGrid", follows);
        }
        if let Some(line) = self.line {
            let (height, rule) = match line {
                LineHeight::Exact(height) => (height, "exact"),
                LineHeight::Auto => (240, "auto"),
            };
            xml.empty("w:spacing", &[("w:line", height.into()), ("w:lineRule", rule.into())]);
        }
        if let Some(indent) = self.indent {
            indent.write(xml);
        }
        if let Some(align) = self.align {
            xml.value("w:jc", align.word());
        }
        if let Some(level) = self.outline {
            xml.value("w:outlineLvl", level);
        }
        if let Some(section) = self.section {
            section.write(xml);
        }
    }
}

impl Align {
    /// Its value of `w:jc`.
    fn word(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Center => "center",
            Self::Right => "right",
            Self::Both => "both",
            Self::Distribute => "distribute",
        }
    }
}

impl Frame {
    fn write(self, xml: &mut Xml) {
        xml.empty(
            "w:framePr",
            &[
                ("w:w", self.width.into()),
                ("w:wrap", "around".into()),
                ("w:vAnchor", "page".into()),
                ("w:hAnchor", "page".into()),
                ("w:x", self.left.into()),
                ("w:y", self.top.into()),
            ],
        );
    }
}

impl Rule {
    fn write(self, xml: &mut Xml) {
        xml.empty(
            if self.above { "w:top" } else { "w:bottom" },
            &[
                ("w:val", self.line.into()),
                ("w:sz", self.thickness.into()),
                ("w:space", self.distance.into()),
                ("w:color", self.colour.into()),
            ],
        );
    }
}

impl Indent {
    fn write(self, xml: &mut Xml) {
        let mut attributes = vec![("w:left", self.left.into()), ("w:right", self.right.into())];
        if self.first < 0 {
            attributes.push(("w:hanging", (-self.first).into()));
        } else {
            // Word keeps the letters of a style's indent unless they are taken back.
            attributes.push(("w:firstLineChars", self.first_characters.unwrap_or(0).into()));
            attributes.push(("w:firstLine", self.first.into()));
        }
        xml.empty("w:ind", &attributes);
    }
}
