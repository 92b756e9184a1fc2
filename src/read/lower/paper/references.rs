//! Character references in Markdown for characters that no output can hold.

use std::collections::BTreeSet;
use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::read::lower::paper::words::events;
use crate::text::character::is_barred;

/// Character references of a Markdown text that stand for characters no output can hold, such as `&#11;`.
pub fn barred(text: &str) -> Vec<(Range<usize>, char)> {
    let references = text.match_indices("&#").filter_map(|(at, _)| {
        let rest = text[at + 2..].get(..9).unwrap_or(&text[at + 2..]);
        let (number, _) = rest.split_once(';')?;
        let code = match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok()?,
            None => number.parse().ok()?,
        };
        let c = char::from_u32(code).filter(|c| *c != '\0' && is_barred(*c))?;
        Some((at..at + 2 + number.len() + 1, c))
    });
    let mut references: Vec<_> = references.collect();
    if !references.is_empty() {
        let literal: BTreeSet<usize> = literal(text, references.iter().map(|(range, _)| range.start));
        references.retain(|(range, _)| !literal.contains(&range.start));
    }
    references
}

/// Those of some places of a Markdown text that stand in code, in HTML or behind a backslash, where a reference is none.
fn literal(text: &str, places: impl Iterator<Item = usize>) -> BTreeSet<usize> {
    let places: BTreeSet<usize> = places.collect();
    let mut literal = BTreeSet::new();
    let mut code = false;
    for (event, range) in events(text) {
        match event {
            Event::Start(Tag::CodeBlock(_)) => code = true,
            Event::End(TagEnd::CodeBlock) => code = false,
            Event::Code(_) | Event::Html(_) | Event::InlineHtml(_) => literal.extend(places.range(range)),
            Event::Text(_) if code => literal.extend(places.range(range)),
            // Behind a backslash a text begins with the mark itself.
            Event::Text(words) if words.starts_with("&#") => literal.extend(places.get(&range.start)),
            _ => {}
        }
    }
    literal
}

#[cfg(test)]
mod tests {
    use super::barred;

    #[test]
    fn references_to_what_no_output_can_hold() {
        let found = |text: &str| -> Vec<String> {
            barred(text).into_iter().map(|(range, _)| text[range].to_owned()).collect()
        };
        let text = "甲&#11;乙&#xFFFE;&#x1b;[丙](<d&#12;> \"e&#127;\") &#39;&#x;&#;&#99999999;&#65;&#0;";
        assert_eq!(found(text), ["&#11;", "&#xFFFE;", "&#x1b;", "&#12;", "&#127;"]);
        assert_eq!(found("`&#11;` \\&#11; <b a=\"&#11;\">\n\n    &#11;\n\n```\n&#11;\n```\n"), [""; 0]);
        assert_eq!(found("\\\\&#11;"), ["&#11;"]);
    }
}
