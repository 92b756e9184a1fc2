//! Paragraphs of the body that say what the tasks of a table say: （一）名称。要求.
//!
//! They are moved into 要求 of the tasks, and `{{任务要求}}` stands in their place, so that body and table cannot
//! contradict each other: in one sequence, or group by group as the table has them; with the text behind the name, or
//! in paragraphs below it. In doubt the body stays as it is.

mod entry;
mod file;
mod headings;
mod names;
mod telling;
mod untouched;

use serde_yaml::Mapping;

pub use file::{number_measures, with_notes, without_name};

use crate::model::paper::REQUIREMENTS;
use crate::model::table::is_sentence;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::body::Part;
use crate::read::import::paper::signs::normal;
use crate::read::import::paper::tasks::entry::bare;
use crate::read::import::paper::tasks::file::{TaskRecords, tasks};
use crate::read::import::paper::tasks::headings::Headings;
use crate::read::import::paper::tasks::names::beginning;
use crate::read::import::paper::tasks::telling::{Telling, telling};
use crate::read::import::paper::tasks::untouched::tell_untouched;
use crate::read::import::record::{put, text};

/// Parts of a body in whose place a placeholder stands.
pub struct Moved {
    /// The indices of the parts.
    pub parts: std::ops::Range<usize>,
    /// The placeholder.
    pub placeholder: String,
}

/// A paragraph and the task that it tells of.
struct Told {
    /// The line of the paragraph.
    line: usize,
    /// Index of the task.
    task: usize,
    /// The beginning of the paragraph, where it is not the task's name and a full stop.
    heading: Option<String>,
    /// The rest of it.
    requirement: String,
}

/// Moves what the body, or a paper attached to it, says of the tasks of a table into that table; tells where it does so
/// and where it does not. Returns the index of that paper and its parts.
pub fn move_tasks(
    reading: &mut Reading<'_>,
    papers: &[(String, Vec<Part>)],
    tables: &mut [(String, String)],
) -> Option<(usize, Vec<Moved>)> {
    let mut read: Vec<TaskRecords> = tables.iter().map(|(_, yaml)| TaskRecords::new(yaml)).collect();
    // Where no other table has 要求 the placeholder need not say which one it means.
    let is_one_of_several = read.iter_mut().any(TaskRecords::has_requirements);
    for (index, (_, parts)) in papers.iter().enumerate() {
        let headings = Headings::new(parts);
        for ((path, yaml), table) in tables.iter_mut().zip(&mut read) {
            let file = Some(path.as_str()).filter(|_| is_one_of_several);
            let mut is_told = false;
            let moved = move_into(reading, &headings, (file, table), &mut is_told);
            if let Some(moved) = moved {
                *yaml = table.written();
                return Some((index, moved));
            }
            if is_told {
                return None;
            }
        }
    }
    tell_untouched(reading, &read);
    None
}

/// Moves paragraphs out of a body into a table; `file` is the path of the table, where the placeholder has to say
/// it. `is_told` becomes whether paragraphs were found, moved or not.
fn move_into(
    reading: &mut Reading<'_>,
    headings: &Headings,
    (file, table): (Option<&str>, &mut TaskRecords),
    is_told: &mut bool,
) -> Option<Vec<Moved>> {
    let has_requirements = table.has_requirements();
    let telling = telling(headings, table)?;
    *is_told = true;
    for part in &telling {
        tell_alone(reading, part);
    }
    tell_other_groups(reading, &telling, &table.names);
    let told: Option<Vec<Vec<Told>>> = telling.iter().map(told).collect();
    let told = told.filter(|told| !has_requirements && is_printed_so(&telling, told));
    let Some(told) = told else {
        let count = telling.iter().map(|part| part.run.entries.len()).sum();
        let line = telling[0].run.entries[0].line;
        reading.say(line, |span| fault::tasks_stay(span, count));
        return None;
    };
    let mut moved = Vec::new();
    for (Telling { run, group, .. }, told) in telling.iter().zip(&told) {
        for paragraph in told {
            tell_differing(reading, paragraph, &table.names[paragraph.task]);
        }
        let named: Vec<&str> = file.into_iter().chain(group.as_deref()).collect();
        let placeholder = match named.as_slice() {
            [] => REQUIREMENTS.to_owned(),
            named => format!("{{{{任务要求 {}}}}}", named.join(" ")),
        };
        reading.say(run.entries[0].line, |span| fault::tasks_moved(span, told.len(), &placeholder));
        moved.push(Moved { parts: run.parts(), placeholder });
    }
    let mut all = tasks(&mut table.records);
    for paragraph in told.iter().flatten() {
        put_into(&mut all, paragraph);
    }
    Some(moved)
}

