//! N019: a public report or summary without 发布日期.
//!
//! 国办发〔2017〕47号, annex 网页设计规范: `PubDate` is the time of publication. The day of a report is another day, and no
//! time is invented: without 发布日期 the page has no `PubDate`.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::source::Span;
use crate::text::message::Words;

/// 公开的进展没有发布日期.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "N019",
    name: "publication-unsaid",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "公开的进展或总结没有写发布日期。",
            "A public progress note or summary does not say when it was published.",
        ),
        why: Words::new(
            "报送日期不是发布日期；程序不替您编造，网页标签 PubDate 就是空的。",
            "The day of the report is not that of publication; none is invented, and the tag PubDate is missing.",
        ),
        example: "公开: true",
        mend: Words::new("公开: true\n发布日期: 2024-10-08 09:30", "公开: true\n发布日期: 2024-10-08 09:30"),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let notes = notice.notes.iter().filter(|note| note.public && note.published.is_none());
        let summaries = notice.summaries.iter();
        let summaries =
            summaries.filter(|summary| summary.public && summary.is_signed() && summary.published.is_none());
        let places =
            notes.map(|note| note.dated.span).chain(summaries.map(|summary| summary.office.text.span));
        places.for_each(|place| report.push(finding(place)));
    }
}

fn finding(place: Span) -> Diagnostic {
    let message = message!("公开了，却没有写发布日期", "this is public, without the time of its publication");
    Diagnostic::new(&CODE, place, message).help(message!(
        "在“公开: true”下面加一行“发布日期: ”，写公开的日期和时刻；一批进展可以用 gongkai publish --at \"2024-10-08 09:30\" 一次补上",
        "add a line 发布日期 below `公开: true`, with the day and minute of publication; `gongkai publish --at \"2024-10-08 09:30\"` does so for many at once"
    ))
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    fn note(lines: &str) -> String {
        let note =
            format!("---\n日期: 2024-08-30\n股室: 危化股\n事项: \"1.1\"\n状态: 正在推进\n{lines}---\n");
        printed(&["N019"], &[("栏目/通知/progress/a.md", &note)])
    }

    #[test]
    fn a_public_note_says_when() {
        crate::testing::assert_snapshot!(
            note("公开: true\n"),
            snapbox::str![[r#"
提示[N019]: 公开了，却没有写发布日期
 --> content/栏目/通知/progress/a.md:2:5
  |
2 | 日期: 2024-08-30
  |       ^^^^^^^^^^
  |
建议: 在“公开: true”下面加一行“发布日期: ”，写公开的日期和时刻；一批进展可以用 gongkai publish --at "2024-10-08 09:30" 一次补上
"#]]
        );
        assert_eq!(note("公开: true\n发布日期: 2024-08-31 09:00\n"), "");
        assert_eq!(note(""), "");
    }
}
