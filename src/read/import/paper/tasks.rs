//! Paragraphs of the body that say what the tasks of a table say: （一）名称。要求.
//!
//! They are moved into 要求 of the tasks, and `{{任务要求}}` stands in their place, so that body and table cannot
//! contradict each other. In doubt the body stays as it is.

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

use crate::read::document::Words;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::body::{Part, PartKind};
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::line::text_of;
use crate::read::import::paper::signs::normal;
use crate::read::import::record::{put, text};
use crate::text::marker::{Marker, Style};

/// The longest name, in characters, that is compared with texts that differ from it: comparing takes quadratic time.
const LONGEST: usize = 100;

/// The most pairs of a paragraph and a task whose names are compared where they differ; of more, equal ones count.
const MOST_COMPARED: usize = 20_000;

/// A paragraph and the task that it tells of.
struct Told {
    /// Index of the part.
    part: usize,
    /// Index of the task.
    task: usize,
    /// The beginning of the paragraph, where it is not the task's name and a full stop.
    heading: Option<String>,
    /// The rest of it.
    requirement: String,
}

/// The names of the tasks of a file, in order.
fn task_names(yaml: &str) -> Vec<String> {
    let mut file: Value = serde_yaml::from_str(yaml).unwrap_or_default();
    tasks(&mut file).into_iter().map(|task| name(task)).collect()
}

/// Reports headings of the paper, or of a paper attached to it, that have the names of tasks and stay where they are
/// because they do not stand as `{{任务要求}}` would print them: in groups, with another kind of number, or with their
/// text in paragraphs of its own.
pub fn tell_untouched(reading: &mut Reading<'_>, yaml: &str) {
    let all = task_names(yaml);
    let names: BTreeSet<String> = all.iter().map(|name| normal(name)).collect();
    let mut known: BTreeSet<&String> = BTreeSet::new();
    let mut first = None;
    for (i, line) in reading.lines.iter().enumerate() {
        let is_read = matches!(reading.roles[i], Role::Body | Role::Attachment(_)) && line.is_words();
        let Some(marker) = Marker::at_start(&line.text).filter(|_| is_read) else { continue };
        let own = line.text[marker.length..].trim();
        let end = own.find(['。', '：', ':']).unwrap_or(own.len());
        let own = normal(&own[..end]);
        if names.get(&own).is_some_and(|name| known.insert(name)) {
            first = first.or(Some(i));
        }
    }
    if let Some(first) = first.filter(|_| known.len() > 1 && known.len() * 2 > all.len()) {
        reading.say(first, |span| fault::tasks_untouched(span, known.len()));
    }
}

/// Moves such paragraphs out of a body into a table. Returns the parts, of which the moved ones are one, and its index.
/// `is_told` becomes whether paragraphs were found, moved or not.
pub fn move_tasks(
    reading: &mut Reading<'_>,
    parts: &[Part],
    yaml: &mut String,
    is_told: &mut bool,
) -> Option<std::ops::Range<usize>> {
    // A file of ours is a record of records and texts.
    let mut file: Value = serde_yaml::from_str(yaml).ok()?;
    let names: Vec<String> = tasks(&mut file).into_iter().map(|task| name(task)).collect();
    let has_requirements = tasks(&mut file).iter().any(|task| task.contains_key("要求"));
    let runs = runs(parts);
    let is_near = runs.iter().map(ExactSizeIterator::len).sum::<usize>() * names.len() <= MOST_COMPARED;
    let is_of = |part: &Part, name: &str| is_of(part, name, is_near);
    let run = runs.into_iter().find(|run| tells(&parts[run.clone()], &names, is_of))?;
    *is_told = true;
    let pairs = pairs(&parts[run.clone()], &names, is_of);
    tell_alone(reading, parts, run.start, &pairs, &names);
    let told = told(parts, run.start, &pairs, &names).filter(|_| !has_requirements);
    let Some(told) = told else {
        let line = parts[run.start].line;
        reading.say(line, |span| fault::tasks_stay(span, run.len()));
        return None;
    };
    for Told { part, task, heading, requirement } in &told {
        let mut all = tasks(&mut file);
        let record = all.get_mut(*task)?;
        let mut with = Mapping::new();
        for (key, value) in std::mem::take(*record) {
            let is_name = key.as_str() == Some("名称");
            with.insert(key, value);
            if is_name {
                if let Some(heading) = heading {
                    put(&mut with, "正文标题", text(heading));
                }
                put(&mut with, "要求", text(requirement));
            }
        }
        **record = with;
        let words = heading.as_deref().map(|words| words.trim_end_matches('。'));
        if let Some(words) = words.filter(|words| normal(words) != normal(&names[*task])) {
            let line = parts[*part].line;
            reading.say(line, |span| fault::task_differs(span, words, &names[*task]));
        }
    }
    let (first, last) = (told.first()?.part, told.last()?.part);
    let line = parts[first].line;
    reading.say(line, |span| fault::tasks_moved(span, told.len()));
    *yaml = serde_yaml::to_string(&file).unwrap_or_default();
    Some(first..last + 1)
}

