//! W013: words that are often mistyped.
//!
//! The list holds only what is wrong wherever it stands, also across the borders of words (布署 stands rightly in
//! 公布署名, so it is listed as 工作布署). A project adds its own under 易错词 in `site.yaml`, and
//! says there of a word that it is right by giving the same word.

use std::collections::BTreeSet;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::model::Project;
use crate::say;
use crate::text::message::Words;

/// 易错词.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W013",
    name: "confused-word",
    severity: Severity::Warning,
    about: About {
        what: Words::new("有常见的错别字。", "A word is mistyped as it often is."),
        why: Words::new(
            "错别字是政府网站检查中最常被通报的问题之一；本单位的易错词可以写进 site.yaml 的“易错词”。",
            "Typing mistakes are among the faults for which government sites are named most; add your own under 易错词 in site.yaml.",
        ),
        example: "防汛抗行",
        mend: Words::new("防汛抗旱", "防汛抗旱"),
    },
};

/// Each wrong word and the right one.
const KNOWN: [(&str, &str); 32] = [
    ("防汛抗行", "防汛抗旱"),
    ("防汛抗早", "防汛抗旱"),
    ("防讯抗旱", "防汛抗旱"),
    ("防洪度讯", "防洪度汛"),
    ("应急予案", "应急预案"),
    ("隐患排察", "隐患排查"),
    ("烟花暴竹", "烟花爆竹"),
    ("防犯风险", "防范风险"),
    ("防犯化解", "防范化解"),
    ("坍蹋", "坍塌"),
    ("核幅射", "核辐射"),
    ("工作布署", "工作部署"),
    ("决策布署", "决策部署"),
    ("统一布署", "统一部署"),
    ("安排布署", "安排部署"),
    ("截止目前", "截至目前"),
    ("信息批露", "信息披露"),
    ("全复盖", "全覆盖"),
    ("复盖率", "覆盖率"),
    ("绝大部份", "绝大部分"),
    ("通迅录", "通讯录"),
    ("通迅员", "通讯员"),
    ("因地治宜", "因地制宜"),
    ("齐抓共菅", "齐抓共管"),
    ("三令五伸", "三令五申"),
    ("全力以付", "全力以赴"),
    ("不遗余利", "不遗余力"),
    ("竞竞业业", "兢兢业业"),
    ("再接再励", "再接再厉"),
    ("按步就班", "按部就班"),
    ("一如继往", "一如既往"),
    ("迫不急待", "迫不及待"),
];

fn check(prose: &Prose<'_>, report: &mut Report) {
    let words = Dictionary::new(words(prose.project));
    for passage in &prose.passages {
        let text = passage.text();
        for (wrong, right) in words.standing_in(text) {
            for (at, _) in text.match_indices(wrong).filter(|(at, _)| !is_within(text, *at, wrong, right)) {
                let place = at..at + wrong.len();
                let message = say!("“{wrong}”是错别字", "{wrong} is a typing mistake");
                report.push(if right.is_empty() {
                    Diagnostic::new(&CODE, passage.span(place), message)
                        .help(say!("改用正确的词语", "use the right word"))
                } else {
                    passage.finding(&CODE, place, message, right)
                });
            }
        }
    }
}

/// The wrong words and the right ones. What the project says of a word stands before what everybody knows; a word
/// that it calls right is left alone.
fn words(project: &Project) -> Pairs<'_> {
    let mut words: Pairs<'_> =
        project.site.confusions.iter().map(|(wrong, right)| (wrong.trim(), right.trim())).collect();
    for (wrong, right) in KNOWN {
        if words.iter().all(|(own, _)| *own != wrong) {
            words.push((wrong, right));
        }
    }
    words.retain(|(wrong, right)| !wrong.is_empty() && wrong != right);
    words
}

type Pairs<'w> = Vec<(&'w str, &'w str)>;

/// Words, and what is asked of most characters of a text instead of looking for each word there.
struct Dictionary<'w> {
    words: Pairs<'w>,
    /// Whether a word may begin with a character, by its last twelve bits.
    begins: [bool; 4096],
    /// Whether a character may be a word's second, likewise.
    follows: [bool; 4096],
}

impl<'w> Dictionary<'w> {
    fn new(words: Pairs<'w>) -> Self {
        let (mut begins, mut follows) = ([false; 4096], [false; 4096]);
        for (wrong, _) in &words {
            let mut chars = wrong.chars().map(last_bits);
            chars.next().into_iter().for_each(|first| begins[first] = true);
            match chars.next() {
                Some(second) => follows[second] = true,
                // Whatever stands behind a word of one character.
                None => follows = [true; 4096],
            }
        }
        Self { words, begins, follows }
    }

