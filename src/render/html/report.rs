//! The parts of a report on its own page and on the ledger: status, title, evidence.

use std::borrow::Cow;

use serde::Serialize;

use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::progress::{Evidence, EvidenceKind, Note};
use crate::model::status::StatusId;
use crate::render::html::download::kind_and_size;
use crate::render::html::meta;
use crate::render::html::subject::Article;
use crate::render::routes;
use crate::text::link;

/// 状态: a word, and the colour that goes with it.
#[derive(Debug, Serialize)]
pub struct StatusView<'p> {
    /// The word.
    pub word: &'p str,
    /// `grey`, `blue`, `green`, `yellow` or `red`.
    pub colour: &'static str,
}

/// 佐证材料.
#[derive(Debug, Serialize)]
pub struct EvidenceView<'p> {
    /// The file's name, or the words.
    pub text: &'p str,
    /// The address of the file.
    pub href: Option<String>,
    /// `CSV，1 KB`; of a file only.
    pub kind_and_size: String,
}

/// The status of an item without published notes.
pub const UNREPORTED: StatusView<'static> = StatusView { word: "暂无公开进展", colour: "grey" };

/// The status with that id.
pub fn status(project: &Project, id: StatusId) -> StatusView<'_> {
    let status = project.site.statuses.get(id);
    StatusView { word: &status.word.value, colour: status.colour.name() }
}

/// The status of a note, as written.
pub fn status_of<'p>(project: &'p Project, note: &'p Note) -> StatusView<'p> {
    let unknown = StatusView { word: &note.status.value, colour: UNREPORTED.colour };
    note.state.map_or(unknown, |id| status(project, id))
}

/// A note as an article of its notice.
pub fn article<'p>(notice: &'p Notice, note: &'p Note, title: Cow<'p, str>) -> Article<'p> {
    let published = note.published.as_ref().map(|moment| moment.value);
    let source = Some(note.office.text.value.as_str());
    Article {
        notice,
        title,
        published,
        source,
        about: meta::beginning(&note.body).into(),
        example: note.example,
    }
}

/// 佐证材料 of a note, as seen from the page `here`.
pub fn evidence<'p>(project: &Project, note: &'p Note, here: &str) -> Vec<EvidenceView<'p>> {
    let view = |evidence: &'p Evidence| {
        let text = evidence.text.value.trim();
        let file = match &evidence.kind {
            EvidenceKind::File(path) => project.files.get(path).map(|file| (path, file.length())),
            EvidenceKind::Missing | EvidenceKind::Words => None,
        };
        match file {
            Some((path, size)) => EvidenceView {
                text: text.rsplit(['/', '\\']).next().unwrap_or(text),
                href: Some(link::relative(here, &routes::file(path))),
                kind_and_size: kind_and_size(path, Some(size)),
            },
            None => EvidenceView { text, href: None, kind_and_size: String::new() },
        }
    };
    note.evidence.iter().map(view).collect()
}

/// Maximum number of characters that are not folded.
const LONG: usize = 120;

/// Number of characters shown of folded words.
const LONG_BEGINS: usize = 50;

/// The beginning of a measure's words, if they are folded.
pub fn beginning_of_long(words: &str) -> Option<String> {
    (words.chars().count() > LONG).then(|| words.chars().take(LONG_BEGINS).collect())
}

/// The first words of an item.
pub fn beginning(words: &str) -> String {
    let start: String = words.chars().take(30).collect();
    let more = if start.len() == words.len() { "" } else { "……" };
    start + more
}

/// The lines of a cell, joined into one line.
pub fn in_one_line<'p>(lines: impl IntoIterator<Item = &'p str>) -> String {
    let lines = lines.into_iter().map(str::trim).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("；").replace('\n', "，")
}
