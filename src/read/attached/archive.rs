//! Zip archives: documents go to their own readers; of any other archive every file is searched, one level deep.

use crate::message;
use crate::model::attached::{FileKind, ending, kind};
use crate::read::attached::found::Found;
use crate::read::attached::part::part;
use crate::read::attached::{odf, ooxml};
use crate::read::package::Package;

/// Endings of files that run when they are opened. Programs are also recognised by their first bytes.
const PROGRAMS: &[&str] = &[
    "apk", "app", "bat", "chm", "cmd", "com", "cpl", "dll", "exe", "hta", "jar", "js", "jse", "lnk", "msi",
    "ps1", "py", "reg", "scr", "sh", "url", "vbe", "vbs", "wsf",
];
/// Parts by which a document of Word, Excel or PowerPoint is recognised: it has at least one of them.
const OFFICE: &[&str] =
    &["[Content_Types].xml", "word/document.xml", "xl/workbook.xml", "ppt/presentation.xml"];
/// Searches a zip archive.
pub fn read(bytes: &[u8], found: &mut Found) {
    let mut package = match Package::open(bytes, found.limits()) {
        Ok(package) => package,
        Err(fault) => return found.unsearched("", fault.message()),
    };
    let holds = |name: &str| package.find(name).is_some();
    // Office opens documents whose list of parts is missing.
    let is_office = OFFICE.iter().any(|name| holds(name));
    if is_office {
        ooxml::read(&mut package, found);
    } else if holds("OFD.xml") || holds("META-INF/manifest.xml") && holds("content.xml") {
        odf::read(&mut package, found);
    } else if found.depth() > 0 {
        found.unsearched(
            "",
            message!("压缩包里的压缩包不再打开", "an archive within an archive is not opened"),
        );
    } else {
        let names: Vec<String> = package.names().map(str::to_owned).collect();
        for name in names {
            entry(&mut package, &name, found);
        }
    }
}

/// Searches a file in an archive.
fn entry(package: &mut Package<'_>, name: &str, found: &mut Found) {
    if PROGRAMS.contains(&ending(name).as_str()) {
        found.active(&format!("“{name}”"), message!("程序", "a program"));
    }
    // File names may hold personal numbers, too.
    found.text(|| "文件名".to_owned(), name);
    let Some(bytes) = part(package, name, found) else { return };
    match kind(name) {
        Some(FileKind::Archive) => found.within(name, |found| {
            found.unsearched(
                "",
                message!("压缩包里的压缩包不再打开", "an archive within an archive is not opened"),
            );
        }),
        _ => found.search_within(name, &bytes),
    }
}
