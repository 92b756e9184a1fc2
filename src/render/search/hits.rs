//! Hits of the search: a notice's name, each of its items, each part of a paper under a heading, each report and
//! summary, and what else is public of it.

use std::collections::BTreeSet;

use crate::model::Project;
use crate::model::attachment::AttachmentKind;
use crate::model::fixed_place::SitePage;
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::model::paper::block_text::Role;
use crate::model::public::{PublicText, TextKind};
use crate::model::table::Value;
use crate::render::routes;
use crate::text::{date, link};

/// The notice's own page in its folder.
const PAGE: &str = "index.html";

/// The longest text of the rest that is one hit, in bytes.
const REST: usize = 1_000;

/// A hit.
#[derive(Debug)]
pub struct Hit {
    /// Its name within the notice; blank for the notice itself.
    pub label: String,
    /// Its page and place, from the notice's folder.
    pub address: String,
    /// Its words: passages with a line feed between them.
    pub text: String,
}

/// The hits of a notice: its name, its items, and the others.
#[derive(Debug)]
pub struct Hits {
    /// The hits, in this order.
    pub list: Vec<Hit>,
    /// Number of items behind the name.
    pub items: usize,
}

/// How many hits there are.
#[derive(Clone, Copy)]
pub struct Count {
    /// All of them.
    pub all: usize,
    /// Those that are items.
    pub items: usize,
}

impl Hits {
    /// How many there are.
    pub fn count(&self) -> Count {
        Count { all: self.list.len(), items: self.items }
    }
}

/// The hits of a notice.
pub fn hits(project: &Project, notice: &Notice) -> Hits {
    let has_tasks = notice.body.has_tasks();
    let texts = notice.texts_on(project.today);
    let notes = notice.published_notes(project.today).map(|note| note.dated.value);
    let summaries = notice.published_summaries(project.today).filter_map(|summary| summary.written.as_ref());
    let days = std::iter::once(notice.dated.value).chain(notes).chain(summaries.map(|day| day.value));
    let mut all: Vec<String> = texts.iter().flat_map(|text| passages(text, has_tasks)).collect();
    all.extend(days.map(date::chinese));
    let mut hits =
        Collector { public: all.iter().cloned().collect(), used: BTreeSet::new(), list: Vec::new() };
    let page = routes::notice(notice);
    let title = one_line(&notice.full_title());
    hits.used.extend([title.clone(), one_line(&notice.title.value)]);
    hits.used.extend(notice.issuers.iter().map(|issuer| one_line(&issuer.value)));
    hits.list.push(Hit { label: String::new(), address: PAGE.to_owned(), text: title });
    for entry in notice.entries() {
        hits.item(notice, &entry);
    }
    let items = hits.list.len() - 1;
    hits.paper("#xiangxi", "", &notice.body);
    for (id, attachment) in notice.attachments_with_ids() {
        if let AttachmentKind::Paper(paper) = &attachment.kind {
            hits.paper(&format!("#{}", id.anchor()), &attachment.name.value, paper);
        }
    }
    for note in notice.published_notes(project.today) {
        let entry = note.about.and_then(|item| notice.entry(item));
        let label = format!("{}　{}", note.dated.value, note.shown_title(entry.as_ref()));
        let evidence = note.evidence.iter().map(|evidence| evidence.text.value.clone());
        let title = note.title.as_ref().map(|title| title.value.clone());
        let lines = [note.office.text.value.clone()].into_iter().chain(title);
        let day = [date::chinese(note.dated.value)];
        let lines: Vec<String> = lines.chain(day).chain(words(&note.body)).chain(evidence).collect();
        hits.add(label, link::relative(&page, &routes::note(notice, note)), &lines);
    }
    for summary in notice.published_summaries(project.today) {
        let year = summary.year.as_ref().map_or(String::new(), |year| year.value.to_string());
        let label = format!("{}　{year}年度总结", summary.office.text.value);
        let day = summary.written.as_ref().map(|day| date::chinese(day.value));
        let lines = [summary.office.text.value.clone()].into_iter().chain(day);
        let lines: Vec<String> = lines.chain(words(&summary.body)).collect();
        hits.add(label, link::relative(&page, &routes::summary(notice, summary)), &lines);
    }
    hits.rest(all);
    Hits { list: hits.list, items }
}

/// The hits of a page of 固定栏目: its title, and its parts.
pub fn of_page(page: &SitePage) -> Hits {
    let title = one_line(&page.title.value);
    let public = words(&page.body).map(|passage| one_line(&passage)).chain([title.clone()]).collect();
    let address = routes::site_page(page);
    let address = address.rsplit('/').next().unwrap_or_default().to_owned();
    let mut hits = Collector { public, used: BTreeSet::new(), list: Vec::new() };
    hits.list.push(Hit { label: String::new(), address: address.clone(), text: title });
    hits.parts(&address, "", &page.body);
    Hits { list: hits.list, items: 0 }
}

