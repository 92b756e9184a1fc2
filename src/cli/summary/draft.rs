//! The draft of a summary: what is known in sentences, and every report of the year.

use std::fmt::Write;

use crate::model::Project;
use crate::model::ledger::{Audience, Ledger, Row};
use crate::model::notice::Notice;
use crate::model::office::OfficeId;
use crate::model::progress::Note;
use crate::model::status::StatusKind;
use crate::text::date::chinese;
use crate::text::placeholder::Placeholder;

/// The draft: what is known in sentences, and every report of the year in its order.
pub(super) fn draft(project: &Project, notice: &Notice, office: OfficeId, year: i16) -> String {
    let ledger = Ledger::new(project, notice, Audience::Internal);
    let name = &project.register.office(office).name.value;
    let own = |note: &&Note| {
        note.dated.value.year() == year && project.register.offices_of(&note.office).contains(&office)
    };
    let rows: Vec<&Row<'_>> = ledger.rows_of(office).collect();
    let reports = notice.notes.iter().filter(|note| note.dated.value <= project.today).filter(own).count();
    let done = rows.iter().filter(|row| row.kind == Some(StatusKind::Done)).count();
    let going_on = rows.iter().filter(|row| row.goes_on).count();
    let overdue = rows.iter().filter(|row| row.is_overdue()).count();
    // A summary of examples is one, too.
    let is_example = notice.notes.iter().filter(own).any(|note| note.example);
    let example = if is_example { "示例: true\n" } else { "" };
    let (today, title, items) = (project.today, &notice.title.value, rows.len());
    let mut text = format!(
        "---\n# 草稿：根据进展生成，请修改；签字后填写“签字”，再决定是否公开。标有“内部”的进展没有公开过。\n\
         股室: {name}\n年度: {year}\n日期: {today}\n公开: false\n{example}签字: {{股室负责人: , 分管领导: , 日期: }}\n---\n\n"
    );
    let states = [("已完成", done), ("长期坚持", going_on), ("逾期", overdue)];
    let states = states.iter().filter(|(_, count)| *count > 0);
    let states: Vec<String> = states.map(|(word, count)| format!("，{word}{count}项")).collect();
    let states = states.concat();
    let _ = writeln!(
        text,
        "## 总体情况\n\n{year}年，{name}按照《{title}》承担工作举措{items}项。截至{}{states}；当年报送进展{reports}次。\n\n## 各项举措落实情况",
        chinese(today)
    );
    let mut task = None;
    for row in rows {
        if task != Some((row.entry.item.table, row.entry.item.task)) {
            task = Some((row.entry.item.table, row.entry.item.task));
            let _ = write!(text, "\n### {}\n", row.entry.task.name.value);
        }
        let notes: Vec<&Note> = row.history.iter().rev().copied().filter(own).collect();
        text.push_str(&of_row(project, row, &notes));
    }
    text + "\n## 存在的问题和下一步打算\n\n" + Placeholder::ToFillIn.text() + "\n"
}

/// One measure: text, status, and reports from the first to the last.
fn of_row(project: &Project, row: &Row<'_>, notes: &[&Note]) -> String {
    let words = row.entry.measure.and_then(|measure| measure.text.as_ref()).map_or("", |text| &text.value);
    let words = first_sentence(words);
    let deadlines: Vec<&str> =
        row.entry.deadlines().into_iter().map(|deadline| deadline.text.value.trim()).collect();
    let status = row.status.map_or("没有报送过", |id| &project.site.statuses.get(id).word.value);
    let mut text = String::from("\n");
    if !words.is_empty() {
        let _ = write!(text, "举措：{words}");
    }
    let _ = writeln!(text, "（时限：{}；目前状态：{status}）", deadlines.join("、"));
    for note in notes {
        let end = if note.public { "）：" } else { Placeholder::Internal.text() };
        let (day, status) = (chinese(note.dated.value), &note.status.value);
        let _ = write!(text, "\n{day}（{status}{end}\n\n{}\n", note.body.source.value);
        let evidence: Vec<&str> = note.evidence.iter().map(|own| own.text.value.as_str()).collect();
        // Evidence of an internal report is internal, including its name.
        if note.public && !evidence.is_empty() {
            let _ = writeln!(text, "\n佐证材料：{}。", evidence.join("、"));
        }
    }
    if notes.is_empty() {
        let _ = writeln!(text, "\n{}", Placeholder::NoReports.text());
    }
    text
}

/// The first sentence of a text with its full stop.
fn first_sentence(text: &str) -> &str {
    let end = text
        .find(['。', '\n'])
        .map_or(text.len(), |at| at + if text[at..].starts_with('。') { '。'.len_utf8() } else { 0 });
    text[..end].trim_end()
}
