//! P031: the number of a notice's published pictures, whose text no program reads.
//!
//! One note for each notice: a warning for every photo would hide the warnings about files that do have text.

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::attachment::PublishedFile;
use crate::text::message::Words;

/// 图片里的文字没有检查.
pub const RULE: Rule = Rule { code: &CODE, check: Check::Project(check) };
const CODE: Code = Code {
    id: "P031",
    name: "pictures-not-read",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "公开的图片（或文件里的图片）上的文字没有查找。",
            "Words in published pictures, or in pictures within files, are not read.",
        ),
        why: Words::new(
            "照片里的证件、名单、屏幕，程序看不出来。",
            "No program sees the card, the list or the screen in a photo.",
        ),
        example: "![现场](files/现场.jpg)",
        mend: Words::new(
            "公开前看一遍图片；有个人信息的，遮去再公开。",
            "Look at the pictures before they are published, and hide what is personal.",
        ),
    },
};

fn check(project: &Project, report: &mut Report) {
    for notice in &project.notices {
        let own =
            |(_, file): &(&String, &PublishedFile)| file.inside.is_picture && notice.owns(file.named.file);
        let pictures: Vec<_> = project.files.iter().filter(own).collect();
        let Some((_, first)) = pictures.first() else { continue };
        let count = pictures.len();
        let message = message!(
            "有 {count} 个文件是图片或含有图片，图片上的文字没有查找个人信息",
            "{count} files are or hold pictures, which were not searched for personal data"
        );
        report.push(
            Diagnostic::new(&CODE, first.named, message)
                .help(message!("公开前请看一遍", "look at them before they are published")),
        );
    }
}
