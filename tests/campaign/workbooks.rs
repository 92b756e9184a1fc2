//! Damaged workbooks, and every way in which one is read. A case is made of its number alone.

use std::io::{Cursor, Read, Write};
use std::sync::OnceLock;

use gongkai::diagnostic::print::human;
use gongkai::read::import::import;
use gongkai::read::returned::{Manner, Returned, collect};
use gongkai::read::{Content, WorkbookLimits, project};
use gongkai::text::message::Lang;
use jiff::civil::date;
use tempfile::TempDir;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::support::attach::attach;
use crate::support::dice::Dice;

/// The workbooks that are damaged.
const SOURCES: [(&str, &[u8]); 11] = [
    ("handout.xlsx", include_bytes!("../workbooks/handout.xlsx")),
    ("handout.xls", include_bytes!("../workbooks/handout.xls")),
    ("handout.ods", include_bytes!("../workbooks/handout.ods")),
    ("numbers.xlsb", include_bytes!("../workbooks/numbers.xlsb")),
    ("number-formats.xls", include_bytes!("../workbooks/number-formats.xls")),
    ("number-formats-58.xlsx", include_bytes!("../workbooks/number-formats-58.xlsx")),
    ("error-values.xlsx", include_bytes!("../workbooks/error-values.xlsx")),
    ("stray-cell.xlsx", include_bytes!("../workbooks/stray-cell-xfd1048576.xlsx")),
    ("at-root.xlsx", include_bytes!("../workbooks/sheet-part-at-package-root.xlsx")),
    ("password.xlsx", include_bytes!("../workbooks/password.xlsx")),
    ("loop.xls", include_bytes!("../workbooks/fat-chain-loop.xls")),
];

/// Numbers that break what trusts them.
const NUMBERS: [&str; 12] = [
    "0",
    "-1",
    "255",
    "16385",
    "65536",
    "1048577",
    "2147483648",
    "4000000000",
    "4294967295",
    "18446744073709551615",
    "1e308",
    "",
];

/// A damaged workbook and its name.
pub fn case(seed: u64) -> (Vec<u8>, String) {
    let mut dice = Dice::new(seed);
    let (name, source) = SOURCES[dice.below(SOURCES.len())];
    let mut bytes = source.to_vec();
    let is_archive = bytes.starts_with(b"PK");
    match dice.below(if is_archive { 8 } else { 3 }) {
        0 => flip(&mut bytes, &mut dice),
        1 => bytes.truncate(dice.below(source.len())),
        2 => numbers(&mut bytes, &mut dice),
        _ => {
            let mut parts = unpack(source);
            for _ in 0..=dice.below(3) {
                damage_part(&mut parts, &mut dice);
            }
            bytes = pack(&parts);
        }
    }
    (bytes, name.to_owned())
}

/// Changes some bytes.
fn flip(bytes: &mut [u8], dice: &mut Dice) {
    for _ in 0..=dice.below(16) {
        let at = dice.below(bytes.len());
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 1 << dice.below(8);
        }
    }
}

/// Writes large binary numbers over some places.
fn numbers(bytes: &mut [u8], dice: &mut Dice) {
    const LARGE: [u32; 6] = [0, 0xFFFF, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFE, 0xFFFF_FFFF];
    for _ in 0..=dice.below(4) {
        let at = dice.below(bytes.len().saturating_sub(4));
        let number = LARGE[dice.below(LARGE.len())].to_le_bytes();
        if let Some(place) = bytes.get_mut(at..at + 4) {
            place.copy_from_slice(&number);
        }
    }
}

type Parts = Vec<(String, Vec<u8>)>;

fn damage_part(parts: &mut Parts, dice: &mut Dice) {
    if parts.is_empty() {
        return;
    }
    let (one, other) = (dice.below(parts.len()), dice.below(parts.len()));
    match dice.below(7) {
        0 => {
            let taken = parts[other].1.clone();
            parts[one].1 = taken;
        }
        1 => {
            parts.remove(one);
        }
        2 => {
            let end = dice.below(parts[one].1.len());
            parts[one].1.truncate(end);
        }
        3 => flip(&mut parts[one].1, dice),
        4 => numbers(&mut parts[one].1, dice),
        5 => repeat(&mut parts[one].1, dice),
        _ => blow_up(&mut parts[one].1, dice),
    }
}

