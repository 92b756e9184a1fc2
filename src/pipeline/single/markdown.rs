//! A Markdown file, judged as it is: a notice, or the text of any other file of ours.

use jiff::civil::Date;

use crate::check::judges_words;
use crate::pipeline::single::{FOLDER, Singles, judged, moved, surroundings};
use crate::read;
use crate::source::{Span, offset};

/// An attached paper made of Markdown without the fields of a notice.
const ATTACHED: &str = "文稿.md";

/// Findings of reading that a Markdown file has by itself, whatever project it belongs to.
const OF_READING: [&str; 8] = ["R002", "R003", "R006", "R007", "R008", "R013", "R018", "R070"];

impl Singles {
    /// Judges a Markdown file; its findings have the places of the file.
    pub(super) fn judge_markdown(&mut self, name: &str, text: String, own: &[(&str, Vec<u8>)], today: Date) {
        let parts = read::front_matter(&text);
        let is_notice = parts.is_some_and(|(fields, _)| fields.lines().any(|line| line.starts_with("标题")));
        let mut files = surroundings(own);
        let path = if is_notice {
            files.push((format!("{FOLDER}/notice.md"), text.clone().into_bytes()));
            format!("{FOLDER}/notice.md")
        } else {
            // Blank lines for the fields, so that places stay as they are.
            let begin = parts.map_or(0, |(_, body)| offset(&text, body));
            let body = "\n".repeat(begin) + &text[begin..];
            let notice = format!(
                "---\n标题: 关于公开的通知\n成文日期: {today}\n发布日期: {today} 09:00\n附件:\n  - {{文: {ATTACHED}, 名称: 文稿}}\n---\n"
            );
            files.push((format!("{FOLDER}/notice.md"), notice.into_bytes()));
            files.push((format!("{FOLDER}/{ATTACHED}"), body.into_bytes()));
            format!("{FOLDER}/{ATTACHED}")
        };
        let (sources, report) = judged(&files, None, today);
        let Some(judged) = sources.id(&format!("content/{path}")) else { return };
        let file = self.sources.add(name.to_owned(), text);
        let own_span = |span: Span| (span.file == judged).then_some(Span { file, ..span });
        self.take(&report, |finding| {
            let is_kept = judges_words(finding.code.id) || OF_READING.contains(&finding.code.id);
            let mut moved = moved(finding, is_kept.then_some(finding.span).and_then(own_span)?, own_span);
            moved.fix = finding.fix.clone().and_then(|(span, text)| Some((own_span(span)?, text)));
            Some(moved)
        });
        self.count(&report, |more| (more.file == judged && judges_words(more.code.id)).then_some(file));
    }
}
