//! 时限日历: how many items are due on each day, a row for each month.

use std::collections::BTreeMap;

use rust_xlsxwriter::ConditionalFormat2ColorScale;

use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::overview::colour::RED;
use crate::render::xlsx::internal::overview::content::Content;
use crate::render::xlsx::internal::sheet::{Column, HEAD, Sheet, row};
use crate::render::xlsx::value::Values;

/// Name of the sheet.
pub const CALENDAR: &str = "时限日历";

/// The most months; items due later are on the sheet 待完成.
pub const MONTHS: usize = 24;

/// The days of a month, as heads.
const DAYS: [&str; 31] = [
    "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "16", "17", "18", "19",
    "20", "21", "22", "23", "24", "25", "26", "27", "28", "29", "30", "31",
];

/// The months from today on in which items are due, each with the number of items on its days.
pub fn months(content: &Content<'_>) -> Vec<(String, [usize; 31])> {
    let today = content.project.today;
    let month = |day: jiff::civil::Date| i32::from(day.year()) * 12 + i32::from(day.month()) - 1;
    let mut counts: BTreeMap<i32, [usize; 31]> = BTreeMap::from([(month(today), [0; 31])]);
    for due in content.dues().iter().filter(|due| due.days >= 0) {
        let day = usize::try_from(due.day.day() - 1).unwrap_or(0);
        counts.entry(month(due.day)).or_insert([0; 31])[day] += 1;
    }
    // Months in which nothing is due stand between the others.
    let last = counts.keys().next_back().copied().unwrap_or(0);
    let all = (month(today)..=last).take(MONTHS);
    all.map(|month| {
        let name = format!("{}年{}月", month.div_euclid(12), month.rem_euclid(12) + 1);
        (name, counts.get(&month).copied().unwrap_or([0; 31]))
    })
    .collect()
}

/// Writes the sheet. The last column is the month's sum.
pub fn write(book: &mut Book<'_>, content: &Content<'_>) -> Result<(), Cause> {
    let months = months(content);
    let days = DAYS.iter().map(|day| Column::short(day, 4.6).of(Values::Numbers));
    let columns: Vec<Column<'_>> = [Column::short("月份", 14.0)]
        .into_iter()
        .chain(days)
        .chain([Column::short("合计", 8.0).of(Values::Numbers)])
        .collect();
    let rows = months.iter().map(|(name, days)| {
        let shown = |count: &usize| if *count > 0 { count.to_string() } else { String::new() };
        let sum = days.iter().sum::<usize>().to_string();
        row(&[name.clone()].into_iter().chain(days.iter().map(shown)).chain([sum]).collect::<Vec<_>>())
    });
    let counted = format!("每天到期、还没有完成的事项数，从本月起，最多{MONTHS}个月；已经逾期的不在内。");
    let sheet = Sheet { name: CALENDAR, columns: &columns, leading: 0, filters: false };
    let worksheet = sheet.write(book, &content.lines(&counted), &rows.collect::<Vec<_>>())?;
    let last = HEAD + u32::try_from(months.len())?;
    let scale = ConditionalFormat2ColorScale::new().set_minimum_color(0x00FF_F2CC).set_maximum_color(RED);
    worksheet.add_conditional_format(HEAD + 1, 1, last, 31, &scale)?;
    Ok(())
}
