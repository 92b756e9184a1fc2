//! W025: an attachment that the text names and that is not there, or the other way round. W026: a single attachment with a
//! number.
//!
//! Only the body is read: attached papers have attachments of their own. 附件2 behind the title or number of another paper is
//! that paper's.

use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::notice::Notice;
use crate::text::message::Words;
use crate::text::quantity::whole;

/// 附件与正文不一致.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W025",
    name: "attachment-reference",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "正文提到的附件没有，或者有的附件正文没有提到（提示）。",
            "The text names an attachment that is not there, or leaves one out that is (a note).",
        ),
        why: Words::new(
            "GB/T 9704-2012（附件说明）：附件的顺序号要同正文一致；读者找不到附件，等于没有公开。",
            "GB/T 9704-2012, 附件说明: numbers agree with the text; an attachment that cannot be found is not public.",
        ),
        example: "见附件3（只有两个附件）",
        mend: Words::new("见附件2，或者补上附件", "见附件2, or add the attachment"),
    },
};

/// 只有一个附件，不编号.
pub const SINGLE: Rule = Rule { code: &SINGLE_NUMBERED, check: Check::Prose(check_single) };
const SINGLE_NUMBERED: Code = Code {
    id: "W026",
    name: "single-attachment-numbered",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "只有一个附件，正文却写了“附件1”。",
            "There is one attachment, but the text says 附件1.",
        ),
        why: Words::new(
            "GB/T 9704-2012（附件说明）：只有一个附件的，不编顺序号。",
            "GB/T 9704-2012, 附件说明: a single attachment has no number.",
        ),
        example: "见附件1（只有一个附件）",
        mend: Words::new("见附件", "见附件"),
    },
};

/// A reference: the numbers it names, and its place. No number is 附件 alone.
struct Reference {
    passage: usize,
    numbers: Range<usize>,
    words: Range<usize>,
}

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice.filter(|notice| notice.withdrawal.is_none()) else { return };
    let count = notice.attachments.iter().filter(|attachment| attachment.labelled).count();
    let references = references(prose, notice);
    for reference in references.iter().filter(|reference| reference.numbers.end > count + 1) {
        // A single attachment may be numbered: that is a finding of its own.
        if count == 1 && reference.numbers == (1..2) || count == 0 && !notice.attachments.is_empty() {
            continue;
        }
        let passage = &prose.passages[reference.passage];
        let named = &passage.text()[reference.words.clone()];
        let message = match count {
            0 => message!(
                "正文提到“{named}”，可是没有附件",
                "the text names {named}, but there is no attachment"
            ),
            _ => message!(
                "正文提到“{named}”，可是只有{count}个附件",
                "the text names {named}, but there are {count} attachments"
            ),
        };
        let finding = Diagnostic::new(&CODE, passage.span(reference.words.clone()), message);
        report.push(
            finding.help(message!("改正序号，或者补上附件", "correct the number, or add the attachment")),
        );
    }
    let named = |n: &usize| references.iter().any(|reference| reference.numbers.contains(n));
    if count < 2
        || !(1..=count).any(|n| named(&n))
        || references.iter().any(|reference| reference.numbers.is_empty())
    {
        return;
    }
    let labelled = notice.attachments.iter().filter(|attachment| attachment.labelled);
    for (n, attachment) in (1..).zip(labelled).filter(|(n, _)| !named(n)) {
        let message = message!(
            "正文提到了别的附件，没有提到附件{n}",
            "the text names other attachments, but not 附件{n}"
        );
        let mut finding = Diagnostic::new(&CODE, attachment.name.span, message)
            .help(message!("在正文相应的地方写上“见附件{n}”", "name it where the text speaks of it"));
        finding.severity = Severity::Note;
        report.push(finding);
    }
}

fn check_single(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice.filter(|notice| notice.withdrawal.is_none()) else { return };
    if notice.attachments.iter().filter(|attachment| attachment.labelled).count() != 1 {
        return;
    }
    for reference in references(prose, notice).into_iter().filter(|reference| reference.numbers == (1..2)) {
        let passage = &prose.passages[reference.passage];
        let message = message!("只有一个附件，不编序号", "a single attachment has no number");
        report.push(passage.advice(&SINGLE_NUMBERED, reference.words, message, "附件"));
    }
}

/// Whether the words before 附件 send the reader there: 见, 详见; not 未见, 不见.
fn is_named(head: &str) -> bool {
    head.ends_with('见') && !head.ends_with("不见") && !head.ends_with("未见")
}

/// The references of a notice's body to its own attachments.
fn references(prose: &Prose<'_>, notice: &Notice) -> Vec<Reference> {
    let body = notice.body.source.span;
    let passages = prose.passages.iter().enumerate().filter(|(_, passage)| passage.written.span == body);
    let found = passages.flat_map(|(index, passage)| {
        let text = passage.text();
        let is_linked = |at: usize| has_link(passage, at);
        let places = text.match_indices("附件").filter(move |(at, _)| !is_linked(*at));
        places.filter_map(move |(at, word)| {
            let (head, rest) = (&text[..at], &text[at + word.len()..]);
            // 《通知》附件2, 54号文附件2: of another paper. 附件说明, 邮件附件: other words.
            if head.ends_with(['》', '号', '文', '的', '该', '其', '〉', '”', '含']) {
                return None;
            }
            let Some((first, length)) = whole(rest).filter(|(n, _)| (1..=99).contains(n)) else {
                return is_named(head).then(|| Reference {
                    passage: index,
                    numbers: 0..0,
                    words: at..at + word.len(),
                });
            };
            let is_count = rest[length..].starts_with(['份', '个', '件', '项', '张', '页', '年', '月', '.']);
            let (last, end) =
                range_end(&rest[length..]).map_or((first, length), |(last, more)| (last, length + more));
            let last = last.max(first);
            (!is_count).then(|| Reference {
                passage: index,
                numbers: first..last + 1,
                words: at..at + word.len() + end,
            })
        })
    });
    let mut found: Vec<Reference> = found.collect();
    // Without any attachment, 附件1 of a quoted paper cannot be told from one of this: only 见附件 is judged.
    if notice.attachments.is_empty() {
        found.retain(|reference| {
            let text = prose.passages[reference.passage].text();
            is_named(&text[..reference.words.start])
        });
        for reference in found.iter_mut().filter(|reference| reference.numbers.is_empty()) {
            reference.numbers = 1..2;
        }
    }
    found
}

