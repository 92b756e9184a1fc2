//! A paper, judged as the notice that its import makes.

use std::fmt::Write;

use jiff::civil::Date;

use crate::check::judges_words;
use crate::pipeline::single::original::{Original, text_of};
use crate::pipeline::single::{FILE_FOLDER, FOLDER, Singles, Text, judged, moved, surroundings};
use crate::read::document::{self, Document, Place};
use crate::read::import::import_document;
use crate::source::Span;
use crate::text::message::Message;

/// Rules about the form of our own files, which an imported paper does not have.
const OF_OUR_FORM: [&str; 12] =
    ["W003", "W011", "W014", "W015", "W016", "W017", "W018", "W019", "W020", "W021", "W022", "W023"];

impl Singles {
    /// Judges a paper by way of the notice that its import makes.
    pub(super) fn judge_paper(
        &mut self,
        text: &Text<'_>,
        document: &Document,
        plain: impl FnOnce() -> String,
        own: &[(&str, Vec<u8>)],
        today: Date,
    ) {
        let imported = import_document(text.name, document);
        let day = imported.dated.unwrap_or(today);
        let mut files = surroundings(own);
        for (path, bytes) in imported.files.iter().filter(|(path, _)| !path.starts_with("files/")) {
            let bytes = if path == "notice.md" { dated(bytes, day) } else { bytes.clone() };
            files.push((format!("{FOLDER}/{path}"), bytes));
        }
        let plain = Some(plain()).filter(|plain| is_line_by_line(document) && has_lines_of(plain, document));
        let shown = plain.unwrap_or_else(|| text_of(document));
        let original = Original::new(&shown);
        // Parts of a Word document that its text does not show: headers, notes, comments. Lines have none.
        let stored =
            text.stored.as_ref().filter(|_| !is_line_by_line(document) || document.blocks.is_empty());
        let (sources, report) = judged(&files, stored, today);
        let home = format!("content/{FOLDER}/");
        let whole = format!("content/{FILE_FOLDER}/notice.md");
        let file = self.sources.add(text.name.to_owned(), shown.clone());
        let place = |span: Span| {
            let source = sources.file(span.file);
            if source.path == whole {
                return Some(Span::head(file));
            }
            let range = source.path.starts_with(&home).then(|| original.place(&source.text, span.range()))?;
            Some(Span::new(file, range.start, range.end))
        };
        let is_kept = |id: &str, path: &str| {
            let is_hidden_part = path == whole;
            judges_words(id) && !OF_OUR_FORM.contains(&id) && (!is_hidden_part || id.starts_with('P'))
        };
        let in_text: Vec<(&str, &str)> = report
            .findings()
            .iter()
            .filter(|finding| sources.file(finding.span.file).path != whole)
            .map(|finding| (finding.code.id, number(&finding.message.zh)))
            .collect();
        self.take(&report, |finding| {
            let path = &sources.file(finding.span.file).path;
            is_kept(finding.code.id, path).then_some(())?;
            // The reader of the whole file finds the numbers of the text once more.
            let is_twice =
                *path == whole && in_text.contains(&(finding.code.id, number(&finding.message.zh)));
            if is_twice {
                return None;
            }
            let mut finding = moved(finding, place(finding.span)?, place);
            finding.message = without_attachment(&finding.message);
            Some(finding)
        });
        self.count(&report, |more| is_kept(more.code.id, &sources.file(more.file).path).then_some(file));
    }
}

/// The masked number in the message of a finding.
fn number(message: &str) -> &str {
    message.rsplit_once('有').map_or(message, |(_, number)| number)
}

/// A message about a part of the file, which calls the file an attachment.
fn without_attachment(message: &Message) -> Message {
    let zh = message.zh.strip_prefix("附件“").and_then(|rest| rest.split_once("”中，"));
    let en = message.en.split_once("the attached file \"").and_then(|(head, rest)| {
        let (_, place) = rest.split_once("\", at ")?;
        Some(format!("{head}{place}"))
    });
    let zh = zh.map_or_else(|| message.zh.clone(), |(_, rest)| rest.to_owned());
    Message { zh, en: en.unwrap_or_else(|| message.en.clone()) }
}

/// `notice.md` of an import with the days that it may lack, without which no notice can be judged.
fn dated(notice: &[u8], day: Date) -> Vec<u8> {
    let text = String::from_utf8_lossy(notice);
    let Some((_, fields)) = text.split_once("---\n") else { return notice.to_vec() };
    let has = |key: &str| fields.lines().any(|line| line.starts_with(key));
    let mut days = String::new();
    for (key, value) in [("成文日期: ", day.to_string()), ("发布日期: ", format!("{day} 23:59"))] {
        if !has(key) {
            // Writing into a string does not fail.
            let _ = writeln!(days, "{key}{value}");
        }
    }
    format!("---\n{days}{fields}").into_bytes()
}

/// Whether the places of a document are lines of its file.
fn is_line_by_line(document: &Document) -> bool {
    document.blocks.iter().all(|block| matches!(block.place, Place::Line(_)))
}

/// Whether the paragraphs of a document stand in the lines of a text as they are, as those of a plain text do.
fn has_lines_of(text: &str, document: &Document) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    document.blocks.iter().all(|block| match (&block.kind, block.place) {
        (document::BlockKind::Paragraph(paragraph), Place::Line(number)) => lines
            .get((number as usize).saturating_sub(1))
            .is_some_and(|line| line.contains(&paragraph.text())),
        (document::BlockKind::Table(_), Place::Line(_)) => true,
        (_, Place::Paragraph(_)) => false,
    })
}
