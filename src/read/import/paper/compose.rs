//! The files of a notice, out of the parts of a paper.

use std::collections::BTreeSet;

use crate::read::document::{Document, Picture, Place, Words};
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::attached::{is_of_text, issued_file};
use crate::read::import::paper::duties::{Tasks, duties, tell_near};
use crate::read::import::paper::facts::{Enclosed, Role};
use crate::read::import::paper::fields::PageFacts;
use crate::read::import::paper::files::Files;
use crate::read::import::paper::front::{Listed, front};
use crate::read::import::paper::line::Line;
use crate::read::import::paper::linked::file_name;
use crate::read::import::paper::listed::without_number;
use crate::read::import::paper::placed::place_tables;
use crate::read::import::paper::signs::{attachment_label, normal};
use crate::read::import::paper::table_title::attached_title;
use crate::read::import::paper::tasks::move_tasks;
use crate::read::import::paper::written::write_parts;
use crate::read::import::paper::{ImportedPaper, Reading};
use crate::text::filename::{free, storable};
use crate::text::link::encoded;
use crate::text::markdown::escaped;

/// The characters of a name by which its line is found where it is written over several lines.
const BEGINNING: usize = 8;

/// Writes the files of a notice.
pub fn compose(mut reading: Reading<'_>, document: &Document, page: &PageFacts) -> ImportedPaper {
    let mut files = Files::default();
    let pictures = pictures(&mut reading, document, &mut files);
    for enclosed in &std::mem::take(&mut reading.enclosed) {
        while enclosed.is_labelled
            && files.labelled() < enclosed.index
            && let Some(name) = reading.facts.names.get(files.labelled()).cloned()
        {
            missing(&mut reading, None, name, &mut files);
        }
        attach(&mut reading, enclosed, &mut files);
    }
    for name in reading.facts.names.split_off(files.labelled().min(reading.facts.names.len())) {
        missing(&mut reading, None, name, &mut files);
    }
    let body = own_tables(&mut reading, &mut files);
    let parts = reading.parts(&body);
    let mut papers = std::mem::take(&mut files.papers);
    papers.insert(0, (String::new(), parts));
    let moved = move_tasks(&mut reading, &papers, &mut files.tables);
    let places = files.places();
    let mut texts = papers.iter().enumerate().map(|(index, (path, parts))| {
        let moved = moved.as_ref().filter(|(of, _)| *of == index).map_or(&[][..], |(_, moved)| moved);
        (path.clone(), write_parts(&mut reading, parts, moved, (&pictures, &places)))
    });
    let (_, text) = texts.next().unwrap_or_default();
    files.others.extend(texts.map(|(path, text)| (path, text.into_bytes())));
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
            let is_here = |line: &&Line| line.pictures().any(|picture| picture == index);
            let line = reading.lines.iter().find(is_here).map(|line| line.place);
            reading.intake.find(line.unwrap_or(Place::Line(1)), |span| fault::picture_left_out(span, name));
            found.push(None);
            files.pictures.push(None);
            continue;
        }
        let (stem, ending) = name.rsplit_once('.').unwrap_or((name.as_str(), "png"));
        let name = format!("{}.{ending}", free(&stem.replace(char::is_whitespace, "-"), &mut taken));
        found.push(Some(format!("![{}](files/{})", escaped(words), encoded(&name))));
        files.pictures.push(Some(format!("files/{name}")));
        files.others.push((format!("files/{name}"), bytes.clone()));
    }
    found
}

