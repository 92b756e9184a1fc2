//! 逾期 and 待完成: the items that are not done by name, with their day, the most urgent ones first.

use jiff::{ToSpan, civil::Date};
use rust_xlsxwriter::{ConditionalFormatCell, ConditionalFormatCellRule, ConditionalFormatDataBar};

use crate::model::deadline::{SOON, Timing};
use crate::model::ledger::Row;
use crate::model::notice::Notice;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::overview::colour::RED;
use crate::render::xlsx::internal::overview::content::Content;
use crate::render::xlsx::internal::roster::responsible;
use crate::render::xlsx::internal::sheet::{Column, HEAD, Sheet, row};
use crate::render::xlsx::internal::words::measure;
use crate::render::xlsx::style::pressing;
use crate::render::xlsx::value::Values;

/// An item that is not done, with the day by which it is due.
pub struct Due<'c, 'p> {
    /// Its notice.
    notice: &'p Notice,
    /// Its progress.
    row: &'c Row<'p>,
    /// The day.
    pub day: Date,
    /// Days from today to the day; fewer than 0 if the item is overdue.
    pub days: i32,
}

impl<'p> Content<'p> {
    /// The items that are not done and have a day, the earliest first.
    pub fn dues(&self) -> Vec<Due<'_, 'p>> {
        let today = self.project.today;
        // Nothing of a closed notice is due any more.
        let open = self.ledgers.iter().filter(|(notice, _)| !notice.is_closed(today));
        let rows = open.flat_map(|(notice, ledger)| ledger.rows().map(move |row| (*notice, row)));
        let mut dues: Vec<Due<'_, 'p>> = rows
            .filter_map(|(notice, row)| {
                let days = match row.timing {
                    Timing::Overdue(days) => -days,
                    Timing::Soon(days) | Timing::Later(days) => days,
                    Timing::Open => return None,
                };
                let day = today.checked_add(days.days()).ok()?;
                Some(Due { notice, row, day, days })
            })
            .collect();
        dues.sort_by_key(|due| due.days);
        dues
    }

    /// The texts of an item in the columns behind the days.
    fn texts(&self, due: &Due<'_, '_>) -> Vec<String> {
        let Due { notice, row, .. } = due;
        let status =
            row.status.map_or("没有报送过", |id| &self.project.site.statuses.get(id).word.value);
        let people = row.offices.iter().map(|office| responsible(self.project, notice, *office));
        let measure = measure(row);
        let words = if measure.is_empty() { row.entry.task.name.value.clone() } else { measure };
        vec![
            notice.title.value.clone(),
            notice.item_words(row.entry.item),
            words.chars().take(MOST).chain((words.chars().count() > MOST).then_some('…')).collect(),
            people.collect::<Vec<_>>().join("\n"),
            status.to_owned(),
            row.newest().map_or_else(String::new, |note| note.dated.value.to_string()),
        ]
    }
}

/// The most characters of an item's words: enough to know it.
const MOST: usize = 60;

const BEHIND: [Column<'_>; 6] = [
    Column::words("通知", 30.0),
    Column::short("事项", 8.0),
    Column::words("工作举措", 40.0),
    Column::words("责任股室及责任人", 32.0),
    Column::short("目前状态", 13.0),
    Column::short("最近报送", 14.0).of(Values::Days),
];

/// Writes 逾期, the longest overdue first.
pub fn overdue(book: &mut Book<'_>, content: &Content<'_>) -> Result<(), Cause> {
    let dues = content.dues();
    let late: Vec<&Due<'_, '_>> = dues.iter().filter(|due| due.days < 0).collect();
    let counted = format!("逾期{}项。", late.len());
    let bar = ConditionalFormatDataBar::new().set_fill_color(RED).set_solid_fill(true);
    write(book, content, ("逾期", "逾期天数"), &counted, &late)?.add_conditional_format(
        HEAD + 1,
        1,
        last(&late)?,
        1,
        &bar,
    )?;
    Ok(())
}

/// Writes 待完成, the earliest first.
pub fn open(book: &mut Book<'_>, content: &Content<'_>) -> Result<(), Cause> {
    let dues = content.dues();
    let open: Vec<&Due<'_, '_>> = dues.iter().filter(|due| due.days >= 0).collect();
    let soon = open.iter().filter(|due| due.days <= SOON).count();
    let counted = format!("有期限、未完成、未逾期的{}项，{SOON}天内到期{soon}项。", open.len());
    let [_, yellow] = pressing();
    let rule = ConditionalFormatCellRule::LessThanOrEqualTo(SOON);
    let rule = ConditionalFormatCell::new().set_rule(rule).set_format(yellow);
    let last = last(&open)?;
    let worksheet = write(book, content, ("待完成", "还有天数"), &counted, &open)?;
    if !open.is_empty() {
        worksheet.add_conditional_format(HEAD + 1, 1, last, 1, &rule)?;
    }
    Ok(())
}

fn last(dues: &[&Due<'_, '_>]) -> Result<u32, Cause> {
    Ok(HEAD + u32::try_from(dues.len().max(1))?)
}

fn write<'b>(
    book: &'b mut Book<'_>,
    content: &Content<'_>,
    (name, days): (&str, &str),
    counted: &str,
    dues: &[&Due<'_, '_>],
) -> Result<&'b mut rust_xlsxwriter::Worksheet, Cause> {
    let columns: Vec<Column<'_>> =
        [Column::short("完成日期", 14.0).of(Values::Days), Column::short(days, 12.0).of(Values::Numbers)]
            .into_iter()
            .chain(BEHIND)
            .collect();
    let rows = dues.iter().map(|due| {
        let days = [due.day.to_string(), due.days.abs().to_string()];
        row(&days.into_iter().chain(content.texts(due)).collect::<Vec<_>>())
    });
    let sheet = Sheet { name, columns: &columns, leading: 0, filters: true };
    sheet.write(book, &content.lines(counted), &rows.collect::<Vec<_>>())
}
