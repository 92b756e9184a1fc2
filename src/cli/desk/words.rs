//! Words about results where the desk has buttons and the command line has commands.

use crate::cli::mend::file_lines;
use crate::message;
use crate::model::Following;
use crate::output::Entry;
use crate::pipeline::mend::Corrections;
use crate::pipeline::publish::Papers;
use crate::text::date::Moment;
use crate::text::message::{Lang, Words};

/// Names of the changes that can be taken back, by the beginning of the command that makes them.
const CHANGES: [(&str, Words); 8] = [
    ("check --fix", Words::new("改正", "corrections")),
    ("import", Words::new("导入", "import")),
    ("collect", Words::new("收表", "collected reports")),
    ("publish --withdraw", Words::new("撤回", "taken back")),
    ("desk fill", Words::new("填写", "a field")),
    ("desk register", Words::new("登记股室", "an office")),
    ("desk accept", Words::new("放行", "acceptance")),
    ("publish", Words::new("公开", "publication")),
];

/// The name of a change, its time and its number of files.
pub fn change(entry: &Entry, lang: Lang) -> String {
    let known = CHANGES.iter().find(|(command, _)| entry.command.starts_with(command));
    let name = known.map_or(entry.command.as_str(), |(_, words)| words.get(lang));
    let kinds = entry.command.strip_prefix("check --fix").unwrap_or_default();
    let (time, count) = (entry.time.replace('T', " "), entry.files.len());
    let heading = message!("{name}{kinds}（{time}，{count}个文件）", "{name}{kinds} ({time}, {count} files)");
    heading.get(lang).to_owned()
}

/// The change that was taken back, and its files.
pub fn undone(entry: &Entry, lang: Lang) -> String {
    let mut lines = vec![format!("{}{}", lang.pick("已撤销：", "Taken back: "), change(entry, lang))];
    lines.extend(entry.files.iter().map(|file| format!("  {}", file.path)));
    lines.join("\n")
}

/// The files that were corrected, and those that stay as they are.
pub fn mended(mends: &Corrections, lang: Lang) -> String {
    let count: usize = mends.files.iter().flat_map(|file| file.applied.values()).sum();
    let head = match count {
        0 => message!("没有改动", "nothing was changed"),
        _ => message!("已改好{count}处", "corrected: {count}"),
    };
    std::iter::once(head.get(lang).to_owned()).chain(file_lines(mends, lang)).collect::<Vec<_>>().join("\n")
}

/// The numbers of reports and summaries that were made public.
pub fn published(papers: &Papers<'_>, time: Moment, lang: Lang) -> String {
    let notes = papers.changing.iter().filter(|chosen| matches!(chosen.paper, Following::Note(_))).count();
    let summaries = papers.changing.len() - notes;
    let message = message!(
        "已公开进展 {notes} 份、总结 {summaries} 份，发布日期 {time}。网站要重新生成才会变",
        "made public as of {time}: {notes} reports, {summaries} summaries. The site needs to be built again"
    );
    message.get(lang).to_owned()
}
