//! The public texts as wording rules read them: passage by passage, Markdown without its markup, with places.

use crate::check::numbers::{Number, numbers};
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::public::{PublicText, TextKind};

pub use crate::check::passage::Passage;

/// Everything public of one notice, or of the site and its sections.
#[derive(Debug)]
pub struct Prose<'p> {
    /// The project.
    pub project: &'p Project,
    /// The notice; `None` for the site's and the sections' own texts.
    pub notice: Option<&'p Notice>,
    /// The texts as they are written, in reading order.
    pub texts: Vec<PublicText<'p>>,
    /// Personal numbers in the texts, in names of files, and in published files.
    pub numbers: Vec<Number>,
    /// The texts divided into passages.
    pub passages: Vec<Passage<'p>>,
}

impl<'p> Prose<'p> {
    /// Collects the public texts of a notice, or of the site and its sections.
    pub fn new(project: &'p Project, notice: Option<&'p Notice>) -> Self {
        let texts = notice.map_or_else(|| project.own_texts(), Notice::texts);
        // Most texts are one passage. Growing the vector would hold old and new buffer at once.
        let mut passages = Vec::with_capacity(texts.len());
        passages.extend(texts.iter().copied().flat_map(|public| {
            let blocks = match (public.paper, public.kind) {
                (Some(paper), _) => paper.texts().into_iter().map(Some).collect(),
                // Written as something is named, not as words are.
                (None, TextKind::FileName | TextKind::Key) => Vec::new(),
                _ => vec![None],
            };
            blocks.into_iter().map(move |block| Passage::new(public, block))
        }));
        Self { project, notice, numbers: numbers(project, notice, &texts), passages, texts }
    }

    /// The passages that may have at least one of some characters. All others have none of them.
    pub fn passages_with<'s>(&'s self, any: &'s [char]) -> impl Iterator<Item = &'s Passage<'p>> {
        self.passages.iter().filter(|passage| passage.may_have_any(any))
    }

    /// The passages that may hold a word. All others do not hold it.
    pub fn passages_holding<'s>(&'s self, word: &'s str) -> impl Iterator<Item = &'s Passage<'p>> {
        self.passages.iter().filter(|passage| passage.may_hold(word))
    }
}
