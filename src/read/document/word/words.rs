//! Words of the paragraph that is open: texts, breaks, symbols, fields, and what is told of them.

use crate::read::document::fault::Fault;
use crate::read::document::gather::push;
use crate::read::document::word::face::{Face, Symbols};
use crate::read::document::word::field::{DEEPEST, Field, FieldKind};
use crate::read::document::word::walk::{Frame, Walk};
use crate::read::document::word::xml::{Tag, Xml};
use crate::read::document::{LeftOut, LeftOutKind, Words};
use crate::text::character::is_barred;

impl Walk<'_, '_> {
    /// Takes an element of a run.
    pub fn open_content(
        &mut self,
        xml: &mut Xml<'_>,
        name: &str,
        tag: &Tag<'_>,
    ) -> Result<Option<Frame>, Fault> {
        let is_in_run = matches!(self.frames.last(), Some(Frame::Run(_)));
        match name {
            "t" | "delText" => {
                let is_whole = tag.get("space").is_some_and(|space| space == "preserve");
                let text = xml.text()?;
                let text = if is_whole { &text } else { text.trim_matches([' ', '\t', '\r', '\n']) };
                self.deleted += usize::from(name == "delText");
                let added = self.add_characters(text);
                self.deleted -= usize::from(name == "delText");
                added?;
                return Ok(None);
            }
            "instrText" => {
                let text = xml.text()?;
                if let Some(field) = self.flow().fields.last_mut().filter(|field| !field.is_result) {
                    field.add(&text);
                }
                return Ok(None);
            }
            "tab" | "ptab" if is_in_run => self.add("\t")?,
            "noBreakHyphen" => self.add("-")?,
            "br" if is_in_run && tag.get("type").is_some_and(|kind| kind == "page") => {
                self.add_page_break()?;
            }
            "br" | "cr" if is_in_run => self.add_break()?,
            "sym" => self.add_symbol(tag)?,
            "fldChar" => match tag.get("fldCharType").as_deref() {
                Some("begin") => self.open_field(Field::default()),
                Some("separate") => {
                    self.flow().fields.iter_mut().rev().take(1).for_each(Field::begin_result);
                }
                _ => self.close_field()?,
            },
            "footnoteReference" | "endnoteReference" | "commentReference" => self.tell_aside(name, tag)?,
            "rt" => {
                let text = xml.text_of("t")?;
                self.tell(LeftOutKind::Phonetic, &text)?;
                return Ok(None);
            }
            "altChunk" | "subDoc" | "contentPart" => self.tell(LeftOutKind::Object, "")?,
            _ => {}
        }
        Ok(Some(Frame::Plain))
    }

    /// Adds characters of the file: those of symbol typefaces as what they look like, without those that no output holds.
    fn add_characters(&mut self, text: &str) -> Result<(), Fault> {
        let symbols = self.run.symbols;
        if symbols.is_none() && !text.contains(|c| is_barred(c) || is_private(c) || c == '\n' || c == '\r') {
            return self.add(text);
        }
        let mut shown = String::with_capacity(text.len());
        for c in text.chars().filter(|c| !is_barred(*c)) {
            match (c, symbols) {
                ('\n' | '\r', _) => shown.push(' '),
                (c, Some(symbols)) if u32::from(c) < 0x100 => {
                    shown.push(symbols.character(c.into()).unwrap_or(c));
                }
                (c, symbols) if is_private(c) => {
                    let symbol = symbols.unwrap_or(Symbols::Wingdings).character(c.into());
                    shown.push(self.known(symbol, c.into())?);
                }
                (c, _) => shown.push(c),
            }
        }
        self.add(&shown)
    }

    /// A symbol, or a box in its place that is told.
    fn known(&mut self, symbol: Option<char>, number: u32) -> Result<char, Fault> {
        if symbol.is_none() {
            self.tell(LeftOutKind::Object, &format!("U+{number:04X}"))?;
        }
        Ok(symbol.unwrap_or('□'))
    }

