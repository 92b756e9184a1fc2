//! `--strip-metadata`: a copy of a file without the traces of people and devices; pixels and words stay byte for byte.
//!
//! Removed are EXIF, XMP and comments of JPEG, PNG and WebP (a minimal EXIF keeps a picture upright), and names of
//! people and bodies in the properties of OOXML and OpenDocument files, pictures and documents within them included.
//! Comments and tracked changes are content: their authors stay, and are pointed at.

use std::io::{Cursor, Write};
use std::ops::Range;

use quick_xml::events::Event;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::model::attached::ending;
use crate::read::attached::picture;
use crate::read::attached::section::{Section, SectionKind, sections};
use crate::read::attached::signature::Signature;
use crate::read::package::{Limits, Package};

/// Elements of properties that name a person or body, of OOXML and OpenDocument.
const NAMES: &[&str] = &[
    "creator",
    "initial-creator",
    "lastModifiedBy",
    "printed-by",
    "Company",
    "Manager",
    "HyperlinkBase",
    "user-defined",
];
/// How many documents may lie in one another.
const DEEPEST: usize = 3;

/// The file without traces of people and devices; `None` if it has none, or if its format is not supported.
pub fn strip(bytes: &[u8]) -> Option<Vec<u8>> {
    part(bytes, 0)
}

fn part(bytes: &[u8], depth: usize) -> Option<Vec<u8>> {
    match Signature::of(bytes)? {
        Signature::Zip if depth < DEEPEST => document(bytes, depth),
        Signature::Jpeg => image(bytes, jpeg_orientation, 2),
        Signature::Png => image(bytes, png_orientation, 33),
        Signature::WebP => image(bytes, webp_orientation, bytes.len()).map(webp_head),
        _ => None,
    }
}

/// An image without its sections beside the pixels; `at` is where its orientation is written anew.
fn image(bytes: &[u8], keep: impl Fn(u16) -> Vec<u8>, at: usize) -> Option<Vec<u8>> {
    let sections = sections(bytes).filter(|sections| !sections.is_empty())?;
    let content = sections
        .iter()
        .find(|section| section.kind == SectionKind::Exif)
        .map(|it| &bytes[it.content.clone()]);
    let orientation = content.and_then(picture::orientation);
    if let ([Section { kind: SectionKind::Exif, whole, .. }], Some(orientation)) =
        (&sections[..], orientation)
        && bytes[whole.clone()] == keep(orientation)[..]
    {
        return None;
    }
    let mut stripped = Vec::with_capacity(bytes.len());
    let kept = orientation.map(keep).unwrap_or_default();
    let mut from = 0;
    for Range { start, end } in sections.into_iter().map(|section| section.whole) {
        if from <= at && at <= start {
            stripped.extend_from_slice(&bytes[from..at]);
            stripped.extend_from_slice(&kept);
            from = at;
        }
        stripped.extend_from_slice(bytes.get(from..start)?);
        from = end;
    }
    if from <= at {
        stripped.extend_from_slice(bytes.get(from..at)?);
        stripped.extend_from_slice(&kept);
        from = at;
    }
    stripped.extend_from_slice(&bytes[from..]);
    Some(stripped)
}

/// EXIF that holds nothing but an orientation: one directory with one entry.
fn exif(orientation: u16) -> Vec<u8> {
    let [high, low] = orientation.to_be_bytes();
    let mut exif = b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01".to_vec();
    exif.extend([high, low, 0, 0, 0, 0, 0, 0]);
    exif
}

fn jpeg_orientation(orientation: u16) -> Vec<u8> {
    let exif = exif(orientation);
    let length = u16::try_from(exif.len() + 8).unwrap_or(u16::MAX).to_be_bytes();
    [b"\xFF\xE1", &length[..], b"Exif\0\0", &exif].concat()
}

fn png_orientation(orientation: u16) -> Vec<u8> {
    let exif = exif(orientation);
    let length = u32::try_from(exif.len()).unwrap_or(u32::MAX).to_be_bytes();
    let named = [b"eXIf", &exif[..]].concat();
    let sum = checksum(&named).to_be_bytes();
    [&length[..], &named, &sum].concat()
}

fn webp_orientation(orientation: u16) -> Vec<u8> {
    let exif = exif(orientation);
    let length = u32::try_from(exif.len()).unwrap_or(u32::MAX).to_le_bytes();
    [b"EXIF", &length[..], &exif].concat()
}

