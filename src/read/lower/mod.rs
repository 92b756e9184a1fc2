//! From files to the model: every value typed, every name resolved, every mistake reported at its place.
//!
//! Nothing that was read is given up because something beside it is wrong: what is missing is reported and a
//! blank stands in for it, so that the rest is judged in the same run. With an error nothing is built anyway.

mod followup;
mod links;
mod metadata;
mod notice;
mod offices;
mod paper;
mod progress;
mod roster;
mod site;
mod standard;
mod summary;
mod table;

use std::cell::RefCell;
use std::collections::BTreeMap;

use jiff::civil::Date;
use rayon::iter::{IntoParallelIterator, IntoParallelRefIterator, ParallelIterator};

use crate::calendar::Calendar;
use crate::diagnostic::Report;
use crate::model::Project;
use crate::model::attachment::{AttachmentKind, PublishedFile};
use crate::model::notice::Notice;
use crate::model::office::Register;
use crate::model::paper::{Paper, Target};
use crate::model::progress::EvidenceKind;
use crate::model::section::{Section, SectionId};
use crate::model::site::Site;
use crate::model::stored::StoredFile;
use crate::read::attached;
use crate::read::disk::discover::{Content, is_text};
use crate::read::disk::file::bytes_up_to;
use crate::read::disk::memory::Form;
use crate::read::fault::codes;
use crate::read::fault::{fields, files};
use crate::read::form::section::SectionFile;
use crate::read::yaml::field::{Field, Text};
use crate::read::yaml::{self, decode};
use crate::source::{FileId, Located, Sources, Span};

/// A project as far as it could be read, the texts that it came from, and what was found in them.
#[must_use]
pub fn project(mut content: Content, today: Date) -> (Project, Sources, Report) {
    let lower = Lower { content: &content, today, report: RefCell::default() };
    lower.folders_named_like_files();
    lower.names_that_differ_in_case_only();
    lower.folders_without_notice();
    let calendar = lower.calendar();
    let site = lower.site();
    let register = lower.register();
    let sections = lower.sections();
    let standards = lower.standards(&sections);
    let notices = lower.notices(&sections, &register, &site);
    let mut report = lower.report.into_inner();
    let named = named_files(&notices, today);
    report.append(content.report);
    let files = publish(named, &mut content.files, content.strips_metadata, &mut report);
    let project = Project {
        today,
        calendar,
        site,
        register,
        sections,
        standards,
        notices,
        files,
        templates: content.templates,
    };
    links::report_internal(&project, &mut report);
    (project, content.sources, report)
}

/// The files that the public can reach on a day, each with the first place where one is named. What only internal
/// notes and summaries name is not among them.
fn named_files(notices: &[Notice], today: Date) -> BTreeMap<String, Span> {
    let mut named = BTreeMap::new();
    for notice in notices {
        for attachment in &notice.attachments {
            if let AttachmentKind::File(path) = &attachment.kind {
                named.entry(path.clone()).or_insert(attachment.name.span);
            }
        }
        let notes = || notice.notes.iter().filter(|note| note.is_published(today));
        for evidence in notes().flat_map(|note| &note.evidence) {
            if let EvidenceKind::File(path) = &evidence.kind {
                named.entry(path.clone()).or_insert(evidence.text.span);
            }
        }
        let summaries = notice.summaries.iter().filter(|summary| summary.is_published(today));
        let papers = notice.papers().chain(notes().map(|note| &note.body));
        let papers = papers.chain(summaries.map(|summary| &summary.body));
        for link in papers.flat_map(Paper::links) {
            if let Some(Target::File(path)) = &link.target {
                named.entry(path.clone()).or_insert(link.place);
            }
        }
    }
    named
}

/// Takes the named files out of what was found on the disk; everything else stays unpublished.
fn publish(
    named: BTreeMap<String, Span>,
    found: &mut BTreeMap<String, StoredFile>,
    strips: bool,
    report: &mut Report,
) -> BTreeMap<String, PublishedFile> {
    let named: Vec<(String, Span, StoredFile)> = named
        .into_iter()
        .filter_map(|(path, named)| found.remove(&path).map(|stored| (path, named, stored)))
        .collect();
    for (path, named, _) in named.iter().filter(|(.., stored)| stored.length == 0) {
        report.push(files::empty_file(*named, path));
    }
    let published = named.into_par_iter().map(|(path, named, stored)| {
        let is_read = stored.length <= attached::MOST;
        let bytes = is_read.then(|| bytes_up_to(&stored, attached::MOST)).flatten();
        let stripped = bytes.as_deref().filter(|_| strips).and_then(attached::strip);
        let inside = attached::inspect(&path, stripped.as_deref().or(bytes.as_deref()));
        (path, PublishedFile { stored, named, inside, stripped })
    });
    published.collect()
}

