//! `gongkai status`: open duties of each office as of a day.

pub mod reminders;
mod words;

use std::path::PathBuf;
use std::process::ExitCode;

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::cli::{Session, print_bytes, print_error_line, print_line};
use crate::diagnostic::print::human;
use crate::error::Error;
use crate::message;
use crate::model::Project;
use crate::model::deadline::Timing;
use crate::model::item::Item;
use crate::model::ledger::{Audience, Ledger, Row};
use crate::model::notice::Notice;
use crate::model::owed::{Naming, Owed, Summing};
use crate::pipeline;
use crate::render::data::csv_of_rows;

/// Options of `gongkai status`.
#[derive(Debug, clap::Args)]
pub struct Options {
    /// The form of the list: human, json or csv; with --output also docx, for the letters
    #[arg(long = "format", value_name = "FORM", default_value = "human")]
    form: Form,
    /// A folder for a letter to each office that owes something and the overview for the leaders; with csv, the list, too
    #[arg(id = "reminders", long = "output", value_name = "DIR")]
    reminders: Option<PathBuf>,
    /// The day by which offices are asked to reply; in five working days when not given
    #[arg(long, value_name = "DATE", requires = "reminders")]
    reply_by: Option<String>,
}

impl Options {
    /// Whether the command writes files.
    pub fn writes(&self) -> bool {
        self.reminders.is_some()
    }
}

/// The value of `--format`.
#[derive(Clone, Copy, Debug, clap::ValueEnum)]
enum Form {
    Human,
    Json,
    Csv,
    Docx,
}

/// Runs the command. With errors in the content, the errors are printed instead, because the counts would be wrong.
pub fn run(session: &Session, options: &Options) -> Result<ExitCode, Error> {
    let checked = pipeline::check(&session.root, session.today)?;
    if checked.report.has_errors() {
        print_error_line(&human(&checked.report, &checked.sources, session.lang));
        return Ok(ExitCode::from(1));
    }
    let status = Status::of(&checked.project);
    if let Some(folder) = &options.reminders {
        return reminders::write(session, options, folder, &checked.project, &status);
    }
    match options.form {
        Form::Docx => {
            return Err(Error::Usage(message!(
                "Word 文件不能显示在屏幕上，请用 --output 写明放催办单的文件夹",
                "a Word document cannot be shown; name a folder with --output"
            )));
        }
        Form::Human => print_line(&words::in_words(&status, session.today, session.lang)),
        // Serialising texts and numbers cannot fail.
        Form::Json => print_line(&serde_json::to_string_pretty(&status).unwrap_or_default()),
        Form::Csv => print_bytes(&csv_of_rows(words::in_rows(&status, session.lang).into_iter())),
    }
    Ok(ExitCode::SUCCESS)
}

/// Open duties of every office, notice by notice; notices without open duties are left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Status {
    /// 截至, `2025-01-15`.
    today: String,
    /// By their folders.
    notices: Vec<NoticeStatus>,
}

/// One notice.
#[derive(Debug, Serialize, JsonSchema)]
struct NoticeStatus {
    /// Its folder below `content/`.
    path: String,
    /// 标题.
    title: String,
    /// 报送周期.
    cadence: Option<&'static str>,
    /// In the order of the register.
    offices: Vec<OfficeStatus>,
}

/// One office.
#[derive(Debug, Serialize, JsonSchema)]
struct OfficeStatus {
    /// Its name in the register.
    office: String,
    /// Its items whose deadline has passed.
    overdue: Vec<ItemStatus>,
    /// Its items whose deadline comes within 30 days.
    due_soon: Vec<ItemStatus>,
    /// Its items on which nobody has reported for longer than 报送周期.
    silent: Vec<SilentItem>,
    /// The last day on which it reported.
    last_report: Option<String>,
    /// The days since then, or since the notice, where 报送周期 asks for a report by now.
    silent_days: Option<i32>,
    /// 名单: whether it has named who answers for it and who reports.
    roster: Paper,
    /// 总结: whether it has handed in a signed one.
    summary: Paper,
}

/// One item with its deadline.
#[derive(Debug, Serialize, JsonSchema)]
struct ItemStatus {
    #[serde(skip)]
    place: Item,
    /// As under 事项: `1.3`.
    item: String,
    /// The measure's words.
    words: String,
    /// Who is responsible, as written in the table.
    responsible: Vec<String>,
    /// The deadline as written.
    deadline: String,
    /// Days until it, negative once it has passed.
    days: i32,
    /// The newest status.
    status: Option<String>,
}

