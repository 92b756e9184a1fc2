//! Words as Markdown that shows exactly these words.

use crate::read::document::{Align, Cell, Paragraph, Table, Words};
use crate::read::import::paper::line::trim;
use crate::text::link::{is_harmless, scheme};
use crate::text::markdown::escaped;
use crate::text::marker::Marker;

/// A paragraph of Markdown, the pictures that it names by their addresses; empty for no words.
pub fn paragraph(words: &[Words], pictures: &[Option<String>]) -> String {
    let mut out = String::new();
    for part in joined(words) {
        match part {
            Words::Text { text, is_bold } => push_text(&mut out, &text, is_bold),
            Words::Link { url, text } if is_kept(&url) => {
                if out.ends_with('!') {
                    out.insert(out.len() - 1, '\\');
                }
                let url = url
                    .replace(['\n', '\r'], "")
                    .replace('\\', "\\\\")
                    .replace('<', "\\<")
                    .replace('>', "\\>");
                out.extend(["[", &escaped(&text), "](<", url.as_str(), ">)"]);
            }
            Words::Link { text, .. } => out.push_str(&escaped(&text)),
            Words::LineBreak => out.push(' '),
            Words::Picture(index) => {
                if let Some(Some(picture)) = pictures.get(index) {
                    out.push_str(picture);
                }
            }
        }
    }
    out
}

/// Whether the address of a link leads anywhere from a page of ours: a harmless address on the web.
pub fn is_kept(url: &str) -> bool {
    scheme(url).is_some() && is_harmless(url)
}

/// Words of which those that look alike are one part. Marks at both ends of bold words are not bold: emphasis in Markdown
/// begins and ends with letters beside Chinese text.
fn joined(words: &[Words]) -> Vec<Words> {
    let mut parts: Vec<(String, bool)> = Vec::new();
    let mut all: Vec<Words> = Vec::new();
    let flush = |parts: &mut Vec<(String, bool)>, all: &mut Vec<Words>| {
        all.extend(parts.drain(..).map(|(text, is_bold)| Words::Text { text, is_bold }));
    };
    for part in words {
        match part {
            Words::Text { text, is_bold } => {
                for (text, is_bold) in divided(&text.replace(['\n', '\r'], " "), *is_bold) {
                    match parts.last_mut().filter(|(_, bold)| *bold == is_bold) {
                        Some((last, _)) => last.push_str(text),
                        None => parts.push((text.to_owned(), is_bold)),
                    }
                }
            }
            other => {
                flush(&mut parts, &mut all);
                all.push(other.clone());
            }
        }
    }
    flush(&mut parts, &mut all);
    trim(&mut all);
    all
}

/// A text in three parts, the middle one bold; empty parts are left out.
fn divided(text: &str, is_bold: bool) -> Vec<(&str, bool)> {
    let is_mark = |c: char| !c.is_alphanumeric();
    let inner = text.trim_matches(is_mark);
    if !is_bold || inner.is_empty() {
        return vec![(text, false)];
    }
    let start = text.len() - text.trim_start_matches(is_mark).len();
    let end = start + inner.len();
    // A number in brackets is not cut: （一）.
    let number = Marker::at_start(text).map_or(0, |marker| marker.length);
    let start = start.max(if start > 0 && number < end { number } else { 0 });
    let parts = [(&text[..start], false), (&text[start..end], true), (&text[end..], false)];
    parts.into_iter().filter(|(text, _)| !text.is_empty()).collect()
}

fn push_text(out: &mut String, text: &str, is_bold: bool) {
    let mark = if is_bold { "**" } else { "" };
    out.extend([mark, &escaped(text), mark]);
}

/// A heading with its signs.
pub fn heading(level: usize, words: &[Words]) -> String {
    let mut text = paragraph(words, &[]);
    if text.ends_with('#') {
        text.insert(text.len() - 1, '\\');
    }
    format!("{} {text}", "#".repeat(level + 2))
}

/// A table; of merged cells the words stand in the first.
pub fn table(table: &Table, pictures: &[Option<String>]) -> String {
    let mut texts = vec![vec![String::new(); table.columns]; table.rows];
    for cell in &table.cells {
        if let Some(text) = texts.get_mut(cell.row).and_then(|row| row.get_mut(cell.column)) {
            *text = in_cell(cell, pictures);
        }
    }
    let line = |cells: &[String]| format!("| {} |", cells.join(" | "));
    let mut lines: Vec<String> = texts.iter().map(|row| line(row)).collect();
    let rules: Vec<String> = (0..table.columns).map(|column| rule(table, column).to_owned()).collect();
    lines.insert(1.min(lines.len()), line(&rules));
    lines.join("\n")
}

/// The rule below the head of a column, by which its cells stand at the right or in the middle where all of them do.
fn rule(table: &Table, column: usize) -> &'static str {
    let own = table.cells.iter().filter(|cell| cell.column == column && cell.row > 0);
    let said = own.flat_map(|cell| &cell.paragraphs).filter(|paragraph| !paragraph.words.is_empty());
    let mut alignments = said.map(|paragraph| paragraph.look.align);
    match alignments.next().filter(|first| alignments.all(|other| other == *first)) {
        Some(Align::Center) => ":---:",
        Some(Align::End) => "---:",
        Some(Align::Start) | None => "---",
    }
}

fn in_cell(cell: &Cell, pictures: &[Option<String>]) -> String {
    let of = |lines: &Paragraph| {
        let number = lines.number.as_ref().map(|(number, _)| number.clone()).unwrap_or_default();
        let number = Words::Text { text: number, is_bold: false };
        let words: Vec<Words> = std::iter::once(number).chain(lines.words.iter().cloned()).collect();
        with_escaped_bars(&paragraph(&words, pictures))
    };
    let lines: Vec<String> = cell.paragraphs.iter().map(of).filter(|text| !text.is_empty()).collect();
    lines.join("　")
}

/// Markdown in which no bar ends a cell.
fn with_escaped_bars(text: &str) -> String {
    let (mut out, mut is_escaped) = (String::with_capacity(text.len()), false);
    for c in text.chars() {
        if c == '|' && !is_escaped {
            out.push('\\');
        }
        is_escaped = c == '\\' && !is_escaped;
        out.push(c);
    }
    out
}
