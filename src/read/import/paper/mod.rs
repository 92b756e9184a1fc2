//! A paper from outside becomes the folder of a notice: `notice.md`, a file for each attachment, and `files/`.
//!
//! `line` has the document line by line, `contents` and `page_numbers` are left out of it; `likeness` says which tables are
//! 责任分解表, `rows` which are only names in rows, or columns of a text; `top`, `end`, `issued` and `enclosed` say which part
//! of the paper each line is, by the `signs` of GB/T 9704-2012; `listed` and `unnumbered` read the names in 附件说明,
//! `matched` finds the one of each label; `body` finds headings by the `sequence` of their numbers, `tasks` the paragraphs
//! that a table says, too; `duties` makes files of tables, `attached` finds the texts with such tables in them, `placed` the
//! places of the tables; `title_lines` and `addressee` find the title and 主送, `title_form` says whether the title is 标题 or
//! 完整标题, `bodiless` tells of papers without a body, `compose` writes the files. A line that is not understood is one of the body: nothing is dropped without a finding.

mod addressee;
mod attached;
mod bodiless;
mod body;
mod compose;
mod contents;
mod continued;
mod divided;
mod duties;
mod enclosed;
mod end;
mod facts;
mod fields;
mod files;
mod front;
mod imprint;
mod intake;
mod issued;
mod judged_table;
mod likeness;
mod line;
mod linked;
mod listed;
mod lists;
mod markdown;
mod matched;
mod page_numbers;
mod placed;
mod rows;
mod sequence;
mod sheet;
mod signs;
mod table_title;
mod tasks;
mod title_form;
mod title_lines;
mod top;
mod typed;
mod unnumbered;
mod unwrapped;
mod written;

use jiff::civil::Date;

use crate::diagnostic::{Diagnostic, Report};
use crate::read::document::{self, Document, Field, LeftOut, LeftOutKind, Limits, Place};
use crate::read::import::fault::{left_out, paper as fault, unreadable_document};
use crate::read::import::intake::Intake;
use crate::read::import::paper::facts::{Enclosed, Facts, Role};
use crate::read::import::paper::intake::PaperIntake;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::rows::Spread;
use crate::read::import::proposal::OfficeLine;
use crate::source::{Sources, Span};
use crate::text::title::{issuing_body, joint_bodies};

/// Result of importing a paper.
#[derive(Debug)]
pub struct ImportedPaper {
    /// Path below the notice's folder and bytes of each file, `notice.md` first.
    pub files: Vec<(String, Vec<u8>)>,
    /// The lines in which offices stand in its tables.
    pub(in crate::read::import) offices: Vec<OfficeLine>,
    /// 发文机关, where it is known.
    pub issuer: Option<String>,
    /// 成文日期, where it is known.
    pub dated: Option<Date>,
    /// The places of the findings.
    pub sources: Sources,
    /// The findings.
    pub report: Report,
}

/// A paper while its parts are found.
struct Reading<'n> {
    intake: PaperIntake<'n>,
    lines: Vec<Line>,
    /// The part that each line is.
    roles: Vec<Role>,
    facts: Facts,
    /// The attachments behind the paper.
    enclosed: Vec<Enclosed>,
    /// Labels and values in lines below the title.
    below_title: Vec<Field>,
    /// Lines that the page wrote.
    of_page: Vec<usize>,
    /// The bodies of 发文机关标志.
    marked: Vec<String>,
}

/// The endings of names of papers; other files are workbooks.
const ENDINGS: [&str; 16] = [
    "docx", "docm", "dotx", "doc", "wps", "wpt", "rtf", "html", "htm", "mht", "mhtml", "txt", "text", "odt",
    "pdf", "ofd",
];

/// Whether a file is a paper by its name; `-` is standard input.
#[must_use]
pub fn is_paper(name: &str) -> bool {
    let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending);
    name == "-" || ENDINGS.iter().any(|known| ending.eq_ignore_ascii_case(known))
}

/// Whether a file is a paper: a Word document whatever its name is, or another by its name.
#[must_use]
pub fn is_paper_file(name: &str, bytes: &[u8]) -> bool {
    is_paper(name) || document::is_word(bytes)
}

/// Imports a paper from the bytes of its file; `name` is how findings call it, `limits` how large the file may be.
#[must_use]
pub fn import_paper(name: &str, bytes: &[u8], limits: Limits) -> ImportedPaper {
    match document::read(name, bytes, limits) {
        Ok(document) => import_document(name, &document),
        Err(reason) => {
            let mut intake = PaperIntake::new(name, &Document::default());
            intake.find(reason.place.unwrap_or(Place::Line(1)), |span| unreadable_document(span, &reason));
            let PaperIntake { intake: Intake { sources, report, .. }, .. } = intake;
            ImportedPaper {
                files: Vec::new(),
                offices: Vec::new(),
                issuer: None,
                dated: None,
                sources,
                report,
            }
        }
    }
}

