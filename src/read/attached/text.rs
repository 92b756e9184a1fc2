//! Plain text: running text, and rows.

use encoding_rs::{UTF_16BE, UTF_16LE};

use crate::message;
use crate::read::attached::found::Found;
use crate::text::encoding::{Fault, decode};

/// How much of a file shows whether it is text.
const HEAD: usize = 4096;

/// Running text: a number may go on in the next line.
pub fn prose(bytes: &[u8], found: &mut Found) {
    let text = checked(bytes, found);
    found.lines(line, &text);
}

/// Rows: every line stands for itself.
pub fn rows(bytes: &[u8], found: &mut Found) {
    let text = checked(bytes, found);
    for (i, row) in text.lines().enumerate() {
        found.text(|| line(i + 1), row);
    }
}

/// The place of a line.
pub fn line(number: usize) -> String {
    format!("第{number}行")
}

/// The text of a file in any known encoding; a text in an unknown encoding is decoded as far as possible and reported.
pub fn checked(bytes: &[u8], found: &mut Found) -> String {
    if let Some(text) = unmarked_utf16(bytes) {
        return text;
    }
    let decoded = decode(bytes.to_vec());
    if matches!(decoded.fault, Some(Fault::Unknown(_))) {
        found.unsearched("", message!("文字编码不明", "its text is in an unknown encoding"));
    }
    decoded.text
}

/// The text of bytes that may be cut off at their end.
pub fn decoded(bytes: &[u8]) -> String {
    unmarked_utf16(bytes).unwrap_or_else(|| decode(bytes.to_vec()).text)
}

/// Whether bytes look like text: no control characters but those that divide it.
pub fn is_text(bytes: &[u8]) -> bool {
    let text = decoded(&bytes[..bytes.len().min(HEAD)]);
    // A character may be cut off at the end.
    let broken = text.trim_end_matches('\u{FFFD}').matches('\u{FFFD}').count();
    let control = |c: char| c.is_control() && !"\t\r\n\u{b}\u{c}".contains(c);
    broken == 0 && !text.contains(control)
}

/// UTF-16 without its mark: every second byte of digits, letters and line ends is zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<String> {
    let head = &bytes[..bytes.len().min(HEAD) & !1];
    let pairs = head.len() / 2;
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let few = pairs / 8;
    if pairs == 0 || high.max(low) <= few || high.min(low) > 0 {
        return None;
    }
    let encoding = if low > high { UTF_16LE } else { UTF_16BE };
    Some(encoding.decode_without_bom_handling(bytes).0.into_owned())
}
