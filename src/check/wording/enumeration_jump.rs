//! W035: 一是, 二是, 四是: a number that is left out in an enumeration within the text.
//!
//! 一是 and 第一， are followed, in the same block or at the beginning of later ones. One enumeration may stand within another,
//! so a number that goes on with an outer one is right, and a text that begins in the middle is not judged.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::text::han::{before, is_numeral};
use crate::text::message::Words;
use crate::text::numeral::{chinese, number};

/// 列举序号不连续.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W035",
    name: "enumeration-jump",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "“一是、二是”或者“第一、第二”的序号跳了一个。",
            "An enumeration such as 一是, 二是 leaves a number out.",
        ),
        why: Words::new(
            "多半是删改时漏了一条，或者后面的序号没有跟着改。",
            "Usually an item was removed, or the numbers behind it were not changed.",
        ),
        example: "一是摸清底数；三是抓好整改。",
        mend: Words::new("一是摸清底数；二是抓好整改。", "一是摸清底数；二是抓好整改。"),
    },
};

/// The longest jump that is a slip; a longer one is another use of the words.
const MOST: usize = 3;

/// The two forms.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Form {
    /// 一是.
    Is,
    /// 第一，.
    Ordinal,
}

impl Form {
    fn word(self, n: usize) -> String {
        match self {
            Self::Is => format!("{}是", chinese(n)),
            Self::Ordinal => format!("第{}", chinese(n)),
        }
    }
}

fn check(prose: &Prose<'_>, report: &mut Report) {
    // For each form the last numbers of the enumerations that are open, from the outermost.
    let mut open: [Vec<usize>; 2] = [Vec::new(), Vec::new()];
    for passage in &prose.passages {
        let items = if passage.may_have_any(&['是', '第']) { items(passage.text()) } else { Vec::new() };
        if items.first().is_none_or(|(_, _, words)| words.start > 0) {
            open = [Vec::new(), Vec::new()];
        }
        for (form, n, words) in items {
            let stack = &mut open[usize::from(form == Form::Ordinal)];
            let last = stack.last().copied();
            let going_on = stack.iter().rposition(|last| last + 1 == n);
            match (n, going_on) {
                (1, _) => stack.push(1),
                (_, Some(at)) => {
                    stack.truncate(at);
                    stack.push(n);
                }
                (_, None) => {
                    let Some(last) = last.filter(|last| n > *last && n - last <= MOST) else { continue };
                    stack.pop();
                    stack.push(n);
                    let found = &passage.text()[words.clone()];
                    let wanted = form.word(last + 1);
                    let before = form.word(last);
                    let message = message!(
                        "“{before}”之后是“{found}”，少了“{wanted}”",
                        "{found} follows {before}: {wanted} is left out"
                    );
                    let finding = Diagnostic::new(&CODE, passage.span(words), message);
                    report.push(finding.help(message!(
                        "补上漏掉的一条，或者改正序号",
                        "add the item, or correct the numbers"
                    )));
                }
            }
        }
    }
}

/// The numbers of enumerations in a text.
fn items(text: &str) -> Vec<(Form, usize, Range<usize>)> {
    let begins = |at: usize| {
        before(text, at).is_none_or(|c| {
            matches!(c, '。' | '；' | '：' | '\n' | '，' | ';' | ':' | '！' | '？' | '）' | '”')
        })
    };
    let numeral_before = |at: usize| {
        at - text[..at].chars().rev().take_while(|c| is_numeral(*c)).map(char::len_utf8).sum::<usize>()
    };
    let is = text.match_indices('是').filter_map(|(at, sign)| {
        let start = numeral_before(at);
        let n = number(&text[start..at]).filter(|n| (1..=20).contains(n))?;
        (start < at && begins(start)).then_some((Form::Is, n, start..at + sign.len()))
    });
    let ordinal = text.match_indices('第').filter_map(|(at, sign)| {
        let rest = &text[at + sign.len()..];
        let length: usize = rest.chars().take_while(|c| is_numeral(*c)).map(char::len_utf8).sum();
        let n = number(&rest[..length]).filter(|n| (1..=20).contains(n))?;
        let is_clause = length > 0 && rest[length..].starts_with('，');
        // 第一，第二 in a list of things is no enumeration of clauses.
        (is_clause && begins(at) && before(text, at) != Some('，')).then_some((
            Form::Ordinal,
            n,
            at..at + sign.len() + length,
        ))
    });
    let mut items: Vec<_> = is.chain(ordinal).collect();
    items.sort_by_key(|(_, _, words)| words.start);
    items
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W035"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn a_number_left_out_is_shown() {
        crate::testing::assert_snapshot!(
            body("要做到：一是摸清底数；二是建账；四是整改。\n\n第一，宣传。第三，检查。"),
            snapbox::str![[r#"
警告[W035]: “二是”之后是“四是”，少了“三是”
  --> content/栏目/通知/notice.md:13:17
   |
13 | 要做到：一是摸清底数；二是建账；四是整改。
   |                                 ^^^^
   |
建议: 补上漏掉的一条，或者改正序号

警告[W035]: “第一”之后是“第三”，少了“第二”
  --> content/栏目/通知/notice.md:15:7
   |
15 | 第一，宣传。第三，检查。
   |             ^^^^
   |
建议: 补上漏掉的一条，或者改正序号
"#]]
        );
        assert_eq!(body("一是摸底。\n\n三是整改。").matches("W035").count(), 1);
    }

    #[test]
    fn whole_enumerations_stay() {
        for text in [
            "一是摸底；二是建账；三是整改。",
            "一是摸底：一是查人，二是查物；二是整改。",
            "一是摸底。\n\n二是建账。\n\n三是整改。",
            "五是全面检查。六是整改。",
            "第一、第三季度检查。第一，宣传；第二，检查。",
            "一是一，二是二。十一是假期，三是质数。",
            "会议指出，一是要抓早；会议强调，二是要抓小。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
