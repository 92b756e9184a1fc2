//! The counts of notices and offices: items, statuses, what is overdue or due soon.

use std::collections::BTreeMap;

use rust_xlsxwriter::ConditionalFormatDataBar;

use crate::model::ledger::Totals;
use crate::model::office::OfficeId;
use crate::model::share::permille;
use crate::model::status::Statuses;
use crate::render::xlsx::book::Book;
use crate::render::xlsx::cause::Cause;
use crate::render::xlsx::internal::overview::colour::{RED, YELLOW};
use crate::render::xlsx::internal::overview::content::Content;
use crate::render::xlsx::internal::sheet::{Column, HEAD, Sheet, row};
use crate::render::xlsx::value::Values;

/// Names of the sheets.
pub const NOTICES: &str = "按通知";
pub const OFFICES: &str = "按股室";

/// Heads behind those of the statuses.
const REST: [&str; 3] = ["未报送", "逾期", "将到期"];

/// The counts of some items, in the order of [`Counts::heads`].
type Numbers = Vec<usize>;

/// The counts of all notices.
pub struct Counts<'p> {
    /// The heads: all items, the statuses, and what is late.
    pub heads: Vec<&'p str>,
    /// The counts of all items.
    pub all: Numbers,
    /// Items that are done, and those that can be.
    done: (usize, usize),
    /// The counts of each notice.
    pub notices: Vec<(&'p str, Numbers)>,
    /// The counts of each office with duties; an item of several offices counts for each of them.
    pub offices: Vec<(&'p str, Numbers)>,
}

impl<'p> Counts<'p> {
    /// Counts the items of the ledgers.
    pub fn new(content: &Content<'p>) -> Self {
        let statuses = &content.project.site.statuses;
        let words = statuses.iter().map(|(_, status)| status.word.value.as_str());
        let heads: Vec<&str> = ["事项"].into_iter().chain(words).chain(REST).collect();
        let (mut all, mut done) = (vec![0; heads.len()], (0, 0));
        let mut offices: BTreeMap<OfficeId, Numbers> = BTreeMap::new();
        let mut notices = Vec::new();
        for (notice, ledger) in &content.ledgers {
            let totals = ledger.totals();
            let of_notice = numbers(&totals, statuses);
            add(&mut all, &of_notice);
            done = (done.0 + totals.done, done.1 + totals.with_an_end());
            notices.push((notice.title.value.as_str(), of_notice));
            for office in ledger.offices() {
                let own = numbers(&ledger.totals_of(office), statuses);
                add(offices.entry(office).or_insert_with(|| vec![0; own.len()]), &own);
            }
        }
        let name = |office| content.project.register.office(office).name.value.as_str();
        let offices = offices.into_iter().map(|(office, numbers)| (name(office), numbers)).collect();
        Self { heads, all, done, notices, offices }
    }

    /// The counts in a sentence.
    pub fn sentence(&self) -> String {
        let (done, of) = self.done;
        let share = permille(done, of);
        format!(
            "{}份通知，应完成{of}项，已完成{done}项，占{}.{}%。",
            self.notices.len(),
            share / 10,
            share % 10
        )
    }

    /// Writes 按通知.
    pub fn write_notices(&self, book: &mut Book<'_>, content: &Content<'_>) -> Result<(), Cause> {
        self.write(book, content, (NOTICES, "通知", 60.0), &self.notices)
    }

    /// Writes 按股室.
    pub fn write_offices(&self, book: &mut Book<'_>, content: &Content<'_>) -> Result<(), Cause> {
        self.write(book, content, (OFFICES, "股室", 30.0), &self.offices)
    }

    fn write(
        &self,
        book: &mut Book<'_>,
        content: &Content<'_>,
        (name, head, width): (&str, &str, f64),
        counted: &[(&str, Numbers)],
    ) -> Result<(), Cause> {
        let columns: Vec<Column<'_>> = [Column::words(head, width)]
            .into_iter()
            .chain(self.heads.iter().map(|head| Column::short(head, 11.0).of(Values::Numbers)))
            .collect();
        let sheet = Sheet { name, columns: &columns, leading: 0, filters: true };
        let rows = counted.iter().map(|(name, numbers)| {
            let texts: Vec<String> =
                [(*name).to_owned()].into_iter().chain(numbers.iter().map(usize::to_string)).collect();
            row(&texts)
        });
        let lines = content.lines(&self.sentence());
        let worksheet = sheet.write(book, &lines, &rows.collect::<Vec<_>>())?;
        let last = HEAD + u32::try_from(counted.len().max(1))?;
        let overdue = u16::try_from(columns.len() - 2)?;
        for (column, colour) in [(overdue, RED), (overdue + 1, YELLOW)] {
            let bar = ConditionalFormatDataBar::new().set_fill_color(colour).set_solid_fill(true);
            worksheet.add_conditional_format(HEAD + 1, column, last, column, &bar)?;
        }
        Ok(())
    }
}

fn numbers(totals: &Totals, statuses: &Statuses) -> Numbers {
    let of_status = statuses.iter().map(|(id, _)| totals.by_status.get(&id).copied().unwrap_or(0));
    let rest = [totals.unreported, totals.overdue, totals.soon];
    [totals.items].into_iter().chain(of_status).chain(rest).collect()
}

fn add(sums: &mut [usize], numbers: &[usize]) {
    for (sum, number) in sums.iter_mut().zip(numbers) {
        *sum += number;
    }
}