/// Imports a document; `name` is how findings call its file.
#[must_use]
pub fn import_document(name: &str, document: &Document) -> ImportedPaper {
    let (lines, contents) = contents::without_contents(line::lines(document));
    let (lines, numbers) = page_numbers::without_page_numbers(lines);
    let (lines, divided) = divided::join_tables(lines);
    let (lines, spread) = rows::spread_tables(lines);
    let mut reading = Reading {
        intake: PaperIntake::new(name, document),
        roles: vec![Role::Body; lines.len()],
        lines,
        facts: Facts::default(),
        enclosed: Vec::new(),
        below_title: Vec::new(),
        of_page: Vec::new(),
        marked: Vec::new(),
    };
    for (place, words) in gathered(numbers) {
        reading.intake.find(place, |span| fault::page_number(span, &words));
    }
    for table in spread {
        match table {
            Spread::Names(place) => reading.intake.find(place, fault::table_in_rows),
            Spread::Columns(place) => reading.intake.find(place, fault::table_of_columns),
        }
    }
    for part in divided {
        reading
            .intake
            .find(part.place, |span| fault::divided(span, part.is_joined, part.is_alike, &part.left_out));
    }
    for part in contents {
        reading.intake.find(part.place, |span| fault::contents(span, part.lines, &part.words));
    }
    let begin = reading.read_top(&document.fields);
    let end = reading.read_end(begin);
    reading.read_imprint(end);
    reading.read_linked(end);
    reading.join_wrapped(begin, reading.text_end(begin, end));
    reading.read_enclosed(end);
    reading.join_wrapped_attachments();
    reading.settle_issuers();
    reading.tell_no_body();
    let below_title = std::mem::take(&mut reading.below_title);
    let fields: Vec<&Field> = document.fields.iter().chain(&below_title).collect();
    let page = reading.read_fields(&fields);
    reading.tell_page();
    reading.tell_outside(&document.left_out);
    for part in document.left_out.iter().filter(|part| part.kind != LeftOutKind::Page) {
        reading.intake.find(part.place, |span| left_out(span, part));
    }
    compose::compose(reading, document, &page)
}

impl Reading<'_> {
    /// The line behind the text of the paper: its end, or without a date the first label of an attachment.
    fn text_end(&self, begin: usize, end: usize) -> usize {
        let is_label = |i: &usize| signs::attachment_label(&self.lines[*i].text).is_some();
        let undated = || (begin..self.lines.len()).find(is_label).unwrap_or(self.lines.len());
        if self.facts.dated.is_some() { end } else { undated() }
    }

    /// Reports a finding about a line.
    fn say(&mut self, line: usize, finding: impl FnOnce(Span) -> Diagnostic) {
        let place = self.lines.get(line).map_or(Place::Line(1), |line| line.place);
        self.intake.find(place, finding);
    }

    /// 发文机关 of a paper that nobody signs: that of 版头, else that of the title.
    fn settle_issuers(&mut self) {
        if !self.facts.issuers.is_empty() {
            return;
        }
        if !self.marked.is_empty() {
            self.facts.issuers.clone_from(&self.marked);
            return;
        }
        let title = self.facts.title.concat();
        if let Some(body) = issuing_body(&title).map(str::trim) {
            let several = joint_bodies(body).unwrap_or_else(|| vec![body]);
            self.facts.issuers.extend(several.into_iter().map(str::to_owned));
        }
    }

    /// Says in one finding what stands on a page outside of the paper: how each element of it begins.
    fn tell_outside(&mut self, left_out: &[LeftOut]) {
        let all: Vec<&LeftOut> = left_out.iter().filter(|part| part.kind == LeftOutKind::Page).collect();
        let Some(first) = all.first() else { return };
        let begin = |part: &&LeftOut| match part.text.char_indices().nth(OUTSIDE.0) {
            Some((end, _)) => format!("{}…", &part.text[..end]),
            None => part.text.clone(),
        };
        let mut words: Vec<String> = all.iter().take(OUTSIDE.1).map(begin).collect();
        if all.len() > words.len() {
            words.push("…".to_owned());
        }
        self.intake.find(first.place, |span| fault::outside(span, all.len(), &words.join("；")));
    }

    /// Says which lines of the page were left out.
    fn tell_page(&mut self) {
        self.of_page.sort_unstable();
        self.of_page.dedup();
        let words: Vec<(Place, String)> =
            self.of_page.iter().map(|i| (self.lines[*i].place, self.lines[*i].text.clone())).collect();
        for (place, words) in gathered(words) {
            self.intake.find(place, |span| fault::of_page(span, &words));
        }
    }
}

/// The longest words of one element of a page that are quoted, in characters, and the most elements.
const OUTSIDE: (usize, usize) = (60, 60);

/// Texts for findings, several of them in one as long as it is short enough to be quoted whole; each with the first place.
fn gathered(texts: Vec<(Place, String)>) -> Vec<(Place, String)> {
    const MOST: usize = 200;
    let mut all: Vec<(Place, String)> = Vec::new();
    for (place, text) in texts {
        let length = |text: &str| text.chars().count();
        match all.last_mut().filter(|(_, last)| length(last) + length(&text) < MOST) {
            Some((_, last)) => *last = format!("{last}；{text}"),
            None => all.push((place, text)),
        }
    }
    all
}

#[cfg(test)]
mod tests;
