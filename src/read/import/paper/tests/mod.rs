//! Papers of every form, constructed or written as text, and the files that become of them.

mod captions;
mod differing;
mod divided;
mod documents;
mod duty_columns;
mod ends;
mod gaps;
mod headings;
mod labels;
mod likeness;
mod moved;
mod names;
mod odd;
mod outside;
mod page_fields;
mod pages;
mod plans;
mod random;
mod tables;
mod tables_in_body;
mod texts;
mod typed;
mod wrapped;

use std::fmt::Write as _;

use similar::{ChangeTag, TextDiff};

use crate::diagnostic::Severity;
use crate::diagnostic::print::folded;
use crate::read::document::{
    Align, Block, BlockKind, Cell, Document, Field, Limits, Look, Paragraph, Picture, Place, Table, Typeface,
    Words,
};
use crate::read::import::paper::{ImportedPaper, import_document, import_paper};
use crate::text::message::Lang;

/// The files, and the findings in a line each: code, line, message.
fn printed(imported: &ImportedPaper) -> String {
    let mut out = String::new();
    for (path, bytes) in &imported.files {
        match std::str::from_utf8(bytes) {
            Ok(text) => writeln!(out, "==== {path}\n{}", text.trim_end()).unwrap(),
            Err(_) => writeln!(out, "==== {path}: {} bytes", bytes.len()).unwrap(),
        }
    }
    out.push_str("====\n");
    for finding in imported.report.findings() {
        let line = imported.sources.start(finding.span).line;
        writeln!(out, "{} {line} {}", finding.code.id, finding.message.zh).unwrap();
    }
    out
}

fn of_text(text: &str) -> String {
    printed(&import_paper("通知.txt", text.as_bytes(), Limits::default()))
}

/// Whether all of some words stand in a text.
fn assert_has(text: &str, words: &[&str]) {
    for words in words {
        assert!(text.contains(words), "{words}\n{text}");
    }
}

/// The files and findings of a page with a body.
fn of_page(body: &str) -> String {
    let page = format!("<html><head><meta charset=utf-8></head><body>{body}</body></html>");
    printed(&import_paper("页面.html", page.as_bytes(), Limits::default()))
}

/// The lines that one print has and the other has not, in their order: `-` of the first, `+` of the second. Findings
/// without their line, which shifts.
fn changes(first: &str, second: &str) -> String {
    let (first, second) = (without_places(first), without_places(second));
    let mut changes = String::new();
    for change in TextDiff::from_lines(&first, &second).iter_all_changes() {
        if change.tag() != ChangeTag::Equal {
            write!(changes, "{}{}", change.tag(), change.value()).unwrap();
        }
    }
    changes
}

/// A print whose findings have no line.
fn without_places(print: &str) -> String {
    let (files, findings) = print.split_once("====\nI").unwrap_or((print, ""));
    let mut out = files.to_owned();
    for line in findings.lines() {
        match line.splitn(3, ' ').collect::<Vec<_>>()[..] {
            [code, _, message] => writeln!(out, "I{} {message}", code.trim_start_matches('I')).unwrap(),
            _ => writeln!(out, "{line}").unwrap(),
        }
    }
    out
}

/// A paper up to the title of its attachment.
const FRONT: [&str; 8] = [
    "某县应急管理局关于开展检查的通知",
    "各乡镇人民政府：",
    "现将有关事项通知如下，请认真贯彻落实。",
    "附件：责任分解表",
    "某县应急管理局",
    "2024年3月5日",
    "附件",
    "责任分解表",
];

/// The files and the findings about the content of an attachment, behind the head of `notice.md`.
fn attached(content: Vec<BlockKind>) -> String {
    let mut all: Vec<BlockKind> = FRONT.map(words).into();
    all.extend(content);
    let printed = printed(&import_document("通知.docx", &document(all)));
    let (_, shown) = printed.split_once("\n---\n\n").unwrap();
    let of_front = |line: &&str| (1..=FRONT.len()).any(|number| line.starts_with(&format!("I085 {number} ")));
    shown.split_inclusive('\n').filter(|line| !of_front(line)).collect()
}

/// Words of one look.
fn text(words: &str) -> Words {
    Words::Text { text: words.to_owned(), is_bold: false }
}

fn bold(words: &str) -> Words {
    Words::Text { text: words.to_owned(), is_bold: true }
}

fn paragraph(words: Vec<Words>) -> Paragraph {
    Paragraph { words, ..Paragraph::default() }
}

/// A document of paragraphs and tables, numbered from 1.
fn document(kinds: Vec<BlockKind>) -> Document {
    let blocks = (1..).zip(kinds).map(|(number, kind)| Block { place: Place::Paragraph(number), kind });
    Document { blocks: blocks.collect(), ..Document::default() }
}

fn words(text: &str) -> BlockKind {
    BlockKind::Paragraph(paragraph(vec![self::text(text)]))
}

fn looking(typeface: Typeface, align: Align, words: &str) -> BlockKind {
    let look = Look { typeface, align, ..Look::default() };
    BlockKind::Paragraph(Paragraph { words: vec![text(words)], look, ..Paragraph::default() })
}

/// A table of texts; a cell `^` goes on from above, `<` from the left.
fn table(rows: &[&[&str]]) -> BlockKind {
    let at = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).copied();
    let mut cells = Vec::new();
    for (row, texts) in rows.iter().enumerate() {
        for (column, words) in texts.iter().enumerate().filter(|(_, words)| !matches!(**words, "^" | "<")) {
            let down = (row + 1..rows.len()).take_while(|row| at(*row, column) == Some("^")).count();
            let right = (column + 1..texts.len()).take_while(|column| at(row, *column) == Some("<")).count();
            let paragraphs = words.split('/').map(|line| paragraph(vec![text(line)])).collect();
            cells.push(Cell { row, column, rows: down + 1, columns: right + 1, paragraphs });
        }
    }
    BlockKind::Table(Table { rows: rows.len(), columns: rows[0].len(), cells })
}
