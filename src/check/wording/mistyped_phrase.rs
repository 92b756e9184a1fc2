//! W046: a phrase that official texts never use, one character away from one that they use often.
//!
//! A phrase that stands there at least [`OFTEN`] times makes a warning, a rarer one a note. 易错词 with a phrase for itself,
//! and 不提示 in `wording.yaml`, silence it; a word that W013 reports is not reported twice.

use std::cell::LazyCell;
use std::ops::Range;

use crate::check::prose::{Passage, Prose};
use crate::check::wording::confused_word::{confused, silenced};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::public::TextKind;
use crate::text::message::Words;
use crate::text::near_miss::{NearMiss, OFTEN, near_misses};

/// 疑似错字.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W046",
    name: "mistyped-phrase",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "有一个字疑似打错：这样写的词语法律法规里从来没有，改一个音同或形近的字就很常见。",
            "A phrase that laws never use; with one similar character it is one that they use often.",
        ),
        why: Words::new(
            "错别字是网站检查最常通报的问题。只比对常用词语，找不到的错字远比找得到的多，不能代替人工校对；用错的真词（权利、权力）找不出来。",
            "Misprints are criticised first. Only frequent phrases are compared: most misprints are not found, real words in a wrong place never; this is no proofreader.",
        ),
        example: "完善应急予案",
        mend: Words::new(
            "完善应急预案（确实要这样写的，写进易错词：应急予案: 应急予案）",
            "完善应急预案 (if it is right, silence it under 易错词: 应急予案: 应急予案)",
        ),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        // Names and numbers of forms are not made of words that laws use.
        if matches!(passage.kind, TextKind::Marker | TextKind::Number | TextKind::Site) {
            continue;
        }
        // Most passages have no near miss.
        let silenced = LazyCell::new(|| Silenced::new(prose.project, passage.text()));
        for miss in near_misses(passage.text()) {
            if !passage.is_address(&miss.words) && !silenced.covers(&miss.wrong) {
                push(passage, miss, report);
            }
        }
    }
}

/// The places of a text about which the project, or the list of wrong words, has said what there is to say: in their
/// order, each with the furthest end of all up to it.
struct Silenced(Vec<(usize, usize)>);

impl Silenced {
    fn new(project: &Project, text: &str) -> Self {
        let words = silenced(project).filter(|word| !word.is_empty());
        let called_right = words.flat_map(|word| text.match_indices(word).map(|(at, _)| at..at + word.len()));
        let mut places: Vec<Range<usize>> = called_right.chain(confused(project, text)).collect();
        places.sort_by_key(|place| place.start);
        let mut furthest = 0;
        let ends = places.into_iter().map(|place| {
            furthest = furthest.max(place.end);
            (place.start, furthest)
        });
        Self(ends.collect())
    }

    fn covers(&self, place: &Range<usize>) -> bool {
        let behind = self.0.partition_point(|(start, _)| *start <= place.start);
        self.0[..behind].last().is_some_and(|(_, end)| place.end <= *end)
    }
}

fn push(passage: &Passage<'_>, miss: NearMiss, report: &mut Report) {
    let wrong = &passage.text()[miss.words.clone()];
    let (right, count) = (&miss.right, miss.count);
    let message = message!(
        "“{wrong}”疑似“{right}”之误：法律法规里前者出现0次，后者出现{count}次",
        "{wrong} may be a misprint of {right}: laws have the first 0 times, the second {count} times"
    );
    let mut finding = passage.advice(&CODE, miss.words, message, right);
    if count < OFTEN {
        finding.severity = Severity::Note;
    }
    report.push(finding);
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str, site: &str) -> String {
        let notice = NOTICE.replace("现通知如下。", text);
        let site = format!("名称: 某局政务公开\n{site}");
        printed(&["W013", "W046"], &[("栏目/通知/notice.md", &notice), ("site.yaml", &site)])
    }

    #[test]
    fn both_counts_are_told() {
        crate::testing::assert_snapshot!(
            body("完善应急**予**案，加强监督捡查。", ""),
            snapbox::str![[r#"
警告[W013]: “应急予案”是错别字
  --> content/栏目/通知/notice.md:13:3
   |
13 | 完善应急**予**案，加强监督捡查。
   |     ^^^^^^^^^^^^
   |
建议: 改为“应急预案”

警告[W046]: “监督捡查”疑似“监督检查”之误：法律法规里前者出现0次，后者出现3781次
  --> content/栏目/通知/notice.md:13:14
   |
13 | 完善应急**予**案，加强监督捡查。
   |                       ^^^^^^^^
   |
建议: 改为“监督检查”
"#]]
        );
    }

    #[test]
    fn a_project_silences_a_phrase() {
        assert_eq!(body("加强监督捡查。", "易错词:\n  督捡查: 督捡查\n"), "");
        let own = body("加强监督捡查。", "易错词:\n  监督捡查: 监督核查\n");
        assert_eq!((own.matches("W013").count(), own.matches("W046").count()), (1, 0), "{own}");
    }

    #[test]
    fn right_phrases_stay() {
        for text in [
            "完善应急预案，加强监督检查，防汛抗旱。",
            "张三丰、李四光、王五一出席会议。",
            "临湘市桃林镇、羊楼司镇、聂市镇。",
            "见第十一节，第二十三条第四款。",
            "村村响、五进、一岗双责、双盲演练。",
        ] {
            assert_eq!(body(text, ""), "", "{text}");
        }
    }
}
