//! Open duties of every office as data, for JSON and for the words and rows made of them.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, Schema};
use serde::Serialize;

use crate::model::Project;
use crate::model::deadline::Timing;
use crate::model::item::Item;
use crate::model::ledger::{Audience, Ledger, Row};
use crate::model::notice::Notice;
use crate::model::owed::{Naming, Owed, Summing};

/// Open duties of every office, notice by notice; notices without open duties are left out.
#[derive(Debug, Serialize, JsonSchema)]
pub struct Status {
    /// 截至, `2025-01-15`.
    pub(super) today: String,
    /// By their folders.
    pub(super) notices: Vec<NoticeStatus>,
}

/// One notice.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct NoticeStatus {
    /// Its folder below `content/`.
    pub(super) path: String,
    /// 标题.
    pub(super) title: String,
    /// 报送周期.
    pub(super) cadence: Option<&'static str>,
    /// In the order of the register.
    pub(super) offices: Vec<OfficeStatus>,
}

/// One office.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct OfficeStatus {
    /// Its name in the register.
    pub(super) office: String,
    /// Its items whose deadline has passed.
    pub(super) overdue: Vec<ItemStatus>,
    /// Its items whose deadline comes within 30 days.
    pub(super) due_soon: Vec<ItemStatus>,
    /// Its items on which nobody has reported for longer than 报送周期.
    pub(super) silent: Vec<SilentItem>,
    /// The last day on which it reported.
    pub(super) last_report: Option<String>,
    /// The days since then, or since the notice, where 报送周期 asks for a report by now.
    pub(super) silent_days: Option<i32>,
    /// 名单: whether it has named who answers for it and who reports.
    pub(super) roster: Paper,
    /// 总结: whether it has handed in a signed one.
    pub(super) summary: Paper,
}

/// One item with its deadline.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct ItemStatus {
    #[serde(skip)]
    pub(super) place: Item,
    /// As under 事项: `1.3`.
    pub(super) item: String,
    /// The measure's words.
    pub(super) words: String,
    /// Who is responsible, as written in the table.
    pub(super) responsible: Vec<String>,
    /// The deadline as written.
    pub(super) deadline: String,
    /// Days until it, negative once it has passed.
    pub(super) days: i32,
    /// The newest status.
    pub(super) status: Option<String>,
}

/// One item on which nobody reports.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct SilentItem {
    #[serde(skip)]
    pub(super) place: Item,
    /// As under 事项.
    pub(super) item: String,
    /// The measure's words.
    pub(super) words: String,
    /// Who is responsible, as written in the table.
    pub(super) responsible: Vec<String>,
    /// The last day on which somebody reported.
    pub(super) last_report: Option<String>,
    /// The days since then, or since the notice.
    pub(super) days: i32,
}

/// Something to hand in.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Paper {
    /// How far it is.
    #[schemars(extend("enum" = ["not-asked", "done", "unsigned", "missing"]))]
    pub(super) state: &'static str,
    /// Days until it is due, negative once that has passed; only of what is not done.
    pub(super) days: Option<i32>,
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
