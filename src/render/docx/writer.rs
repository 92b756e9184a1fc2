//! The content of a document that is being written: blocks, relationships and pictures.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::Project;
use crate::render::docx::content::{Block, Paragraph, Run};
use crate::render::docx::look::Style;
use crate::render::docx::measure::Twips;
use crate::render::docx::paragraph::{LineHeight, ParagraphLook};
use crate::render::docx::parts::Target;
use crate::render::docx::section::Section;
use crate::render::routes;
use crate::text::link;

/// The bytes of files that papers show, by path below `content/`.
pub type Files<'t> = BTreeMap<&'t str, Cow<'t, [u8]>>;

/// Content that is being written.
pub struct Writer<'t> {
    pub project: &'t Project,
    /// The path of the notice's page, to which links are relative on a site without an address.
    pub here: String,
    pub files: &'t Files<'t>,
    /// The blocks so far.
    pub blocks: Vec<Block<'t>>,
    /// The relationships to addresses and pictures.
    pub related: Vec<(String, Target)>,
    /// The pictures, by the names of their parts.
    pub pictures: Vec<(String, Cow<'t, [u8]>)>,
    /// Words of a heading that wait for the paragraph that runs on behind them.
    pub waiting: Vec<Run<'t>>,
    /// How far blocks are moved in, in steps of two letters.
    pub inset: Twips,
}

impl<'t> Writer<'t> {
    /// A writer for a page at that path.
    pub fn new(project: &'t Project, here: String, files: &'t Files<'t>) -> Self {
        let (blocks, waiting) = (Vec::new(), Vec::new());
        Self { project, here, files, blocks, related: Vec::new(), pictures: Vec::new(), waiting, inset: 0 }
    }

    /// Adds a paragraph.
    pub fn push(&mut self, look: ParagraphLook, runs: Vec<Run<'t>>) {
        self.blocks.push(Block::Paragraph(Paragraph { look, runs }));
    }

    /// Adds a paragraph of words in the look of its style.
    pub fn words(&mut self, look: ParagraphLook, text: impl Into<Cow<'t, str>>) {
        self.blocks.push(Block::Paragraph(Paragraph::of(look, text)));
    }

    /// Adds empty lines.
    pub fn empty_lines(&mut self, count: usize) {
        self.blocks.extend((0..count).map(|_| Block::Paragraph(Paragraph::default())));
    }

    /// Adds an empty paragraph of that height.
    pub fn space(&mut self, height: Twips) {
        let line = Some(LineHeight::Exact(height));
        self.push(ParagraphLook { line, follows_grid: Some(false), ..ParagraphLook::default() }, Vec::new());
    }

    /// Adds the lines of a title.
    pub fn title(&mut self, lines: &[String]) {
        self.words(ParagraphLook::of(Style::Title), lines.join("\n"));
    }

    /// Keeps the last paragraph on the page of the one that comes next.
    pub fn keep_last(&mut self) {
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut()
            && last.look.section.is_none()
        {
            last.look.keep_next = true;
        }
    }

    /// Ends a part of the document on paper of that kind.
    pub fn end_section(&mut self, section: Section) {
        if !matches!(self.blocks.last(), Some(Block::Paragraph(_))) {
            // As low as can be, for the table above may fill its page.
            self.space(20);
        }
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut() {
            last.look.section = Some(section);
        }
    }

    /// Begins a page with the block of that place.
    pub fn begin_page(&mut self, at: usize) {
        if let Some(Block::Paragraph(first)) = self.blocks.get_mut(at) {
            first.look.begins_page = true;
        }
    }

    /// An address as it leads from a document that was downloaded: whole on a site that has one.
    pub fn absolute(&self, url: &str) -> String {
        match &self.project.site.address {
            Some(address) if link::scheme(url).is_none() => {
                let folder = self.here.rsplit_once('/').map_or("", |(folder, _)| folder);
                link::joined(&address.of(&format!("{}/", routes::below_site(folder))), url)
            }
            _ => url.to_owned(),
        }
    }

    /// A new relationship; its id.
    pub fn relate(&mut self, target: Target) -> String {
        let id = format!("rId{}", self.related.len() + 1);
        self.related.push((id.clone(), target));
        id
    }
}
