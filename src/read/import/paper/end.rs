//! The end of a paper: 附件说明, 署名, 成文日期, 附注, 版记 (GB/T 9704-2012, 7.3.4–7.3.6, 7.4).

use crate::read::document::{Align, Words};
use crate::read::import::caption::plain;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::signs::{
    attachment_label, ends_title, is_digit, is_of_page, labelled, paper_date,
};
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
            self.say(begin.min(self.lines.len().saturating_sub(1)), fault::no_date);
            return self.read_names(begin, self.lines.len()).unwrap_or(begin);
        };
        let day = &self.lines[dated].text[names.len()..];
        self.facts.dated = paper_date(day).or_else(|| loose(day));
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
        self.read_names_behind(behind).unwrap_or(behind)
    }

    /// 附件说明 that a page writes behind the date, numbered. Returns the line behind it.
    fn read_names_behind(&mut self, begin: usize) -> Option<usize> {
        const NEAR: usize = 6;
        let near = begin..self.lines.len().min(begin + NEAR);
        let name = |i: usize, expected: usize| {
            let line = &self.lines[i];
            let words =
                attachment_label(&line.text).filter(|_| expected == 1 && line.text.contains(['：', ':']));
            let is_plain = line.words().iter().all(|words| matches!(words, Words::Text { .. }));
            is_plain
                && numbered(words.unwrap_or(&line.text), expected).is_some()
                && (expected > 1 || words.is_some())
        };
        let start = near.into_iter().find(|i| name(*i, 1)).filter(|_| self.facts.names.is_empty())?;
        let end = (start..self.lines.len()).find(|i| !name(*i, i - start + 1)).unwrap_or(self.lines.len());
        self.read_names(start, end)
    }

    /// The line of 成文日期: the first that is a day and stands behind a paragraph. A short name may stand before the day.
    fn date_line(&self, begin: usize) -> Option<(usize, String)> {
        let is_text = |i: usize| {
            self.lines[i].text.ends_with(['。', '：', ':', '；']) || self.lines[i].table().is_some()
        };
        let first = (begin..self.lines.len())
            .find(|i| is_text(*i) || attachment_label(&self.lines[*i].text).is_some())?;
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

    /// 附件说明, the last before a line. Returns the line behind it.
    fn read_names(&mut self, begin: usize, end: usize) -> Option<usize> {
        let opens = |i: &usize| {
            let text = &self.lines[*i].text;
            text.starts_with('附')
                && !text.starts_with("附表")
                && text.contains(['：', ':'])
                && attachment_label(text).is_some()
        };
        let start = (begin..end).rev().find(opens)?;
        let start = (begin..=start).rev().take_while(|i| opens(i)).last().unwrap_or(start);
        let (mut names, mut wrapped): (Vec<String>, Vec<(usize, String)>) = (Vec::new(), Vec::new());
        let mut at = start;
        while at < end {
            let text = self.lines[at].text.clone();
            let label = attachment_label(&text).filter(|_| opens(&at));
            let words = label.unwrap_or(&text);
            let expected = names.len() + 1;
            let marker = numbered(words, expected);
            if label.is_none() && marker.is_none() {
                let Some(joined) = names.last().and_then(|last| self.goes_on(last, at, end)) else { break };
                wrapped.push((at, joined.clone()));
                names.pop();
                names.extend(divided(&joined, names.len() + 1));
            } else if label.is_some_and(|_| at > start && !has_number(&text)) {
                break;
            } else {
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
        for (line, name) in wrapped {
            self.say(line, |span| fault::name_joined(span, &name));
        }
        Some(at)
    }

    /// The name of an attachment with the line below it, where that is its rest: people wrap long names by hand. Between
    /// 附件说明 and the signature nothing else stands; without a date the name itself has to be open.
    fn goes_on(&self, name: &str, at: usize, end: usize) -> Option<String> {
        let line = &self.lines[at];
        let text = line.text.trim();
        let is_open = ends_within(name) || !ends_title(name) && ends_title(text);
        let is_words = line.is_words()
            && self.roles[at] == Role::Body
            && text.chars().count() <= LONGEST
            && !text.contains(['。', '；', '：', ':'])
            && !["附件", "附表", "特此", "联系"].iter().any(|start| text.starts_with(start))
            && Marker::at_start(text).is_none()
            && paper_date(text).is_none();
        let is_before_end = end < self.lines.len() && !(at + 1 == end && is_body(text));
        let is_on_page = !line.look().begins_page && !matches!(line.look().align, Align::End);
        (is_words && is_on_page && (is_open || is_before_end)).then(|| {
            let is_letter = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
            let is_spaced = is_letter(name.chars().next_back()) && is_letter(text.chars().next());
            format!("{name}{}{text}", if is_spaced { " " } else { "" })
        })
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
            self.roles[at] = Role::Taken;
            self.say(at, |span| fault::part(span, part));
            at += 1;
        }
        at
    }

    /// 版记, wherever it stands behind the date: 抄送, 印发机关 and 印发日期; and lines of the page.
    pub fn read_imprint(&mut self, begin: usize) {
        for i in begin..self.lines.len() {
            let text = self.lines[i].text.clone();
            // We print 抄送 alone: 抄报 and 分送 stay as they are written.
            if is_other_copy(&text) {
                self.say(i, |span| fault::copy_kept(span, &text));
                continue;
            }
            let copies = labelled(&text, "抄送");
            if let Some(copies) = copies.filter(|_| self.facts.copies.is_empty()) {
                let mut copies = copies.to_owned();
                self.take(i, "抄送机关");
                // Names go on in the paragraphs below as long as a line ends between two of them.
                let below = (i + 1..self.lines.len()).take(FURTHER);
                for next in below {
                    if !copies.trim_end().ends_with(['，', ',', '、', '；']) {
                        break;
                    }
                    copies.push_str(self.lines[next].text.trim());
                    self.take(next, "抄送机关");
                }
                let bodies =
                    copies.trim_end_matches('。').split(['，', ',']).map(|body| body.trim().to_owned());
                self.facts.copies = bodies.filter(|body| !body.is_empty()).collect();
            } else if let Some((printer, day)) = printed(&text).filter(|_| self.facts.printed.is_none()) {
                let before = i.checked_sub(1).filter(|above| printer.is_empty() && *above >= begin);
                let above = before.filter(|above| is_body(self.lines[*above].text.trim()));
                self.facts.printer = match above {
                    Some(above) => {
                        self.take(above, "印发机关");
                        Some(self.lines[above].text.trim().to_owned())
                    }
                    None => Some(printer).filter(|printer| !printer.is_empty()),
                };
                self.facts.printed = paper_date(&day);
                self.take(i, "印发机关和印发日期");
            } else if self.lines[i].is_words() && is_of_printing(&text) {
                self.roles[i] = Role::LeftOut;
                self.say(i, |span| fault::imprint_left_out(span, &text));
            } else if is_of_page(&text) {
                self.roles[i] = Role::LeftOut;
                self.of_page.push(i);
            }
        }
    }

    fn take(&mut self, i: usize, part: &'static str) {
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

/// Whether a line of 版记 names bodies to which the paper goes otherwise than by 抄送.
pub fn is_other_copy(text: &str) -> bool {
    ["抄报", "分送"].iter().any(|label| labelled(text, label).is_some())
}

/// Whether a line tells who made the copies of a paper, and how many: 校对：张三　打印：李四; 共印50份.
fn is_of_printing(text: &str) -> bool {
    const LABELS: [&str; 10] =
        ["校对", "打印", "打字", "排版", "拟稿", "核稿", "校核", "印数", "印制份数", "印刷份数"];
    let is_count = |text: &str| {
        let number = text.strip_prefix('（').and_then(|text| text.strip_suffix('）')).unwrap_or(text);
        let number = number.strip_prefix('共').unwrap_or(number);
        let number = number.strip_prefix('印').and_then(|rest| rest.strip_suffix('份'));
        number.is_some_and(|number| !number.is_empty() && number.chars().all(is_digit))
    };
    let is_label = |text: &str| LABELS.iter().any(|label| labelled(text, label).is_some());
    let mut parts = text.split(['　', '\t']).flat_map(|part| part.split("  ")).map(str::trim);
    let is_part = |part: &str| part.is_empty() || is_label(part) || is_count(&plain(part));
    !text.trim().is_empty() && text.chars().count() <= 60 && !text.contains('。') && parts.all(is_part)
}

/// The most further paragraphs of 抄送.
const FURTHER: usize = 5;

/// Whether a text is the name of one body and looks like nothing else, wherever it stands.
fn is_short_body(text: &str) -> bool {
    text.chars().count() <= 25 && !text.contains(['、', ' ', '“', '《']) && Marker::at_start(text).is_none()
}

/// Whether a text ends within brackets or quotation marks.
fn ends_within(text: &str) -> bool {
    [('（', '）'), ('(', ')'), ('《', '》'), ('“', '”')]
        .iter()
        .any(|(open, close)| text.matches(*open).count() > text.matches(*close).count())
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
    let number = number.chars().filter_map(|c| char::from_digit(u32::from(c) % 16, 10)).collect::<String>();
    if number != expected.to_string() {
        return None;
    }
    let rest = rest.strip_prefix(['.', '．', '、'])?;
    Some(text.len() - rest.len())
}

/// Whether a label has a number: 附件2：.
fn has_number(text: &str) -> bool {
    let rest = text.trim_start_matches("附件").trim_start();
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

/// 印发机关 and the day, of a line `某局办公室　　2024年8月1日印发`.
fn printed(text: &str) -> Option<(String, String)> {
    let words = text.trim().strip_suffix("印发")?.trim_end();
    let year = words.rfind('年')?;
    let begin = words[..year]
        .rfind(|c: char| !(c.is_ascii_digit() || c.is_whitespace() || "〇○零一二三四五六七八九".contains(c)));
    let at = begin.map_or(0, |at| at + words[at..].chars().next().map_or(1, char::len_utf8));
    let (printer, day) = words.split_at(at);
    paper_date(day)?;
    Some((printer.trim().to_owned(), day.to_owned()))
}
