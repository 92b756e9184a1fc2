//! RTF: the text between its control words, in its code page or in Unicode.

use encoding_rs::GB18030;

use crate::message;
use crate::read::attached::found::Found;

/// Control words at which a new line of text begins.
const BREAKS: &[&str] = &["par", "line", "cell", "row", "page", "sect", "tab"];
/// Control words that hold another file or a program.
const OBJECTS: &[&str] = &["object", "objocx", "objupdate"];

/// Text so far: bytes wait until the letter that they belong to is whole.
#[derive(Default)]
struct Text {
    letters: String,
    bytes: Vec<u8>,
}

impl Text {
    fn push(&mut self, letter: char) {
        self.flush();
        self.letters.push(letter);
    }

    fn flush(&mut self) {
        self.letters.push_str(&GB18030.decode_without_bom_handling(&self.bytes).0);
        self.bytes.clear();
    }
}

/// Searches a document; pictures in it are hexadecimal digits, which are skipped.
pub fn read(bytes: &[u8], found: &mut Found) {
    let mut text = Text::default();
    let mut at = 0;
    // How deep in braces, and at which depth a group of data began.
    let (mut depth, mut data) = (0_usize, None);
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        match byte {
            b'{' => depth += 1,
            b'}' => {
                depth = depth.saturating_sub(1);
                if data.is_some_and(|data| depth < data) {
                    data = None;
                }
            }
            b'\r' | b'\n' => {}
            b'\\' => {
                let (word, number, end) = control(bytes, at);
                at = end;
                match word {
                    "'" => text.bytes.extend(number.and_then(|byte| u8::try_from(byte).ok())),
                    "u" => {
                        // Past 32767 letters are written as negative numbers.
                        let unit = number.map_or(0, |unit| unit.cast_unsigned() & 0xFFFF);
                        text.push(char::from_u32(unit).unwrap_or(' '));
                    }
                    "pict" => {
                        found.picture();
                        data = data.or(Some(depth));
                    }
                    "objdata" => data = data.or(Some(depth)),
                    "bin" => {
                        at = at.saturating_add(number.and_then(|n| usize::try_from(n).ok()).unwrap_or(0));
                    }
                    word if OBJECTS.contains(&word) => {
                        found.active("", message!("嵌入的对象", "an embedded object"));
                    }
                    word if BREAKS.contains(&word) => text.push('\n'),
                    _ => {}
                }
            }
            _ if data.is_some() => {}
            byte => text.bytes.push(byte),
        }
    }
    text.flush();
    found.lines(|_| "正文、批注或属性".to_owned(), &text.letters);
}

/// A control word or mark, its number, and where the text goes on.
fn control(bytes: &[u8], start: usize) -> (&str, Option<i32>, usize) {
    let rest = bytes.get(start..).unwrap_or_default();
    if rest.first() == Some(&b'\'') {
        let hex = rest.get(1..3).and_then(|hex| str::from_utf8(hex).ok());
        return ("'", hex.and_then(|hex| i32::from_str_radix(hex, 16).ok()), start + 3);
    }
    let letters = rest.iter().take_while(|byte| byte.is_ascii_alphabetic()).count();
    if letters == 0 {
        return ("", None, start + 1);
    }
    let word = str::from_utf8(&rest[..letters]).unwrap_or_default();
    let digits = rest[letters..]
        .iter()
        .enumerate()
        .take_while(|(i, byte)| byte.is_ascii_digit() || *i == 0 && **byte == b'-')
        .count();
    let end = letters + digits;
    let number = str::from_utf8(&rest[letters..end]).ok().and_then(|number| number.parse().ok());
    // One space ends a control word and is no text; after \uN one letter stands for old readers.
    let mut end = end + usize::from(rest.get(end) == Some(&b' '));
    if word == "u" && rest.get(end) == Some(&b'?') {
        end += 1;
    }
    (word, number, start + end)
}
