//! The words inside attached files (xlsx, docx, csv, txt), so that rules can read what the public can.
//!
//! What cannot be opened has no words: the file is published as it is and may be of any kind.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use quick_xml::events::Event;

use crate::model::notice::AttachedText;
use crate::read::encoding::decode;

/// The most that is taken from one file, in bytes: a longer one, or one that unpacks without end, is left at that.
pub const MOST: u64 = 64 << 20;

/// The words of a file, each with where it stands in the file.
pub fn texts(path: &str, bytes: &[u8]) -> Vec<AttachedText> {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    match ending.as_str() {
        "xlsx" | "xlsm" => workbook(bytes).unwrap_or_default(),
        "docx" => document(bytes).unwrap_or_default(),
        "csv" | "txt" | "tsv" | "md" | "html" | "htm" | "xml" | "json" => lines(bytes),
        _ => Vec::new(),
    }
}

fn lines(bytes: &[u8]) -> Vec<AttachedText> {
    let text = decode(bytes.to_vec()).text;
    let line =
        |(i, line): (usize, &str)| AttachedText { place: format!("第{}行", i + 1), text: line.to_owned() };
    text.lines().enumerate().filter(|(_, line)| !line.is_empty()).map(line).collect()
}

fn workbook(bytes: &[u8]) -> Option<Vec<AttachedText>> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).ok()?;
    let mut texts = Vec::new();
    for name in book.sheet_names() {
        let Ok(range) = book.worksheet_range(&name) else { continue };
        let (top, left) = range.start().unwrap_or_default();
        for (row, column, value) in range.used_cells() {
            let text = cell_text(value);
            if !text.is_empty() {
                let place = format!("{name}!{}{}", letters(left as usize + column), top as usize + row + 1);
                texts.push(AttachedText { place, text });
            }
        }
    }
    Some(texts)
}

/// A cell as it is shown: a long number without a fraction keeps all its digits.
pub fn cell_text(value: &Data) -> String {
    match value {
        Data::Float(number) if number.fract() == 0.0 => format!("{number:.0}"),
        value => value.to_string(),
    }
}

/// A column's name in a workbook: A, Z, AA.
pub fn letters(mut column: usize) -> String {
    let mut name = String::new();
    loop {
        name.insert(0, char::from(b'A' + u8::try_from(column % 26).unwrap_or_default()));
        if column < 26 {
            return name;
        }
        column = column / 26 - 1;
    }
}

/// The paragraphs of a Word document: the text runs of `word/document.xml`, joined as they are read.
fn document(bytes: &[u8]) -> Option<Vec<AttachedText>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).ok()?;
    let mut xml = String::new();
    archive.by_name("word/document.xml").ok()?.take(MOST).read_to_string(&mut xml).ok()?;
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut texts, mut paragraph, mut in_text) = (Vec::new(), String::new(), false);
    loop {
        match reader.read_event().ok()? {
            Event::Start(tag) if tag.local_name().as_ref() == "t" => in_text = true,
            Event::End(tag) if tag.local_name().as_ref() == "t" => in_text = false,
            Event::Text(run) if in_text => paragraph.push_str(&run),
            Event::End(tag) if tag.local_name().as_ref() == "p" && !paragraph.is_empty() => {
                let place = format!("第{}段", texts.len() + 1);
                texts.push(AttachedText { place, text: std::mem::take(&mut paragraph) });
            }
            Event::Eof => return Some(texts),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{letters, texts};

    #[test]
    fn columns_are_named_as_in_a_workbook() {
        assert_eq!([0, 25, 26, 51, 52, 701, 702].map(letters), ["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    }

    #[test]
    fn what_cannot_be_opened_has_no_words() {
        for name in ["a.xlsx", "a.docx", "a.pdf", "a"] {
            assert!(texts(name, b"not a zip").is_empty());
        }
        assert_eq!(texts("a.txt", "甲\n\n乙".as_bytes())[1].place, "第3行");
    }
}