/// One item on which nobody reports.
#[derive(Debug, Serialize, JsonSchema)]
struct SilentItem {
    #[serde(skip)]
    place: Item,
    /// As under 事项.
    item: String,
    /// The measure's words.
    words: String,
    /// Who is responsible, as written in the table.
    responsible: Vec<String>,
    /// The last day on which somebody reported.
    last_report: Option<String>,
    /// The days since then, or since the notice.
    days: i32,
}

/// Something to hand in.
#[derive(Debug, Serialize, JsonSchema)]
struct Paper {
    /// How far it is.
    #[schemars(extend("enum" = ["not-asked", "done", "unsigned", "missing"]))]
    state: &'static str,
    /// Days until it is due, negative once that has passed; only of what is not done.
    days: Option<i32>,
}

/// The JSON Schema of what `gongkai status --format json` prints. Readers should expect fields to be added.
pub fn schema() -> Schema {
    let mut schema =
        SchemaSettings::draft2020_12().for_serialize().into_generator().into_root_schema_for::<Status>();
    schema.insert("title".to_owned(), "gongkai status --format json".into());
    schema
}

impl Status {
    /// The open duties as of the project's day.
    pub fn of(project: &Project) -> Self {
        let notices = project.notices.iter().map(|notice| NoticeStatus::of(project, notice));
        let notices = notices.filter(|notice| !notice.offices.is_empty());
        Self { today: project.today.to_string(), notices: notices.collect() }
    }
}

impl NoticeStatus {
    fn of(project: &Project, notice: &Notice) -> Self {
        let ledger = Ledger::new(project, notice, Audience::Internal);
        let office = |owed: Owed| {
            let item = |row: &Row<'_>| ItemStatus::of(project, notice, row);
            let rows = || ledger.rows_of(owed.office);
            OfficeStatus {
                office: project.register.office(owed.office).name.value.clone(),
                overdue: rows().filter(|row| row.is_overdue()).map(item).collect(),
                due_soon: rows().filter(|row| row.is_due_soon()).map(item).collect(),
                silent: rows().filter_map(|row| SilentItem::of(notice, row)).collect(),
                last_report: owed.last_report.map(|day| day.to_string()),
                silent_days: owed.silent,
                roster: naming(owed.roster),
                summary: summing(owed.summary),
            }
        };
        let owed = Owed::of(project, notice).into_iter();
        // A notice without deadlines, dates of reports or due items is left out.
        let is_reported_on =
            notice.cadence.is_some() || notice.roster_due.is_some() || notice.summary_due.is_some();
        let is_reported_on = is_reported_on || ledger.rows().any(|row| row.is_overdue() || row.is_due_soon());
        Self {
            path: notice.path.clone(),
            title: notice.title.value.clone(),
            cadence: notice.cadence.as_ref().map(|cadence| cadence.value.word()),
            offices: if is_reported_on { owed.map(office).collect() } else { Vec::new() },
        }
    }
}

impl ItemStatus {
    fn of(project: &Project, notice: &Notice, row: &Row<'_>) -> Self {
        let days = match row.timing {
            Timing::Overdue(days) => -days,
            Timing::Soon(days) | Timing::Later(days) => days,
            Timing::Open => 0,
        };
        let deadlines = row.entry.deadlines().into_iter();
        let mut deadlines =
            deadlines.filter(|line| line.timing(notice.dated.value, project.today) == row.timing);
        Self {
            item: notice.item_words(row.entry.item),
            place: row.entry.item,
            words: row.entry.words().into_owned(),
            responsible: responsible(row),
            deadline: deadlines.next().map_or_else(String::new, |line| line.text.value.clone()),
            days,
            status: row.status.map(|id| project.site.statuses.get(id).word.value.clone()),
        }
    }
}

impl SilentItem {
    fn of(notice: &Notice, row: &Row<'_>) -> Option<Self> {
        Some(Self {
            item: notice.item_words(row.entry.item),
            place: row.entry.item,
            words: row.entry.words().into_owned(),
            responsible: responsible(row),
            last_report: row.newest().map(|note| note.dated.value.to_string()),
            days: row.silent?,
        })
    }
}

fn responsible(row: &Row<'_>) -> Vec<String> {
    row.entry.owners().iter().map(|owner| owner.text.value.clone()).collect()
}

fn naming(naming: Naming) -> Paper {
    match naming {
        Naming::NotAsked => Paper { state: "not-asked", days: None },
        Naming::Named => Paper { state: "done", days: None },
        Naming::Missing(days) => Paper { state: "missing", days },
    }
}

fn summing(summing: Summing) -> Paper {
    match summing {
        Summing::NotAsked => Paper { state: "not-asked", days: None },
        Summing::Signed => Paper { state: "done", days: None },
        Summing::Unsigned(days) => Paper { state: "unsigned", days: Some(days) },
        Summing::Missing(days) => Paper { state: "missing", days: Some(days) },
    }
}
