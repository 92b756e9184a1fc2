//! Papers from outside, as they are read: Word documents, saved pages, texts.

use std::fs;

use gongkai::read::document::{Limits, read};

use crate::support::paper::dump;
use crate::support::{kept, repository};

fn bytes(name: &str) -> Vec<u8> {
    fs::read(repository().join("tests/papers").join(name)).unwrap()
}

fn read_as_text(name: &str, bytes: &[u8]) -> String {
    match read(name, bytes, Limits::default()) {
        Ok(document) => dump(&document),
        Err(fault) => format!("{}\n{}\n", fault.message().zh, fault.help().zh),
    }
}

/// Numbers of four kinds, changes, hidden words, a field, a text box, a note, two sections, merged cells.
#[test]
fn hard_cases_of_word() {
    for name in ["word-hard-cases", "word-paper-typed-numbers", "word-landscape-attachment"] {
        kept(&format!("tests/papers/{name}.txt"), &read_as_text(name, &bytes(&format!("{name}.docx"))));
    }
}
