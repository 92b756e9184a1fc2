//! W022: a gap of the program's own drafts, such as those of `gongkai summary`, that was published unfilled.

use crate::check::prose::{Passage, Prose};
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::message::Words;
use crate::text::placeholder::Placeholder;

/// 草稿里的占位文字.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W022",
    name: "placeholder-left",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "要公开的文字里，留着程序生成草稿时写的占位文字，或者“内部”的标注。",
            "A public text still has a gap that the program left in a draft, or the mark of an internal report.",
        ),
        why: Words::new(
            "占位文字是留给人填写的，不是本单位的话；标有“内部”的进展没有公开过。",
            "Gaps are for people to fill in and say nothing; reports marked 内部 were never public.",
        ),
        example: "（本年度没有报送进展，请补充。）",
        mend: Words::new(
            "换成实际情况；确实没有可写的，删去这一句。标有“内部”的进展，可以公开的删去“，内部”，不能公开的整段删去。",
            "Write what is the case, or remove the sentence. Of a report marked 内部 remove the mark if it may be public, \
             else the report.",
        ),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        for placeholder in Placeholder::ALL.into_iter().filter(|known| passage.may_hold(known.text())) {
            let found = placeholder.find(passage.text());
            if let Some(place) = found.filter(|_| !passage.is_example(prose.project)) {
                report.push(finding(passage, place, placeholder));
            }
        }
    }
}

fn finding(passage: &Passage<'_>, place: std::ops::Range<usize>, placeholder: Placeholder) -> Diagnostic {
    let words = placeholder.text();
    let (message, help) = match placeholder {
        Placeholder::NoReports | Placeholder::ToFillIn => (
            message!(
                "“{words}”是草稿里留待填写的，还没有填写",
                "{words:?} is a gap of a draft that was not filled in"
            ),
            message!("写上实际情况，或者删去这一句", "write what is the case, or remove the sentence"),
        ),
        Placeholder::Internal => (
            message!("这一篇进展标有“内部”，没有公开过", "this report is marked 内部: it was never public"),
            message!(
                "可以公开的，删去“，内部”；不能公开的，删去这一篇",
                "remove “，内部” if it may be public, else remove the report"
            ),
        ),
    };
    Diagnostic::new(&CODE, passage.span(place), message).help(help)
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    const SUMMARY: &str = "---\n股室: 危化股\n年度: 2024\n公开: true\n签字: {股室负责人: 某甲, 分管领导: 某乙, 日期: 2024-08-31}\n---\n\
        ## 情况\n\n2024年8月30日（正在推进，内部）：\n\n检查3家。\n\n（本年度没有报送进展，请补充。）\n\n（请填写。）\n";

    #[test]
    fn gaps_of_drafts_are_not_published() {
        crate::testing::assert_snapshot!(
            printed(&["W022"], &[("栏目/通知/summary/危化股.md", SUMMARY)]),
            snapbox::str![[r#"
错误[W022]: 这一篇进展标有“内部”，没有公开过
 --> content/栏目/通知/summary/危化股.md:9:16
  |
9 | 2024年8月30日（正在推进，内部）：
  |                        ^^^^^^^^^^
  |
建议: 可以公开的，删去“，内部”；不能公开的，删去这一篇

错误[W022]: “（本年度没有报送进展，请补充。）”是草稿里留待填写的，还没有填写
  --> content/栏目/通知/summary/危化股.md:13:1
   |
13 | （本年度没有报送进展，请补充。）
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
建议: 写上实际情况，或者删去这一句

错误[W022]: “（请填写。）”是草稿里留待填写的，还没有填写
  --> content/栏目/通知/summary/危化股.md:15:1
   |
15 | （请填写。）
   | ^^^^^^^^^^^^
   |
建议: 写上实际情况，或者删去这一句
"#]]
        );
        let notice = NOTICE.replace("现通知如下。", "（请填写。）");
        assert_eq!(printed(&["W022"], &[("栏目/通知/notice.md", &notice)]).matches("W022").count(), 1);
    }

    #[test]
    fn drafts_and_examples_may_have_them() {
        for mark in ["公开: false", "公开: true\n示例: true"] {
            let text = SUMMARY.replace("公开: true", mark);
            assert_eq!(printed(&["W022"], &[("栏目/通知/summary/危化股.md", &text)]), "", "{mark}");
        }
    }
}
