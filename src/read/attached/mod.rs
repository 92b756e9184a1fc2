//! Everything inside attached files: words for the rules of privacy, programs and personal traces.
//!
//! The reader of a file is chosen by its first bytes and, where they are of no known format, by its ending
//! (`model::attached::ENDINGS`). Every part that cannot be searched is reported. Limits: files of 64 MiB, 64 MiB for
//! each part, 256 MiB unpacked from one file, archives within it included.

mod archive;
mod found;
pub(in crate::read) mod markup;
mod odf;
mod old_office;
mod ooxml;
mod part;
mod pdf;
mod picture;
mod properties;
mod rich_text;
mod section;
pub(in crate::read) mod signature;
mod strip;
mod text;
mod xml;
mod xml_part;

pub use pdf::printed;
pub use strip::strip;

use crate::message;
use crate::model::attached::{FileKind, Inside, ending, kind};
use crate::read::attached::found::Found;
use crate::read::attached::signature::Signature;
use crate::read::package::guard;

/// The largest file that is read into memory to be searched.
pub const MOST: u64 = 64 << 20;

/// Searches a file. `None` for its bytes: it is larger than [`MOST`], or was removed meanwhile.
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

/// Searches a file with the reader of its content. The readers are libraries that may
/// panic; the file then counts as not searched.
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

/// Searches a file without a signature as text; its ending chooses the reader.
fn plain(path: &str, bytes: &[u8], found: &mut Found) {
    match kind(path) {
        Some(FileKind::Prose) => text::prose(bytes, found),
        Some(FileKind::Markup) => markup::read(path, bytes, found),
        Some(FileKind::Rows) => text::rows(bytes, found),
        // A file of another kind may still be text; otherwise its signature is damaged.
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
