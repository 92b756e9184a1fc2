//! Everything inside attached files: words for the rules of privacy, programs and personal traces.
//!
//! A file is opened by its content; where that says nothing, by its ending (`model::attached::ENDINGS`). Whatever
//! cannot be searched is said, part by part: nothing is passed over silently. All of it is bounded: files of 64 MiB,
//! 64 MiB a part, 256 MiB unpacked from one file, archives within it included.

mod archive;
mod found;
mod markup;
mod odf;
mod old_office;
mod ooxml;
mod part;
mod pdf;
mod picture;
mod properties;
mod rich_text;
mod section;
mod signature;
mod strip;
mod text;
mod xml;
mod xml_part;

pub use strip::strip;

use crate::message;
use crate::model::attached::{FileKind, Inside, ending, kind};
use crate::read::attached::found::Found;
use crate::read::attached::signature::Signature;
use crate::read::package::guard;

/// The largest file that is read into memory to be searched.
pub const MOST: u64 = 64 << 20;

/// Looks into a file; `None` stands for one that is larger than [`MOST`] or went away.
pub fn inspect(path: &str, bytes: Option<&[u8]>) -> Inside {
    let mut found = Found::new(search);
    match bytes {
        Some(bytes) => search(path, bytes, &mut found),
        None => found.unsearched("", message!("文件超过 64 MiB", "it is larger than 64 MiB")),
    }
    let mut inside = found.done();
    inside.differs = bytes.and_then(|bytes| signature::difference(path, bytes));
    inside
}

/// Searches a file with the reader of its content. Readers of foreign formats may panic: that is a file not searched.
fn search(path: &str, bytes: &[u8], found: &mut Found) {
    if guard::catch(|| read(path, bytes, found)).is_none() {
        found.unsearched("", message!("文件损坏", "it is damaged"));
    }
}

fn read(path: &str, bytes: &[u8], found: &mut Found) {
    match Signature::of(bytes) {
        Some(Signature::Zip) => archive::read(bytes, found),
        Some(Signature::Compound) => old_office::read(bytes, found),
        Some(Signature::Pdf) => pdf::read(bytes, found),
        Some(Signature::RichText) => rich_text::read(bytes, found),
        Some(Signature::Rar | Signature::SevenZip | Signature::Gzip) => {
            found.unsearched(
                "",
                message!("这种压缩包打不开，改用 .zip", "this kind of archive cannot be opened; use .zip"),
            );
        }
        Some(Signature::Program) => found.active("", message!("程序", "a program")),
        Some(Signature::Markup) => markup::read(path, bytes, found),
        Some(_) => picture::read(bytes, found),
        None => plain(path, bytes, found),
    }
}

/// A file without a signature: text, by its ending.
fn plain(path: &str, bytes: &[u8], found: &mut Found) {
    match kind(path) {
        Some(FileKind::Prose) => text::prose(bytes, found),
        Some(FileKind::Markup) => markup::read(path, bytes, found),
        Some(FileKind::Rows) => text::rows(bytes, found),
        // Without a known beginning it may still be text; what is no text has a broken beginning.
        _ if text::is_text(bytes) => text::prose(bytes, found),
        Some(_) => found.unsearched("", message!("文件损坏", "it is damaged")),
        None => {
            let ending = ending(path);
            found.unsearched(
                "",
                message!("不认识“{ending}”这种文件", "files of the kind {ending:?} are unknown"),
            );
        }
    }
}
