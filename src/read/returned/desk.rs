//! Where returned workbooks are gone through, sheet by sheet and row by row.

use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Diagnostic, Report, Severity};
use crate::model::Project;
use crate::model::handout::{FILLED, Mark, Role};
use crate::read::returned::book::{self, Cell, Sheet};
use crate::read::returned::note::says_the_same;
use crate::read::returned::row::Row;
use crate::read::returned::{Collected, NewNote, Returned, fault};
use crate::read::workbook::Limits;
use crate::source::{FileId, Sources, Span};

/// What was gone through so far.
pub struct Desk<'p> {
    /// The project that handed out.
    pub project: &'p Project,
    /// Whether the notes are marked public.
    pub public: bool,
    limits: Limits,
    content: &'p Sources,
    sources: Sources,
    /// The places of workbooks as a whole.
    books: BTreeMap<String, FileId>,
    report: Report,
    /// Notes by their path in lower case, each with the place of its row.
    notes: BTreeMap<String, (NewNote, String)>,
    kept: BTreeSet<String>,
}

/// A sheet of a handout, with its columns by their heads.
pub struct Form<'s> {
    /// The sheet.
    pub sheet: &'s Sheet,
    /// File and sheet, as findings name them.
    pub place: String,
    /// The row of the heads.
    pub head: u32,
    /// The column of the identities.
    pub identity: u32,
    /// The columns by their heads without white space.
    pub columns: BTreeMap<String, u32>,
}

impl Form<'_> {
    /// A cell, as findings name it.
    pub fn at(&self, cell: Cell) -> String {
        format!("{} › {}", self.place, book::name(cell))
    }

    /// The column with that head.
    pub fn column(&self, heading: &str) -> Option<u32> {
        self.columns.get(&without_space(heading)).copied()
    }

    /// What was filled into a row: cell and text by role, where there is any.
    pub fn filled(&self, row: u32) -> BTreeMap<Role, (Cell, String)> {
        let cells = FILLED.iter().filter_map(|(role, heading, _)| {
            let cell = (row, self.column(heading)?);
            Some((*role, (cell, self.sheet.text(cell))))
        });
        cells.filter(|(_, (_, text))| !text.is_empty()).collect()
    }
}

/// A text without its white space: what is left of it tells whether two are the same, however they were saved.
pub fn without_space(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace()).collect()
}

impl<'p> Desk<'p> {
    /// An empty desk.
    pub fn new(project: &'p Project, content: &'p Sources, public: bool, limits: Limits) -> Self {
        Self {
            project,
            public,
            limits,
            content,
            sources: Sources::default(),
            books: BTreeMap::new(),
            report: Report::default(),
            notes: BTreeMap::new(),
            kept: BTreeSet::new(),
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

    /// Goes through one file.
    pub fn file(&mut self, file: &Returned) {
        let sheets = match book::sheets(&file.bytes, self.limits) {
            Ok(sheets) => sheets,
            Err(reason) => {
                let cell = reason.cell.map(book::name);
                let place: Vec<&str> = [Some(file.path.as_str()), reason.sheet.as_deref(), cell.as_deref()]
                    .into_iter()
                    .flatten()
                    .collect();
                return self.find(&place.join(" › "), |span| fault::unreadable(span, &reason));
            }
        };
        let errors = self.report.count(Severity::Error);
        let (mut known, mut filled) = (false, 0);
        for sheet in &sheets {
            let place = format!("{} › {}", file.path, sheet.name);
            let marks = sheet.texts().filter_map(|(cell, text)| Some((cell, Mark::parse(&text)?)));
            let marks: Vec<(Cell, Mark)> = marks.collect();
            if let Some((head, _)) = marks.iter().find(|(_, mark)| *mark == Mark::Head) {
                known = true;
                filled += self.sheet(sheet, place, *head);
            } else if let Some((cell, _)) = marks.first() {
                known = true;
                let other = marks.iter().any(|(_, mark)| *mark == Mark::OtherVersion);
                let place = format!("{place} › {}", book::name(*cell));
                self.find(&place, if other { fault::other_version } else { fault::no_head });
            }
        }
        if !known {
            self.find(&file.path, fault::foreign);
        } else if filled == 0 && self.report.count(Severity::Error) == errors {
            self.find(&file.path, fault::nothing_filled);
        }
    }

    /// Goes through a sheet; tells how many rows were filled in.
    fn sheet(&mut self, sheet: &Sheet, place: String, (head, identity): Cell) -> usize {
        let heads = sheet.texts().filter(|((row, column), _)| *row == head && *column != identity);
        let columns = heads.map(|((_, column), text)| (without_space(&text), column)).collect();
        let form = Form { sheet, place, head, identity, columns };
        let lost: Vec<&str> =
            FILLED.iter().map(|(_, heading, _)| *heading).filter(|h| form.column(h).is_none()).collect();
        if let Some(heading) = lost.first() {
            self.find(&form.at((head, identity)), |span| fault::lost_column(span, heading));
            return 0;
        }
        let mut rows: BTreeMap<u32, Vec<(u32, String)>> = BTreeMap::new();
        for ((row, column), text) in sheet.texts().filter(|((row, _), _)| *row > head) {
            rows.entry(row).or_default().push((column, text));
        }
        let mut filled = 0;
        for (row, cells) in rows {
            let mark = Mark::parse(&sheet.text((row, identity)));
            let known = |column: u32| column == identity || form.columns.values().any(|c| *c == column);
            let stray = cells.iter().find(|(column, _)| mark.is_none() || !known(*column));
            let is_filled = !form.filled(row).is_empty();
            if let Some((column, text)) = stray {
                let severe = mark.is_none() && is_filled;
                self.find(&form.at((row, *column)), |span| fault::stray_text(span, text, severe));
            }
            if let (Some(mark), true) = (mark, is_filled) {
                filled += 1;
                Row::new(&form, row).judge(mark, self);
            }
        }
        filled
    }

    /// Takes a note in, unless it is there already or contradicts one.
    pub fn take(&mut self, note: NewNote, place: String) {
        let key = note.path.to_lowercase();
        if let Some((other, first)) = self.notes.get(&key) {
            let (same, first) = (other.text == note.text, first.clone());
            return self.find(&place, |span| {
                if same { fault::same_row(span, &first) } else { fault::contradiction(span, &first) }
            });
        }
        match self.content.find(&format!("content/{}", note.path)) {
            Some(there) if says_the_same(&there.text, &note.text) => {
                self.kept.insert(there.path.clone());
            }
            Some(there) => {
                let path = there.path.clone();
                self.find(&place, |span| fault::note_exists(span, &path));
            }
            None => {}
        }
        self.notes.insert(key, (note, place));
    }

    /// What was collected.
    pub fn done(self) -> Collected {
        let Self { sources, report, notes, kept, .. } = self;
        let is_kept = |path: &str| {
            kept.iter().any(|kept| kept.to_lowercase() == format!("content/{}", path.to_lowercase()))
        };
        let notes = notes.into_values().map(|(note, _)| note).filter(|note| !is_kept(&note.path)).collect();
        Collected { notes, kept: kept.into_iter().collect(), sources, report }
    }
}
