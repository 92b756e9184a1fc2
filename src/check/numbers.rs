//! Numbers of persons in what the public will read: in texts, in addresses, and in published files.
//!
//! A paper is searched twice where markup can stand between its digits: as it is written, and as it is read.

use std::ops::Range;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::public::{PublicText, TextKind};
use crate::say;
use crate::source::{Located, Span};
use crate::text::message::Message;
use crate::text::personal::{Hit, Kind, find, is_digit, mask};
use crate::text::resolved::Resolved;

/// A number of a person.
#[derive(Debug)]
pub struct Number {
    /// Kind of number.
    pub kind: Kind,
    /// As much of it as findings show.
    pub shown: String,
    /// Where it stands, or where what holds it is named.
    pub span: Span,
    /// Its holder, as the beginning of a sentence: 公开的文字里.
    pub place: Message,
}

/// The numbers in a notice's texts and addresses; with no notice, those of the site, its sections, and all files that
/// are published as they are, of which several notices may name one.
pub fn numbers(project: &Project, notice: Option<&Notice>, texts: &[PublicText<'_>]) -> Vec<Number> {
    let mut numbers: Vec<Number> = texts.iter().flat_map(of_text).collect();
    let names = notice.map_or_else(|| own_addresses(project), addresses);
    for (path, span) in names {
        let place = || say!("公开的文件或文件夹的名称里", "the name of a public file or folder");
        numbers.extend(find(path).into_iter().map(|hit| Number::new(hit, path, span, place())));
    }
    if notice.is_none() {
        numbers.extend(in_files(project));
    }
    numbers
}

impl Number {
    fn new(hit: Hit, text: &str, span: Span, place: Message) -> Self {
        Self { kind: hit.kind, shown: mask(hit.kind, &text[hit.range]), span, place }
    }
}

fn in_public_text() -> Message {
    say!("公开的文字里", "a public text")
}

fn of_text(public: &PublicText<'_>) -> Vec<Number> {
    let text = public.text;
    let hits = find(&text.value);
    let taken: Vec<Range<usize>> = hits.iter().map(|hit| hit.range.clone()).collect();
    let number = |hit: Hit| {
        let span = text.part(hit.range.clone()).span;
        Number::new(hit, &text.value, span, in_public_text())
    };
    let mut numbers: Vec<Number> = hits.into_iter().map(number).collect();
    if public.kind == TextKind::Markdown && may_be_split(&text.value) {
        numbers.extend(resolved(text, &taken));
    }
    numbers
}

/// Numbers in a paper that show only once its markup is resolved.
fn resolved(text: &Located<String>, taken: &[Range<usize>]) -> Vec<Number> {
    let paper = Resolved::new(&text.value);
    let is_new =
        |place: &Range<usize>| !taken.iter().any(|taken| taken.start < place.end && place.start < taken.end);
    let words = find(&paper.text).into_iter().filter_map(|hit| {
        let place = paper.source(hit.range.clone());
        let span = text.part(place.clone()).span;
        is_new(&place).then(|| Number::new(hit, &paper.text, span, in_public_text()))
    });
    let targets = paper.targets.iter().filter(|(_, place)| is_new(place)).flat_map(|(target, place)| {
        let span = text.part(place.clone()).span;
        find(target).into_iter().map(move |hit| Number::new(hit, target, span, in_public_text()))
    });
    words.chain(targets).collect()
}

/// Whether a link or tag may stand within a number, or hold one in escapes: taking a paper apart is not for nothing.
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

/// The folders of sections, and the files that are published as they are.
fn own_addresses(project: &Project) -> Vec<(&str, Span)> {
    let sections =
        project.sections.iter().map(|section| (last(&section.path), Span::head(section.name.span.file)));
    let files = project.files.iter().map(|(path, file)| (path.as_str(), file.named));
    sections.chain(files).collect()
}

/// The folder of a notice, and the files of what was reported on it.
fn addresses(notice: &Notice) -> Vec<(&str, Span)> {
    let own = (last(&notice.path), Span::head(notice.title.span.file));
    let notes = notice.notes.iter().filter(|note| note.public).map(|note| (note.name.as_str(), note.span));
    let summaries = notice.summaries.iter().filter(|summary| summary.public && summary.is_signed());
    let summaries = summaries.map(|summary| (summary.name.as_str(), summary.span));
    std::iter::once(own).chain(notes).chain(summaries).collect()
}

/// The last folder of a path: the others have places of their own.
fn last(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

fn in_files(project: &Project) -> Vec<Number> {
    let mut numbers = Vec::new();
    for (path, file) in &project.files {
        for text in &file.inside.texts {
            let (name, place) = (last(path), &text.place);
            let place = || say!("附件“{name}”中，{place}", "the attached file {name:?}, at {place}");
            let hits = find(&text.text).into_iter();
            numbers.extend(hits.map(|hit| Number::new(hit, &text.text, file.named, place())));
        }
    }
    numbers
}