/// Everything that lowering needs at hand.
struct Lower<'c> {
    content: &'c Content,
    today: Date,
    report: RefCell<Report>,
}

/// A file below `content/`, looked up by its path.
enum Lookup {
    Text(FileId),
    /// It is there but unreadable; that has been reported.
    Reported,
    Missing,
}

impl Lower<'_> {
    fn look_up(&self, path: &str) -> Lookup {
        match self.content.texts.get(path) {
            Some(Some(file)) => Lookup::Text(*file),
            Some(None) => Lookup::Reported,
            None if self.content.folders.contains_key(path) => Lookup::Reported,
            None => Lookup::Missing,
        }
    }

    /// Finds a file that every project needs.
    fn required_file(&self, name: &str) -> Option<FileId> {
        match self.look_up(name) {
            Lookup::Text(file) => Some(file),
            Lookup::Missing => {
                let place = Span::head(self.content.folders[""]);
                self.report.borrow_mut().push(files::required_file(place, name));
                None
            }
            Lookup::Reported => None,
        }
    }

    /// Reads a file of YAML. `None` when nothing can be read from it: then nothing is missing in it either.
    fn yaml<T: Form>(&self, file: FileId) -> Option<T> {
        self.yaml_part(file, &self.content.sources.file(file).text, 0)
    }

    /// Reads YAML that stands in a file from byte `base` on.
    fn yaml_part<T: Form>(&self, file: FileId, text: &str, base: usize) -> Option<T> {
        let understand = || {
            let report = RefCell::default();
            let form = yaml::parse(file, text, base, &report).and_then(|node| decode(&node, &report));
            (form, report.into_inner())
        };
        let (form, report) = match &self.content.forms {
            Some(forms) => forms.understood(file, text, base, understand),
            None => understand(),
        };
        self.report.borrow_mut().append(report);
        form
    }

    /// A field that has to be there; a blank text stands in for it.
    fn required(&self, field: Field<Text>, key: &str, record: Span) -> Text {
        match &field {
            Field::Absent => self.report.borrow_mut().push(fields::missing_key(record, key)),
            Field::Given(text) if text.value.trim().is_empty() => {
                self.report.borrow_mut().push(fields::blank(text.span, key));
            }
            Field::Given(_) | Field::Wrong => {}
        }
        field.given().unwrap_or_else(|| Located::new(String::new(), record))
    }

    fn folders_named_like_files(&self) {
        for (path, file) in &self.content.folders {
            if is_text(path) {
                self.report.borrow_mut().push(files::not_a_file(Span::head(*file), path));
            }
        }
    }

    /// Windows and macOS keep one folder for names that differ in case only, and so do their web servers.
    fn names_that_differ_in_case_only(&self) {
        let mut seen: BTreeMap<String, &str> = BTreeMap::new();
        for (path, file) in &self.content.folders {
            if let Some(other) = seen.insert(path.to_lowercase(), path) {
                self.report.borrow_mut().push(files::same_address(Span::head(*file), path, other));
            }
        }
    }

    /// A folder in which somebody wrote something, but that is neither a section nor a notice nor part of one:
    /// `Notice.md` and `notice.md.txt` are the usual reasons.
    fn folders_without_notice(&self) {
        let holds = |folder: &str, name: &str| self.content.texts.contains_key(&format!("{folder}/{name}"));
        let is_home = |folder: &str| holds(folder, "notice.md") || holds(folder, "column.yaml");
        for (path, file) in self.content.folders.iter().filter(|(path, _)| !path.is_empty()) {
            let in_notice = std::iter::successors(Some(path.as_str()), |path| {
                Some(parent_folder(path)).filter(|p| !p.is_empty())
            })
            .any(|folder| holds(folder, "notice.md"));
            if in_notice || is_home(path) {
                continue;
            }
            let beside = |name: &&String| parent_folder(name) == path;
            let texts = self.content.texts.keys().filter(beside);
            if let Some(lost) = texts.chain(self.content.files.keys().filter(beside)).next() {
                self.report.borrow_mut().push(files::no_notice(Span::head(*file), lost));
            }
        }
    }

    /// 工作日历: the statutory one with the rows of `holidays.csv`, if the project has that file.
    fn calendar(&self) -> Calendar {
        let statutory = Calendar::statutory();
        let Lookup::Text(file) = self.look_up("holidays.csv") else { return statutory };
        match statutory.with_csv(&self.content.sources.file(file).text) {
            Ok(calendar) => calendar,
            Err(errors) => {
                for error in errors {
                    let span = Span::new(file, error.range.start, error.range.end);
                    let finding = || fields::holiday(span, &error.reason);
                    self.report.borrow_mut().push_with(&codes::HOLIDAY, file, finding);
                }
                statutory
            }
        }
    }

    /// The sections, parents first: a path sorts before all paths below it. A folder is a section as soon as its
    /// file is there, readable or not, so that what lies in it is judged.
    fn sections(&self) -> Vec<Section> {
        let mut sections: Vec<Section> = Vec::new();
        let mut ids: BTreeMap<&str, SectionId> = BTreeMap::new();
        for (path, folder) in self.content.folders.iter().filter(|(path, _)| !path.is_empty()) {
            let (record, place) = match self.look_up(&format!("{path}/column.yaml")) {
                Lookup::Missing => continue,
                Lookup::Reported => (None, Span::head(*folder)),
                Lookup::Text(file) => (self.yaml::<SectionFile>(file), Span::head(file)),
            };
            let parent = ids.get(parent_folder(path)).copied();
            if parent.is_none() && !parent_folder(path).is_empty() {
                self.report.borrow_mut().push(files::stray_folder(place));
            }
            ids.insert(path, SectionId(sections.len()));
            let SectionFile { name, description, keywords, kind, code } = match record {
                Some(record) => record,
                // Nothing is missing in what could not be read.
                None => SectionFile { name: Field::Wrong, ..SectionFile::default() },
            };
            let folder = format!("{path}/");
            let below = self.content.texts.range(folder.clone()..).map(|(file, _)| file);
            let holds_notices =
                below.take_while(|file| file.starts_with(&folder)).any(|file| file.ends_with("/notice.md"));
            sections.push(Section {
                path: path.clone(),
                parent,
                name: self.required(name, "名称", place),
                description: description.given(),
                keywords: keywords.given().unwrap_or_default().0,
                kind: kind.given(),
                code: code.given(),
                holds_notices,
            });
        }
        sections
    }

    /// Every notice of the project, by path. They are read several at a time, each with a report of its own, and
    /// the reports joined in the order of the paths.
    fn notices(&self, sections: &[Section], register: &Register, site: &Site) -> Vec<Notice> {
        let ids: BTreeMap<&str, SectionId> =
            sections.iter().enumerate().map(|(i, section)| (section.path.as_str(), SectionId(i))).collect();
        let texts = self.content.texts.iter();
        let homes: Vec<(&str, FileId)> =
            texts.filter_map(|(path, file)| Some((path.strip_suffix("/notice.md")?, (*file)?))).collect();
        let (content, today) = (self.content, self.today);
        let read = |(folder, file): &(&str, FileId)| {
            let lower = Lower { content, today, report: RefCell::default() };
            let notice = if let Some(section) = ids.get(parent_folder(folder)) {
                lower.notice(*file, folder, *section, register, site)
            } else {
                lower.report.borrow_mut().push(files::stray_folder(Span::head(*file)));
                None
            };
            (notice, lower.report.into_inner())
        };
        let mut notices = Vec::with_capacity(homes.len());
        for (notice, report) in homes.par_iter().map(read).collect::<Vec<_>>() {
            self.report.borrow_mut().append(report);
            notices.extend(notice);
        }
        notices
    }
}

/// The folder in which a folder or file lies; an empty path for the top.
fn parent_folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(parent, _)| parent)
}

/// A paper that stands alone, for tests of what reads papers.
#[cfg(test)]
pub use paper::of_text as paper_of_text;
