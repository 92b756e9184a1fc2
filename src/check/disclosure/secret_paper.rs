//! D009: a paper that carries a mark of secrecy.
//!
//! 《政府信息公开条例》第十四条: 依法确定为国家秘密的政府信息不予公开. The mark (GB/T 9704-2012 7.2.2) stands in a field
//! (密级, 保密期限) or on a line of its own: 机密★1年.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::disclosure::SECRECY;
use crate::source::{Span, offset};
use crate::text::message::Words;

/// 公开的文稿标有密级.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "D009",
    name: "secret-paper",
    severity: Severity::Error,
    about: About {
        what: Words::new("要公开的文稿标有密级。", "A paper to be published carries a mark of secrecy."),
        why: Words::new(
            "《政府信息公开条例》第十四条：依法确定为国家秘密的政府信息，不予公开。",
            "《政府信息公开条例》 Art. 14: what the law makes a state secret is not disclosed.",
        ),
        example: "机密★1年",
        mend: Words::new(
            "先做保密审查：涉密的不得放进本项目；已经解密的，删去标志。",
            "Have it examined first: a secret paper must not be in this project; if it was declassified, remove the mark.",
        ),
    },
};

/// Marks of secrecy.
const MARKS: [&str; 3] = ["绝密", "机密", "秘密"];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        let text = passage.text();
        for line in text.lines().filter(|line| is_mark(line)) {
            let start = offset(text, line);
            report.push(finding(passage.span(start..start + line.len()), line));
        }
    }
    let disclosure = prose.notice.map(|notice| &notice.disclosure);
    let values = SECRECY.iter().filter_map(|field| disclosure?.text(field));
    // A value that is only the mark is found among the passages.
    for value in
        values.filter(|value| MARKS.iter().any(|mark| value.value.contains(mark)) && !is_mark(&value.value))
    {
        report.push(finding(value.span, &value.value));
    }
}

/// Whether a line is a mark of secrecy, with or without its term: 秘密, 机密★1年.
fn is_mark(line: &str) -> bool {
    let Some(rest) = MARKS.iter().find_map(|mark| line.trim().strip_prefix(mark)) else { return false };
    rest.is_empty() || rest.trim_start().starts_with(['★', '☆', '*', '＊'])
}

fn finding(span: Span, mark: &str) -> Diagnostic {
    let mark = mark.trim();
    let message =
        message!("文稿标有密级“{mark}”，不得公开", "the paper is marked {mark:?} and must not be published");
    Diagnostic::new(&CODE, span, message).help(message!(
        "先做保密审查：涉密的不得放进本项目；已经解密的，删去这个标志",
        "have it examined first: a secret paper must not be in this project; if it was declassified, remove the mark"
    ))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn changed(old: &str, new: &str) -> String {
        printed(&["D009"], &[("栏目/通知/notice.md", &NOTICE.replace(old, new))])
    }

    #[test]
    fn a_mark_in_the_body_or_a_field() {
        crate::testing::assert_snapshot!(
            changed("现通知如下。", "机密★1年\n\n现通知如下。"),
            snapbox::str![[r#"
错误[D009]: 文稿标有密级“机密★1年”，不得公开
  --> content/栏目/通知/notice.md:13:1
   |
13 | 机密★1年
   | ^^^^^^^^
   |
建议: 先做保密审查：涉密的不得放进本项目；已经解密的，删去这个标志
"#]]
        );
        let field =
            |value| changed("  公开方式: 主动公开", &format!("  公开方式: 主动公开\n  密级: {value}"));
        assert_eq!(field("秘密").matches("D009").count(), 1);
        assert_eq!(field("秘密级").matches("D009").count(), 1);
        for open in ["无", "公开", "不涉密"] {
            assert_eq!(field(open), "", "{open}");
        }
    }

    #[test]
    fn secrets_that_a_text_speaks_of_are_left_alone() {
        assert_eq!(
            changed("现通知如下。", "保守国家秘密。不得泄露商业秘密、工作秘密。\n\n秘密事项目录另发。"),
            ""
        );
    }
}
