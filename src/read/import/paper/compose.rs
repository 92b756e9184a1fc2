//! The files of a notice, out of the parts of a paper.

use std::collections::BTreeSet;

use crate::read::document::{Document, Picture, Words};
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::facts::{Enclosed, Role};
use crate::read::import::paper::fields::PageFacts;
use crate::read::import::paper::front::{Listed, front};
use crate::read::import::paper::intake::table_name;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::linked::stem;
use crate::read::import::paper::signs::normal;
use crate::read::import::paper::tasks::{move_tasks, number_measures};
use crate::read::import::paper::written::{tell_cells, write_parts};
use crate::read::import::paper::{ImportedPaper, Reading, sheet};
use crate::text::filename::{free, storable};
use crate::text::link::encoded;
use crate::text::markdown::escaped;

/// Files under construction.
#[derive(Default)]
struct Files {
    /// Tables of duties: path and text.
    tables: Vec<(String, String)>,
    /// Other files.
    others: Vec<(String, Vec<u8>)>,
    /// Attachments, in order.
    listed: Vec<Listed>,
    offices: Vec<String>,
    /// The names of the document's pictures.
    pictures: Vec<String>,
}

/// Writes the files of a notice.
pub fn compose(mut reading: Reading<'_>, document: &Document, page: &PageFacts) -> ImportedPaper {
    let names = document.pictures.iter().map(|picture| picture.name.clone());
    let mut files = Files { pictures: names.collect(), ..Files::default() };
    let pictures = pictures(&mut reading, document, &mut files);
    for (index, enclosed) in std::mem::take(&mut reading.enclosed).iter().enumerate() {
        attach(&mut reading, index, enclosed, &pictures, &mut files);
    }
    for name in reading.facts.names.split_off(files.listed.len().min(reading.facts.names.len())) {
        missing(&mut reading, None, name, &mut files);
    }
    let body = own_tables(&mut reading, &mut files);
    let parts = reading.parts(&body);
    let tables = &mut files.tables;
    let moved = tables.iter_mut().find_map(|(_, yaml)| move_tasks(&mut reading, &parts, yaml));
    let text = write_parts(&mut reading, &parts, moved.as_ref(), &pictures);
    let head = front(&reading.facts, page, &files.listed);
    let notice = format!("{head}\n{text}");
    let tables = files.tables.into_iter().map(|(path, yaml)| (path, yaml.into_bytes()));
    let mut all = vec![("notice.md".to_owned(), notice.into_bytes())];
    all.extend(tables.chain(files.others));
    let mut report = reading.intake.intake.report;
    report.sort();
    ImportedPaper {
        files: all,
        offices: files.offices,
        issuer: reading.facts.issuers.first().cloned(),
        dated: reading.facts.dated,
        sources: reading.intake.intake.sources,
        report,
    }
}

/// The Markdown of each picture, whose file is added; `None` for one that the document only names.
fn pictures(reading: &mut Reading<'_>, document: &Document, files: &mut Files) -> Vec<Option<String>> {
    let mut taken = BTreeSet::new();
    let mut found = Vec::new();
    for (index, Picture { name, bytes, words }) in document.pictures.iter().enumerate() {
        if bytes.is_empty() {
            let is_here = |line: &&Line| line.words().contains(&Words::Picture(index));
            let line = reading.lines.iter().find(is_here).map(|line| line.place);
            if let Some(place) = line {
                reading.intake.find(place, |span| fault::picture_left_out(span, name));
            }
            found.push(None);
            continue;
        }
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name.as_str(), "png"));
        let name = format!("{}.{ending}", free(&stem.replace(char::is_whitespace, "-"), &mut taken));
        found.push(Some(format!("![{}](files/{})", escaped(words), encoded(&name))));
        files.others.push((format!("files/{name}"), bytes.clone()));
    }
    found
}

