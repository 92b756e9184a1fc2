//! The beginning of a paper: 版头, title, 主送 (GB/T 9704-2012, 7.2, 7.3.1, 7.3.2).

use crate::read::document::{Field, below_title};
use crate::read::import::caption::plain;
use crate::read::import::fault::paper as fault;
use crate::read::import::paper::Reading;
use crate::read::import::paper::facts::Role;
use crate::read::import::paper::fields::is_title;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{
    begins_matter, document_number, is_of_page, labelled, normal, spaced_kind,
};
use crate::read::import::paper::title_lines::title;
use crate::text::title::is_body;

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
}