/// Writes numbers before the words of measures as 编号: the same words are printed, and the number is known as one.
pub fn number_measures(yaml: &str) -> Option<String> {
    let mut file: Value = serde_yaml::from_str(yaml).ok()?;
    for task in tasks(&mut file) {
        let measures = task.get_mut("举措").and_then(Value::as_sequence_mut);
        for measure in measures.into_iter().flatten().filter_map(Value::as_mapping_mut) {
            let words = measure.get("内容").and_then(Value::as_str).unwrap_or_default().to_owned();
            let marker = Marker::at_start(&words).filter(|marker| marker.style != Style::Spoken);
            let Some(marker) = marker.filter(|_| !measure.contains_key("编号")) else { continue };
            let (number, rest) = words.split_at(marker.length);
            if rest.trim_start() == rest && !rest.is_empty() {
                let mut with = Mapping::new();
                put(&mut with, "编号", text(number));
                put(measure, "内容", text(rest));
                with.extend(std::mem::take(measure));
                *measure = with;
            }
        }
    }
    serde_yaml::to_string(&file).ok()
}

/// A file with further 表注: those of lines above the table before its own, those below behind them.
pub fn with_notes(yaml: &str, above: Vec<String>, below: Vec<String>) -> String {
    let Ok(Value::Mapping(mut file)) = serde_yaml::from_str(yaml) else { return yaml.to_owned() };
    let own = file.remove("表注").and_then(|notes| notes.as_sequence().cloned()).unwrap_or_default();
    let texts = |all: Vec<String>| all.into_iter().map(|words| text(&words));
    let all = texts(above).chain(own).chain(texts(below)).collect();
    put(&mut file, "表注", Value::Sequence(all));
    serde_yaml::to_string(&Value::Mapping(file)).unwrap_or_else(|_| yaml.to_owned())
}

/// The tasks of a file, in order.
fn tasks(file: &mut Value) -> Vec<&mut Mapping> {
    let Some(file) = file.as_mapping_mut() else { return Vec::new() };
    let mut found = Vec::new();
    for (key, value) in file.iter_mut() {
        let records = value.as_sequence_mut().into_iter().flatten();
        match key.as_str() {
            Some("任务") => found.extend(records.filter_map(Value::as_mapping_mut)),
            Some("分组") => {
                for group in records {
                    let tasks = group.get_mut("任务").and_then(Value::as_sequence_mut);
                    found.extend(tasks.into_iter().flatten().filter_map(Value::as_mapping_mut));
                }
            }
            _ => {}
        }
    }
    found
}

fn name(task: &Mapping) -> String {
    task.get("名称").and_then(Value::as_str).unwrap_or_default().to_owned()
}

/// Headings of one level that follow each other, below one of the level above them: there {{任务要求}} counts as they do.
fn runs(parts: &[Part]) -> Vec<std::ops::Range<usize>> {
    let level = |part: &Part| match &part.kind {
        PartKind::Heading { level, .. } => Some(*level),
        _ => None,
    };
    let (mut runs, mut above, mut at) = (Vec::new(), None, 0);
    while at < parts.len() {
        let Some(own) = level(&parts[at]) else {
            at += 1;
            continue;
        };
        let length = parts[at..].iter().take_while(|part| level(part) == Some(own)).count();
        if length > 1 && own == above.map_or(0, |above: usize| above + 1) {
            runs.push(at..at + length);
        }
        above = Some(own);
        at += length;
    }
    runs
}

