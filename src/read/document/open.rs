//! The reader of a file, chosen by its content, whatever its name ends with.

use std::io::Cursor;

use cfb::CompoundFile;

use crate::model::attached::ending;
use crate::read::attached::signature::Signature;
use crate::read::document::fault::{Fault, Problem};
use crate::read::document::limits::Limits;
use crate::read::document::{Document, page, text, word};
use crate::read::package::{Package, guard};
use crate::text::message::Words as Name;

/// How far into a file its kind is looked for.
const HEAD: usize = 4_096;

/// Reads a paper from outside: a Word document, a web page, or text. `name` is the file's name.
pub fn read(name: &str, bytes: &[u8], limits: Limits) -> Result<Document, Fault> {
    if let Some(problem) = no_paper(name, bytes) {
        return Err(problem.into());
    }
    if bytes.len() > limits.bytes {
        return Err(Problem::Bytes(limits.bytes).into());
    }
    // Libraries that unpack and decode may panic on damage.
    let document =
        guard::catch(|| by_content(name, bytes, limits)).unwrap_or_else(|| Err(Problem::Damaged.into()))?;
    if document.is_empty() { Err(Problem::NoWords.into()) } else { Ok(document) }
}

/// Whether a file is a Word document by its content, whatever its name ends with.
#[must_use]
pub fn is_word(bytes: &[u8]) -> bool {
    let has_text = || {
        let package = Package::open(bytes, Limits::default().package);
        package.is_ok_and(|package| package.find("word/document.xml").is_some())
    };
    guard::catch(has_text).unwrap_or(false)
}

fn by_content(name: &str, bytes: &[u8], limits: Limits) -> Result<Document, Fault> {
    let is_page =
        matches!(ending(name).as_str(), "htm" | "html" | "shtml" | "xhtml" | "aspx" | "jsp" | "php");
    match Signature::of(bytes) {
        Some(Signature::Zip) => word::read(bytes, limits),
        Some(Signature::Compound) => Err(compound(bytes).into()),
        Some(Signature::Markup) => match other_markup(bytes) {
            Some(name) => Err(Problem::Other(name).into()),
            None => page::read(bytes, limits),
        },
        // Browsers open it by any name, but its text is encoded.
        None if is_mail(bytes) => {
            Err(Problem::Other(Name::new("单个文件的网页（mht）", "a web page in one file (mht)")).into())
        }
        // A page may begin with a remark of the program that made it, or in another encoding.
        None if is_page => page::read(bytes, limits),
        Some(signature) => Err(Problem::Other(signature.name()).into()),
        None if is_named_word(name) => Err(Problem::Misnamed.into()),
        None => text::read(bytes),
    }
}

/// The problem with a file that holds no paper, whatever its name promises: the lock of Word or WPS, nothing, or zeros.
fn no_paper(name: &str, bytes: &[u8]) -> Option<Problem> {
    let file = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let is_blank = |byte: &u8| byte.is_ascii_whitespace();
    if file.starts_with("~$") {
        Some(Problem::Lock)
    } else if bytes.iter().all(is_blank) {
        Some(Problem::Empty)
    } else {
        bytes.iter().all(|byte| *byte == 0).then_some(Problem::Zeros)
    }
}

/// Whether a name is that of a Word document of today.
fn is_named_word(name: &str) -> bool {
    matches!(ending(name).as_str(), "docx" | "docm" | "dotx")
}

/// The kind of a file of markup that is no page.
fn other_markup(bytes: &[u8]) -> Option<Name> {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let has = |word: &str| head.contains(word);
    if has("progid=\"word.document\"")
        || has("schemas.microsoft.com/office/word/2003/wordml")
        || has("<pkg:package")
    {
        return Some(Name::new("Word XML 文档（xml）", "a Word XML document (xml)"));
    }
    let is_page = has("<html") || has("<!doctype html") || has("<head") || has("<body");
    if !is_page && has("<svg") {
        return Some(Name::new("SVG 图片", "an SVG image"));
    }
    (!is_page && has("<?xml")).then(|| Name::new("XML 文件", "an XML file"))
}

/// Whether bytes are a mail, as pages are saved in one file.
fn is_mail(bytes: &[u8]) -> bool {
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(HEAD)]).to_lowercase();
    let before = head.split("<html").next().unwrap_or_default();
    before.contains("mime-version:") && before.contains("multipart/related")
}

/// The problem with a compound file, in which Office before 2007 and WPS keep documents, and Office locked ones.
fn compound(bytes: &[u8]) -> Problem {
    let file = CompoundFile::open(Cursor::new(bytes));
    let has = |file: &CompoundFile<_>, name: &str| file.exists(name);
    let Ok(file) = file else { return Problem::Other(Signature::Compound.name()) };
    if has(&file, "/EncryptedPackage") {
        return Problem::Locked;
    }
    Problem::Other(if has(&file, "/WordDocument") {
        Name::new(
            "旧格式的 Word 或 WPS 文档（doc、wps）",
            "a Word or WPS document of the old format (doc, wps)",
        )
    } else if has(&file, "/Workbook") || has(&file, "/Book") {
        Name::new("旧格式的 Excel 工作簿（xls、et）", "an Excel workbook of the old format (xls, et)")
    } else if has(&file, "/PowerPoint Document") {
        Name::new("旧格式的演示文稿（ppt、dps）", "a presentation of the old format (ppt, dps)")
    } else {
        Signature::Compound.name()
    })
}
