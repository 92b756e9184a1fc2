//! An index of a text from bytes to lines and columns.
//!
//! Built once for each text, so that the places of a thousand findings take linear time. Line starts alone are not
//! enough: a paragraph is one long line, and columns would be counted from its beginning each time.

use std::ops::Range;

use crate::source::LineColumn;

/// Distance in bytes between two entries of the index.
const STEP: usize = 64;

/// The index of one text.
#[derive(Debug)]
pub struct Lines {
    /// First byte of each line.
    starts: Vec<usize>,
    /// Number of characters that begin before byte 0, [`STEP`], 2 × [`STEP`], and so on.
    characters: Vec<usize>,
}

impl Lines {
    /// Builds the index.
    pub fn of(text: &str) -> Self {
        let starts = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let mut characters = vec![0];
        for step in text.as_bytes().chunks(STEP) {
            let before = characters.last().copied().unwrap_or_default();
            characters.push(before + character_starts(step));
        }
        Self { starts, characters }
    }

    /// The range of the line around a byte, without the line end.
    pub fn around(&self, text: &str, byte: usize) -> Range<usize> {
        let line = self.starts.partition_point(|start| *start <= byte.min(text.len()));
        let start = self.starts[line - 1];
        let Some(next) = self.starts.get(line) else { return start..text.len() };
        let line = &text[start..next - 1];
        start..start + line.strip_suffix('\r').unwrap_or(line).len()
    }

    /// Line and column of a byte. A byte outside the text or inside a character gives the end of the text.
    pub fn place(&self, text: &str, byte: usize) -> LineColumn {
        let byte = if text.is_char_boundary(byte) { byte } else { text.len() };
        let line = self.starts.partition_point(|start| *start <= byte);
        let start = self.starts[line - 1];
        LineColumn { line, column: self.before(text, byte) - self.before(text, start) + 1 }
    }

    fn before(&self, text: &str, byte: usize) -> usize {
        let step = byte / STEP;
        self.characters[step] + character_starts(&text.as_bytes()[step * STEP..byte])
    }
}

/// Number of characters that begin in these bytes of UTF-8.
fn character_starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|byte| **byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Reference implementation: counts from the beginning.
    fn counted(text: &str, byte: usize) -> LineColumn {
        let before = text.get(..byte).unwrap_or(text);
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        LineColumn { line: before.matches('\n').count() + 1, column: before[start..].chars().count() + 1 }
    }

    #[test]
    fn every_byte_has_the_place_that_counting_gives() {
        let long = "长段落，a long line, é, 𠮷。".repeat(40);
        for text in
            ["", "\n", "甲", "标题: 甲\r\n附件: 乙丙\n", &format!("{long}\n\n{long}"), &"x".repeat(STEP * 2)]
        {
            let lines = Lines::of(text);
            for byte in 0..text.len() + 3 {
                assert_eq!(lines.place(text, byte), counted(text, byte), "byte {byte} of {text:?}");
                let line = lines.around(text, byte);
                let before = text.as_bytes()[..byte.min(text.len())].iter().rposition(|byte| *byte == b'\n');
                let start = before.map_or(0, |end| end + 1);
                assert_eq!(Some(&text[line.clone()]), text[start..].lines().next().or(Some("")));
                assert_eq!(line.start, start);
            }
        }
    }
}
