//! The words inside attached files (workbooks, docx, csv, txt), so that rules can read what the public can.
//!
//! What cannot be opened has no words, which is told; it is published as it is all the same.

use quick_xml::events::Event;

use crate::model::notice::AttachedText;
use crate::read::encoding::decode;
use crate::read::package::{self, Package};
use crate::read::{cell, workbook};
use crate::say;
use crate::text::message::Message;

/// The most that is taken from one file, in bytes: a longer one, or one that unpacks without end, is left at that.
pub const MOST: u64 = 64 << 20;
/// The reason why the words of a file are unknown.
#[derive(Debug)]
pub enum Unreadable {
    /// A workbook.
    Workbook(workbook::Fault),
    /// A Word document.
    Document(package::Fault),
}

impl Unreadable {
    /// The reason in words.
    pub fn message(&self) -> Message {
        match self {
            Self::Workbook(fault) => fault.message(),
            Self::Document(fault) => {
                let Message { zh, en } = fault.message();
                say!("这个 Word 文档读不出来：{zh}", "this Word document cannot be read: {en}")
            }
        }
    }

    /// The sheet and cell at which reading ended, where they are known: `名单!B2`.
    pub fn place(&self) -> Option<String> {
        let Self::Workbook(fault) = self else { return None };
        let cell = fault.cell.map(|(row, column)| cell::name((row as usize, column as usize)));
        let parts: Vec<String> = fault.sheet.clone().into_iter().chain(cell).collect();
        (!parts.is_empty()).then(|| parts.join("!"))
    }
}

/// The words of a file, each with where it stands in the file.
pub fn texts(path: &str, bytes: &[u8]) -> Result<Vec<AttachedText>, Unreadable> {
    let ending = path.rsplit('.').next().unwrap_or_default().to_ascii_lowercase();
    Ok(match ending.as_str() {
        "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" | "et" => workbook(bytes).map_err(Unreadable::Workbook)?,
        "docx" => document(bytes).map_err(Unreadable::Document)?,
        "csv" | "txt" | "tsv" | "md" | "html" | "htm" | "xml" | "json" => lines(bytes),
        _ => Vec::new(),
    })
}

fn lines(bytes: &[u8]) -> Vec<AttachedText> {
    let text = decode(bytes.to_vec()).text;
    let line =
        |(i, line): (usize, &str)| AttachedText { place: format!("第{}行", i + 1), text: line.to_owned() };
    text.lines().enumerate().filter(|(_, line)| !line.is_empty()).map(line).collect()
}

fn workbook(bytes: &[u8]) -> Result<Vec<AttachedText>, workbook::Fault> {
    let book = workbook::open(bytes, workbook::Limits::default())?;
    let mut texts = Vec::new();
    for sheet in &book.sheets {
        for ((row, column), cell) in &sheet.cells {
            let text = cell::text(&cell.value);
            if !text.is_empty() {
                let place = format!("{}!{}", sheet.name, cell::name((*row as usize, *column as usize)));
                texts.push(AttachedText { place, text });
            }
        }
    }
    Ok(texts)
}

/// The paragraphs of a Word document: the text runs of `word/document.xml`, joined as they are read.
fn document(bytes: &[u8]) -> Result<Vec<AttachedText>, package::Fault> {
    const MAIN: &str = "word/document.xml";
    let xml = Package::open(bytes, package::Limits::default())?.read_text(MAIN)?;
    let mut reader = quick_xml::Reader::from_str(&xml);
    let (mut texts, mut paragraph, mut in_text) = (Vec::new(), String::new(), false);
    loop {
        let event = reader.read_event().map_err(|_| package::Fault::Damaged(MAIN.to_owned()))?;
        match event {
            Event::Start(tag) if tag.local_name().as_ref() == "t" => in_text = true,
            Event::End(tag) if tag.local_name().as_ref() == "t" => in_text = false,
            Event::Text(run) if in_text => paragraph.push_str(&run),
            Event::End(tag) if tag.local_name().as_ref() == "p" && !paragraph.is_empty() => {
                let place = format!("第{}段", texts.len() + 1);
                texts.push(AttachedText { place, text: std::mem::take(&mut paragraph) });
            }
            Event::Eof => return Ok(texts),
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::texts;

    #[test]
    fn what_cannot_be_opened_is_told() {
        let told = |name| texts(name, b"not a zip").map_err(|fault| fault.message().zh);
        assert_eq!(told("a.xlsx"), Err("这个文件不是能读的工作簿".to_owned()));
        assert_eq!(told("a.docx"), Err("这个 Word 文档读不出来：压缩包的目录损坏".to_owned()));
        // Of these nobody expects words.
        assert_eq!([told("a.pdf"), told("a")], [Ok(Vec::new()), Ok(Vec::new())]);
        assert_eq!(texts("a.txt", "甲\n\n乙".as_bytes()).unwrap()[1].place, "第3行");
    }
}
