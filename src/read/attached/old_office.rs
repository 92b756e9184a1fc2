//! Compound files (OLE2): Word, Excel and PowerPoint before 2007, WPS, and Office files with a password.
//!
//! Cells come through the reader of workbooks. All other texts of these formats stand in their streams as they are,
//! in letters of one or of two bytes, and are found as runs of such letters.

use std::io::{Cursor, Read};

use cfb::CompoundFile;
use encoding_rs::{GB18030, UTF_16LE};

use crate::message;
use crate::model::attached::TraceKind;
use crate::read::attached::found::Found;
use crate::read::workbook::cell;
use crate::read::workbook::{self, Limits};
use crate::text::message::Words;

/// Searches a compound file.
pub fn read(bytes: &[u8], found: &mut Found) {
    let Ok(mut file) = CompoundFile::open(Cursor::new(bytes)) else {
        return found.unsearched("", message!("文件损坏", "it is damaged"));
    };
    let streams: Vec<String> = file
        .walk()
        .filter(cfb::Entry::is_stream)
        .map(|entry| entry.path().to_string_lossy().replace('\\', "/"))
        .collect();
    let holds = |name: &str| streams.iter().any(|stream| stream.rsplit('/').next() == Some(name));
    if holds("EncryptedPackage") || holds("EncryptedSummary") {
        return found.unsearched("", message!("设了密码", "it is locked with a password"));
    }
    let lower: Vec<String> = streams.iter().map(|stream| stream.to_lowercase()).collect();
    if lower.iter().any(|stream| stream.contains("/vba/") || stream.contains("_vba_project")) {
        found.active("", message!("宏", "macros"));
    }
    if holds("\u{1}Ole10Native") {
        found.active("", message!("嵌入的文件（OLE 包）", "an embedded file (an OLE package)"));
    }
    let is_workbook = holds("Workbook") || holds("Book");
    if is_workbook {
        cells(bytes, found);
    }
    for stream in &streams {
        let mut content = Vec::new();
        let most = found.most() as u64;
        let read = file.open_stream(stream).map(|stream| stream.take(most).read_to_end(&mut content));
        if !matches!(read, Ok(Ok(_))) || !found.unpacked(content.len()) {
            found.unsearched(
                "",
                message!("其中的“{stream}”损坏或过大", "its part {stream:?} is damaged or too large"),
            );
            continue;
        }
        if is_locked(stream, &content) {
            return found.unsearched("", message!("设了密码", "it is locked with a password"));
        }
        let name = stream.rsplit('/').next().unwrap_or_default();
        if name.ends_with("SummaryInformation") {
            summary(&content, found);
        }
        runs(&content, place_of(stream), found);
    }
    if !is_workbook
        && !["WordDocument", "PowerPoint Document", "\u{1}CompObj", "CONTENTS", "Contents"]
            .iter()
            .any(|name| holds(name))
    {
        found.unsearched("", message!("认不出的内容", "its content is unknown"));
    }
}

/// Where a stream is, in words of people.
fn place_of(stream: &str) -> &'static str {
    match stream.rsplit('/').next().unwrap_or_default() {
        "WordDocument" | "1Table" | "0Table" | "PowerPoint Document" => "正文、批注或页眉页脚",
        "Workbook" | "Book" => "单元格、批注或页眉页脚",
        name if name.ends_with("SummaryInformation") => "属性",
        _ => "其他部分",
    }
}

/// Whether the text of a Word document is encrypted (FIB, bit fEncrypted).
fn is_locked(stream: &str, content: &[u8]) -> bool {
    stream.ends_with("/WordDocument") && content.get(11).is_some_and(|flags| flags & 1 != 0)
}

/// The cells of a workbook at their places.
fn cells(bytes: &[u8], found: &mut Found) {
    let book = match workbook::open(bytes, Limits::default()) {
        Ok(book) => book,
        Err(fault) => return found.unsearched("单元格", fault.message()),
    };
    for sheet in &book.sheets {
        for ((row, column), cell) in &sheet.cells {
            let place = || format!("{}!{}", sheet.name, cell::name((*row as usize, *column as usize)));
            found.text(place, &cell::plain_text(&cell.value));
        }
    }
}

/// Runs of printable letters in bytes: of one byte each, and of two from even and from odd places on.
fn runs(bytes: &[u8], place: &str, found: &mut Found) {
    let narrow = |byte: u8| byte >= 0x80 || (0x20..0x7F).contains(&byte) || byte == b'\t';
    for run in bytes.split(|byte| !narrow(*byte)).filter(|run| run.len() >= 11) {
        found.rest(|| place.to_owned(), &GB18030.decode_without_bom_handling(run).0);
    }
    for start in [0, 1] {
        let text = UTF_16LE.decode_without_bom_handling(bytes.get(start..).unwrap_or_default()).0;
        for run in text.split(|c: char| c.is_control() && c != '\t' || c == '\u{FFFD}') {
            found.rest(|| place.to_owned(), run);
        }
    }
}

/// Names of people and bodies in a property set (MS-OLEPS): author, last author; manager, company.
fn summary(content: &[u8], found: &mut Found) {
    let number = |at: usize| Some(u32::from_le_bytes(content.get(at..at + 4)?.try_into().ok()?) as usize);
    let is_document = content.get(28..32) == Some(&[0x02, 0xD5, 0xCD, 0xD5]);
    let names: &[(usize, Words)] = if is_document {
        &[(14, Words::new("经理", "manager")), (15, Words::new("单位", "company"))]
    } else {
        &[(4, Words::new("作者", "author")), (8, Words::new("最后一次保存者", "last saved by"))]
    };
    let mut read = || {
        let section = number(44)?;
        for i in 0..number(section + 4)?.min(100) {
            let (id, offset) = (number(section + 8 + 8 * i)?, number(section + 12 + 8 * i)?);
            let at = section.checked_add(offset)?;
            let Some((_, name)) = names.iter().find(|(known, _)| *known == id) else { continue };
            let length = number(at.checked_add(4)?)?;
            let text = content.get(at + 8..(at + 8).checked_add(length)?)?;
            let value = match number(at)? {
                // Text in letters of two bytes, and of one.
                31 => UTF_16LE.decode_without_bom_handling(content.get(at + 8..at + 8 + 2 * length)?).0,
                _ => match str::from_utf8(text) {
                    Ok(text) => text.into(),
                    Err(_) => GB18030.decode_without_bom_handling(text).0,
                },
            };
            found.trace(TraceKind::Author, *name, value.trim_end_matches('\0'));
        }
        Some(())
    };
    // A truncated list has no names.
    let _ = read();
}
