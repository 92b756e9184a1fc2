//! The end of a paper: 署名, 成文日期, 附注 (GB/T 9704-2012, 7.3.5, 7.3.6).

use crate::read::document::Align;
use crate::read::import::caption::plain;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::signs::{attachment_label, is_digit, labelled, paper_date};
use crate::text::date::loose;
use crate::text::marker::Marker;
use crate::text::title::{is_body, joint_bodies};

/// The most lines of a signature.
const SIGNERS: usize = 6;

/// The longest name of a body, in characters.
const LONGEST: usize = 40;

impl Reading<'_> {
    /// Finds the end of the paper behind its first line. Returns the line behind it, from which on attachments are looked
    /// for.
    pub fn read_end(&mut self, begin: usize) -> usize {
        let Some((dated, names)) = self.date_line(begin) else {
            self.tell_no_date(begin);
            return self.read_names(begin, self.lines.len()).unwrap_or(begin);
        };
        let day = &self.lines[dated].text[names.len()..];
        self.facts.dated = paper_date(day).or_else(|| loose(day));
        self.facts.dated_line = Some(dated);
        self.roles[dated] = Role::Taken;
        self.say(dated, |span| fault::part(span, "成文日期"));
        let first = if names.is_empty() { self.read_signature(begin, dated) } else { dated };
        if !names.is_empty() {
            let several = joint_bodies(&names).unwrap_or_else(|| vec![names.trim()]);
            self.facts.issuers = several.into_iter().map(str::to_owned).collect();
            self.say(dated, |span| fault::part(span, "署名"));
        }
        self.read_names(begin, first);
        let behind = self.read_remarks(dated + 1);
        // The names in the text that the paper issues are of its own attachments.
        let issued = self.issued(behind, self.lines.len());
        let end = issued.first().map_or(self.lines.len(), |(line, _)| *line);
        self.read_names_behind(behind, end).unwrap_or(behind)
    }

    /// Reports that no date was found, at the last line that is nearly one: 2026年2月30日, （2026年3月1日）.
    fn tell_no_date(&mut self, begin: usize) {
        let is_near = |i: &usize| {
            let text = plain(&self.lines[*i].text);
            let bare = text.trim_matches(['（', '）', '(', ')']);
            let is_day = |c: char| is_digit(c) || "年月日号.-/〇○零一二三四五六七八九十".contains(c);
            self.lines[*i].is_words()
                && bare.contains('年')
                && bare.contains('月')
                && bare.chars().all(is_day)
        };
        match (begin..self.lines.len()).rev().find(is_near) {
            Some(near) => {
                let text = self.lines[near].text.trim().to_owned();
                self.say(near, |span| fault::no_such_date(span, &text));
            }
            None => self.say(begin.min(self.lines.len().saturating_sub(1)), fault::no_date),
        }
    }

    /// The line of 成文日期: the first that is a day and stands behind a paragraph. A short name may stand before the day.
    fn date_line(&self, begin: usize) -> Option<(usize, String)> {
        let is_text = |i: usize| {
            self.lines[i].text.ends_with(['。', '：', ':', '；']) || self.lines[i].table().is_some()
        };
        let first = (begin..self.lines.len())
            .find(|i| is_text(*i) || attachment_label(&self.lines[*i].text).is_some())
            // A text without any stop has its day behind its first line all the same.
            .unwrap_or(begin);
        (first..self.lines.len()).find_map(|i| {
            let text = &self.lines[i].text;
            // 2026.3.12 is a day of the paper only below the name of a body, or where the day stands.
            let is_signed = i > first && {
                let above = self.lines[i - 1].text.trim();
                is_body(above) && is_short_body(above)
                    || joint_bodies(above).is_some()
                    || matches!(self.lines[i].look().align, Align::End)
            };
            if paper_date(text).is_some() || is_signed && loose(text).is_some() {
                return Some((i, String::new()));
            }
            let at = text.rfind(char::is_whitespace)?;
            let (name, day) = text.split_at(at);
            let is_name = is_body(name.trim()) && name.chars().count() <= LONGEST;
            (is_name && paper_date(day).is_some()).then(|| (i, name.to_owned()))
        })
    }

    /// 署名: the names of bodies above the date. Returns its first line, or that of the date.
    fn read_signature(&mut self, begin: usize, dated: usize) -> usize {
        let lowest = begin.max(dated.saturating_sub(SIGNERS));
        let title: String = self.facts.title.iter().map(|line| plain(line)).collect();
        let is_name = |i: &usize| {
            let line = &self.lines[*i];
            let text = line.text.trim();
            let is_set = matches!(line.look().align, Align::End | Align::Center);
            let is_named = joint_bodies(text).is_some()
                || is_body(text) && (is_set || title.contains(&plain(text)) || is_short_body(text));
            line.is_words() && is_named && text.chars().count() <= LONGEST
        };
        let first = (lowest..dated).rev().take_while(is_name).last().unwrap_or(dated);
        for i in first..dated {
            let text = self.lines[i].text.trim();
            let several = joint_bodies(text).unwrap_or_else(|| vec![text]);
            self.facts.issuers.extend(several.into_iter().map(str::to_owned));
            self.roles[i] = Role::Taken;
            self.say(i, |span| fault::part(span, "署名"));
        }
        if first == dated {
            self.say(dated, fault::no_signature);
        }
        first
    }

    /// 附注 and 联系人 below the date. Returns the line behind them.
    fn read_remarks(&mut self, mut at: usize) -> usize {
        while let Some(line) = self.lines.get(at) {
            let text = line.text.trim();
            let inner = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
            // 联系人 stands without brackets, too.
            let Some(inner) = inner.or_else(|| labelled(text, "联系人").map(|_| text)) else { break };
            let parted = contact_and_remark(inner)
                .filter(|_| self.facts.contact.is_none() && self.facts.remark.is_none());
            if let Some((contact, remark)) = parted {
                (self.facts.contact, self.facts.remark) = (Some(contact), Some(remark));
                self.take(at, "联系人和附注");
                at += 1;
                continue;
            }
            let (slot, part) = match labelled(inner, "联系人") {
                Some(contact) if self.facts.contact.is_none() => {
                    self.facts.contact = Some(contact.to_owned());
                    (true, "联系人")
                }
                None if self.facts.remark.is_none() => {
                    self.facts.remark = Some(inner.to_owned());
                    (true, "附注")
                }
                _ => (false, ""),
            };
            if !slot {
                break;
            }
            self.take(at, part);
            at += 1;
        }
        self.read_numbers(at)
    }

    /// 联系电话, 电子邮箱 and the like on lines of their own below 联系人. Returns the line behind them.
    fn read_numbers(&mut self, mut at: usize) -> usize {
        const LABELS: [&str; 9] =
            ["联系电话", "电话", "手机", "传真", "邮箱", "电子邮箱", "电子邮件", "地址", "联系地址"];
        while let (Some(contact), Some(line)) = (&mut self.facts.contact, self.lines.get(at)) {
            let text = line.text.trim();
            let bare = text.strip_prefix(['（', '(']).and_then(|text| text.strip_suffix(['）', ')']));
            let text = bare.unwrap_or(text);
            if self.roles[at] != Role::Body || !LABELS.iter().any(|label| labelled(text, label).is_some()) {
                break;
            }
            contact.push('　');
            contact.push_str(text);
            self.take(at, "联系人");
            at += 1;
        }
        at
    }

    pub(super) fn take(&mut self, i: usize, part: &'static str) {
        self.roles[i] = Role::Taken;
        self.say(i, |span| fault::part(span, part));
    }
}

/// 联系人 and the rest of a remark that has both: 联系人：张某，电话：1234；此件公开发布.
fn contact_and_remark(text: &str) -> Option<(String, String)> {
    let is_remark = |part: &&str| part.contains("此件") || part.contains("公开");
    let parts = text.split(['；', ';', '。']).map(str::trim).filter(|part| !part.is_empty());
    let (remarks, others): (Vec<&str>, Vec<&str>) = parts.partition(|part| is_remark(part));
    let others = others.join("；");
    let contact = labelled(&others, "联系人").filter(|_| !remarks.is_empty())?;
    Some((contact.to_owned(), remarks.join("；")))
}

/// Whether a text is the name of one body and looks like nothing else, wherever it stands.
fn is_short_body(text: &str) -> bool {
    text.chars().count() <= 25 && !text.contains(['、', ' ', '“', '《']) && Marker::at_start(text).is_none()
}
