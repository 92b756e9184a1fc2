//! Names in 附件说明 on lines of their own without numbers: each line is a name, or the rest of the one above it.

use crate::read::document::Align;
use crate::read::import::paper::Reading;
use crate::read::import::paper::enclosed::{TITLE, bare};
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::signs::{attachment_label, ends_title, ends_within, paper_date};
use crate::text::marker::Marker;
use crate::text::space::behind_word;

/// The longest line of 附件说明, in characters.
pub(super) const LONGEST: usize = 40;

/// The longest name that people do not wrap, in characters.
const SHORT: usize = 20;

/// The length of endings that go on with the name above them, such as 公示表, in characters.
const LEAST: usize = 3;

impl Reading<'_> {
    /// The titles of the attachments behind a line, and their beginnings line by line.
    pub(super) fn titles_behind(&self, begin: usize) -> Vec<String> {
        let mut titles = Vec::new();
        for i in begin..self.lines.len() {
            match attachment_label(&self.lines[i].text) {
                None => {}
                Some("") => {
                    let mut title = String::new();
                    for line in self.lines[i + 1..].iter().take(TITLE).take_while(|line| line.is_words()) {
                        title.push_str(&without_remark(&line.text));
                        titles.push(title.clone());
                    }
                }
                Some(title) => titles.push(without_remark(title)),
            }
        }
        titles
    }

    /// Whether a line can be one of 附件说明, with the marks behind a name or without.
    pub(super) fn is_of_names(&self, at: usize) -> bool {
        let line = &self.lines[at];
        let text = line.text.trim();
        line.is_words()
            && self.roles[at] == Role::Body
            && text.chars().count() <= LONGEST
            && !text.trim_end_matches(['。', '；', ';']).contains(['。', '；', '：', ':'])
            && !["附件", "附表", "特此", "联系"].iter().any(|start| behind_word(text, start).is_some())
            && Marker::at_start(text).is_none()
            && paper_date(text).is_none()
            && !line.look().begins_page
            && !matches!(line.look().align, Align::End)
    }
}

/// Whether a line below a name is another one: the title of an attachment behind the paper, or of the form of a name, as
/// is the one above it.
pub fn is_another_name(name: &str, line: &str, titles: &[String]) -> bool {
    let line = line.trim().trim_end_matches(['；', ';', '。']);
    let is_title = |text: &str| titles.contains(&without_remark(text));
    if ends_within(name) || is_title(&format!("{name}{line}")) {
        return false;
    }
    let is_short = name.chars().count() <= SHORT;
    is_title(line) || is_title(name) && is_whole(line) || is_short && is_whole(name) && is_whole(line)
}

/// Whether a text has the form of a name: 《…》, or an ending that names have.
fn is_whole(text: &str) -> bool {
    const ENDS: [&str; 8] = ["表", "名单", "目录", "台账", "指引", "标准", "须知", "说明"];
    let name = without_remark(text);
    let is_quoted = text.trim_start().starts_with('《') && text.contains('》');
    let is_joined =
        ["及", "和", "与", "、", "并", "（", "("].iter().any(|word| text.trim_start().starts_with(word));
    let ends = ends_title(&name) || ENDS.iter().any(|end| name.ends_with(end));
    !is_joined && (is_quoted || ends && name.chars().count() > LEAST)
}

/// A name without its marks and a remark in brackets at its end: 申报表 of 《申报表》（一式三份）.
fn without_remark(name: &str) -> String {
    let bare = bare(name);
    let own = bare.strip_suffix('）').and_then(|inner| inner.rfind('（')).filter(|at| *at > 0);
    own.map_or(bare.as_str(), |at| &bare[..at]).to_owned()
}
