//! Everything beside the pages: strings, programs, embedded files, authors.

use lopdf::{Dictionary, Document, Object, ObjectId, Stream};

use crate::message;
use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::part::nested;
use crate::read::attached::pdf::is_name;
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

/// Strings beside the pages (notes, bookmarks, fields, targets), programs, and embedded files.
pub(super) fn beside(id: ObjectId, object: &Object, found: &mut Found) {
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
pub(super) fn information(document: &Document, found: &mut Found) {
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
