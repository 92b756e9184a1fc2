//! Tables of contents: their lines say headings once more, with a page number behind a tab, dots or spaces. They are left
//! out, as pages have no page numbers.

use std::collections::BTreeMap;

use crate::read::document::Place;
use crate::read::import::caption::plain;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{is_digit, normal};

/// The longest line of a table of contents, in characters.
const LONGEST: usize = 80;

/// The most entries in the rows of a table.
const MOST: usize = 500;

/// A table of contents that was left out.
#[derive(Debug)]
pub struct LeftOutContents {
    /// Its place.
    pub place: Place,
    /// Its lines.
    pub lines: usize,
    /// Its words.
    pub words: String,
}

/// The lines without tables of contents, and those.
pub fn without_contents(lines: Vec<Line>) -> (Vec<Line>, Vec<LeftOutContents>) {
    let runs = runs(&lines);
    let mut found = Vec::new();
    let mut rest = Vec::new();
    for (i, line) in lines.into_iter().enumerate() {
        let Some(run) = runs.iter().find(|run| run.contains(&i)) else {
            rest.push(line);
            continue;
        };
        let words = entries(&line).map_or_else(|| line.text.clone(), |all| all.join("；"));
        if run.start == i {
            found.push(LeftOutContents { place: line.place, lines: run.len(), words });
        } else if let Some(last) = found.last_mut() {
            last.words = format!("{}；{words}", last.words);
        }
    }
    (rest, found)
}

/// The ranges of tables of contents.
fn runs(lines: &[Line]) -> Vec<std::ops::Range<usize>> {
    let texts: Vec<String> = lines.iter().map(|line| normal(&line.text)).collect();
    let (mut runs, mut at) = (Vec::new(), 0);
    // The last line of each text: asking every line for every line would take quadratic time.
    let last: BTreeMap<&str, usize> = texts.iter().enumerate().map(|(i, text)| (text.as_str(), i)).collect();
    let is_again =
        |i: usize| !texts[i].is_empty() && last.get(texts[i].as_str()).is_some_and(|last| *last > i);
    while at < lines.len() {
        let is_headed = matches!(plain(&lines[at].text).as_str(), "目录" | "目次") && lines[at].is_words();
        let first = at + usize::from(is_headed);
        let paged = lines[first..].iter().take_while(|line| entries(line).is_some()).count();
        // Without page numbers the headings themselves stand below.
        let repeated = (first..lines.len()).take_while(|i| is_headed && is_again(*i)).count();
        let length = paged.max(repeated);
        let entries = paged_names(&lines[first..first + paged]);
        let is_below = |name: &String| last.get(name.as_str()).is_some_and(|last| *last >= first + paged);
        let is_named = entries.iter().any(is_below);
        if is_headed && length > 0 || paged > 1 && is_named {
            runs.push(at..first + length);
        }
        at = first + length.max(usize::from(!is_headed));
    }
    runs
}

/// The entries of lines, without page numbers, as they are compared.
fn paged_names(lines: &[Line]) -> Vec<String> {
    let names = lines.iter().filter_map(entries).flatten();
    names.map(|entry| normal(&entry)).collect()
}

/// The words of a line of a table of contents without its page number, or those of a table whose second column has the
/// numbers, as texts have it where tabs divide them.
fn entries(line: &Line) -> Option<Vec<String>> {
    let Some(table) = line.table() else { return entry(&line.text).map(|words| vec![words]) };
    if table.columns != 2 || !(2..=MOST).contains(&table.rows) {
        return None;
    }
    let mut rows = vec![[String::new(), String::new()]; table.rows];
    for cell in &table.cells {
        if let Some(text) = rows.get_mut(cell.row).and_then(|row| row.get_mut(cell.column)) {
            cell.text().trim().clone_into(text);
        }
    }
    let is_entry = |[words, number]: &[String; 2]| {
        !words.is_empty() && !number.is_empty() && number.chars().all(is_digit)
    };
    rows.iter().all(is_entry).then(|| rows.into_iter().map(|[words, _]| words).collect())
}

/// The words of a line before a page number and what leads to it: a tab, dots, or at least two spaces.
fn entry(text: &str) -> Option<String> {
    let text = text.trim();
    let bare = text.trim_end_matches(['-', '—', '）', ')', ' ']).trim_end_matches(is_digit);
    let number = text[bare.len()..].chars().filter(|c| is_digit(*c)).count();
    let bare = bare.trim_end_matches(['-', '—', '（', '(']);
    let is_leader = |c: char| c.is_whitespace() || ".．·…⋯—-_".contains(c);
    let words = bare.trim_end_matches(is_leader);
    let gap = &bare[words.len()..];
    let leads = gap.contains(['\t', '…', '⋯']) || gap.chars().count() > 1;
    let fits = (1..=4).contains(&number) && !words.is_empty() && words.chars().count() <= LONGEST;
    (fits && leads && !words.contains(['\t', '。'])).then(|| words.to_owned())
}

#[cfg(test)]
mod tests {
    use super::entry;

    #[test]
    fn lines_of_contents_end_with_a_page() {
        for line in
            ["一、总体要求\t1", "一、总体要求……………12", "一、总体要求 ...... 3", "一、总体要求　　— 3 —"]
        {
            assert_eq!(entry(line).as_deref(), Some("一、总体要求"), "{line}");
        }
        for line in ["拨打12345", "建设基地10", "2026年3月1日", "联系电话：0730-1234567", "甲。\t1"]
        {
            assert_eq!(entry(line), None, "{line}");
        }
    }
}
