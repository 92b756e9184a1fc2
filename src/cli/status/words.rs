//! The status for people: a table of the offices, then the items that are due.

use std::collections::BTreeMap;

use jiff::civil::Date;

use crate::cli::status::data::{ItemStatus, NoticeStatus, OfficeStatus, Paper, SilentItem, Status};
use crate::model::item::Item;
use crate::text::date::chinese;
use crate::text::message::Lang;
use crate::text::width::{columns, padded};

/// The whole text.
pub fn in_words(status: &Status, today: Date, lang: Lang) -> String {
    let day = match lang {
        Lang::Zh => format!("截至{}", chinese(today)),
        Lang::En => format!("As of {today}"),
    };
    if status.notices.is_empty() {
        return day + lang.pick("，没有需要提醒的事项", ": nothing to remind anybody of");
    }
    let notices = status.notices.iter().map(|notice| of_notice(notice, lang));
    std::iter::once(day).chain(notices).collect::<Vec<_>>().join("\n\n")
}

/// The offices of every notice as rows of a table, heads first.
pub fn in_rows(status: &Status, lang: Lang) -> Vec<Vec<String>> {
    let heads = ["通知", "文件夹", "股室", "逾期", "30天内到期", "久未报送", "最近报送", "名单", "总结"];
    let heads_en = [
        "Notice",
        "Folder",
        "Office",
        "Overdue",
        "Due in 30 days",
        "Without a report",
        "Last report",
        "Names",
        "Summary",
    ];
    let heads = if lang == Lang::Zh { heads } else { heads_en };
    let row = |notice: &NoticeStatus, office: &OfficeStatus| {
        // An empty cell for what is not asked.
        let paper =
            |paper: &Paper| Some(in_a_cell(paper, lang)).filter(|text| text != "-").unwrap_or_default();
        vec![
            notice.title.clone(),
            notice.path.clone(),
            office.office.clone(),
            office.overdue.len().to_string(),
            office.due_soon.len().to_string(),
            office.silent.len().to_string(),
            office.last_report.clone().unwrap_or_default(),
            paper(&office.roster),
            paper(&office.summary),
        ]
    };
    let of_notice = |notice: &'_ NoticeStatus| -> Vec<Vec<String>> {
        notice.offices.iter().map(|office| row(notice, office)).collect()
    };
    let rows = status.notices.iter().flat_map(of_notice);
    std::iter::once(heads.map(str::to_owned).to_vec()).chain(rows).collect()
}

fn of_notice(notice: &NoticeStatus, lang: Lang) -> String {
    let cadence = notice.cadence.map(|word| match lang {
        Lang::Zh => format!("（{word}报送进展）"),
        Lang::En => format!(" (reports {word})"),
    });
    let head = ["股室", "逾期", "30天内到期", "最近报送", "名单", "总结"];
    let head_en = ["Office", "Overdue", "Due in 30 days", "Last report", "Names", "Summary"];
    let head = if lang == Lang::Zh { head } else { head_en };
    let rows = notice.offices.iter().map(|office| cells(office, lang));
    let rows: Vec<[String; 6]> = std::iter::once(head.map(ToOwned::to_owned)).chain(rows).collect();
    let mut lines = vec![format!("{}{}", notice.title, cadence.unwrap_or_default()), notice.path.clone()];
    lines.push(String::new());
    lines.extend(table(&rows));
    let due = |item: &ItemStatus| {
        let facts = [when(item, lang), status(item, lang).to_owned(), item.responsible.join("、")];
        (item.place, entry(&item.item, &item.words, &facts))
    };
    let silent = |item: &SilentItem| {
        let facts = [since(item, lang), item.responsible.join("、")];
        (item.place, entry(&item.item, &item.words, &facts))
    };
    // An item of several offices is listed once, in the order of the table.
    let offices = || notice.offices.iter();
    let overdue: BTreeMap<Item, String> = offices().flat_map(|office| &office.overdue).map(due).collect();
    let soon = offices().flat_map(|office| &office.due_soon).map(due).collect();
    let silent = offices().flat_map(|office| &office.silent).map(silent).collect();
    let titles =
        [("逾期", "Overdue"), ("30天内到期", "Due in 30 days"), ("久未报送", "Long without a report")];
    for ((zh, en), items) in titles.into_iter().zip([overdue, soon, silent]) {
        if !items.is_empty() {
            lines.extend([String::new(), lang.pick(zh, en).to_owned()]);
            lines.extend(items.into_values());
        }
    }
    lines.join("\n")
}

