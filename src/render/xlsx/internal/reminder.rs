//! 催办单: a letter to each office about what it owes as of a day, and its sheet, to be printed and sent.
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
use crate::model::office::OfficeId;
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

/// Its title, and how the names of its files begin.
pub const NAME: &str = "催办单";

/// Its columns.
pub const COLUMNS: [Column<'_>; 8] = [
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

/// A letter to an office about what it owes.
pub struct Letter<'p> {
    /// The office.
    pub office: &'p str,
    /// The office with the persons named for it, and the request.
    pub above: [String; 2],
    /// Its open duties, a text for each of [`COLUMNS`].
    pub rows: Vec<Vec<String>>,
    /// How to reach the sender.
    pub contact: String,
    /// Who sends it.
    pub sender: &'p str,
}

/// The letters to all offices that owe something, asking for a reply by a day, by the names of their files without an
/// ending.
pub fn letters(project: &Project, reply_by: Date) -> Vec<(String, Letter<'_>)> {
    let mut taken = BTreeSet::new();
    let open = project.notices.iter().filter(|notice| !notice.is_closed(project.today));
    let notices: Vec<(&Notice, Ledger<'_>, Vec<Owed>)> = open
        .map(|notice| (notice, Ledger::new(project, notice, Audience::Internal), Owed::of(project, notice)))
        .collect();
    let mut letters = Vec::new();
    for (id, office) in project.register.offices_with_ids() {
        let owed = notices.iter().flat_map(|(notice, ledger, owed)| rows(project, notice, ledger, owed, id));
        let numbered = (1..).zip(owed).map(|(number, texts): (usize, _)| {
            [&[number.to_string()][..], &texts, &[String::new()]].concat()
        });
        let rows: Vec<Vec<String>> = numbered.collect();
        if !rows.is_empty() {
            let office = office.name.value.as_str();
            let people = format!("{}：", people(project, &notices, id));
            let above = [people, request(project, reply_by, rows.len())];
            let letter = Letter { office, above, rows, contact: contact(project), sender: sender(project) };
            letters.push((format!("{NAME}-{}", free(office, &mut taken)), letter));
        }
    }
    letters
}

/// The sheets of all letters, by the names of their files.
pub fn reminders(
    project: &Project,
    reply_by: Date,
    formats: &Formats,
) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let letters = letters(project, reply_by).into_iter();
    let sheets = letters.map(|(file, letter)| {
        let made = letter.sheet(project, formats);
        let bytes = made.map_err(|cause| Error::Workbook(format!("{NAME} {}: {cause}", letter.office)))?;
        Ok((format!("{file}.xlsx"), bytes))
    });
    sheets.collect()
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

impl Letter<'_> {
    fn sheet(&self, project: &Project, formats: &Formats) -> Result<Vec<u8>, Cause> {
        let (site, today) = (&project.site, project.today);
        let title = format!("{NAME}：{}", self.office);
        let author = self.sender.into();
        let about = About { title: &title, author, example: site.example, written: today.into() };
        let mut book = Book::new(formats, &about)?;
        let layout = Layout { widths: COLUMNS.iter().map(|column| column.width).collect() };
        let columns = COLUMNS.len();
        let mut sheet = book.sheet(NAME, self.rows.len())?;
        sheet.set_widths(&layout.widths)?;
        set_page(sheet.worksheet);
        sheet.worksheet.set_repeat_rows(HEAD, HEAD)?;
        sheet.across(36.0, columns, Style::Title, NAME)?;
        for text in &self.above {
            sheet.across(row_height(layout.lines(text, 0, columns)), columns, Style::Note, text)?;
        }
        let rows = self.rows.iter().map(|texts| table_row(texts));
        SHEET.write_table(&mut sheet, &layout, &rows.collect::<Vec<_>>())?;
        sheet.across(row_height(1), columns, Style::Note, &self.contact)?;
        let area = Area { row: 0, rows: 1, column: columns - SIGNATURE, columns: SIGNATURE };
        for text in [self.sender, &chinese(today)] {
            sheet.block(&[row_height(1)], [(area, Cell::new(Style::Line, text))])?;
        }
        book.finish()
    }
}

fn sender(project: &Project) -> &str {
    project.site.organiser.as_ref().unwrap_or(&project.site.name).value.as_str()
}

fn contact(project: &Project) -> String {
    let contact = project.site.contact.as_ref().map(|contact| contact.value.trim());
    contact.filter(|text| !text.is_empty()).map_or_else(
        || "联系人：　　　　　　联系电话：　　　　　　".to_owned(),
        |contact| format!("联系方式：{contact}"),
    )
}

/// The request above the table.
fn request(project: &Project, reply_by: Date, count: usize) -> String {
    let (today, by) = (chinese(project.today), chinese(reply_by));
    format!(
        "　　截至{today}，你单位承担的工作中，有{count}项已经逾期、即将到期或者尚未报送，详见下表。请抓紧办理，于{by}前将办理情况报送我处；\
         已经办结的，请一并报送佐证材料；确有困难的，请说明原因和预计完成的时间。已经报送的，请忽略本单。"
    )
}
