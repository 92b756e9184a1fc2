//! A document's content line by line: paragraphs, divided where their lines end, and tables.

use crate::read::document::{Block, BlockKind, Cell, Document, Look, Paragraph, Place, Table, Words};
use crate::read::import::paper::continued::joined;
use crate::read::import::paper::judged_table::JudgedTable;
use crate::read::import::paper::likeness::Likeness;
use crate::read::import::paper::signs::paper_date;
use crate::text::title::is_body;

/// A line of the paper.
#[derive(Debug)]
pub struct Line {
    /// Its place in the file.
    pub place: Place,
    /// Its words as they are shown, with an automatic number; empty for a table.
    pub text: String,
    /// Its content.
    pub content: Content,
}

/// The content of a line.
#[derive(Debug)]
pub enum Content {
    /// Words, an automatic number included, and whether that is a mark of a list (•).
    Words { words: Vec<Words>, look: Look, is_bulleted: bool },
    /// A table.
    Table(JudgedTable),
}

impl Line {
    /// The look; that of a table is none.
    pub fn look(&self) -> Look {
        match &self.content {
            Content::Words { look, .. } => *look,
            Content::Table(_) => Look::default(),
        }
    }

    /// The table, if it is one.
    pub fn table(&self) -> Option<&Table> {
        match &self.content {
            Content::Words { .. } => None,
            Content::Table(table) => Some(table.table()),
        }
    }

    /// The likeness of its table to one of duties.
    pub fn likeness(&self) -> Option<&Likeness> {
        match &self.content {
            Content::Words { .. } => None,
            Content::Table(table) => Some(table.likeness()),
        }
    }

    /// Whether it is a table that divides duties: one of its columns says what is to be done, another by whom or by when.
    pub fn is_of_duties(&self) -> bool {
        matches!(self.likeness(), Some(Likeness::Duties(_)))
    }

    /// The words; none of a table.
    pub fn words(&self) -> &[Words] {
        match &self.content {
            Content::Words { words, .. } => words,
            Content::Table(_) => &[],
        }
    }

    /// The pictures in it or in the cells of its table, by their index.
    pub fn pictures(&self) -> impl Iterator<Item = usize> {
        let cells = self.table().into_iter().flat_map(|table| &table.cells);
        let in_cells = cells.flat_map(|cell| &cell.paragraphs).flat_map(|paragraph| &paragraph.words);
        self.words().iter().chain(in_cells).filter_map(|words| match words {
            Words::Picture(picture) => Some(*picture),
            _ => None,
        })
    }

    /// Whether it is words, not a table.
    pub fn is_words(&self) -> bool {
        matches!(self.content, Content::Words { .. })
    }
}

/// The lines of a document, without empty ones.
pub fn lines(document: &Document) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut begins_page = false;
    for Block { place, kind } in &document.blocks {
        match kind {
            BlockKind::Paragraph(paragraph) => {
                let first = lines.len();
                push_paragraph(paragraph, *place, &mut lines);
                begins_page |= paragraph.look.begins_page;
                if let Some(Line { content: Content::Words { look, .. }, .. }) = lines.get_mut(first) {
                    look.begins_page = std::mem::take(&mut begins_page);
                }
            }
            BlockKind::Table(table) if is_layout(table) => push_cells(table, *place, &mut lines),
            BlockKind::Table(table) => {
                let content = Content::Table(JudgedTable::new(joined(table)));
                lines.push(Line { place: *place, text: String::new(), content });
            }
        }
    }
    lines
}

/// The lines of a paragraph. The automatic number stands before the first of them.
fn push_paragraph(paragraph: &Paragraph, place: Place, lines: &mut Vec<Line>) {
    let mut parts: Vec<Vec<Words>> = vec![Vec::new()];
    for words in &paragraph.words {
        match (words, parts.last_mut()) {
            (Words::LineBreak, _) => parts.push(Vec::new()),
            (words, Some(last)) => last.push(words.clone()),
            (_, None) => {}
        }
    }
    let mut number =
        paragraph.number.as_ref().map(|(number, _)| number.trim()).filter(|number| !number.is_empty());
    for mut words in parts {
        let is_spaced = text_of(&words).starts_with(char::is_whitespace);
        trim(&mut words);
        if words.is_empty() {
            continue;
        }
        let look = Look { is_indented: paragraph.look.is_indented || is_spaced, ..paragraph.look };
        let mark = number.take();
        let is_bulleted = mark.is_some_and(|mark| !mark.contains(char::is_alphanumeric));
        if let Some(mark) = mark.filter(|_| !is_bulleted) {
            words.insert(0, Words::Text { text: mark.to_owned(), is_bold: false });
        }
        let text = text_of(&words);
        lines.push(Line { place, text, content: Content::Words { words, look, is_bulleted } });
    }
}