/// Adds an attachment: a table, a paper, or a file that is not here.
fn attach(reading: &mut Reading<'_>, enclosed: &Enclosed, files: &mut Files) {
    let (index, title, is_labelled) = (enclosed.index, enclosed.title.concat(), enclosed.is_labelled);
    let listed = reading.facts.names.get(index).filter(|_| is_labelled).cloned();
    let differs = |name: &&String| !title.is_empty() && normal(name) != normal(&title);
    let own = listed.as_ref().filter(differs).map(|name| {
        reading.say(enclosed.label, |span| fault::attachment_differs(span, name, &title));
        title.clone()
    });
    let name = listed.unwrap_or_else(|| title.clone());
    let (file, behind) = file_name(reading, enclosed);
    let is_file = file.is_some();
    if let Some(file) = file {
        reading.facts.files.insert(files.labelled(), file);
    }
    if enclosed.lines.is_empty() || is_file {
        missing(reading, Some(enclosed.label), name, files);
        for line in behind {
            reading.roles[*line] = Role::Body;
        }
        return;
    }
    let tables: Vec<usize> =
        enclosed.lines.iter().copied().filter(|line| reading.lines[*line].table().is_some()).collect();
    let is_picture = |words: &Words| matches!(words, Words::Picture(_));
    let has_pictures = enclosed.lines.iter().any(|line| reading.lines[*line].words().iter().any(is_picture));
    let is_plan = is_of_text(reading, &tables, &enclosed.lines);
    if let ([table], false, false) = (tables.as_slice(), has_pictures, is_plan)
        && let Some(Tasks { file, count, heads }) =
            duties(reading, *table, &attached_title(&enclosed.title, &name), &enclosed.lines, files)
    {
        reading.say(*table, |span| fault::table_of_tasks(span, &file, count, &heads));
        files.listed.push(Listed { name, title: None, key: "表", file, is_labelled });
        return;
    }
    let file = if is_labelled { format!("fujian-{}.md", index + 1) } else { issued_file(&title, files) };
    files.listed.push(Listed { name, title: own, key: "文", file: file.clone(), is_labelled });
    let lines = if is_plan {
        place_tables(reading, &enclosed.lines, None, files)
    } else {
        if let Some(table) = tables.iter().find(|i| reading.lines[**i].is_of_duties()) {
            reading.say(*table, fault::not_a_file_of_tasks);
        }
        for table in &tables {
            tell_near(reading, *table);
        }
        enclosed.lines.clone()
    };
    let parts = reading.parts(&lines);
    files.papers.push((file, parts));
}

/// An attachment that is named and not here: its file has to be put into place by people.
fn missing(reading: &mut Reading<'_>, line: Option<usize>, name: String, files: &mut Files) {
    let file = reading.facts.files.get(&files.labelled()).unwrap_or(&name);
    let file = format!("files/{}", storable(file));
    // The title of the paper may have the name as well, above 附件说明.
    let is_taken = |i: &usize| reading.roles[*i] == Role::Taken && reading.lines[*i].text.contains(&name);
    let listed = (0..reading.lines.len()).rev().find(is_taken);
    let is_named = |line: &Line| line.text.contains(&name);
    // Of a name over two lines the first has the beginning.
    let beginning: String = name.chars().take(BEGINNING).collect();
    let begins = |line: &Line| line.text.contains(&beginning);
    let lines = &reading.lines;
    // A short beginning counts only where names stand.
    let is_begun = |i: &usize| {
        let text = lines[*i].text.trim();
        let words = without_number(attachment_label(text).unwrap_or(text)).trim();
        reading.roles[*i] == Role::Taken && !words.is_empty() && name.starts_with(words)
    };
    let line = line
        .or(listed)
        .or_else(|| (0..lines.len()).rev().find(is_begun))
        .or_else(|| lines.iter().position(is_named))
        .or_else(|| lines.iter().rposition(begins));
    let line = line.unwrap_or(0);
    reading.say(line, |span| fault::attachment_missing(span, &name, &file));
    files.listed.push(Listed { name, title: None, key: "文件", file, is_labelled: true });
}

/// The lines of the body. Its tables of duties become attachments without a label; those above the signature stand in it.
fn own_tables(reading: &mut Reading<'_>, files: &mut Files) -> Vec<usize> {
    let lines: Vec<usize> = (0..reading.lines.len()).filter(|i| reading.roles[*i] == Role::Body).collect();
    place_tables(reading, &lines, reading.facts.dated_line, files)
}
