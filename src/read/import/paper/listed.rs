//! 附件说明 (GB/T 9704-2012, 7.3.4): the names of the attachments, above the signature or, on pages, behind the date.

use crate::read::document::Words;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{
    attachment_label, attachment_number, can_be_title, ends_title, ends_within, half_width, is_digit,
    is_of_page, normal,
};
use crate::read::import::paper::unnumbered::is_another_name;
use crate::text::space::behind_word;
use crate::text::title::is_body;

/// The most names behind the date that have labels of their own.
const MOST: usize = 50;

impl Reading<'_> {
    /// 附件说明 that a page writes behind the date: numbered, or one name with nothing behind it but the attachment of that
    /// name, before the last line. Returns the line behind it.
    pub(super) fn read_names_behind(&mut self, begin: usize, last: usize) -> Option<usize> {
        const NEAR: usize = 6;
        let near = begin..last.min(begin + NEAR);
        let name = |i: usize, expected: usize| {
            let line = &self.lines[i];
            let words =
                attachment_label(&line.text).filter(|_| expected == 1 && line.text.contains(['：', ':']));
            let is_plain = line.words().iter().all(|words| matches!(words, Words::Text { .. }));
            is_plain && numbered(words.unwrap_or(&line.text), expected).is_some()
        };
        if !self.facts.names.is_empty() {
            return None;
        }
        let begins = |i: usize| attachment_label(&self.lines[i].text).is_some() && name(i, 1);
        let is_start = |i: usize| begins(i) || self.is_only_name(i) || self.opens_names(i);
        let start = near.into_iter().find(|i| is_start(*i) || self.is_announced(*i, 1))?;
        if !is_start(start) {
            let is_next = |i: usize| self.is_announced(i, i - start + 1);
            let end = (start..self.lines.len()).find(|i| !is_next(*i)).unwrap_or(self.lines.len());
            return self.read_names(start, end);
        }
        let first = usize::from(!self.opens_names(start));
        let is_next = |i: usize| i == start || name(i, i - start + first);
        let end = (start..self.lines.len()).find(|i| !is_next(*i)).unwrap_or(self.lines.len());
        self.read_names(start, end)
    }

    /// Whether a line is 附件： alone, with the first name numbered below it.
    fn opens_names(&self, i: usize) -> bool {
        let text = self.lines[i].text.trim();
        let below = self.lines.get(i + 1).filter(|_| text.ends_with(['：', ':']));
        attachment_label(text) == Some("") && below.is_some_and(|line| numbered(&line.text, 1).is_some())
    }

    /// Whether a line behind the date is 附件： and one name without a number: nothing follows, or the name once more,
    /// above the attachment. Before other words it may be a label with a title.
    fn is_only_name(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let Some(name) = attachment_label(&line.text).filter(|name| can_be_title(name)) else { return false };
        let is_plain = line.words().iter().all(|words| matches!(words, Words::Text { .. }));
        let mut behind = (i + 1..self.lines.len()).filter(|i| self.roles[*i] == Role::Body);
        let below = behind.find(|i| !is_of_page(&self.lines[*i].text));
        let is_alone = below.is_none_or(|i| normal(&self.lines[i].text) == normal(name));
        is_plain && is_alone && line.text.contains(['：', ':']) && !has_number(&line.text)
    }

    /// Whether a line is a label with a name of an attachment that stands below with a label and the name as its title:
    /// 附件1：材料清单.
    fn is_announced(&self, i: usize, expected: usize) -> bool {
        let line = &self.lines[i];
        let Some(name) = attachment_label(&line.text).filter(|name| !name.is_empty()) else { return false };
        let is_plain = line.words().iter().all(|words| matches!(words, Words::Text { .. }));
        let is_next = attachment_number(&line.text).unwrap_or(1) == expected;
        let is_title = |pair: &[Line]| {
            attachment_label(&pair[0].text) == Some("") && normal(&pair[1].text) == normal(name)
        };
        // A bound, as every such line looks through the lines below it.
        is_plain && is_next && expected <= MOST && self.lines[i + 1..].windows(2).any(is_title)
    }

    /// 附件说明, the last before a line. Returns the line behind it.
    pub(super) fn read_names(&mut self, begin: usize, end: usize) -> Option<usize> {
        let opens = |i: &usize| {
            let text = &self.lines[*i].text;
            text.starts_with('附')
                && behind_word(text, "附表").is_none()
                && text.contains(['：', ':'])
                && attachment_label(text).is_some()
        };
        let start = (begin..end).rev().find(opens)?;
        let start = (begin..=start).rev().take_while(|i| opens(i)).last().unwrap_or(start);
        let (mut names, mut wrapped): (Vec<String>, Vec<(usize, String)>) = (Vec::new(), Vec::new());
        let (titles, mut apart, mut is_numbered) = (self.titles_behind(start + 1), Vec::new(), false);
        let mut at = start;
        while at < end {
            let text = self.lines[at].text.clone();
            let label = attachment_label(&text).filter(|_| opens(&at));
            let words = label.unwrap_or(&text);
            let expected = names.len() + 1;
            let marker = numbered(words, expected);
            let is_own = |last: &String| is_another_name(last, &text, &titles) && self.is_of_names(at);
            if label.is_none() && marker.is_none() && !is_numbered && names.last().is_some_and(is_own) {
                names.extend(divided(&text, expected));
                apart.push(at);
            } else if label.is_none() && marker.is_none() {
                let Some(joined) = names.last().and_then(|last| self.goes_on(last, at, end)) else { break };
                wrapped.push((at, joined.clone()));
                names.pop();
                names.extend(divided(&joined, names.len() + 1));
            } else if label.is_some_and(|_| at > start && !has_number(&text)) {
                break;
            } else {
                is_numbered |= marker.is_some() || label.is_some_and(|_| has_number(&text));
                names.extend(divided(&words[marker.unwrap_or(0)..], expected));
            }
            self.roles[at] = Role::Taken;
            at += 1;
        }
        if names.is_empty() {
            self.roles[start..at].fill(Role::Body);
            return None;
        }
        let marks = |text: &str| text.matches(['；', ';', '。']).count();
        let written: usize = (start..at).map(|i| marks(&self.lines[i].text)).sum();
        let is_whole = written == names.iter().map(|name| marks(name)).sum::<usize>();
        self.facts.names = names;
        let part = if is_whole {
            "附件说明"
        } else {
            "附件说明，名称后面的“；”“。”没有保留"
        };
        self.say(start, |span| fault::part(span, part));
        for line in apart {
            self.say(line, fault::name_apart);
        }
        for (line, name) in wrapped {
            self.say(line, |span| fault::name_joined(span, &name));
        }
        Some(at)
    }

    /// The name of an attachment with the line below it, where that is its rest: people wrap long names by hand. Between
    /// 附件说明 and the signature nothing else stands; without a date the name itself has to be open.
    fn goes_on(&self, name: &str, at: usize, end: usize) -> Option<String> {
        let text = self.lines[at].text.trim();
        let is_open = ends_within(name) || !ends_title(name) && ends_title(text);
        let is_before_end = end < self.lines.len() && !(at + 1 == end && is_body(text));
        let is_rest = !text.contains(['。', '；']) && self.is_of_names(at) && (is_open || is_before_end);
        is_rest.then(|| {
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let is_spaced = is_letter(name.chars().next_back()) && is_letter(text.chars().next());
            format!("{name}{}{text}", if is_spaced { " " } else { "" })
        })
    }
}

