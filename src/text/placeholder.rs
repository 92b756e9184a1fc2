//! Words of the program's own that people replace before they publish: the placeholders of its drafts, and the example of
//! `gongkai new`.

use std::ops::Range;

/// The line above an example, on its pages and its workbook.
pub const EXAMPLE_LINE: &str = "示例内容，不是正式公开文件";

/// A gap in a draft that people fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placeholder {
    /// An item on which nobody has reported.
    NoReports,
    /// A section that only people can write.
    ToFillIn,
    /// The end of the line above a report that was never public.
    Internal,
}

impl Placeholder {
    /// Every placeholder that a draft may have.
    pub const ALL: [Self; 3] = [Self::NoReports, Self::ToFillIn, Self::Internal];

    /// Its words, as drafts have them.
    #[must_use]
    pub fn text(self) -> &'static str {
        match self {
            Self::NoReports => "（本年度没有报送进展，请补充。）",
            Self::ToFillIn => "（请填写。）",
            Self::Internal => "，内部）：",
        }
    }

    /// Its first place in a passage.
    #[must_use]
    pub fn find(self, passage: &str) -> Option<Range<usize>> {
        let at = passage.find(self.text())?;
        let place = at..at + self.text().len();
        // 内部 is a common word: only the line above a report, a day and a status, is the program's.
        let is_own = self != Self::Internal
            || place.end == passage.trim_end().len()
                && passage.starts_with(|c: char| c.is_ascii_digit())
                && passage[..at].contains("日（");
        is_own.then_some(place)
    }
}

/// Words of the example project that nobody uses in earnest. Its other words are ordinary ones; a test lists them.
const EXAMPLE: [&str; 9] = [
    "示例县示例局",
    "示例工作",
    "示例领域",
    "示例制度",
    "示例宣传",
    "示例中心",
    "（示例）修订完善各项制度",
    "（示例）面向社会公众",
    "（示例，内部）",
];

/// The first words of a text that come from the example.
#[must_use]
pub fn find_example(text: &str) -> Option<Range<usize>> {
    // Cheap test first: all of the words say so.
    if !text.contains("示例") {
        return None;
    }
    let found = EXAMPLE.iter().filter_map(|words| text.find(words).map(|at| at..at + words.len()));
    found.min_by_key(|place| (place.start, std::cmp::Reverse(place.end)))
}

#[cfg(test)]
mod tests {
    use super::{Placeholder, find_example};

    #[test]
    fn only_the_line_above_a_report_is_internal() {
        for (text, found) in [
            ("2024年9月30日（正在推进，内部）：", Some("，内部）：")),
            ("2024年9月30日（正在推进，内部）：检查3家。", None),
            ("资料来源（局内，内部）：", None),
        ] {
            assert_eq!(Placeholder::Internal.find(text).map(|place| &text[place]), found, "{text}");
        }
    }

    #[test]
    fn the_longest_words_of_the_example_are_found_first() {
        let found = |text: &'static str| find_example(text).map(|place| &text[place]);
        assert_eq!(found("由示例县示例局、示例中心办理"), Some("示例县示例局"));
        assert!(super::EXAMPLE.iter().all(|words| found(words) == Some(words)));
        assert_eq!(found("填写示例见附件2，登记表（示例）一并印发"), None);
    }
}
