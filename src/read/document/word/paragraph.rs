//! Paragraphs, text boxes and sections, from their beginning to their end.

use crate::read::document::fault::Fault;
use crate::read::document::word::flow::{Draft, Flow, begin_page};
use crate::read::document::word::properties::{ParagraphProperties, RunProperties, Section};
use crate::read::document::word::walk::{Frame, Walk};
use crate::read::document::{Block, BlockKind, LeftOutKind, Paragraph, Place};

impl Walk<'_, '_> {
    /// Begins a paragraph.
    pub fn open_paragraph(&mut self) -> Result<(), Fault> {
        if self.boxes == 0 {
            self.count = self.count.saturating_add(1);
        }
        let place = self.place();
        self.budget.paragraph().map_err(|fault| fault.at(place))?;
        let parts = self.parts;
        let mut draft = Draft::new(place);
        draft.base = parts.styles.look(parts.styles.of(&draft.properties), &RunProperties::default());
        let flow = self.flow();
        draft.begins_page = std::mem::take(&mut flow.begins_page);
        if let Some(carried) = flow.carried.take() {
            draft.put_before(carried);
        }
        flow.open = Some(draft);
        Ok(())
    }

    /// Takes the properties of the paragraph that is open.
    pub fn set_paragraph(&mut self, properties: ParagraphProperties) {
        let parts = self.parts;
        let base = parts.styles.look(parts.styles.of(&properties), &RunProperties::default());
        if let Some(draft) = &mut self.flow().open {
            (draft.properties, draft.base) = (properties, base);
        }
    }

    /// Ends the paragraph that is open.
    pub fn close_paragraph(&mut self) -> Result<(), Fault> {
        self.end_instructions()?;
        self.told.clear();
        let parts = self.parts;
        let flow = self.flow();
        let Some(mut draft) = flow.open.take() else { return Ok(()) };
        let mark = &draft.properties.mark;
        let style = parts.styles.of(&draft.properties);
        if mark.is_deleted || parts.styles.look(style, mark).is_hidden {
            flow.carried = Some(draft);
            return Ok(());
        }
        if draft.is_broken && draft.words.is_empty() {
            // The break stands on the page before, and so does the end of this paragraph.
            flow.begins_page = true;
            if draft.is_rest {
                flow.blocks.append(&mut draft.boxes);
                return Ok(());
            }
        } else {
            draft.begins_page |= draft.is_broken;
        }
        self.finish(draft)
    }

    /// Ends a page within the paragraph that is open: words behind the break are a paragraph of their own.
    pub fn break_page(&mut self) -> Result<(), Fault> {
        let flow = self.flow();
        let Some(draft) = &mut flow.open else { return Ok(()) };
        if draft.words.is_empty() {
            draft.is_broken = true;
            return Ok(());
        }
        let mut rest = Draft::new(draft.place);
        rest.properties = draft.properties.clone();
        (rest.base, rest.is_rest, rest.is_broken) = (draft.base, true, true);
        draft.properties.section = None;
        draft.begins_page |= draft.is_broken;
        let Some(draft) = flow.open.replace(rest) else { return Ok(()) };
        self.budget.paragraph()?;
        self.finish(draft)
    }

    fn finish(&mut self, mut draft: Draft) -> Result<(), Fault> {
        let parts = self.parts;
        let mut number = None;
        if !draft.is_rest {
            number = self.counters.next(&parts.numbering, &parts.styles, &draft.properties);
        }
        let length = number.as_ref().map_or(0, |(text, _)| text.len());
        self.budget.text(length).map_err(|fault| fault.at(draft.place))?;
        let section = draft.properties.section.take();
        let all = parts.styles.paragraph(&draft.properties);
        let (block, boxes) = draft.finish(number, &all);
        let flow = self.flow();
        flow.blocks.push(block);
        flow.blocks.extend(boxes);
        if let Some(section) = section.filter(|_| self.flows.len() == 1) {
            self.end_section(section);
        }
        Ok(())
    }

    /// Ends paragraphs whose own end is deleted, where no paragraph follows that they could go on in.
    pub fn finish_carried(&mut self) -> Result<(), Fault> {
        match self.flow().carried.take() {
            Some(draft) if !draft.words.is_empty() || !draft.boxes.is_empty() => self.finish(draft),
            _ => Ok(()),
        }
    }

    /// Ends the innermost sequence of blocks and returns them.
    pub fn end_flow(&mut self) -> Result<Vec<Block>, Fault> {
        if self.flow().open.is_some() {
            self.close_paragraph()?;
        }
        self.finish_carried()?;
        Ok(self.flows.pop().unwrap_or_default().blocks)
    }

    /// Begins a text box.
    pub fn open_box(&mut self) -> Frame {
        self.boxes += 1;
        self.flows.push(Flow::default());
        if let Some(drawing) = self.drawings.last_mut() {
            drawing.has_content = true;
        }
        Frame::TextBox(self.run)
    }

    /// Ends a text box: its blocks stand before the paragraph to which it belongs, or behind it where words of that
    /// paragraph stand before the box.
    pub fn close_box(&mut self) -> Result<(), Fault> {
        let blocks = self.end_flow()?;
        self.boxes -= 1;
        self.told.clear();
        // An empty box is a frame around something or a spot of colour.
        if blocks.iter().all(Block::is_blank) {
            return Ok(());
        }
        let begin = blocks.iter().map(begin_of).find(|text| !text.trim().is_empty());
        let flow = self.flow();
        match &mut flow.open {
            Some(draft) if !draft.words.is_empty() => draft.boxes.extend(blocks),
            _ => flow.blocks.extend(blocks),
        }
        if let Some(begin) = begin {
            self.tell(LeftOutKind::TextBox, begin.trim())?;
            self.told.clear();
        }
        Ok(())
    }

    /// Ends a section: its kind says how it began.
    pub fn end_section(&mut self, section: Section) {
        let (place, first) = (self.place(), self.section);
        let blocks = &mut self.flow().blocks;
        if let Some(block) = blocks.get_mut(first).filter(|_| first > 0 && !section.is_continuous) {
            begin_page(block);
        }
        self.section = blocks.len();
        for id in section.edges {
            self.edges.entry(id).or_insert(place);
        }
    }
}

/// The place of a block as a number, for tables that take that of their first paragraph.
pub fn next_place(count: u32) -> Place {
    Place::Paragraph(count.saturating_add(1))
}

/// The words of a paragraph, or of the first cell of a table that has some.
fn begin_of(block: &Block) -> String {
    match &block.kind {
        BlockKind::Paragraph(paragraph) => paragraph.text(),
        BlockKind::Table(table) => {
            let mut texts = table.cells.iter().flat_map(|cell| &cell.paragraphs).map(Paragraph::text);
            texts.find(|text| !text.trim().is_empty()).unwrap_or_default()
        }
    }
}
