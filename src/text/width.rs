//! Width of text in a Chinese font: two columns for a Han character, one for a Latin letter.
//!
//! Quotation marks, dashes and dots are "ambiguous" in Unicode (UAX #11); Chinese fonts draw them wide.

use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Width of one line of text in columns.
#[must_use]
pub fn columns(text: &str) -> usize {
    text.width_cjk()
}

/// Text padded with spaces to a number of columns.
#[must_use]
pub fn padded(text: &str, width: usize) -> String {
    format!("{text}{}", " ".repeat(width.saturating_sub(columns(text))))
}

/// Number of lines of a text wrapped at `width` columns; at least one.
#[must_use]
pub fn wrapped_lines(text: &str, width: usize) -> usize {
    text.split('\n').map(|line| lines_of_paragraph(line, width)).sum()
}

fn lines_of_paragraph(line: &str, width: usize) -> usize {
    // Cheap test first: no character has more columns than bytes.
    if line.len() <= width {
        return 1;
    }
    let mut lines = 1;
    let mut used = 0;
    for c in line.chars() {
        let wide = columns_of(c);
        if used > 0 && used + wide > width {
            lines += 1;
            used = 0;
        }
        used += wide;
    }
    lines
}

/// Width of a character. Common ranges are answered without a table look-up.
#[must_use]
pub fn columns_of(c: char) -> usize {
    match c {
        ' '..='~' => 1,
        '一'..='龥' => 2,
        _ => c.width_cjk().unwrap_or(0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_character_is_as_wide_as_unicode_says_and_no_wider_than_its_bytes() {
        for c in '\0'..=char::MAX {
            assert_eq!(columns_of(c), c.width_cjk().unwrap_or(0), "{c:?}");
            assert!(columns_of(c) <= c.len_utf8(), "{c:?}");
        }
    }

    #[test]
    fn chinese_marks_are_wide() {
        assert_eq!(columns("“一”—…"), 10);
        assert_eq!(columns("2024年"), 6);
    }

    #[test]
    fn wraps_by_columns() {
        assert_eq!(wrapped_lines("", 10), 1);
        assert_eq!(wrapped_lines("一二三四五", 10), 1);
        assert_eq!(wrapped_lines("一二三四五六", 10), 2);
        assert_eq!(wrapped_lines("a一二三四五", 10), 2, "a wide character does not fit into one free column");
        assert_eq!(wrapped_lines("一\n二", 10), 2);
        assert_eq!(wrapped_lines("一二", 1), 2, "a column too narrow for a character still ends");
    }
}
