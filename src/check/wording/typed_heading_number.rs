//! W003: a number typed at the start of a Markdown heading.
//!
//! Headings are numbered automatically (GB/T 9704-2012 7.3.3: 一、 （一） 1. （1）), so a typed number is printed twice.

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::model::paper::block_text::Role;
use crate::text::han::{digits, is_numeral};
use crate::text::message::Words;
use crate::text::numeral::typed;

/// 标题序号不用手打.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W003",
    name: "typed-heading-number",
    severity: Severity::Warning,
    about: About {
        what: Words::new("标题前面手打了序号。", "A number was typed at the start of a heading."),
        why: Words::new(
            "标题按 GB/T 9704-2012 7.3.3 自动编号（一、（一）1.（1）），手打的序号会重复出现，增删标题后还会错号。",
            "Headings are numbered automatically as GB/T 9704-2012 7.3.3 asks; a typed number is printed twice.",
        ),
        example: "## 一、工作任务",
        mend: Words::new("## 工作任务", "## 工作任务"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        let Some(Role::Heading(_)) = passage.role() else { continue };
        let length = typed_number(passage.text());
        if length == 0 {
            continue;
        }
        let number = passage.text()[..length].trim_end();
        let message = message!(
            "标题会自动编号，手打的“{number}”会重复",
            "headings number themselves; the typed {number:?} is printed twice"
        );
        report.push(passage.finding(&CODE, 0..length, message, ""));
    }
}

/// Length in bytes of a typed number with its mark and trailing spaces; 0 if there is none.
fn typed_number(heading: &str) -> usize {
    behind_number(heading)
        .map(str::trim_start)
        .filter(|words| !words.is_empty())
        .map_or(0, |words| heading.len() - words.len())
}

/// The heading without its typed number. Returns `None` for other numbers, such as 1.5 and 一、二级.
fn behind_number(heading: &str) -> Option<&str> {
    let (number, rest) = heading.split_at(typed(heading));
    match number.chars().next()? {
        '0'..='9' => rest.strip_prefix(['.', '．', '、']).filter(|words| digits(words) == 0),
        '第' => rest
            .strip_prefix(['，', '、', ','])
            .filter(|words| !words.starts_with('第') && !words.starts_with(is_numeral)),
        c if is_numeral(c) => rest.strip_prefix('、').filter(|words| !words.starts_with(is_numeral)),
        _ => Some(rest.strip_prefix('、').unwrap_or(rest)),
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W003"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_number_goes() {
        crate::testing::assert_snapshot!(
            body("## 一、 工作任务"),
            snapbox::str![[r#"
警告[W003]: 标题会自动编号，手打的“一、”会重复
  --> content/栏目/通知/notice.md:13:4
   |
13 | ## 一、 工作任务
   |    ^^^^^
   |
建议: 删去“一、”
"#]]
        );
    }

    #[test]
    fn every_form_is_known() {
        for (heading, number) in [
            ("十二、目标", "十二、"),
            ("（一）目标", "（一）"),
            ("(3)目标", "(3)"),
            ("1.目标", "1."),
            ("2、目标", "2、"),
            ("第一，目标", "第一，"),
            ("①目标", "①"),
        ] {
            assert_eq!(super::typed_number(heading), number.len(), "{heading}");
        }
    }

    #[test]
    fn words_that_begin_with_a_number_stay() {
        for heading in [
            "2024年工作目标",
            "1.5万亩任务",
            "一、二级网格建设",
            "1、2号楼整治",
            "第一季度工作",
            "第一、第二产业",
            "（试行）办法",
            "十项措施",
            "一、",
        ] {
            assert_eq!(body(&format!("## {heading}")), "", "{heading}");
        }
        assert_eq!(body("一、工作任务"), "", "a paragraph does not number itself");
    }
}
