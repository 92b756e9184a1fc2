//! 表名 of the tables of duties in a paper.

use crate::read::import::paper::signs::can_be_title;
use crate::read::import::paper::{Reading, sheet};
use crate::text::marker::Marker;

/// 表名 of a table of duties of which nothing says its name.
const KIND: &str = "责任分解表";

/// The longest heading that is the name of the table below it, in characters.
const NAME: usize = 20;

/// 表名 of a table in an attachment: its title, of which a remark in brackets has a line of its own, or the name in
/// 附件说明.
pub fn attached_title(title: &[String], name: &str) -> String {
    let mut all = String::new();
    for line in title {
        if !all.is_empty() && is_of_caption(line) {
            all.push('\n');
        }
        all.push_str(line);
    }
    if all.is_empty() { name.to_owned() } else { all }
}

/// 表名 of a table in the body that its first row says.
pub fn own_title(reading: &Reading<'_>, line: usize) -> Option<String> {
    reading.lines[line].table().and_then(sheet::title).map(|own| own.replace('\n', ""))
}

/// 表名 of a table in the body that has none: what the heading above it says, else its kind. The title of the paper would be
/// read as a second one.
pub fn title_of_heading(reading: &Reading<'_>, above: Option<usize>) -> String {
    let Some(above) = above.map(|above| &reading.lines[above]).filter(|above| above.is_words()) else {
        return KIND.to_owned();
    };
    let behind = Marker::at_start(&above.text).map_or("", |marker| above.text[marker.length..].trim());
    let heading = behind.trim_end_matches(['。', '：', ':']);
    let is_name = !heading.is_empty() && can_be_title(heading) && heading.chars().count() <= NAME;
    if is_name { heading.to_owned() } else { KIND.to_owned() }
}

/// Whether a line above a table is of its caption: 填报单位, or the rest of its title in brackets.
pub fn is_of_caption(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("填报单位") || text.starts_with(['（', '(']) && text.ends_with(['）', ')'])
}
