//! PDF: text of pages and forms, strings outside of the pages, programs, authors.

use std::collections::{BTreeMap, BTreeSet};

use encoding_rs::GB18030;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, LoadOptions, Object, ObjectId, Stream};

use crate::message;
use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::part::nested;
use crate::read::attached::xml_part::sweep;
use crate::text::message::Words;

/// Kinds of actions that run a program or exchange data, with their names for findings.
const PROGRAMS: &[(&[u8], Words)] = &[
    (b"JavaScript", Words::new("JavaScript 程序", "a JavaScript program")),
    (b"Launch", Words::new("启动程序的动作", "an action that starts a program")),
    (b"ImportData", Words::new("读取外部数据的动作", "an action that reads data from elsewhere")),
    (b"SubmitForm", Words::new("向外提交数据的动作", "an action that sends data elsewhere")),
];
/// Keys of the information dictionary that name somebody.
const NAMES: &[(&[u8], Words)] =
    &[(b"Author", Words::new("作者", "author")), (b"Company", Words::new("单位", "company"))];
/// How deep objects may lie in one another.
const DEEPEST: usize = 64;
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

/// Encodings of fonts, computed once for all pages.
#[derive(Default)]
struct Fonts<'d>(BTreeMap<*const Dictionary, Option<Encoding<'d>>>);

impl<'d> Fonts<'d> {
    fn of(&mut self, font: &'d Dictionary, document: &'d Document) -> Option<&Encoding<'d>> {
        let known = self.0.entry(std::ptr::from_ref(font));
        let read = || {
            let is_composite = is_name(font, b"Subtype", b"Type0");
            let encoding = font.get_font_encoding_with_limit(document, 16 << 20).ok()?;
            // The library falls back to a Latin encoding for fonts that it cannot read.
            let is_guess = is_composite && matches!(encoding, Encoding::OneByteEncoding(_));
            (!is_guess).then_some(encoding)
        };
        known.or_insert_with(read).as_ref()
    }
}

/// Text drawn by a stream of content.
#[derive(Default)]
struct Drawn {
    letters: String,
    is_unread: bool,
}

/// The letters that a stream of content draws; a space or line break where it moves on.
fn text<'d>(
    content: &[u8],
    here: &BTreeMap<Vec<u8>, &'d Dictionary>,
    document: &'d Document,
    fonts: &mut Fonts<'d>,
) -> Drawn {
    let mut drawn = Drawn::default();
    let mut font: Option<&'d Dictionary> = None;
    // One operation at a time: all operations of 64 MiB of content would take gigabytes of memory.
    for operation in Content::decode_iter(content) {
        let Ok(operation) = operation else {
            drawn.is_unread = true;
            return drawn;
        };
        match operation.operator.as_str() {
            "Tf" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                font = name.and_then(|name| here.get(name).copied());
            }
            "Td" | "TD" | "T*" | "Tm" | "ET" => {
                moved(&operation.operator, &operation.operands, &mut drawn.letters);
            }
            "Tj" | "TJ" | "'" | "\"" => {
                if matches!(operation.operator.as_str(), "'" | "\"") {
                    drawn.letters.push('\n');
                }
                let encoding = font.and_then(|font| fonts.of(font, document));
                push_strings(&operation.operands, encoding, &mut drawn);
            }
            _ => {}
        }
    }
    drawn
}

/// Separates words or lines after the position on the page was moved.
fn moved(operator: &str, operands: &[Object], letters: &mut String) {
    let down = operands.get(1).and_then(|down| down.as_float().ok()).unwrap_or_default();
    let along = matches!(operator, "Td" | "TD") && down.abs() < f32::EPSILON;
    let mark = if along { ' ' } else { '\n' };
    if !letters.is_empty() && !letters.ends_with([' ', '\n']) {
        letters.push(mark);
    }
}

