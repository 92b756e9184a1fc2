//! 完成时限: the words as written, and the day that they mean.

use jiff::civil::Date;

use crate::source::Located;
use crate::text::date::{PartialDate, parse};

/// A deadline. The words are what is published; the meaning serves the rules only.
#[derive(Debug)]
pub struct Deadline {
    /// As written.
    pub text: Located<String>,
    /// As understood.
    pub meaning: Meaning,
}

/// What a deadline's words mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// 长期坚持: goes on, is never overdue.
    Ongoing,
    /// The last day.
    By(Date),
    /// Not understood.
    Unknown,
}

/// Words for a duty without end.
const ONGOING: [&str; 6] = ["长期", "持续", "常态", "全年", "贯穿", "经常"];

/// Words that may follow a date and do not change its last day.
const AFTER_DATE: [&str; 6] = ["", "底", "底前", "前", "末", "之前"];

impl Deadline {
    /// Understands `text`; a month or day without a year lies in `year`, the paper's own.
    #[must_use]
    pub fn new(text: Located<String>, year: i16) -> Self {
        let meaning = understand(text.value.trim(), year);
        Self { text, meaning }
    }
}

fn understand(text: &str, year: i16) -> Meaning {
    if ONGOING.iter().any(|word| text.starts_with(word)) {
        return Meaning::Ongoing;
    }
    let day = parse(text).or_else(|| {
        let (date, rest) = PartialDate::at_start(text)?;
        AFTER_DATE.contains(&rest).then(|| date.last_day(year))?
    });
    day.map_or(Meaning::Unknown, Meaning::By)
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn understands_what_tables_say() {
        let by = |y, m, d| Meaning::By(date(y, m, d));
        let cases = [
            ("长期坚持", Meaning::Ongoing),
            ("持续推进", Meaning::Ongoing),
            ("2024年12月", by(2024, 12, 31)),
            ("2024年12月底前", by(2024, 12, 31)),
            ("12月底前", by(2024, 12, 31)),
            ("2024年12月10日前", by(2024, 12, 10)),
            ("2024-12-31", by(2024, 12, 31)),
            ("2024年2月30日", Meaning::Unknown),
            ("另行通知", Meaning::Unknown),
            ("", Meaning::Unknown),
        ];
        for (text, meaning) in cases {
            assert_eq!(understand(text, 2024), meaning, "{text}");
        }
    }
}
