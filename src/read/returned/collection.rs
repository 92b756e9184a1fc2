//! The state of a collection: its notes, its findings and their places.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::model::Project;
use crate::model::progress::Note;
use crate::read::returned::fault;
use crate::read::returned::note::says_the_same;
use crate::read::returned::parts::{Collected, Manner, NewNote, Replaced};
use crate::read::yaml::set_fields;
use crate::source::{FileId, Sources, Span};

/// The state of a collection: workbooks read so far, notes made of them.
pub struct Collection<'p> {
    /// The project that handed out.
    pub project: &'p Project,
    /// The manner of the collection.
    pub manner: Manner,
    content: &'p Sources,
    sources: Sources,
    /// The places of workbooks as a whole.
    books: BTreeMap<String, FileId>,
    report: Report,
    /// Notes by their path in lower case, each with the place of its row.
    notes: BTreeMap<String, (NewNote, String)>,
    kept: BTreeSet<String>,
    /// Files of which nothing can be read.
    left: Vec<String>,
}

impl<'p> Collection<'p> {
    /// An empty collection.
    pub fn new(project: &'p Project, content: &'p Sources, manner: Manner) -> Self {
        Self {
            project,
            manner,
            content,
            sources: Sources::default(),
            books: BTreeMap::new(),
            report: Report::default(),
            notes: BTreeMap::new(),
            kept: BTreeSet::new(),
            left: Vec::new(),
        }
    }

    /// Adds a finding at a place.
    pub fn find(&mut self, place: &str, finding: impl FnOnce(Span) -> Diagnostic) {
        let book = place.split(" › ").next().unwrap_or(place);
        let sources = &mut self.sources;
        let home =
            *self.books.entry(book.to_owned()).or_insert_with(|| sources.add(book.to_owned(), String::new()));
        let mut finding = finding(Span::head(home));
        if !self.report.is_full(finding.code, home) {
            finding.span = Span::head(self.sources.add(place.to_owned(), String::new()));
        }
        self.report.push_within(home, finding);
    }

    /// Adds an error about a file of which nothing can be read: it is left, and the other files are collected.
    pub fn leave(&mut self, file: &str, place: &str, finding: impl FnOnce(Span) -> Diagnostic) {
        self.find(place, finding);
        self.left.push(file.to_owned());
    }

    /// How many findings of a severity there are.
    pub fn count(&self, severity: Severity) -> usize {
        self.report.count(severity)
    }

    /// Whether a note has a name already. `path`: below `content/`.
    pub fn is_taken(&self, path: &str) -> bool {
        self.content.find(&format!("content/{path}")).is_some()
    }

    /// Takes a note in, unless it is there already or contradicts one. `earlier`: the note at its path.
    pub fn take(&mut self, mut note: NewNote, earlier: Option<&Note>, place: String) {
        let key = note.path.to_lowercase();
        if let Some((other, first)) = self.notes.get(&key) {
            let (same, first) = (other.text == note.text, first.clone());
            return self.find(&place, |span| {
                if same { fault::same_row(span, &first) } else { fault::contradiction(span, &first) }
            });
        }
        if let Some(earlier) = earlier {
            let there = self.content.file(earlier.span.file);
            let path = there.path.clone();
            if says_the_same(&there.text, &note.text) {
                self.kept.insert(path);
            } else if self.manner.replaces {
                note.replaces = self.replaced(earlier, &note.path);
            } else {
                self.find(&place, |span| fault::note_exists(span, &path));
            }
        }
        self.notes.insert(key, (note, place));
    }

    /// The note that is replaced, under a name that is free.
    fn replaced(&self, earlier: &Note, path: &str) -> Option<Replaced> {
        let day = self.project.today.to_string();
        let text = set_fields(&self.content.file(earlier.span.file).text, &[("作废", Some(&day))])?;
        let stem = path.strip_suffix(".md").unwrap_or(path);
        let mut names = (1..).map(|n| format!("{stem}-作废{n}.md")).skip_while(|path| self.is_taken(path));
        Some(Replaced { path: names.next()?, text, was_public: earlier.public })
    }

    /// The new notes, and the findings.
    pub fn done(self) -> Collected {
        let Self { sources, report, notes, kept, left, .. } = self;
        let is_kept = |path: &str| {
            kept.iter().any(|kept| kept.to_lowercase() == format!("content/{}", path.to_lowercase()))
        };
        let notes = notes.into_values().map(|(note, _)| note).filter(|note| !is_kept(&note.path)).collect();
        Collected { notes, kept: kept.into_iter().collect(), left, sources, report }
    }
}
