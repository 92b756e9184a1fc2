//! Personal numbers in everything the public can read: texts, addresses, and published files.
//!
//! Markup can split a number (`159**1234**5678`), so Markdown is searched twice: as source, and with its markup resolved.

use std::ops::Range;

use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::paper::Paper;
use crate::model::paper::resolved::Resolved;
use crate::model::public::PublicText;
use crate::source::Span;
use crate::text::message::Message;
use crate::text::personal::{Hit, Kind, find, is_digit, mask};

/// A personal number that was found.
#[derive(Debug)]
pub struct Number {
    /// Kind of number.
    pub kind: Kind,
    /// The number with its middle digits replaced, as findings print it.
    pub masked: String,
    /// Place of the number; for a number inside a file, the place that names the file.
    pub span: Span,
    /// Kind of place, as the beginning of a sentence: 公开的文字里.
    pub place: Message,
}

/// Numbers in the texts and addresses of a notice. Without a notice: those of the site, of its sections, and of all
/// published files, which belong to no single notice because several may name the same file.
pub fn numbers(project: &Project, notice: Option<&Notice>, texts: &[PublicText<'_>]) -> Vec<Number> {
    let mut numbers: Vec<Number> = texts.iter().flat_map(numbers_of_text).collect();
    let names = notice.map_or_else(|| site_addresses(project), notice_addresses);
    for (path, span) in names {
        let place = || message!("公开的文件或文件夹的名称里", "the name of a public file or folder");
        numbers.extend(find(path).into_iter().map(|hit| Number::new(hit, path, span, place())));
    }
    if notice.is_none() {
        numbers.extend(numbers_in_files(project));
    }
    numbers
}

impl Number {
    fn new(hit: Hit, text: &str, span: Span, place: Message) -> Self {
        Self { kind: hit.kind, masked: mask(hit.kind, &text[hit.range]), span, place }
    }
}

fn in_public_text() -> Message {
    message!("公开的文字里", "a public text")
}

fn numbers_of_text(public: &PublicText<'_>) -> Vec<Number> {
    let text = public.text;
    let hits = find(&text.value);
    let ranges: Vec<Range<usize>> = hits.iter().map(|hit| hit.range.clone()).collect();
    let number = |hit: Hit| {
        let span = text.part(hit.range.clone()).span;
        Number::new(hit, &text.value, span, in_public_text())
    };
    let mut numbers: Vec<Number> = hits.into_iter().map(number).collect();
    if let Some(paper) = public.paper.filter(|_| may_be_split(&text.value)) {
        numbers.extend(resolved(paper, &ranges));
    }
    numbers
}

/// Numbers in a paper that show only once its markup is resolved.
fn resolved(paper: &Paper, ranges: &[Range<usize>]) -> Vec<Number> {
    let (text, resolved) = (&paper.source, Resolved::new(paper));
    let is_new =
        |place: &Range<usize>| !ranges.iter().any(|range| range.start < place.end && place.start < range.end);
    let words = find(&resolved.text).into_iter().filter_map(|hit| {
        let place = resolved.source(hit.range.clone());
        let span = text.part(place.clone()).span;
        is_new(&place).then(|| Number::new(hit, &resolved.text, span, in_public_text()))
    });
    let targets = resolved.targets.iter().filter(|(_, place)| is_new(place)).flat_map(|(target, place)| {
        let span = text.part(place.clone()).span;
        find(target).into_iter().map(move |hit| Number::new(hit, target, span, in_public_text()))
    });
    words.chain(targets).collect()
}

/// Whether a link or tag may split a number or hold one in escapes. Resolving markup is costly; most texts need not be.
fn may_be_split(markdown: &str) -> bool {
    let near = |around: &mut dyn Iterator<Item = char>| around.take(3).any(is_digit);
    let begins = |(at, _): (usize, &str)| near(&mut markdown[..at].chars().rev());
    let ends = |(at, _): (usize, &str)| near(&mut markdown[at + 1..].chars());
    markdown.contains(['[', '<'])
        && (markdown.contains('%')
            || markdown.contains("&#")
            || markdown.match_indices(['[', '<']).any(begins)
            || markdown.match_indices([']', ')', '>']).any(ends))
}

/// Names of the sections' folders and of all published files.
fn site_addresses(project: &Project) -> Vec<(&str, Span)> {
    let sections = project
        .sections
        .iter()
        .map(|section| (last_folder(&section.path), Span::head(section.name.span.file)));
    let files = project.files.iter().map(|(path, file)| (path.as_str(), file.named));
    sections.chain(files).collect()
}

/// Names of a notice's folder and of its published notes and summaries.
fn notice_addresses(notice: &Notice) -> Vec<(&str, Span)> {
    let own = (last_folder(&notice.path), Span::head(notice.title.span.file));
    let notes = notice.notes.iter().filter(|note| note.public).map(|note| (note.name.as_str(), note.span));
    let summaries = notice.summaries.iter().filter(|summary| summary.public && summary.is_signed());
    let summaries = summaries.map(|summary| (summary.name.as_str(), summary.span));
    std::iter::once(own).chain(notes).chain(summaries).collect()
}

/// The last part of a path; the folders above it are searched where they are named themselves.
fn last_folder(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn numbers_in_files(project: &Project) -> Vec<Number> {
    let mut numbers = Vec::new();
    for (path, file) in &project.files {
        for text in &file.inside.texts {
            let (name, place) = (last_folder(path), &text.place);
            let place = || message!("附件“{name}”中，{place}", "the attached file {name:?}, at {place}");
            let hits = find(&text.text).into_iter();
            numbers.extend(hits.map(|hit| Number::new(hit, &text.text, file.named, place())));
        }
    }
    numbers
}
