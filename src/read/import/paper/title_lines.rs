//! The lines of the title of a paper (GB/T 9704-2012, 7.3.1).

use std::ops::Range;

use crate::read::document::{Align, Typeface};
use crate::read::import::caption::plain;
use crate::read::import::paper::addressee::is_addressee;
use crate::read::import::paper::line::Line;
use crate::read::import::paper::signs::{
    begins_matter, can_be_title, document_number, ends_title, is_of_page, level, normal, paper_date,
};
use crate::text::marker::Marker;
use crate::text::title::{is_body, issuing_body, joint_bodies};

/// The lines in which a title is looked for, and the most lines of one.
const TOP: (usize, usize) = (60, 6);

/// A paragraph this long that ends a sentence is of the body, in characters.
const LONG: usize = 40;

/// The lines of the title. Of equal titles the last one is taken: a page writes it once more above the paper.
pub fn title(lines: &[Line]) -> Option<Range<usize>> {
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
