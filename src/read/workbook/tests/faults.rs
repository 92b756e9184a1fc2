//! Files that are no workbook, are locked or are damaged.

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::{ROOT, archive};
use crate::read::workbook::fault::Kind;
use crate::read::workbook::{Limits, open};

#[test]
fn content_tells_what_a_file_is() {
    let kind = |bytes: &[u8]| {
        let fault = open(bytes, Limits::default()).unwrap_err();
        (fault.kind(), fault.message().zh)
    };
    let page = "这个文件的内容是网页或 XML，不是工作簿";
    for bytes in [b"<html><table>".as_slice(), b"\xEF\xBB\xBF \r\n<?xml", b"\xFF\xFE<\0h\0"] {
        assert_eq!(kind(bytes), (Kind::NotAWorkbook, page.to_owned()));
    }
    let old = "这是 Excel 4.0 或更早的工作簿，读不出来";
    assert_eq!(kind(b"\x09\x04\x06\x00\x00\x04\x10\x00"), (Kind::NotAWorkbook, old.to_owned()));
    for bytes in [b"".as_slice(), b"a,b\n1,2", b"%PDF-1.7"] {
        assert_eq!(kind(bytes), (Kind::NotAWorkbook, "这个文件不是能读的工作簿".to_owned()));
    }
    let word = archive([(
        "_rels/.rels",
        String::from_utf8(ROOT.to_vec()).unwrap().replace("xl/workbook", "word/document").as_bytes(),
    )]);
    assert_eq!(kind(&word), (Kind::NotAWorkbook, "这个文件是 Word 文档，不是工作簿".to_owned()));
    let locked = "<manifest:file-entry><manifest:encryption-data/></manifest:file-entry>";
    let locked = archive([
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet".as_slice()),
        ("META-INF/manifest.xml", locked.as_bytes()),
        ("content.xml", b"\x01\x02"),
    ]);
    assert_eq!(kind(&locked), (Kind::Locked, "这个工作簿设了密码".to_owned()));
}

#[test]
fn a_file_that_was_cut_off_is_told() {
    let mut book = rust_xlsxwriter::Workbook::new();
    book.add_worksheet().write(0, 0, "甲").unwrap();
    let whole = book.save_to_buffer().unwrap();
    for length in (0..whole.len()).step_by(37) {
        let fault = open(&whole[..length], Limits::default()).unwrap_err();
        assert_eq!(fault.kind(), Kind::NotAWorkbook, "{length}");
    }
    // Every part cut off in the middle.
    let mut parts = ZipArchive::new(Cursor::new(&whole)).unwrap();
    let mut unpacked: Vec<(String, Vec<u8>)> = Vec::new();
    for i in 0..parts.len() {
        let mut part = parts.by_index(i).unwrap();
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).unwrap();
        unpacked.push((part.name().unwrap().into_owned(), bytes));
    }
    for cut in 0..unpacked.len() {
        let parts = unpacked.iter().enumerate().map(|(i, (name, bytes))| {
            let end = if i == cut { bytes.len() / 2 } else { bytes.len() };
            (name.as_str(), &bytes[..end])
        });
        // No panic and no end: either it is read all the same, or it is told.
        let _ = open(&archive(parts), Limits::default());
    }
}
