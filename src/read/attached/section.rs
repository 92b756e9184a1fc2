//! Sections of image files that are not needed to draw them.

use std::ops::Range;

use crate::read::attached::signature::Signature;

/// A section of an image file that is not needed to draw it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// Its content.
    pub kind: SectionKind,
    /// All of its bytes in the file.
    pub whole: Range<usize>,
    /// Its content, without its head.
    pub content: Range<usize>,
}

/// The content of a section.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SectionKind {
    /// EXIF: camera, place, orientation.
    Exif,
    /// XMP: the same in XML.
    Xmp,
    /// Words.
    Text,
    /// Other data: IPTC, makers' own data, further images.
    Other,
}

/// The sections beside the pixels; `None` for a format that has none, or that is broken.
pub fn sections(bytes: &[u8]) -> Option<Vec<Section>> {
    match Signature::of(bytes)? {
        Signature::Jpeg => jpeg(bytes),
        Signature::Png => png(bytes),
        Signature::WebP => webp(bytes),
        _ => None,
    }
}

/// JPEG: segments with a mark and a length; behind the last mark further images may lie.
fn jpeg(bytes: &[u8]) -> Option<Vec<Section>> {
    let mut sections = Vec::new();
    let mut at = 2;
    loop {
        // Marks may be padded, and picture data runs up to the next mark.
        at += bytes.get(at..)?.iter().position(|byte| *byte == 0xFF)?;
        let mark = *bytes.get(at + 1)?;
        match mark {
            0xFF => at += 1,
            0x00 | 0x01 | 0xD0..=0xD8 => at += 2,
            0xD9 => {
                let rest = at + 2..bytes.len();
                if !rest.is_empty() {
                    sections.push(Section { kind: SectionKind::Other, whole: rest.clone(), content: rest });
                }
                return Some(sections);
            }
            _ => {
                let length = usize::from(u16::from_be_bytes([*bytes.get(at + 2)?, *bytes.get(at + 3)?]));
                let (whole, content) = (at..at + 2 + length, at + 4..at + 2 + length);
                let data = bytes.get(content.clone())?;
                sections.extend(jpeg_section(mark, data, whole.clone(), content));
                at = whole.end;
            }
        }
    }
}

fn jpeg_section(mark: u8, data: &[u8], whole: Range<usize>, content: Range<usize>) -> Option<Section> {
    const EXIF: &[u8] = b"Exif\0\0";
    const XMP: &[u8] = b"http://ns.adobe.com/xap/1.0/\0";
    let from = |head: &[u8]| content.start + head.len()..content.end;
    let (kind, content) = match mark {
        0xE1 if data.starts_with(EXIF) => (SectionKind::Exif, from(EXIF)),
        0xE1 if data.starts_with(XMP) => (SectionKind::Xmp, from(XMP)),
        0xFE => (SectionKind::Text, content),
        // The colour profile is needed to draw the image, and so are Adobe's segments about colours (E0 and EE).
        0xE2 if data.starts_with(b"ICC_PROFILE\0") => return None,
        0xE1..=0xED | 0xEF => (SectionKind::Other, content),
        _ => return None,
    };
    Some(Section { kind, whole, content })
}

/// PNG: chunks with a length, a name and a sum.
fn png(bytes: &[u8]) -> Option<Vec<Section>> {
    let mut sections = Vec::new();
    let mut at = 8;
    loop {
        let length = usize::try_from(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?)).ok()?;
        let name = bytes.get(at + 4..at + 8)?;
        let content = at + 8..(at + 8).checked_add(length)?;
        let whole = at..content.end.checked_add(4)?;
        let data = bytes.get(content.clone())?;
        let kind = match name {
            b"eXIf" => Some(SectionKind::Exif),
            b"iTXt" if data.starts_with(b"XML:com.adobe.xmp\0") => Some(SectionKind::Xmp),
            b"iTXt" | b"tEXt" | b"zTXt" | b"tIME" => Some(SectionKind::Text),
            _ => None,
        };
        // The XML of XMP begins behind the names of the chunk.
        let skipped = kind == Some(SectionKind::Xmp);
        let start =
            content.start + if skipped { data.iter().position(|byte| *byte == b'<').unwrap_or(0) } else { 0 };
        let end = content.end;
        sections.extend(kind.map(|kind| Section { kind, whole: whole.clone(), content: start..end }));
        at = whole.end;
        if name == b"IEND" {
            if at < bytes.len() {
                sections.push(Section {
                    kind: SectionKind::Other,
                    whole: at..bytes.len(),
                    content: at..bytes.len(),
                });
            }
            return Some(sections);
        }
    }
}

/// WebP: chunks of RIFF, padded to even lengths.
fn webp(bytes: &[u8]) -> Option<Vec<Section>> {
    let mut sections = Vec::new();
    let mut at = 12;
    while at < bytes.len() {
        let name = bytes.get(at..at + 4)?;
        let length = usize::try_from(u32::from_le_bytes(bytes.get(at + 4..at + 8)?.try_into().ok()?)).ok()?;
        let content = at + 8..(at + 8).checked_add(length)?;
        bytes.get(content.clone())?;
        let whole = at..(content.end + length % 2).min(bytes.len());
        at = content.end + length % 2;
        let kind = match name {
            b"EXIF" => SectionKind::Exif,
            b"XMP " => SectionKind::Xmp,
            _ => continue,
        };
        sections.push(Section { kind, whole, content });
    }
    Some(sections)
}