/// Adds an attachment: a table, a paper, or a file that is not here.
fn attach(
    reading: &mut Reading<'_>,
    index: usize,
    enclosed: &Enclosed,
    pictures: &[Option<String>],
    files: &mut Files,
) {
    let title = enclosed.title.concat();
    let listed = reading.facts.names.get(index).cloned();
    if let Some(name) = listed.as_ref().filter(|name| !title.is_empty() && normal(name) != normal(&title)) {
        reading.say(enclosed.label, |span| fault::attachment_differs(span, name, &title));
    }
    let name = listed.unwrap_or_else(|| title.clone());
    // Our own Word files print the name of an attached file in its place.
    let file = match enclosed.lines.as_slice() {
        [line] => Some(reading.lines[*line].text.trim().to_owned()).filter(|text| stem(text).is_some()),
        _ => None,
    };
    let is_file = file.is_some();
    if let Some(file) = file {
        reading.facts.files.insert(files.listed.len(), file);
    }
    if enclosed.lines.is_empty() || is_file {
        missing(reading, Some(enclosed.label), name, files);
        return;
    }
    let tables: Vec<usize> =
        enclosed.lines.iter().copied().filter(|line| reading.lines[*line].table().is_some()).collect();
    let has_pictures = enclosed
        .lines
        .iter()
        .any(|line| reading.lines[*line].words().iter().any(|words| matches!(words, Words::Picture(_))));
    if let ([table], false) = (tables.as_slice(), has_pictures)
        && let Some(file) = duties(reading, *table, &title, &enclosed.lines, files)
    {
        files.listed.push(Listed { name, key: "表", file, is_labelled: true });
        return;
    }
    let parts = reading.parts(&enclosed.lines);
    let text = write_parts(reading, &parts, None, pictures);
    let file = format!("fujian-{}.md", index + 1);
    files.others.push((file.clone(), text.into_bytes()));
    files.listed.push(Listed { name, key: "文", file, is_labelled: true });
}

/// An attachment that is named and not here: its file has to be put into place by people.
fn missing(reading: &mut Reading<'_>, line: Option<usize>, name: String, files: &mut Files) {
    let file = reading.facts.files.get(&files.listed.len()).unwrap_or(&name);
    let file = format!("files/{}", storable(file));
    let is_named = |line: &Line| line.text.contains(&name);
    let line = line.or_else(|| reading.lines.iter().position(is_named)).unwrap_or(0);
    reading.say(line, |span| fault::attachment_missing(span, &name, &file));
    files.listed.push(Listed { name, key: "文件", file, is_labelled: true });
}

/// Imports a table of duties with the lines around it. Returns its file.
fn duties(
    reading: &mut Reading<'_>,
    table: usize,
    title: &str,
    lines: &[usize],
    files: &mut Files,
) -> Option<String> {
    let text = |i: &usize| reading.lines[*i].text.clone();
    let above = lines.iter().take_while(|i| **i != table).map(text);
    let title = Some(title.to_owned()).filter(|title| !title.is_empty());
    let above: Vec<String> = title.into_iter().chain(above).collect();
    let below: Vec<String> = lines.iter().skip_while(|i| **i != table).skip(1).map(text).collect();
    let line = &reading.lines[table];
    let found = line.table().filter(|table| sheet::is_of_duties(table))?;
    let sheet = sheet::sheet(table_name(line.place), &above, found, &below);
    let imported = reading.intake.intake.table_on(&sheet, &[])?;
    let number = files.tables.len() + 1;
    let file = if number == 1 { "tasks.yaml".to_owned() } else { format!("tasks-{number}.yaml") };
    tell_cells(reading, table, &files.pictures);
    let yaml = number_measures(&imported.yaml).unwrap_or(imported.yaml);
    files.tables.push((file.clone(), yaml));
    files.offices.extend(imported.offices);
    Some(file)
}

/// The lines of the body. Its tables of duties become attachments without a label.
fn own_tables(reading: &mut Reading<'_>, files: &mut Files) -> Vec<usize> {
    let lines: Vec<usize> = (0..reading.lines.len()).filter(|i| reading.roles[*i] == Role::Body).collect();
    let mut body = Vec::new();
    let title = reading.facts.title.concat();
    for line in lines {
        let file = reading.lines[line]
            .table()
            .is_some()
            .then(|| duties(reading, line, &title, &[line], files))
            .flatten();
        match file {
            Some(file) => {
                reading.say(line, |span| fault::table_moved(span, &file));
                files.listed.push(Listed { name: title.clone(), key: "表", file, is_labelled: false });
            }
            None => body.push(line),
        }
    }
    body
}
