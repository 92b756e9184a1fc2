//! The text that a paper issues (印发……的通知): it follows behind the signature with its own title and without 附件.

use crate::read::document::{Align, Typeface};
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::enclosed::TITLE;
use crate::read::import::paper::facts::{Enclosed, Role};
use crate::read::import::paper::signs::{can_be_title, ends_title, normal};

/// The shortest name of a text that is known by 《》 alone, in characters.
const SHORTEST: usize = 4;

/// The most names that are looked for: each is compared with each line.
const MOST: usize = 50;

impl Reading<'_> {
    /// The first line of each issued text between two lines, and the length of its title.
    pub(super) fn issued(&self, begin: usize, end: usize) -> Vec<(usize, usize)> {
        if self.facts.dated.is_none() || self.facts.title.is_empty() {
            return Vec::new();
        }
        let names = self.issued_names(begin);
        let (mut found, mut at) = (Vec::new(), begin);
        while at < end {
            let length = self.named_length(at, end, &names).or_else(|| self.looking_length(at, end));
            // A table alone below its name is one of the body's tables, which have no label either.
            let is_text = |length: &usize| {
                let next = self.lines[at + length..end].first();
                next.is_some_and(|next| !next.is_of_duties() || self.listed(at, *length).is_some())
            };
            match length.filter(is_text) {
                Some(length) => {
                    found.push((at, length));
                    at += length;
                }
                None => at += 1,
            }
        }
        if found.is_empty() && self.facts.names.len() == 1 && end == self.lines.len() {
            // The only attachment is a table that stands right behind the date without label and title.
            let first = (begin..end).find(|i| self.roles[*i] == Role::Body);
            found.extend(first.filter(|i| self.lines[*i].table().is_some()).map(|i| (i, 0)));
        }
        found
    }

    /// The index in 附件说明 of a title without its label.
    fn listed(&self, first: usize, length: usize) -> Option<usize> {
        let title: String = self.lines[first..first + length].iter().map(|line| normal(&line.text)).collect();
        let is_same = |name: &String| length == 0 || normal(name) == title;
        self.facts.names.iter().position(is_same)
    }

    /// Takes the issued texts before a line.
    pub(super) fn read_issued(&mut self, issued: &[(usize, usize)], end: usize) {
        let mut next = 0;
        for (at, (first, length)) in issued.iter().enumerate() {
            let behind = issued.get(at + 1).map_or(end, |(line, _)| *line);
            let title: Vec<String> =
                self.lines[*first..first + length].iter().map(|line| line.text.clone()).collect();
            // One of 附件说明 whose label is missing.
            let listed = self.listed(*first, *length);
            let is_labelled = listed.is_some_and(|listed| listed >= next);
            let index = listed.filter(|_| is_labelled).unwrap_or(next);
            let lines: Vec<usize> = (first + length..behind).filter(|i| self.is_of_content(*i)).collect();
            self.roles[*first..first + length].fill(Role::Taken);
            for i in &lines {
                self.roles[*i] = Role::Attachment(index);
            }
            if is_labelled {
                next = index + 1;
                let label = fault::Label { number: index + 1, renamed: None };
                self.say(*first, |span| fault::attachment(span, label));
            } else {
                self.say(*first, fault::issued);
            }
            self.enclosed.push(Enclosed { index, title, label: *first, is_labelled, lines });
        }
    }

    /// The names of texts that the paper issues: those in 《》 in its title and text, that between 印发 and 的通知, and
    /// those of 附件说明.
    fn issued_names(&self, end: usize) -> Vec<String> {
        let title = self.facts.title.concat();
        let is_read = |i: &usize| matches!(self.roles[*i], Role::Body) && self.lines[*i].is_words();
        let texts = (0..end.min(self.lines.len())).filter(is_read).map(|i| self.lines[i].text.as_str());
        let mut names: Vec<String> = Vec::new();
        for text in std::iter::once(title.as_str()).chain(texts) {
            for (at, open) in text.match_indices('《') {
                let inner = &text[at + open.len()..];
                names.extend(inner.find('》').map(|end| normal(&inner[..end])));
            }
        }
        let matter = ["印发", "转发", "发布", "公布"].iter().find_map(|verb| title.split_once(verb));
        let matter = matter.and_then(|(_, rest)| rest.strip_suffix("的通知"));
        names.extend(matter.map(normal));
        names.retain(|name| name.chars().count() >= SHORTEST);
        names.truncate(MOST);
        names.extend(self.facts.names.iter().take(MOST).map(|name| normal(name)));
        names
    }

    /// The length of a title at a line that is the name of an issued text; its body may stand before the name.
    fn named_length(&self, at: usize, end: usize, names: &[String]) -> Option<usize> {
        let mut title = String::new();
        for length in 1..=TITLE.min(end - at) {
            let line = &self.lines[at + length - 1];
            if self.roles[at + length - 1] != Role::Body || !can_be_title(&line.text) || !line.is_words() {
                return None;
            }
            title.push_str(&normal(&line.text));
            if names.iter().any(|name| title.ends_with(name) && (title == *name || ends_title(&title))) {
                return Some(length);
            }
        }
        None
    }

    /// The length of a title at a line that looks like one at the beginning of a page.
    fn looking_length(&self, at: usize, end: usize) -> Option<usize> {
        const LARGE: u16 = 36;
        let looks = |i: &usize| {
            let (line, look) = (&self.lines[*i], self.lines[*i].look());
            self.roles[*i] == Role::Body
                && (look.typeface == Typeface::TitleSong
                    || look.align == Align::Center && look.half_points >= Some(LARGE))
                && can_be_title(&line.text)
        };
        let length = (at..end).take(TITLE).take_while(looks).count();
        let begins_page = self.lines[at].look().begins_page;
        let ends = length > 0 && ends_title(&self.lines[at + length - 1].text);
        (begins_page && ends).then_some(length)
    }
}
