//! 文件: a paper from outside as paragraphs and tables in their order, before anybody guesses what they are.
//!
//! Word documents, saved pages and plain texts are read into one [`Document`]; [`read::import`](crate::read::import)
//! makes a notice of it. The text is what the program that wrote the file shows: numbers that are counted
//! automatically are there, deleted and hidden words are not. What was left out is said in [`Document::left_out`].

mod fault;
mod gather;
mod limits;
mod open;
mod page;
mod raised;
mod text;
mod word;

pub use fault::{Fault, FaultKind, Problem};
pub use limits::Limits;
pub use open::{is_word, read};
pub(in crate::read) use page::labels::{below_title, is_of_site};

/// A paper from outside.
#[derive(Debug, Default)]
pub struct Document {
    /// Paragraphs and tables, in reading order.
    pub blocks: Vec<Block>,
    /// Pictures, in the order in which the words name them.
    pub pictures: Vec<Picture>,
    /// Labels and values beside the text: 索引号、发布机构 of a portal's page, its meta tags.
    pub fields: Vec<Field>,
    /// Content of the file that is not in the blocks.
    pub left_out: Vec<LeftOut>,
}

/// A paragraph or table.
#[derive(Debug)]
pub struct Block {
    /// Its place in the file.
    pub place: Place,
    /// Its content.
    pub kind: BlockKind,
}

/// The kinds of blocks.
#[derive(Debug)]
pub enum BlockKind {
    /// A paragraph. One without words is kept: it may divide parts.
    Paragraph(Paragraph),
    /// A table.
    Table(Table),
}

/// The place of a block: what a person counts in the program that shows the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Place {
    /// A paragraph of the text, from 1; those in tables are counted where they stand.
    Paragraph(u32),
    /// A line of the file, from 1.
    Line(u32),
}

/// A paragraph.
#[derive(Clone, Debug, Default)]
pub struct Paragraph {
    /// The number that the program counts, as it is shown (`一、`, `（一）`, `1.`), and its level from 0.
    pub number: Option<(String, u8)>,
    /// Its words.
    pub words: Vec<Words>,
    /// Its look.
    pub look: Look,
}

/// A part of the words of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Words {
    /// Words that look alike. A tab is a tab.
    Text {
        /// The words.
        text: String,
        /// Whether they are bold.
        is_bold: bool,
    },
    /// Words with an address.
    Link {
        /// The address.
        url: String,
        /// The words.
        text: String,
    },
    /// The end of a line within the paragraph.
    LineBreak,
    /// A picture, by its index.
    Picture(usize),
}

/// The look of most of a paragraph's words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// The typeface.
    pub typeface: Typeface,
    /// The size in half points; `None` where the file does not say.
    pub half_points: Option<u16>,
    /// The alignment.
    pub align: Align,
    /// Whether it begins a page.
    pub begins_page: bool,
    /// The level of a heading by style or tag, from 0.
    pub heading: Option<u8>,
    /// Whether its words are red, as those of a head (版头) are.
    pub is_red: bool,
    /// Whether spaces typed before it indent it, as a paragraph begins.
    pub is_indented: bool,
}

/// The typefaces that tell the parts of a paper apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Typeface {
    /// Any other, or not known.
    #[default]
    Other,
    /// 小标宋: titles.
    TitleSong,
    /// 黑体: headings of the first level, 附件.
    Hei,
    /// 楷体: headings of the second level.
    Kai,
    /// 仿宋: text.
    FangSong,
}

/// The alignments of a paragraph.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left, or at both edges.
    #[default]
    Start,
    /// In the middle.
    Center,
    /// At the right.
    End,
}

/// A table.
#[derive(Clone, Debug, Default)]
pub struct Table {
    /// Number of rows.
    pub rows: usize,
    /// Number of columns.
    pub columns: usize,
    /// Its cells, row by row; those that a merged cell covers are not among them.
    pub cells: Vec<Cell>,
}

