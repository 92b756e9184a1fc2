//! 总结汇总: the state of the summary of every office that owes one: signatures, dates, audience.

use std::collections::BTreeSet;

use crate::model::Project;
use crate::model::ledger::{Audience, Ledger};
use crate::model::notice::Notice;
use crate::model::summary::YearSummary;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::about;
use crate::render::xlsx::internal::sheet::{Column, NOT_HANDED_IN, NOT_SIGNED, Sheet, numbered};
use crate::render::xlsx::value::Values;
use crate::source::Located;
use crate::text::date::chinese;
use jiff::civil::Date;

const COLUMNS: [Column<'_>; 9] = [
    Column::short("序号", 7.0).of(Values::Ordinals),
    Column::short("股室", 20.0),
    Column::short("年度", 9.0).of(Values::Ordinals),
    Column::short("总结", 24.0),
    Column::short("股室负责人签字", 19.0),
    Column::short("分管领导签字", 17.0),
    Column::short("签字日期", 15.0).of(Values::Days),
    Column::short("是否公开", 13.0),
    Column::short("所缺", 24.0),
];

const SHEET: Sheet<'_> = Sheet { name: "总结汇总", columns: &COLUMNS, leading: 0, filters: true };

/// Writes the sheet.
pub fn write(project: &Project, notice: &Notice, book: &mut Book<'_>) -> Result<(), Cause> {
    let (register, today) = (&project.register, project.today);
    let owing = Ledger::new(project, notice, Audience::Internal).offices();
    let mut rows: Vec<Vec<String>> = Vec::new();
    let mut shown: BTreeSet<&str> = BTreeSet::new();
    let mut signed = 0;
    // Every office for the requested year; without such a year, the existing summaries.
    if let Some(year) = notice.summary_year() {
        for office in &owing {
            let name = &register.office(*office).name.value;
            let summary = notice.summary_of(*office, year, register);
            let summary = summary.filter(|summary| summary.was_written_by(today));
            signed += usize::from(summary.is_some_and(|summary| summary.was_signed_by(today)));
            rows.push(summary.map_or_else(|| missing(name, year), |summary| texts(name, summary, today)));
            shown.extend(summary.map(|summary| summary.name.as_str()));
        }
    }
    let counted = match (&notice.summary_due, notice.summary_year()) {
        (Some(due), Some(year)) => format!(
            "{year}年度总结报送期限：{}。共{}个股室承担任务，{signed}个已签字报送，{}个尚缺。",
            chinese(due.value),
            owing.len(),
            owing.len() - signed
        ),
        _ => String::new(),
    };
    let others = notice.summaries.iter().filter(|summary| !shown.contains(summary.name.as_str()));
    let others = others.filter(|summary| summary.was_written_by(today));
    rows.extend(others.map(|summary| texts(&summary.office.text.value, summary, today)));
    SHEET.write(book, &about(project, notice, &counted), &numbered(rows))?;
    Ok(())
}

/// The row of an office without a summary.
fn missing(office: &str, year: i16) -> Vec<String> {
    let mut texts = vec![office.to_owned(), year.to_string(), NOT_HANDED_IN.to_owned()];
    texts.resize(COLUMNS.len() - 2, String::new());
    texts.push("总结".to_owned());
    texts
}

/// The row of an existing summary. A signature dated in the future does not count.
fn texts(office: &str, summary: &YearSummary, today: Date) -> Vec<String> {
    let signing = &summary.signing;
    let name = |name: &Option<Located<String>>| {
        let name = name.as_ref().map(|name| name.value.trim()).filter(|name| !name.is_empty());
        name.unwrap_or(NOT_SIGNED).to_owned()
    };
    let day = signing.day.as_ref().map(|day| day.value);
    let written = summary.written.as_ref().map(|day| format!("（{}）", day.value));
    let public = match (summary.public, summary.is_published(today)) {
        (_, true) => "公开",
        (true, false) => "签字后公开",
        (false, false) => "不公开",
    };
    let mut lacking: Vec<&str> = signing.missing();
    if day.is_some_and(|day| day > today) {
        lacking.push("签字日期未到");
    }
    vec![
        office.to_owned(),
        summary.year.as_ref().map_or_else(String::new, |year| year.value.to_string()),
        format!("已交{}", written.unwrap_or_default()),
        name(&signing.head),
        name(&signing.leader),
        day.map_or_else(|| NOT_SIGNED.to_owned(), |day| day.to_string()),
        public.to_owned(),
        lacking.join("、"),
    ]
}
