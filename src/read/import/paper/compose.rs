//! The files of a notice, out of the parts of a paper.

use std::collections::BTreeSet;

use crate::read::document::{Document, Picture, Place, Typeface, Words};
use crate::read::import::caption::plain;
use crate::read::import::fault::{paper as fault, personal_note};
use crate::read::import::foot::is_personal;
use crate::read::import::paper::body::Part;
use crate::read::import::paper::facts::{Enclosed, Role};
use crate::read::import::paper::fields::PageFacts;
use crate::read::import::paper::front::{Listed, front};
use crate::read::import::paper::intake::table_name;
use crate::read::import::paper::likeness::{Likeness, likeness};
use crate::read::import::paper::line::Line;
use crate::read::import::paper::linked::file_name;
use crate::read::import::paper::signs::{can_be_title, normal};
use crate::read::import::paper::table_title::{attached_title, is_of_caption, table_title};
use crate::read::import::paper::tasks::{move_tasks, number_measures, with_notes};
use crate::read::import::paper::written::{tell_cells, tell_links, write_parts};
use crate::read::import::paper::{ImportedPaper, Reading, sheet};
use crate::text::filename::{free, storable};
use crate::text::link::encoded;
use crate::text::markdown::escaped;

/// The characters of a name by which its line is found where it is written over several lines.
const BEGINNING: usize = 8;

/// Files under construction.
#[derive(Default)]
struct Files {
    /// Tables of duties: path and text.
    tables: Vec<(String, String)>,
    /// Attached papers: path and parts.
    papers: Vec<(String, Vec<Part>)>,
    /// Other files.
    others: Vec<(String, Vec<u8>)>,
    /// Attachments, in order.
    listed: Vec<Listed>,
    offices: Vec<String>,
    /// The paths of the document's pictures; `None` for one that the document only names.
    pictures: Vec<Option<String>>,
}

