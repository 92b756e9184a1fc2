//! The attachments behind a paper, each with its label and its own title (GB/T 9704-2012, 7.3.7).

use crate::read::document::{Align, Typeface};
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::{Enclosed, Role};
use crate::read::import::paper::imprint::is_other_copy;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{
    attachment_label, attachment_number, can_be_title, normal, paper_date,
};

/// The most lines of the title of an attachment.
pub(super) const TITLE: usize = 4;

impl Reading<'_> {
    /// Finds the attachments from a line on. Lines before the first of them stay in the body, and are told.
    pub fn read_enclosed(&mut self, begin: usize) {
        let mut labels: Vec<usize> = Vec::new();
        for i in begin..self.lines.len() {
            if self.is_label(i, labels.len() + 1) {
                labels.push(i);
            }
        }
        let label = labels.first().copied().unwrap_or(self.lines.len());
        let issued = self.issued(begin, label);
        let first = issued.first().map_or(label, |(line, _)| *line);
        if self.facts.dated.is_some() {
            for i in begin..first {
                let is_of_table = self.is_of_duties(i) || self.is_name_behind(i);
                if self.roles[i] == Role::Body && !is_other_copy(&self.lines[i].text) && !is_of_table {
                    self.say(i, fault::not_understood);
                }
            }
        }
        let mut next = self.read_issued(&issued, label);
        for (at, label) in labels.iter().enumerate() {
            let end = labels.get(at + 1).copied().unwrap_or(self.lines.len());
            // 附件2 behind nothing is the second one all the same.
            let number = attachment_number(&self.lines[*label].text);
            let number = number.filter(|number| *number > next);
            let index =
                number.filter(|number| *number <= self.facts.names.len()).map_or(next, |number| number - 1);
            next = index + 1;
            let named = self.facts.names.get(index).map(|name| normal(name));
            self.roles[*label] = Role::Label;
            let behind = attachment_label(&self.lines[*label].text).unwrap_or_default().to_owned();
            let content: Vec<usize> = (*label + 1..end).filter(|i| self.is_of_content(*i)).collect();
            let (title, length) = if behind.is_empty() {
                let lines: Vec<&Line> = content.iter().map(|i| &self.lines[*i]).collect();
                let length = title_length(&lines, named.as_deref());
                (lines[..length].iter().map(|line| line.text.clone()).collect(), length)
            } else {
                (vec![behind], 0)
            };
            for i in &content {
                self.roles[*i] = Role::Attachment(index);
            }
            if named.is_none() && !issued.is_empty() {
                self.say(*label, |span| fault::attachment_of_issued(span, index + 1));
            } else {
                self.say(*label, |span| fault::attachment(span, index + 1));
            }
            let lines = content[length..].to_vec();
            self.enclosed.push(Enclosed { index, title, label: *label, is_labelled: true, lines });
        }
    }

    /// Whether a line is a table of duties.
    fn is_of_duties(&self, i: usize) -> bool {
        self.lines.get(i).is_some_and(Line::is_of_duties)
    }

    /// Whether a line behind the date is the name of the table of duties below it, as our own files print tables that are no
    /// attachments.
    pub fn is_name_behind(&self, i: usize) -> bool {
        let is_date = |i: usize| self.roles[i] == Role::Taken && paper_date(&self.lines[i].text).is_some();
        let line = &self.lines[i];
        line.is_words() && can_be_title(&line.text) && self.is_of_duties(i + 1) && (0..i).any(is_date)
    }

    /// Whether a line behind a label is of the attachment; 抄报 and 分送 are of the paper.
    pub(super) fn is_of_content(&self, i: usize) -> bool {
        self.roles[i] == Role::Body && !is_other_copy(&self.lines[i].text)
    }

    /// Whether a line is the label of an attachment: 附件 and a number alone, or with one of the names of 附件说明.
    /// `next` is the number that the next one has.
    fn is_label(&self, i: usize, next: usize) -> bool {
        let line = &self.lines[i];
        if self.roles[i] != Role::Body || !line.is_words() {
            return false;
        }
        match attachment_label(&line.text) {
            None => false,
            Some("") => {
                !line.text.ends_with(['：', ':']) || line.look().begins_page || self.facts.dated.is_some()
            }
            Some(name) => {
                let is_named = self.facts.names.iter().any(|known| bare(known) == bare(name));
                // The next number of 附件说明, behind the date, is a label whatever the name is, but not in a list of names.
                let below = self.lines.get(i + 1).map_or("附件", |line| line.text.as_str());
                let is_numbered = self.facts.dated.is_some()
                    && next <= self.facts.names.len()
                    && attachment_number(&line.text) == Some(next)
                    && attachment_label(below).is_none()
                    && can_be_title(name);
                (is_named || is_numbered || line.look().begins_page) && name.chars().count() <= 80
            }
        }
    }
}

/// A name without spaces and the marks of a title around it or within it: 《…》.
fn bare(name: &str) -> String {
    normal(name).chars().filter(|c| !matches!(c, '《' | '》')).collect()
}

/// The number of lines that are the title: those that together say the name of 附件说明, or lines that look like a
/// title, or one that may be one.
pub(super) fn title_length(lines: &[&Line], name: Option<&str>) -> usize {
    let texts: Vec<String> = lines.iter().take(TITLE).map(|line| normal(&line.text)).collect();
    let named = (1..=texts.len()).find(|length| Some(texts[..*length].concat().as_str()) == name);
    if let Some(named) = named {
        return named;
    }
    let can_be =
        |line: &&&Line| line.is_words() && can_be_title(&line.text) && paper_date(&line.text).is_none();
    let looks = |line: &&&Line| {
        let look = line.look();
        can_be(line)
            && (look.typeface == Typeface::TitleSong
                || look.align == Align::Center && look.half_points > Some(35))
    };
    let alike = lines.iter().take(TITLE).take_while(looks).count();
    let one = lines.iter().take(1).take_while(can_be).count();
    alike.max(one)
}
