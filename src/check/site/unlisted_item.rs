//! L012: a notice whose 所属领域, 一级事项 or 二级事项 is not in 基层政务公开标准目录 of its field.
//!
//! Only for projects with catalogues (`catalog.yaml`). A notice below a section with a catalogue belongs to its field;
//! elsewhere a field is checked if a catalogue has it, or has a field with a similar name.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::notice::Notice;
use crate::model::standard::{Item, Standard};
use crate::source::Located;
use crate::text::message::Words;
use crate::text::similar::{Near, near};

/// 事项不在标准目录中.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L012",
    name: "unlisted-item",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "通知的所属领域、一级事项或二级事项，不在该领域的基层政务公开标准目录（catalog.yaml）中。",
            "所属领域, 一级事项 or 二级事项 of a notice is not in the catalogue of its field (catalog.yaml).",
        ),
        why: Words::new(
            "国办发〔2019〕54号：基层政府编制公开事项标准目录，按目录公开；事项名称不一致，按目录就找不到这份通知。",
            "国办发〔2019〕54号: base-level governments disclose by their catalogues; a notice under another name is not found by them.",
        ),
        example: "一级事项: 政策文件\n二级事项: 其它政策文件",
        mend: Words::new(
            "一级事项: 政策文件\n二级事项: 其他政策文件",
            "一级事项: 政策文件\n二级事项: 其他政策文件",
        ),
    },
};

/// The fields of 基本信息 that name items, from the top level down.
const ITEMS: [&str; 3] = ["一级事项", "二级事项", "三级事项"];

/// Maximum number of names in a finding.
const MOST_LISTED: usize = 12;

fn check(project: &Project, report: &mut Report) {
    if project.standards.is_empty() {
        return;
    }
    for notice in &project.notices {
        if let Some(standard) = standard_of(project, notice, report) {
            check_items(notice, standard.items(), report);
        }
    }
}

/// The catalogue of a notice's field. Reports a misspelt field.
fn standard_of<'p>(project: &'p Project, notice: &Notice, report: &mut Report) -> Option<&'p Standard> {
    let field = field_text(notice, "所属领域")?;
    let named = |standard: &&Standard| standard.field.value.trim() == field.value.trim();
    if let Some(found) = project.standards.iter().find(named) {
        return Some(found);
    }
    let around = std::iter::successors(Some(notice.section), |id| project.section(*id).parent);
    let here = around.into_iter().find_map(|id| project.standard_in(id));
    let known = project.standards.iter().map(|standard| standard.field.value.trim());
    let own = here.map(|standard| Near { word: standard.field.value.trim(), is_certain: true });
    let near = own.or_else(|| near(field.value.trim(), known))?;
    let word = field.value.trim();
    let message = match here {
        Some(_) => message!(
            "所属领域“{word}”与本栏目标准目录的领域不一致",
            "the catalogue of this column has another field than {word}"
        ),
        None => message!("没有“{word}”领域的标准目录", "there is no catalogue of the field {word}"),
    };
    report.push(Diagnostic::new(&CODE, field.span, message).did_you_mean(field.span, near));
    None
}

/// Checks the items of a notice level by level, down to the first unknown item.
fn check_items(notice: &Notice, top: Vec<Item<'_>>, report: &mut Report) {
    let mut within = top;
    for level in ITEMS {
        let Some(text) = field_text(notice, level).filter(|_| !within.is_empty()) else { return };
        let word = text.value.trim();
        match within.iter().position(|item| item.name == word) {
            Some(found) => within = within.swap_remove(found).items,
            None => return report.push(unlisted(level, text, &within)),
        }
    }
}