/// Corrects the head of a WebP file, which holds its length and flags for its sections.
fn webp_head(mut bytes: Vec<u8>) -> Vec<u8> {
    const HAS_EXIF: u8 = 0b1000;
    const HAS_XMP: u8 = 0b100;
    let length = u32::try_from(bytes.len().saturating_sub(8)).unwrap_or(u32::MAX).to_le_bytes();
    bytes[4..8].copy_from_slice(&length);
    let has_exif = sections(&bytes).is_some_and(|sections| !sections.is_empty());
    if bytes.get(12..16) == Some(b"VP8X") && bytes.len() > 20 {
        bytes[20] &= !(HAS_EXIF | HAS_XMP);
        bytes[20] |= if has_exif { HAS_EXIF } else { 0 };
    }
    bytes
}

/// CRC-32 as PNG has it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |sum: u32, byte: &u8| {
        (0..8).fold(
            sum ^ u32::from(*byte),
            |sum, _| if sum & 1 == 1 { sum >> 1 ^ 0xEDB8_8320 } else { sum >> 1 },
        )
    };
    !bytes.iter().fold(u32::MAX, step)
}

/// A document without the names in its properties; every other part is copied in its packed form.
fn document(bytes: &[u8], depth: usize) -> Option<Vec<u8>> {
    let mut package = Package::open(bytes, Limits::default()).ok()?;
    let names: Vec<String> = package.names().map(str::to_owned).collect();
    let holds = |name: &str| names.iter().any(|held| held == name);
    let is_document = holds("[Content_Types].xml") || holds("META-INF/manifest.xml") && holds("content.xml");
    // Any change would invalidate a digital signature.
    let is_signed =
        names.iter().any(|name| name.contains("_xmlsignatures/") || name.contains("documentsignatures"));
    if !is_document || is_signed {
        return None;
    }
    let mut changed = Vec::new();
    for name in names {
        let is_meant = is_properties(&name) || is_within(&name);
        let Some(content) = is_meant.then(|| package.read(&name).ok()).flatten() else { continue };
        let stripped =
            if is_properties(&name) { properties(&name, &content) } else { part(&content, depth + 1) };
        changed.extend(stripped.map(|stripped| (name, stripped)));
    }
    if changed.is_empty() { None } else { rewritten(bytes, &changed) }
}

fn is_properties(name: &str) -> bool {
    name == "meta.xml" || name.starts_with("docProps/") && ending(name) == "xml"
}

/// Whether a part is a picture or a document within the document.
fn is_within(name: &str) -> bool {
    ["/media/", "/embeddings/", "Pictures/", "Thumbnails/", "docProps/thumbnail"]
        .iter()
        .any(|folder| name.contains(folder))
}

/// A copy of an archive with some parts replaced.
fn rewritten(bytes: &[u8], changed: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut writer = ZipWriter::new(Cursor::new(Vec::with_capacity(bytes.len())));
    for index in 0..archive.len() {
        let part = archive.by_index_raw(index).ok()?;
        let name = part.name().ok()?.replace('\\', "/");
        match changed.iter().find(|(changed, _)| *changed == name) {
            None => writer.raw_copy_file(part).ok()?,
            Some((_, content)) => {
                let options = SimpleFileOptions::default()
                    .compression_method(CompressionMethod::Deflated)
                    .last_modified_time(part.last_modified().unwrap_or_default());
                writer.start_file(name, options).ok()?;
                writer.write_all(content).ok()?;
            }
        }
    }
    Some(writer.finish().ok()?.into_inner())
}

/// Properties without names of people and bodies; custom properties are all removed.
fn properties(name: &str, content: &[u8]) -> Option<Vec<u8>> {
    let text = str::from_utf8(content).ok()?;
    let is_custom = name.ends_with("custom.xml");
    let names = |element: &str| NAMES.contains(&element) || is_custom && element == "property";
    let mut kept = String::with_capacity(text.len());
    let mut reader = quick_xml::Reader::from_str(text);
    let (mut from, mut inside) = (0, None);
    loop {
        let before = usize::try_from(reader.buffer_position()).ok()?;
        let event = reader.read_event().ok()?;
        let after = usize::try_from(reader.buffer_position()).ok()?;
        match event {
            Event::Empty(tag) if inside.is_none() && names(tag.local_name().into_inner()) => {
                kept.push_str(text.get(from..before)?);
                from = after;
            }
            Event::Start(tag) if inside.is_none() && names(tag.local_name().into_inner()) => {
                kept.push_str(text.get(from..before)?);
                inside = Some(tag.name().as_ref().to_owned());
            }
            Event::End(tag) if inside.as_deref() == Some(tag.name().as_ref()) => {
                inside = None;
                from = after;
            }
            Event::Eof => break,
            _ => {}
        }
    }
    kept.push_str(text.get(from..)?);
    (inside.is_none() && kept != text).then(|| kept.into_bytes())
}
