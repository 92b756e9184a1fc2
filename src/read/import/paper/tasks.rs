//! Paragraphs of the body that say what the tasks of a table say: （一）名称。要求.
//!
//! They are moved into 要求 of the tasks, and `{{任务要求}}` stands in their place, so that body and table cannot
//! contradict each other. In doubt the body stays as it is.

use serde_yaml::{Mapping, Value};

use crate::read::document::Words;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::body::{Part, PartKind};
use crate::read::import::paper::line::text_of;
use crate::read::import::paper::signs::normal;
use crate::read::import::record::{put, text};
use crate::text::marker::{Marker, Style};

/// The longest name, in characters, that is compared with texts that differ from it: comparing takes quadratic time.
const LONGEST: usize = 100;

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

/// Moves such paragraphs out of a body into a table. Returns the parts, of which the moved ones are one, and its index.
pub fn move_tasks(
    reading: &mut Reading<'_>,
    parts: &[Part],
    yaml: &mut String,
) -> Option<std::ops::Range<usize>> {
    // A file of ours is a record of records and texts.
    let mut file: Value = serde_yaml::from_str(yaml).ok()?;
    let names: Vec<String> = tasks(&mut file).into_iter().map(|task| name(task)).collect();
    let has_requirements = tasks(&mut file).iter().any(|task| task.contains_key("要求"));
    let told =
        runs(parts).into_iter().find_map(|run| tell(parts, run, &names)).filter(|_| !has_requirements)?;
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

/// The tasks of which the paragraphs of a run tell: each of another, in the order of the table.
fn tell(parts: &[Part], run: std::ops::Range<usize>, names: &[String]) -> Option<Vec<Told>> {
    let mut told: Vec<Told> = Vec::new();
    for part in run {
        let PartKind::Heading { words, rest, .. } = &parts[part].kind else { return None };
        if rest.iter().any(|words| !matches!(words, Words::Text { is_bold: false, .. })) {
            return None;
        }
        let (first, rest) = (text_of(words), text_of(rest));
        let from = told.last().map_or(0, |told| told.task + 1);
        let (task, heading, requirement) = (from..names.len())
            .find_map(|task| beginning(&first, &rest, &names[task]).map(|(h, r)| (task, h, r)))?;
        told.push(Told { part, task, heading, requirement });
    }
    // A heading without a mark of a sentence runs on only beside others that have one.
    let is_sentence = |told: &Told| told.heading.as_ref().is_none_or(|heading| heading.ends_with('。'));
    (told.len() > 1 && told.iter().any(is_sentence)).then_some(told)
}

/// 正文标题 and 要求 of a paragraph that begins with the name of a task, or nearly so; 正文标题 is left out where it is
/// the name and a full stop.
fn beginning(first: &str, rest: &str, name: &str) -> Option<(Option<String>, String)> {
    let bare = first.strip_suffix('。').unwrap_or(first);
    if bare == name && bare.len() < first.len() && !rest.is_empty() {
        return Some((None, rest.to_owned()));
    }
    let (end, distance) = nearest_beginning(bare, name)?;
    // A quarter of the name may differ: 应急处置组织体系 for 应急组织体系.
    if distance * 4 > name.chars().count() {
        return None;
    }
    if end == bare.len() {
        return (!rest.is_empty()).then(|| (Some(first.to_owned()), rest.to_owned()));
    }
    Some((Some(first[..end].to_owned()), format!("{}{rest}", &first[end..])))
}

/// The beginning of a text that differs least from a name, by the number of characters that were added, left out or
/// changed: its length in bytes, and that number.
fn nearest_beginning(text: &str, name: &str) -> Option<(usize, usize)> {
    let name: Vec<char> = name.chars().take(LONGEST + 1).collect();
    if name.len() > LONGEST {
        return None;
    }
    let most = name.len() + name.len() / 2 + 1;
    let mut row: Vec<usize> = (0..=name.len()).collect();
    let mut best: Option<(usize, usize)> = None;
    for (count, (at, c)) in text.char_indices().take(most).enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], count + 1);
        for (i, known) in name.iter().enumerate() {
            let changed = diagonal + usize::from(normal_char(*known) != normal_char(c));
            diagonal = row[i + 1];
            row[i + 1] = changed.min(row[i] + 1).min(row[i + 1] + 1);
        }
        let distance = row[name.len()];
        if best.is_none_or(|(_, known)| distance < known) {
            best = Some((at + c.len_utf8(), distance));
        }
    }
    best.filter(|_| !name.is_empty())
}

fn normal_char(c: char) -> char {
    match c {
        '(' => '（',
        ')' => '）',
        ',' => '，',
        c => c,
    }
}