    /// Adds a symbol of a typeface.
    fn add_symbol(&mut self, tag: &Tag<'_>) -> Result<(), Fault> {
        let symbols = tag.get("font").and_then(|font| Face::of(&font).symbols);
        let number = tag.get("char").and_then(|number| u32::from_str_radix(&number, 16).ok());
        let Some(number) = number else { return Ok(()) };
        let plain = char::from_u32(number).filter(|c| !is_private(*c) && !is_barred(*c));
        let symbol = match symbols {
            Some(symbols) => symbols.character(number),
            None => plain,
        };
        let shown = self.known(symbol, number)?;
        self.add(shown.encode_utf8(&mut [0; 4]))
    }

    /// Adds a text, or tells it where it is deleted or hidden.
    pub fn add(&mut self, text: &str) -> Result<(), Fault> {
        let (place, run) = (self.place(), self.run);
        let (is_deleted, is_hidden) = (self.deleted > 0, run.is_hidden || self.hidden > 0);
        let is_inserted = self.inserted > 0;
        let link = self.links.iter().rev().find_map(Clone::clone);
        let letters = run.raised.map(|raised| raised.write(text));
        let is_flat = letters == Some(None);
        let letters = letters.flatten();
        let text = letters.as_deref().unwrap_or(text);
        let Some(flow) = self.flows.last_mut() else { return Ok(()) };
        let Some(draft) = &mut flow.open else { return Ok(()) };
        self.budget.text(text.len()).map_err(|fault| fault.at(place))?;
        if let Some(field) = flow.fields.iter_mut().rev().find(|field| !field.is_result) {
            // Told with its instruction, should its text never begin.
            field.add(text);
            return Ok(());
        }
        if text.is_empty() {
            return Ok(());
        }
        flow.fields.iter_mut().for_each(|field| field.has_text = true);
        if is_deleted || is_hidden {
            let kind = if is_deleted { LeftOutKind::Deleted } else { LeftOutKind::Hidden };
            self.told.retain(|(told, _)| *told == kind);
            return self.tell(kind, text);
        }
        let url = link.or_else(|| flow.fields.iter().rev().find_map(|field| field.url.clone()));
        if push(&mut draft.words, text, run.is_bold, url.as_deref()) {
            self.budget.piece().map_err(|fault| fault.at(place))?;
            self.budget.text(url.map_or(0, |url| url.len())).map_err(|fault| fault.at(place))?;
        }
        draft.count(text, &run);
        let is_changing = flow.fields.iter().any(|field| field.kind == FieldKind::Changing);
        let kinds = [
            (LeftOutKind::Inserted, is_inserted),
            (LeftOutKind::Field, is_changing),
            (LeftOutKind::Struck, run.is_struck),
            (LeftOutKind::Raised, is_flat),
        ];
        let is_now = |kind| kinds.contains(&(kind, true));
        self.told.retain(|(told, _)| is_now(*told));
        kinds.into_iter().filter(|(_, is)| *is).try_for_each(|(kind, _)| self.tell(kind, text))
    }

    /// Tells content that is left out, or goes on with what was told last.
    pub fn tell(&mut self, kind: LeftOutKind, text: &str) -> Result<(), Fault> {
        let place = self.place();
        if let Some((_, index)) = self.told.iter().find(|(told, _)| *told == kind)
            && let Some(left_out) = self.document.left_out.get_mut(*index)
        {
            left_out.text.push_str(text);
            return Ok(());
        }
        self.budget.piece().map_err(|fault| fault.at(place))?;
        if matches!(
            kind,
            LeftOutKind::Deleted
                | LeftOutKind::Inserted
                | LeftOutKind::Hidden
                | LeftOutKind::Field
                | LeftOutKind::Struck
                | LeftOutKind::Raised
        ) {
            self.told.push((kind, self.document.left_out.len()));
        }
        self.document.left_out.push(LeftOut { kind, text: text.to_owned(), place });
        Ok(())
    }

