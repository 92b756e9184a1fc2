//! W060: invisible characters that change how the text around them is displayed, or carry hidden text.
//!
//! Behind U+202E `付款给甲` reads `甲给款付`, and a file named `公告`, U+202E, `fdp.exe` looks like a PDF ("Trojan
//! Source", CVE-2021-42574). Tags (U+E0000 to U+E007F) carry whole texts that nobody sees.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::public::TextKind;
use crate::source::Span;
use crate::text::character::{is_deceptive, name};
use crate::text::han::others;
use crate::text::message::Words;

/// 看不见的控制字符.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W060",
    name: "deceptive-character",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "有看不见、却会改变文字显示次序或夹带文字的字符。",
            "An invisible character that turns the direction of writing or carries hidden text.",
        ),
        why: Words::new(
            "它使读者看到的与写下的不同，搜索和复制的结果也与看到的不同。",
            "Readers see another text than the one that is searched and copied.",
        ),
        example: "付款人: \"\\u202E甲公司\"",
        mend: Words::new(
            "删去它；确需从右往左书写的文字，在该通知中放行 W060。",
            "Delete it; accept W060 in the notice where text does run from right to left.",
        ),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        for (at, c) in deceptive(passage.text()) {
            report.push(finding(passage.span(at..at + c.len_utf8()), c));
        }
    }
    // Names of files are not divided into passages.
    for public in prose.texts.iter().filter(|public| public.kind == TextKind::FileName) {
        for (at, c) in deceptive(&public.text.value) {
            report.push(finding(public.text.part(at..at + c.len_utf8()).span, c));
        }
    }
}

fn deceptive(text: &str) -> impl Iterator<Item = (usize, char)> {
    others(text).filter(|(_, c)| is_deceptive(*c))
}

fn finding(span: Span, c: char) -> Diagnostic {
    let (name, length) = (name(c), c.len_utf8());
    let message = message!(
        "这里有看不见的字符（{name}），读者看到的会与写下的不同",
        "an invisible character ({name}): readers see something else than what is written"
    );
    let finding = Diagnostic::new(&CODE, span, message).help(message!(
        "删去它；确需从右往左书写的文字，可以放行",
        "delete it, or accept it where text does run from right to left"
    ));
    if span.range().len() == length { finding.fix(span, "") } else { finding }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn what_turns_the_direction_is_told_wherever_it_stands() {
        let notice = NOTICE.replace("标题: ", "标题: \u{202e}");
        let notice = format!("{notice}\n甲\u{2066}乙&#x202D;丙\n");
        let site = "名称: \"某局\\u202A政务公开\"\n";
        crate::testing::assert_snapshot!(
            printed(&["W060"], &[("栏目/通知/notice.md", &notice), ("site.yaml", site)]),
            snapbox::str![[r#"
警告[W060]: 这里有看不见的字符（U+202A），读者看到的会与写下的不同
 --> content/site.yaml:1:5
  |
1 | 名称: "某局\u202A政务公开"
  |       ^^^^^^^^^^^^^^^^^^^^
  |
建议: 删去它；确需从右往左书写的文字，可以放行

警告[W060]: 这里有看不见的字符（U+202E），读者看到的会与写下的不同
 --> content/栏目/通知/notice.md:2:5
  |
2 | 标题: �关于任务分解的通知
  |       ^
  |
建议: 删去它；确需从右往左书写的文字，可以放行

警告[W060]: 这里有看不见的字符（U+2066），读者看到的会与写下的不同
  --> content/栏目/通知/notice.md:17:2
   |
17 | 甲�乙&#x202D;丙
   |   ^
   |
建议: 删去它；确需从右往左书写的文字，可以放行

警告[W060]: 这里有看不见的字符（U+202D），读者看到的会与写下的不同
  --> content/栏目/通知/notice.md:17:4
   |
17 | 甲�乙&#x202D;丙
   |      ^^^^^^^^
   |
建议: 删去它；确需从右往左书写的文字，可以放行
"#]]
        );
    }

    #[test]
    fn tags_carry_hidden_text() {
        let notice = format!("{NOTICE}\n甲\u{e0041}乙\n");
        let found = printed(&["W060"], &[("栏目/通知/notice.md", &notice)]);
        assert!(found.contains("U+E0041") && found.contains("notice.md:17:2"), "{found}");
    }

    #[test]
    fn other_characters_stay() {
        let notice = format!("{NOTICE}\n甲\u{200b}乙\u{200d}丙\u{feff}·é😀ا\n");
        assert_eq!(printed(&["W060"], &[("栏目/通知/notice.md", &notice)]), "");
    }
}
