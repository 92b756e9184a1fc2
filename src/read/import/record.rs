//! Records of YAML under construction.

use serde_yaml::{Mapping, Value};

/// Adds fields to a record.
pub fn put_all(record: &mut Mapping, values: Vec<(String, Value)>) {
    for (key, value) in values {
        put(record, &key, value);
    }
}

/// Adds a field to a record.
pub fn put(record: &mut Mapping, key: &str, value: Value) {
    record.insert(text(key), value);
}

/// A text as a value.
pub fn text(words: &str) -> Value {
    Value::String(words.to_owned())
}