/// Whether the texts stand on paper as the placeholder prints them: all behind their headings, or all below them.
fn is_printed_so(telling: &[Telling<'_>], told: &[Vec<Told>]) -> bool {
    let runs_on = |told: &Told| told.heading.as_deref().is_none_or(is_sentence);
    let prints_running = told.iter().flatten().any(runs_on);
    telling.iter().all(|part| part.run.is_own != prints_running)
}

/// Writes a paragraph into its task.
fn put_into(all: &mut [&mut Mapping], told: &Told) {
    let Some(record) = all.get_mut(told.task) else { return };
    let mut with = Mapping::new();
    for (key, value) in std::mem::take(*record) {
        let is_name = key.as_str() == Some("名称");
        with.insert(key, value);
        if is_name {
            if let Some(heading) = &told.heading {
                put(&mut with, "正文标题", text(heading));
            }
            put(&mut with, "要求", text(&told.requirement));
        }
    }
    **record = with;
}

/// Reports a heading that differs from the name of its task.
fn tell_differing(reading: &mut Reading<'_>, told: &Told, name: &str) {
    let words = told.heading.as_deref().map(|words| words.trim_end_matches('。'));
    if let Some(words) = words.filter(|words| normal(words) != normal(name)) {
        reading.say(told.line, |span| fault::task_differs(span, words, name));
    }
}

/// Reports paragraphs without a task, and tasks without a paragraph.
fn tell_alone(reading: &mut Reading<'_>, Telling { run, names, pairs, .. }: &Telling<'_>) {
    for (entry, _) in run.entries.iter().zip(pairs).filter(|(_, task)| task.is_none()) {
        reading.say(entry.line, |span| fault::not_in_table(span, bare(&entry.first)));
    }
    for (_, name) in names.iter().enumerate().filter(|(task, _)| !pairs.contains(&Some(*task))) {
        reading.say(run.entries[0].line, |span| fault::not_in_body(span, name));
    }
}

/// Reports the tasks of groups of which no run tells.
fn tell_other_groups(reading: &mut Reading<'_>, telling: &[Telling<'_>], names: &[String]) {
    let is_of =
        |task: usize| telling.iter().any(|part| (part.first..part.first + part.names.len()).contains(&task));
    for (_, name) in names.iter().enumerate().filter(|(task, _)| !is_of(*task)) {
        reading.say(telling[0].run.entries[0].line, |span| fault::not_in_body(span, name));
    }
}

/// 正文标题 and 要求 of each paragraph of a run; `None` where one has no task, the order is another, or a paragraph has no
/// words for 要求.
fn told(Telling { run, first, names, pairs, .. }: &Telling<'_>) -> Option<Vec<Told>> {
    let mut all: Vec<Told> = Vec::new();
    for (entry, task) in run.entries.iter().zip(pairs) {
        let task = (*task)?;
        let rest = entry.rest.as_deref()?;
        let (heading, running) = if run.is_own {
            (Some(entry.first.clone()), String::new())
        } else if entry.runs_on() {
            ((bare(&entry.first) != names[task]).then(|| entry.first.clone()), String::new())
        } else {
            let whole = || (!rest.is_empty()).then(|| (Some(entry.first.clone()), rest.to_owned()));
            beginning(&entry.first, rest, &names[task]).or_else(whole)?
        };
        let task = first + task;
        if all.last().is_some_and(|last| last.task >= task) {
            return None;
        }
        all.push(Told { line: entry.line, task, heading, requirement: entry.text(&running) });
    }
    Some(all)
}
