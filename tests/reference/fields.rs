//! The chapter of fields, from the schemas of the files that people write.

use std::collections::BTreeSet;

use gongkai::read::KINDS;
use gongkai::text::message::{Lang, Words};
use serde_json::Value;

use super::english::FIELDS;
use super::findings::prose;

const COLUMNS: Words = Words::new("| 项目 | 必填 | 填什么 |", "| field | needed | what to write |");

/// Every kind of file with a table of its fields, and one for each kind of record in it.
pub fn chapter(lang: Lang) -> String {
    let (mut parts, mut explained) = (Vec::new(), BTreeSet::new());
    for kind in KINDS {
        let schema = (kind.schema)().to_value();
        let (place, about) = (kind.place.get(lang), kind.about.get(lang));
        parts.push(format!("### {}", place.replacen("the head", "The head", 1)));
        parts.push(match lang {
            Lang::Zh => prose(schema["description"].as_str().unwrap()),
            Lang::En => about[..1].to_uppercase() + &about[1..] + ".",
        });
        let mut known = BTreeSet::new();
        let mut waiting = vec![(kind.name.to_owned(), None, schema.clone())];
        while !waiting.is_empty() {
            let (path, title, record) = waiting.remove(0);
            parts.extend(title.map(|title: String| {
                format!("**{title}**{}{}", lang.pick("：", ": "), about_record(&path, &record, lang))
            }));
            parts.push(table(&path, &record, lang));
            for (key, field) in record["properties"].as_object().unwrap() {
                explained.insert(format!("{path}/{key}"));
                for name in records(field, &schema) {
                    if known.insert(name.clone()) {
                        let path = format!("{path}/{key}");
                        explained.insert(format!("{path}/"));
                        let title = path.split('/').skip(1).collect::<Vec<_>>().join(" › ");
                        waiting.push((path, Some(title), schema["$defs"][&name].clone()));
                    }
                }
            }
        }
    }
    let written: BTreeSet<String> = FIELDS.iter().map(|(path, _)| (*path).to_owned()).collect();
    let lost: Vec<&String> = written.difference(&explained).collect();
    assert!(
        lost.is_empty() && written.len() == FIELDS.len(),
        "English for fields that are not there: {lost:?}"
    );
    parts.join("\n\n")
}

/// English for a path in a file.
fn english(path: &str) -> String {
    let known = FIELDS.iter().find(|(known, _)| *known == path);
    known.unwrap_or_else(|| panic!("no English for {path:?}")).1.to_owned()
}

fn about_record(path: &str, record: &Value, lang: Lang) -> String {
    match lang {
        Lang::Zh => prose(record["description"].as_str().unwrap()),
        Lang::En => english(&format!("{path}/")),
    }
}

/// The fields of a record, a row for each.
fn table(path: &str, record: &Value, lang: Lang) -> String {
    let named =
        |list: &Value, key: &str| list.as_array().is_some_and(|list| list.iter().any(|name| name == key));
    let rows = record["properties"].as_object().unwrap().iter().map(|(key, field)| {
        let choices = record["oneOf"].as_array();
        let needed = if named(&record["required"], key) {
            lang.pick("是", "yes")
        } else if choices.is_some_and(|choices| choices.iter().any(|choice| named(&choice["required"], key)))
        {
            lang.pick("选一", "one of")
        } else {
            ""
        };
        let words = match lang {
            Lang::Zh => prose(&field["description"].as_str().unwrap().replace('\n', "")),
            Lang::En => english(&format!("{path}/{key}")),
        };
        let quoted: Vec<String> = allowed(field).iter().map(|word| format!("`{word}`")).collect();
        let only = match (lang, quoted.join(lang.pick("、", ", "))) {
            (_, words) if words.is_empty() => words,
            (Lang::Zh, words) => format!("可用的词：{words}。"),
            (Lang::En, words) => format!(" Words: {words}."),
        };
        format!("| `{key}` | {needed} | {} |", (words + &only).replace('|', "\\|"))
    });
    let rows: Vec<String> = rows.collect();
    format!("{}\n|---|---|---|\n{}", COLUMNS.get(lang), rows.join("\n"))
}

/// The only words that a field takes; none if it takes any.
fn allowed(field: &Value) -> Vec<String> {
    match field {
        Value::Object(parts) => {
            let here = parts.get("enum").and_then(Value::as_array).into_iter().flatten();
            let mut words: Vec<String> =
                here.map(|word| word.as_str().map_or_else(|| word.to_string(), str::to_owned)).collect();
            for (name, part) in parts {
                if ["anyOf", "items", "additionalProperties"].contains(&name.as_str()) {
                    words.extend(allowed(part));
                }
            }
            let mut known = BTreeSet::new();
            words.retain(|word| known.insert(word.clone()));
            words
        }
        Value::Array(choices) => {
            let mut words: Vec<String> = choices.iter().flat_map(allowed).collect();
            let mut known = BTreeSet::new();
            words.retain(|word| known.insert(word.clone()));
            words
        }
        _ => Vec::new(),
    }
}

/// The names of the records that a field can hold, through lists and choices.
fn records(field: &Value, schema: &Value) -> Vec<String> {
    match field {
        Value::Object(parts) => {
            let mut names = Vec::new();
            if let Some(name) = parts.get("$ref").and_then(Value::as_str) {
                let name = name.trim_start_matches("#/$defs/");
                let record = &schema["$defs"][name];
                if record["properties"].is_object() {
                    return vec![name.to_owned()];
                }
                names.extend(records(record, schema));
            }
            names.extend(
                parts.values().filter(|part| !part.is_string()).flat_map(|part| records(part, schema)),
            );
            names
        }
        Value::Array(choices) => choices.iter().flat_map(|choice| records(choice, schema)).collect(),
        _ => Vec::new(),
    }
}
