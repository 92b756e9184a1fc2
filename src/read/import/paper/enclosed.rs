//! The attachments behind a paper, each with its label and its own title (GB/T 9704-2012, 7.3.7).

use crate::read::document::{Align, Typeface, Words};
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::{Enclosed, Role};
use crate::read::import::paper::imprint::is_other_copy;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{
    attachment_label, attachment_number, can_be_title, half_width, normal, paper_date,
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
        self.read_issued(&issued, label);
        let indices = self.indices(&labels);
        let count = indices.iter().map(|index| index + 1).max().unwrap_or(0).max(self.facts.names.len());
        if let Some(first) = labels.first().filter(|_| self.facts.names.is_empty() && issued.is_empty()) {
            self.say(*first, fault::list_added);
        }
        for (at, (label, index)) in labels.iter().zip(indices).enumerate() {
            let end = labels.get(at + 1).copied().unwrap_or(self.lines.len());
            let printed = if count > 1 { format!("附件{}", index + 1) } else { "附件".to_owned() };
            let own = label_alone(&self.lines[*label].text);
            let is_of_issued = self.facts.names.get(index).is_none() && !issued.is_empty();
            let renamed = (own != printed).then_some((own.as_str(), printed.as_str()));
            let said = fault::Label { number: index + 1, renamed };
            self.say(*label, |span| {
                if is_of_issued {
                    fault::attachment_of_issued(span, said)
                } else {
                    fault::attachment(span, said)
                }
            });
            self.enclose(*label, end, index);
        }
        // Their files are made in the order of 附件说明.
        self.enclosed.sort_by_key(|enclosed| (enclosed.index, enclosed.is_labelled));
    }

    /// Takes the lines between a label and the next one as an attachment.
    fn enclose(&mut self, label: usize, end: usize, index: usize) {
        let named = self.facts.names.get(index).map(|name| normal(name));
        self.roles[label] = Role::Label;
        let behind = attachment_label(&self.lines[label].text).unwrap_or_default().to_owned();
        let content: Vec<usize> = (label + 1..end).filter(|i| self.is_of_content(*i)).collect();
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
        let lines = content[length..].to_vec();
        self.enclosed.push(Enclosed { index, title, label, is_labelled: true, lines });
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
                let only = (self.facts.names.len() == 1).then_some(1);
                let is_numbered = self.facts.dated.is_some()
                    && next <= self.facts.names.len()
                    && attachment_number(&line.text).or(only) == Some(next)
                    && attachment_label(below).is_none()
                    && can_be_title(name);
                let is_label = is_named
                    || is_numbered
                    || line.look().begins_page
                    || self.has_content_below(i, name, next);
                is_label && name.chars().count() <= 80
            }
        }
    }

    /// Whether a line behind the date, of a paper without 附件说明, is a label with a title: a table or sentences stand
    /// below it. A line with nothing behind it only names an attachment.
    fn has_content_below(&self, i: usize, name: &str, next: usize) -> bool {
        let number = attachment_number(&self.lines[i].text);
        let is_next = number.map_or(next == 1, |number| number == next);
        let is_content =
            |line: &Line| line.table().is_some() || line.is_words() && line.text.trim_end().ends_with('。');
        let mut below = self.lines[i + 1..].iter().zip(&self.roles[i + 1..]);
        let below = below.by_ref().take_while(|(line, _)| attachment_label(&line.text).is_none());
        let mut content = below.filter(|(_, role)| **role == Role::Body).map(|(line, _)| line);
        self.facts.dated.is_some()
            && self.facts.names.is_empty()
            && is_next
            && can_be_title(name)
            && self.lines[i].words().iter().all(|words| matches!(words, Words::Text { .. }))
            && content.any(is_content)
    }
}

/// A label without its title: 附件1 of 附件1：任务清单, as we print labels.
fn label_alone(text: &str) -> String {
    let behind = attachment_label(text).unwrap_or_default();
    let label = text.trim_end().strip_suffix(behind).unwrap_or(text);
    normal(label).trim_end_matches(['：', '.', '、']).chars().map(half_width).collect()
}

/// A name without spaces and the marks of a title around it or within it: 《…》.
pub(super) fn bare(name: &str) -> String {
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
