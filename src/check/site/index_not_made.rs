//! L011: a 索引号 that cannot be generated from the site's pattern.
//!
//! The pattern is wrong, a notice has no 流水号, or a section has no 代码. The next free 流水号 is suggested: one more than
//! the highest among otherwise equal numbers, counting on over all notices that lack one, oldest first.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::index::{Lack, Pattern, Slip, SlipKind};
use crate::model::notice::Notice;
use crate::source::Located;
use crate::text::message::Words;
use crate::text::similar::{Near, near};

/// 编不出索引号.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L011",
    name: "index-not-made",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "按 site.yaml 的“索引号”编不出索引号：写法不对，或者缺流水号、栏目代码。",
            "No 索引号 can be generated: the pattern in site.yaml is wrong, or 流水号 or the column's 代码 is missing.",
        ),
        why: Words::new(
            "政府信息公开条例第十二条：公开目录包括索引。流水号由人写定：若按排列的先后自动编号，补登一份旧文件，后面已经公开的号就全变了。",
            "政府信息公开条例, Art. 12: the catalogue has an index. 流水号 is set by people: counted automatically, an older paper added later would change all numbers published after it.",
        ),
        example: "索引号: \"430682/{年份}-{流水号4}\"",
        mend: Words::new(
            "索引号: \"430682/{年}-{流水号4}\"\n（通知里写“流水号: 8”，栏目里写“代码: 02”）",
            "索引号: \"430682/{年}-{流水号4}\"\n(and `流水号: 8` in the notice, `代码: 02` in the column)",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let Some(text) = &project.site.index else { return };
    let pattern = match Pattern::parse(&text.value) {
        Ok(pattern) => pattern,
        Err(slips) => return slips.into_iter().for_each(|slip| report.push(wrong_pattern(text, slip))),
    };
    let own = |notice: &&Notice| notice.own_index().is_none() && notice.dated.value != Date::MIN;
    let mut notices: Vec<&Notice> = project.notices.iter().filter(own).collect();
    notices.sort_by_key(|notice| (notice.dated.value, &notice.path));
    let mut used = highest_numbers(project, &pattern);
    let mut without_code = BTreeSet::new();
    for notice in notices {
        match project.made_index(&pattern, notice) {
            Ok(_) => {}
            Err(Lack::Code) => {
                without_code.insert(notice.section);
            }
            Err(Lack::Running) => {
                let last = used.entry(scope(project, &pattern, notice)).or_default();
                *last += 1;
                report.push(missing_running_number(notice, *last));
            }
        }
    }
    for section in without_code {
        let name = &project.section(section).name;
        let word = &name.value;
        let message = message!(
            "栏目“{word}”没有代码，编不出索引号",
            "the column {word} has no 代码 for the index numbers"
        );
        let help = message!(
            "在它或者上一级栏目的 column.yaml 加一行“代码: …”",
            "add a line `代码: …` to its column.yaml, or to one above"
        );
        report.push(Diagnostic::new(&CODE, name.span, message).help(help));
    }
}

/// The highest 流水号 in use, by [`scope`].
fn highest_numbers(project: &Project, pattern: &Pattern<'_>) -> BTreeMap<String, u32> {
    let mut used = BTreeMap::new();
    for notice in &project.notices {
        if let Some(number) = notice.running_number().and_then(|text| text.parse::<u32>().ok()) {
            let last = used.entry(scope(project, pattern, notice)).or_insert(number);
            *last = number.max(*last);
        }
    }
    used
}

/// A notice's number without 流水号. Notices with equal scopes need different 流水号.
fn scope(project: &Project, pattern: &Pattern<'_>, notice: &Notice) -> String {
    let code = project.code(notice.section).map_or("", |code| &code.value);
    pattern.fill(notice.dated.value, Some(code.trim()), Some("")).unwrap_or_default()
}

fn missing_running_number(notice: &Notice, next: u32) -> Diagnostic {
    let help = message!(
        "写“流水号: {next}”（同类中还没有用过）；公开以后不再改动",
        "write `流水号: {next}`, which is not taken; leave it once it is published"
    );
    if let Some(text) = &notice.running {
        let word = &text.value;
        let message = message!("流水号“{word}”不是数字，编不出索引号", "流水号 {word:?} is no number");
        return Diagnostic::new(&CODE, text.span, message).help(help).fix(text.span, next.to_string());
    }
    let (day, place) = (notice.dated.value, notice.dated.span);
    Diagnostic::new(
        &CODE,
        place,
        message!("没有流水号，编不出索引号", "there is no 流水号 for the index number"),
    )
    .help(help)
    .fix(place, format!("{day}\n流水号: {next}"))
}

