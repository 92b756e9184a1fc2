//! PDF: text of pages and forms, strings outside of the pages, programs, authors.

mod beside;
mod drawn;

use std::collections::{BTreeMap, BTreeSet};

use lopdf::{Dictionary, Document, LoadOptions, Object, Stream};

use crate::message;
use crate::read::attached::found::Found;
use crate::read::attached::pdf::beside::{beside, information};
use crate::read::attached::pdf::drawn::{Fonts, text};

/// The most bytes of a page that was just printed.
const MOST_PRINTED: usize = 64 << 20;
/// The most pages that are listed one by one as without text.
const MOST_LISTED: usize = 5;

/// Searches a document.
pub fn read(bytes: &[u8], found: &mut Found) {
    let options = LoadOptions { max_decompressed_size: Some(found.most()), ..LoadOptions::default() };
    let document = match Document::load_mem_with_options(bytes, options) {
        Ok(document) if !document.is_encrypted() => document,
        Ok(_) | Err(lopdf::Error::Decryption(_) | lopdf::Error::InvalidPassword) => {
            return found.unsearched("", message!("设了密码或加密", "it is encrypted"));
        }
        Err(_) => return found.unsearched("", message!("文件损坏", "it is damaged")),
    };
    pages(&document, found);
    for (id, object) in &document.objects {
        beside(*id, object, found);
    }
    information(&document, found);
}

/// The text of each page of a document that another program has just printed, and the names of its fonts; `None` if it
/// cannot be read.
#[must_use]
pub fn printed(bytes: &[u8]) -> Option<(Vec<String>, BTreeSet<String>)> {
    let mut document = Document::load_mem(bytes).ok()?;
    // The library reads a font's letters by its encoding first, which for fonts of drawn letters names none.
    let dictionaries = document.objects.values_mut().filter_map(|object| object.as_dict_mut().ok());
    for font in dictionaries.filter(|font| font.has(b"ToUnicode")) {
        font.remove(b"Encoding");
    }
    let mut known = Fonts::default();
    let (mut texts, mut names) = (Vec::new(), BTreeSet::new());
    for id in document.get_pages().values() {
        let content = document.get_page_content_with_limit(*id, MOST_PRINTED).ok()?;
        let fonts = document.get_page_fonts(*id).unwrap_or_default();
        names.extend(fonts.values().filter_map(|font| font_name(font, &document)));
        texts.push(text(&content, &fonts, &document, &mut known).letters);
    }
    Some((texts, names))
}

/// The name of a font, which one of drawn letters has in its description only.
fn font_name(font: &Dictionary, document: &Document) -> Option<String> {
    let described = || document.get_dict_in_dict(font, b"FontDescriptor").ok()?.get(b"FontName").ok();
    let name = font.get(b"BaseFont").ok().or_else(described)?.as_name().ok()?;
    let name = String::from_utf8_lossy(name).into_owned();
    // `ABCDEF+` before the name of a font of which only some letters are in the file.
    Some(name.split_once('+').map_or(name.clone(), |(_, name)| name.to_owned()))
}

/// The text of every page, and of every form that pages draw.
fn pages(document: &Document, found: &mut Found) {
    let mut fonts = Fonts::default();
    let mut empty = Vec::new();
    let pages = document.get_pages();
    for (number, id) in &pages {
        let place = format!("第{number}页");
        let content = document.get_page_content_with_limit(*id, found.most());
        let Some(content) = content.ok().filter(|content| found.unpacked(content.len())) else {
            found.unsearched(&place, message!("内容过大或损坏", "its content is too large or damaged"));
            continue;
        };
        let fonts_here = document.get_page_fonts(*id).unwrap_or_default();
        let text = text(&content, &fonts_here, document, &mut fonts);
        if text.is_unread {
            found.unsearched(
                &place,
                message!(
                    "字体没有字符对照或页面损坏，文字读不出来",
                    "a font does not tell its letters, or the page is damaged: the text cannot be read"
                ),
            );
        }
        if text.letters.trim().is_empty() && !content.trim_ascii().is_empty() {
            empty.push(*number);
        }
        found.lines(|_| place.clone(), &text.letters);
    }
    if pages.is_empty() {
        found.unsearched("", message!("没有页面", "it has no pages"));
    }
    for object in document.objects.values() {
        if let Object::Stream(stream) = object
            && is_name(&stream.dict, b"Subtype", b"Form")
        {
            empty.retain(|_| !form(stream, document, &mut fonts, found));
        }
    }
    without_text(&empty, pages.len(), found);
}

/// Reports pages without text, which were probably scanned.
fn without_text(empty: &[u32], pages: usize, found: &mut Found) {
    let why = || message!("没有文字，可能是扫描件", "there is no text: it may be scanned");
    match empty.len() {
        0 => {}
        count if count == pages => found.unsearched("", why()),
        1..=MOST_LISTED => empty.iter().for_each(|number| found.unsearched(&format!("第{number}页"), why())),
        count => found.unsearched(&format!("第{}页等{count}页", empty[0]), why()),
    }
}

/// Searches the text of a form; `true` if it has any.
fn form<'d>(stream: &'d Stream, document: &'d Document, fonts: &mut Fonts<'d>, found: &mut Found) -> bool {
    let place = "表单或图章";
    let content = match stream.get_plain_content_with_limit(found.most()) {
        Ok(content) if found.unpacked(content.len()) => content,
        _ => {
            found.unsearched(place, message!("内容过大或损坏", "its content is too large or damaged"));
            return false;
        }
    };
    let resources = document.get_dict_in_dict(&stream.dict, b"Resources");
    let own = resources.and_then(|resources| document.get_dict_in_dict(resources, b"Font"));
    let mut here = BTreeMap::new();
    for (name, font) in own.into_iter().flatten() {
        if let Ok(Object::Dictionary(font)) = document.dereference(font).map(|(_, font)| font) {
            here.insert(name.clone(), font);
        }
    }
    let text = text(&content, &here, document, fonts);
    if text.is_unread {
        found.unsearched(
            place,
            message!(
                "字体没有字符对照或页面损坏，文字读不出来",
                "a font does not tell its letters, or the page is damaged: the text cannot be read"
            ),
        );
    }
    found.lines(|_| place.to_owned(), &text.letters);
    !text.letters.trim().is_empty()
}

fn is_name(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
}
