//! 工作台账 of a notice, 催办单, and the cover of a notice's handouts as documents, with the content of the workbooks.

use std::collections::BTreeSet;
use std::sync::Arc;

use jiff::civil::Date;

use crate::error::Error;
use crate::model::Project;
use crate::model::handout::{cooperates, duties};
use crate::model::item::Entry;
use crate::model::notice::Notice;
use crate::render::docx::fixed;
use crate::render::docx::list::List;
use crate::render::docx::paragraph::Align;
use crate::render::xlsx::handout::explain::{EXPLANATION, explanation};
use crate::render::xlsx::internal::sheet::{Column, row};
use crate::render::xlsx::internal::{LEDGER, followed, ledger, reminder};
use crate::render::{Artifact, Edition, OutputPath, routes};
use crate::text::date::chinese;
use crate::text::filename::free;

/// 工作台账 of each notice that has one.
pub fn plan<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let (project, fixed) = (edition.project, fixed()?);
    let artifact = |notice: &'e Notice| {
        let (path, fixed) =
            (OutputPath::new(&routes::internal_document(notice, LEDGER))?, Arc::clone(&fixed));
        Ok(Artifact::new(path, move || {
            let (above, rows) = ledger::printed(project, notice);
            let list = List {
                title: ledger::NAME,
                above: &above,
                columns: &ledger::COLUMNS,
                leading: ledger::REPORTED,
                rows,
                below: Vec::new(),
                landscape: true,
                written: project.today.into(),
            };
            list.document(project, notice.issuer(), &fixed)
        }))
    };
    followed(project).map(artifact).collect()
}

/// The letters to all offices that owe something, by the names of their files.
pub fn reminders(project: &Project, reply_by: Date) -> Result<Vec<(String, Vec<u8>)>, Error> {
    let fixed = fixed()?;
    let letters = reminder::letters(project, reply_by).into_iter();
    let documents = letters.map(|(file, letter)| {
        let signed = [letter.sender.to_owned(), chinese(project.today)];
        let below = [(letter.contact, Align::Left)].into_iter();
        let list = List {
            title: reminder::NAME,
            above: &letter.above,
            columns: &reminder::COLUMNS,
            leading: 0,
            rows: letter.rows.iter().map(|texts| row(texts)).collect(),
            below: below.chain(signed.map(|text| (text, Align::Right))).collect(),
            landscape: true,
            written: project.today.into(),
        };
        Ok((format!("{file}.docx"), list.document(project, letter.sender.into(), &fixed)?))
    });
    documents.collect()
}

/// The columns of a cover's table.
const COVERED: [Column<'_>; 4] = [
    Column::words("股室", 24.0),
    Column::short("负责（项）", 10.0),
    Column::short("协办（项）", 10.0),
    Column::words("填报表", 30.0),
];

/// A cover for the handouts of each notice: how they are filled in, and which office has which.
pub fn covers<'e>(edition: &'e Edition<'e>) -> Result<Vec<Artifact<'e>>, Error> {
    let (project, fixed) = (edition.project, fixed()?);
    let artifact = |notice: &'e Notice| {
        let (path, fixed) = (OutputPath::new(&routes::handout_cover(notice))?, Arc::clone(&fixed));
        Ok(Artifact::new(path, move || {
            let issuer = notice.issuer();
            let (texts, helps) = covered(project, notice);
            let first = format!(
                "　　《{}》的进展填报表随本说明发给你们，每个股室（单位）一份。填报方法如下：",
                notice.title.value
            );
            let above = ["各有关股室（单位）：".to_owned(), first];
            let lines = explanation(&issuer, helps).into_iter().map(|line| format!("　　{line}"));
            let above: Vec<String> = above.into_iter().chain(lines).collect();
            let list = List {
                title: EXPLANATION,
                above: &above,
                columns: &COVERED,
                leading: 0,
                rows: texts.iter().map(|texts| row(texts)).collect(),
                below: Vec::new(),
                landscape: false,
                written: notice.published.value.minute(),
            };
            list.document(project, issuer, &fixed)
        }))
    };
    let notices = project.notices.iter().filter(|notice| !duties(notice, &project.register).is_empty());
    notices.map(artifact).collect()
}

/// The rows of a cover's table, and whether an office only cooperates in something.
fn covered(project: &Project, notice: &Notice) -> (Vec<[String; 4]>, bool) {
    let (mut taken, mut helps) = (BTreeSet::new(), false);
    let rows = duties(notice, &project.register).into_iter().map(|(office, entries)| {
        let name = &project.register.office(office).name.value;
        let is_helped = |entry: &&Entry<'_>| cooperates(entry, office, &project.register);
        let helped = entries.iter().filter(is_helped).count();
        helps |= helped > 0;
        let count = |count: usize| if count == 0 { "—".to_owned() } else { count.to_string() };
        let file = format!("{}.xlsx", free(name, &mut taken));
        [name.clone(), count(entries.len() - helped), count(helped), file]
    });
    (rows.collect(), helps)
}
