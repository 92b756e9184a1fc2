//! A stretch of words that a rule reads as a whole.

use std::cell::OnceCell;
use std::ops::Range;

use crate::diagnostic::{Code, Diagnostic};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::paper::block_text::{BlockText, Role};
use crate::model::public::{PublicText, TextKind};
use crate::source::{Located, Span};
use crate::text::characters::Characters;
use crate::text::link::addresses;
use crate::text::message::Message;

/// A stretch of words that a rule reads as a whole: a block of Markdown, or a plain field.
#[derive(Debug)]
pub struct Passage<'p> {
    /// The notice that holds the text; `None` for the site's and the sections' own texts.
    pub notice: Option<&'p Notice>,
    /// Kind of the text.
    pub kind: TextKind,
    /// The whole text as written, Markdown with its markup.
    pub written: &'p Located<String>,
    /// Their block, in Markdown.
    block: Option<BlockText>,
    /// Summary of the characters of the words: most rules look for signs that few passages have.
    characters: Characters,
    /// The web and mail addresses among the words, looked for when first asked for.
    addresses: OnceCell<Vec<Range<usize>>>,
}

impl<'p> Passage<'p> {
    pub(super) fn new(public: PublicText<'p>, block: Option<BlockText>) -> Self {
        let words = block.as_ref().map_or(&public.text.value, |block| &block.text);
        Self {
            notice: public.notice,
            kind: public.kind,
            written: public.text,
            characters: Characters::of(words),
            block,
            addresses: OnceCell::new(),
        }
    }
}

impl Passage<'_> {
    /// Whether the words may have at least one of some characters; if not, they have none of them.
    pub fn may_have_any(&self, any: &[char]) -> bool {
        any.iter().any(|c| self.characters.may_have(*c))
    }

    /// Whether the passage may hold a word; if not, it does not.
    pub fn may_hold(&self, word: &str) -> bool {
        self.characters.may_hold(word)
    }

    /// The words of the passage.
    pub fn text(&self) -> &str {
        self.block.as_ref().map_or(&self.written.value, |block| &block.text)
    }

    /// 示例: whether the site, the notice or the file is marked as an example.
    pub fn is_example(&self, project: &Project) -> bool {
        let file = self.written.span.file;
        let is_page = || project.site.pages().any(|page| page.example && page.span.file == file);
        self.notice.map_or_else(|| project.site.example || is_page(), |notice| notice.is_example(file))
    }

    /// Their role in a paper.
    pub fn role(&self) -> Option<Role> {
        self.block.as_ref().map(|block| block.role)
    }

    /// The range of the whole passage in the written text.
    pub fn whole(&self) -> Range<usize> {
        self.block.as_ref().map_or(0..self.written.value.len(), |block| block.range.clone())
    }

    /// The range in the written text of a range of the words.
    pub fn source(&self, words: Range<usize>) -> Range<usize> {
        match &self.block {
            Some(block) => block.source(words),
            None => words,
        }
    }

    /// The place of a range of the words.
    pub fn span(&self, words: Range<usize>) -> Span {
        self.written.part(self.source(words)).span
    }

    /// Whether a range of the words overlaps a web or mail address.
    pub fn is_address(&self, words: &Range<usize>) -> bool {
        let addresses = self.addresses.get_or_init(|| addresses(self.text()));
        let next = addresses.partition_point(|address| address.end <= words.start);
        addresses.get(next).is_some_and(|address| address.start < words.end)
    }

    /// A finding about a range of the words, with the right wording, for a person to correct: the words around may have
    /// to change, too.
    pub fn advice(
        &self,
        code: &'static Code,
        words: Range<usize>,
        message: Message,
        right: &str,
    ) -> Diagnostic {
        Diagnostic::new(code, self.span(words), message).help(message!("改为“{right}”", "write {right:?}"))
    }

    /// A finding about a range of the words, with the right wording. Has an automatic fix only if the words stand in
    /// the file unchanged, without markup in between.
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
            message!("删去“{wrong}”", "remove {wrong:?}")
        } else {
            message!("改为“{right}”", "write {right:?}")
        };
        let finding = Diagnostic::new(code, span, message).help(help);
        if span.range().len() == length { finding.fix(span, right) } else { finding }
    }
}
