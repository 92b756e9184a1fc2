//! Which styles of numbers are used, how often, and where each begins.

use crate::source::Span;
use crate::text::marker::{Marker, Style};

/// A style that is used.
pub(super) struct Used {
    /// Which.
    pub style: Style,
    /// How often.
    pub times: usize,
    /// Where first.
    pub first: Span,
}

/// The styles, in the order in which they are first used.
pub(super) fn styles(numbers: &[(Marker, Span)]) -> Vec<Used> {
    let mut styles: Vec<Used> = Vec::new();
    for (marker, span) in numbers {
        match styles.iter_mut().find(|used| used.style == marker.style) {
            Some(used) => used.times += 1,
            None => styles.push(Used { style: marker.style, times: 1, first: *span }),
        }
    }
    styles
}

/// “（1）”5处、“1.”2处.
pub(super) fn in_words(styles: &[Used]) -> (String, String) {
    let zh = styles.iter().map(|used| format!("“{}”{}处", used.style.sample(), used.times));
    let en = styles.iter().map(|used| format!("{} ({})", used.style.sample(), used.times));
    (zh.collect::<Vec<_>>().join("、"), en.collect::<Vec<_>>().join(", "))
}