/// The hits so far.
struct Collector {
    /// All passages that are public on the day.
    public: BTreeSet<String>,
    /// Those that are in a hit.
    used: BTreeSet<String>,
    list: Vec<Hit>,
}

impl Collector {
    /// Adds a hit of those lines that are public, if any is.
    fn add(&mut self, label: String, address: String, lines: &[String]) {
        let mut kept: Vec<String> = Vec::with_capacity(lines.len());
        for line in lines.iter().map(|line| one_line(line)) {
            if self.public.contains(&line) && !kept.contains(&line) {
                kept.push(line);
            }
        }
        if kept.is_empty() {
            return;
        }
        let text = kept.join("\n");
        self.used.extend(kept);
        self.list.push(Hit { label, address, text });
    }

    /// A measure, or a task without measures, with its values.
    fn item(&mut self, notice: &Notice, entry: &Entry<'_>) {
        let task = &entry.task.name.value;
        let label = format!("{}　{}", notice.item_words(entry.item), one_line(task));
        let mut lines = vec![task.clone()];
        lines.extend(entry.measure.and_then(|measure| measure.text.as_ref()).map(|text| text.value.clone()));
        for cell in entry.cells() {
            match &cell.value {
                Value::Text(texts) => lines.extend(texts.iter().map(|text| text.value.clone())),
                Value::Offices(owners) => lines.extend(owners.iter().map(|owner| owner.text.value.clone())),
                Value::Deadlines(days) => lines.extend(days.iter().map(|day| day.text.value.clone())),
            }
        }
        let place =
            notice.attachment_of(entry.table).map_or("#xiangxi".to_owned(), |id| format!("#{}", id.anchor()));
        self.add(label, format!("{PAGE}{place}"), &lines);
    }

    /// The parts of a paper on the notice's page.
    fn paper(&mut self, place: &str, name: &str, paper: &Paper) {
        self.parts(&format!("{PAGE}{place}"), name, paper);
    }

    /// The parts of a paper, each under its heading.
    fn parts(&mut self, address: &str, name: &str, paper: &Paper) {
        let mut label = name.to_owned();
        let mut lines = Vec::new();
        for block in paper.texts() {
            if matches!(block.role, Role::Heading(_)) {
                self.add(label, address.to_owned(), &std::mem::take(&mut lines));
                label = one_line(&block.text);
            }
            lines.push(block.text);
        }
        self.add(label, address.to_owned(), &lines);
    }

    /// The passages that are in no hit yet, on the notice's page.
    fn rest(&mut self, all: Vec<String>) {
        let mut text = String::new();
        for passage in all {
            if !self.used.insert(passage.clone()) {
                continue;
            }
            if !text.is_empty() && text.len() + passage.len() > REST {
                self.whole(std::mem::take(&mut text));
            }
            if !text.is_empty() {
                text.push('\n');
            }
            text.push_str(&passage);
        }
        if !text.is_empty() {
            self.whole(text);
        }
    }

    fn whole(&mut self, text: String) {
        self.list.push(Hit { label: String::new(), address: PAGE.to_owned(), text });
    }
}

/// The words of a paper's blocks.
fn words(paper: &Paper) -> impl Iterator<Item = String> {
    paper.texts().into_iter().map(|block| block.text)
}

/// The passages of a text as shown to readers. `has_tasks`: whether the body has the requirements of the tasks.
fn passages(public: &PublicText<'_>, has_tasks: bool) -> Vec<String> {
    let text = public.text.value.as_str();
    let all = match public.kind {
        TextKind::Marker | TextKind::FileName | TextKind::Key => Vec::new(),
        TextKind::Heading | TextKind::Paragraph if !has_tasks => Vec::new(),
        _ => match public.paper {
            Some(paper) => paper.texts().iter().map(|block| one_line(&block.text)).collect(),
            None => vec![one_line(text)],
        },
    };
    all.into_iter().filter(|passage| !passage.is_empty()).collect()
}

/// The words in one line: a line feed becomes a space between letters, and is removed beside Chinese characters.
fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    // The placeholder for code and tags is no word.
    for part in text.split('\n').map(|part| part.trim().replace('\u{fffc}', "")) {
        let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
        if is_letter(line.chars().next_back()) && is_letter(part.chars().next()) {
            line.push(' ');
        }
        line.push_str(&part);
    }
    line
}
