//! W045: the old name of a body, in a paper that was dated after it was renamed.
//!
//! The names come from `wording.yaml`: its entries with 自. 原 before a name says that it is the old one; a title in 《》 and the
//! members of another word (环境保护部门) keep it.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::date::chinese;
use crate::text::han::in_title;
use crate::text::message::Words;

/// 机构已经改名.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W045",
    name: "renamed-body",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "机构已经改了名称，文件还用旧名。",
            "A body was renamed before the paper was dated.",
        ),
        why: Words::new(
            "名称写错，读者找不到机构。哪些机构改了名称，由本单位写在 content/wording.yaml。",
            "Readers do not find a body under its old name. Which bodies were renamed stands in content/wording.yaml.",
        ),
        example: "按照国土资源部的要求",
        mend: Words::new(
            "按照自然资源部的要求（说的是当时的，写“原国土资源部”）",
            "按照自然资源部的要求; 原国土资源部 for the time before",
        ),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    let Some(notice) = prose.notice else { return };
    for word in &prose.project.site.wording.words {
        let Some(from) = word.from.as_ref().filter(|from| from.value <= notice.dated.value) else { continue };
        let (wrong, right, day) = (word.wrong.value.trim(), word.right.value.trim(), from.value);
        let since = chinese(day);
        if wrong.is_empty() {
            continue;
        }
        for passage in prose.passages_holding(wrong) {
            let text = passage.text();
            for (at, _) in text.match_indices(wrong) {
                let (head, behind) = (&text[..at], &text[at + wrong.len()..]);
                let is_other =
                    head.ends_with(['原', '前']) || wrong.ends_with('部') && behind.starts_with('门');
                if in_title(text, at) || is_other {
                    continue;
                }
                let message = message!("“{wrong}”{since}起已改为“{right}”", "{wrong} is {right} since {day}");
                let finding = passage.advice(&CODE, at..at + wrong.len(), message, right);
                report.push(finding.label(word.wrong.span, message!("本单位的用词", "the list of words")));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    const WORDING: &str = "词语:\n  - {错: 国土资源部, 对: 自然资源部, 自: 2018-03-17, 依据: 方案}\n  - {错: 甲中心, 对: 乙中心, 自: 2025-01-01}\n";

    fn body(text: &str) -> String {
        let notice = NOTICE.replace("现通知如下。", text);
        printed(&["W045"], &[("栏目/通知/notice.md", &notice), ("wording.yaml", WORDING)])
    }

    #[test]
    fn the_new_name_is_told() {
        crate::testing::assert_snapshot!(
            body("按照国土资源部的要求。"),
            snapbox::str![[r#"
提示[W045]: “国土资源部”2018年3月17日起已改为“自然资源部”
  --> content/栏目/通知/notice.md:13:3
   |
13 | 按照国土资源部的要求。
   |     ^^^^^^^^^^
   |
  ::: content/wording.yaml:2:9
   |
 2 |   - {错: 国土资源部, 对: 自然资源部, 自: 2018-03-17, 依据: 方案}
   |          ---------- 本单位的用词
   |
建议: 改为“自然资源部”
"#]]
        );
    }

    #[test]
    fn old_times_and_other_words_stay() {
        for text in [
            "按照自然资源部的要求。",
            "原国土资源部的规定。",
            "国土资源部门负责。",
            "依据《国土资源部关于检查的通知》。",
            "由甲中心办理。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
