//! T003: an office under another name than its own.
//!
//! Readers take two names in one paper for two offices. The register has the proper name (名称) and the names that are
//! only understood (别名). An alias inside a longer known name is part of that name, and beside the proper name in
//! brackets, 应急管理局（安全生产监督管理局）, it is how an office of two names is written. An alias of one character is
//! looked for only in texts that consist of it, such as responsibility cells.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::check::prose::Prose;
use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::office::{Found, Register};
use crate::source::{Located, Span};
use crate::text::message::Words;

/// 用了机构的别名.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Prose(check) };
const CODE: Code = Code {
    id: "T003",
    name: "office-alias",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "机构用了别名，没有用规范名称。",
            "An office is called by another name than its own.",
        ),
        why: Words::new(
            "同一份文件里一个股室两个叫法，看的人会以为是两个单位。",
            "One office under two names in one paper is read as two offices.",
        ),
        example: "名单于8月29日前报局法制股。（offices.yaml：名称: 法规股，别名: [法制股]）",
        mend: Words::new("名单于8月29日前报局法规股。", "Write the proper name: 名单于8月29日前报局法规股。"),
    },
};

fn check(prose: &Prose<'_>, report: &mut Report) {
    let register = &prose.project.register;
    let aliases = aliases(register);
    // An alias where it is registered is no use of it.
    let registered: BTreeSet<Span> =
        register.offices.iter().flat_map(|office| &office.aliases).map(|alias| alias.span).collect();
    for public in prose.texts.iter().filter(|public| !registered.contains(&public.text.span)) {
        for (range, proper) in find_aliases(public.text, &aliases, register) {
            report.push(finding(public.text, range, proper));
        }
    }
}

/// The aliases, each with the proper name. An alias that is the name of another office does not count.
fn aliases(register: &Register) -> Vec<(&str, &str)> {
    let offices = register.offices_with_ids();
    let aliases = offices.flat_map(|(id, office)| {
        let own = office.aliases.iter().filter(move |alias| {
            register.find(&alias.value) == Some(Found::Office(id)) && alias.value != office.name.value
        });
        own.map(|alias| (alias.value.as_str(), office.name.value.as_str()))
    });
    aliases.filter(|(alias, _)| !alias.is_empty()).collect()
}

fn find_aliases<'r>(
    text: &str,
    aliases: &[(&'r str, &'r str)],
    register: &Register,
) -> Vec<(Range<usize>, &'r str)> {
    let mut found = Vec::new();
    for (alias, proper) in aliases {
        let short = alias.chars().count() < 2;
        for (at, _) in text.match_indices(alias) {
            let range = at..at + alias.len();
            let is_beside_name = is_bracketed_with(text, &range, proper);
            if short && text.trim() != *alias || is_beside_name || in_longer_name(text, &range, register) {
                continue;
            }
            found.push((range, *proper));
        }
    }
    found
}

/// Whether the range is the alias in 规范名称（别名） or 别名（规范名称）.
fn is_bracketed_with(text: &str, range: &Range<usize>, proper: &str) -> bool {
    let (before, after) = (&text[..range.start], &text[range.end..]);
    let behind_name = before.strip_suffix(['（', '(']).is_some_and(|before| before.ends_with(proper));
    let before_name = after.strip_prefix(['（', '(']).and_then(|after| after.strip_prefix(proper));
    behind_name && after.starts_with(['）', ')'])
        || before_name.is_some_and(|after| after.starts_with(['）', ')']))
}

/// Whether a longer registered name covers the range.
fn in_longer_name(text: &str, range: &Range<usize>, register: &Register) -> bool {
    let longer = register.names().filter(|name| name.len() > range.len());
    longer
        .into_iter()
        .any(|name| text.match_indices(name).any(|(at, _)| at <= range.start && range.end <= at + name.len()))
}

fn finding(text: &Located<String>, range: Range<usize>, proper: &str) -> Diagnostic {
    let part = text.part(range);
    let alias = part.value;
    let message = message!("“{alias}”的规范名称是“{proper}”", "the proper name of {alias} is {proper}");
    let finding =
        Diagnostic::new(&CODE, part.span, message).help(message!("改为“{proper}”", "write {proper}"));
    let exact = part.span.range().len() == alias.len();
    if exact { finding.fix(part.span, proper) } else { finding }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    #[test]
    fn names_the_proper_name_wherever_the_public_reads_it() {
        let notice = NOTICE.replace("现通知如下。", "名单报局法制股。");
        let table = TABLE.replace("责任股室: 危化股", "责任股室: [危化股、法制股]");
        crate::testing::assert_snapshot!(
            printed(&["T003"], &[("栏目/通知/notice.md", &notice), ("栏目/通知/tasks.yaml", &table)]),
            snapbox::str![[r#"
警告[T003]: “法制股”的规范名称是“法规股”
  --> content/栏目/通知/notice.md:13:5
   |
13 | 名单报局法制股。
   |         ^^^^^^
   |
建议: 改为“法规股”

警告[T003]: “法制股”的规范名称是“法规股”
 --> content/栏目/通知/tasks.yaml:8:20
  |
8 |         责任股室: [危化股、法制股]
  |                            ^^^^^^
  |
建议: 改为“法规股”
"#]]
        );
    }

    #[test]
    fn both_names_of_one_office_may_stand_side_by_side() {
        for owner in ["法规股（法制股）", "法制股(法规股)", "危化股、法规股（法制股）"]
        {
            let table = TABLE.replace("责任股室: 危化股", &format!("责任股室: {owner}"));
            assert_eq!(printed(&["T003"], &[("栏目/通知/tasks.yaml", &table)]), "", "{owner}");
        }
        let table = TABLE.replace("责任股室: 危化股", "责任股室: 危化股（法制股）");
        assert!(printed(&["T003"], &[("栏目/通知/tasks.yaml", &table)]).starts_with("警告[T003]"));
    }

    #[test]
    fn part_of_a_longer_name_is_that_name() {
        let offices = "股室:\n  - {名称: 应急指挥中心, 别名: [指挥中心, 办]}\n  - {名称: 危化股, 别名: [指挥中心二科]}\n";
        let notice = NOTICE.replace("现通知如下。", "应急指挥中心主办。");
        assert_eq!(printed(&["T003"], &[("offices.yaml", offices), ("栏目/通知/notice.md", &notice)]), "");
        assert_eq!(printed(&["T003"], &[]), "");
    }
}
