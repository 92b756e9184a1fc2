//! Headings that have the names of tasks and stay where they are.

use std::collections::{BTreeMap, BTreeSet};

use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::signs::normal;
use crate::read::import::paper::tasks::file::TaskRecords;
use crate::read::import::paper::tasks::names::is_near_to;
use crate::text::marker::Marker;

/// The most pairs of names that are compared for one paper where they differ.
const MOST_COMPARED: usize = 20_000;

/// The most headings between those with names of tasks and others that nearly have one.
const BESIDE: usize = 3;

/// Reports headings of the paper, or of a paper attached to it, that have the names of tasks of tables, or nearly so,
/// and stay where they are because they do not stand as `{{任务要求}}` would print them: in other groups than those of
/// the table, with other numbers, or with lists in their text.
pub fn tell_untouched(reading: &mut Reading<'_>, tables: &[TaskRecords]) {
    let (headings, by_name) = numbered(reading);
    let mut left = MOST_COMPARED;
    for TaskRecords { names: all, .. } in tables {
        let names: BTreeMap<String, &String> = all.iter().map(|name| (normal(name), name)).collect();
        let known: BTreeSet<usize> = names.keys().filter_map(|name| by_name.get(name).copied()).collect();
        let (Some(first), Some(last)) = (known.first().copied(), known.last().copied()) else { continue };
        if known.len() < 2 || known.len() * 2 <= all.len() {
            continue;
        }
        reading.say(headings[first].0, |span| fault::tasks_untouched(span, known.len()));
        // The others stand among these or beside them; headings of groups may stand between.
        let around = first.saturating_sub(BESIDE)..(last + 1 + BESIDE).min(headings.len());
        let others: Vec<usize> = around.filter(|at| !known.contains(at)).collect();
        for (_, name) in names.iter().filter(|(name, _)| !by_name.contains_key(*name)) {
            let Some(less) = left.checked_sub(others.len()) else { return };
            left = less;
            if let Some(at) = others.iter().find(|at| is_near_to(&headings[**at].1, name)) {
                let (line, own) = &headings[*at];
                reading.say(*line, |span| fault::untouched_task_differs(span, own, name));
            }
        }
    }
}

/// The lines that begin with a number and their first words, and the first of them with each name.
fn numbered(reading: &Reading<'_>) -> (Vec<(usize, String)>, BTreeMap<String, usize>) {
    let (mut headings, mut by_name) = (Vec::new(), BTreeMap::new());
    for (i, line) in reading.lines.iter().enumerate() {
        let is_read = matches!(reading.roles[i], Role::Body | Role::Attachment(_)) && line.is_words();
        let Some(marker) = Marker::at_start(&line.text).filter(|_| is_read) else { continue };
        let own = line.text[marker.length..].trim();
        let end = own.find(['。', '：', ':']).unwrap_or(own.len());
        by_name.entry(normal(&own[..end])).or_insert(headings.len());
        headings.push((i, own[..end].to_owned()));
    }
    (headings, by_name)
}
