//! W030: a title in 《》 that is one character away from a known law.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::law::{STATE, nearly};
use crate::text::message::Words;

/// 法律名称写错.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W030",
    name: "law-title-differs",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "法律法规的名称同常用的一部只差一个字。",
            "The title of a law is one character away from a known one.",
        ),
        why: Words::new("依据写错，读者查不到，文件也站不住。", "Nobody finds a law under a wrong title."),
        example: "《中华人民共和国突发事件应付法》",
        mend: Words::new("《中华人民共和国突发事件应对法》", "《中华人民共和国突发事件应对法》"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_with(&['《', '〈']) {
        let text = passage.text();
        for (at, open) in text.match_indices(['《', '〈']) {
            let start = at + open.len();
            let end = text[start..].find(['《', '〈', '》', '〉']);
            let closes = |length: &usize| text[start + length..].starts_with(['》', '〉']);
            let Some(length) = end.filter(closes) else { continue };
            let title = &text[start..start + length];
            let Some(known) = nearly(title).filter(|_| prose.project.laws.find(title).is_none()) else {
                continue;
            };
            let state = if title.starts_with(STATE) { STATE } else { "" };
            let message = message!(
                "《{title}》同《{state}{known}》只差一个字",
                "{title} is one character away from {state}{known}"
            );
            report.push(passage.advice(&CODE, start..start + length, message, &format!("{state}{known}")));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W030"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn one_character_off() {
        crate::testing::assert_snapshot!(
            body("依据《中华人民共和国突发事件应付法》《安全产生法》办理。"),
            snapbox::str![[r#"
警告[W030]: 《中华人民共和国突发事件应付法》同《中华人民共和国突发事件应对法》只差一个字
  --> content/栏目/通知/notice.md:13:4
   |
13 | 依据《中华人民共和国突发事件应付法》《安全产生法》办理。
   |       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 改为“中华人民共和国突发事件应对法”

警告[W030]: 《安全产生法》同《安全生产法》只差一个字
  --> content/栏目/通知/notice.md:13:20
   |
13 | 依据《中华人民共和国突发事件应付法》《安全产生法》办理。
   |                                       ^^^^^^^^^^
   |
建议: 改为“安全生产法”
"#]]
        );
    }

    #[test]
    fn other_titles_stay() {
        for text in [
            "依据《中华人民共和国突发事件应对法》《安全生产法》办理。",
            "《湖南省安全生产条例》《国防教育法》《国防动员法》。",
            "《消防法》《水法》《海防法》《立法法》。",
            "《湖南省实施〈中华人民共和国突发事件应对法〉办法》。",
            "突发事件应付法，《行政许可办法》。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
