//! The collector that all readers of attached files write into.

use std::collections::BTreeSet;

use crate::message;
use crate::model::attached::{AttachedText, Inside, Remark, Trace, TraceKind};
use crate::read::package::Limits;
use crate::text::message::{Message, Words};
use crate::text::personal::find;

/// The most texts with numbers, and the most remarks of a kind, that are kept of one file.
const MOST_KEPT: usize = 1_000;
/// The shortest text that can hold a personal number: eleven digits.
const SHORTEST: usize = 11;

/// Names that programs write where nobody gave one.
const NOBODY: &[&str] = &[
    "admin",
    "administrator",
    "microsoft",
    "microsoft corporation",
    "microsoft office user",
    "openpyxl",
    "python-docx",
    "user",
    "微软中国",
    "微软用户",
];

/// Everything found so far.
pub struct Found {
    inside: Inside,
    /// Places and texts found so far: a drawing is often stored twice, for new programs and for old ones.
    seen: BTreeSet<(String, String)>,
    /// The numbers that were found.
    numbers: BTreeSet<String>,
    /// Bytes that may still be unpacked.
    budget: u64,
    /// The names of the files around the one that is read: those of an archive, and those embedded in a document.
    within: Vec<String>,
    search: Search,
}

/// Searches a file, by its name and its bytes, with the reader of its content.
pub type Search = fn(&str, &[u8], &mut Found);

impl Found {
    /// Nothing yet; `search` is called for files within the file. Readers know it by this field only, so that
    /// none of them has to import the choice among all of them.
    pub fn new(search: Search) -> Self {
        Self {
            inside: Inside::default(),
            seen: BTreeSet::new(),
            numbers: BTreeSet::new(),
            budget: Limits::default().file,
            within: Vec::new(),
            search,
        }
    }

    /// The result.
    pub fn done(self) -> Inside {
        self.inside
    }

    /// How many files are around the one that is read.
    pub fn depth(&self) -> usize {
        self.within.len()
    }

    /// Searches a file that is a part of the file.
    pub fn within(&mut self, name: &str, search: impl FnOnce(&mut Self)) {
        self.within.push(format!("“{name}”"));
        search(self);
        self.within.pop();
    }

    /// Searches a file that is a part of the file with the reader of its content.
    pub fn search_within(&mut self, name: &str, bytes: &[u8]) {
        let search = self.search;
        self.within(name, |found| search(name, bytes, found));
    }

    /// The limits of an archive that is opened now.
    pub fn limits(&self) -> Limits {
        Limits { file: self.budget, ..Limits::default() }
    }

    /// Counts bytes that were unpacked; `false` when there were too many.
    pub fn unpacked(&mut self, bytes: usize) -> bool {
        let left = self.budget.checked_sub(bytes as u64);
        self.budget = left.unwrap_or_default();
        left.is_some()
    }

    /// How much may still be unpacked at once.
    pub fn most(&self) -> usize {
        usize::try_from(self.budget.min(Limits::default().part)).unwrap_or(usize::MAX)
    }

    /// Keeps a text if a personal number stands in it. `place` is called only then, because most texts have none.
    pub fn text(&mut self, place: impl FnOnce() -> String, text: &str) {
        if text.len() < SHORTEST {
            return;
        }
        let hits = find(text);
        if hits.is_empty() {
            return;
        }
        self.numbers.extend(hits.into_iter().map(|hit| text[hit.range].to_owned()));
        let place = self.place(&place());
        if !self.seen.insert((place.clone(), text.to_owned())) {
            return;
        }
        match self.inside.texts.len() {
            ..MOST_KEPT => self.inside.texts.push(AttachedText { place, text: text.to_owned() }),
            MOST_KEPT if self.seen.len() == MOST_KEPT + 1 => {
                let what = message!(
                    "有号码的地方超过 1000 处，只列出前 1000 处",
                    "numbers stand in more than 1,000 places, of which 1,000 are listed"
                );
                self.inside.unsearched.push(Remark { place: String::new(), what });
            }
            _ => {}
        }
    }

    /// Keeps a text of a less exact place, if a personal number stands in it that was found nowhere else.
    pub fn rest(&mut self, place: impl FnOnce() -> String, text: &str) {
        if text.len() >= SHORTEST
            && find(text).iter().any(|hit| !self.numbers.contains(&text[hit.range.clone()]))
        {
            self.text(place, text);
        }
    }

    /// Keeps the lines of a long text in which a number stands; a number may go on in the next line.
    pub fn lines(&mut self, place: impl Fn(usize) -> String, text: &str) {
        let (mut line, mut from) = (1, 0);
        for hit in find(text) {
            let start = text[..hit.range.start].rfind('\n').map_or(0, |at| at + 1);
            let end = text[hit.range.end..].find('\n').map_or(text.len(), |at| hit.range.end + at);
            line += text[from..start.max(from)].matches('\n').count();
            from = start.max(from);
            self.text(|| place(line), &text[start..end]);
        }
    }

    /// Notes that a part could not be searched.
    pub fn unsearched(&mut self, place: &str, what: Message) {
        let remark = Remark { place: self.place(place), what };
        push(&mut self.inside.unsearched, remark);
    }

    /// Notes a program, or a reference that opens something else.
    pub fn active(&mut self, place: &str, what: Message) {
        let remark = Remark { place: self.place(place), what };
        push(&mut self.inside.active, remark);
    }

    /// Notes a personal trace.
    pub fn trace(&mut self, kind: TraceKind, name: Words, value: &str) {
        let value = value.trim().trim_matches('\0');
        let is_nobody = NOBODY.contains(&value.to_lowercase().as_str());
        let trace = Trace { kind, name, value: value.to_owned() };
        if !value.is_empty() && !is_nobody {
            push(&mut self.inside.traces, trace);
        }
    }

    /// Notes a picture: its pixels are not read.
    pub fn picture(&mut self) {
        self.inside.is_picture = true;
    }

    /// A place, with the names of the files around it.
    fn place(&self, place: &str) -> String {
        let names = self.within.iter().map(String::as_str);
        names.chain(Some(place).filter(|place| !place.is_empty())).collect::<Vec<_>>().join("的")
    }
}

fn push<T: PartialEq>(list: &mut Vec<T>, one: T) {
    if list.len() < MOST_KEPT && !list.contains(&one) {
        list.push(one);
    }
}
