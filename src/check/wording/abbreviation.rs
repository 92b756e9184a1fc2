//! W029: 以下简称 that is defined twice, never used, or not kept.
//!
//! Only short names in quotation marks or title marks are judged. A short name is not kept when the whole title, in 《》
//! before the definition, stands again behind it in the same paper.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::message::Words;

/// 简称.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W029",
    name: "abbreviation",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "“以下简称”定了两次，定了没有用，或者后面又写全称。",
            "A short name (以下简称) is defined twice, never used, or the full name stands again.",
        ),
        why: Words::new(
            "GB/T 9704-2012 和公文惯例：第一次用全称并注明简称，以后用简称，前后一致。",
            "By custom the full name stands first, with its short form, and the short form afterwards.",
        ),
        example: "（以下简称“两方案”）……（以下简称“两方案”）",
        mend: Words::new(
            "只在第一次出现时注明简称，以后都用简称。",
            "Define it once, and use it afterwards.",
        ),
    },
};

/// The word that defines a short name.
const WORD: &str = "以下简称";

/// A definition of a short name.
struct Definition<'t> {
    passage: usize,
    words: Range<usize>,
    /// The title in 《》 before it; empty without one.
    full: &'t str,
    short: &'t str,
}

/// The most short names of a paper that are looked for: each is in all of its text, and no paper has twenty.
const MOST: usize = 200;
/// No short name has more characters.
const LONGEST: usize = 60;

fn check(prose: &Prose<'_>, report: &mut Report) {
    let definitions: Vec<Definition<'_>> = prose
        .passages
        .iter()
        .enumerate()
        .filter(|(_, passage)| passage.may_hold(WORD))
        .flat_map(|(index, passage)| definitions(index, passage.text()))
        .take(MOST)
        .collect();
    let mut told: Vec<(usize, &str)> = Vec::new();
    for definition in &definitions {
        let passage = &prose.passages[definition.passage];
        let short = definition.short;
        let is_same_paper = |other: usize| prose.passages[other].written.span == passage.written.span;
        let own = || (definition.words.clone(), passage);
        let uses =
            || prose.passages.iter().map(|passage| passage.text().matches(short).count()).sum::<usize>();
        let ((words, at), message, help) = if told
            .iter()
            .any(|(other, word)| *word == short && is_same_paper(*other))
        {
            let message = message!("“{short}”前面已经注明过", "{short} was defined above");
            (own(), message, message!("删去这一处说明", "remove this definition"))
        } else {
            told.push((definition.passage, short));
            if uses() < 2 {
                let message = message!("“{short}”后面没有用到", "{short} is never used");
                let help = message!(
                    "删去这一处说明，或者在后面用简称",
                    "remove the definition, or use the short name"
                );
                (own(), message, help)
            } else if let Some((other, place)) = full_name_again(prose, definition) {
                let full = definition.full;
                let message =
                    message!("{full}已有简称“{short}”，这里又写了全称", "{full} has the short name {short}");
                ((place, &prose.passages[other]), message, message!("改用“{short}”", "write {short}"))
            } else {
                continue;
            }
        };
        report.push(Diagnostic::new(&CODE, at.span(words), message).help(help));
    }
}

/// The first place behind a definition, in the same paper, where the full name stands again.
fn full_name_again(prose: &Prose<'_>, definition: &Definition<'_>) -> Option<(usize, Range<usize>)> {
    let own = &prose.passages[definition.passage];
    let later = prose.passages.iter().enumerate().skip(definition.passage);
    let mut later = later.filter(|(_, passage)| passage.written.span == own.written.span);
    later.find_map(|(index, passage)| {
        let from = if index == definition.passage { definition.words.end } else { 0 };
        let at = passage.text()[from..].find(definition.full).filter(|_| !definition.full.is_empty())? + from;
        Some((index, at..at + definition.full.len()))
    })
}

/// The definitions of a text.
fn definitions(passage: usize, text: &str) -> Vec<Definition<'_>> {
    let found = text.match_indices(WORD).filter_map(|(at, word)| {
        let rest = &text[at + word.len()..];
        let (open, close) =
            [('“', '”'), ('《', '》')].into_iter().find(|(open, _)| rest.starts_with(*open))?;
        let inner = &rest[open.len_utf8()..];
        let length = inner.char_indices().take(LONGEST).find(|(_, c)| *c == close)?.0;
        let end = at + word.len() + open.len_utf8() + length + close.len_utf8();
        // 以下简称“甲”或“乙”, 分别简称: several names for several things.
        if !text[end..].starts_with(['）', ')', '，', '。', '；']) || inner[..length].is_empty() {
            return None;
        }
        let short = if open == '《' {
            &rest[..open.len_utf8() + length + close.len_utf8()]
        } else {
            &inner[..length]
        };
        let head = text[..at].trim_end_matches(['（', '(', '，']);
        let is_title = head.ends_with('》') && !head.ends_with("》《");
        let title = head
            .rfind('《')
            .map(|start| &head[start..])
            .filter(|title| is_title && !title[3..].contains('《'));
        // Several titles in a row share a short name, so that each of them may stand alone later.
        let full = title
            .filter(|title| !head[..head.len() - title.len()].ends_with(['》', '、', '和', '及']))
            .unwrap_or("");
        Some(Definition { passage, words: at..end, full, short })
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W029"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn twice_unused_and_not_kept() {
        crate::testing::assert_snapshot!(
            body(
                "依据《某市安全生产条例》（以下简称《条例》），《条例》第三条，再依《某市安全生产条例》办理。\n\n某市应急管理局（以下简称“市局”）牵头，某中心（以下简称“中心站”）配合，市局（以下简称“市局”）负责。"
            ),
            snapbox::str![[r#"
提示[W029]: 《某市安全生产条例》已有简称“《条例》”，这里又写了全称
  --> content/栏目/通知/notice.md:13:34
   |
13 | 依据《某市安全生产条例》（以下简称《条例》），《条例》第三条，再依《某市安全生产条例》办理。
   |                                                                   ^^^^^^^^^^^^^^^^^^^^
   |
建议: 改用“《条例》”

提示[W029]: “中心站”后面没有用到
  --> content/栏目/通知/notice.md:15:25
   |
15 | 某市应急管理局（以下简称“市局”）牵头，某中心（以下简称“中心站”）配合，市局（以下简称“市局”）负责。
   |                                               ^^^^^^^^^^^^^^^^
   |
建议: 删去这一处说明，或者在后面用简称

提示[W029]: “市局”前面已经注明过
  --> content/栏目/通知/notice.md:15:41
   |
15 | 某市应急管理局（以下简称“市局”）牵头，某中心（以下简称“中心站”）配合，市局（以下简称“市局”）负责。
   |                                                                             ^^^^^^^^^^^^^^
   |
建议: 删去这一处说明
"#]]
        );
    }

    #[test]
    fn kept_short_names_stay() {
        for text in [
            "落实《甲规划》《乙方案》（以下简称“一规划一方案”），一规划一方案的要求，《乙方案》第二条。",
            "某市应急管理局（以下简称市局）牵头。",
            "甲公司、乙公司（以下分别简称“甲”“乙”）。",
            "某市应急管理局（以下简称“市局”），市局牵头。",
            "依据《某条例》（以下简称《条例》）第三条，《条例》第四条。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
