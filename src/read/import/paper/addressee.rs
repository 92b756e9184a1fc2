//! 主送 of a paper (GB/T 9704-2012, 7.3.2).

use crate::read::import::paper::Reading;
use crate::text::marker::Marker;

/// The most lines of 主送.
const LINES: usize = 4;

impl Reading<'_> {
    /// 主送 from a line on, and the line behind it. It may be written over several lines, of which all but the last end
    /// between two bodies or within a name.
    pub(super) fn addressee(&self, at: usize) -> Option<(String, usize)> {
        let mut all = String::new();
        for (i, line) in self.lines.iter().enumerate().skip(at).take(LINES) {
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
pub fn is_addressee(text: &str) -> bool {
    const NONE: [&str; 10] = ["如下", "以下", "现将", "根据", "按照", "为了", "通知", "要求", "附件", "下列"];
    let Some(names) = text.trim_end().strip_suffix(['：', ':']) else { return false };
    !names.is_empty()
        && names.chars().count() <= 200
        && !names.contains(['。', '；', '：', ':', '“'])
        && !names.starts_with(|c: char| c == '为' || c.is_ascii_digit())
        && !NONE.iter().any(|word| names.contains(word))
        && Marker::at_start(names).is_none()
}
