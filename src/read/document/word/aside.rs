//! Texts beside the text: comments, notes, heads and feet of pages.

use std::collections::BTreeMap;

use crate::read::document::fault::Fault;
use crate::read::document::word::field::{DEEPEST, Field, FieldKind};
use crate::read::document::word::xml::{Event, Space, Xml};

/// The most comments or notes of a document that are kept.
const MOST: usize = 20_000;

/// The texts of the comments or notes of a part, by their ids.
pub fn texts(part: &str) -> Result<BTreeMap<String, String>, Fault> {
    let (mut xml, mut texts) = (Xml::new(part), BTreeMap::new());
    if xml.child()?.is_none() {
        return Ok(texts);
    }
    while let Some(tag) = xml.child()? {
        // The lines above the notes of a page are notes by their form.
        let is_line = tag.get("type").is_some_and(|kind| kind != "normal");
        match tag.get("id") {
            Some(id) if !is_line && texts.len() < MOST => {
                let text = text(&mut xml)?;
                texts.insert(id.into_owned(), text);
            }
            _ => xml.skip()?,
        }
    }
    Ok(texts)
}

/// The text of a head or foot of pages, without page numbers; empty where there is nothing else.
pub fn edge(part: &str) -> Result<String, Fault> {
    let mut xml = Xml::new(part);
    if xml.child()?.is_none() {
        return Ok(String::new());
    }
    let text = text(&mut xml)?;
    let is_number = |c: char| c.is_whitespace() || c.is_ascii_digit() || "—–-－·第页共/".contains(c);
    Ok(if text.chars().all(is_number) { String::new() } else { text })
}

/// The text of the innermost open element, up to its end: paragraphs on a line each, page numbers left out.
fn text(xml: &mut Xml<'_>) -> Result<String, Fault> {
    let (mut text, mut fields, mut depth) = (String::new(), Vec::<Field>::new(), 1usize);
    loop {
        let tag = match xml.next()? {
            Event::Open(tag) => tag,
            Event::Close if depth == 1 => break,
            Event::Close => {
                depth -= 1;
                continue;
            }
            Event::Text(_) => continue,
            Event::End => break,
        };
        let is_shown = fields.iter().all(|field| field.is_result && field.kind != FieldKind::PageNumber);
        match (tag.space, tag.name()) {
            (Space::Word, "t") => {
                let part = xml.text()?;
                if is_shown {
                    text.push_str(&part);
                }
                continue;
            }
            (Space::Word, "instrText") => {
                let part = xml.text()?;
                if let Some(field) = fields.last_mut() {
                    field.add(&part);
                }
                continue;
            }
            (Space::Word, "fldChar") => match tag.get("fldCharType").as_deref() {
                Some("begin") if fields.len() < DEEPEST => fields.push(Field::default()),
                Some("separate") => fields.iter_mut().rev().take(1).for_each(Field::begin_result),
                _ => drop(fields.pop()),
            },
            (Space::Word, "fldSimple") => {
                let field = Field::of(tag.get("instr").as_deref().unwrap_or_default());
                let part = xml.text_of("t")?;
                if is_shown && field.kind != FieldKind::PageNumber {
                    text.push_str(&part);
                }
                continue;
            }
            (Space::Word, "p" | "br" | "cr") if !text.is_empty() && !text.ends_with('\n') => text.push('\n'),
            (Space::Word, "tab") if is_shown && !text.is_empty() => text.push('\t'),
            (Space::Word, "del" | "moveFrom" | "pPr" | "rPr") | (Space::Compatibility, "Fallback") => {
                xml.skip()?;
                continue;
            }
            _ => {}
        }
        depth += 1;
    }
    text.truncate(text.trim_end().len());
    Ok(text)
}
