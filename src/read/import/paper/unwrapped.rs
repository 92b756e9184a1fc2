//! Lines that people wrapped by hand: the rest of a sentence on a line of its own, as in texts copied out of a PDF.
//!
//! A full line without a stop has its rest below it. Where the sentence is plainly open both become one paragraph;
//! otherwise they stay as they are, and people are told.

use crate::read::document::Place;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::line::{Content, Line, text_of};
use crate::read::import::paper::signs::{
    attachment_label, columns_of_spaces, ends_title, ends_within, paper_date,
};
use crate::text::marker::Marker;
use crate::text::width::columns;

/// The least and the most width of a full line, in columns.
const FULL: (usize, usize) = (24, 100);

/// The least width of a line that is likely to be full, in columns: narrower ones are lines of a form or a list.
const LIKELY: usize = 32;

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
        let lines: Vec<usize> = (begin..end).collect();
        self.join_lines(&lines, Role::Body, true);
    }

    /// Joins the wrapped lines of attached papers. Lines of an attachment without sentences are a list: only what is
    /// plainly open is joined there, and nothing is said of others.
    pub fn join_wrapped_attachments(&mut self) {
        let mut enclosed = std::mem::take(&mut self.enclosed);
        for paper in &mut enclosed {
            let is_prose = paper.lines.iter().any(|i| self.lines[*i].text.trim_end().ends_with('。'));
            self.join_lines(&paper.lines, Role::Attachment(paper.index), is_prose);
            paper.lines.retain(|i| self.roles[*i] != Role::Taken);
        }
        self.enclosed = enclosed;
    }

    /// Joins the wrapped ones of some lines that have a role, and tells of each; `is_prose` says whether those that may
    /// be wrapped are told.
    fn join_lines(&mut self, lines: &[usize], role: Role, is_prose: bool) {
        let Some(mut first) = lines.first().copied() else { return };
        let width = |i: usize| columns(self.lines[i].text.trim());
        let is_text = |i: &usize| self.roles[*i] == role && self.lines[*i].is_words();
        let widest = lines.iter().copied().filter(is_text).map(width).max().unwrap_or(0);
        let widths: Vec<usize> = lines.iter().map(|i| width(*i)).collect();
        let is_full = |at: usize| (FULL.0..=FULL.1).contains(&widths[at]) && widths[at] * 10 >= widest * 9;
        for (at, pair) in lines.windows(2).enumerate() {
            let (above, i) = (&self.lines[pair[0]], pair[1]);
            let line = &self.lines[i];
            let both = self.roles[i] == role && self.roles[first] == role;
            let may_be = both && is_full(at) && follows(above, line) && is_open(above) && can_be_rest(line);
            // A heading has no stop either; behind its own sentence a text goes on.
            let is_heading = Marker::at_start(&above.text).is_some()
                && !above.text.contains('。')
                && !above.text.trim().ends_with(['，', '、']);
            // Where paragraphs are indented, a line that is not goes on with the one above it.
            let goes_on = self.lines[first].look().is_indented && !line.look().is_indented;
            let is_certain = is_certain(above.text.trim(), line.text.trim())
                || goes_on && is_prose_line(above) && (ends_clause(line) || is_full(at + 1));
            let is_likely = [above, line].into_iter().all(is_prose_line) && widths[at] >= LIKELY;
            if !may_be || is_heading || !is_certain {
                if may_be && !is_heading && is_prose && is_likely {
                    self.say(i, fault::perhaps_wrapped);
                }
                first = i;
                continue;
            }
            let rest = line.words().to_vec();
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

/// Whether a line ends with a stop.
fn ends_clause(line: &Line) -> bool {
    line.text.trim_end().ends_with(['。', '；', '：', '，', '、'])
}

/// Whether a line is of a text: no title, and no words that are set out with spaces.
fn is_prose_line(line: &Line) -> bool {
    let text = line.text.trim();
    !ends_title(text)
        && text.matches('　').count() < 2
        && columns_of_spaces(text) < 3
        && !["　　", "  ", "\t"].iter().any(|gap| text.contains(gap))
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
