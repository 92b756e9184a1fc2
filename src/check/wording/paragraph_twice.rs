//! W041: a paragraph that stands twice in one paper.

use std::collections::HashMap;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::paper::block_text::Role;
use crate::text::han::is_han;
use crate::text::message::Words;

/// 段落重复.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W041",
    name: "paragraph-twice",
    severity: Severity::Warning,
    about: About {
        what: Words::new("同一篇里有两段一模一样的话。", "Two paragraphs of one paper are equal."),
        why: Words::new("多半是复制粘贴时多贴了一遍。", "Usually it was pasted once too often."),
        example: "（同一段话出现了两次）",
        mend: Words::new("删去多余的一段。", "Remove one of them."),
    },
};

/// The fewest Han characters of a paragraph that is nobody's form: shorter lines may well be repeated.
const SHORTEST: usize = 30;

fn check(prose: &Prose<'_>, report: &mut Report) {
    let mut seen = HashMap::new();
    for passage in &prose.passages {
        let text = passage.text().trim();
        let is_paragraph = matches!(passage.role(), Some(Role::Paragraph | Role::Item));
        if !is_paragraph
            || text.len() < 3 * SHORTEST
            || text.chars().filter(|c| is_han(*c)).count() < SHORTEST
        {
            continue;
        }
        let span = passage.span(0..passage.text().len());
        let Some(first) = seen.insert((span.file, text), span) else { continue };
        report.push(
            Diagnostic::new(
                &CODE,
                span,
                message!("这一段前面已经有了", "this paragraph stands above already"),
            )
            .label(first, message!("第一次", "first"))
            .help(message!("删去多余的一段", "remove one of them")),
        );
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    const LONG: &str = "各股室要高度重视，压实工作责任，细化工作举措，确保各项任务措施落实落地。";

    fn body(text: &str) -> String {
        printed(&["W041"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_second_one_is_shown() {
        crate::testing::assert_snapshot!(
            body(&format!("{LONG}\n\n中间一段。\n\n{LONG}")),
            snapbox::str![[r#"
警告[W041]: 这一段前面已经有了
  --> content/栏目/通知/notice.md:17:1
   |
17 | 各股室要高度重视，压实工作责任，细化工作举措，确保各项任务措施落实落地。
   | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   |
  ::: content/栏目/通知/notice.md:13:1
   |
13 | 各股室要高度重视，压实工作责任，细化工作举措，确保各项任务措施落实落地。
   | ------------------------------------------------------------------------ 第一次
   |
建议: 删去多余的一段
"#]]
        );
    }

    #[test]
    fn other_repetitions_stay() {
        for text in [
            LONG.to_owned(),
            format!("{LONG}\n\n{}", LONG.replace("各股室", "各单位")),
            "特此通知。\n\n特此通知。".to_owned(),
            "- 检查企业。\n- 检查企业。".to_owned(),
            format!("| 甲 | 乙 |\n|---|---|\n| {LONG} | {LONG} |"),
            "申请人：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿\n\n申请人：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿".to_owned(),
        ] {
            assert_eq!(body(&text), "", "{text}");
        }
        let table = TABLE.replace("要求: 加大力度。", &format!("要求: {LONG}")).replace("开展检查。", LONG);
        assert_eq!(printed(&["W041"], &[("栏目/通知/tasks.yaml", &table)]), "");
    }
}