/// Replaces some numbers in a text by others.
fn blow_up(bytes: &mut Vec<u8>, dice: &mut Dice) {
    for _ in 0..=dice.below(4) {
        let digits: Vec<usize> = (0..bytes.len())
            .filter(|i| bytes[*i].is_ascii_digit() && (*i == 0 || !bytes[*i - 1].is_ascii_digit()))
            .collect();
        let Some(start) = digits.get(dice.below(digits.len())).copied() else { return };
        let length = bytes[start..].iter().take_while(|byte| byte.is_ascii_digit()).count();
        let number = NUMBERS[dice.below(NUMBERS.len())];
        bytes.splice(start..start + length, number.bytes());
    }
}

/// Repeats a piece many times.
fn repeat(bytes: &mut Vec<u8>, dice: &mut Dice) {
    let start = dice.below(bytes.len());
    let end = (start + dice.below(400)).min(bytes.len());
    let piece = bytes[start..end].to_vec();
    let times = 1 << dice.below(12);
    bytes.splice(end..end, piece.repeat(times));
}

fn unpack(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Vec::new();
    for i in 0..archive.len() {
        let mut part = archive.by_index(i).unwrap();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        parts.push((part.name().unwrap().into_owned(), content));
    }
    parts
}

fn pack(parts: &Parts) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        archive.start_file(name.as_str(), options.compression_level(Some(1))).unwrap();
        archive.write_all(bytes).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

const NOTICE: &str = "---\n标题: 关于报送名单的通知\n发文机关: 某局\n成文日期: 2024-08-01\n发布日期: 2024-08-02 09:00\n附件:\n  - {文件: files/NAME, 名称: 名单}\n---\n现通知如下。\n";

/// A project that has a file attached.
fn content(name: &str, bytes: &[u8], folder: &TempDir) -> Content {
    let notice = NOTICE.replace("NAME", name);
    let file = format!("栏目/2024-a/files/{name}");
    let mut content = Content::of_texts(&[
        ("site.yaml", "名称: 某局政务公开\n"),
        ("offices.yaml", "股室:\n  - 危化股\n"),
        ("栏目/column.yaml", "名称: 栏目\n"),
        ("栏目/2024-a/notice.md", notice.as_str()),
    ]);
    attach(&mut content, folder.path(), &file, bytes);
    content
}

/// Imports, collects and attaches a workbook; the text of what was found is made, too.
pub fn run(bytes: &[u8], name: &str) {
    static EMPTY: OnceLock<gongkai::model::Project> = OnceLock::new();
    let imported = import(name, bytes, None, WorkbookLimits::default());
    let found = !imported.report.findings().is_empty();
    assert!(found || imported.yaml.is_some(), "neither a table nor a finding");
    let _ = human(&imported.report, &imported.sources, Lang::En);
    let folder = TempDir::new().unwrap();
    let empty = EMPTY.get_or_init(|| project(content("a.txt", b"1", &folder), date(2024, 9, 1)).0);
    let returned = Returned { path: name.to_owned(), bytes: Ok(bytes.to_vec()) };
    let collected = collect(empty, &gongkai::source::Sources::default(), &[returned], Manner::default());
    let _ = human(&collected.report, &collected.sources, Lang::Zh);
    let (_, sources, report) = project(content(name, bytes, &folder), date(2024, 9, 1));
    let _ = human(&report, &sources, Lang::Zh);
}

/// An open document with these tables.
pub fn ods(tables: &str) -> Vec<u8> {
    let content = format!("<office:spreadsheet>{tables}</office:spreadsheet>");
    pack(&vec![
        ("mimetype".to_owned(), b"application/vnd.oasis.opendocument.spreadsheet".to_vec()),
        ("META-INF/manifest.xml".to_owned(), b"<manifest:manifest/>".to_vec()),
        ("content.xml".to_owned(), content.into_bytes()),
    ])
}

/// A workbook of Excel with one sheet of these rows, and shared strings.
pub fn xlsx(rows: &str, strings: &str) -> Vec<u8> {
    let mut parts = unpack(SOURCES[7].1);
    for (name, bytes) in &mut parts {
        if name.ends_with("sheet1.xml") {
            *bytes = format!("<worksheet><sheetData>{rows}</sheetData></worksheet>").into_bytes();
        }
    }
    parts.push(("xl/sharedStrings.xml".to_owned(), strings.as_bytes().to_vec()));
    pack(&parts)
}
