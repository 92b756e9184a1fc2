//! The styles of numbers in use, how often each is used, and where it begins.

use crate::source::Span;
use crate::text::marker::{Marker, Style};

/// A style in use.
pub(super) struct UsedStyle {
    /// The style.
    pub style: Style,
    /// Number of uses.
    pub times: usize,
    /// Place of the first use.
    pub first: Span,
}

/// The styles in the order of their first use.
pub(super) fn styles(numbers: &[(Marker, Span)]) -> Vec<UsedStyle> {
    let mut styles: Vec<UsedStyle> = Vec::new();
    for (marker, span) in numbers {
        match styles.iter_mut().find(|used| used.style == marker.style) {
            Some(used) => used.times += 1,
            None => styles.push(UsedStyle { style: marker.style, times: 1, first: *span }),
        }
    }
    styles
}

/// The styles in Chinese and English: “（1）”5处、“1.”2处.
pub(super) fn describe(styles: &[UsedStyle]) -> (String, String) {
    let zh = styles.iter().map(|used| format!("“{}”{}处", used.style.sample(), used.times));
    let en = styles.iter().map(|used| format!("{} ({})", used.style.sample(), used.times));
    (zh.collect::<Vec<_>>().join("、"), en.collect::<Vec<_>>().join(", "))
}
