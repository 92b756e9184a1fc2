//! The beginning of a paper: 版头, title, 主送 (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2).

use std::ops::Range;

use crate::read::document::{Align, Field, Typeface, below_title};
use crate::read::import::caption::plain;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::fields::is_title;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{
    begins_matter, can_be_title, document_number, ends_title, is_of_page, labelled, level, normal,
    paper_date, spaced_kind,
};
use crate::text::marker::Marker;
use crate::text::title::{is_body, issuing_body, joint_bodies};

/// The lines in which a title is looked for, and the most lines of one.
const TOP: (usize, usize) = (60, 6);

/// A paragraph this long that ends a sentence is of the body, in characters.
const LONG: usize = 40;

/// The most lines of 主送.
const ADDRESSEE: usize = 4;

impl Reading<'_> {
    /// Finds the title; the lines above it and below it up to the body are looked at. Returns the first line of the body.
    pub fn read_top(&mut self, fields: &[Field]) -> usize {
        let Some(title) = title(&self.lines) else {
            // Pages have the title above the paper, and say it in a field.
            let of_page = fields.iter().find(|field| is_title(&field.label));
            match of_page {
                Some(field) => self.facts.title = vec![field.value.trim().to_owned()],
                None => self.say(0, fault::no_title),
            }
            return self.read_below_title(0);
        };
        let words = |line: &Line| spaced_kind(&line.text).map_or_else(|| line.text.clone(), str::to_owned);
        self.facts.title = self.lines[title.clone()].iter().map(words).collect();
        let whole = self.facts.title.concat();
        for i in title.clone() {
            self.roles[i] = Role::Taken;
        }
        self.say(title.start, |span| fault::part(span, "标题"));
        let of_page = self.read_above(title.start, &normal(&whole));
        self.of_page.extend(of_page);
        self.read_below_title(title.end)
    }

    /// The lines above the title. Returns those that the page wrote or that say the title again.
    fn read_above(&mut self, end: usize, title: &str) -> Vec<usize> {
        let mut of_page = Vec::new();
        for i in 0..end {
            let text = self.lines[i].text.clone();
            let is_again = normal(&text) == title || title.ends_with(&normal(&text)) && begins_matter(&text);
            if self.lines[i].table().is_some() {
                self.say(i, fault::above_title);
            } else if is_again || is_of_page(&text) {
                of_page.push(i);
                self.roles[i] = Role::LeftOut;
            } else if !self.read_number(i) && !self.read_mark(i) && !self.read_secrecy(i) {
                self.say(i, fault::above_title);
            }
        }
        of_page
    }

    /// 发文字号 and 签发人, which may stand on one line.
    fn read_number(&mut self, i: usize) -> bool {
        let text = self.lines[i].text.clone();
        let (number, rest) =
            document_number(&text).map_or((None, text.as_str()), |(number, rest)| (Some(number), rest));
        let signer = labelled(rest, "签发人").map(str::to_owned);
        let is_known = number.is_some() && self.facts.number.is_some()
            || signer.is_some() && self.facts.signer.is_some();
        if is_known || number.is_none() && signer.is_none() || signer.is_none() && !rest.is_empty() {
            return false;
        }
        if let Some(number) = number {
            self.facts.number = Some(number.to_owned());
            self.say(i, |span| fault::part(span, "发文字号"));
        }
        if let Some(signer) = signer {
            self.facts.signer = Some(signer);
            self.say(i, |span| fault::part(span, "签发人"));
        }
        self.roles[i] = Role::Taken;
        true
    }

    /// 发文机关标志: the names of bodies, and 文件 behind them or in a line or red.
    fn read_mark(&mut self, i: usize) -> bool {
        let line = &self.lines[i];
        let words = plain(&line.text);
        let bare = words.strip_suffix("文件").unwrap_or(&words).to_owned();
        let is_mark = bare.len() < words.len() && (bare.is_empty() || is_body(&bare))
            || is_body(&bare) && (line.look().is_red || self.is_beside_mark(i));
        if !is_mark {
            return false;
        }
        self.say(i, |span| fault::mark(span, &words));
        self.facts.is_file |= bare.len() < words.len();
        if !bare.is_empty() {
            self.marked.push(bare);
        }
        self.facts.has_mark = true;
        self.roles[i] = Role::Taken;
        true
    }

    /// Whether a body stands among the lines of a joint 发文机关标志: bodies around one that has 文件.
    fn is_beside_mark(&self, i: usize) -> bool {
        const MOST: usize = 6;
        let bare = |line: &Line| plain(&line.text).strip_suffix("文件").map(str::to_owned);
        let is_mark = |line: &Line| bare(line).is_some_and(|bare| bare.is_empty() || is_body(&bare));
        let is_of_mark = |line: &&Line| is_mark(line) || is_body(line.text.trim());
        let below = self.lines[i..].iter().take(MOST).take_while(is_of_mark);
        let above = self.lines[..i].iter().rev().take(MOST).take_while(is_of_mark);
        below.chain(above).any(is_mark)
    }

    /// 份号、密级、紧急程度: no public paper has the second, and none is printed by us.
    fn read_secrecy(&mut self, i: usize) -> bool {
        const WORDS: [&str; 6] = ["绝密", "机密", "秘密", "特急", "加急", "特提"];
        let words = plain(&self.lines[i].text);
        let is_copy = words.len() == 6 && words.bytes().all(|b| b.is_ascii_digit());
        let is_secret = WORDS.iter().any(|word| words.starts_with(word)) && words.chars().count() < 10;
        if !is_copy && !is_secret {
            return false;
        }
        self.roles[i] = Role::LeftOut;
        if is_secret && !words.starts_with(['特', '加']) {
            self.say(i, |span| fault::secret(span, &words));
        } else {
            self.say(i, |span| fault::head_left_out(span, &words));
        }
        true
    }

    /// 发文字号 below the title, lines of the page there, and 主送. Returns the first line of the body.
    fn read_below_title(&mut self, mut at: usize) -> usize {
        while let Some(line) = self.lines.get(at).filter(|line| line.is_words()) {
            let fields = below_title(&line.text);
            let is_of_page = is_of_page(&line.text);
            if !fields.is_empty() {
                let place = line.place;
                let labels = fields.iter().map(|(label, _)| label.as_str()).filter(|label| !label.is_empty());
                let mut labels = labels.collect::<Vec<_>>();
                if labels.is_empty() {
                    labels.push("网页上的日期");
                }
                let labels = labels.join("、");
                self.roles[at] = Role::Taken;
                self.say(at, |span| fault::part(span, &labels));
                let fields = fields.into_iter().map(|(label, value)| Field { label, value, place });
                self.below_title.extend(fields);
            } else if is_of_page {
                self.roles[at] = Role::LeftOut;
                self.of_page.push(at);
            } else if !self.read_number(at) {
                break;
            }
            at += 1;
        }
        let Some((text, end)) = self.addressee(at) else { return at };
        if end == self.lines.len() || self.facts.title.is_empty() {
            return at;
        }
        self.facts.addressee = Some(text.trim_end_matches(['：', ':']).to_owned());
        for i in at..end {
            self.roles[i] = Role::Taken;
            self.say(i, |span| fault::part(span, "主送机关"));
        }
        end
    }

    /// 主送 from a line on, and the line behind it. It may be written over several lines, of which all but the last end
    /// between two bodies or within a name.
    fn addressee(&self, at: usize) -> Option<(String, usize)> {
        let mut all = String::new();
        for (i, line) in self.lines.iter().enumerate().skip(at).take(ADDRESSEE) {
            all.push_str(line.text.trim());
            if is_addressee(&all) {
                return Some((all, i + 1));
            }
            let goes_on = line.is_words()
                && is_addressee(&format!("{}：", all.trim_end_matches(['，', ',', '、'])))
                && (all.ends_with(['，', ',', '、']) || all.contains(['，', '、']));
            if !goes_on {
                return None;
            }
        }
        None
    }
}

