//! Bytes as text: UTF-8 silently, other encodings by name, so that their files are still read and judged.

use encoding_rs::{Encoding, GB18030, GBK, UTF_16BE, UTF_16LE};

use crate::text::character::barred;

/// A text, and what it was before.
#[derive(Clone, Debug, Hash)]
pub struct Decoded {
    /// The text, without byte order mark.
    pub text: String,
    /// The fault of the encoding, if any.
    pub fault: Option<Fault>,
    /// Characters in it that no output can hold, each with its byte.
    pub barred: Vec<(usize, char)>,
}

impl Decoded {
    fn new(text: String, fault: Option<Fault>) -> Self {
        let barred = barred(&text);
        Self { text, fault, barred }
    }
}

/// Fault of an encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Another encoding, of this name.
    Foreign(&'static str),
    /// No encoding that we know: the text is good up to this byte only.
    Unknown(usize),
}

/// Reads bytes as UTF-8, else as UTF-16 with its mark, else as GB18030, the superset of GBK and GB2312.
#[must_use]
pub fn decode(mut bytes: Vec<u8>) -> Decoded {
    if let Some((encoding, name)) = marked(&bytes) {
        let (text, _) = encoding.decode_with_bom_removal(&bytes);
        return Decoded::new(text.into_owned(), Some(Fault::Foreign(name)));
    }
    if bytes.starts_with(b"\xEF\xBB\xBF") {
        bytes.drain(..3);
    }
    let error = match String::from_utf8(bytes) {
        Ok(text) => return Decoded::new(text, None),
        Err(error) => error,
    };
    let bytes = error.as_bytes();
    match GB18030.decode_without_bom_handling_and_without_replacement(bytes) {
        Some(text) if looks_chinese(&text) => {
            Decoded::new(text.into_owned(), Some(Fault::Foreign("GBK（GB18030）")))
        }
        _ => {
            let text = String::from_utf8_lossy(bytes).into_owned();
            // Its bytes are no text, and are not looked at as one.
            let fault = Some(Fault::Unknown(error.utf8_error().valid_up_to()));
            Decoded { text, fault, barred: Vec::new() }
        }
    }
}

fn marked(bytes: &[u8]) -> Option<(&'static Encoding, &'static str)> {
    match bytes {
        [0xFF, 0xFE, ..] => Some((UTF_16LE, "UTF-16")),
        [0xFE, 0xFF, ..] => Some((UTF_16BE, "UTF-16")),
        _ => None,
    }
}

/// The bytes of a text in the encoding of a file, byte order mark included, so that the text can replace that of the file.
///
/// `None` if the encoding does not have a character of the text, or if the file would not be the same after decoding and
/// encoding without any change: bytes that nobody asked to change must stay.
#[must_use]
pub fn encode_like(file: &[u8], text: &str) -> Option<Vec<u8>> {
    let old = decode(file.to_vec()).text;
    // GBK before GB18030: a file without characters of four bytes is read by programs that know GBK only.
    let writers: [Writer; 6] = [
        |text| Some(text.as_bytes().to_vec()),
        |text| Some([b"\xEF\xBB\xBF", text.as_bytes()].concat()),
        |text| Some(utf16(text, u16::to_le_bytes)),
        |text| Some(utf16(text, u16::to_be_bytes)),
        |text| in_encoding(GBK, text),
        |text| in_encoding(GB18030, text),
    ];
    let write = writers.into_iter().find(|write| write(&old).is_some_and(|bytes| bytes == file))?;
    write(text).filter(|bytes| decode(bytes.clone()).text == text)
}

/// Writes a text in one encoding; `None` if the encoding lacks a character.
type Writer = fn(&str) -> Option<Vec<u8>>;

fn utf16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn in_encoding(encoding: &'static Encoding, text: &str) -> Option<Vec<u8>> {
    let (bytes, _, has_unmappable) = encoding.encode(text);
    (!has_unmappable).then(|| bytes.into_owned())
}

/// Almost any bytes are *some* GB18030; text that people wrote is Han characters, marks and ASCII.
fn looks_chinese(text: &str) -> bool {
    let foreign = text.chars().filter(|c| !c.is_ascii()).count();
    let common = |c: &char| matches!(c, '\u{4E00}'..='\u{9FFF}' | '\u{2010}'..='\u{2312}' | '\u{2460}'..='\u{2473}' | '\u{3000}'..='\u{3020}' | '\u{FF00}'..='\u{FF5E}' | '·');
    let chinese = text.chars().filter(common).count();
    chinese * 10 >= foreign * 9
}

#[cfg(test)]
mod tests {
    use super::{Fault, decode, encode_like};

    #[test]
    fn names_what_it_finds() {
        let text = "名称: “危化股”（一）";
        let (gbk, ..) = encoding_rs::GBK.encode(text);
        let utf16: Vec<u8> =
            [0xFF, 0xFE].into_iter().chain(text.encode_utf16().flat_map(u16::to_le_bytes)).collect();
        for (bytes, name) in [(gbk.as_ref(), "GBK（GB18030）"), (utf16.as_slice(), "UTF-16")] {
            let decoded = decode(bytes.to_vec());
            assert_eq!((decoded.text.as_str(), decoded.fault), (text, Some(Fault::Foreign(name))));
        }
        let marked = [b"\xEF\xBB\xBF", text.as_bytes()].concat();
        assert_eq!((decode(marked.clone()).text.as_str(), decode(marked.clone()).fault), (text, None));
    }

    #[test]
    fn a_broken_file_is_good_up_to_a_place() {
        let mut bytes = "名称: 甲".as_bytes().to_vec();
        bytes.push(0xFF);
        assert_eq!(decode(bytes).fault, Some(Fault::Unknown(11)));
        assert_eq!(decode(Vec::new()).fault, None);
    }

    #[test]
    fn a_text_is_written_in_the_encoding_of_its_file() {
        let text = "名称: “危化股”（一）\r\n";
        let utf16 = |bytes: fn(u16) -> [u8; 2], text: &str| -> Vec<u8> {
            std::iter::once(0xFEFF).chain(text.encode_utf16()).flat_map(bytes).collect()
        };
        let ways = |text: &str| {
            [
                text.as_bytes().to_vec(),
                [b"\xEF\xBB\xBF", text.as_bytes()].concat(),
                utf16(u16::to_le_bytes, text),
                utf16(u16::to_be_bytes, text),
                encoding_rs::GBK.encode(text).0.into_owned(),
                // A character of four bytes, which GBK does not have.
                encoding_rs::GB18030.encode(&format!("{text}𠮷")).0.into_owned(),
            ]
        };
        let right = text.replace('危', "工");
        for (i, (there, wanted)) in ways(text).iter().zip(ways(&right)).enumerate() {
            let right = if i == 5 { right.clone() + "𠮷" } else { right.clone() };
            assert_eq!(encode_like(there, &right), Some(wanted), "{i}");
        }
    }

    #[test]
    fn a_text_that_the_encoding_lacks_is_not_written() {
        let gbk = encoding_rs::GBK.encode("名称: 危化股").0;
        assert_eq!(encode_like(&gbk, "名称: 𠮷"), None);
        // Half of a surrogate pair: nobody can write it back.
        let broken = [0xFF, 0xFE, 0x2D, 0x4E, 0x00, 0xD8];
        assert_eq!(encode_like(&broken, "中"), None);
    }
}
