//! Lines that people wrapped by hand: the rest of a sentence on a line of its own, as in texts copied out of a PDF.
//!
//! A full line without a stop has its rest below it. Where the sentence is plainly open both become one paragraph;
//! otherwise they stay as they are, and people are told.

use crate::read::document::Place;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::line::{Content, Line, text_of};
use crate::read::import::paper::signs::{attachment_label, ends_within, paper_date};
use crate::text::marker::Marker;
use crate::text::width::columns;

/// The least and the most width of a full line, in columns.
const FULL: (usize, usize) = (24, 100);

/// Words that are cut where a line ends within them.
const CUT: [(&str, &str); 8] = [
    ("如", "下"),
    ("通", "知"),
    ("以", "下"),
    ("有", "关"),
    ("单", "位"),
    ("工", "作"),
    ("要", "求"),
    ("落", "实"),
];

impl Reading<'_> {
    /// Joins the wrapped lines of the body between two lines, and tells of each.
    pub fn join_wrapped(&mut self, begin: usize, end: usize) {
        let is_text = |i: usize| self.roles[i] == Role::Body && self.lines[i].is_words();
        let widths: Vec<usize> = (begin..end).map(|i| columns(self.lines[i].text.trim())).collect();
        let widest = (begin..end).filter(|i| is_text(*i)).map(|i| widths[i - begin]).max().unwrap_or(0);
        let mut first = begin;
        for i in begin + 1..end {
            let (above, line) = (&self.lines[i - 1], &self.lines[i]);
            let is_full = (FULL.0..=FULL.1).contains(&widths[i - 1 - begin])
                && widths[i - 1 - begin] * 10 >= widest * 9;
            let both = self.roles[i] == Role::Body && self.roles[first] == Role::Body;
            if !(both && is_full && follows(above, line) && is_open(above) && can_be_rest(line)) {
                first = i;
                continue;
            }
            let is_certain = is_certain(above.text.trim(), line.text.trim());
            // A heading has no stop either.
            let is_heading =
                Marker::at_start(&above.text).is_some() && !above.text.trim().ends_with(['，', '、']);
            if is_heading {
                first = i;
                continue;
            }
            if !is_certain {
                self.say(i, fault::perhaps_wrapped);
                first = i;
                continue;
            }
            let rest = self.lines[i].words().to_vec();
            self.say(i, fault::unwrapped);
            self.roles[i] = Role::Taken;
            let line = &mut self.lines[first];
            if let Content::Words { words, .. } = &mut line.content {
                words.extend(rest);
                line.text = text_of(words);
            }
        }
    }
}

/// Whether nothing stands between two lines, not even an empty one.
fn follows(above: &Line, line: &Line) -> bool {
    match (above.place, line.place) {
        (Place::Line(above), Place::Line(line)) | (Place::Paragraph(above), Place::Paragraph(line)) => {
            line == above || line == above + 1
        }
        _ => false,
    }
}

/// Whether a line has no end of a sentence.
fn is_open(line: &Line) -> bool {
    let text = line.text.trim();
    line.is_words() && !text.ends_with(['。', '；', ';', '：', ':', '！', '？', '.', '…', '”', '）', ')'])
}

/// Whether a line can be the rest of the one above it: it has no number and is no label or day.
fn can_be_rest(line: &Line) -> bool {
    let text = line.text.trim();
    let is_bulleted = matches!(line.content, Content::Words { is_bulleted: true, .. });
    let label = text.find(['：', ':']).map(|at| text[..at].chars().count());
    let is_label = label.is_some_and(|length| (2..=10).contains(&length)) && !text.ends_with(['：', ':']);
    line.is_words()
        && !is_bulleted
        && !is_label
        && Marker::at_start(text).is_none()
        && attachment_label(text).is_none()
        && paper_date(text).is_none()
}

/// Whether a sentence is plainly open between two lines: within brackets, before or behind a mark, or within a word.
fn is_certain(above: &str, line: &str) -> bool {
    let is_number = above.ends_with(|c: char| c.is_ascii_digit())
        && line.starts_with(['年', '月', '日', '%', '个', '名', '人', '万', '元']);
    ends_within(above)
        || is_number
        || above.ends_with(['，', '、', '《', '（', '“'])
        || line.starts_with(['。', '，', '、', '；', '）', '》', '”'])
        || CUT.iter().any(|(end, start)| above.ends_with(end) && line.starts_with(start))
}