    /// The words that stand in a text, which is gone through once and not once for each word.
    fn standing_in(&self, text: &str) -> BTreeSet<(&'w str, &'w str)> {
        let mut found = BTreeSet::new();
        let mut look = |at: usize| {
            found.extend(self.words.iter().filter(|(wrong, _)| text[at..].starts_with(wrong)));
        };
        let mut begun = None;
        for (at, c) in text.char_indices() {
            if let Some(at) = begun.filter(|_| self.follows[last_bits(c)]) {
                look(at);
            }
            begun = self.begins[last_bits(c)].then_some(at);
        }
        begun.into_iter().for_each(look);
        found
    }
}

fn last_bits(c: char) -> usize {
    c as usize & 0xFFF
}

/// Whether the wrong word is only a part of the right one, which stands there.
fn is_within(text: &str, at: usize, wrong: &str, right: &str) -> bool {
    let inside = right.match_indices(wrong).map(|(offset, _)| offset);
    inside.filter_map(|offset| text.get(at.checked_sub(offset)?..)).any(|there| there.starts_with(right))
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    fn body(text: &str) -> String {
        printed(&["W013"], &[("栏目/通知/notice.md", &NOTICE.replace("现通知如下。", text))])
    }

    #[test]
    fn the_right_word_is_told() {
        crate::testing::assert_snapshot!(
            body("加强防汛**抗**行、防汛抗行工作。"),
            snapbox::str![[r#"
警告[W013]: “防汛抗行”是错别字
  --> content/栏目/通知/notice.md:13:3
   |
13 | 加强防汛**抗**行、防汛抗行工作。
   |     ^^^^^^^^^^^^
   |
建议: 改为“防汛抗旱”

警告[W013]: “防汛抗行”是错别字
  --> content/栏目/通知/notice.md:13:12
   |
13 | 加强防汛**抗**行、防汛抗行工作。
   |                   ^^^^^^^^
   |
建议: 改为“防汛抗旱”
"#]]
        );
    }

    #[test]
    fn a_project_has_words_of_its_own() {
        let site = "名称: 某局政务公开\n易错词:\n  监查: 监察\n  法规股: 政策法规股\n  \"\": 甲\n  乙: 乙\n  丙丙: \"\"\n";
        let notice = NOTICE.replace("现通知如下。", "由政策法规股监查，法规股、丙丙、乙乙办理。");
        crate::testing::assert_snapshot!(
            printed(&["W013"], &[("栏目/通知/notice.md", &notice), ("site.yaml", site)]),
            snapbox::str![[r#"
警告[W013]: “监查”是错别字
  --> content/栏目/通知/notice.md:13:7
   |
13 | 由政策法规股监查，法规股、丙丙、乙乙办理。
   |             ^^^^
   |
建议: 改为“监察”

警告[W013]: “法规股”是错别字
  --> content/栏目/通知/notice.md:13:10
   |
13 | 由政策法规股监查，法规股、丙丙、乙乙办理。
   |                   ^^^^^^
   |
建议: 改为“政策法规股”

警告[W013]: “丙丙”是错别字
  --> content/栏目/通知/notice.md:13:14
   |
13 | 由政策法规股监查，法规股、丙丙、乙乙办理。
   |                           ^^^^
   |
建议: 改用正确的词语
"#]]
        );
    }

    #[test]
    fn the_project_s_word_stands_before_the_common_one() {
        let with = |line: &str| {
            let site = format!("名称: 某局政务公开\n易错词:\n  {line}\n");
            let notice = NOTICE.replace("现通知如下。", "截止目前已完成。");
            printed(&["W013"], &[("栏目/通知/notice.md", &notice), ("site.yaml", &site)])
        };
        assert_eq!(with("截止目前: 截至当前").matches("W013").count(), 1);
        assert!(with("截止目前: 截至当前").contains("截至当前"));
        assert_eq!(with("截止目前: 截止目前"), "");
    }

    #[test]
    fn a_word_of_one_character_stands_anywhere_also_at_the_end() {
        let site = "名称: 某局政务公开\n易错词:\n  帐: 账\n";
        let notice = NOTICE.replace("现通知如下。", "帐目、台帐、一本帐");
        let found = printed(&["W013"], &[("栏目/通知/notice.md", &notice), ("site.yaml", site)]);
        assert_eq!(found.matches("改为“账”").count(), 3, "{found}");
    }

    #[test]
    fn right_words_stay() {
        for text in [
            "防汛抗旱行动，公布署名文章，既使用又维护，按装备标准，防犯罪。",
            "报名截止日期，恢复盖章，交通迅速恢复，内部份额，审批露天烧烤。",
            "`防汛抗行`",
        ] {
            assert_eq!(body(text), "", "{text}");
        }
    }

    #[test]
    fn the_list_mends_itself() {
        for (wrong, right) in super::KNOWN {
            assert_eq!(wrong.chars().count(), right.chars().count(), "{wrong}");
            assert!(super::KNOWN.iter().all(|(other, _)| !right.contains(other)), "{right}");
        }
    }
}
