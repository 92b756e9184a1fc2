//! W047: a law that was repealed, cited in an old version, or revised with effect from a day that the paper's work reaches.
//!
//! A title without a version means the law in force, so it is reported only when the law is repealed, or when a version
//! that was adopted before the paper comes into force before its last deadline, or while 长期坚持 runs (a note). Each law is
//! reported once in a notice.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::deadline::Meaning;
use crate::model::notice::Notice;
use crate::model::table::Table;
use crate::text::date::chinese;
use crate::text::han::digits;
use crate::text::law::Law;
use crate::text::message::{Message, Words};

/// 法律修订、废止.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W047",
    name: "law-changed",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "引用的法律已经废止、有了新版本，或者新版本将在工作期间施行（提示）。",
            "A cited law is repealed or has a newer version, or one comes into force while the work runs (a note).",
        ),
        why: Words::new(
            "依据要现行有效；工作期间施行的新版本，条款号和要求可能不同。内置的法律表只收两处来源一致的，没有收的不判断；本省的条例、规章等写进 content/laws.csv。",
            "The basis has to be in force. The built-in table has only what two sources agree on; other laws are not judged; content/laws.csv adds rules of a province.",
        ),
        example: "依据《中华人民共和国合同法》（成文日期: 2024-08-01）",
        mend: Words::new("依据《中华人民共和国民法典》", "依据《中华人民共和国民法典》"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice.filter(|notice| notice.withdrawal.is_none()) else { return };
    let mut told = BTreeSet::new();
    for passage in prose.passages_with(&['《']) {
        let text = passage.text();
        for (at, open) in text.match_indices('《') {
            let start = at + open.len();
            let end = text[start..].find(['《', '》']);
            let Some(length) = end.filter(|length| text[start + length..].starts_with('》')) else {
                continue;
            };
            let title = &text[start..start + length];
            let Some(law) = prose.project.laws.find(title) else { continue };
            let behind = &text[start + length + '》'.len_utf8()..];
            let Some(judgement) = judged(law, behind, notice) else { continue };
            if told.insert(law.title.as_str()) {
                report.push(finding((prose, passage), start..start + length, law, judgement));
            }
        }
    }
}

type Judgement = (Severity, Message, Message);

fn finding(
    (prose, passage): (&Prose<'_>, &Passage<'_>),
    words: std::ops::Range<usize>,
    law: &Law,
    (severity, message, help): Judgement,
) -> Diagnostic {
    // A table older than a year may miss the next version, so that its answer is a hint only.
    let stand = prose.project.laws.stand(law);
    let limit = stand.and_then(|day| Date::new(day.year() + 1, day.month(), day.day()).ok());
    let is_old = limit.is_some_and(|limit| prose.project.today > limit);
    let Message { zh, en } = help;
    let help = match (is_old, law.is_own) {
        (false, _) => Message { zh, en },
        (true, false) => {
            message!(
                "{zh}（内置的法律表已超过一年，请另行核对）",
                "{en} (the built-in table is older than a year)"
            )
        }
        (true, true) => {
            message!(
                "{zh}（content/laws.csv 已超过一年，请另行核对）",
                "{en} (content/laws.csv is older than a year)"
            )
        }
    };
    let mut finding = Diagnostic::new(&CODE, passage.span(words), message).help(help);
    finding.severity = if is_old { Severity::Note } else { severity };
    finding
}

/// The state of a law for a notice that cites it; `behind` is the text behind the title.
fn judged(law: &Law, behind: &str, notice: &Notice) -> Option<Judgement> {
    let (title, dated) = (&law.title, notice.dated.value);
    if let Some(repealed) = law.repealed.filter(|repealed| *repealed <= dated) {
        let (day, new) = (chinese(repealed), &law.replaced_by);
        return Some((
            Severity::Warning,
            message!("《{title}》{day}起已经废止", "{title} was repealed on {repealed}"),
            if new.is_empty() {
                message!("改引现行有效的规定", "cite what is in force")
            } else {
                message!("改引《{new}》的有关规定", "cite {new}")
            },
        ));
    }
    let (version, in_force) = (law.version?, law.in_force?);
    let (adopted, from) = (chinese(version), chinese(in_force));
    // Congress passes laws; rules are published by order.
    let passed = if title.ends_with('法') { "通过" } else { "公布" };
    if version_of(behind).is_some_and(|year| year < version.year()) && in_force <= dated {
        return Some((
            Severity::Warning,
            message!(
                "《{title}》已有{adopted}{passed}的新版本，{from}起施行",
                "{title} has a version of {version}, in force from {in_force}"
            ),
            message!("按现行版本核对条款", "compare with the version in force"),
        ));
    }
    let is_later = version <= dated && in_force > dated && reaches(notice, in_force);
    is_later.then(|| (
        Severity::Note,
        message!("《{title}》{adopted}修订，{from}起施行，在本文任务的期限之内", "{title} was revised on {version}; the new version is in force from {in_force}, while the tasks run"),
        message!("引用条款时按新版本核对", "compare cited articles with the new version"),
    ))
}