fn unlisted(level: &str, text: &Located<String>, known: &[Item<'_>]) -> Diagnostic {
    let word = text.value.trim();
    let message = message!("标准目录没有{level}“{word}”", "the catalogue has no {level} {word:?} here");
    let finding = Diagnostic::new(&CODE, text.span, message);
    if let Some(near) = near(word, known.iter().map(|item| item.name)) {
        return finding.did_you_mean(text.span, near);
    }
    let names: Vec<&str> = known.iter().map(|item| item.name).take(MOST_LISTED).collect();
    let more = if known.len() > MOST_LISTED { "……" } else { "" };
    let list = names.join("、");
    finding.help(message!("目录中的{level}：{list}{more}", "{level} of the catalogue: {list}{more}"))
}

/// A field of 基本信息 that is not blank.
fn field_text<'n>(notice: &'n Notice, name: &str) -> Option<&'n Located<String>> {
    notice.disclosure.text(name).filter(|text| !text.value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::testing::{NOTICE, printed};

    const CATALOG: &str = "\
领域: 安全生产
事项:
  - 名称: 政策文件
    下级事项:
      - {名称: 法律法规}
      - {名称: 其他政策文件}
  - 名称: 依法行政
    下级事项:
      - {名称: 行政许可, 下级事项: [{名称: 首次办理}]}
";

    fn block(fields: &str) -> String {
        let notice = NOTICE.replace("  公开方式: 主动公开\n", fields);
        printed(&["L012"], &[("栏目/catalog.yaml", CATALOG), ("栏目/通知/notice.md", &notice)])
    }

    #[test]
    fn asks_for_the_nearest_item_of_the_level() {
        crate::testing::assert_snapshot!(
            block("  所属领域: 安全生产\n  一级事项: 政策文件\n  二级事项: 其它政策文件\n"),
            snapbox::str![[r#"
警告[L012]: 标准目录没有二级事项“其它政策文件”
  --> content/栏目/通知/notice.md:13:9
   |
13 |   二级事项: 其它政策文件
   |             ^^^^^^^^^^^^
   |
建议: 是否想写“其他政策文件”？
"#]]
        );
    }

    #[test]
    fn lists_the_items_where_none_is_near() {
        crate::testing::assert_snapshot!(
            block("  所属领域: 安全生产\n  一级事项: 依法行政\n  二级事项: 法律法规\n"),
            snapbox::str![[r#"
警告[L012]: 标准目录没有二级事项“法律法规”
  --> content/栏目/通知/notice.md:13:9
   |
13 |   二级事项: 法律法规
   |             ^^^^^^^^
   |
建议: 目录中的二级事项：行政许可
"#]]
        );
    }

    #[test]
    fn another_field_than_the_sections() {
        crate::testing::assert_snapshot!(
            block("  所属领域: 救灾\n  一级事项: 政策文件\n"),
            snapbox::str![[r#"
警告[L012]: 所属领域“救灾”与本栏目标准目录的领域不一致
  --> content/栏目/通知/notice.md:11:9
   |
11 |   所属领域: 救灾
   |             ^^^^
   |
建议: 是否想写“安全生产”？
"#]]
        );
    }

    #[test]
    fn a_field_elsewhere_is_asked_about_only_when_it_is_near() {
        let elsewhere = |field: &str| {
            let notice = NOTICE.replace("公开方式: 主动公开", &format!("所属领域: {field}\n  一级事项: 甲"));
            let section = "名称: 安全\n说明: 安全生产\n类型: 政策文件\n";
            printed(
                &["L012"],
                &[
                    ("安全/column.yaml", section),
                    ("安全/catalog.yaml", CATALOG),
                    ("栏目/通知/notice.md", &notice),
                ],
            )
        };
        assert_eq!(elsewhere("救灾"), "");
        crate::testing::assert_snapshot!(
            elsewhere("安全生成"),
            snapbox::str![[r#"
警告[L012]: 没有“安全生成”领域的标准目录
  --> content/栏目/通知/notice.md:11:9
   |
11 |   所属领域: 安全生成
   |             ^^^^^^^^
   |
建议: 是否想写“安全生产”？
"#]]
        );
        assert!(elsewhere("安全生产").starts_with("警告[L012]: 标准目录没有一级事项“甲”\n"));
    }

    #[test]
    fn what_is_listed_and_what_is_not_said() {
        for fields in [
            "  所属领域: 安全生产\n  一级事项: 政策文件\n  二级事项: 法律法规\n",
            "  所属领域: 安全生产\n  一级事项: 政策文件\n  二级事项: 法律法规\n  三级事项: 甲\n",
            "  所属领域: 安全生产\n  一级事项: 依法行政\n  二级事项: 行政许可\n  三级事项: 首次办理\n",
            "  所属领域: 安全生产\n  一级事项: 政策文件\n",
            "  所属领域: 安全生产\n  一级事项:\n",
            "  索引号: 1\n",
        ] {
            assert_eq!(block(fields), "", "{fields}");
        }
        let notice = NOTICE.replace("公开方式: 主动公开", "所属领域: 甲\n  一级事项: 乙");
        assert_eq!(printed(&["L012"], &[("栏目/通知/notice.md", &notice)]), "");
    }
}