fn push_strings(operands: &[Object], encoding: Option<&Encoding<'_>>, drawn: &mut Drawn) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => match encoding {
                // Old Chinese programs write the bytes of the code page itself.
                Some(Encoding::SimpleEncoding(name)) if name.starts_with(b"GB") && name.contains(&b'-') => {
                    drawn.letters.push_str(&GB18030.decode_without_bom_handling(bytes).0);
                }
                Some(encoding) => {
                    let read = encoding.write_to_string(bytes, &mut drawn.letters);
                    drawn.is_unread |= read.is_err();
                }
                None => drawn.is_unread = true,
            },
            Object::Array(pieces) => push_strings(pieces, encoding, drawn),
            // A gap wider than a fifth of a letter is a space.
            Object::Integer(gap) if *gap < -200 => drawn.letters.push(' '),
            Object::Real(gap) if *gap < -200.0 => drawn.letters.push(' '),
            _ => {}
        }
    }
}

/// Strings beside the pages (notes, bookmarks, fields, targets), programs, and embedded files.
fn beside(id: ObjectId, object: &Object, found: &mut Found) {
    let mut waiting = vec![(object, 0)];
    while let Some((object, depth)) = waiting.pop() {
        match object {
            Object::String(bytes, _) => {
                let text = lopdf::decode_text_string(object)
                    .unwrap_or_else(|_| String::from_utf8_lossy(bytes).into_owned());
                found.text(|| "批注、书签、表单或属性".to_owned(), &text);
            }
            _ if depth == DEEPEST => found.unsearched("", message!("嵌套过深", "it is nested too deep")),
            Object::Array(items) => waiting.extend(items.iter().map(|item| (item, depth + 1))),
            Object::Dictionary(dictionary) => {
                programs(dictionary, found);
                waiting.extend(dictionary.iter().map(|(_, item)| (item, depth + 1)));
            }
            Object::Stream(stream) => {
                programs(&stream.dict, found);
                embedded(id, stream, found);
                waiting.extend(stream.dict.iter().map(|(_, item)| (item, depth + 1)));
            }
            _ => {}
        }
    }
}

/// Reports actions that run a program or exchange data with other machines.
fn programs(dictionary: &Dictionary, found: &mut Found) {
    let action = dictionary.get(b"S").and_then(Object::as_name).unwrap_or_default();
    let named = PROGRAMS.iter().find(|(name, _)| *name == action);
    let script = (dictionary.has(b"JS") || dictionary.has(b"JavaScript")).then(|| &PROGRAMS[0]);
    if let Some((_, what)) = named.or(script) {
        let Words { zh, en } = what;
        found.active("", message!("{zh}", "{en}"));
    }
}

/// Files within the document, and its description in XML.
fn embedded(id: ObjectId, stream: &Stream, found: &mut Found) {
    let is_file = is_name(&stream.dict, b"Type", b"EmbeddedFile");
    let is_description = is_name(&stream.dict, b"Type", b"Metadata");
    if !is_file && !is_description {
        return;
    }
    let content = match stream.get_plain_content_with_limit(found.most()) {
        Ok(content) if found.unpacked(content.len()) => content,
        _ => {
            return found
                .unsearched("", message!("其中的文件过大或损坏", "a file in it is too large or damaged"));
        }
    };
    if is_description {
        return sweep("属性", &content, found);
    }
    found.active("", message!("嵌入的文件", "an embedded file"));
    let name = format!("附件{}", id.0);
    nested(&name, &content, found);
}

/// Keeps the authors in the information dictionary.
fn information(document: &Document, found: &mut Found) {
    let Ok(information) = document.trailer.get(b"Info").and_then(|info| document.dereference(info)) else {
        return;
    };
    let Ok(information) = information.1.as_dict() else { return };
    for (key, name) in NAMES {
        if let Ok(value) = information.get(key).and_then(|value| document.dereference(value)) {
            found.trace(TraceKind::Author, *name, &lopdf::decode_text_string(value.1).unwrap_or_default());
        }
    }
}

fn is_name(dictionary: &Dictionary, key: &[u8], name: &[u8]) -> bool {
    dictionary.get(key).and_then(Object::as_name).is_ok_and(|found| found == name)
}