/// The year of a version behind a title: （2014年修正）.
fn version_of(behind: &str) -> Option<i16> {
    let inner = behind.strip_prefix(['（', '('])?;
    let year = inner.get(..digits(inner)).filter(|year| year.len() == 4)?;
    let rest = inner[4..].trim_start_matches('年');
    ["修正", "修订", "版"].iter().any(|word| rest.starts_with(word)).then(|| year.parse().ok())?
}

/// Whether the work of a notice reaches a day: a deadline lies on it or later, or never ends.
fn reaches(notice: &Notice, day: Date) -> bool {
    let mut deadlines = notice.tables().flat_map(Table::deadlines);
    deadlines.any(|deadline| match deadline.meaning {
        Meaning::Ongoing | Meaning::ByThenOngoing(_) => true,
        Meaning::By(last) => last >= day,
        Meaning::AtOnce | Meaning::Unknown => false,
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn body(text: &str) -> String {
        printed(&["W047"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn repealed_revised_and_soon_in_force() {
        crate::testing::assert_snapshot!(
            body(
                "依据《中华人民共和国合同法》《安全生产法》（2014年修正）《突发事件应对法》，《突发事件应对法》第三条。"
            ),
            snapbox::str![[r#"
警告[W047]: 《合同法》2021年1月1日起已经废止
  --> content/栏目/通知/notice.md:13:4
   |
13 | 依据《中华人民共和国合同法》《安全生产法》（2014年修正）《突发事件应对法》，《突发事件应对法》第三条。
   |       ^^^^^^^^^^^^^^^^^^^^
   |
建议: 改引《民法典》的有关规定

警告[W047]: 《安全生产法》已有2021年6月10日通过的新版本，2021年9月1日起施行
  --> content/栏目/通知/notice.md:13:16
   |
13 | 依据《中华人民共和国合同法》《安全生产法》（2014年修正）《突发事件应对法》，《突发事件应对法》第三条。
   |                               ^^^^^^^^^^
   |
建议: 按现行版本核对条款

提示[W047]: 《突发事件应对法》2024年6月28日修订，2024年11月1日起施行，在本文任务的期限之内
  --> content/栏目/通知/notice.md:13:32
   |
13 | 依据《中华人民共和国合同法》《安全生产法》（2014年修正）《突发事件应对法》，《突发事件应对法》第三条。
   |                                                           ^^^^^^^^^^^^^^
   |
建议: 引用条款时按新版本核对
"#]]
        );
    }

    #[test]
    fn what_is_in_force_stays() {
        for text in [
            "依据《中华人民共和国民法典》《安全生产法》《安全生产法》（2021年修正）。",
            "依据《行政复议法》《中华人民共和国保守国家秘密法》。",
            "《湖南省实施〈中华人民共和国突发事件应对法〉办法》、突发事件应对法。",
            "《合同法学》《某省合同监督条例》。",
            "签订合同，依法继承。",
            "依据《中华人民共和国政府信息公开条例》、《生产安全事故应急条例》（国务院令第708号）。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
        let notice = NOTICE.replace("现通知如下。", "依据《突发事件应对法》。");
        let soon = TABLE.replace("长期坚持", "2024年10月底前");
        assert_eq!(
            printed(&["W047"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/tasks.yaml", &soon)]),
            ""
        );
        let earlier = notice.replace("2024-08-01", "2024-06-01").replace("2024-08-02", "2024-06-02");
        assert_eq!(printed(&["W047"], &[("栏目/通知/notice.md", &earlier)]), "");
    }

    /// The findings about a notice that cites three laws, with this table of the bureau's own.
    fn with_table(laws: &str) -> String {
        let notice = NOTICE.replace(
            "现通知如下。",
            "依据《某省安全生产条例》（2014年修正）、《某省消防办法》、《中华人民共和国合同法》。",
        );
        printed(&["W047", "R020"], &[("栏目/通知/notice.md", &notice), ("laws.csv", laws)])
    }

    /// Rows of the project's own table: a province's rule, and a built-in row that is replaced.
    #[test]
    fn laws_of_the_own_table() {
        crate::testing::assert_snapshot!(
            with_table(
                "# stand 2022-10-01\ntitle,version,in_force,repealed,replaced_by,sources\n某省安全生产条例,2022-03-01,2022-06-01,,,\n\
                 《某省消防办法》,,,2023-01-01,,某省人民政府令第1号\n中华人民共和国合同法,2030-01-01,2030-02-01,,,\n"
            ),
            snapbox::str![[r#"
提示[W047]: 《某省安全生产条例》已有2022年3月1日公布的新版本，2022年6月1日起施行
  --> content/栏目/通知/notice.md:13:4
   |
13 | 依据《某省安全生产条例》（2014年修正）、《某省消防办法》、《中华人民共和国合同法》。
   |       ^^^^^^^^^^^^^^^^
   |
建议: 按现行版本核对条款（content/laws.csv 已超过一年，请另行核对）

提示[W047]: 《某省消防办法》2023年1月1日起已经废止
  --> content/栏目/通知/notice.md:13:24
   |
13 | 依据《某省安全生产条例》（2014年修正）、《某省消防办法》、《中华人民共和国合同法》。
   |                                           ^^^^^^^^^^^^
   |
建议: 改引现行有效的规定（content/laws.csv 已超过一年，请另行核对）
"#]]
        );
    }

    #[test]
    fn faults_of_the_own_table() {
        crate::testing::assert_snapshot!(
            with_table(
                "# stand 2024-01-01\n某省安全生产条例\n某省消防办法,2023-02-30,2023-03-01\n,2023-01-01,2023-01-01\n"
            ),
            snapbox::str![[r#"
警告[W047]: 《合同法》2021年1月1日起已经废止
  --> content/栏目/通知/notice.md:13:33
   |
13 | 依据《某省安全生产条例》（2014年修正）、《某省消防办法》、《中华人民共和国合同法》。
   |                                                             ^^^^^^^^^^^^^^^^^^^^
   |
建议: 改引《民法典》的有关规定

错误[R020]: 应有二到六列，用半角逗号隔开，不加引号
 --> content/laws.csv:2:1
  |
2 | 某省安全生产条例
  | ^^^^^^^^^^^^^^^^
  |
建议: 写成“名称,2022-03-01,2022-06-01,,,来源”的样子；已废止的写“名称,,,2023-01-01,代替它的,来源”

错误[R020]: “2023-02-30”不是日期
 --> content/laws.csv:3:1
  |
3 | 某省消防办法,2023-02-30,2023-03-01
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“名称,2022-03-01,2022-06-01,,,来源”的样子；已废止的写“名称,,,2023-01-01,代替它的,来源”

错误[R020]: 没有名称
 --> content/laws.csv:4:1
  |
4 | ,2023-01-01,2023-01-01
  | ^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“名称,2022-03-01,2022-06-01,,,来源”的样子；已废止的写“名称,,,2023-01-01,代替它的,来源”
"#]]
        );
    }

    #[test]
    fn rows_of_the_own_table_that_say_too_little_or_again() {
        let laws = "# stand 2024-01-01\n某省甲办法,2023-01-01\n某省乙办法,,,2023-01-01\n《某省乙办法》,,,2024-01-01\n\"某省丙,丁办法\",,,2024-01-01\n";
        crate::testing::assert_snapshot!(
            printed(&["R020"], &[("laws.csv", laws)]),
            snapbox::str![[r#"
错误[R020]: 要有通过、施行两个日期，或者废止日期
 --> content/laws.csv:2:1
  |
2 | 某省甲办法,2023-01-01
  | ^^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“名称,2022-03-01,2022-06-01,,,来源”的样子；已废止的写“名称,,,2023-01-01,代替它的,来源”

错误[R020]: 与第 3 行是同一部
 --> content/laws.csv:4:1
  |
4 | 《某省乙办法》,,,2024-01-01
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“名称,2022-03-01,2022-06-01,,,来源”的样子；已废止的写“名称,,,2023-01-01,代替它的,来源”

错误[R020]: 应有二到六列，用半角逗号隔开，不加引号
 --> content/laws.csv:5:1
  |
5 | "某省丙,丁办法",,,2024-01-01
  | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
  |
建议: 写成“名称,2022-03-01,2022-06-01,,,来源”的样子；已废止的写“名称,,,2023-01-01,代替它的,来源”
"#]]
        );
    }
}