/// A name of an attachment without a number before it: 1.值班表. Numbers with a point stay: 1.5级.
pub fn without_number(name: &str) -> &str {
    let digits: usize = name.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum();
    let rest = name[digits..].strip_prefix(['.', '．', '、']).map(str::trim_start);
    let is_number = (1..=2).contains(&name[..digits].chars().count());
    rest.filter(|rest| is_number && !rest.is_empty() && !rest.starts_with(is_digit)).unwrap_or(name)
}

/// The length of the number of an attachment before its name: `2.`, also before a year.
fn numbered(text: &str, expected: usize) -> Option<usize> {
    let digits: usize = text.chars().take_while(|c| is_digit(*c)).map(char::len_utf8).sum();
    let (number, rest) = text.split_at(digits);
    let number = number.chars().map(half_width).collect::<String>();
    if number != expected.to_string() {
        return None;
    }
    let rest = rest.strip_prefix(['.', '．', '、'])?;
    Some(text.len() - rest.len())
}

/// Whether a label has a number: 附件2：.
fn has_number(text: &str) -> bool {
    let rest = text.trim_start_matches('附').trim_start().trim_start_matches('件').trim_start();
    rest.starts_with(|c: char| is_digit(c) || "二三四五六七八九十".contains(c))
}

/// Names that stand on one line with their numbers, `甲表 2.乙表` or `甲表；2.乙表。`, without the marks between them.
fn divided(text: &str, first: usize) -> Vec<String> {
    let (mut names, mut rest, mut number) = (Vec::new(), text.trim(), first);
    loop {
        number += 1;
        let is_gap = |c: char| c.is_whitespace() || matches!(c, '；' | ';' | '，' | ',' | '、' | '。');
        let next = rest.match_indices(is_gap).find_map(|(at, gap)| {
            let length = numbered(&rest[at + gap.len()..], number)?;
            Some((at, at + gap.len() + length))
        });
        let Some((end, begin)) = next else { break };
        names.push(rest[..end].trim_end_matches(is_gap).to_owned());
        rest = rest[begin..].trim();
    }
    names.push(rest.to_owned());
    for name in &mut names {
        // The last may go on below, behind a 、.
        *name = name.trim().trim_end_matches(['；', ';', '。']).trim().to_owned();
    }
    names.retain(|name| !name.is_empty());
    names
}
