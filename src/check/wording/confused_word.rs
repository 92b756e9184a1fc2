//! W013: words that are often mistyped.
//!
//! The list holds only strings that are wrong in every context, also across the borders of words (布署 is right in
//! 公布署名, so the list has 工作布署); `words.tsv` has more. A project adds its own words in `wording.yaml`, or under 易错词 in
//! `site.yaml`; 不提示, or an entry that maps a word to itself, switches that word off.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::LazyLock;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::text::message::Words;

/// 易错词.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "W013",
    name: "confused-word",
    severity: Severity::Warning,
    about: About {
        what: Words::new("有常见的错别字。", "A word contains a common typing mistake."),
        why: Words::new(
            "错别字是政府网站检查中最常被通报的问题之一；本单位的易错词可以写进 content/wording.yaml。",
            "Typing mistakes are among the most criticised faults of government sites; add your own in content/wording.yaml.",
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

/// Further wrong words, of four characters and more, with a comment on where they come from.
const LISTED: &str = include_str!("words.tsv");

fn check(prose: &Prose<'_>, report: &mut Report) {
    let own = Misspellings::new(own(prose.project).filter(|(wrong, right)| wrong != right));
    for passage in &prose.passages {
        let text = passage.text();
        let mut words = own.standing_in(text);
        let common = common().standing_in(text);
        words.extend(common.into_iter().filter(|(wrong, _)| !is_own(prose.project, wrong)));
        for (wrong, right) in words {
            for place in places(text, wrong, right) {
                let message = message!("“{wrong}”是错别字", "{wrong} is a typing mistake");
                report.push(if right.is_empty() {
                    Diagnostic::new(&CODE, passage.span(place), message)
                        .help(message!("改用正确的词语", "use the right word"))
                } else {
                    passage.finding(&CODE, place, message, right)
                });
            }
        }
    }
}

/// Where wrong words stand in a text.
pub(super) fn confused(project: &Project, text: &str) -> Vec<Range<usize>> {
    let own = Misspellings::new(own(project).filter(|(wrong, right)| wrong != right));
    let words = own.standing_in(text).into_iter().chain(common().standing_in(text));
    words.flat_map(|(wrong, right)| places(text, wrong, right).collect::<Vec<_>>()).collect()
}

/// The phrases that the project calls right.
pub(super) fn silenced(project: &Project) -> impl Iterator<Item = &str> {
    own(project).filter(|(wrong, right)| wrong == right).map(|(wrong, _)| wrong)
}

/// The project's words. They stand before what everybody knows; a word that it calls right is left alone. Names of renamed
/// bodies, which have a day, are those of W045.
fn own(project: &Project) -> impl Iterator<Item = (&str, &str)> {
    let wording = &project.site.wording;
    let words = wording.words.iter().filter(|word| word.from.is_none());
    let words = words.map(|word| (word.wrong.value.as_str(), word.right.value.as_str()));
    let silenced = wording.silenced.iter().map(|phrase| (phrase.value.as_str(), phrase.value.as_str()));
    let of_site =
        project.site.confusions.iter().map(|(wrong, right)| (wrong.value.as_str(), right.value.as_str()));
    of_site.chain(words).chain(silenced).map(|(wrong, right)| (wrong.trim(), right.trim()))
}

fn is_own(project: &Project, word: &str) -> bool {
    own(project).any(|(wrong, _)| wrong == word)
}

/// The words that everybody knows.
fn common() -> &'static Misspellings<'static> {
    static WORDS: LazyLock<Misspellings<'static>> = LazyLock::new(|| {
        let lines = LISTED.lines().filter(|line| !line.starts_with('#'));
        Misspellings::new(KNOWN.into_iter().chain(lines.filter_map(|line| line.split_once('\t'))))
    });
    &WORDS
}

/// Wrong words and the right ones, by the first character of the wrong ones.
#[derive(Debug)]
struct Misspellings<'w> {
    words: BTreeMap<char, Vec<(&'w str, &'w str)>>,
    /// The remainders of first and of second characters: most pairs of characters of a text begin no word.
    first: Remainders,
    second: Remainders,
    /// Whether a word has one character only.
    has_single: bool,
}

/// A bit for each remainder of a character's code.
#[derive(Debug)]
struct Remainders([u64; COUNT / 64]);

/// The number of remainders.
const COUNT: usize = 4096;

impl Remainders {
    fn insert(&mut self, c: char) {
        let remainder = c as usize % COUNT;
        self.0[remainder / 64] |= 1 << (remainder % 64);
    }

    fn may_have(&self, c: char) -> bool {
        let remainder = c as usize % COUNT;
        (self.0[remainder / 64] >> (remainder % 64)) & 1 == 1
    }
}

impl<'w> Misspellings<'w> {
    fn new(pairs: impl Iterator<Item = (&'w str, &'w str)>) -> Self {
        let none = || Remainders([0; COUNT / 64]);
        let mut list = Self { words: BTreeMap::new(), first: none(), second: none(), has_single: false };
        for (wrong, right) in pairs {
            let mut characters = wrong.chars();
            if let Some(first) = characters.next() {
                list.words.entry(first).or_default().push((wrong, right));
                list.first.insert(first);
                match characters.next() {
                    Some(second) => list.second.insert(second),
                    None => list.has_single = true,
                }
            }
        }
        list
    }

    /// Whether a word may stand at the beginning of a text.
    fn may_begin(&self, text: &str) -> bool {
        let mut characters = text.chars();
        characters.next().is_some_and(|c| self.first.may_have(c))
            && (self.has_single || characters.next().is_some_and(|c| self.second.may_have(c)))
    }

    /// The words that stand in a text.
    fn standing_in(&self, text: &str) -> BTreeSet<(&'w str, &'w str)> {
        if self.words.is_empty() {
            return BTreeSet::new();
        }
        let begun = text.char_indices().filter(|(at, _)| self.may_begin(&text[*at..]));
        let begun = begun.filter_map(|(at, c)| Some((&text[at..], self.words.get(&c)?)));
        begun
            .flat_map(|(rest, words)| words.iter().filter(move |(wrong, _)| rest.starts_with(wrong)))
            .copied()
            .collect()
    }
}

/// The places of a wrong word in a text.
fn places(text: &str, wrong: &str, right: &str) -> impl Iterator<Item = Range<usize>> {
    let places = text.match_indices(wrong).filter(move |(at, _)| !is_within(text, *at, wrong, right));
    places.map(|(at, word)| at..at + word.len())
}

/// Whether the text has the right word here, of which the wrong word is a part.
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
    fn words_of_wording_yaml() {
        let wording = "词语:\n  - {错: 监查, 对: 监察}\n  - 不提示: 截止目前\n";
        let notice = NOTICE.replace("现通知如下。", "截止目前已监查，防汛抗行。");
        let found = printed(&["W013"], &[("栏目/通知/notice.md", &notice), ("wording.yaml", wording)]);
        assert_eq!(found.matches("W013").count(), 2, "{found}");
        assert!(found.contains("改为“监察”") && found.contains("改为“防汛抗旱”"), "{found}");
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
        }
        let all: Vec<(&str, &str)> = super::common().words.values().flatten().copied().collect();
        assert!(all.len() > 1_500);
        for (_, right) in &all {
            assert!(super::common().standing_in(right).is_empty(), "{right}");
        }
    }
}
