//! The public texts as rules of words read them: passage by passage, Markdown without its markup, with places.

use std::cell::OnceCell;
use std::ops::Range;

use crate::check::numbers::{Number, numbers};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::public::{PublicText, TextKind};
use crate::say;
use crate::source::{Located, Span};
use crate::text::link::addresses;
use crate::text::markdown::{Block, BlockKind, blocks};
use crate::text::message::Message;

/// Words that are read in one go.
#[derive(Debug)]
pub struct Passage<'p> {
    /// The notice in which they stand; `None` for the site's and the sections' own texts.
    pub notice: Option<&'p Notice>,
    /// What text they are from.
    pub kind: TextKind,
    /// The text as it is written, Markdown with its markup.
    pub written: &'p Located<String>,
    /// Their block, in Markdown.
    block: Option<Block>,
    /// The web and mail addresses among the words, looked for when first asked for.
    addresses: OnceCell<Vec<Range<usize>>>,
}

/// What the public will read of one notice, or of the site and its sections.
#[derive(Debug)]
pub struct Prose<'p> {
    /// The project.
    pub project: &'p Project,
    /// The notice; `None` for the site's and the sections' own texts.
    pub notice: Option<&'p Notice>,
    /// The texts as they are written, in reading order.
    pub texts: Vec<PublicText<'p>>,
    /// The personal numbers that stand in them, in names of files and in what lies in those.
    pub numbers: Vec<Number>,
    /// The same, passage by passage.
    pub passages: Vec<Passage<'p>>,
}

impl<'p> Prose<'p> {
    /// Reads a notice, or the site and its sections.
    pub fn new(project: &'p Project, notice: Option<&'p Notice>) -> Self {
        let texts = notice.map_or_else(|| project.own_texts(), Notice::texts);
        // Most texts are one passage; growing a vector to as many would hold them twice for a moment.
        let mut passages = Vec::with_capacity(texts.len());
        passages.extend(texts.iter().copied().flat_map(|public| {
            let blocks = match public.kind {
                TextKind::Markdown => blocks(&public.text.value).into_iter().map(Some).collect(),
                // Written as something is named, not as words are.
                TextKind::FileName | TextKind::Key => Vec::new(),
                _ => vec![None],
            };
            let passage = move |block| Passage {
                notice: public.notice,
                kind: public.kind,
                written: public.text,
                block,
                addresses: OnceCell::new(),
            };
            blocks.into_iter().map(passage)
        }));
        Self { project, notice, numbers: numbers(project, notice, &texts), passages, texts }
    }
}

impl Passage<'_> {
    /// The words.
    pub fn text(&self) -> &str {
        self.block.as_ref().map_or(&self.written.value, |block| &block.text)
    }

    /// What they are in Markdown.
    pub fn block(&self) -> Option<BlockKind> {
        self.block.as_ref().map(|block| block.kind)
    }

    /// Where the whole passage begins and ends in the written text.
    pub fn whole(&self) -> Range<usize> {
        self.block.as_ref().map_or(0..self.written.value.len(), |block| block.range.clone())
    }

    /// The bytes of the written text in which some of the words stand.
    pub fn source(&self, words: Range<usize>) -> Range<usize> {
        match &self.block {
            Some(block) => block.source(words),
            None => words,
        }
    }

    /// The place of some of the words.
    pub fn span(&self, words: Range<usize>) -> Span {
        self.written.part(self.source(words)).span
    }

    /// Whether some of the words lie in a web or mail address.
    pub fn is_address(&self, words: &Range<usize>) -> bool {
        let addresses = self.addresses.get_or_init(|| addresses(self.text()));
        let next = addresses.partition_point(|address| address.end <= words.start);
        addresses.get(next).is_some_and(|address| address.start < words.end)
    }

    /// A finding about some of the words that says how they should read, with the mend itself if they stand in
    /// the file as they are read.
    pub fn finding(
        &self,
        code: &'static Code,
        words: Range<usize>,
        message: Message,
        right: &str,
    ) -> Diagnostic {
        let (length, wrong) = (words.len(), self.text()[words.clone()].trim_end());
        let span = self.span(words);
        let help = if right.is_empty() {
            say!("删去“{wrong}”", "remove {wrong:?}")
        } else {
            say!("改为“{right}”", "write {right:?}")
        };
        let finding = Diagnostic::new(code, span, message).help(help);
        if span.range().len() == length { finding.fix(span, right) } else { finding }
    }
}
