//! `{{…}}` in a paper: names of its placeholders, alone on their lines.

use crate::read::fault::markup;
use crate::read::lower::Lower;
use crate::source::{Located, offset};
use crate::text::similar::near;

/// The marks around the name of a placeholder.
const BRACES: [char; 2] = ['{', '}'];

impl Lower<'_> {
    /// Reports every `{{…}}` that is not a placeholder of its paper, or not alone on its line. `known` are those that can
    /// be written, `is_known` says whether a line is one.
    pub(super) fn placeholders(
        &self,
        body: &Located<String>,
        known: &[String],
        is_known: impl Fn(&str) -> bool,
    ) {
        for line in body.value.lines().filter(|line| line.contains("{{") && !is_known(line)) {
            let line_at = offset(&body.value, line);
            let mut from = 0;
            while let Some(found) = line[from..].find("{{") {
                let start = from + found;
                let end = line[start..].find("}}").map_or(line.len(), |end| start + end + 2);
                let span = body.span.part(line_at + start, line_at + end);
                let word = &line[start..end];
                let finding =
                    markup::unknown_placeholder(span, word, &known[..known.len().min(markup::SHOWN)]);
                let names = known.iter().map(|known| known.trim_matches(BRACES));
                let near = near(word.trim_matches(BRACES), names).filter(|near| near.is_certain);
                self.report.borrow_mut().push(match near {
                    Some(near) if line.trim() == word => finding.fix(span, format!("{{{{{}}}}}", near.word)),
                    _ => finding,
                });
                from = end.max(start + 2);
            }
        }
    }
}
