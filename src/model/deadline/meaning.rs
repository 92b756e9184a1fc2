//! The meaning of a deadline's text: a day, a permanent duty, an immediate one, or not understood.

use jiff::civil::Date;

use crate::text::han::is_han;
use crate::text::term::Term;

/// The meaning of a deadline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Meaning {
    /// 长期坚持, 每季度: without end, never overdue.
    Ongoing,
    /// 立即: at once, without a day.
    AtOnce,
    /// The last day; of several deadlines the latest one.
    By(Date),
    /// 2024年底前，并长期坚持: first done by a day, then without end; never overdue.
    ByThenOngoing(Date),
    /// Not understood.
    Unknown,
}

/// Words for a permanent or recurring duty.
const ONGOING: [&str; 12] =
    ["长期", "持续", "常态", "全年", "贯穿", "经常", "每", "定期", "按月", "按季", "随时", "实时"];

/// Words for an immediate duty.
const AT_ONCE: [&str; 6] = ["立即", "即时", "即刻", "马上", "立行立改", "即知即改"];

/// Words before a term that do not change the last day.
const BEFORE: [&str; 8] = ["即日起", "自", "从", "于", "在", "截至", "截止", "至"];

/// Words before what goes on behind a last day.
const THEN: [&str; 9] = ["此后", "其后", "之后", "以后", "随后", "然后", "并且", "并", "且"];

/// Words behind a term that do not change the last day, in this order, each at most once.
const AFTER: [&[&str]; 2] = [&["年底", "底", "末"], &["之前", "以前", "前", "以内", "内", "止"]];

/// Words for what is done by the last day: 5月底前动工, 2025年5月完成研究立项. Of a plan that is reported by a day, or a
/// thing that begins on it, the day is not the last one.
const DONE: [&str; 14] = [
    "完成",
    "办结",
    "动工",
    "开工",
    "竣工",
    "建成",
    "投产",
    "投用",
    "投入使用",
    "交付",
    "验收",
    "实现",
    "取得",
    "见效",
];

/// The most characters behind a word of [`DONE`]: a longer text says more than what is done.
const LONGEST_WORK: usize = 20;

impl Meaning {
    /// The meaning of a text in a paper of that date.
    #[must_use]
    pub fn of(text: &str, dated: Date) -> Self {
        understand(text.trim(), dated)
    }

    /// The last day, if the deadline names one.
    #[must_use]
    pub fn last_day(self) -> Option<Date> {
        match self {
            Self::By(day) | Self::ByThenOngoing(day) => Some(day),
            Self::Ongoing | Self::AtOnce | Self::Unknown => None,
        }
    }
}

fn understand(text: &str, dated: Date) -> Meaning {
    if starts_with_one(text, &ONGOING) {
        return Meaning::Ongoing;
    }
    let mut before = None;
    let pieces = text.split(['、', '，', ',', '；', ';', '\n']).flat_map(what_goes_on);
    let mut pieces = pieces.map(str::trim).filter(|piece| !piece.is_empty()).peekable();
    let mut whole = None;
    while let Some(piece) = pieces.next() {
        let meaning = parse_part(piece, dated, before);
        before = meaning.last_day().map(jiff::civil::Date::year).or(before);
        // 全面整治：长期坚持 is another stage, whose end does not put off that of the first.
        let goes_on = meaning == Meaning::Ongoing && pieces.peek().is_none() && !piece.contains(['：', ':']);
        whole = Some(match (whole, meaning) {
            (None, meaning) => meaning,
            (Some(Meaning::By(day)), Meaning::Ongoing) if goes_on => Meaning::ByThenOngoing(day),
            (Some(Meaning::By(day)), Meaning::ByThenOngoing(last)) if pieces.peek().is_none() => {
                Meaning::ByThenOngoing(day.max(last))
            }
            (Some(whole), meaning) => combine(whole, meaning),
        });
    }
    whole.unwrap_or(Meaning::Unknown)
}

/// A part of a deadline, divided before what goes on afterwards: 2024年底前完成 and 并长期坚持.
fn what_goes_on(piece: &str) -> Vec<&str> {
    let goes_on = |at: &usize| starts_with_one(piece[*at..].trim_start_matches(['并', '且']), &ONGOING);
    match piece.match_indices('并').map(|(at, _)| at).find(goes_on) {
        Some(at) => vec![&piece[..at], &piece[at..]],
        None => vec![piece],
    }
}

