//! Words about papers that are made public or taken back: the list, refusals, the result.

use crate::message;
use crate::model::{Following, Project};
use crate::pipeline::publish::{Act, Chosen, Papers};
use crate::text::date::chinese;
use crate::text::message::{Lang, Message};

/// Maximum number of characters shown of a report.
const BEGINNING: usize = 40;

/// The papers, notice by notice, each with its office, its item and the beginning of its words.
pub(super) fn list(
    project: &Project,
    papers: &Papers<'_>,
    path: impl Fn(&Chosen<'_>) -> String,
    lang: Lang,
) -> Vec<String> {
    let mut lines = Vec::new();
    let mut last = None;
    for chosen in &papers.changing {
        if last != Some(&chosen.notice.path) {
            lines.push(chosen.notice.title.value.clone());
            last = Some(&chosen.notice.path);
        }
        lines.push(format!("  {}", path(chosen)));
        lines.push(format!("    {}", described(project, chosen)));
    }
    for chosen in &papers.waiting {
        let reason = waiting_for(chosen, lang);
        let path = path(chosen);
        let line = message!("不能公开：{path}（{reason}）", "left out: {path} ({reason})");
        lines.push(line.get(lang).to_owned());
    }
    lines
}

/// The reason why a paper cannot be public.
pub fn waiting_for(chosen: &Chosen<'_>, lang: Lang) -> &'static str {
    match chosen.paper {
        _ if !chosen.notice.shown_progress.ledger => {
            lang.pick("“进展公开”关闭了“台账”", "进展公开 leaves 台账 out")
        }
        Following::Note(_) => lang.pick("日期还没有到", "its day has not come"),
        Following::Summary(_) => lang.pick("还没有签字", "it is not signed"),
    }
}

/// Day, office, item and status of a report, or the year of a summary, and the beginning of its words.
pub fn described(project: &Project, chosen: &Chosen<'_>) -> String {
    let office = &chosen.paper.office().text.value;
    let head = match chosen.paper {
        Following::Note(note) => {
            let item =
                note.about.map_or_else(|| note.item.value.clone(), |item| chosen.notice.item_words(item));
            let status =
                note.state.map_or(&note.status.value, |id| &project.site.statuses.get(id).word.value);
            format!("{}  {office}  {item}  {status}", chinese(note.dated.value))
        }
        Following::Summary(summary) => {
            let year = summary.year.as_ref().map_or_else(String::new, |year| year.value.to_string());
            format!("{year}年总结  {office}")
        }
    };
    let start = chosen.paper.body().beginning(BEGINNING);
    let more = if start.more { "……" } else { "" };
    format!("{head}：{}{more}", start.words.replace('\n', " "))
}

pub fn refusal(act: Act) -> Message {
    match act {
        Act::Publish(_) | Act::PublishSince(_) => message!(
            "这样公开会有错误，未改动任何文件；改正后请重新运行",
            "published like this there would be errors, and nothing was changed; mend them and run again"
        ),
        Act::Withdraw => message!(
            "这样撤回会有错误，未改动任何文件；改正后请重新运行",
            "taken back like this there would be errors, and nothing was changed; mend them and run again"
        ),
    }
}

/// The numbers, and what comes next.
pub(super) fn done(papers: &Papers<'_>, act: Act, is_dry: bool, lang: Lang) -> String {
    let notes = papers.changing.iter().filter(|chosen| matches!(chosen.paper, Following::Note(_))).count();
    let summaries = papers.changing.len() - notes;
    let message = match (act, is_dry) {
        (Act::Publish(_) | Act::PublishSince(_), true) => message!(
            "试运行：会公开进展 {notes} 份、总结 {summaries} 份；未写任何文件",
            "dry run, nothing was written; would be made public: {notes} reports, {summaries} summaries"
        ),
        (Act::Withdraw, true) => message!(
            "试运行：会撤回进展 {notes} 份、总结 {summaries} 份；未写任何文件",
            "dry run, nothing was written; would be taken back: {notes} reports, {summaries} summaries"
        ),
        (Act::Publish(time) | Act::PublishSince(time), false) => message!(
            "已公开进展 {notes} 份、总结 {summaries} 份，发布日期 {time}。撤销用 gongkai undo；网站要重新生成（gongkai build）",
            "made public as of {time}: {notes} reports, {summaries} summaries. `gongkai undo` takes that back; the site needs `gongkai build`"
        ),
        (Act::Withdraw, false) => message!(
            "已撤回进展 {notes} 份、总结 {summaries} 份：台账回到它们之前公开的进展，原来的发布日期留在 .gongkai/history 里。撤销用 gongkai undo；网站要重新生成（gongkai build）",
            "taken back: {notes} reports, {summaries} summaries. The ledger returns to the public reports before them; their 发布日期 stays in .gongkai/history. `gongkai undo` takes that back; the site needs `gongkai build`"
        ),
    };
    message.get(lang).to_owned()
}
