//! Names of tasks at the beginning of paragraphs, as they are written or nearly so.

use crate::read::import::paper::signs::normal;
use crate::read::import::paper::tasks::entry::{Entry, bare};

/// The longest name, in characters, that is compared with texts that differ from it: comparing takes quadratic time.
const LONGEST: usize = 100;

/// Whether a heading begins with the name of a task, or nearly so where `is_near`.
pub fn is_of(entry: &Entry, is_own: bool, name: &str, is_near: bool) -> bool {
    let first = bare(&entry.first);
    if is_own {
        return normal(first) == normal(name)
            || is_near && (is_near_to(first, name) || is_longer(first, name));
    }
    let rest = || entry.rest.clone().unwrap_or_default();
    first == name || is_near && beginning(&entry.first, &rest(), name).is_some()
}

/// Whether two names differ by a quarter of the second at most: 应急处置组织体系 and 应急组织体系.
pub fn is_near_to(text: &str, name: &str) -> bool {
    let last = differences(text, name).last().copied();
    last.is_some_and(|(end, distance)| end == text.len() && distance * 4 <= name.chars().count())
}

/// Whether a name goes on with a few words more: 宣传教育 and 宣传.
fn is_longer(text: &str, name: &str) -> bool {
    let end = written_beginning(text, name);
    end.is_some_and(|end| text[end..].chars().count() <= name.chars().count())
}

/// 正文标题 and 要求 of a paragraph that begins with the name of a task, or nearly so; 正文标题 is left out where it is
/// the name and a full stop. A name that differs is the first sentence: a part of it is cut off only behind the last words
/// of the name, where text runs on without a stop.
pub fn beginning(first: &str, rest: &str, name: &str) -> Option<(Option<String>, String)> {
    let bare = bare(first);
    if bare == name && bare.len() < first.len() && !rest.is_empty() {
        return Some((None, rest.to_owned()));
    }
    if let Some(end) = written_beginning(bare, name)
        && end < bare.len()
    {
        // 宣传教育 for 宣传 is another name; 宣传 with a whole sentence behind it is not.
        let is_cut = rest.is_empty() || bare[end..].chars().count() > name.chars().count();
        let (heading, behind) = if is_cut { (&first[..end], &first[end..]) } else { (first, "") };
        return Some((Some(heading.to_owned()), format!("{behind}{rest}")));
    }
    // A quarter of the name may differ: 应急处置组织体系 for 应急组织体系.
    let is_near = |distance: usize| distance * 4 <= name.chars().count();
    let distances = differences(bare, name);
    if distances.last().is_some_and(|(end, distance)| *end == bare.len() && is_near(*distance)) {
        return (!rest.is_empty()).then(|| (Some(first.to_owned()), rest.to_owned()));
    }
    // Behind such a name a whole sentence runs on: the name ends as that of the table does, so nothing is cut in two.
    let last = name.char_indices().rev().nth(1).map_or(name, |(at, _)| &name[at..]);
    let ends = distances.iter().filter(|(end, _)| bare[..*end].ends_with(last));
    let (end, _) = ends.min_by_key(|(_, distance)| *distance).filter(|(_, distance)| is_near(*distance))?;
    let is_long = bare[*end..].chars().count() > name.chars().count();
    is_long.then(|| (Some(first[..*end].to_owned()), format!("{}{rest}", &first[*end..])))
}

/// The length of a name in bytes at the beginning of a text that writes it, the width of its marks aside.
fn written_beginning(text: &str, name: &str) -> Option<usize> {
    let mut behind = text.chars();
    let is_same =
        name.chars().all(|known| behind.next().is_some_and(|c| normal_char(c) == normal_char(known)));
    (is_same && !name.is_empty()).then(|| text.len() - behind.as_str().len())
}

/// The number of characters by which each beginning of a text differs from a name, added, left out or changed, with its
/// length in bytes; none of a long name, and of beginnings that are much longer than it.
fn differences(text: &str, name: &str) -> Vec<(usize, usize)> {
    let name: Vec<char> = name.chars().take(LONGEST + 1).collect();
    if name.is_empty() || name.len() > LONGEST {
        return Vec::new();
    }
    let most = name.len() + name.len() / 2 + 1;
    let mut distances = Vec::new();
    let mut row: Vec<usize> = (0..=name.len()).collect();
    for (count, (at, c)) in text.char_indices().take(most).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], count + 1);
        for (i, known) in name.iter().enumerate() {
            let changed = diagonal + usize::from(normal_char(*known) != normal_char(c));
            diagonal = row[i + 1];
            row[i + 1] = changed.min(row[i] + 1).min(row[i + 1] + 1);
        }
        distances.push((at + c.len_utf8(), row[name.len()]));
    }
    distances
}

fn normal_char(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        c => c,
    }
}