/// Combines two parts of a deadline: the later day wins; a part that was not understood makes the whole not understood.
fn combine(a: Meaning, b: Meaning) -> Meaning {
    match (a, b) {
        (Meaning::Unknown, _) | (_, Meaning::Unknown) => Meaning::Unknown,
        (Meaning::By(a), Meaning::By(b)) => Meaning::By(a.max(b)),
        (Meaning::By(day) | Meaning::ByThenOngoing(day), other)
        | (other, Meaning::By(day) | Meaning::ByThenOngoing(day)) => {
            Meaning::By(other.last_day().map_or(day, |other| day.max(other)))
        }
        (Meaning::Ongoing, _) | (_, Meaning::Ongoing) => Meaning::Ongoing,
        (Meaning::AtOnce, Meaning::AtOnce) => Meaning::AtOnce,
    }
}

/// Parses one part of a deadline. A part without a year has the year of the part before it.
fn parse_part(text: &str, dated: Date, before: Option<i16>) -> Meaning {
    // 第一阶段（9月底前）, 12月底前（含）: the day stands inside the brackets or before them.
    let bracketed = text.strip_suffix(['）', ')']).and_then(|text| text.rsplit_once(['（', '(']));
    if let Some((outer, inner)) = bracketed {
        let [outer, inner] = [outer, inner].map(|text| parse_part(text.trim(), dated, before));
        return match (outer, inner) {
            (Meaning::Unknown, by @ Meaning::By(_)) => by,
            // 2024年底前（长期坚持）
            (Meaning::By(day), Meaning::Ongoing) => Meaning::ByThenOngoing(day),
            (outer, Meaning::Unknown) => outer,
            (outer, inner) => combine(outer, inner),
        };
    }
    // 第一阶段：2024年9月底前: the words before the colon name a stage.
    let text = text.rsplit_once(['：', ':']).map_or(text, |(_, term)| term.trim_start());
    if starts_with_one(text, &AT_ONCE) {
        return Meaning::AtOnce;
    }
    let text = THEN.iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    if starts_with_one(text, &ONGOING) {
        return Meaning::Ongoing;
    }
    let text = BEFORE.iter().fold(text, |text, word| text.strip_prefix(word).unwrap_or(text));
    let spelled = spelled_out(text);
    let text = spelled.as_deref().unwrap_or(text);
    let term = before.map_or_else(|| Term::in_paper(text, dated), |year| Term::at_start(text, year));
    let Some((term, rest)) = term else { return Meaning::Unknown };
    let rest = AFTER
        .iter()
        .fold(rest, |rest, words| words.iter().find_map(|word| rest.strip_prefix(word)).unwrap_or(rest));
    if is_what_is_done(rest) { Meaning::By(term.last) } else { Meaning::Unknown }
}

/// Whether the words behind a term do not change its last day: none, or what is done by then.
fn is_what_is_done(rest: &str) -> bool {
    let rest = rest.trim_end_matches('。');
    let work = DONE.iter().find_map(|word| rest.strip_prefix(word));
    let is_plain = |work: &str| work.chars().count() <= LONGEST_WORK && work.chars().all(is_han);
    rest.is_empty() || work.is_some_and(is_plain)
}

/// Converts 2024.12.31, 2024/12 and 2024-12 to 年, 月 and 日; `None` for other texts, among them 2024-2025年.
fn spelled_out(text: &str) -> Option<String> {
    const MARKS: [char; 4] = ['.', '．', '/', '-'];
    let end = text.find(|c: char| !c.is_ascii_digit() && !MARKS.contains(&c)).unwrap_or(text.len());
    let (days, rest) = text.split_at(end);
    match *days.split(MARKS).collect::<Vec<_>>() {
        [year, month]
            if days.contains('-') && (year.len() != 4 || month.len() > 2 || rest.starts_with('月')) =>
        {
            None
        }
        [year, month] if year.len() == 4 => Some(format!("{year}年{month}月{rest}")),
        [year, month, day] if year.len() == 4 => Some(format!("{year}年{month}月{day}日{rest}")),
        _ => None,
    }
}

