//! Sequences of typed numbers: the lines of each are headings, or none of them is.

use crate::read::document::Typeface;
use crate::read::import::fault::paper::Typed;
use crate::read::import::paper::Reading;
use crate::read::import::paper::line::sentence;
use crate::read::import::paper::lists::ItemMark;
use crate::read::import::paper::signs::{attachment_label, level};
use crate::read::import::paper::typed::ends_with_narrow_stop;
use crate::text::marker::{Marker, Style};

/// The longest heading that is a whole sentence with its text in the paragraph below it, in characters.
const SENTENCE: usize = 30;

/// A number at the beginning of a line.
#[derive(Clone, Copy, Debug)]
pub struct Numbered {
    /// The level that a heading with this number has.
    pub level: usize,
    /// The number with its marks.
    pub marker: Marker,
    /// Index of its sequence.
    pub sequence: usize,
}

/// A sequence of numbers of one level.
#[derive(Debug, Default)]
pub struct Sequence {
    /// Its first line.
    pub line: usize,
    /// The sequence whose numbers go on here below another heading of a higher level: 3. behind 2.
    pub continues: Option<usize>,
    /// Whether a line of it cannot be a heading.
    is_text: bool,
    /// Why its numbers stay typed where readers would expect headings.
    why: Option<Typed>,
    /// Lines that are one sentence with text below them, and those without.
    sentences: (usize, usize),
    /// Whether the last line is such a sentence with text below it, and lines so far.
    last: (bool, usize),
}

impl Sequence {
    /// Whether its lines are headings: all of them, or none. A sentence alone runs on into the paragraph below it when it
    /// is printed, so such sentences are headings only where all of them have a text of their own.
    pub fn fits(&self) -> bool {
        let (with, without) = self.sentences;
        let is_end_of_list = with == 1 && self.last.0 && self.last.1 > 1;
        !self.is_text && (with == 0 || without == 0 && !is_end_of_list)
    }

    /// Why it is none, where people have to know.
    pub fn typed(&self) -> Option<Typed> {
        (!self.fits()).then(|| self.why.or((!self.is_text).then_some(Typed::Sentence)))?
    }
}

impl Reading<'_> {
    /// Whether a line is a paragraph without a number.
    pub(super) fn is_text(&self, line: usize) -> bool {
        let line = &self.lines[line];
        line.is_words() && Marker::at_start(&line.text).is_none()
    }

    /// The numbers of lines, and the sequences of those.
    pub(super) fn sequences(
        &self,
        lines: &[usize],
        items: &[Option<ItemMark>],
    ) -> (Vec<Option<Numbered>>, Vec<Sequence>) {
        let (mut numbered, mut all) = (Vec::new(), Vec::<Sequence>::new());
        // The sequence of each level that is going on, and its last number.
        let mut open: [Option<(usize, usize)>; 4] = [None; 4];
        // The last of them, also where a higher heading has closed it.
        let mut last = open;
        // Whether 1、 stands where 1. would: what is numbered below it belongs to it.
        let mut is_below_comma = false;
        // The number that the next name of an 附件说明 in the text has.
        let mut names: Option<usize> = None;
        for (at, line) in lines.iter().enumerate() {
            let text = &self.lines[*line].text;
            let marker = Marker::at_start(text).filter(|_| items[at].is_none());
            is_below_comma |= marker.is_some_and(|marker| marker.style == Style::Comma);
            let listed = names.filter(|number| marker.is_some_and(|marker| marker.number == *number));
            names = attachment_label(text)
                .and_then(Marker::at_start)
                .map(|_| 2)
                .or(listed.map(|number| number + 1));
            let of_level = marker.filter(|_| listed.is_none());
            let Some((marker, level)) = of_level.and_then(|marker| Some((marker, level(marker, text)?)))
            else {
                numbered.push(None);
                continue;
            };
            is_below_comma &= level == 3;
            open[level + 1..].fill(None);
            let sequence = match open[level] {
                Some((sequence, last)) if marker.number == last + 1 => sequence,
                _ => {
                    let before = last[level].filter(|(_, number)| *number > 1 && marker.number == number + 1);
                    let continues = before.map(|(sequence, _)| sequence);
                    all.push(Sequence { line: *line, continues, ..Sequence::default() });
                    all.len() - 1
                }
            };
            open[level] = Some((sequence, marker.number));
            last[level] = open[level];
            let own = &mut all[sequence];
            own.why = own.why.or(is_below_comma.then_some(Typed::Below));
            self.judge(own, *line, lines.get(at + 1).copied(), level, marker);
            own.is_text |= own.why.is_some();
            numbered.push(Some(Numbered { level, marker, sequence }));
        }
        for at in 0..all.len() {
            all[at].is_text |= all[at].continues.is_some_and(|before| !all[before].fits());
        }
        (numbered, all)
    }

    /// Adds a numbered line to its sequence.
    fn judge(&self, own: &mut Sequence, line: usize, next: Option<usize>, level: usize, marker: Marker) {
        own.is_text |= !self.is_heading(line, level, marker);
        let text = self.lines[line].text[marker.length..].trim();
        if ends_with_narrow_stop(text) {
            own.why = own.why.or(Some(Typed::NarrowStop));
        }
        own.last = (false, own.last.1 + 1);
        if !text.ends_with('。') || sentence(text) < text.len() {
            return;
        }
        let is_followed = next.is_some_and(|next| self.is_text(next));
        let below = next.and_then(|next| Marker::at_start(&self.lines[next].text));
        let is_above_deeper = below.is_some_and(|below| {
            next.and_then(|next| self::level(below, &self.lines[next].text))
                .is_some_and(|below| below > level)
        });
        let is_set = matches!(self.lines[line].look().typeface, Typeface::Hei | Typeface::Kai);
        if is_followed && (text.chars().count() <= SENTENCE || is_set) {
            own.sentences.0 += 1;
            own.last.0 = true;
        } else if is_followed {
            own.is_text = true;
        } else if !is_above_deeper && next.is_none_or(|next| self.lines[next].is_words()) {
            own.sentences.1 += 1;
        }
    }
}
