//! Records of the binary format: their heads, and the texts in them.

use encoding_rs::UTF_16LE;

use crate::read::workbook::records::Record;

/// The id of a sheet's part and the sheet's name.
pub(super) fn listed(body: &[u8]) -> Option<(String, String)> {
    let (id, rest) = text(body.get(8..)?)?;
    Some((id, text(rest)?.0))
}

/// A text with its length in front, and what follows it; a length of all ones stands for none.
pub(super) fn text(bytes: &[u8]) -> Option<(String, &[u8])> {
    let (length, rest) = bytes.split_first_chunk::<4>()?;
    let length = match u32::from_le_bytes(*length) {
        u32::MAX => 0,
        length => usize::try_from(length).ok()?.checked_mul(2)?,
    };
    let (text, rest) = rest.split_at_checked(length)?;
    Some((UTF_16LE.decode_without_bom_handling(text).0.into_owned(), rest))
}

/// A record that lists a visible sheet whose name is its number.
pub(super) fn list(number: usize) -> Vec<u8> {
    let mut body = vec![0; 8];
    for text in [format!("r{number}"), number.to_string()] {
        body.extend(u32::try_from(text.len()).unwrap_or_default().to_le_bytes());
        body.extend(text.encode_utf16().flat_map(u16::to_le_bytes));
    }
    let length = u8::try_from(body.len()).unwrap_or_default();
    [[0x9C, 0x01, length].as_slice(), &body].concat()
}

/// The first record of some bytes: a number of one or two bytes, a length of one to four, and so many bytes.
pub(super) fn record(bytes: &[u8]) -> Option<Record<'_>> {
    let first = *bytes.first()?;
    let (kind, mut at) = match first & 0x80 {
        0 => (u16::from(first), 1),
        _ => (u16::from(first & 0x7F) + (u16::from(bytes.get(1)? & 0x7F) << 7), 2),
    };
    let mut length = 0;
    for shift in [0, 7, 14, 21] {
        let byte = *bytes.get(at)?;
        at += 1;
        length += usize::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    let whole = bytes.get(..at.checked_add(length)?)?;
    Some(Record { kind, body: &whole[at..], whole })
}