    /// Tells a comment or note where it is referred to, once. A note is deleted with the words that it belongs to; a comment
    /// says something about their deletion.
    fn tell_aside(&mut self, name: &str, tag: &Tag<'_>) -> Result<(), Fault> {
        let (which, kind) = match name {
            "footnoteReference" => (0, LeftOutKind::Note),
            "endnoteReference" => (1, LeftOutKind::Note),
            _ => (2, LeftOutKind::Comment),
        };
        let text = tag.get("id").and_then(|id| self.asides[which].remove(id.as_ref()));
        match text {
            Some(text) if self.deleted > 0 && kind == LeftOutKind::Note => {
                self.tell(LeftOutKind::Deleted, &text)
            }
            Some(text) => self.tell(kind, &text),
            None => Ok(()),
        }
    }

    /// Whether words at this place are shown.
    pub fn is_shown(&mut self) -> bool {
        let is_hidden = self.deleted > 0 || self.run.is_hidden || self.hidden > 0;
        !is_hidden && self.flow().fields.iter().all(|field| field.is_result)
    }

    /// Adds the end of a line.
    fn add_break(&mut self) -> Result<(), Fault> {
        self.put(Words::LineBreak)
    }

    /// Adds words that are no text.
    pub fn put(&mut self, words: Words) -> Result<(), Fault> {
        let place = self.place();
        if self.is_shown()
            && let Some(draft) = &mut self.flow().open
        {
            draft.words.push(words);
            self.budget.piece().map_err(|fault| fault.at(place))?;
        }
        Ok(())
    }

    /// Adds the end of a page; within a cell or text box it is the end of a line.
    fn add_page_break(&mut self) -> Result<(), Fault> {
        match self.is_shown() {
            true if self.flows.len() == 1 => self.break_page(),
            true => self.add_break(),
            false => Ok(()),
        }
    }

    /// Begins a field.
    pub fn open_field(&mut self, field: Field) {
        let fields = &mut self.flow().fields;
        if fields.len() < DEEPEST {
            fields.push(field);
        }
    }

    /// Ends the innermost field.
    pub fn close_field(&mut self) -> Result<(), Fault> {
        let Some(field) = self.flow().fields.pop() else { return Ok(()) };
        self.told.retain(|(kind, _)| *kind != LeftOutKind::Field);
        if field.has_text || !self.is_shown() {
            return Ok(());
        }
        match field.name().as_str() {
            // Word draws these from their instruction.
            "SYMBOL" => {
                let words: Vec<String> = field.words().collect();
                let number = words.get(1).and_then(|word| match word.strip_prefix("0x") {
                    Some(hexadecimal) => u32::from_str_radix(hexadecimal, 16).ok(),
                    None => word.parse().ok(),
                });
                let font = words.iter().skip_while(|word| *word != "\\f").nth(1);
                let symbols = font.and_then(|font| Face::of(font).symbols);
                let Some(number) = number else { return Ok(()) };
                let symbol = match symbols {
                    Some(symbols) => symbols.character(number),
                    None => char::from_u32(number).filter(|c| !is_barred(*c)),
                };
                let shown = self.known(symbol, number)?;
                self.add(shown.encode_utf8(&mut [0; 4]))
            }
            "EQ" | "FORMCHECKBOX" | "FORMDROPDOWN" | "MACROBUTTON" | "GOTOBUTTON" => {
                self.tell(LeftOutKind::Object, field.instruction.trim())
            }
            _ => Ok(()),
        }
    }

    /// Ends fields whose text has not begun at the end of a paragraph, so that damage hides no more than that paragraph.
    pub fn end_instructions(&mut self) -> Result<(), Fault> {
        let fields = std::mem::take(&mut self.flow().fields);
        let (whole, ended): (Vec<Field>, Vec<Field>) = fields.into_iter().partition(|field| field.is_result);
        self.flow().fields = whole;
        ended.iter().try_for_each(|field| self.tell(LeftOutKind::Object, field.instruction.trim()))
    }
}

/// Whether a character is one of those that symbol typefaces have.
fn is_private(c: char) -> bool {
    ('\u{F000}'..='\u{F0FF}').contains(&c)
}
