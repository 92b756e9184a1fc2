//! Parts of a body as Markdown, and the findings about what it cannot show.

use std::collections::BTreeMap;

use crate::read::document::Words;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::body::{Part, PartKind};
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::tasks::Moved;
use crate::read::import::paper::{Reading, markdown, sheet};

/// Parts as Markdown; those that were moved into a table are its placeholder, and so is a table with a place, by its line.
pub fn write_parts(
    reading: &mut Reading<'_>,
    parts: &[Part],
    moved: &[Moved],
    (pictures, places): (&[Option<String>], &BTreeMap<usize, String>),
) -> String {
    let mut out = String::new();
    let mut was_item = false;
    for (index, part) in parts.iter().enumerate() {
        if let Some(moved) = moved.iter().find(|moved| moved.parts.contains(&index)) {
            if moved.parts.start == index {
                out.extend([moved.placeholder.as_str(), "\n\n"]);
            }
            continue;
        }
        let is_item = matches!(part.kind, PartKind::Item(..));
        if was_item && !is_item {
            out.push('\n');
        }
        was_item = is_item;
        if !places.contains_key(&part.line) {
            tell_links(reading, part.line);
        }
        let text = match &part.kind {
            PartKind::Heading { level, words, rest } if rest.is_empty() => markdown::heading(*level, words),
            PartKind::Heading { level, words, rest } => {
                format!("{}\n\n{}", markdown::heading(*level, words), markdown::paragraph(rest, pictures))
            }
            PartKind::Paragraph(words) => markdown::paragraph(words, pictures),
            PartKind::Item(None, words) => format!("- {}", markdown::paragraph(words, pictures)),
            PartKind::Item(Some(number), words) => {
                format!("{number}. {}", markdown::paragraph(words, pictures))
            }
            PartKind::Table => match places.get(&part.line) {
                Some(place) => place.clone(),
                None => table(reading, part.line, pictures),
            },
        };
        if !text.is_empty() {
            out.push_str(&text);
            out.push_str(if is_item { "\n" } else { "\n\n" });
        }
    }
    out.truncate(out.trim_end().len());
    if out.is_empty() { out } else { format!("{out}\n") }
}

fn table(reading: &mut Reading<'_>, line: usize, pictures: &[Option<String>]) -> String {
    let Some(table) = reading.lines[line].table() else { return String::new() };
    let (text, is_merged) = (markdown::table(table, pictures), sheet::is_merged(table));
    if is_merged {
        let is_attached = matches!(reading.roles[line], Role::Attachment(_));
        reading.say(line, |span| fault::merged_in_text(span, is_attached));
    }
    text
}

/// Reports links of a line that lead nowhere from a page of ours: only their words are kept.
pub fn tell_links(reading: &mut Reading<'_>, part: usize) {
    let line = &reading.lines[part];
    let cells = line.table().into_iter().flat_map(|table| &table.cells).flat_map(|cell| &cell.paragraphs);
    let words = line.words().iter().chain(cells.flat_map(|paragraph| &paragraph.words));
    let urls: Vec<String> =
        words.filter_map(|words| url(words).filter(|url| !markdown::is_kept(url))).collect();
    for url in urls {
        reading.say(part, |span| fault::link_left_out(span, &url));
    }
}

/// Reports links and pictures in the cells of a table of duties, which are words.
pub fn tell_cells(reading: &mut Reading<'_>, line: usize, pictures: &[Option<String>]) {
    let cells = reading.lines[line].table().into_iter().flat_map(|table| &table.cells);
    let words: Vec<Words> =
        cells.flat_map(|cell| &cell.paragraphs).flat_map(|paragraph| paragraph.words.clone()).collect();
    for part in words {
        match part {
            Words::Link { url, .. } => reading.say(line, |span| fault::link_left_out(span, &url)),
            Words::Picture(index) => {
                // One that the document only names is told of already.
                if let Some(Some(file)) = pictures.get(index) {
                    reading.say(line, |span| fault::picture_in_cell(span, file));
                }
            }
            Words::Text { .. } | Words::LineBreak => {}
        }
    }
}

fn url(words: &Words) -> Option<String> {
    match words {
        Words::Link { url, .. } => Some(url.clone()),
        _ => None,
    }
}
