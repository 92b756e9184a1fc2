//! P032: metadata of a published picture with its place, device or owner. P033: metadata of a published document with
//! names of its authors.
//!
//! Phones write the place of a photo into the file, and office programs the names of everyone who saved it. The page
//! does not show them, but everybody who downloads the file can read them.

use std::fmt::Write as _;

use crate::check::{Check, Rule};
use crate::diagnostic::{About, Code, Diagnostic, Report, Severity};
use crate::message;
use crate::model::Project;
use crate::model::attached::TraceKind;
use crate::text::message::{Message, Words};

/// 图片带有拍摄地点、相机序列号等.
pub const CAMERA: Rule = Rule { code: &CAMERA_CODE, check: Check::Project(cameras) };
/// 文件带有作者等姓名.
pub const AUTHOR: Rule = Rule { code: &AUTHOR_CODE, check: Check::Project(authors) };

const CAMERA_CODE: Code = Code {
    id: "P032",
    name: "picture-tells-place",
    severity: Severity::Warning,
    about: About {
        what: Words::new(
            "公开的图片里存有拍摄地点、相机序列号或所有者。",
            "A published picture holds the place where it was taken, the camera's serial number or its owner.",
        ),
        why: Words::new(
            "手机把拍摄地点写进照片，下载的人都能看到；举报人、执法对象的住处会因此泄露。",
            "Phones write the place into a photo, and everybody who downloads it can read it: homes become known.",
        ),
        example: "![现场](files/现场.jpg)",
        mend: Words::new(
            "用 gongkai build --strip-metadata 生成，公开的副本中就没有了；原文件不变。",
            "Build with --strip-metadata: the published copy is without it; your own file stays as it is.",
        ),
    },
};
const AUTHOR_CODE: Code = Code {
    id: "P033",
    name: "file-names-author",
    severity: Severity::Note,
    about: About {
        what: Words::new(
            "公开的文件属性里有作者、单位等名字，或制作人电脑上的路径。",
            "The properties of a published file name an author or company, or a path on somebody's machine.",
        ),
        why: Words::new(
            "谁起草、谁修改过，属于内部信息；借用别处文件改成的，还会露出别人的名字。",
            "Who wrote and who changed it is internal; in a file that was made from another one, strangers' names appear.",
        ),
        example: "附件:\n  - {文件: files/名单.docx, 名称: 名单}",
        mend: Words::new(
            "用 gongkai build --strip-metadata 生成，公开的副本中就没有了；PDF 和旧格式文件、批注，请在原软件中删去。",
            "Build with --strip-metadata: the published copy is without them; in PDF and old formats, and in comments, remove them in the program that made the file.",
        ),
    },
};

fn cameras(project: &Project, report: &mut Report) {
    check(project, TraceKind::Camera, &CAMERA_CODE, report);
}

fn authors(project: &Project, report: &mut Report) {
    check(project, TraceKind::Author, &AUTHOR_CODE, report);
}

/// Reports one finding for each file, with all its traces of one kind.
fn check(project: &Project, kind: TraceKind, code: &'static Code, report: &mut Report) {
    for (path, file) in &project.files {
        let name = path.rsplit('/').next().unwrap_or_default();
        let mut list = Message { zh: String::new(), en: String::new() };
        for trace in file.inside.traces.iter().filter(|trace| trace.kind == kind) {
            let (value, Words { zh, en }) = (&trace.value, trace.name);
            if !list.zh.is_empty() {
                list.zh.push('、');
                list.en.push_str(", ");
            }
            // Writing into a `String` cannot fail.
            let _ = write!(list.zh, "{zh}“{value}”");
            let _ = write!(list.en, "{en} {value:?}");
        }
        if list.zh.is_empty() {
            continue;
        }
        let (zh, en) = (&list.zh, &list.en);
        let message = message!("附件“{name}”中存有{zh}", "the attached file {name:?} holds {en}");
        report.push(Diagnostic::new(code, file.named, message).help(message!(
            "用 gongkai build --strip-metadata 生成，公开的副本中就没有了；它不能处理的，在原软件中删去",
            "build with --strip-metadata, and the published copy is without it; what that cannot do, do in the program that made the file"
        )));
    }
}