/// The first sentence of a heading and the words that run on behind it, where nothing in these has a look or an address
/// of its own.
fn said(part: &Part) -> Option<(String, Option<String>)> {
    let PartKind::Heading { words, rest, .. } = &part.kind else { return None };
    let is_plain = rest.iter().all(|words| matches!(words, Words::Text { is_bold: false, .. }));
    Some((text_of(words), is_plain.then(|| text_of(rest))))
}

/// Whether a paragraph begins with the name of a task, or nearly so.
fn is_of(part: &Part, name: &str, is_near: bool) -> bool {
    let Some((first, rest)) = said(part) else { return false };
    first.strip_suffix('。').unwrap_or(&first) == name
        || is_near && beginning(&first, &rest.unwrap_or_default(), name).is_some()
}

/// Whether most paragraphs of a run tell of tasks: two at least, more than half, and one of them with a sentence as its
/// name. Headings without a mark of a sentence run on only beside such.
fn tells(run: &[Part], names: &[String], is_of: impl Fn(&Part, &str) -> bool) -> bool {
    let known: Vec<&Part> = run.iter().filter(|part| names.iter().any(|name| is_of(part, name))).collect();
    let is_sentence = |part: &&Part| said(part).is_some_and(|(first, _)| first.ends_with('。'));
    known.len() > 1 && known.len() * 2 > run.len() && known.iter().any(is_sentence)
}

/// The task of each paragraph of a run, each another. Those that are left in one place of body and table, as many in
/// both, are each other's, too: somebody changed the name in one of the two.
fn pairs(run: &[Part], names: &[String], is_of: impl Fn(&Part, &str) -> bool) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = Vec::new();
    for part in run {
        let is_free = |task: &usize| !pairs.contains(&Some(*task)) && is_of(part, &names[*task]);
        let next = pairs.iter().flatten().max().map_or(0, |task| task + 1);
        pairs.push((next..names.len()).find(is_free).or_else(|| (0..next).find(is_free)));
    }
    let mut at = 0;
    while at < pairs.len() {
        let length = pairs[at..].iter().take_while(|task| task.is_none()).count();
        let below = at.checked_sub(1).map_or(Some(0), |above| pairs[above].map(|task| task + 1));
        let above = pairs.get(at + length).map_or(Some(names.len()), |task| *task);
        if let (Some(first), Some(end)) = (below, above)
            && length > 0
            && first + length == end
        {
            (0..length).for_each(|i| pairs[at + i] = Some(first + i));
        }
        at += length.max(1);
    }
    pairs
}

/// Reports paragraphs without a task, and tasks without a paragraph.
fn tell_alone(
    reading: &mut Reading<'_>,
    parts: &[Part],
    start: usize,
    pairs: &[Option<usize>],
    names: &[String],
) {
    for (part, task) in parts[start..].iter().zip(pairs) {
        if let (None, Some((first, _))) = (task, said(part)) {
            reading.say(part.line, |span| fault::not_in_table(span, first.trim_end_matches('。')));
        }
    }
    for (_, name) in names.iter().enumerate().filter(|(task, _)| !pairs.contains(&Some(*task))) {
        reading.say(parts[start].line, |span| fault::not_in_body(span, name));
    }
}

/// 正文标题 and 要求 of each paragraph of a run; `None` where one has no task, the order is another, or a paragraph has no
/// words for 要求.
fn told(parts: &[Part], start: usize, pairs: &[Option<usize>], names: &[String]) -> Option<Vec<Told>> {
    let mut all: Vec<Told> = Vec::new();
    for (part, task) in (start..).zip(pairs) {
        let task = (*task)?;
        let (first, rest) = said(&parts[part])?;
        let rest = rest?;
        let whole = || (!rest.is_empty()).then(|| (Some(first.clone()), rest.clone()));
        let (heading, requirement) = beginning(&first, &rest, &names[task]).or_else(whole)?;
        if all.last().is_some_and(|last| last.task >= task) {
            return None;
        }
        all.push(Told { part, task, heading, requirement });
    }
    Some(all)
}

/// 正文标题 and 要求 of a paragraph that begins with the name of a task, or nearly so; 正文标题 is left out where it is
/// the name and a full stop. A name that differs is the first sentence: a part of it is cut off only behind the last words
/// of the name, where text runs on without a stop.
fn beginning(first: &str, rest: &str, name: &str) -> Option<(Option<String>, String)> {
    let bare = first.strip_suffix('。').unwrap_or(first);
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
