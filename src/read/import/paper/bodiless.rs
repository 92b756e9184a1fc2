//! Papers without words below their title: a scanned paper, a title alone.

use crate::read::document::Cell;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::line::Line;

impl Reading<'_> {
    /// Says where the body holds pictures only, or nothing at all. What a paper encloses may stand for its body.
    pub fn tell_no_body(&mut self) {
        let body: Vec<usize> = (0..self.lines.len()).filter(|i| self.roles[*i] == Role::Body).collect();
        let has_more = !self.enclosed.is_empty() || !self.facts.names.is_empty();
        if has_more || body.iter().any(|i| has_words(&self.lines[*i])) {
            return;
        }
        let picture = body.iter().find(|i| self.lines[**i].pictures().next().is_some());
        let title = self.roles.iter().position(|role| *role == Role::Taken);
        match picture {
            Some(picture) => self.say(*picture, fault::pictures_only),
            None => self.say(title.unwrap_or(0), fault::no_body),
        }
    }
}

fn has_words(line: &Line) -> bool {
    let cells = line.table().into_iter().flat_map(|table| &table.cells);
    line.text.contains(char::is_alphanumeric)
        || cells.map(Cell::text).any(|text| text.contains(char::is_alphanumeric))
}
