//! Damaged Word documents and pages, and their reading. A case is made of its number alone.

use std::sync::OnceLock;

use gongkai::read::document::{BlockKind, Limits, read};
use gongkai::read::import::{import_document, left_out, unreadable_document};
use gongkai::source::{Sources, Span};

use crate::support::dice::Dice;
use crate::support::word::{archive, unpack};

/// The files that are damaged.
const SOURCES: [(&str, &[u8]); 4] = [
    ("hard.docx", include_bytes!("../papers/word-hard-cases.docx")),
    ("typed.docx", include_bytes!("../papers/word-paper-typed-numbers.docx")),
    ("landscape.docx", include_bytes!("../papers/word-landscape-attachment.docx")),
    ("page.html", include_bytes!("../papers/portal-page-gbk.html")),
];

/// Numbers that break what trusts them.
const NUMBERS: [&str; 9] =
    ["0", "-1", "255", "65536", "2147483648", "4294967295", "18446744073709551615", "1e9", ""];

/// Pieces of other elements, open or closed, that are put between others.
const PIECES: [&str; 22] = [
    "<w:p>",
    "</w:p>",
    "<w:tbl><w:tr><w:tc>",
    "</w:tc></w:tr></w:tbl>",
    "<w:del w:id=\"1\">",
    "</w:del>",
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>",
    "<w:txbxContent><w:p/></w:txbxContent>",
    "<w:vMerge/>",
    "<w:r><w:br w:type=\"page\"/></w:r>",
    "<mc:AlternateContent><mc:Choice Requires=\"wps\"/></mc:AlternateContent>",
    "<!DOCTYPE a>",
    "<table><tr><td rowspan=9 colspan=9>",
    "</table>",
    "<td>",
    "<p>",
    "</div>",
    "<div style=\"display:none\">",
    "<script>",
    "<!--",
    "&#x0;&bogus;&#99999999;",
];

type Parts = Vec<(String, Vec<u8>)>;

/// The files, unpacked.
fn sources() -> &'static [Parts] {
    static UNPACKED: OnceLock<Vec<Parts>> = OnceLock::new();
    UNPACKED.get_or_init(|| {
        let parts = |(name, bytes): &(&str, &[u8])| match bytes.starts_with(b"PK") {
            true => unpack(bytes),
            false => vec![((*name).to_owned(), bytes.to_vec())],
        };
        let mut all: Vec<Parts> = SOURCES.iter().map(parts).collect();
        // Half a megabyte of unused styles says nothing more.
        for parts in &mut all {
            parts.retain(|(_, bytes)| bytes.len() < 100_000);
        }
        all
    })
}

/// A damaged file and its name.
pub fn case(seed: u64) -> (Vec<u8>, String) {
    let mut dice = Dice::new(seed);
    let at = dice.below(SOURCES.len());
    let (name, source) = SOURCES[at];
    let is_archive = source.starts_with(b"PK");
    let mut parts = sources()[at].clone();
    match dice.below(if is_archive { 10 } else { 8 }) {
        8 | 9 => {
            let mut bytes = source.to_vec();
            flip(&mut bytes, &mut dice);
            return (bytes, name.to_owned());
        }
        _ => {
            for _ in 0..=dice.below(4) {
                damage(&mut parts, &mut dice);
            }
        }
    }
    let bytes = if is_archive { archive(&parts) } else { parts.pop().unwrap().1 };
    (bytes, name.to_owned())
}

fn damage(parts: &mut Parts, dice: &mut Dice) {
    let (one, other) = (dice.below(parts.len()), dice.below(parts.len()));
    match dice.below(10) {
        0 if parts.len() > 1 => {
            let taken = parts[other].1.clone();
            parts[one].1 = taken;
        }
        1 if parts.len() > 1 => drop(parts.remove(one)),
        way => damage_text(&mut parts[one].1, way, dice),
    }
}

fn damage_text(bytes: &mut Vec<u8>, way: usize, dice: &mut Dice) {
    match way {
        2 => {
            let end = dice.below(bytes.len());
            bytes.truncate(end);
        }
        3 => flip(bytes, dice),
        4 => repeat(bytes, dice),
        5 => numbers(bytes, dice),
        6 => swap(bytes, dice),
        _ => {
            for _ in 0..=dice.below(6) {
                let piece = dice.of(&PIECES).repeat(1 << dice.below(8));
                let at = tag(bytes, dice);
                bytes.splice(at..at, piece.bytes());
            }
        }
    }
}

/// A place where a tag begins.
fn tag(bytes: &[u8], dice: &mut Dice) -> usize {
    let from = dice.below(bytes.len());
    from + bytes[from..].iter().position(|byte| *byte == b'<').unwrap_or_default()
}

fn flip(bytes: &mut [u8], dice: &mut Dice) {
    for _ in 0..=dice.below(8) {
        let at = dice.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << dice.below(8);
        }
    }
}

/// Repeats what stands between two tags: whole elements often stay whole.
fn repeat(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let (one, other) = (tag(bytes, dice), tag(bytes, dice));
    let piece = bytes[one.min(other)..one.max(other)].to_vec();
    let times = (1usize << dice.below(10)).min(300_000 / piece.len().max(1));
    bytes.splice(one..one, piece.repeat(times));
}

/// Takes out what stands between two tags and puts it elsewhere.
fn swap(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let (one, other) = (tag(bytes, dice), tag(bytes, dice));
    let piece: Vec<u8> = bytes.drain(one.min(other)..one.max(other)).collect();
    let at = tag(bytes, dice);
    bytes.splice(at..at, piece);
}

/// Replaces numbers in attributes.
fn numbers(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        let from = dice.below(bytes.len());
        let digit = (from..bytes.len()).find(|at| bytes[*at].is_ascii_digit());
        let Some(start) = digit else { return };
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        bytes.splice(start..start + length, dice.of(&NUMBERS).bytes());
    }
}

/// Reads a file and imports it; what was found is told, and every cell lies within its table and over no other.
pub fn run(bytes: &[u8], name: &str) -> Result<(), String> {
    let (mut sources, limits) = (Sources::default(), Limits::default());
    let span = Span::head(sources.add(name.to_owned(), String::new()));
    let document = match read(name, bytes, limits) {
        Ok(document) => document,
        Err(fault) => {
            let _ = unreadable_document(span, &fault);
            return Ok(());
        }
    };
    let imported = import_document(name, &document);
    if imported.files.first().is_none_or(|(path, _)| path != "notice.md") {
        return Err("no notice.md was made".to_owned());
    }
    for one in document.left_out.iter().take(100) {
        let _ = left_out(span, one);
    }
    for block in &document.blocks {
        let BlockKind::Table(table) = &block.kind else { continue };
        let mut covered = vec![false; table.rows * table.columns];
        for cell in &table.cells {
            for row in cell.row..cell.row + cell.rows {
                for column in cell.column..cell.column + cell.columns {
                    if row >= table.rows || column >= table.columns {
                        return Err(format!("a cell of {:?} lies outside of its table", block.place));
                    }
                    if std::mem::replace(&mut covered[row * table.columns + column], true) {
                        return Err(format!("two cells of {:?} lie over each other", block.place));
                    }
                }
            }
        }
    }
    Ok(())
}
