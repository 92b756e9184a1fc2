//! W040: a function word that stands twice: 的的, 进行进行.
//!
//! Many such pairs belong to two words (目的的, 共和和谐), so a character is reported only with the neighbours that no such
//! word has.

use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Report, Severity};
use crate::message;
use crate::text::han::{after, before, is_han};
use crate::text::message::Words;

/// 虚词重复.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W040",
    name: "doubled-word",
    severity: Severity::Warning,
    about: About {
        what: Words::new("一个词连着写了两遍。", "A word stands twice."),
        why: Words::new("多半是删改时留下的。", "Usually it is left from editing."),
        example: "对企业进行进行检查",
        mend: Words::new("对企业进行检查", "对企业进行检查"),
    },
};

/// Words of two characters that never follow themselves.
const WORDS: [&str; 18] = [
    "进行", "以及", "关于", "通过", "根据", "按照", "为了", "我们", "他们", "对于", "由于", "并且", "因此",
    "应当", "必须", "可以", "不得", "已经",
];

/// Characters that follow themselves only at the border of two words: those before and those behind such a pair.
const CHARACTERS: [(&str, &str, &str); 5] = [
    ("的", "目有是真标中靶", "确士"),
    ("和", "共总饱温缓附调平谐亲柔中祥议讲随", "谐平解气睦美好缓田县约声顺"),
    ("与", "参赠授相给付", "会时否众其日"),
    ("及", "以涉普触危波顾提惠来埃论", "时早格其第物"),
    ("了", "为除完不明罢末临得未终受公私", "解结断却然不事无如望"),
];

fn check(prose: &Prose<'_>, report: &mut Report) {
    for passage in &prose.passages {
        let text = passage.text();
        for words in doubled(text) {
            let word = &text[words.start..words.start + words.len() / 2];
            let message = message!("“{word}”连着写了两遍", "{word} stands twice");
            report.push(passage.advice(&CODE, words.clone(), message, word));
        }
    }
}

/// Looks at each character once: a list of twenty words would go over the text twenty times.
fn doubled(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    // Cheap test first: nothing follows itself in most texts.
    if !has_repetition(text) {
        return found;
    }
    // The three characters before, the nearest first.
    let mut last = [(0, '\0'); 3];
    for (at, c) in text.char_indices() {
        let [one, two, three] = last;
        let end = at + c.len_utf8();
        if one.1 == c && is_doubled_character(text, one.0..end) {
            found.push(one.0..end);
        }
        if two.1 == c && three.1 == one.1 && WORDS.contains(&&text[three.0..one.0]) {
            found.push(three.0..end);
        }
        last = [(at, c), one, two];
    }
    found
}

/// Whether a Han character, or a pair of characters with one, directly follows itself.
fn has_repetition(text: &str) -> bool {
    // The three characters before, the nearest first.
    let (mut one, mut two, mut three) = ('\0', '\0', '\0');
    for c in text.chars() {
        if (c == one || c == two && one == three) && (is_han(c) || is_han(one)) {
            return true;
        }
        (one, two, three) = (c, one, two);
    }
    false
}

/// Whether a character that stands twice is a slip, and no border of two words.
fn is_doubled_character(text: &str, pair: Range<usize>) -> bool {
    let word = &text[pair.start..pair.start + pair.len() / 2];
    let Some((_, ends_others, begins_others)) = CHARACTERS.iter().find(|(known, ..)| *known == word) else {
        return false;
    };
    let more = text[pair.end..].starts_with(word) || text[..pair.start].ends_with(word);
    let is_border = before(text, pair.start).is_none_or(|c| ends_others.contains(c))
        || after(text, pair.end).is_some_and(|c| begins_others.contains(c));
    !more && !is_border
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W040"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn one_is_enough() {
        crate::testing::assert_snapshot!(
            body("对企业进行进行检查的的情况，检查和和督促。"),
            snapbox::str![[r#"
警告[W040]: “进行”连着写了两遍
  --> content/栏目/通知/notice.md:13:4
   |
13 | 对企业进行进行检查的的情况，检查和和督促。
   |       ^^^^^^^^
   |
建议: 改为“进行”

警告[W040]: “的”连着写了两遍
  --> content/栏目/通知/notice.md:13:10
   |
13 | 对企业进行进行检查的的情况，检查和和督促。
   |                   ^^^^
   |
建议: 改为“的”

警告[W040]: “和”连着写了两遍
  --> content/栏目/通知/notice.md:13:17
   |
13 | 对企业进行进行检查的的情况，检查和和督促。
   |                                 ^^^^
   |
建议: 改为“和”
"#]]
        );
    }

    #[test]
    fn two_words_stay() {
        for text in [
            "达到目的的措施，的的确确，有目的的培训。",
            "人民共和国和和谐社会，总和和平均数。",
            "参与与监督，以及及时报送，涉及及格线。",
            "为了了解情况，完了了结。",
            "关于转发《关于开展检查的通知》的通知，检查检查再检查。",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }
}