fn wrong_pattern(pattern: &Located<String>, slip: Slip) -> Diagnostic {
    let place = pattern.part(slip.range);
    let word = place.value;
    let finding = |message| Diagnostic::new(&CODE, place.span, message);
    match slip.kind {
        SlipKind::Brace => finding(message!("花括号不成对", "a brace without its other one"))
            .help(message!("花括号成对使用，如“{{年}}”", "braces come in pairs, like `{{年}}`")),
        SlipKind::Word => {
            let inner = word.trim_matches(['{', '}']).trim();
            let finding =
                finding(message!("索引号里不能用“{word}”", "{word} stands for nothing in an index number"));
            let near = near(inner, Pattern::WORDS).filter(|_| !inner.is_empty());
            match near {
                Some(Near { word, is_certain }) => {
                    let right = format!("{{{word}}}");
                    let finding = finding.help(message!("是否想写“{right}”？", "did you mean `{right}`?"));
                    if is_certain { finding.fix(place.span, right) } else { finding }
                }
                None => finding.help(message!(
                    "可用：{{年}}、{{月}}、{{日}}、{{栏目}}、{{流水号}}、{{流水号4}}（补零到几位，1至9）",
                    "one of: {{年}}, {{月}}, {{日}}, {{栏目}}, {{流水号}}, {{流水号4}} (filled up to so many digits, 1 to 9)"
                )),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, TABLE, printed};

    fn site(pattern: &str) -> String {
        format!("名称: 某局政务公开\n索引号: {pattern}\n")
    }

    #[test]
    fn slips_of_the_pattern() {
        crate::testing::assert_snapshot!(
            printed(&["L011"], &[("site.yaml", &site("\"430682/{年份}-{流水号10}{文种类}}\""))]),
            snapbox::str![[r#"
警告[L011]: 索引号里不能用“{年份}”
 --> content/site.yaml:2:14
  |
2 | 索引号: "430682/{年份}-{流水号10}{文种类}}"
  |                 ^^^^^^
  |
建议: 是否想写“{年}”？

警告[L011]: 索引号里不能用“{流水号10}”
 --> content/site.yaml:2:19
  |
2 | 索引号: "430682/{年份}-{流水号10}{文种类}}"
  |                        ^^^^^^^^^^
  |
建议: 是否想写“{流水号}”？

警告[L011]: 索引号里不能用“{文种类}”
 --> content/site.yaml:2:26
  |
2 | 索引号: "430682/{年份}-{流水号10}{文种类}}"
  |                                  ^^^^^^^^
  |
建议: 可用：{年}、{月}、{日}、{栏目}、{流水号}、{流水号4}（补零到几位，1至9）

警告[L011]: 花括号不成对
 --> content/site.yaml:2:31
  |
2 | 索引号: "430682/{年份}-{流水号10}{文种类}}"
  |                                          ^
  |
建议: 花括号成对使用，如“{年}”
"#]]
        );
    }

    #[test]
    fn the_next_number_is_offered_oldest_first() {
        let notice = |line: &str| NOTICE.replace("主送: 各股室\n", &format!("主送: 各股室\n{line}"));
        let (used, wrong) = (notice("流水号: 26\n"), notice("流水号: 七\n"));
        let older = NOTICE.replace("2024-08-01", "2024-07-30");
        let other_year = NOTICE.replace("2024-08-01", "2023-08-01");
        let site = site("430682/{年}-{流水号4}");
        let mut files = vec![("site.yaml", site.as_str()), ("栏目/通知/notice.md", &used)];
        for (path, text) in
            [("栏目/乙/notice.md", &wrong), ("栏目/丙/notice.md", &older), ("栏目/丁/notice.md", &other_year)]
        {
            files.push((path, text));
        }
        for path in ["栏目/乙/tasks.yaml", "栏目/丙/tasks.yaml", "栏目/丁/tasks.yaml"] {
            files.push((path, TABLE));
        }
        crate::testing::assert_snapshot!(
            printed(&["L011"], &files),
            snapbox::str![[r#"
警告[L011]: 流水号“七”不是数字，编不出索引号
 --> content/栏目/乙/notice.md:5:6
  |
5 | 流水号: 七
  |         ^^
  |
建议: 写“流水号: 28”（同类中还没有用过）；公开以后不再改动

警告[L011]: 没有流水号，编不出索引号
 --> content/栏目/丙/notice.md:5:7
  |
5 | 成文日期: 2024-07-30
  |           ^^^^^^^^^^
  |
建议: 写“流水号: 27”（同类中还没有用过）；公开以后不再改动

警告[L011]: 没有流水号，编不出索引号
 --> content/栏目/丁/notice.md:5:7
  |
5 | 成文日期: 2023-08-01
  |           ^^^^^^^^^^
  |
建议: 写“流水号: 1”（同类中还没有用过）；公开以后不再改动
"#]]
        );
    }

    #[test]
    fn a_section_without_code_is_named_once() {
        let site = site("430682-{栏目}-{年}{月}{日}");
        let files = [
            ("site.yaml", site.as_str()),
            ("栏目/通知二/notice.md", NOTICE),
            ("栏目/通知二/tasks.yaml", TABLE),
        ];
        crate::testing::assert_snapshot!(
            printed(&["L011"], &files),
            snapbox::str![[r#"
警告[L011]: 栏目“栏目”没有代码，编不出索引号
 --> content/栏目/column.yaml:1:5
  |
1 | 名称: 栏目
  |       ^^^^
  |
建议: 在它或者上一级栏目的 column.yaml 加一行“代码: …”
"#]]
        );
        let coded = [files.as_slice(), &[("栏目/column.yaml", "名称: 栏目\n代码: 02\n")]].concat();
        assert_eq!(printed(&["L011"], &coded), "");
    }

    #[test]
    fn numbers_of_their_own_and_no_pattern_need_nothing() {
        let own = NOTICE.replace("主送: 各股室\n", "索引号: A-1\n");
        let site = site("{年}-{流水号}");
        assert_eq!(printed(&["L011"], &[("site.yaml", &site), ("栏目/通知/notice.md", &own)]), "");
        let block = NOTICE.replace("  公开方式: 主动公开\n", "  索引号: A-1\n");
        assert_eq!(printed(&["L011"], &[("site.yaml", &site), ("栏目/通知/notice.md", &block)]), "");
        assert_eq!(printed(&["L011"], &[]), "");
    }
}
