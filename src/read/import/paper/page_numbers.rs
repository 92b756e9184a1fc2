//! Numbers of pages that people typed into a paper, or that came along from a PDF: —1—, - 2 -, 第1页 共3页.

use crate::read::document::Place;
use crate::read::import::caption::plain;
use crate::read::import::paper::line::Line;

/// Lines without the numbers of pages among them, and these.
pub fn without_page_numbers(lines: Vec<Line>) -> (Vec<Line>, Vec<(Place, String)>) {
    let (numbers, lines): (Vec<Line>, Vec<Line>) =
        lines.into_iter().partition(|line| line.is_words() && is_page_number(&line.text));
    (lines, numbers.into_iter().map(|line| (line.place, line.text.trim().to_owned())).collect())
}

/// Whether a line is nothing but the number of a page: between dashes, or with 第 and 页.
fn is_page_number(text: &str) -> bool {
    let words = plain(text);
    let is_dash = |c: char| matches!(c, '-' | '－' | '—' | '–' | '―' | '‐' | '─' | '━' | '·');
    let inner = words.trim_matches(is_dash);
    let is_between = words.starts_with(is_dash) && words.ends_with(is_dash);
    if is_between && is_count(inner) {
        return true;
    }
    let mut pages =
        inner.split_inclusive('页').map(|part| part.trim_start_matches(['，', ',', '、', '/', '／', '；']));
    let is_page = |part: &str| {
        let bare = part.strip_prefix(['第', '共']).and_then(|part| part.strip_suffix('页'));
        bare.is_some_and(is_count)
    };
    !inner.is_empty() && inner.matches('页').count() <= 2 && pages.all(is_page)
}

/// Whether a text is a number as pages have it.
fn is_count(text: &str) -> bool {
    const LONGEST: usize = 4;
    let is_digit = |c: char| matches!(c, '0'..='9' | '０'..='９');
    (1..=LONGEST).contains(&text.chars().count()) && text.chars().all(is_digit)
}