fn starts_with_one(text: &str, words: &[&str]) -> bool {
    words.iter().any(|word| text.starts_with(word))
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    const DATED: Date = date(2024, 8, 1);

    #[test]
    fn days() {
        let cases = [
            ("2024年12月", date(2024, 12, 31)),
            ("2024年12月底前", date(2024, 12, 31)),
            ("2024年12月31日前", date(2024, 12, 31)),
            ("12月底前", date(2024, 12, 31)),
            ("12月底前完成", date(2024, 12, 31)),
            ("2024年12月10日之前", date(2024, 12, 10)),
            ("2024-12-31", date(2024, 12, 31)),
            ("2024年第三季度", date(2024, 9, 30)),
            ("第三季度末", date(2024, 9, 30)),
            ("2024年上半年", date(2024, 6, 30)),
            ("年底前", date(2024, 12, 31)),
            ("2024年年底前", date(2024, 12, 31)),
            ("2024年底", date(2024, 12, 31)),
            ("2024-2025年", date(2025, 12, 31)),
            ("2021—2025年", date(2025, 12, 31)),
            ("即日起至2024年11月", date(2024, 11, 30)),
            ("2024年8月至12月", date(2024, 12, 31)),
            ("2024.12.31", date(2024, 12, 31)),
            ("2024/12/31前", date(2024, 12, 31)),
            ("2024.9底前", date(2024, 9, 30)),
            ("12月底前（含）", date(2024, 12, 31)),
            ("2024-12", date(2024, 12, 31)),
            ("2024-9底前", date(2024, 9, 30)),
            ("8-12月", date(2024, 12, 31)),
            ("9月底前动工", date(2024, 9, 30)),
            ("2025年5月完成研究立项", date(2025, 5, 31)),
            ("10月底完成", date(2024, 10, 31)),
            ("2024年9月底前建成投用。", date(2024, 9, 30)),
            ("9月动工，12月底前竣工验收", date(2024, 12, 31)),
        ];
        for (text, day) in cases {
            assert_eq!(understand(text, DATED), Meaning::By(day), "{text}");
        }
    }

    #[test]
    fn several_in_one_cell() {
        let cases = [
            ("2024年9月底前、12月底前", Meaning::By(date(2024, 12, 31))),
            ("2025年6月，9月", Meaning::By(date(2025, 9, 30))),
            ("2024年12月底前，并长期坚持", Meaning::ByThenOngoing(date(2024, 12, 31))),
            ("2024年底前完成、长期坚持", Meaning::ByThenOngoing(date(2024, 12, 31))),
            ("2024年12月底前完成并长期坚持", Meaning::ByThenOngoing(date(2024, 12, 31))),
            ("2024年底前（长期坚持）", Meaning::ByThenOngoing(date(2024, 12, 31))),
            ("9月底前，2024年底前（长期坚持）", Meaning::ByThenOngoing(date(2024, 12, 31))),
            ("2024年底前并长期坚持", Meaning::ByThenOngoing(date(2024, 12, 31))),
            ("2024年底前并持续推进", Meaning::ByThenOngoing(date(2024, 12, 31))),
            ("2024年9月底前，此后长期坚持", Meaning::ByThenOngoing(date(2024, 9, 30))),
            ("2024年9月底前完成并验收", Meaning::By(date(2024, 9, 30))),
            ("2024年9月底前，每季度，12月底前", Meaning::By(date(2024, 12, 31))),
            ("长期坚持，2024年12月见成效", Meaning::Ongoing),
            ("立即，每月", Meaning::Ongoing),
            ("第一阶段：2024年9月底前；第二阶段：12月底前", Meaning::By(date(2024, 12, 31))),
            ("方案制定：2024年9月底前\n全面整治：长期坚持", Meaning::By(date(2024, 9, 30))),
            ("第一阶段（2024年9月底前）；第二阶段（12月底前）", Meaning::By(date(2024, 12, 31))),
            ("2024年9月，另行通知", Meaning::Unknown),
        ];
        for (text, meaning) in cases {
            assert_eq!(understand(text, DATED), meaning, "{text}");
        }
    }

    #[test]
    fn no_day() {
        for text in ["长期坚持", "持续推进", "每季度", "每月5日前", "每年12月底前", "定期开展"]
        {
            assert_eq!(understand(text, DATED), Meaning::Ongoing, "{text}");
        }
        for text in ["立即", "立即整改", "即时办理"] {
            assert_eq!(understand(text, DATED), Meaning::AtOnce, "{text}");
        }
        for text in [
            "2024年2月30日",
            "2024.2.30",
            "2024.",
            "（）",
            "另行通知",
            "",
            "1.10",
            "2024年底前报送方案",
            "2024-13",
            "5月起动工",
            "5月后完成",
            "完成立项",
            "2024年5月完成1.2万亩",
        ] {
            assert_eq!(understand(text, DATED), Meaning::Unknown, "{text}");
        }
    }
}