/// The words in one text.
pub fn text_of(words: &[Words]) -> String {
    Paragraph { words: words.to_vec(), ..Paragraph::default() }.text()
}

/// Removes the spaces at both ends.
pub fn trim(words: &mut Vec<Words>) {
    let is_blank = |words: &Words| matches!(words, Words::Text { text, .. } if text.trim().is_empty());
    while words.first().is_some_and(is_blank) {
        words.remove(0);
    }
    while words.last().is_some_and(is_blank) {
        words.pop();
    }
    if let Some(Words::Text { text, .. }) = words.first_mut() {
        *text = text.trim_start().to_owned();
    }
    if let Some(Words::Text { text, .. }) = words.last_mut() {
        *text = text.trim_end().to_owned();
    }
}

/// The parts of words before and behind a byte of their text. Pictures stay before it.
pub fn split(words: &[Words], at: usize) -> (Vec<Words>, Vec<Words>) {
    let (mut before, mut behind, mut begin) = (Vec::new(), Vec::new(), 0);
    for part in words {
        let length = text_of(std::slice::from_ref(part)).len();
        match part {
            Words::Text { text, is_bold } if begin < at && begin + length > at => {
                let (first, second) = text.split_at(text.floor_char_boundary(at - begin));
                before.push(Words::Text { text: first.to_owned(), is_bold: *is_bold });
                behind.push(Words::Text { text: second.to_owned(), is_bold: *is_bold });
            }
            part if begin < at || length == 0 && behind.is_empty() => before.push(part.clone()),
            part => behind.push(part.clone()),
        }
        begin += length;
    }
    (before, behind)
}

/// Whether a table holds no rows of a table, but words that were put into place by it: one cell, 版记, the names of
/// bodies beside 文件, or signatures side by side above their day.
fn is_layout(table: &Table) -> bool {
    const STARTS: [&str; 4] = ["抄送", "抄报", "分送", "印发机关"];
    let text = |cell: &Cell| cell.text();
    let begins = |cell: &Cell| STARTS.iter().any(|start| text(cell).trim_start().starts_with(start));
    let is_mark = |cell: &Cell| cell.column > 0 && text(cell).trim() == "文件" && table.columns == 2;
    let is_printed = |cell: &Cell| text(cell).trim_end().ends_with("日印发");
    let is_signer = |cell: &Cell| cell.row == 0 && is_body(text(cell).trim());
    let is_day =
        |cell: &Cell| cell.row > 0 && (text(cell).trim().is_empty() || paper_date(&text(cell)).is_some());
    let is_signature = table.rows == 2
        && table.cells.iter().all(|cell| is_signer(cell) || is_day(cell))
        && table.cells.iter().any(|cell| paper_date(&text(cell)).is_some());
    is_signature
        || table.cells.len() == 1
        || table.columns == 1
        || table.rows < 6 && table.cells.iter().any(|cell| begins(cell) || is_printed(cell))
        || table.cells.iter().any(is_mark)
}

/// The paragraphs of cells; several cells of a row with one line each are one line.
pub fn push_cells(table: &Table, place: Place, lines: &mut Vec<Line>) {
    for row in 0..table.rows {
        let mut found: Vec<Line> = Vec::new();
        let cells = table.cells.iter().filter(|cell| cell.row == row);
        let mut are_short = true;
        for cell in cells {
            let first = found.len();
            cell.paragraphs.iter().for_each(|paragraph| push_paragraph(paragraph, place, &mut found));
            are_short &= found.len() <= first + 1;
        }
        if are_short && found.len() > 1 {
            let text = found.iter().map(|line| line.text.as_str()).collect::<Vec<_>>().join("　　");
            let gap = Words::Text { text: "　　".to_owned(), is_bold: false };
            let words: Vec<Vec<Words>> = found.iter().map(|line| line.words().to_vec()).collect();
            let words = words.join(&gap);
            let content = Content::Words { words, look: found[0].look(), is_bulleted: false };
            found = vec![Line { place, text, content }];
        }
        lines.append(&mut found);
    }
}

/// The length of the first sentence of a text, its mark included.
pub fn sentence(text: &str) -> usize {
    text.find('。').map_or(text.len(), |at| at + '。'.len_utf8())
}
