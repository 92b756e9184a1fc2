//! A document from outside as text: every paragraph with its place and look, every table with its cells.

use std::fmt::Write;

use gongkai::read::document::{
    Align, Block, BlockKind, Document, Field, LeftOut, Look, Paragraph, Picture, Place, Typeface, Words,
};

/// The whole document.
pub fn dump(document: &Document) -> String {
    let mut text = String::new();
    for Block { place, kind } in &document.blocks {
        match kind {
            BlockKind::Paragraph(paragraph) => writeln!(text, "{}: {}", at(*place), of(paragraph)).unwrap(),
            BlockKind::Table(table) => {
                writeln!(text, "{}: table {}×{}", at(*place), table.rows, table.columns).unwrap();
                for cell in &table.cells {
                    let mut spans = String::new();
                    if (cell.rows, cell.columns) != (1, 1) {
                        spans = format!(" {}×{}", cell.rows, cell.columns);
                    }
                    let words: Vec<String> = cell.paragraphs.iter().map(of).collect();
                    writeln!(text, "  {},{}{spans}: {}", cell.row, cell.column, words.join(" | ")).unwrap();
                }
            }
        }
    }
    for Picture { name, bytes, words } in &document.pictures {
        writeln!(text, "picture {name}, {} bytes: {words}", bytes.len()).unwrap();
    }
    for Field { label, value, place } in &document.fields {
        writeln!(text, "field {}: {label}={value}", at(*place)).unwrap();
    }
    for LeftOut { kind, text: words, place } in &document.left_out {
        writeln!(text, "left out {}: {kind:?} {words:?}", at(*place)).unwrap();
    }
    text
}

fn at(place: Place) -> String {
    match place {
        Place::Paragraph(number) => format!("¶{number}"),
        Place::Line(number) => format!("line {number}"),
    }
}

fn of(paragraph: &Paragraph) -> String {
    let mut text = String::new();
    if let Some((number, level)) = &paragraph.number {
        write!(text, "⟨{number} {level}⟩").unwrap();
    }
    for words in &paragraph.words {
        match words {
            Words::Text { text: words, is_bold: true } => write!(text, "**{words}**").unwrap(),
            Words::Text { text: words, is_bold: false } => text.push_str(words),
            Words::Link { url, text: words } => write!(text, "[{words}]({url})").unwrap(),
            Words::LineBreak => text.push('⏎'),
            Words::Picture(index) => write!(text, "![{index}]").unwrap(),
        }
    }
    let text = text.replace('\t', "⇥");
    let look = look(&paragraph.look);
    if look.is_empty() { text } else { format!("{text} {{{look}}}") }
}

fn look(look: &Look) -> String {
    let mut said = Vec::new();
    match look.typeface {
        Typeface::Other => {}
        Typeface::TitleSong => said.push("小标宋".to_owned()),
        Typeface::Hei => said.push("黑体".to_owned()),
        Typeface::Kai => said.push("楷体".to_owned()),
        Typeface::FangSong => said.push("仿宋".to_owned()),
    }
    said.extend(look.half_points.map(|size| size.to_string()));
    match look.align {
        Align::Start => {}
        Align::Center => said.push("center".to_owned()),
        Align::End => said.push("right".to_owned()),
    }
    said.extend(look.heading.map(|level| format!("heading {level}")));
    said.extend(look.is_red.then(|| "red".to_owned()));
    said.extend(look.begins_page.then(|| "new page".to_owned()));
    said.join(" ")
}
