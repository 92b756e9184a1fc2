//! L009: a section's folder with a name that the site reserves for its own pages.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::section::RESERVED;
use crate::text::message::Words;

/// 文件夹名与网站自己的页面冲突.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "L009",
    name: "reserved-name",
    severity: Severity::Error,
    about: About {
        what: Words::new(
            "栏目的文件夹用了网站自己的页面要用的名字。",
            "The folder of a column has a name that the site needs for pages of its own.",
        ),
        why: Words::new(
            "文件夹的名字就是网址。offices、years、deadlines 等是查找页的网址，栏目再用，两样内容会混在一起。",
            "A folder's name is its address. offices, years, deadlines and so on are addresses of the site's own pages; a column of that name would be mixed up with them.",
        ),
        example: "content/offices/column.yaml",
        mend: Words::new(
            "给文件夹另起一个名字；栏目的名称不用改。",
            "Rename the folder; the column's name can stay.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for section in project.sections.iter().filter(|section| section.parent.is_none()) {
        let folder = section.path.split('/').next().unwrap_or_default();
        // On Windows and macOS, names that differ only in case are the same folder.
        if RESERVED.contains(&folder.to_lowercase().as_str()) {
            report.push(
                Diagnostic::new(
                    &CODE,
                    section.name.span,
                    message!(
                        "栏目的文件夹“{folder}”与网站自己的页面同名",
                        "the folder {folder} has the name of pages that the site has itself"
                    ),
                )
                .help(message!(
                    "文件夹另起一个名字，例如“{folder}-1”",
                    "rename the folder, to {folder}-1 for example"
                )),
            );
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::testing::printed;

    #[test]
    fn a_folder_takes_the_place_of_pages() {
        let files = [("Offices/column.yaml", "名称: 内设机构\n"), ("Offices/甲/column.yaml", "名称: 甲\n")];
        crate::testing::assert_snapshot!(
            printed(&["L009"], &files),
            snapbox::str![[r#"
错误[L009]: 栏目的文件夹“Offices”与网站自己的页面同名
 --> content/Offices/column.yaml:1:5
  |
1 | 名称: 内设机构
  |       ^^^^^^^^
  |
建议: 文件夹另起一个名字，例如“Offices-1”
"#]]
        );
    }

    #[test]
    fn elsewhere_the_name_is_free() {
        assert_eq!(printed(&["L009"], &[("栏目/offices/column.yaml", "名称: offices\n")]), "");
        assert_eq!(printed(&["L009"], &[("offices-1/column.yaml", "名称: 机构\n")]), "");
    }
}
