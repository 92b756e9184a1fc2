//! Word, Excel and PowerPoint since 2007 (ECMA-376): every part is searched, known parts with the place that
//! Office shows.

mod parts;
mod relationships;
mod sheet;
mod words;

pub use words::COMMENTER;

use std::collections::{BTreeMap, BTreeSet};

use crate::message;
use crate::read::attached::found::Found;
use crate::read::attached::ooxml::parts::Parts;
use crate::read::attached::part::{nested, other, part};
use crate::read::attached::properties;
use crate::read::attached::xml_part::xml_text;
use crate::read::package::Package;

/// Searches every part of a document.
pub fn read(package: &mut Package<'_>, found: &mut Found) {
    let parts = Parts::of(package, found);
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let mut strings = BTreeMap::new();
    let strings_part = names.iter().find(|name| name.ends_with("sharedStrings.xml"));
    if let Some(bytes) = strings_part.and_then(|name| part(package, name, found)) {
        strings = sheet::strings(&xml_text(&bytes), found);
    }
    let mut used = BTreeSet::new();
    for name in names.iter().filter(|name| Some(*name) != strings_part) {
        active_part(name, found);
        let Some(bytes) = part(package, name, found) else { continue };
        let place = parts.place(name);
        match parts.kind(name) {
            parts::Kind::Sheet => sheet::read(&xml_text(&bytes), &place, &strings, &mut used, found),
            parts::Kind::Comments => sheet::comments(&xml_text(&bytes), &place, found),
            parts::Kind::Words => words::read(&xml_text(&bytes), &place, found),
            parts::Kind::Properties => properties::read(&xml_text(&bytes), found),
            parts::Kind::Relationships => relationships::relationships(&xml_text(&bytes), &place, found),
            parts::Kind::Embedded => embedded(name, &place, &bytes, found),
            parts::Kind::Macros => {
                found.unsearched(name, message!("宏的代码不查看", "the code of macros is not read"));
            }
            parts::Kind::Other => other(name, &place, &bytes, found),
        }
    }
    for (_, text) in strings.iter().filter(|(index, _)| !used.contains(*index)) {
        found.text(|| "不在单元格中的文字".to_owned(), text);
    }
}

/// Reports a part that runs, recognised by its name.
fn active_part(name: &str, found: &mut Found) {
    let lower = name.to_lowercase();
    let what = if lower.ends_with("vbaproject.bin") || lower.contains("/macrosheets/") {
        message!("宏", "macros")
    } else if lower.contains("/activex/") {
        message!("ActiveX 控件", "an ActiveX control")
    } else if lower.contains("webextension") {
        message!("Office 加载项", "an add-in")
    } else {
        return;
    };
    found.active("", what);
}

/// Searches a file embedded in a document, mostly the workbook behind a chart.
fn embedded(name: &str, place: &str, bytes: &[u8], found: &mut Found) {
    if bytes.starts_with(b"PK") || bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        nested(name, bytes, found);
    } else {
        other(name, place, bytes, found);
    }
}
