//! Names of bodies at the beginning of a title, and in lines of their own.

use crate::text::han::{closes, opens};

/// Verbs with which the matter of a title begins.
const MATTERS: [&str; 4] = ["关于", "转发", "批转", "印发"];

/// Last characters of the names of bodies: 局、委员会、办公室、人民政府 …
const BODIES: &str = "局委办室厅部院处科股所站心会团社队署司组校学行道乡镇党府联";

/// The body at the beginning of a title, `某县人民政府办公室` of `某县人民政府办公室关于印发……的通知`.
#[must_use]
pub fn issuing_body(title: &str) -> Option<&str> {
    let end = MATTERS.iter().filter_map(|matter| title.find(matter)).min()?;
    let body = &title[..end];
    is_body(body.trim()).then_some(body)
}

/// Whether a text is the name of a body, or several.
#[must_use]
pub fn is_body(text: &str) -> bool {
    text.chars().count() > 1
        && text.ends_with(|c| BODIES.contains(c))
        && !text.contains(|c: char| c.is_ascii_digit() || opens(c) || closes(c) || "的，；：".contains(c))
}

/// The names of several bodies that stand on one line with spaces between them.
#[must_use]
pub fn joint_bodies(text: &str) -> Option<Vec<&str>> {
    let bodies: Vec<&str> = text.split_whitespace().collect();
    let is_name = |body: &&str| is_body(body) && body.chars().count() > 3;
    (bodies.len() > 1 && bodies.iter().all(is_name)).then_some(bodies)
}

/// Whether a line of a title follows its beginning without a space: not between two words in letters, nor two bodies.
#[must_use]
pub fn is_joined_to(title: &str, line: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let letters = is_letter(title.chars().next_back()) && is_letter(line.chars().next());
    let last_body = title.rsplit(' ').next().unwrap_or(title);
    title.is_empty() || !(letters || is_body(last_body) && (is_body(line) || issuing_body(line).is_some()))
}
