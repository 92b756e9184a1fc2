//! The letters that a page or form draws.

use std::collections::BTreeMap;

use encoding_rs::GB18030;
use lopdf::content::Content;
use lopdf::{Dictionary, Document, Encoding, Object};

use crate::read::attached::pdf::is_name;

/// Encodings of fonts, computed once for all pages.
#[derive(Default)]
pub(super) struct Fonts<'d>(BTreeMap<*const Dictionary, Option<Encoding<'d>>>);

impl<'d> Fonts<'d> {
    fn of(&mut self, font: &'d Dictionary, document: &'d Document) -> Option<&Encoding<'d>> {
        let known = self.0.entry(std::ptr::from_ref(font));
        let read = || {
            let is_composite = is_name(font, b"Subtype", b"Type0");
            let encoding = font.get_font_encoding_with_limit(document, 16 << 20).ok()?;
            // The library falls back to a Latin encoding for fonts that it cannot read.
            let is_guess = is_composite && matches!(encoding, Encoding::OneByteEncoding(_));
            (!is_guess).then_some(encoding)
        };
        known.or_insert_with(read).as_ref()
    }
}

/// Text drawn by a stream of content.
#[derive(Default)]
pub(super) struct Drawn {
    pub letters: String,
    /// Whether some of them could not be read.
    pub is_unread: bool,
}

/// The letters that a stream of content draws; a space or line break where it moves on.
pub(super) fn text<'d>(
    content: &[u8],
    here: &BTreeMap<Vec<u8>, &'d Dictionary>,
    document: &'d Document,
    fonts: &mut Fonts<'d>,
) -> Drawn {
    let mut drawn = Drawn::default();
    let mut font: Option<&'d Dictionary> = None;
    // One operation at a time: all operations of 64 MiB of content would take gigabytes of memory.
    for operation in Content::decode_iter(content) {
        let Ok(operation) = operation else {
            drawn.is_unread = true;
            return drawn;
        };
        match operation.operator.as_str() {
            "Tf" => {
                let name = operation.operands.first().and_then(|name| name.as_name().ok());
                font = name.and_then(|name| here.get(name).copied());
            }
            "Td" | "TD" | "T*" | "Tm" | "ET" => {
                moved(&operation.operator, &operation.operands, &mut drawn.letters);
            }
            "Tj" | "TJ" | "'" | "\"" => {
                if matches!(operation.operator.as_str(), "'" | "\"") {
                    drawn.letters.push('\n');
                }
                let encoding = font.and_then(|font| fonts.of(font, document));
                push_strings(&operation.operands, encoding, &mut drawn);
            }
            _ => {}
        }
    }
    drawn
}

/// Separates words or lines after the position on the page was moved.
fn moved(operator: &str, operands: &[Object], letters: &mut String) {
    let down = operands.get(1).and_then(|down| down.as_float().ok()).unwrap_or_default();
    let along = matches!(operator, "Td" | "TD") && down.abs() < f32::EPSILON;
    let mark = if along { ' ' } else { '\n' };
    if !letters.is_empty() && !letters.ends_with([' ', '\n']) {
        letters.push(mark);
    }
}

fn push_strings(operands: &[Object], encoding: Option<&Encoding<'_>>, drawn: &mut Drawn) {
    for operand in operands {
        match operand {
            Object::String(bytes, _) => match encoding {
                // Old Chinese programs write the bytes of the code page itself.
                Some(Encoding::SimpleEncoding(name)) if name.starts_with(b"GB") && name.contains(&b'-') => {
                    drawn.letters.push_str(&GB18030.decode_without_bom_handling(bytes).0);
                }
                Some(encoding) => {
                    let read = encoding.write_to_string(bytes, &mut drawn.letters);
                    drawn.is_unread |= read.is_err();
                }
                None => drawn.is_unread = true,
            },
            Object::Array(pieces) => push_strings(pieces, encoding, drawn),
            // A gap wider than a fifth of a letter is a space.
            Object::Integer(gap) if *gap < -200 => drawn.letters.push(' '),
            Object::Real(gap) if *gap < -200.0 => drawn.letters.push(' '),
            _ => {}
        }
    }
}
