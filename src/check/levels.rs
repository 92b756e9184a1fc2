//! 规则级别: a project may make a rule stricter or milder, or switch it off, in `site.yaml`.

use crate::check::RULES;
use crate::diagnostic::{About, Code, Diagnostic, LEVELS, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::source::Located;
use crate::text::message::{Message, Words};
use crate::text::similar::near;

/// Findings about 规则级别 itself.
pub const CODES: &[&Code] = &[&WRONG_LEVEL];

const WRONG_LEVEL: Code = Code {
    id: "A003",
    name: "wrong-level",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "“规则级别”中有不认识的编号或级别。",
            "A code or level under 规则级别 is not known.",
        ),
        why: Words::new(
            "写错的一行不起作用，以为关掉或加严的规则还是原样。",
            "The line would have no effect, and the rule would stay as it was.",
        ),
        example: "规则级别:\n  W001: 报错",
        mend: Words::new(
            "规则级别:\n  W001: 错误（可用：错误、警告、提示、关闭）",
            "规则级别:\n  W001: 错误 (one of 错误, 警告, 提示, 关闭)",
        ),
    },
};

/// Gives the findings the levels that the project has set.
pub fn apply(project: &Project, report: &mut Report) {
    for (code, word) in &project.site.levels {
        let known = RULES.iter().any(|rule| rule.code.id == code.value);
        let level = LEVELS.iter().find(|(name, _)| *name == word.value);
        match (known, level) {
            (true, Some((_, Some(level)))) => report.set_level(&code.value, *level),
            (true, Some((_, None))) => report.forget(&code.value),
            (true, None) => report.push(unknown_word(
                word,
                LEVELS.map(|(name, _)| name),
                message!("可用：错误、警告、提示、关闭", "one of: 错误, 警告, 提示, 关闭"),
            )),
            (false, _) => report.push(unknown_word(
                code,
                RULES.iter().map(|rule| rule.code.id),
                message!("全部编号见 gongkai explain", "`gongkai explain` lists every code"),
            )),
        }
    }
}

/// The finding about an unknown code or level. Suggests the nearest known word, or shows `otherwise` if there is none.
fn unknown_word<'w>(
    written: &Located<String>,
    words: impl IntoIterator<Item = &'w str>,
    otherwise: Message,
) -> Diagnostic {
    let word = &written.value;
    let finding =
        Diagnostic::new(&WRONG_LEVEL, written.span, message!("不认识“{word}”", "{word:?} is not known here"));
    match near(word, words) {
        Some(near) => finding.did_you_mean(written.span, near),
        None => finding.help(otherwise),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    #[test]
    fn a_rule_can_be_milder_or_off() {
        let notice = NOTICE.replace("公开方式: 主动公开", "公开方式: 依申请公开");
        let with = |level: &str| {
            let site = format!("名称: 某局政务公开\n规则级别: {{D002: {level}}}\n");
            printed(&["D002", "A003"], &[("栏目/通知/notice.md", &notice), ("site.yaml", &site)])
        };
        assert!(with("提示").starts_with("提示[D002]"));
        assert!(with("错误").starts_with("错误[D002]"));
        assert_eq!(with("关闭"), "");
    }

    #[test]
    fn a_level_has_to_be_one() {
        let site = "名称: 某局政务公开\n规则级别:\n  D002: 关闭了\n  X999: 错误\n";
        crate::testing::assert_snapshot!(
            printed(&["A003"], &[("site.yaml", site)]),
            snapbox::str![[r#"
错误[A003]: 不认识“关闭了”
 --> content/site.yaml:3:9
  |
3 |   D002: 关闭了
  |         ^^^^^^
  |
建议: 是否想写“关闭”？

错误[A003]: 不认识“X999”
 --> content/site.yaml:4:3
  |
4 |   X999: 错误
  |   ^^^^
  |
建议: 全部编号见 gongkai explain
"#]]
        );
    }
}
