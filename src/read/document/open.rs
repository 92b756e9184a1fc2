//! The reader of a file, chosen by its content, whatever its name ends with.

use std::io::Cursor;

use cfb::CompoundFile;

use crate::read::attached::signature::Signature;
use crate::read::document::fault::{Fault, Problem};
use crate::read::document::limits::Limits;
use crate::read::document::{Document, text, word};
use crate::read::package::guard;
use crate::text::message::Words as Name;

/// Reads a paper from outside: a Word document, a web page, or text. `name` is the file's name.
pub fn read(name: &str, bytes: &[u8], limits: Limits) -> Result<Document, Fault> {
    if bytes.len() > limits.bytes {
        return Err(Problem::Bytes(limits.bytes).into());
    }
    // Libraries that unpack and decode may panic on damage.
    guard::catch(|| by_content(name, bytes, limits)).unwrap_or_else(|| Err(Problem::Damaged.into()))
}

fn by_content(_name: &str, bytes: &[u8], limits: Limits) -> Result<Document, Fault> {
    match Signature::of(bytes) {
        Some(Signature::Zip) => word::read(bytes, limits),
        Some(Signature::Compound) => Err(compound(bytes).into()),
        Some(signature) => Err(Problem::Other(signature.name()).into()),
        None => text::read(bytes),
    }
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
