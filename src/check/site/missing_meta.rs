//! L005: a page that cannot say what it has to say about itself.
//!
//! 国办发〔2017〕47号, annex 网页设计规范: `SiteIDCode` and `ColumnDescription` are 必选 on every page. What the program
//! makes of the site's and columns' names is there already.

use crate::check::Rule;
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::model::Project;
use crate::say;
use crate::source::Located;
use crate::text::message::Words;

/// 缺少必选的网页标签内容.
pub const RULE: Rule = Rule { code: &CODE, check };
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
            "国办发〔2017〕47号附件《网页设计规范》：网站标识码、栏目说明是每个网页必选的标签。",
            "国办发〔2017〕47号, annex 网页设计规范: the site's code and the column's description are mandatory on every page.",
        ),
        example: "名称: 通知公告",
        mend: Words::new("名称: 通知公告\n说明: 本局的通知和公告", "名称: 通知公告\n说明: 本局的通知和公告"),
    },
};

fn check(project: &Project, report: &mut Report) {
    let site = &project.site;
    if is_missing(&site.name, site.id_code.as_ref()) {
        let message = say!(
            "没有网站标识码，网页标签 SiteIDCode 是空的",
            "there is no 网站标识码 for the tag SiteIDCode"
        );
        report.push(
            Diagnostic::new(&CODE, site.name.span, message)
                .help(say!("加一行“网站标识码: …”", "add a line `网站标识码: …`")),
        );
    }
    for column in &project.columns {
        if !is_missing(&column.name, column.description.as_ref()) {
            continue;
        }
        let name = &column.name.value;
        let message = say!(
            "栏目“{name}”没有说明，网页标签 ColumnDescription 是空的",
            "the column {name} has no 说明 for the tag ColumnDescription"
        );
        report.push(Diagnostic::new(&CODE, column.name.span, message).help(say!(
            "加一行“说明: …”，用一句话说明栏目内容",
            "add a line `说明: …` that says what the column holds"
        )));
    }
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
        snapbox::assert_data_eq!(
            printed(&["L005"], &files),
            snapbox::str![[r#"
提示[L005]: 没有网站标识码，网页标签 SiteIDCode 是空的
 --> content/site.yaml:1:5
  |
1 | 名称: 某局政务公开
  |       ^^^^^^^^^^^^
  |
建议: 加一行“网站标识码: …”

提示[L005]: 栏目“栏目”没有说明，网页标签 ColumnDescription 是空的
 --> content/栏目/column.yaml:1:5
  |
1 | 名称: 栏目
  |       ^^^^
  |
建议: 加一行“说明: …”，用一句话说明栏目内容
"#]]
        );
    }

    #[test]
    fn nothing_is_missing() {
        assert_eq!(printed(&["L005"], &[]), "");
        assert_eq!(printed(&["L005"], &[("site.yaml", "主办单位: 某局\n")]), "");
    }
}
