//! The records of a table's file while a paper is imported.

use serde_yaml::{Mapping, Value};

use crate::read::import::record::{put, text};
use crate::text::markdown::escaped;
use crate::text::marker::{Marker, Style};

/// A table's file, read once for all bodies of a paper.
pub struct TaskRecords {
    /// Its records; those of ours are records of records and texts.
    pub records: Value,
    /// The names of its tasks, in order.
    pub names: Vec<String>,
}

impl TaskRecords {
    /// Reads a file that the import has made.
    pub fn new(yaml: &str) -> Self {
        let mut records: Value = serde_yaml::from_str(yaml).unwrap_or_default();
        let names = tasks(&mut records).into_iter().map(|task| name(task)).collect();
        Self { records, names }
    }

    /// Whether a task has 要求 already.
    pub fn has_requirements(&mut self) -> bool {
        tasks(&mut self.records).iter().any(|task| task.contains_key("要求"))
    }

    /// The file as it is now.
    pub fn written(&self) -> String {
        serde_yaml::to_string(&self.records).unwrap_or_default()
    }
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

/// A file whose table has no name in the paper: 印表名 stands below 表名.
pub fn without_name(yaml: &str) -> Option<String> {
    let mut file: Mapping = serde_yaml::from_str(yaml).ok()?;
    let name = file.shift_remove("表名")?;
    let mut with = Mapping::new();
    put(&mut with, "表名", name);
    put(&mut with, "印表名", Value::Bool(false));
    with.extend(file);
    serde_yaml::to_string(&Value::Mapping(with)).ok()
}

/// A file with further 表注: those of lines above the table before its own, those below behind them.
pub fn with_notes(yaml: &str, above: Vec<String>, below: Vec<String>) -> String {
    let Ok(Value::Mapping(mut file)) = serde_yaml::from_str(yaml) else { return yaml.to_owned() };
    let own = file.shift_remove("表注").and_then(|notes| notes.as_sequence().cloned()).unwrap_or_default();
    let texts = |all: Vec<String>| all.into_iter().map(|words| text(&words));
    let all = texts(above).chain(own).chain(texts(below)).collect();
    put(&mut file, "表注", Value::Sequence(all));
    serde_yaml::to_string(&Value::Mapping(file)).unwrap_or_else(|_| yaml.to_owned())
}

/// A group of a file: its name, where a placeholder can say it, and the indices of its tasks.
pub struct Group {
    /// 名称 or 通栏.
    pub name: Option<String>,
    /// Its tasks among all of the file.
    pub tasks: std::ops::Range<usize>,
}

/// The groups of a file that have a name of their own.
pub fn groups(file: &Value) -> Vec<Group> {
    let records = file.get("分组").and_then(Value::as_sequence);
    let mut groups: Vec<Group> = Vec::new();
    for record in records.into_iter().flatten() {
        let given = |key: &str| record.get(key).and_then(Value::as_str);
        let name = given("名称").or_else(|| given("通栏"));
        let name = name.map(|name| name.split_whitespace().collect::<Vec<_>>().join(" "));
        let count = record.get("任务").and_then(Value::as_sequence).map_or(0, Vec::len);
        let first = groups.last().map_or(0, |group| group.tasks.end);
        // Marks of Markdown would not be read as a part of the name; numbers are none behind other words.
        let name = name.filter(|name| !name.is_empty() && is_plain(name));
        groups.push(Group { name, tasks: first..first + count });
    }
    let names: Vec<Option<String>> = groups.iter().map(|group| group.name.clone()).collect();
    for group in &mut groups {
        group.name =
            group.name.take().filter(|own| names.iter().flatten().filter(|name| *name == own).count() == 1);
    }
    groups
}

/// Whether a name stands in a placeholder as it is.
fn is_plain(name: &str) -> bool {
    let line = format!("任务要求 {name}");
    line == escaped(&line) && !name.contains('}')
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
fn name(task: &Mapping) -> String {
    task.get("名称").and_then(Value::as_str).unwrap_or_default().to_owned()
}
