//! Parts of documents and archives: their bytes, and the search of those without a reader of their own.

use crate::message;
use crate::model::attached::ending;
use crate::read::attached::found::Found;
use crate::read::attached::picture;
use crate::read::attached::signature::Signature;
use crate::read::attached::xml_part::sweep;
use crate::read::package::Package;
use crate::text::message::Message;

/// Endings of parts of documents that hold no words: fonts, settings of printers.
const WORDLESS: &[&str] = &["odttf", "ttf", "otf", "fntdata"];

/// The deepest nesting of files: an archive, a document in it, a workbook in the document, a drawing in the workbook.
const DEEPEST: usize = 4;

/// The bytes of a part; a part that cannot be read is reported.
pub fn part(package: &mut Package<'_>, name: &str, found: &mut Found) -> Option<Vec<u8>> {
    let fault = match package.read(name) {
        Ok(bytes) if found.unpacked(bytes.len()) => return Some(bytes),
        Ok(_) => message!("解压后总共超过 256 MiB", "it unpacks to more than 256 MiB in sum"),
        Err(fault) => fault.message(),
    };
    found.unsearched("", fault);
    None
}

/// Searches a part of a document that has no reader of its own.
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
        // The preview of the first page, made by the program itself.
        (Some(_), _) if name.to_lowercase().contains("thumbnail") => {}
        (Some(_), _) => picture::read(bytes, found),
        (None, _) => found.unsearched(name, unknown()),
    }
}

/// Searches a file that is embedded in a document.
pub fn nested(name: &str, bytes: &[u8], found: &mut Found) {
    let short = name.rsplit('/').next().unwrap_or(name);
    if found.depth() < DEEPEST {
        found.search_within(short, bytes);
    } else {
        found.unsearched(name, message!("嵌套过深", "it is nested too deep"));
    }
}

/// Remark about a part of unknown content.
fn unknown() -> Message {
    message!("认不出的内容", "its content is unknown")
}
