//! Paragraphs of the body that say what the tasks of a table say: （一）名称。要求.
//!
//! They are moved into 要求 of the tasks, and `{{任务要求}}` stands in their place, so that body and table cannot
//! contradict each other. In doubt the body stays as it is.

mod file;
mod names;

use std::collections::BTreeSet;

use serde_yaml::{Mapping, Value};

pub use file::{number_measures, with_notes};

use crate::read::document::Words;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::body::{Part, PartKind};
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::line::text_of;
use crate::read::import::paper::signs::normal;
use crate::read::import::paper::tasks::file::{name, task_names, tasks};
use crate::read::import::paper::tasks::names::beginning;
use crate::read::import::record::{put, text};
use crate::text::marker::Marker;

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

/// Whether a paragraph begins with the name of a task, or nearly so.
fn is_of(part: &Part, name: &str, is_near: bool) -> bool {
    let Some((first, rest)) = said(part) else { return false };
    first.strip_suffix('。').unwrap_or(&first) == name
        || is_near && beginning(&first, &rest.unwrap_or_default(), name).is_some()
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
