//! Zip archives: those of documents go to their readers, of others every file is searched, one level deep.

use crate::message;
use crate::model::attached::{FileKind, ending, kind};
use crate::read::attached::found::Found;
use crate::read::attached::signature::Signature;
use crate::read::attached::{odf, ooxml, picture, search, xml};
use crate::read::package::Package;
use crate::text::message::Message;

/// Endings of files that run when they are opened; what begins like a program is one whatever its name is.
const PROGRAMS: &[&str] = &[
    "apk", "app", "bat", "chm", "cmd", "com", "cpl", "dll", "exe", "hta", "jar", "js", "jse", "lnk", "msi",
    "ps1", "py", "reg", "scr", "sh", "url", "vbe", "vbs", "wsf",
];
/// Parts of which a document of Word, Excel or PowerPoint has one.
const OFFICE: &[&str] =
    &["[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"];
/// Endings of parts of documents that hold no words: fonts, settings of printers.
const WORDLESS: &[&str] = &["odttf", "ttf", "otf", "fntdata"];
/// How many files may be around another: an archive, a document, a workbook in it, a drawing in that.
const DEEPEST: usize = 4;

/// Searches a zip archive.
pub fn read(bytes: &[u8], found: &mut Found) {
    let mut package = match Package::open(bytes, found.limits()) {
        Ok(package) => package,
        Err(fault) => return found.unsearched("", fault.message()),
    };
    let holds = |name: &str| package.find(name).is_some();
    // A program may open a document whose list of parts is missing.
    let is_office = OFFICE.iter().any(|name| holds(name));
    if is_office {
        ooxml::read(&mut package, found);
    } else if holds("OFD.xml") || holds("META-INF/manifest.xml") && holds("content.xml") {
        odf::read(&mut package, found);
    } else if found.depth() > 0 {
        found.unsearched(
            "",
            message!("压缩包里的压缩包不再打开", "an archive within an archive is not opened"),
        );
    } else {
        let names: Vec<String> = package.names().map(str::to_owned).collect();
        for name in names {
            entry(&mut package, &name, found);
        }
    }
}

/// A file in an archive.
fn entry(package: &mut Package<'_>, name: &str, found: &mut Found) {
    if PROGRAMS.contains(&ending(name).as_str()) {
        found.active(&format!("“{name}”"), message!("程序", "a program"));
    }
    // A name is read as the text is.
    found.text(|| "文件名".to_owned(), name);
    let Some(bytes) = part(package, name, found) else { return };
    found.within(name, |found| match kind(name) {
        Some(FileKind::Archive) => {
            found.unsearched(
                "",
                message!("压缩包里的压缩包不再打开", "an archive within an archive is not opened"),
            );
        }
        _ => search(name, &bytes, found),
    });
}

/// The bytes of a part; one that cannot be had is said.
pub fn part(package: &mut Package<'_>, name: &str, found: &mut Found) -> Option<Vec<u8>> {
    let fault = match package.read(name) {
        Ok(bytes) if found.unpacked(bytes.len()) => return Some(bytes),
        Ok(_) => message!("解压后总共超过 256 MiB", "it unpacks to more than 256 MiB in sum"),
        Err(fault) => fault.message(),
    };
    found.unsearched("", fault);
    None
}

/// A part of a document for which there is no reader of its own.
pub fn other(name: &str, place: &str, bytes: &[u8], found: &mut Found) {
    let ending = ending(name);
    match (Signature::of(bytes), ending.as_str()) {
        _ if WORDLESS.contains(&ending.as_str()) || name.contains("printerSettings") || bytes.is_empty() => {}
        (_, "emf" | "wmf" | "emz" | "wmz") => found.picture(),
        (Some(Signature::Markup), _) | (None, "xml" | "rels" | "vml" | "rdf") => sweep(place, bytes, found),
        (Some(Signature::Zip | Signature::Compound | Signature::Pdf | Signature::RichText), _) => {
            nested(name, bytes, found);
        }
        (Some(Signature::Program), _) => found.active(place, message!("程序", "a program")),
        // The program's own preview of the first page.
        (Some(_), _) if name.to_lowercase().contains("thumbnail") => {}
        (Some(_), _) => picture::read(bytes, found),
        (None, _) => found.unsearched(name, unknown()),
    }
}

/// A file that is embedded in a document.
pub fn nested(name: &str, bytes: &[u8], found: &mut Found) {
    let short = name.rsplit('/').next().unwrap_or(name);
    if found.depth() < DEEPEST {
        found.within(short, |found| search(short, bytes, found));
    } else {
        found.unsearched(name, message!("嵌套过深", "it is nested too deep"));
    }
}

/// Every text and every attribute of XML that nobody knows more about.
pub fn sweep(place: &str, bytes: &[u8], found: &mut Found) {
    let text = xml_text(bytes);
    let whole = xml::read(&text, |event| match event {
        xml::Event::Text(_, text) => found.text(|| place.to_owned(), text),
        xml::Event::Open(tag) => tag.each(|_, value| found.text(|| place.to_owned(), value)),
        xml::Event::Close(_) => {}
    });
    if !whole {
        found.unsearched(place, broken());
    }
}

/// The text of a part of XML, in UTF-8 or UTF-16.
pub fn xml_text(bytes: &[u8]) -> String {
    crate::read::attached::text::decoded(bytes)
}

/// Words for a part that nobody knows.
pub fn unknown() -> Message {
    message!("认不出的内容", "its content is unknown")
}

/// Words for XML that ends too early.
pub fn broken() -> Message {
    message!("损坏", "it is damaged")
}