/// A cell, or several that are merged.
#[derive(Clone, Debug, Default)]
pub struct Cell {
    /// Its row, from 0.
    pub row: usize,
    /// Its column, from 0.
    pub column: usize,
    /// Rows that it spans, at least 1.
    pub rows: usize,
    /// Columns that it spans, at least 1.
    pub columns: usize,
    /// Its paragraphs.
    pub paragraphs: Vec<Paragraph>,
}

/// A picture.
#[derive(Clone, Debug)]
pub struct Picture {
    /// Its file's name; the ending fits the content.
    pub name: String,
    /// Its bytes; empty where the file only names it.
    pub bytes: Vec<u8>,
    /// The words for those who cannot see it (替代文字); often empty.
    pub words: String,
}

/// A label and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Field {
    /// The label, without spaces and colon: `索引号`; the name of a meta tag; empty for a day beside 来源 that has none.
    pub label: String,
    /// The value.
    pub value: String,
    /// Its place.
    pub place: Place,
}

/// Content of the file that is not in the blocks, and was read or is known to be there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// Its kind.
    pub kind: LeftOutKind,
    /// Its words; empty where there are none.
    pub text: String,
    /// The place nearest to it.
    pub place: Place,
}

/// Kinds of content that is left out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LeftOutKind {
    /// Words that were deleted while changes were tracked.
    Deleted,
    /// Words that were inserted while changes were tracked: they are in the blocks.
    Inserted,
    /// Hidden words.
    Hidden,
    /// A comment (批注).
    Comment,
    /// A footnote or endnote.
    Note,
    /// The text of a head or foot of the page, page numbers aside.
    PageEdge,
    /// A field whose text the program works out anew, as a date of today: its last text is in the blocks.
    Field,
    /// A drawing, formula, sound or object that is no picture.
    Object,
    /// How characters above a line are read (拼音).
    Phonetic,
    /// A picture of a kind that no browser shows.
    Picture,
    /// A table within a cell of another: its paragraphs are in that cell.
    NestedTable,
    /// Words that are struck through: they are in the blocks.
    Struck,
    /// Words above or below the line that no character can be: they are in the blocks.
    Raised,
    /// Words of a page outside of the paper that are no fields.
    Page,
    /// The words of a text box: they are in the blocks, beside the paragraph to which it belongs.
    TextBox,
}

impl Paragraph {
    /// The words in one text; a line break is `\n`. The automatic number is not among them.
    #[must_use]
    pub fn text(&self) -> String {
        let part = |words: &Words| match words {
            Words::Text { text, .. } | Words::Link { text, .. } => text.clone(),
            Words::LineBreak => "\n".to_owned(),
            Words::Picture(_) => String::new(),
        };
        self.words.iter().map(part).collect()
    }
}

impl Cell {
    /// Its text, a line for each paragraph with words, automatic numbers included.
    #[must_use]
    pub fn text(&self) -> String {
        let text = |paragraph: &Paragraph| {
            let number = paragraph.number.as_ref().map_or("", |(number, _)| number);
            format!("{number}{}", paragraph.text().trim())
        };
        let texts: Vec<String> = self.paragraphs.iter().map(text).filter(|text| !text.is_empty()).collect();
        texts.join("\n")
    }
}

impl Document {
    /// Whether it shows nothing: neither words nor pictures.
    fn is_empty(&self) -> bool {
        let has_words =
            |paragraph: &Paragraph| paragraph.number.is_some() || !paragraph.text().trim().is_empty();
        let is_shown = |block: &Block| match &block.kind {
            BlockKind::Paragraph(paragraph) => has_words(paragraph),
            BlockKind::Table(table) => table.cells.iter().flat_map(|cell| &cell.paragraphs).any(has_words),
        };
        self.pictures.is_empty() && !self.blocks.iter().any(is_shown)
    }
}

impl Block {
    /// Whether it is a paragraph without words and number.
    fn is_blank(&self) -> bool {
        match &self.kind {
            BlockKind::Paragraph(paragraph) => paragraph.words.is_empty() && paragraph.number.is_none(),
            BlockKind::Table(_) => false,
        }
    }
}
