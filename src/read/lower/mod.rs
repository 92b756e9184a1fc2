//! From files to the model: every value typed, every name resolved, every mistake reported at its place.
//!
//! A mistake does not end the reading of the values around it: a missing value is reported and replaced by a blank,
//! so that one run reports all mistakes. With an error nothing is built anyway.

mod alike;
mod attachments;
mod beside;
mod choices;
mod disclosure;
mod folders;
mod followup;
mod hold;
mod links;
mod metadata;
mod moments;
mod notice;
mod offices;
mod paper;
mod paths;
mod placed;
mod placeholders;
mod places;
mod progress;
mod published;
mod related;
mod roster;
mod sections;
mod site;
mod standard;
mod statuses;
mod summary;
mod table;
mod table_columns;
mod withdrawal;
mod wording;
mod words;

pub use offices::register;
pub use paper::Numbers;

use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use rayon::iter::{IntoParallelRefIterator, ParallelIterator};

use crate::calendar::Calendar;
use crate::diagnostic::Report;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::office::Register;
use crate::model::section::{Section, SectionId};
use crate::model::site::Site;
use crate::read::disk::content::Content;
use crate::read::disk::memory::Form;
use crate::read::fault::{codes, csv, fields, files};
use crate::read::lower::alike::report_names_that_differ_in_case_only;
pub use crate::read::lower::hold::{hold_back, hold_drafts, take_down};
use crate::read::lower::paths::parent_folder;
use crate::read::lower::published::{named_files, publish};
use crate::read::yaml::field::{Field, Text};
use crate::read::yaml::{self, decode};
use crate::source::{FileId, Located, Sources, Span};
use crate::text::law::Laws;

/// A project as far as it could be read, its source texts, and the findings.
#[must_use]
pub fn project(mut content: Content, today: Date) -> (Project, Sources, Report) {
    report_names_that_differ_in_case_only(&mut content);
    let lower = Lower { content: &content, today, report: RefCell::default(), named: RefCell::default() };
    lower.folders_named_like_files();
    lower.folders_without_notice();
    let calendar = lower.calendar();
    let laws = lower.laws();
    let site = lower.site();
    let register = lower.register();
    let sections = lower.sections();
    let standards = lower.standards(&sections);
    let notices = lower.notices(&sections, &register, &site);
    let mut report = lower.report.into_inner();
    let named = named_files(&site, &notices, today, &[]);
    report.append(content.report);
    let files = publish(named, &mut content.files, content.strips_metadata, &mut report);
    let project = Project {
        today,
        calendar,
        laws,
        site,
        register,
        sections,
        standards,
        notices,
        held: Vec::new(),
        withdrawn: Vec::new(),
        files,
        templates: content.templates,
    };
    links::report_internal(&project, &mut report);
    (project, content.sources, report)
}

/// Input of lowering, and its findings.
struct Lower<'c> {
    content: &'c Content,
    today: Date,
    report: RefCell<Report>,
    /// The text files that the notice names.
    named: RefCell<BTreeSet<FileId>>,
}

/// A file below `content/`, looked up by its path.
enum Lookup {
    Text(FileId),
    /// The file exists but is unreadable, which has been reported.
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

    /// Reads a file of YAML. `None` when nothing can be read from it; missing fields are not
    /// reported then.
    fn yaml<T: Form>(&self, file: FileId) -> Option<T> {
        self.yaml_part(file, &self.content.sources.file(file).text, 0)
    }

    /// Reads YAML that begins at byte `base` of a file.
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

    /// A required field; a missing one is reported and replaced by a blank text.
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

    /// 工作日历: the statutory one with the rows of `holidays.csv`, if the project has that file.
    fn calendar(&self) -> Calendar {
        let statutory = Calendar::statutory();
        let Lookup::Text(file) = self.look_up("holidays.csv") else { return statutory };
        match statutory.with_csv(&self.content.sources.file(file).text) {
            Ok(calendar) => calendar,
            Err(errors) => {
                for error in errors {
                    let span = Span::new(file, error.range.start, error.range.end);
                    let finding = || csv::holiday(span, &error.reason);
                    self.report.borrow_mut().push_with(&codes::HOLIDAY, file, finding);
                }
                statutory
            }
        }
    }

    /// 法律法规: the built-in ones with the rows of `laws.csv`, if the project has that file.
    fn laws(&self) -> Laws {
        let mut laws = Laws::default();
        let Lookup::Text(file) = self.look_up("laws.csv") else { return laws };
        for fault in laws.add(&self.content.sources.file(file).text) {
            let span = Span::new(file, fault.range.start, fault.range.end);
            let finding = || csv::law(span, &fault.reason);
            self.report.borrow_mut().push_with(&codes::LAW, file, finding);
        }
        laws
    }

    /// Every notice of the project, by path. Notices are read in parallel, each with a report of its own; the
    /// reports are joined in the order of the paths.
    fn notices(&self, sections: &[Section], register: &Register, site: &Site) -> Vec<Notice> {
        let ids: BTreeMap<&str, SectionId> =
            sections.iter().enumerate().map(|(i, section)| (section.path.as_str(), SectionId(i))).collect();
        let texts = self.content.texts.iter();
        let homes: Vec<(&str, FileId)> =
            texts.filter_map(|(path, file)| Some((path.strip_suffix("/notice.md")?, (*file)?))).collect();
        let (content, today) = (self.content, self.today);
        let read = |(folder, file): &(&str, FileId)| {
            let lower = Lower { content, today, report: RefCell::default(), named: RefCell::default() };
            let notice = if let Some(section) = ids.get(parent_folder(folder)) {
                let notice = lower.notice(*file, folder, *section, register, site);
                notice.inspect(|_| lower.files_without_mention(folder))
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

pub use paper::of_text as paper_of_text;
