//! L005: missing content of mandatory meta tags.
//!
//! 国办发〔2017〕47号, annex 网页设计规范: `SiteDomain`, `SiteIDCode`, `ColumnDescription` and `ColumnType` are 必选 on
//! every page. Tags made from the site's and sections' names always exist; a section's name is also used as its type,
//! which is right only if the name is a type.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::source::Located;
use crate::text::message::{Message, Words};

/// Types of sections that 网页设计规范 names as examples.
const TYPES: [&str; 18] = [
    "首页",
    "概况信息",
    "机构职能",
    "负责人信息",
    "工作动态",
    "政策文件",
    "信息公开指南",
    "信息公开目录",
    "信息公开年报",
    "依申请公开",
    "数据发布",
    "数据开放",
    "政策解读",
    "回应关切",
    "办事服务",
    "咨询投诉",
    "征集调查",
    "在线访谈",
];

/// 缺少必选的网页标签内容.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L005",
    name: "missing-meta",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "缺少必选网页标签要用的内容。",
            "Something that the mandatory meta tags need is missing.",
        ),
        why: Words::new(
            "国办发〔2017〕47号附件《网页设计规范》：网站域名、网站标识码、栏目说明、栏目类型是每个网页必选的标签。没有域名，也不能生成订阅源、站点地图和“网站找错”的链接。",
            "国办发〔2017〕47号, annex 网页设计规范: the site's domain and code, the column's description and type are mandatory on every page. Without a domain there is no feed, no sitemap and no link to report mistakes either.",
        ),
        example: "名称: 通知公告",
        mend: Words::new(
            "名称: 通知公告\n说明: 本局的通知和公告\n类型: 政策文件",
            "名称: 通知公告\n说明: 本局的通知和公告\n类型: 政策文件",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    let site = &project.site;
    if is_missing(&site.name, site.domain.as_ref()) {
        let message = message!(
            "没有域名，网页标签 SiteDomain 是空的，也不生成订阅源和站点地图，fragment.html 里的链接粘贴到别处打不开",
            "there is no 域名 for the tag SiteDomain, the feed, the sitemap and the links of fragment.html, which lead nowhere once pasted"
        );
        report.push(
            Diagnostic::new(&CODE, site.name.span, message).help(message!(
                "加一行“域名: …”，写本站的网址",
                "add a line `域名: …` with the site's address"
            )),
        );
    }
    if is_missing(&site.name, site.id_code.as_ref()) {
        let message = message!(
            "没有网站标识码，网页标签 SiteIDCode 是空的",
            "there is no 网站标识码 for the tag SiteIDCode"
        );
        report.push(
            Diagnostic::new(&CODE, site.name.span, message)
                .help(message!("加一行“网站标识码: …”", "add a line `网站标识码: …`")),
        );
    }
    for section in &project.sections {
        let name = &section.name;
        let known = TYPES.contains(&name.value.as_str());
        let missing = (
            is_missing(name, section.description.as_ref()),
            is_missing(name, section.kind.as_ref()) && !known,
        );
        let (words, tags, help) = match missing {
            (true, true) => ("说明和类型", "ColumnDescription、ColumnType", help_both()),
            (true, false) => ("说明", "ColumnDescription", help_description()),
            (false, true) => ("类型", "ColumnType", help_kind()),
            (false, false) => continue,
        };
        let name = &section.name.value;
        let message = message!(
            "栏目“{name}”没有{words}，网页标签 {tags} 缺内容",
            "the column {name} has no {words} for {tags}"
        );
        report.push(Diagnostic::new(&CODE, section.name.span, message).help(help));
    }
}

fn help_both() -> Message {
    message!(
        "加上“说明: …”“类型: …”两行：一句话说明栏目内容，并写明栏目类型，如政策文件、信息公开目录",
        "add `说明: …`, what the column holds, and `类型: …`, such as 政策文件 or 信息公开目录"
    )
}

fn help_description() -> Message {
    message!("加一行“说明: …”，用一句话说明栏目内容", "add a line `说明: …` that says what the column holds")
}

fn help_kind() -> Message {
    message!(
        "加一行“类型: …”，如政策文件、信息公开目录、工作动态",
        "add a line `类型: …`, such as 政策文件, 信息公开目录 or 工作动态"
    )
}

/// Whether a text is missing or blank in a file that could be read.
fn is_missing(name: &Located<String>, text: Option<&Located<String>>) -> bool {
    !name.value.is_empty() && text.is_none_or(|text| text.value.trim().is_empty())
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    #[test]
    fn one_finding_for_each_file() {
        let files = [("site.yaml", "名称: 某局政务公开\n"), ("栏目/column.yaml", "名称: 栏目\n说明:\n")];
        crate::testing::assert_snapshot!(
            printed(&["L005"], &files),
            snapbox::str![[r#"
提示[L005]: 没有域名，网页标签 SiteDomain 是空的，也不生成订阅源和站点地图，fragment.html 里的链接粘贴到别处打不开
 --> content/site.yaml:1:5
  |
1 | 名称: 某局政务公开
  |       ^^^^^^^^^^^^
  |
建议: 加一行“域名: …”，写本站的网址

提示[L005]: 没有网站标识码，网页标签 SiteIDCode 是空的
 --> content/site.yaml:1:5
  |
1 | 名称: 某局政务公开
  |       ^^^^^^^^^^^^
  |
建议: 加一行“网站标识码: …”

提示[L005]: 栏目“栏目”没有说明和类型，网页标签 ColumnDescription、ColumnType 缺内容
 --> content/栏目/column.yaml:1:5
  |
1 | 名称: 栏目
  |       ^^^^
  |
建议: 加上“说明: …”“类型: …”两行：一句话说明栏目内容，并写明栏目类型，如政策文件、信息公开目录
"#]]
        );
    }

    #[test]
    fn what_alone_is_missing_is_named_alone() {
        let section = |text: &str| printed(&["L005"], &[("栏目/column.yaml", text)]);
        assert!(section("名称: 栏目\n说明: 说明\n").starts_with("提示[L005]: 栏目“栏目”没有类型，"));
        assert!(section("名称: 栏目\n类型: 政策文件\n").starts_with("提示[L005]: 栏目“栏目”没有说明，"));
        assert!(section("名称: 政策文件\n").starts_with("提示[L005]: 栏目“政策文件”没有说明，"));
        assert_eq!(section("名称: 政策文件\n说明: 说明\n"), "");
    }

    #[test]
    fn nothing_is_missing() {
        assert_eq!(printed(&["L005"], &[]), "");
        assert_eq!(printed(&["L005"], &[("site.yaml", "主办单位: 某局\n")]), "");
    }
}