/// An item in two lines.
fn entry(place: &str, words: &str, facts: &[String]) -> String {
    let (place, words, facts) = (padded(place, 4), shortened(words, 64), facts.join("；"));
    format!("  {place}  {words}\n        {facts}")
}

fn when(item: &ItemStatus, lang: Lang) -> String {
    let (deadline, days) = (&item.deadline, item.days.abs());
    match (lang, item.days < 0) {
        (Lang::Zh, true) => format!("时限{deadline}，已过{days}天"),
        (Lang::Zh, false) if days == 0 => format!("时限{deadline}，今天到期"),
        (Lang::Zh, false) => format!("时限{deadline}，还有{days}天"),
        (Lang::En, true) => format!("{deadline}, {days} days ago"),
        (Lang::En, false) => format!("{deadline}, in {days} days"),
    }
}

fn status(item: &ItemStatus, lang: Lang) -> &str {
    item.status.as_deref().unwrap_or(lang.pick("没有报送过", "never reported"))
}

fn since(item: &SilentItem, lang: Lang) -> String {
    let days = item.days;
    match (&item.last_report, lang) {
        (Some(day), Lang::Zh) => format!("最近报送{day}，已过{days}天"),
        (Some(day), Lang::En) => format!("last report {day}, {days} days ago"),
        (None, _) => lang.pick("没有报送过", "never reported").to_owned(),
    }
}

/// The cells of an office's row.
fn cells(office: &OfficeStatus, lang: Lang) -> [String; 6] {
    let count = |items: &[ItemStatus]| {
        if items.is_empty() { "-".to_owned() } else { items.len().to_string() }
    };
    let last = office.last_report.clone();
    let last = last.unwrap_or_else(|| lang.pick("没有", "never").to_owned());
    let last = match (office.silent_days, lang) {
        (Some(days), Lang::Zh) => format!("{last}（久未报送，{days}天）"),
        (Some(days), Lang::En) => format!("{last} (late, {days} days)"),
        (None, _) => last,
    };
    let (office_name, papers) = (office.office.clone(), [&office.roster, &office.summary]);
    let [roster, summary] = papers.map(|paper| in_a_cell(paper, lang));
    [office_name, count(&office.overdue), count(&office.due_soon), last, roster, summary]
}

fn in_a_cell(paper: &Paper, lang: Lang) -> String {
    let word = match paper.state {
        "done" => return lang.pick("已报", "done").to_owned(),
        "not-asked" => return "-".to_owned(),
        "unsigned" => lang.pick("未签字", "unsigned"),
        _ => lang.pick("未报", "missing"),
    };
    match (paper.days, lang) {
        (None, _) => word.to_owned(),
        (Some(days), Lang::Zh) if days < 0 => format!("{word}（已过{}天）", -days),
        (Some(days), Lang::En) if days < 0 => format!("{word} ({} days late)", -days),
        (Some(days), Lang::Zh) => format!("{word}（还有{days}天）"),
        (Some(days), Lang::En) => format!("{word} (in {days} days)"),
    }
}

/// Rows aligned in columns, with a line under the heading.
fn table(rows: &[[String; 6]]) -> Vec<String> {
    let widths: [usize; 6] =
        std::array::from_fn(|at| rows.iter().map(|row| columns(&row[at])).max().unwrap_or_default());
    let line = |row: &[String; 6]| {
        let cells = row.iter().zip(widths).map(|(cell, width)| padded(cell, width));
        cells.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let rule = widths.map(|width| "-".repeat(width)).join("  ");
    let mut lines: Vec<String> = rows.iter().map(line).collect();
    lines.insert(1, rule);
    lines
}

/// A text in one line, shortened to at most `most` columns.
fn shortened(text: &str, most: usize) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if columns(&text) <= most {
        return text;
    }
    let mut short = String::new();
    for c in text.chars() {
        if columns(&short) + columns(c.encode_utf8(&mut [0; 4])) > most - 2 {
            break;
        }
        short.push(c);
    }
    short + "…"
}
