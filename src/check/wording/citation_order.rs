//! W031: a paper that is cited with its number before its title: 国办发〔2019〕54号《关于……的通知》.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::han::{digits, is_han};
use crate::text::message::Words;

/// 引用公文的次序.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W031",
    name: "citation-order",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "引用公文时把发文字号写在标题前面。",
            "A cited paper has its number before its title.",
        ),
        why: Words::new(
            "行文惯例：引用公文先引标题，后引发文字号，发文字号用圆括号括入。",
            "By custom the title comes first, and the number behind it in round brackets.",
        ),
        example: "根据国办发〔2019〕54号《关于全面推进基层政务公开标准化规范化工作的指导意见》",
        mend: Words::new(
            "根据《关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）",
            "根据《关于全面推进基层政务公开标准化规范化工作的指导意见》（国办发〔2019〕54号）",
        ),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in prose.passages_holding("号《") {
        for words in numbers_before_titles(passage.text()) {
            let number = &passage.text()[words.clone()];
            let message =
                message!("发文字号“{number}”写在标题前面", "the number {number} stands before the title");
            let finding = Diagnostic::new(&CODE, passage.span(words), message);
            report.push(
                finding.help(message!("先写标题，后写“（{number}）”", "the title first, then （{number}）")),
            );
        }
    }
}

/// Document numbers directly before 《.
fn numbers_before_titles(text: &str) -> Vec<Range<usize>> {
    let found = text.match_indices("号《").filter_map(|(at, sign)| {
        let (head, end) = (&text[..at], at + sign.len() - '《'.len_utf8());
        let serial = head.bytes().rev().take_while(u8::is_ascii_digit).count();
        let year = head[..at - serial].strip_suffix('〕')?;
        let (before_year, year) = year.split_at_checked(year.len().checked_sub(4)?)?;
        let open = before_year.strip_suffix('〔')?.len();
        let is_year = digits(year) == 4;
        let code: usize =
            text[..open].chars().rev().take_while(|c| is_han(*c)).take(8).map(char::len_utf8).sum();
        // Words before the code of the body, such as 根据, are not told from it: the shortest code is shown.
        let code =
            text[..open].char_indices().rev().take(3).last().map_or(0, |(start, _)| (open - start).min(code));
        (is_year && serial > 0 && code > 0).then_some(open - code..end)
    });
    found.collect()
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W031"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_title_comes_first() {
        crate::testing::assert_snapshot!(
            body("根据国办发〔2019〕54号《关于开展检查的通知》要求。"),
            snapbox::str![[r#"
警告[W031]: 发文字号“国办发〔2019〕54号”写在标题前面
  --> content/栏目/通知/notice.md:13:3
   |
13 | 根据国办发〔2019〕54号《关于开展检查的通知》要求。
   |     ^^^^^^^^^^^^^^^^^^
   |
建议: 先写标题，后写“（国办发〔2019〕54号）”
"#]]
        );
    }

    #[test]
    fn right_citations_stay() {
        for text in [
            "根据《关于开展检查的通知》（国办发〔2019〕54号）要求。",
            "根据国办发〔2019〕54号文件和《条例》要求。",
            "《甲》（国办发〔2019〕54号）《乙》（国办发〔2020〕1号）。",
            "国务院令第711号《政府信息公开条例》。",
            "国办发〔2019〕54号、《条例》，第5号《公告》。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
