//! Days without a label in the line of a page's own information, beside 来源.

use crate::text::date::{iso, without_seconds};

/// Labels of the place that published a paper first.
pub const SOURCES: [&str; 3] = ["来源", "信息来源", "文章来源"];

/// Labels of the day on which a page was published, or of a day that is this one beside 来源.
pub const DAYS: [&str; 6] = ["发布日期", "发布时间", "公开日期", "公布日期", "日期", "时间"];

/// Whether a text is a day, with its time or not.
pub fn is_day(text: &str) -> bool {
    iso(without_seconds(text.trim()), true).is_some()
}

/// The day at the beginning of a text, and the words behind it.
pub fn leading(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let (day, rest) = text.split_at(text.find(|c| !is_of_day(c)).unwrap_or(text.len()));
    is_day(day).then(|| (day.trim(), rest.trim_start_matches(is_between)))
}

/// The words before the day at the end of a text, and that day.
pub fn trailing(text: &str) -> Option<(&str, &str)> {
    let text = text.trim();
    let at = text.rfind(|c| !is_of_day(c))?;
    let at = at + text[at..].chars().next()?.len_utf8();
    let (rest, day) = text.split_at(at);
    is_day(day).then(|| (rest.trim_end_matches(is_between), day.trim()))
}

/// Whether a character may stand in a day and its time.
fn is_of_day(c: char) -> bool {
    c.is_ascii_digit() || c.is_whitespace() || "-/.:：年月日".contains(c)
}

fn is_between(c: char) -> bool {
    c.is_whitespace() || "|｜丨".contains(c)
}

#[cfg(test)]
mod tests {
    use super::{leading, trailing};

    #[test]
    fn days_at_both_ends() {
        assert_eq!(leading("2024-03-06 10:20　来源：县局"), Some(("2024-03-06 10:20", "来源：县局")));
        assert_eq!(leading("2024年3月6日 | 来源：县局"), Some(("2024年3月6日", "来源：县局")));
        assert_eq!(leading("2024年度工作"), None);
        assert_eq!(trailing("县局2024-03-06 10:20:33"), Some(("县局", "2024-03-06 10:20:33")));
        assert_eq!(trailing("县局"), None);
        assert_eq!(trailing("第1中学"), None);
    }
}
