//! The kinds of findings that are corrected automatically: those that change the form only, and those that change words.

use crate::diagnostic::{Class, Code};

/// Every kind of finding with automatic corrections: its class, and why. Corrections of [`Class::Form`] leave every word and
/// mark that readers see as it is. Nothing of an error is published, so that only its correction lets readers see it.
const CORRECTIONS: &[(&str, Class, &str)] = &[
    ("R001", Class::Form, "an error; other bytes for the same characters"),
    ("R002", Class::Form, "an error; marks and spaces of YAML"),
    ("R004", Class::Form, "an error; the name of a field"),
    ("R006", Class::Form, "an error; true or false"),
    ("R007", Class::Form, "an error; another form of the same day"),
    ("R008", Class::Form, "an error; the second of two equal fields"),
    ("R009", Class::Form, "an error; the name of a file"),
    ("R011", Class::Form, "an error; a placeholder"),
    ("R014", Class::Form, "an error; one of the words that a field takes"),
    ("R018", Class::Words, "removes spaces and lines between words: two offices may become one"),
    ("R070", Class::Form, "an error; a character that nobody sees"),
    ("W014", Class::Words, "removes asterisks that are printed"),
    ("W015", Class::Form, "spaces before a paragraph"),
    ("W016", Class::Form, "spaces before a paragraph"),
    ("W017", Class::Form, "blank lines between paragraphs"),
    ("W018", Class::Words, "removes the number of a heading, or a line of ==="),
    ("W019", Class::Words, "adds asterisks that were not printed"),
    ("W020", Class::Form, "the same numbers, made by headings"),
    ("W060", Class::Words, "may turn the order in which characters are shown"),
    ("N016", Class::Form, "the position of an item that 举措开头 names"),
    ("N017", Class::Form, "adds 举措开头, which nobody sees"),
    ("A003", Class::Form, "an error; levels of rules"),
    ("T002", Class::Words, "the name of an office"),
    ("T003", Class::Words, "the name of an office"),
    ("T010", Class::Words, "the name of an office"),
    ("N001", Class::Words, "the item of a report"),
    ("N004", Class::Words, "the status of a report"),
    ("N007", Class::Words, "the name of an office"),
    ("D006", Class::Words, "a word of 基本信息"),
    ("L011", Class::Words, "索引号 appears on pages"),
    ("L012", Class::Words, "所属领域 and the names of items"),
    ("W002", Class::Words, "the document number"),
    ("W003", Class::Words, "the number of a heading"),
    ("W004", Class::Words, "marks"),
    ("W005", Class::Words, "marks"),
    ("W006", Class::Words, "marks"),
    ("W007", Class::Words, "marks"),
    ("W008", Class::Words, "marks"),
    ("W009", Class::Words, "marks"),
    ("W010", Class::Words, "dates as they are written"),
    ("W011", Class::Words, "the number of a heading"),
    ("W012", Class::Words, "marks"),
    ("W013", Class::Words, "words"),
    ("W021", Class::Words, "removes a line"),
];

/// The class of the corrections of a kind of finding; `None` for a kind without any.
#[must_use]
pub fn class(code: &Code) -> Option<Class> {
    let known = CORRECTIONS.iter().find(|(id, ..)| *id == code.id);
    known.map(|(_, class, _)| *class)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::CORRECTIONS;
    use crate::diagnostic::{Class, Severity};

    #[test]
    fn every_kind_exists_and_stands_once_with_a_reason() {
        let codes = crate::pipeline::codes();
        let ids: BTreeSet<&str> = CORRECTIONS.iter().map(|(id, ..)| *id).collect();
        assert_eq!(ids.len(), CORRECTIONS.len());
        for (id, class, why) in CORRECTIONS {
            let code = codes.iter().find(|code| code.id == *id).unwrap();
            let is_error = code.severity == Severity::Error;
            assert!(!why.is_empty(), "{id}");
            assert_eq!(*class == Class::Form && is_error, why.starts_with("an error; "), "{id}");
        }
    }
}