/// Whether a line names those to whom a paper is sent: bodies and a colon, not the beginning of a sentence.
fn is_addressee(text: &str) -> bool {
    const NONE: [&str; 10] = ["如下", "以下", "现将", "根据", "按照", "为了", "通知", "要求", "附件", "下列"];
    let Some(names) = text.trim_end().strip_suffix(['：', ':']) else { return false };
    !names.is_empty()
        && names.chars().count() <= 200
        && !names.contains(['。', '；', '：', ':', '“'])
        && !names.starts_with(|c: char| c == '为' || c.is_ascii_digit())
        && !NONE.iter().any(|word| names.contains(word))
        && Marker::at_start(names).is_none()
}

/// The lines of the title. Of equal titles the last one is taken: a page writes it once more above the paper.
fn title(lines: &[Line]) -> Option<Range<usize>> {
    let is_of_body = |line: &Line| line.text.ends_with('。') && line.text.chars().count() > LONG;
    // Attachments behind the paper have titles of their own.
    let is_end = |line: &Line| is_of_body(line) || plain(&line.text) == "附件";
    // So has the text that a short letter issues, behind the day of the letter.
    let is_signed = |i: usize| {
        let is_addressed = |line: &Line| line.text.ends_with(['：', ':', '。']);
        paper_date(&lines[i].text).is_some() && lines[..i].iter().any(is_addressed)
    };
    let end = (0..lines.len().min(TOP.0)).find(|i| is_end(&lines[*i]) || is_signed(*i));
    let top = &lines[..end.unwrap_or(lines.len().min(TOP.0))];
    let ends = |i: &usize| ends_title(&top[*i].text) && !is_of_page(&top[*i].text);
    let found: Vec<Range<usize>> =
        (0..top.len()).filter(ends).map(|last| first_of(top, last)..last + 1).collect();
    let looks = |range: &&Range<usize>| looks_like_title(&top[range.end - 1]);
    let name = |range: &Range<usize>| {
        normal(&top[range.clone()].iter().map(|line| line.text.as_str()).collect::<String>())
    };
    let is_mark = |range: &Range<usize>| is_mark_of_minutes(&name(range));
    let first = match found.as_slice() {
        [mark, title, ..] if is_mark(mark) && !is_mark(title) && name(title).ends_with("纪要") => {
            Some(title)
        }
        all => all.first(),
    };
    let chosen = found.iter().find(looks).or(first);
    if let Some(chosen) = chosen {
        // Behind 主送 or a numbered heading the body has begun: an equal line there is the name of a table.
        let is_above = |other: &&Range<usize>| {
            other.start <= chosen.end
                || !top[chosen.end..other.start]
                    .iter()
                    .any(|line| is_addressee(&line.text) || begins_body(&line.text))
        };
        let again = found
            .iter()
            .rev()
            .filter(is_above)
            .find(|other| name(other).ends_with(&name(chosen)) || name(chosen).ends_with(&name(other)));
        return Some(again.unwrap_or(chosen).clone());
    }
    let first = top.iter().position(looks_like_title)?;
    let length = top[first..].iter().take(TOP.1).take_while(|line| looks_like_title(line)).count();
    Some(first..first + length)
}

