//! The tables of duties in a text: each becomes a file of tasks, and `{{责任分解表}}` stands where it stood, or the table
//! behind the text where nothing follows it.

use std::collections::BTreeSet;

use crate::read::document::Typeface;
use crate::read::import::fault::paper::{self as fault, TableName};
use crate::read::import::paper::Reading;
use crate::read::import::paper::attached::is_name;
use crate::read::import::paper::duties::{Tasks, duties, tell_near};
use crate::read::import::paper::files::Files;
use crate::read::import::paper::front::Listed;
use crate::read::import::paper::table_title::{is_of_caption, own_title, title_of_heading};
use crate::read::import::paper::tasks::without_name;

/// The sizes of words from which on they are no note on a table but of the text, in half points.
const OF_TEXT: u16 = 28;

/// The most lines of a caption.
const CAPTION: usize = 8;

/// A table of duties in a text.
struct Found {
    /// Its line.
    line: usize,
    /// 表名.
    name: TableName,
    /// The file of tasks that was made of it.
    tasks: Tasks,
}

/// The lines of a text in which each table of duties is one line, or none where the table stands behind the text: where
/// no words follow it, or behind `dated`, the line of 成文日期. Tables become attachments without a label. A table is
/// called as the line above it says, or its own first row, or the heading above it.
pub fn place_tables(
    reading: &mut Reading<'_>,
    lines: &[usize],
    dated: Option<usize>,
    files: &mut Files,
) -> Vec<usize> {
    let (mut rest, mut all): (Vec<usize>, Vec<Found>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while let Some(line) = lines.get(at).copied() {
        at += 1;
        let is_duties = reading.lines[line].is_of_duties();
        let notes = if is_duties { notes(reading, line, &lines[at..]) } else { &[] };
        match is_duties.then(|| found(reading, line, &mut rest, notes, files)).flatten() {
            Some(found) => {
                at += notes.len();
                all.push(found);
            }
            None => tell_near(reading, line),
        }
        rest.push(line);
    }
    let tables: BTreeSet<usize> = all.iter().map(|found| found.line).collect();
    let last = rest.iter().copied().rfind(|line| !tables.contains(line));
    let stands = |line: usize| dated.map_or(last > Some(line), |dated| line < dated);
    rest.retain(|line| !tables.contains(line) || stands(*line));
    for Found { line, name, tasks: Tasks { file, count, heads } } in all {
        if stands(line) {
            reading.say(line, |span| fault::table_placed(span, (&file, count), &name, &heads));
            files.placed.push((line, file));
        } else {
            reading.say(line, |span| fault::table_moved(span, &file, &name, &heads));
        }
    }
    rest
}

/// Makes a file of a table of duties, its caption and the notes below it. The caption is taken from the lines of the text
/// so far.
fn found(
    reading: &mut Reading<'_>,
    line: usize,
    rest: &mut Vec<usize>,
    notes: &[usize],
    files: &mut Files,
) -> Option<Found> {
    let (named, below) = caption(reading, line, rest);
    let text = |line: &usize| reading.lines[*line].text.trim();
    let written = match named.as_slice() {
        [] => own_title(reading, line),
        named => Some(named.iter().map(text).collect()),
    };
    let is_written = written.is_some();
    let name = written.unwrap_or_else(|| {
        let above = rest.last().copied().filter(|above| below.is_empty() && above + 1 == line);
        title_of_heading(reading, above)
    });
    let around: Vec<usize> = below.iter().copied().chain([line]).chain(notes.iter().copied()).collect();
    let tasks = duties(reading, line, &name, &around, files)?;
    if !is_written
        && let Some((_, yaml)) = files.tables.last_mut()
        && let Some(without) = without_name(yaml)
    {
        *yaml = without;
    }
    rest.truncate(rest.len() - named.len() - below.len());
    if let Some(first) = named.first() {
        reading.say(*first, |span| fault::part(span, "表名"));
    }
    files.listed.push(Listed {
        name: name.clone(),
        title: None,
        key: "表",
        file: tasks.file.clone(),
        is_labelled: false,
    });
    Some(Found { line, name: TableName { words: name, is_written }, tasks })
}

/// The lines of the name of a table, which may be those of one paragraph, and those of 填报单位 or a remark in brackets
/// between it and the table; `rest` are the lines above the table.
fn caption(reading: &Reading<'_>, table: usize, rest: &[usize]) -> (Vec<usize>, Vec<usize>) {
    // The lines right above, from below.
    let all = rest.iter().rev().copied().zip(1..=CAPTION);
    let above: Vec<usize> = all.take_while(|(line, n)| line + n == table).map(|(line, _)| line).collect();
    let text = |line: &usize| reading.lines[*line].text.trim();
    let below = above.iter().take_while(|line| is_of_caption(text(line))).count();
    let is_named =
        |line: &usize| is_name(&reading.lines[*line]) || below == 0 && reading.is_name_behind(*line);
    let Some(name) = above.get(below).filter(|line| is_named(line)) else {
        // Below no name only 填报单位 is certain.
        let unit = above.iter().take_while(|line| text(line).starts_with("填报单位")).count();
        return (Vec::new(), above[..unit].iter().rev().copied().collect());
    };
    // Further lines of the paragraph, in the typeface of titles.
    let is_same = |line: &&usize| {
        let line = &reading.lines[**line];
        line.place == reading.lines[*name].place && line.look().typeface == Typeface::TitleSong
    };
    let named = 1 + above[below + 1..].iter().take_while(is_same).count();
    let ordered = |lines: &[usize]| lines.iter().rev().copied().collect();
    (ordered(&above[below..below + named]), ordered(&above[..below]))
}

/// The notes right below a table: lines that say so, and words in small type up to the end of a page of the table's own.
fn notes<'l>(reading: &Reading<'_>, table: usize, below: &'l [usize]) -> &'l [usize] {
    const BEGINNINGS: [&str; 6] = ["注：", "注:", "备注：", "备注:", "说明：", "说明:"];
    let is_of_page = |(line, expected): &(&usize, usize)| {
        let own = &reading.lines[**line];
        **line == *expected && own.is_words() && !own.look().begins_page
    };
    let page = below.iter().zip(table + 1..).take_while(is_of_page).count();
    let says =
        |line: &usize| BEGINNINGS.iter().any(|begin| reading.lines[*line].text.trim().starts_with(begin));
    let is_small = |line: &usize| reading.lines[*line].look().half_points.is_some_and(|size| size < OF_TEXT);
    let ends_page = below.get(page).is_some_and(|next| reading.lines[*next].look().begins_page);
    let count = if ends_page && below[..page].iter().all(is_small) {
        page
    } else {
        below[..page].iter().take_while(|line| says(line)).count()
    };
    &below[..count]
}