/// Writes the files of a notice.
pub fn compose(mut reading: Reading<'_>, document: &Document, page: &PageFacts) -> ImportedPaper {
    let mut files = Files::default();
    let pictures = pictures(&mut reading, document, &mut files);
    for enclosed in &std::mem::take(&mut reading.enclosed) {
        while files.listed.len() < enclosed.index {
            let name = reading.facts.names[files.listed.len()].clone();
            missing(&mut reading, None, name, &mut files);
        }
        attach(&mut reading, enclosed, &mut files);
    }
    for name in reading.facts.names.split_off(files.listed.len().min(reading.facts.names.len())) {
        missing(&mut reading, None, name, &mut files);
    }
    let body = own_tables(&mut reading, &mut files);
    let parts = reading.parts(&body);
    let mut papers = std::mem::take(&mut files.papers);
    papers.insert(0, (String::new(), parts));
    let moved = move_tasks(&mut reading, &papers, &mut files.tables);
    let mut texts = papers.iter().enumerate().map(|(index, (path, parts))| {
        let moved = moved.as_ref().filter(|(of, _)| *of == index).map_or(&[][..], |(_, moved)| moved);
        (path.clone(), write_parts(&mut reading, parts, moved, &pictures))
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
            let is_here = |line: &&Line| holds(line, index);
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

/// Whether a line, or a cell of a table, shows a picture.
fn holds(line: &Line, picture: usize) -> bool {
    let cells = line.table().into_iter().flat_map(|table| &table.cells).flat_map(|cell| &cell.paragraphs);
    let mut words = line.words().iter().chain(cells.flat_map(|paragraph| &paragraph.words));
    words.any(|words| *words == Words::Picture(picture))
}

/// Adds an attachment: a table, a paper, or a file that is not here.
fn attach(reading: &mut Reading<'_>, enclosed: &Enclosed, files: &mut Files) {
    let (index, title) = (enclosed.index, enclosed.title.concat());
    let listed = reading.facts.names.get(index).cloned();
    if let Some(name) = listed.as_ref().filter(|name| !title.is_empty() && normal(name) != normal(&title)) {
        reading.say(enclosed.label, |span| fault::attachment_differs(span, name, &title));
    }
    let name = listed.unwrap_or_else(|| title.clone());
    let (file, behind) = file_name(reading, enclosed);
    let is_file = file.is_some();
    if let Some(file) = file {
        reading.facts.files.insert(files.listed.len(), file);
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
    let has_pictures = enclosed
        .lines
        .iter()
        .any(|line| reading.lines[*line].words().iter().any(|words| matches!(words, Words::Picture(_))));
    if let ([table], false) = (tables.as_slice(), has_pictures)
        && let Some(Tasks { file, count, heads }) =
            duties(reading, *table, &attached_title(&enclosed.title, &name), &enclosed.lines, files)
    {
        reading.say(*table, |span| fault::table_of_tasks(span, &file, count, &heads));
        files.listed.push(Listed { name, key: "表", file, is_labelled: true });
        return;
    }
    if let Some(table) = tables.iter().find(|i| reading.lines[**i].table().is_some_and(sheet::is_of_duties)) {
        reading.say(*table, fault::not_a_file_of_tasks);
    }
    for table in &tables {
        tell_near(reading, *table);
    }
    let parts = reading.parts(&enclosed.lines);
    let file = format!("fujian-{}.md", index + 1);
    files.papers.push((file.clone(), parts));
    files.listed.push(Listed { name, key: "文", file, is_labelled: true });
}

/// An attachment that is named and not here: its file has to be put into place by people.
fn missing(reading: &mut Reading<'_>, line: Option<usize>, name: String, files: &mut Files) {
    let file = reading.facts.files.get(&files.listed.len()).unwrap_or(&name);
    let file = format!("files/{}", storable(file));
    // The title of the paper may have the name as well, above 附件说明.
    let is_taken = |i: &usize| reading.roles[*i] == Role::Taken && reading.lines[*i].text.contains(&name);
    let listed = (0..reading.lines.len()).rev().find(is_taken);
    let is_named = |line: &Line| line.text.contains(&name);
    // Of a name over two lines the first has the beginning.
    let beginning: String = name.chars().take(BEGINNING).collect();
    let begins = |line: &Line| line.text.contains(&beginning);
    let lines = &reading.lines;
    let line = line
        .or(listed)
        .or_else(|| lines.iter().position(is_named))
        .or_else(|| lines.iter().rposition(begins));
    let line = line.unwrap_or(0);
    reading.say(line, |span| fault::attachment_missing(span, &name, &file));
    files.listed.push(Listed { name, key: "文件", file, is_labelled: true });
}

/// A file of tasks that was made of a table.
struct Tasks {
    /// Its name.
    file: String,
    /// The number of its tasks.
    count: usize,
    /// The heads because of which the table was taken for one of duties.
    heads: String,
}

/// Imports a table of duties with the lines around it.
fn duties(
    reading: &mut Reading<'_>,
    table: usize,
    title: &str,
    lines: &[usize],
    files: &mut Files,
) -> Option<Tasks> {
    let Likeness::Duties(heads) = likeness(reading.lines[table].table()?) else { return None };
    let place = lines.iter().position(|i| *i == table)?;
    let (above, below) = (&lines[..place], &lines[place + 1..]);
    // 填报单位 and a second line of the title belong to the table, other words beside it are notes.
    let (own, beside): (Vec<usize>, Vec<usize>) =
        above.iter().copied().partition(|i| is_of_caption(&reading.lines[*i].text));
    let own_title = reading.lines[table].table().and_then(sheet::title);
    let is_again = own_title.is_some_and(|own| normal(&own) == normal(title));
    let title = Some(title.to_owned()).filter(|title| !title.is_empty() && !is_again);
    let texts = own.iter().map(|i| reading.lines[*i].text.clone());
    let above: Vec<String> = title.into_iter().chain(texts).collect();
    let line = &reading.lines[table];
    let sheet = sheet::sheet(table_name(line.place), &above, line.table()?, &[]);
    let imported = reading.intake.intake.table_on(&sheet, &[])?;
    let number = files.tables.len() + 1;
    let file = if number == 1 { "tasks.yaml".to_owned() } else { format!("tasks-{number}.yaml") };
    tell_cells(reading, table, &files.pictures);
    let yaml = number_measures(&imported.yaml).unwrap_or(imported.yaml);
    let yaml = add_notes(reading, yaml, &beside, below);
    files.tables.push((file.clone(), yaml));
    files.offices.extend(imported.offices);
    Some(Tasks { file, count: imported.tasks, heads: heads.join("”“") })
}

/// Tells of a table that is somewhat like one of duties and stays a table of the text.
fn tell_near(reading: &mut Reading<'_>, line: usize) {
    let is_near = reading.lines[line].table().is_some_and(|table| matches!(likeness(table), Likeness::Near));
    if is_near {
        reading.say(line, fault::no_table_of_tasks);
    }
}

/// Adds the lines above and below a table to its 表注, and tells of each.
fn add_notes(reading: &mut Reading<'_>, yaml: String, above: &[usize], below: &[usize]) -> String {
    for (i, is_above) in above.iter().map(|i| (*i, true)).chain(below.iter().map(|i| (*i, false))) {
        let text = reading.lines[i].text.clone();
        reading.say(i, |span| fault::note(span, is_above));
        if is_personal(&text) {
            reading.say(i, |span| personal_note(span, &text));
        }
        tell_links(reading, i);
    }
    let texts = |lines: &[usize]| lines.iter().map(|i| reading.lines[*i].text.clone()).collect();
    if above.is_empty() && below.is_empty() { yaml } else { with_notes(&yaml, texts(above), texts(below)) }
}

/// Whether a line above a table is its name: 任务清单、重点任务分解表、续表.
fn is_table_name(line: &Line) -> bool {
    const ENDS: [&str; 7] = ["表", "清单", "台账", "一览", "分工", "名单", "目录"];
    const LONGEST: usize = 40;
    let text = plain(&line.text);
    let bare = text.strip_suffix("（续）").unwrap_or(&text);
    let is_plain = line.words().iter().all(|words| matches!(words, Words::Text { .. }));
    let is_named = ENDS.iter().any(|end| bare.ends_with(end)) && text.chars().count() <= LONGEST;
    let look = line.look();
    let is_set = look.typeface == Typeface::TitleSong || look.begins_page || look.heading.is_some();
    line.is_words() && is_plain && (is_named || is_set) && can_be_title(&line.text)
}

/// The lines of the body. Its tables of duties become attachments without a label.
fn own_tables(reading: &mut Reading<'_>, files: &mut Files) -> Vec<usize> {
    let lines: Vec<usize> = (0..reading.lines.len()).filter(|i| reading.roles[*i] == Role::Body).collect();
    let mut body = Vec::new();
    for line in lines {
        let above = body.last().copied().filter(|above: &usize| above + 1 == line);
        let named = above.filter(|above| {
            reading.lines[line].table().is_some()
                && (is_table_name(&reading.lines[*above]) || reading.is_name_behind(*above))
        });
        let name = match named {
            Some(named) => reading.lines[named].text.trim().to_owned(),
            None => table_title(reading, line, above),
        };
        let tasks = reading.lines[line]
            .table()
            .is_some()
            .then(|| duties(reading, line, &name, &[line], files))
            .flatten();
        let Some(Tasks { file, heads, .. }) = tasks else {
            tell_near(reading, line);
            body.push(line);
            continue;
        };
        if let Some(named) = named {
            body.pop();
            reading.say(named, |span| fault::part(span, "表名"));
        }
        reading.say(line, |span| fault::table_moved(span, &file, &name, &heads));
        files.listed.push(Listed { name, key: "表", file, is_labelled: false });
    }
    body
}
