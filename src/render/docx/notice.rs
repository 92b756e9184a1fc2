//! The parts of a notice, each on its paper: head, text and signature, then the attachments (7.3.7), then 版记.

use std::borrow::Cow;
use std::collections::BTreeMap;

use crate::model::Project;
use crate::model::attachment::{Attachment, AttachmentId, AttachmentKind};
use crate::model::imprint::Form;
use crate::model::notice::{Layout, Notice};
use crate::model::paper::Block;
use crate::render::docx::content::Run;
use crate::render::docx::look::RunLook;
use crate::render::docx::measure::{Font, LINE, TITLE_CHARACTERS, Twips};
use crate::render::docx::package::Document;
use crate::render::docx::paragraph::{Align, ParagraphLook};
use crate::render::docx::parts::Target;
use crate::render::docx::section::Section;
use crate::render::docx::writer::Writer;
use crate::render::docx::{foot, head, table};
use crate::render::routes;
use crate::text::link;
use crate::text::placeholder::EXAMPLE_LINE;
use crate::text::title;

/// The upright paper.
const UPRIGHT: Section = Section { landscape: false, unnumbered_first: false };
/// The paper of tables.
const LANDSCAPE: Section = Section { landscape: true, unnumbered_first: false };

/// The document of a notice. `files`: the bytes of the pictures that its papers show, by path below `content/`.
pub fn document<'t>(
    project: &'t Project,
    notice: &'t Notice,
    files: &'t BTreeMap<&'t str, Cow<'t, [u8]>>,
) -> Document<'t> {
    let mut writer = Writer::new(project, routes::notice(notice), files);
    if notice.example || project.site.example {
        let look = ParagraphLook { align: Some(Align::Center), ..ParagraphLook::default() };
        let words = RunLook::default().with(Font::Heading);
        writer.push(look, vec![Run::Text(EXAMPLE_LINE.into(), words)]);
    }
    let section = match first_table(notice) {
        Some(_) => LANDSCAPE,
        None if notice.layout == Layout::Paper => {
            Section { unnumbered_first: notice.imprint.form == Form::Letter, ..UPRIGHT }
        }
        None => UPRIGHT,
    };
    let mut parts = Parts { writer, section };
    match notice.layout {
        Layout::Paper => {
            head::write(&mut parts.writer, notice);
            if notice.addressee.is_none() && first_table(notice).is_none() {
                parts.writer.empty_lines(1);
            }
            parts.paper(notice, &notice.body.blocks);
            parts.begin(UPRIGHT, false);
            foot::write(&mut parts.writer, notice);
        }
        Layout::Table => {
            head::write_title(&mut parts.writer, notice);
            parts.paper(notice, &notice.body.blocks);
        }
    }
    for (id, attachment) in notice.attachments_behind() {
        parts.attachment(notice, id, attachment);
    }
    if foot::has_imprint(notice) {
        parts.begin(UPRIGHT, false);
        foot::imprint(&mut parts.writer, notice);
    }
    let Parts { writer, section } = parts;
    Document {
        title: &notice.title.value,
        author: notice.issuer(),
        written: notice.published.value.minute(),
        blocks: writer.blocks,
        section,
        related: writer.related,
        pictures: writer.pictures,
    }
}

/// The table that stands right below the title, on its page: the text begins with it, or a page that is only a table does.
fn first_table(notice: &Notice) -> Option<AttachmentId> {
    let is_table = notice.layout == Layout::Table;
    match notice.body.blocks.first() {
        Some(block) if is_table || head::is_only_title(notice) => block.placed_table(),
        None if is_table => {
            let (id, first) = notice.attachments_behind().next()?;
            first.table().map(|_| id)
        }
        _ => None,
    }
}

/// Height of what stands above the title of a table on its first page.
pub fn height_above(notice: &Notice, id: AttachmentId) -> Twips {
    let mut lines = if notice.attachment_label(id).is_some() { 2 } else { 0 };
    if first_table(notice) == Some(id) {
        let title = notice.printed_title();
        lines += title.iter().map(|line| title::lines(line, TITLE_CHARACTERS).len()).sum::<usize>();
    }
    LINE * Twips::try_from(lines).unwrap_or(1)
}

/// The parts of a document so far.
struct Parts<'t> {
    writer: Writer<'t>,
    /// The paper of the current part.
    section: Section,
}

impl<'t> Parts<'t> {
    /// Goes on to paper of that kind. `is_page`: whether the next block begins a page in any case; its place is returned then.
    fn begin(&mut self, section: Section, is_page: bool) -> Option<usize> {
        let is_equal = self.section.landscape == section.landscape;
        if !is_equal {
            self.writer.end_section(self.section);
            self.section = section;
        }
        (is_equal && is_page).then_some(self.writer.blocks.len())
    }

    /// Adds blocks of a paper: the text on upright pages, each table that stands in it on pages of its own.
    fn paper(&mut self, notice: &'t Notice, blocks: &'t [Block]) {
        let mut rest = blocks;
        while !rest.is_empty() {
            let text = rest.iter().take_while(|block| block.placed_table().is_none()).count();
            if text > 0 {
                self.begin(UPRIGHT, false);
                self.writer.paper(&rest[..text]);
            }
            if let Some(id) = rest.get(text).and_then(Block::placed_table) {
                self.attachment(notice, id, notice.attachment(id));
            }
            rest = rest.get(text + 1..).unwrap_or_default();
        }
    }

    fn attachment(&mut self, notice: &'t Notice, id: AttachmentId, attachment: &'t Attachment) {
        let is_table = attachment.table().is_some();
        let page = self.begin(if is_table { LANDSCAPE } else { UPRIGHT }, first_table(notice) != Some(id));
        // 附件 on the first line, its title on the third.
        if let Some(label) = notice.attachment_label(id) {
            let look = RunLook::default().with(Font::Heading);
            self.writer.push(
                ParagraphLook { keep_next: true, align: Some(Align::Left), ..ParagraphLook::default() },
                vec![Run::Text(label.into(), look)],
            );
            self.writer.empty_lines(1);
            self.writer.keep_last();
        }
        match &attachment.kind {
            AttachmentKind::Table(table) => table::write(&mut self.writer, table, height_above(notice, id)),
            AttachmentKind::Paper(paper) => {
                self.writer.title(&title::lines(attachment.shown_title(), TITLE_CHARACTERS));
                self.writer.empty_lines(1);
                self.paper(notice, &paper.blocks);
            }
            AttachmentKind::File(path) => {
                self.writer.title(&title::lines(attachment.shown_title(), TITLE_CHARACTERS));
                self.writer.empty_lines(1);
                self.file(notice, path);
            }
        }
        if let Some(page) = page {
            self.writer.begin_page(page);
        }
    }

    /// The name of a file that is no part of the document, which leads to it.
    fn file(&mut self, notice: &Notice, path: &'t str) {
        let address = link::relative(&routes::notice(notice), &routes::file(path));
        let id = self.writer.relate(Target::Address(self.writer.absolute(&address)));
        let name = path.rsplit('/').next().unwrap_or(path);
        let words = vec![Run::Text(name.into(), RunLook::default())];
        let look = ParagraphLook { align: Some(Align::Center), ..ParagraphLook::default() };
        self.writer.push(look, vec![Run::Link(id, words)]);
    }
}
