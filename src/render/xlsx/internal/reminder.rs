//! 催办单: a sheet for each office about what it owes as of a day, to be printed and sent.
//!
//! The counts are those of `status`. An item is one row, whatever is due of it; its words are cut, for the office has the
//! whole table.

use std::collections::BTreeSet;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::Project;
use crate::model::deadline::SOON;
use crate::model::ledger::{Audience, Ledger, Row};
use crate::model::notice::Notice;
use crate::model::office::{Office, OfficeId};
use crate::model::owed::{Naming, Owed, Summing};
use crate::render::print::layout::Area;
use crate::render::xlsx::Cause;
use crate::render::xlsx::book::{About, Book};
use crate::render::xlsx::internal::layout::Layout;
use crate::render::xlsx::internal::roster::responsible;
use crate::render::xlsx::internal::sheet::{Column, Sheet, row as table_row};
use crate::render::xlsx::internal::words::{deadlines, measure, silence, timing};
use crate::render::xlsx::sheet::Cell;
use crate::render::xlsx::style::{Formats, Style};
use crate::render::xlsx::table::{row_height, set_page};
use crate::render::xlsx::value::Values;
use crate::text::date::chinese;
use crate::text::filename::free;

const NAME: &str = "催办单";

const COLUMNS: [Column<'_>; 8] = [
    Column::short("序号", 7.0).of(Values::Ordinals),
    Column::words("通知", 26.0),
    Column::short("事项", 9.0),
    Column::words("内容", 38.0),
    Column::short("时限", 18.0),
    Column::short("目前状态", 13.0),
    Column::short("催办原因", 18.0),
    Column::words("办理情况（请填写）", 26.0),
];

const SHEET: Sheet<'_> = Sheet { name: NAME, columns: &COLUMNS, leading: 0, filters: false };

/// Row of the heads, from 0: below the title, the office and the request.
const HEAD: u32 = 3;

/// The columns of the signature, from the right.
const SIGNATURE: usize = 3;

/// The most characters of an item's words: enough to know it.
const MOST: usize = 60;

