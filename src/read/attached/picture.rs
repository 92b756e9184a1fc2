//! Images: texts and traces in their metadata.

use exif::{Exif, In, Tag, Value};

use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::attached::section::{SectionKind, sections};
use crate::read::attached::signature::Signature;
use crate::read::attached::text::decoded;
use crate::read::attached::xml_part::sweep;
use crate::text::message::Words;

/// Traces in EXIF, and their names.
const TRACES: &[(Tag, Words)] = &[
    (Tag::CameraOwnerName, Words::new("相机所有者", "the camera's owner")),
    (Tag::BodySerialNumber, Words::new("相机序列号", "the camera's serial number")),
    (Tag::LensSerialNumber, Words::new("镜头序列号", "the lens's serial number")),
    (Tag::Artist, Words::new("拍摄者", "the photographer")),
    (Tag(exif::Context::Tiff, 0x9C9D), Words::new("拍摄者", "the photographer")),
];
/// Name of the trace of a place. Findings do not repeat its value.
const PLACE: Words = Words::new("拍摄地点", "the place where it was taken");

/// Searches an image.
pub fn read(bytes: &[u8], found: &mut Found) {
    found.picture();
    if Signature::of(bytes) == Some(Signature::Tiff) {
        return camera(bytes, found);
    }
    for section in sections(bytes).unwrap_or_default() {
        let content = &bytes[section.content];
        match section.kind {
            SectionKind::Exif => camera(content, found),
            SectionKind::Xmp => description(content, found),
            SectionKind::Text | SectionKind::Other => {
                found.lines(|_| "图片说明".to_owned(), &decoded(content));
            }
        }
    }
}

/// The orientation of an image that is not upright, as its EXIF has it.
pub fn orientation(content: &[u8]) -> Option<u16> {
    let exif = parsed(content)?;
    let value = exif.get_field(Tag::Orientation, In::PRIMARY)?.value.get_uint(0)?;
    u16::try_from(value).ok().filter(|value| (2..=8).contains(value))
}

fn parsed(content: &[u8]) -> Option<Exif> {
    let mut reader = exif::Reader::new();
    let read = reader.continue_on_error(true).read_raw(content.to_vec());
    read.or_else(|error| error.distill_partial_result(|_| ())).ok()
}

/// EXIF: every text in it, and the traces.
fn camera(content: &[u8], found: &mut Found) {
    let Some(exif) = parsed(content) else { return };
    for field in exif.fields() {
        let text = value(&field.value);
        found.text(|| "EXIF".to_owned(), &text);
        if let Some((_, name)) = TRACES.iter().find(|(tag, _)| tag.number() == field.tag.number()) {
            found.trace(TraceKind::Camera, *name, &text);
        }
        if field.tag == Tag::GPSLatitude {
            found.trace(TraceKind::Camera, PLACE, "GPS");
        }
    }
}

/// The text of a field: ASCII, or UTF-16 as Windows writes it.
fn value(value: &Value) -> String {
    match value {
        Value::Ascii(lines) => lines.iter().map(|line| decoded(line)).collect::<Vec<_>>().join("\n"),
        Value::Byte(bytes) | Value::Undefined(bytes, _) => {
            let bytes = bytes
                .strip_prefix(b"ASCII\0\0\0")
                .or_else(|| bytes.strip_prefix(b"UNICODE\0"))
                .unwrap_or(bytes);
            decoded(bytes).trim_end_matches('\0').to_owned()
        }
        _ => String::new(),
    }
}

/// XMP.
fn description(content: &[u8], found: &mut Found) {
    sweep("XMP", content, found);
    if content.windows(11).any(|word| word == b"GPSLatitude") {
        found.trace(TraceKind::Camera, PLACE, "GPS");
    }
}
