//! The headings of a body that tell of the tasks of a table, and the task of each.

use crate::read::import::paper::tasks::entry::{Entry, bare};
use crate::read::import::paper::tasks::file::{TaskRecords, groups};
use crate::read::import::paper::tasks::headings::{Headings, Run};
use crate::read::import::paper::tasks::names::is_of;

/// A run that tells of tasks.
pub struct Telling<'h> {
    /// The run.
    pub run: &'h Run,
    /// The name of the group of its tasks, where it stands for one.
    pub group: Option<String>,
    /// The first of its tasks.
    pub first: usize,
    /// The names of its tasks.
    pub names: &'h [String],
    /// The task of each paragraph.
    pub pairs: Vec<Option<usize>>,
}

/// The runs that tell of the tasks of a table: one of them all, or one of each group. None where several runs tell of
/// tasks that are not in groups of their own, or where a task that is left has a heading elsewhere.
pub fn telling<'h>(headings: &'h Headings, table: &'h TaskRecords) -> Option<Vec<Telling<'h>>> {
    let names = table.names.as_slice();
    let entries: usize = headings.runs.iter().map(|run| run.entries.len()).sum();
    let is_near = headings.may_compare(entries * names.len());
    let is_telling: Vec<bool> = headings.runs.iter().map(|run| tells(run, names, is_near)).collect();
    if !is_telling.contains(&true) {
        return None;
    }
    // A group may have one task.
    let is_one = |run: &Run| match run.entries.as_slice() {
        [entry] => names.iter().any(|name| bare(&entry.first) == name),
        _ => false,
    };
    let runs = headings.runs.iter().zip(is_telling).filter(|(run, is_telling)| *is_telling || is_one(run));
    let runs: Vec<&Run> = runs.map(|(run, _)| run).collect();
    let all = match runs.as_slice() {
        [run] => {
            let pairs = paired(run, names, is_near);
            vec![Telling { run, group: None, first: 0, names, pairs }]
        }
        _ => grouped(&runs, table, is_near)?,
    };
    let paired: Vec<usize> =
        all.iter().flat_map(|part| part.pairs.iter().flatten().map(|task| part.first + task)).collect();
    let open = names.iter().enumerate().filter(|(task, _)| !paired.contains(task));
    let open: Vec<&String> = open.map(|(_, name)| name).collect();
    (!headings.has_elsewhere(&open, &runs)).then_some(all)
}

/// The group of each run: the one of whose tasks it tells most, each another, in the order of the table.
fn grouped<'h>(runs: &[&'h Run], table: &'h TaskRecords, is_near: bool) -> Option<Vec<Telling<'h>>> {
    let groups = groups(&table.records);
    let names = table.names.as_slice();
    let mut next = 0;
    let mut all = Vec::new();
    for run in runs {
        let count = |names: &[String]| {
            let is_known = |entry: &&Entry| names.iter().any(|name| is_of(entry, run.is_own, name, is_near));
            run.entries.iter().filter(is_known).count()
        };
        let counts = groups
            .iter()
            .enumerate()
            .map(|(at, group)| (count(names.get(group.tasks.clone()).unwrap_or_default()), at));
        // Of several with as many the first.
        let (_, at) = counts
            .max_by_key(|(count, at)| (*count, std::cmp::Reverse(*at)))
            .filter(|(count, at)| *count > 0 && *at >= next)?;
        next = at + 1;
        let group = &groups[at];
        let names = &names[group.tasks.clone()];
        let pairs = paired(run, names, is_near);
        all.push(Telling { run, group: Some(group.name.clone()?), first: group.tasks.start, names, pairs });
    }
    Some(all)
}

/// Whether most paragraphs of a run tell of tasks: two at least, more than half, and, where the text runs on, one of
/// them with a sentence as its name. Headings without a mark of a sentence run on only beside such.
fn tells(run: &Run, names: &[String], is_near: bool) -> bool {
    let is_known = |entry: &&Entry| names.iter().any(|name| is_of(entry, run.is_own, name, is_near));
    let known: Vec<&Entry> = run.entries.iter().filter(is_known).collect();
    let has_sentence = run.is_own || known.iter().any(|entry| entry.first.ends_with('。'));
    known.len() > 1 && known.len() * 2 > run.entries.len() && has_sentence
}

/// The task of each paragraph of a run, each another. Those that are left in one place of body and table, as many in
/// both, are each other's, too: somebody changed the name in one of the two.
fn paired(run: &Run, names: &[String], is_near: bool) -> Vec<Option<usize>> {
    let mut pairs: Vec<Option<usize>> = Vec::new();
    for entry in &run.entries {
        let is_free =
            |task: &usize| !pairs.contains(&Some(*task)) && is_of(entry, run.is_own, &names[*task], is_near);
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