/// Whether words are 纪要标志 (10.3), the name of a body and 会议纪要, above the title of minutes.
fn is_mark_of_minutes(words: &str) -> bool {
    let body = words.strip_suffix("纪要").map(|words| words.trim_end_matches("会议"));
    body.is_some_and(|body| body.is_empty() || is_body(body))
}

/// Whether a line is a numbered heading of one of the first levels.
fn begins_body(text: &str) -> bool {
    Marker::at_start(text).and_then(|marker| level(marker, text)).is_some_and(|level| level < 2)
}

/// 2号小标宋, or large words in the middle.
fn looks_like_title(line: &Line) -> bool {
    const LARGE: u16 = 36;
    let look = line.look();
    let is_large = look.half_points.is_some_and(|size| size >= LARGE) && look.align == Align::Center;
    !look.is_red
        && (look.typeface == Typeface::TitleSong || is_large || look.heading == Some(0))
        && can_be_title(&line.text)
}

/// The first line of the title that ends in a line: lines above it belong to it up to 关于, and the names of bodies
/// above that.
fn first_of(lines: &[Line], last: usize) -> usize {
    let lowest = last.saturating_sub(TOP.1);
    let can_be = |i: usize| {
        can_be_title(&lines[i].text)
            && !is_of_page(&lines[i].text)
            && document_number(&lines[i].text).is_none()
    };
    let mut first = last;
    let looks = looks_like_title(&lines[last]);
    if !begins_matter(&lines[last].text) {
        let above = (lowest..last).rev().take_while(|i| can_be(*i));
        let matter = above.clone().find(|i| begins_matter(&lines[*i].text));
        let alike = above.take_while(|i| looks && looks_like_title(&lines[*i])).last();
        first = matter.or(alike).unwrap_or(last);
    }
    let is_above = |i: usize| {
        let text = lines[i].text.trim();
        !lines[i].look().is_red && (can_be(i) && is_body(text) || joint_bodies(text).is_some())
    };
    while first > lowest && is_above(first - 1) && !starts_with_body(&lines[first].text) {
        first -= 1;
    }
    first
}

/// Whether a line of a title begins with the body that issues it, so that none stands above it.
fn starts_with_body(text: &str) -> bool {
    issuing_body(text).is_some()
}
