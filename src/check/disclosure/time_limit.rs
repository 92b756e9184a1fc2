//! 公开时限: the number of working days of a notice, and the last of them.
//!
//! Counted from 成文日期, the day on which the information was formed, excluding that day (民法典第二百零一条).

use jiff::civil::Date;

use crate::calendar::UnknownYear;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::source::Located;
use crate::text::numeral;

/// The time limit of one notice.
pub(super) struct TimeLimit<'p> {
    /// The notice with the limit.
    pub notice: &'p Notice,
    /// 公开时限, as written.
    pub text: &'p Located<String>,
    /// Number of working days.
    pub days: u32,
    /// The last lawful day.
    pub last: Result<Date, UnknownYear>,
}

/// The time limits of all notices that state one in working days and whose dates could be read.
pub(super) fn time_limits(project: &Project) -> impl Iterator<Item = TimeLimit<'_>> {
    project.notices.iter().filter_map(|notice| {
        let text = notice.disclosure.text("公开时限")?;
        let days = working_days(&text.value)?;
        let readable = notice.dated.value != Date::MIN && notice.published.value.day != Date::MIN;
        let last = project.calendar.nth_working_day_after(notice.dated.value, days);
        readable.then_some(TimeLimit { notice, text, days, last })
    })
}

impl TimeLimit<'_> {
    /// The day of publication.
    pub fn published(&self) -> Date {
        self.notice.published.value.day
    }
}

/// 20 in 自信息形成之日起20个工作日内. 公告期限为5个工作日 is a duration, not a limit.
fn working_days(text: &str) -> Option<u32> {
    text.match_indices("工作日").find_map(|(at, word)| {
        if !text[at + word.len()..].trim_start_matches(['之', '以']).starts_with('内') {
            return None;
        }
        let before = text[..at].trim_end_matches('个').trim_end();
        let is_digit = |c: char| c.is_ascii_digit() || "零〇一二两三四五六七八九十百".contains(c);
        let number = &before[before.trim_end_matches(is_digit).len()..];
        let days = number.parse().ok().or_else(|| u32::try_from(numeral::number(number)?).ok());
        days.filter(|days| (1..=250).contains(days))
    })
}

#[cfg(test)]
mod tests {
    use super::working_days;

    #[test]
    fn reads_the_wordings_of_catalogues() {
        let cases = [
            ("信息形成或变更之日起20个工作日内", Some(20)),
            ("自信息形成或者变更之日起二十个工作日内予以公开", Some(20)),
            ("自作出决定之日起 7 个工作日以内", Some(7)),
            ("3个工作日之内", Some(3)),
            ("十五个工作日内", Some(15)),
            ("及时公开", None),
            ("及时公开，公告期限为5个工作日", None),
            ("工作日内", None),
            ("0个工作日内", None),
        ];
        for (text, days) in cases {
            assert_eq!(working_days(text), days, "{text}");
        }
    }
}
