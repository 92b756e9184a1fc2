//! The records of a table's file while a paper is imported.

use serde_yaml::{Mapping, Value};

use crate::read::import::record::{put, text};
use crate::text::marker::{Marker, Style};

/// The names of the tasks of a file, in order.
pub fn task_names(yaml: &str) -> Vec<String> {
    let mut file: Value = serde_yaml::from_str(yaml).unwrap_or_default();
    tasks(&mut file).into_iter().map(|task| name(task)).collect()
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
pub fn tasks(file: &mut Value) -> Vec<&mut Mapping> {
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

/// 名称 of a task.
pub fn name(task: &Mapping) -> String {
    task.get("名称").and_then(Value::as_str).unwrap_or_default().to_owned()
}
