//! Words about corrections: what was changed, what stays, what is left.

use crate::diagnostic::{Class, Report, Severity};
use crate::message;
use crate::pipeline::corrections::class;
use crate::pipeline::mend::{Corrections, MendedFile};
use crate::text::message::Lang;

/// The files that were changed, or would be, and those that stay as they are.
pub(super) fn summary(mends: &Corrections, is_preview: bool, lang: Lang) -> String {
    let count: usize = mends.files.iter().map(places).sum();
    let files = mends.files.len();
    let head = match (files, is_preview) {
        (0, _) => message!("没有可以自动改正的", "there is nothing to correct automatically"),
        (_, true) => message!(
            "会改{files}个文件，共{count}处；只是列出，没有写入。去掉 --diff 即写入",
            "{count} corrections in {files} files would be made; nothing was written. Leave out --diff to write them"
        ),
        (_, false) => message!(
            "已改{files}个文件，共{count}处。撤销用 gongkai undo",
            "{count} corrections in {files} files were made. `gongkai undo` takes them back"
        ),
    };
    std::iter::once(head.get(lang).to_owned()).chain(file_lines(mends, lang)).collect::<Vec<_>>().join("\n")
}

/// A line for each corrected file with the kinds, and one for each file that stays as it is with the reason.
pub fn file_lines(mends: &Corrections, lang: Lang) -> Vec<String> {
    let mut lines = Vec::new();
    for file in &mends.files {
        let kinds = file.applied.iter().map(|(id, count)| format!("{id} ×{count}"));
        lines.push(format!("  {}  {}", file.path, kinds.collect::<Vec<_>>().join(" ")));
    }
    if !mends.refused.is_empty() {
        lines.push(lang.pick("没有改的文件：", "Files that stay as they are:").to_owned());
    }
    for refused in &mends.refused {
        lines.push(format!("  {}{}{}", refused.path, lang.pick("：", ": "), refused.reason.get(lang)));
    }
    lines
}

fn places(file: &MendedFile) -> usize {
    file.applied.values().sum()
}

/// The findings that are left, as numbers, and the kinds that are corrected when they are named.
pub(super) fn left_over(report: &Report, lang: Lang) -> Option<String> {
    let [errors, warnings, notes] =
        [Severity::Error, Severity::Warning, Severity::Note].map(|level| report.count(level));
    if errors + warnings + notes == 0 {
        return None;
    }
    let left = message!(
        "还有{errors}个错误、{warnings}个警告、{notes}个提示，用 gongkai check 逐处查看",
        "{errors} errors, {warnings} warnings and {notes} notes are left; `gongkai check` shows them"
    );
    let fixable = report.findings().iter().filter(|finding| finding.fix_here().is_some());
    let mut kinds: Vec<&str> = fixable
        .filter(|finding| class(finding.code) == Some(Class::Words))
        .map(|finding| finding.code.id)
        .collect();
    kinds.sort_unstable();
    kinds.dedup();
    let kinds = kinds.join(",");
    let named = message!(
        "其中有的会改动文字，点名才改；先看改动：gongkai check --diff --fix {kinds}",
        "some of them change words and are corrected when they are named; look first: gongkai check --diff --fix {kinds}"
    );
    let named = Some(named.get(lang)).filter(|_| !kinds.is_empty());
    Some([Some(left.get(lang)), named].into_iter().flatten().collect::<Vec<_>>().join("\n"))
}