/// The sheets of all offices that owe something by the name of their file, asking for a reply by a day.
pub fn reminders(
    project: &Project,
    reply_by: Date,
    formats: &Formats,
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let mut taken = BTreeSet::new();
    let open = project.notices.iter().filter(|notice| !notice.is_closed(project.today));
    let notices: Vec<(&Notice, Ledger<'_>, Vec<Owed>)> = open
        .map(|notice| (notice, Ledger::new(project, notice, Audience::Internal), Owed::of(project, notice)))
        .collect();
    let mut files = Vec::new();
    for (id, office) in project.register.offices_with_ids() {
        let rows: Vec<[String; 6]> = notices
            .iter()
            .flat_map(|(notice, ledger, owed)| rows(project, notice, ledger, owed, id))
            .collect();
        if !rows.is_empty() {
            let sheet = Reminder { project, office, people: people(project, &notices, id), reply_by };
            let made = sheet.write(&rows, formats);
            let bytes =
                made.map_err(|cause| Error::Workbook(format!("{NAME} {}: {cause}", office.name.value)))?;
            files.push((format!("{NAME}-{}.xlsx", free(&office.name.value, &mut taken)), bytes));
        }
    }
    Ok(files)
}

/// An office, with the persons named for it in any of the notices.
fn people(project: &Project, notices: &[(&Notice, Ledger<'_>, Vec<Owed>)], office: OfficeId) -> String {
    let owing = notices.iter().filter(|(_, ledger, _)| ledger.offices().contains(&office));
    let mut named = owing.filter(|(notice, ..)| {
        let lines = notice.roster.iter().flat_map(|roster| roster.of_office(office, &project.register));
        lines.flat_map(|contact| &contact.responsible).next().is_some()
    });
    named.next().map_or_else(
        || project.register.office(office).name.value.clone(),
        |(notice, ..)| responsible(project, notice, office),
    )
}

/// The open duties of an office for a notice: its items, the most urgent kind first, then names and summary.
fn rows(
    project: &Project,
    notice: &Notice,
    ledger: &Ledger<'_>,
    owed: &[Owed],
    office: OfficeId,
) -> Vec<[String; 6]> {
    let mut items: Vec<&Row<'_>> = ledger
        .rows_of(office)
        .filter(|row| row.is_overdue() || row.is_due_soon() || row.silent.is_some())
        .collect();
    items.sort_by_key(|row| (!row.is_overdue(), !row.is_due_soon()));
    let mut rows: Vec<[String; 6]> = items.into_iter().map(|row| item(project, notice, row)).collect();
    let title = || notice.title.value.clone();
    let Some(owed) = owed.iter().find(|owed| owed.office == office) else { return rows };
    if let Naming::Missing(days) = owed.roster
        && days.is_none_or(|days| days <= SOON)
    {
        let due = notice.roster_due.as_ref().map_or_else(String::new, |due| chinese(due.value));
        let why = days.map_or_else(|| "未报齐".to_owned(), overdue_or_left);
        rows.push([title(), "—".to_owned(), "责任人、联络人名单".to_owned(), due, "未报齐".to_owned(), why]);
    }
    if let Summing::Missing(days) | Summing::Unsigned(days) = owed.summary
        && days <= SOON
    {
        let due = notice.summary_due.as_ref().map_or_else(String::new, |due| chinese(due.value));
        let state = if matches!(owed.summary, Summing::Unsigned(_)) { "未签字" } else { "未报送" };
        let words = format!("{}年度总结", notice.summary_year().unwrap_or_default());
        rows.push([title(), "—".to_owned(), words, due, state.to_owned(), overdue_or_left(days)]);
    }
    rows
}

fn item(project: &Project, notice: &Notice, row: &Row<'_>) -> [String; 6] {
    let words = Some(measure(row)).filter(|words| !words.is_empty());
    let words = words.unwrap_or_else(|| row.entry.task.name.value.clone());
    let status = row.status.map_or("没有报送过", |id| &project.site.statuses.get(id).word.value);
    let why = [timing(row.timing), silence(row)];
    [
        notice.title.value.clone(),
        notice.item_words(row.entry.item),
        words.chars().take(MOST).chain((words.chars().count() > MOST).then_some('…')).collect(),
        deadlines(row),
        status.to_owned(),
        why.into_iter().filter(|why| !why.is_empty()).collect::<Vec<_>>().join("\n"),
    ]
}

fn overdue_or_left(days: i32) -> String {
    match days {
        ..0 => format!("逾期{}天", -days),
        0 => "今天到期".to_owned(),
        1.. => format!("还有{days}天到期"),
    }
}

/// The sheet of one office.
struct Reminder<'p> {
    project: &'p Project,
    office: &'p Office,
    /// The office with its named persons.
    people: String,
    reply_by: Date,
}

impl Reminder<'_> {
    fn write(&self, rows: &[[String; 6]], formats: &Formats) -> Result<Vec<u8>, Cause> {
        let (site, today) = (&self.project.site, self.project.today);
        let sender = site.organiser.as_ref().unwrap_or(&site.name).value.as_str();
        let title = format!("{NAME}：{}", self.office.name.value);
        let about =
            About { title: &title, author: sender.into(), example: site.example, written: today.into() };
        let mut book = Book::new(formats, &about)?;
        let layout = Layout { widths: COLUMNS.iter().map(|column| column.width).collect() };
        let columns = COLUMNS.len();
        let mut sheet = book.sheet(NAME, rows.len())?;
        sheet.set_widths(&layout.widths)?;
        set_page(sheet.worksheet);
        sheet.worksheet.set_repeat_rows(HEAD, HEAD)?;
        sheet.across(36.0, columns, Style::Title, NAME)?;
        for text in [format!("{}：", self.people), self.request(rows.len())] {
            sheet.across(row_height(layout.lines(&text, 0, columns)), columns, Style::Note, &text)?;
        }
        let numbered = (1..).zip(rows).map(|(number, texts): (usize, _)| {
            table_row(&[&[number.to_string()][..], texts, &[String::new()]].concat())
        });
        SHEET.write_table(&mut sheet, &layout, &numbered.collect::<Vec<_>>())?;
        let contact =
            site.contact.as_ref().map(|contact| contact.value.trim()).filter(|text| !text.is_empty());
        let contact = contact.map_or_else(
            || "联系人：　　　　　　联系电话：　　　　　　".to_owned(),
            |contact| format!("联系方式：{contact}"),
        );
        sheet.across(row_height(1), columns, Style::Note, &contact)?;
        let area = Area { row: 0, rows: 1, column: columns - SIGNATURE, columns: SIGNATURE };
        for text in [sender, &chinese(today)] {
            sheet.block(&[row_height(1)], [(area, Cell::new(Style::Line, text))])?;
        }
        book.finish()
    }

    /// The request above the table.
    fn request(&self, count: usize) -> String {
        let (today, by) = (chinese(self.project.today), chinese(self.reply_by));
        format!(
            "　　截至{today}，你单位承担的工作中，有{count}项已经逾期、即将到期或者尚未报送，详见下表。请抓紧办理，于{by}前将办理情况报送我处；\
             已经办结的，请一并报送佐证材料；确有困难的，请说明原因和预计完成的时间。已经报送的，请忽略本单。"
        )
    }
}
