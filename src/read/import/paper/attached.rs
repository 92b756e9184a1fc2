//! Attached texts with tables of duties in them: which they are, and the file of each.

use crate::read::document::{Typeface, Words};
use crate::read::import::caption::plain;
use crate::read::import::paper::Reading;
use crate::read::import::paper::files::Files;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{can_be_title, level};
use crate::read::import::paper::table_title::is_of_caption;
use crate::text::marker::Marker;

/// The file of a text that the paper issues, after its kind.
pub fn issued_file(title: &str, files: &Files) -> String {
    const KINDS: [(&str, &str); 9] = [
        ("办法", "banfa"),
        ("规定", "guiding"),
        ("细则", "xize"),
        ("计划", "jihua"),
        ("规划", "guihua"),
        ("预案", "yuan"),
        ("要点", "yaodian"),
        ("意见", "yijian"),
        ("制度", "zhidu"),
    ];
    let kind = KINDS.iter().find(|(kind, _)| title.contains(kind)).map_or("fangan", |(_, file)| file);
    let is_free = |file: &String| files.listed.iter().all(|listed| listed.file != *file);
    let names =
        (1..).map(|number| if number == 1 { format!("{kind}.md") } else { format!("{kind}-{number}.md") });
    names.into_iter().find(is_free).unwrap_or_default()
}

/// Whether the words around the tables of duties of an attachment are a text, such as a plan, and not notes on a table:
/// headings, or several sentences above the first table.
pub fn is_of_text(reading: &Reading<'_>, tables: &[usize], lines: &[usize]) -> bool {
    const SENTENCES: usize = 2;
    let duties: Vec<usize> = tables.iter().copied().filter(|i| reading.lines[*i].is_of_duties()).collect();
    let (Some(first), Some(last)) = (duties.first().copied(), duties.last().copied()) else { return false };
    let text = |i: usize| reading.lines[i].text.trim();
    let is_headed = |i: usize| {
        let level = Marker::at_start(text(i)).and_then(|marker| level(marker, text(i)));
        level.is_some_and(|level| level < 2) && !text(i).ends_with(['；', ';'])
    };
    // Below the table: one with a text, no numbered note.
    let is_heading = |pair: &[usize]| {
        let words = text(pair[0]);
        pair[0] > last
            && is_headed(pair[0])
            && !words.contains(['。', '：', ':'])
            && !text(pair[1]).is_empty()
    };
    let is_sentence = |i: &&usize| **i < first && text(**i).ends_with(['。', '：', '；']);
    let sentences = lines.iter().filter(is_sentence).count();
    // A table with a name of its own below a sentence.
    let above =
        (0..first).rev().find(|above| !is_of_caption(text(*above))).filter(|above| lines.contains(above));
    let is_named = above.is_some_and(|above| is_name(&reading.lines[above]));
    let is_headed = lines.iter().any(|i| *i < last && is_headed(*i)) || lines.windows(2).any(is_heading);
    is_headed || sentences >= SENTENCES || sentences > 0 && is_named
}

/// Whether a line above a table is its name: 任务清单、重点任务分解表、续表, or a line that is set as a title.
pub fn is_name(line: &Line) -> bool {
    const ENDS: [&str; 7] = ["表", "清单", "台账", "一览", "分工", "名单", "目录"];
    const LONGEST: usize = 40;
    let text = plain(&line.text);
    let bare = text.strip_suffix("（续）").unwrap_or(&text);
    let is_plain = line.words().iter().all(|words| matches!(words, Words::Text { .. }));
    let is_named = ENDS.iter().any(|end| bare.ends_with(end)) && text.chars().count() <= LONGEST;
    let look = line.look();
    let is_set = look.typeface == Typeface::TitleSong || look.begins_page || look.heading.is_some();
    line.is_words() && is_plain && (is_named || is_set) && can_be_title(&line.text)
}
