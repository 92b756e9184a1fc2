//! W033: a closing that belongs to another kind of paper: 特此报告 under a 通知.

use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::wording::kind::official;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::block_text::Role;
use crate::text::message::Words;

/// 结尾用语与文种不符.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W033",
    name: "closing-differs",
    severity: Severity::Warning,
    about: About {
        what: Words::new("正文结尾用语同标题的文种对不上。", "The paper's closing belongs to another 文种."),
        why: Words::new(
            "《党政机关公文处理工作条例》第八条规定各文种的用途，第十五条规定报告不得夹带请示事项；结尾用语随文种。",
            "党政机关公文处理工作条例, 第八条 and 第十五条: each kind has its use, and a 报告 asks for nothing; closings follow.",
        ),
        example: "标题: 关于经费使用情况的报告 …… 妥否，请批示。",
        mend: Words::new("特此报告。（要请示的，另写请示）", "特此报告。 (a request is a 请示 of its own)"),
    },
};

/// Closings, with the kinds of papers to which they belong.
const CLOSINGS: [(&str, &[&str]); 17] = [
    ("特此通知", &["通知"]),
    ("特此报告", &["报告"]),
    ("特此公告", &["公告"]),
    ("特此通告", &["通告"]),
    ("特此通报", &["通报"]),
    ("特此批复", &["批复"]),
    ("特此函复", &["函"]),
    ("特此函告", &["函"]),
    ("特此函达", &["函"]),
    ("专此函复", &["函"]),
    ("特此请示", &["请示"]),
    ("妥否，请批示", &["请示"]),
    ("当否，请批示", &["请示"]),
    ("妥否，请批复", &["请示"]),
    ("当否，请批复", &["请示"]),
    ("以上请示", &["请示"]),
    ("请予批准", &["请示", "函"]),
];

/// Kinds that are compared; others close freely.
const KINDS: [&str; 8] = ["通知", "请示", "报告", "函", "批复", "公告", "通告", "通报"];

/// The last paragraphs, in which a closing stands.
const LAST: usize = 2;

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice else { return };
    let Some(kind) = official(&notice.title.value).filter(|kind| KINDS.contains(kind)) else { return };
    let body = notice.body.source.span;
    let paragraphs = prose
        .passages
        .iter()
        .filter(|passage| passage.written.span == body && passage.role() == Some(Role::Paragraph));
    let paragraphs: Vec<&Passage<'_>> = paragraphs.collect();
    for passage in &paragraphs[paragraphs.len().saturating_sub(LAST)..] {
        let Some((words, kinds)) = closing(passage).filter(|(_, kinds)| !kinds.contains(&kind)) else {
            continue;
        };
        let (said, wanted) = (&passage.text()[words.clone()], kinds[0]);
        let message = message!(
            "标题是{kind}，结尾“{said}”是{wanted}用的",
            "the title is a {kind}; {said} closes a {wanted}"
        );
        let finding = Diagnostic::new(&CODE, passage.span(words), message);
        report.push(
            finding.help(message!("改结尾，或者改标题的文种", "change the closing, or the title's kind")),
        );
    }
}

/// The closing that a paragraph is, or ends with, and the kinds of papers to which it belongs.
fn closing(passage: &Passage<'_>) -> Option<(Range<usize>, &'static [&'static str])> {
    let text = passage.text().trim_end().trim_end_matches(['。', '！', '.']);
    CLOSINGS.into_iter().filter(|(words, _)| passage.may_hold(words)).find_map(|(words, kinds)| {
        let at = text.rfind(words)?;
        let begins = text[..at].is_empty() || text[..at].ends_with(['。', '\n', '，']);
        // The closing ends the paragraph; 特此通知全市 begins a sentence.
        (begins && (at + words.len() == text.len() || words == "以上请示"))
            .then_some((at..at + words.len(), kinds))
    })
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn paper(title: &str, closing: &str) -> String {
        let notice = NOTICE.replace("关于任务分解的通知", title).replace("{{任务要求}}", closing);
        printed(&["W033"], &[("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn closings_of_other_kinds() {
        crate::testing::assert_snapshot!(
            paper("关于经费使用情况的报告", "妥否，请批示。"),
            snapbox::str![[r#"
警告[W033]: 标题是报告，结尾“妥否，请批示”是请示用的
  --> content/栏目/通知/notice.md:15:1
   |
15 | 妥否，请批示。
   | ^^^^^^^^^^^^
   |
建议: 改结尾，或者改标题的文种
"#]]
        );
        assert!(paper("关于检查的通知", "以上情况，特此报告。").contains("特此报告"));
    }

    #[test]
    fn fitting_closings_stay() {
        for (title, closing) in [
            ("关于检查的通知", "特此通知。"),
            ("关于经费的请示", "妥否，请批示。"),
            ("关于工作的报告", "特此报告。"),
            ("关于协助的复函", "特此函复。"),
            ("关于检查的通知", "特此报告制度由各股室执行。"),
            ("关于检查的工作方案", "特此报告。"),
            ("关于借调人员的函", "请予批准。"),
        ] {
            assert_eq!(paper(title, closing), "", "{title}");
        }
    }
}
