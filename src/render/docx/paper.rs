//! The blocks of a paper as paragraphs, with levels and fonts by GB/T 9704-2012 7.3.3.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::Project;
use crate::model::paper::{
    self, Alignment, Block as PaperBlock, BlockKind, Heading, Inline, InlineKind, Item, Link, List, TextTable,
    is_space,
};
use crate::render::docx::content::{Block, Cell, Merge, Paragraph, Place, Row, Rules, Run, Table};
use crate::render::docx::look::{Align, Indent, LineHeight, ParagraphLook, Rule, RunLook, Style};
use crate::render::docx::measure::{CELL_SIDE, CHARACTER, Font, Twips, WIDTH};
use crate::render::docx::parts::Target;
use crate::render::docx::picture::{Picture, kind_and_size};
use crate::render::docx::section::Section;
use crate::render::routes;
use crate::text::link;
use crate::text::width::columns;

/// Thickness of the rules of tables, in eighths of a point.
pub const TABLE_RULE: u32 = 4;

/// Narrowest column of a table in the text, in half widths.
const NARROWEST: usize = 6;

/// The bytes of files that papers show, by path below `content/`.
pub type Files<'t> = BTreeMap<&'t str, Cow<'t, [u8]>>;

/// Content that is being written.
pub struct Writer<'t> {
    project: &'t Project,
    /// The path of the notice's page, to which links are relative on a site without an address.
    here: String,
    files: &'t Files<'t>,
    /// The blocks so far.
    pub blocks: Vec<Block<'t>>,
    /// The relationships to addresses and pictures.
    pub related: Vec<(String, Target)>,
    /// The pictures, by the names of their parts.
    pub pictures: Vec<(String, Cow<'t, [u8]>)>,
    /// Words of a heading that wait for the paragraph that runs on behind them.
    waiting: Vec<Run<'t>>,
    /// How far blocks are moved in, in steps of two letters.
    inset: Twips,
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
    pub fn title(&mut self, lines: Vec<String>) {
        self.words(ParagraphLook::of(Style::Title), lines.join("\n"));
    }

    /// Keeps the last paragraph on the page of the one that comes next.
    pub fn keep_last(&mut self) {
        if let Some(Block::Paragraph(last)) = self.blocks.last_mut() {
            last.look.keep_next = true;
        }
    }

    /// Ends a part of the document on paper of that kind.
    pub fn end_section(&mut self, section: Section) {
        match self.blocks.last_mut() {
            Some(Block::Paragraph(last)) => last.look.section = Some(section),
            _ => {
                // As low as can be, for the table above may fill its page.
                self.space(20);
                return self.end_section(section);
            }
        }
    }

    /// Begins a page with the block of that place.
    pub fn begin_page(&mut self, at: usize) {
        if let Some(Block::Paragraph(first)) = self.blocks.get_mut(at) {
            first.look.begins_page = true;
        }
    }

    /// Adds blocks of a paper.
    pub fn paper(&mut self, blocks: &'t [PaperBlock]) {
        self.write_blocks(blocks);
        self.end_run_in();
    }

    fn write_blocks(&mut self, blocks: &'t [PaperBlock]) {
        for block in blocks {
            match &block.kind {
                BlockKind::Heading(heading) => self.heading(heading),
                BlockKind::Paragraph(inlines) | BlockKind::ItemWords(inlines) => {
                    let mut runs = std::mem::take(&mut self.waiting);
                    self.runs(&mut runs, inlines, RunLook::default(), true);
                    self.body(runs);
                }
                BlockKind::Image(image) => self.image(image),
                BlockKind::List(list) => self.list(list),
                BlockKind::Table(table) => self.table(table),
                BlockKind::Quote(blocks) => {
                    self.end_run_in();
                    self.inset += 1;
                    self.write_blocks(blocks);
                    self.end_run_in();
                    self.inset -= 1;
                }
                BlockKind::Code { lines: inlines, .. } | BlockKind::Html(inlines) => {
                    self.end_run_in();
                    let mut runs = Vec::new();
                    self.runs(&mut runs, inlines, RunLook::default(), false);
                    let look = ParagraphLook { align: Some(Align::Left), ..ParagraphLook::default() };
                    self.push(look, runs);
                }
                BlockKind::Rule => {
                    self.end_run_in();
                    let rule =
                        Rule { above: false, line: "single", thickness: 4, distance: 1, colour: "auto" };
                    self.push(ParagraphLook { rule: Some(rule), ..ParagraphLook::default() }, Vec::new());
                }
                BlockKind::Tasks(blocks) => {
                    self.end_run_in();
                    self.write_blocks(blocks);
                    self.end_run_in();
                }
            }
        }
    }

    /// A heading. One that ends like a sentence waits for its paragraph.
    fn heading(&mut self, heading: &'t Heading) {
        self.end_run_in();
        let font = match heading.level {
            0 => Font::Heading,
            1 => Font::Subheading,
            _ => Font::Text,
        };
        let look =
            if heading.runs_on { RunLook::default().with(font) } else { RunLook::default() };
        let mut runs = Vec::new();
        if !heading.number.is_empty() {
            runs.push(Run::Text(heading.number.as_str().into(), look));
        }
        self.runs(&mut runs, &heading.inlines, look, true);
        if heading.runs_on {
            self.waiting = runs;
        } else {
            self.push(ParagraphLook::of(Style::Heading(heading.level)), runs);
        }
    }

    /// A paragraph of the text.
    fn body(&mut self, runs: Vec<Run<'t>>) {
        let mut look = ParagraphLook::of(Style::Body);
        if self.inset > 0 {
            let left = self.inset * 2 * CHARACTER;
            look.indent = Some(Indent {
                left,
                first: 2 * CHARACTER,
                first_characters: Some(200),
                ..Indent::default()
            });
        }
        // An exact height would cut off a picture.
        if runs.iter().any(|run| matches!(run, Run::Picture(_))) {
            (look.line, look.follows_grid) = (Some(LineHeight::Auto), Some(false));
        }
        self.push(look, runs);
    }

    /// Adds a heading that waits, if no paragraph runs on behind it.
    fn end_run_in(&mut self) {
        if !self.waiting.is_empty() {
            let runs = std::mem::take(&mut self.waiting);
            self.body(runs);
        }
    }

    fn image(&mut self, image: &'t Inline) {
        self.end_run_in();
        let mut runs = Vec::new();
        self.runs(&mut runs, std::slice::from_ref(image), RunLook::default(), true);
        if !runs.iter().any(|run| matches!(run, Run::Picture(_))) {
            return self.body(runs);
        }
        let look = ParagraphLook {
            align: Some(Align::Center),
            line: Some(LineHeight::Auto),
            follows_grid: Some(false),
            ..ParagraphLook::default()
        };
        self.push(look, runs);
    }

    fn list(&mut self, list: &'t List) {
        self.end_run_in();
        for (number, item) in (list.first.unwrap_or(0)..).zip(&list.items) {
            let mark = match list.first {
                Some(_) => Cow::from(format!("{number}. ")),
                None => "· ".into(),
            };
            self.item(mark, item);
        }
    }

    /// An item: its mark waits for its first words; a list within is moved in.
    fn item(&mut self, mark: Cow<'t, str>, item: &'t Item) {
        self.waiting = vec![Run::Text(mark, RunLook::default())];
        for block in &item.blocks {
            let is_list = matches!(block.kind, BlockKind::List(_));
            self.inset += Twips::from(is_list);
            self.write_blocks(std::slice::from_ref(block));
            self.inset -= Twips::from(is_list);
        }
        self.end_run_in();
    }

    /// A table in the text, as wide as the page.
    fn table(&mut self, table: &'t TextTable) {
        self.end_run_in();
        let widths = self.column_widths(table);
        let heads = std::iter::once(true).chain(std::iter::repeat(false));
        let mut rows = Vec::new();
        for (is_head, row) in heads.zip(table.all_rows()) {
            let mut cells = Vec::new();
            for (column, cell) in row.iter().enumerate().take(widths.len()) {
                let mut runs = Vec::new();
                let font = RunLook { font: is_head.then_some(Font::Heading), ..RunLook::default() };
                self.runs(&mut runs, &cell.inlines, font, false);
                let align = match table.alignments.get(column) {
                    _ if is_head => Align::Center,
                    Some(Alignment::Center) => Align::Center,
                    Some(Alignment::Right) => Align::Right,
                    _ => Align::Left,
                };
                let mut look = ParagraphLook { align: Some(align), ..ParagraphLook::of(Style::Cell) };
                if runs.iter().any(|run| matches!(run, Run::Picture(_))) {
                    look.line = Some(LineHeight::Auto);
                }
                let paragraphs = vec![Paragraph { look, runs }];
                let (merge, place) = (Merge::None, Place::Middle);
                cells.push(Cell { column, columns: 1, merge, place, turned: false, paragraphs });
            }
            rows.push(Row { height: None, is_head, divides: false, cells });
        }
        let margins = (CELL_SIDE, 40);
        self.blocks.push(Block::Table(Table {
            widths,
            rules: Rules::All(TABLE_RULE),
            place: None,
            margins,
            rows,
        }));
    }

    /// Widths of the columns, by the longest words in each.
    fn column_widths(&self, table: &TextTable) -> Vec<Twips> {
        let mut longest = vec![NARROWEST; table.head.len().max(1)];
        for (column, cell) in table.all_rows().flat_map(|row| row.iter().enumerate()) {
            let words: usize = cell.inlines.iter().map(width).sum();
            if let Some(longest) = longest.get_mut(column) {
                *longest = (*longest).max(words.min(60));
            }
        }
        let all: usize = longest.iter().sum();
        let share = |width: usize| {
            Twips::try_from(width * WIDTH.unsigned_abs() as usize / all).unwrap_or(WIDTH)
        };
        longest.into_iter().map(share).collect()
    }

    /// Adds the words of inlines. `is_joined`: whether the end of a line in the file is none on paper.
    pub fn runs(
        &mut self,
        runs: &mut Vec<Run<'t>>,
        inlines: &'t [Inline],
        look: RunLook,
        is_joined: bool,
    ) {
        for (i, inline) in inlines.iter().enumerate() {
            match &inline.kind {
                InlineKind::Text(words) | InlineKind::Html(words) | InlineKind::Code(words) => {
                    runs.push(Run::Text((&**words).into(), look));
                }
                InlineKind::SoftBreak if is_joined => {
                    if is_space(inlines, i) {
                        runs.push(Run::Text(" ".into(), look));
                    }
                }
                InlineKind::SoftBreak | InlineKind::HardBreak => runs.push(Run::Text("\n".into(), look)),
                InlineKind::Strong(within) => {
                    self.runs(runs, within, RunLook { bold: true, ..look }, is_joined);
                }
                InlineKind::Emphasis(within) => {
                    self.runs(runs, within, look.with(Font::Subheading), is_joined);
                }
                InlineKind::Link(link) => self.link(runs, link, look, is_joined),
                InlineKind::Image(image) => self.picture(runs, image, look),
            }
        }
    }

    fn link(&mut self, runs: &mut Vec<Run<'t>>, link: &'t Link, look: RunLook, is_joined: bool) {
        let address = routes::link(self.project, &self.here, link).filter(|url| link::is_harmless(url));
        let mut words = Vec::new();
        self.runs(&mut words, &link.inlines, look, is_joined);
        match address {
            Some(address) => {
                let id = self.relate(Target::Address(self.absolute(&address)));
                runs.push(Run::Link(id, words));
            }
            None => runs.append(&mut words),
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

    /// A picture of the site, or its words where Word cannot show it.
    fn picture(&mut self, runs: &mut Vec<Run<'t>>, image: &'t Link, look: RunLook) {
        let words = image.inlines.iter().map(plain).collect::<String>();
        let file = match &image.target {
            Some(paper::Target::File(path)) => self.files.get(path.as_str()),
            _ => None,
        };
        let known = file.and_then(|bytes| Some((kind_and_size(bytes)?, Cow::Borrowed(&**bytes))));
        let Some(((ending, pixels), bytes)) = known else {
            return runs.push(Run::Text(format!("（图：{words}）").into(), look));
        };
        let number = self.pictures.len() + 1;
        let name = format!("image{number}.{ending}");
        let id = self.relate(Target::Picture(name.clone()));
        self.pictures.push((name, bytes));
        let number = u32::try_from(number).unwrap_or(u32::MAX);
        runs.push(Run::Picture(Picture { id, number, words, pixels }));
    }
}

/// The words of an inline.
fn plain(inline: &Inline) -> String {
    match &inline.kind {
        InlineKind::Text(words) | InlineKind::Html(words) | InlineKind::Code(words) => words.to_string(),
        within => within.inlines().iter().map(plain).collect(),
    }
}

/// The width of an inline's words in half widths.
fn width(inline: &Inline) -> usize {
    columns(&plain(inline))
}