/// The end of a range behind the first number: 附件1—3, 附件1至附件3.
fn range_end(rest: &str) -> Option<(usize, usize)> {
    let sign = ["—", "-", "～", "~", "至", "－"].into_iter().find(|sign| rest.starts_with(sign))?;
    let word = if rest[sign.len()..].starts_with("附件") { "附件".len() } else { 0 };
    let (last, length) = whole(&rest[sign.len() + word..]).filter(|(n, _)| (1..=99).contains(n))?;
    Some((last, sign.len() + word + length))
}

/// Whether the words stand in a link, which leads to the file itself.
fn has_link(passage: &Passage<'_>, at: usize) -> bool {
    let place = passage.source(at..at);
    let behind = passage.written.value.get(place.start..).unwrap_or_default();
    let line = behind.lines().next().unwrap_or_default();
    line.find("](").is_some_and(|end| !line[..end].contains('['))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    const TWO: &str = "附件:\n  - 表: tasks.yaml\n    名称: 任务清单\n  - 文: plan.md\n    名称: 工作方案\n";

    fn notice(text: &str, attachments: usize) -> String {
        let notice = NOTICE.replace("现通知如下。", text);
        let one = "附件:\n  - 表: tasks.yaml\n    名称: 任务清单\n";
        match attachments {
            0 => notice.replace(one, "").replace("{{任务要求}}\n", ""),
            1 => notice,
            _ => notice.replace(one, TWO),
        }
    }

    fn body(text: &str, attachments: usize) -> String {
        let files = [
            ("栏目/通知/notice.md", notice(text, attachments)),
            ("栏目/通知/plan.md", "方案见附件9。\n".to_owned()),
        ];
        let files = [(files[0].0, files[0].1.as_str()), (files[1].0, files[1].1.as_str())];
        printed(&["W025", "W026"], &files[..attachments.clamp(1, 2)])
    }

    #[test]
    fn named_and_not_there() {
        crate::testing::assert_snapshot!(
            body("任务见附件1，要求见附件3，表格见附件1—4。", 2),
            snapbox::str![[r#"
警告[W025]: 正文提到“附件3”，可是只有2个附件
  --> content/栏目/通知/notice.md:15:11
   |
15 | 任务见附件1，要求见附件3，表格见附件1—4。
   |                    ^^^^^
   |
建议: 改正序号，或者补上附件

警告[W025]: 正文提到“附件1—4”，可是只有2个附件
  --> content/栏目/通知/notice.md:15:18
   |
15 | 任务见附件1，要求见附件3，表格见附件1—4。
   |                                 ^^^^^^^
   |
建议: 改正序号，或者补上附件
"#]]
        );
        crate::testing::assert_snapshot!(
            body("任务见附件。", 0),
            snapbox::str![[r#"
警告[W025]: 正文提到“附件”，可是没有附件
  --> content/栏目/通知/notice.md:10:4
   |
10 | 任务见附件。
   |       ^^^^
   |
建议: 改正序号，或者补上附件
"#]]
        );
    }

    #[test]
    fn there_and_not_named() {
        crate::testing::assert_snapshot!(
            body("任务见附件1。", 2),
            snapbox::str![[r#"
提示[W025]: 正文提到了别的附件，没有提到附件2
  --> content/栏目/通知/notice.md:11:9
   |
11 |     名称: 工作方案
   |           ^^^^^^^^
   |
建议: 在正文相应的地方写上“见附件2”
"#]]
        );
    }

    #[test]
    fn a_single_one_has_no_number() {
        crate::testing::assert_snapshot!(
            body("任务见附件1。", 1),
            snapbox::str![[r#"
警告[W026]: 只有一个附件，不编序号
  --> content/栏目/通知/notice.md:13:4
   |
13 | 任务见附件1。
   |       ^^^^^
   |
建议: 改为“附件”
"#]]
        );
    }

    #[test]
    fn right_references_stay() {
        for (text, attachments) in [
            ("任务见附件1，方案见附件2。", 2),
            ("任务和方案见附件1—2。", 2),
            ("任务清单和方案见附件。", 2),
            ("任务见附件。", 1),
            ("按照《关于检查的通知》附件3办理，国办发〔2019〕54号文附件5。", 2),
            ("报送材料附件3份，附件格式不限，不见附件的退回。", 1),
            ("来件未见附件、不见附件的，退回补正。", 0),
            ("按照《通知》附件1办理，附件2的表格。", 0),
            ("见[附件3](plan.md)。", 1),
            ("现通知如下。", 2),
        ] {
            assert_eq!(body(text, attachments), "", "{text}");
        }
    }
}
