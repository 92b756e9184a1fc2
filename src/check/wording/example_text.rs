//! W023: words of the example of `gongkai new`, in content that is not marked 示例.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::message::Words;
use crate::text::placeholder::find_example;

/// 示例里的文字.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W023",
    name: "example-text",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "要公开的文字里，有 gongkai new 示例里的话，而这份内容没有标“示例: true”。",
            "A public text has words of the example of `gongkai new`, and is not marked `示例: true`.",
        ),
        why: Words::new(
            "示例的单位、任务、进展都是虚构的，不能当作本单位的公开出去。",
            "The example's bureau, tasks and reports are invented, and must not be published as anybody's own.",
        ),
        example: "发文机关: 示例县示例局",
        mend: Words::new(
            "换成自己的内容。要照样留作示例的，在 site.yaml、notice.md 或者这一篇的开头写“示例: true”，页面上会标明。",
            "Write your own words. To keep an example, write `示例: true` in site.yaml, notice.md or at the head of the \
             file: its page then says so.",
        ),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_holding("示例") {
        let found = find_example(passage.text());
        if let Some(place) = found.filter(|_| !passage.is_example(prose.project)) {
            let words = &passage.text()[place.clone()];
            let message = message!("“{words}”是示例里的话", "{words:?} is from the example");
            let help = message!(
                "换成自己的内容；留作示例的，写上“示例: true”",
                "write your own words, or `示例: true` to keep it as an example"
            );
            report.push(Diagnostic::new(&CODE, passage.span(place), message).help(help));
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn words_of_the_example_need_its_mark() {
        let notice = NOTICE.replace("现通知如下。", "（示例）为做好2024年示例工作，现将任务分解如下。");
        crate::testing::assert_snapshot!(
            printed(
                &["W023"],
                &[("栏目/通知/notice.md", &notice), ("site.yaml", "名称: 示例县示例局政务公开\n")]
            ),
            snapbox::str![[r#"
错误[W023]: “示例县示例局”是示例里的话
 --> content/site.yaml:1:5
  |
1 | 名称: 示例县示例局政务公开
  |       ^^^^^^^^^^^^
  |
建议: 换成自己的内容；留作示例的，写上“示例: true”

错误[W023]: “示例工作”是示例里的话
  --> content/栏目/通知/notice.md:13:13
   |
13 | （示例）为做好2024年示例工作，现将任务分解如下。
   |                     ^^^^^^^^
   |
建议: 换成自己的内容；留作示例的，写上“示例: true”
"#]]
        );
        let marked = notice.replace("发文机关:", "示例: true\n发文机关:");
        assert_eq!(printed(&["W023"], &[("栏目/通知/notice.md", &marked)]), "");
        let site = "名称: 示例县示例局政务公开\n示例: true\n";
        assert_eq!(printed(&["W023"], &[("栏目/通知/notice.md", &notice), ("site.yaml", site)]), "");
    }
}
